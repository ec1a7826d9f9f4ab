namespace Zakhid.Documents.Tests;

/// <summary>
/// Every real plan read into the neutral model and compared with the copy a person has looked through. To accept a
/// change run the tests with ZAKHID_GOLDEN=write and read the difference.
/// </summary>
public class GoldenDocuments
{
    public static TheoryData<string> Files() =>
        [.. Directory.GetFiles(Cases.Plans).Select(f => Path.GetFileName(f)).Where(f => Path.GetExtension(f) is ".docx" or ".odt" or ".txt" or ".pdf").Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Files))]
    public void A_real_plan_reads_as_it_did(string file)
    {
        Cases.SkipWithoutProgram(file);
        var read = DocumentText.Of(DocumentFile.Open(Cases.Plan(file)));
        var golden = Path.Combine(Cases.Golden, file + ".json");
        if (Environment.GetEnvironmentVariable("ZAKHID_GOLDEN") == "write") File.WriteAllText(golden, read);
        Assert.Equal(File.ReadAllText(golden), read);
    }

    [Fact]
    public void There_are_twelve_of_them() => Assert.Equal(12, Files().Count);
}
