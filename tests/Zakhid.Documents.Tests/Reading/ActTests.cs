using Zakhid.Documents.Reading;

namespace Zakhid.Documents.Tests.Reading;

/// <summary>
/// Made-up acts of many kinds, each with what a person reads in it: orders of military administrations, decisions,
/// stamps, operational plans, calendars, amending acts, letters, minutes, reports. To accept a change run with
/// ZAKHID_GOLDEN=write and read the difference.
/// </summary>
public sealed class ActTests
{
    public static TheoryData<string> Names() => [.. Directory.GetFiles(ActFile.Folder, "*.txt").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Names))]
    public void An_act_says_what_a_person_reads_in_it(string name)
    {
        var (document, expected) = ActFile.Load(name);

        var told = ReadingText.Of(PlanReader.Read(document));

        if (Environment.GetEnvironmentVariable("ZAKHID_GOLDEN") == "write") ActFile.Accept(name, told);
        else Assert.Equal(expected, told);
    }
}
