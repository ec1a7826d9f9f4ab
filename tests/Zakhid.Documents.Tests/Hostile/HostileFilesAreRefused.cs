using System.Diagnostics;

namespace Zakhid.Documents.Tests.Hostile;

public class HostileFilesAreRefused
{
    static readonly Dictionary<string, (Func<byte[]> Bytes, string? Sentence)> Files = HostileFiles.All().ToDictionary(f => f.Name, f => (f.Bytes, f.Sentence));

    public static TheoryData<string> Names() => [.. Files.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Each_hostile_file_gives_its_sentence_or_is_read_without_harm(string name)
    {
        var (made, sentence) = Files[name];
        var bytes = made();
        var watch = Stopwatch.StartNew();
        string? said = null;
        try { DocumentFile.Open(bytes, "акт.docx"); }
        catch (FileRefused refused) { said = refused.Message; }
        Assert.Equal(sentence, said);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{name}: {watch.Elapsed}");
        TestContext.Current.SendDiagnosticMessage($"{watch.Elapsed.TotalMilliseconds:0} ms {name}");
    }

    [Fact]
    public void There_are_a_hundred_of_them_and_more() => Assert.InRange(Files.Count, 100, 500);

    /// <summary>The style of messages: safety rules ask for 25 words at most and for none of the words that blame.</summary>
    [Fact]
    public void Every_sentence_is_short_and_blames_nobody()
    {
        string[] forbidden = ["будь ласка", "вибачте", "недійсн", "некоректн", "невірн", "заборонено", "помилка"];
        Assert.All(Files.Values.Select(f => f.Sentence).OfType<string>(), sentence =>
        {
            Assert.InRange(sentence.Split(' ').Length, 1, 25);
            Assert.DoesNotContain(forbidden, word => sentence.Contains(word, StringComparison.OrdinalIgnoreCase));
        });
    }

    [Theory]
    [InlineData("план\u202Excod.exe", "Файл «планxcod.exe» порожній. Збережіть документ ще раз і додайте")]
    [InlineData("", "Файл «без назви» порожній. Збережіть документ ще раз і додайте")]
    [InlineData("\0\n\t", "Файл «без назви» порожній. Збережіть документ ще раз і додайте")]
    [InlineData("<img src=x>.docx", "Файл «<img src=x>.docx» порожній. Збережіть документ ще раз і додайте")]
    public void A_name_that_deceives_is_shown_without_its_tricks(string name, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<FileRefused>(() => DocumentFile.Open([], name)).Message);

    [Fact]
    public void A_long_name_is_shown_shortened() => Assert.Equal(80, Refusal.Shown(new string('я', 300)).Length);

    [Fact]
    public void A_stream_that_never_ends_is_stopped_at_the_limit() =>
        Assert.Equal("Файл «потік.docx» більший за 25 МБ. Зменште зображення або поділіть файл на частини", Assert.Throws<FileRefused>(() => DocumentFile.Open(new Endless(), "потік.docx")).Message);

    sealed class Endless : MemoryStream
    {
        public override bool CanSeek => false;
        public override int Read(Span<byte> buffer) { buffer.Fill((byte)'x'); return buffer.Length; }
    }
}
