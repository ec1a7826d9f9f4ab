using System.Net;
using System.Net.Sockets;
using System.Text;
using Zakhid.Documents.Converters;
using Zakhid.Documents.Tests.Layouts;
using Zakhid.Documents.Tests.Layouts.Formats;

namespace Zakhid.Documents.Tests.Doc;

/// <summary>DOC is made and read by LibreOffice: where it is not installed the file is refused with a sentence.</summary>
public class TextsOfDoc
{
    static Task<byte[]> Doc(byte[] from, string kind) => OfficeProgramOrSkip(from, kind, "doc:MS Word 97");

    static Task<byte[]> OfficeProgramOrSkip(byte[] from, string kind, string to)
    {
        Assert.SkipWhen(OfficeProgram.Find() is null, "LibreOffice is not installed");
        return OfficeProgram.Convert(from, "план", kind, to, TimeSpan.FromSeconds(90), TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("002_d80e42a410d479c1.docx"), InlineData("004_c1c52d2aa4e1ed30.docx")]
    public async Task A_real_plan_saved_as_DOC_says_what_it_said(string file)
    {
        var bytes = await File.ReadAllBytesAsync(Cases.Plan(file), TestContext.Current.CancellationToken);
        var (was, read) = (DocumentFile.Open(bytes, "план"), DocumentFile.Open(await Doc(bytes, "docx"), "план"));
        Assert.Equal("doc", read.Format);
        Assert.Equal(Words(was), Words(read));
    }

    /// <summary>Headings in three rows, goals merged down, automatic numbers: the table that LibreOffice makes of it has the same cells.</summary>
    [Theory]
    [InlineData("заголовок у три рядки і номери колонок"), InlineData("об’єднані цілі"), InlineData("автоматичні номери")]
    public async Task A_paper_says_the_same_as_DOC_and_as_RTF_of_LibreOffice(string layout)
    {
        var paper = Layout.All.Single(l => l.Name == layout).LayOut(SamplePlan.Of(3)).Document;
        var odt = OdtPaper.Of(paper);
        var rtf = await OfficeProgramOrSkip(odt, "odt", "rtf");
        foreach (var read in new[] { DocumentFile.Open(await Doc(odt, "odt"), "план"), DocumentFile.Open(rtf, "план") })
        {
            Assert.Equal(Words(paper), Words(read));
            Assert.Equal(Spans(paper), Spans(read));
            Assert.Equal(paper.Paragraphs.Select(p => p.ListLabel).OfType<string>(), read.Paragraphs.Select(p => p.ListLabel).OfType<string>());
        }
    }

    static IEnumerable<(int, int, int)> Spans(Document document) => document.Tables.SelectMany(t => t.Rows).SelectMany(r => r.Cells).Select(c => (c.Column, c.ColumnSpan, c.RowSpan));

    /// <summary>The printed words in order, apart from how paragraphs stand.</summary>
    static IEnumerable<string> Words(Document document) =>
        document.Blocks.SelectMany(b => b is Paragraph p ? [p.Text] : ((Table)b).Rows.SelectMany(r => r.Cells.Select(c => c.Text))).SelectMany(t => t.Split((char[])[' ', '\n', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public async Task A_picture_on_another_host_is_not_fetched()
    {
        using var host = new TcpListener(IPAddress.Loopback, 0);
        host.Start();
        var page = Encoding.UTF8.GetBytes($"<html><body><p>План заходів <img src=\"http://127.0.0.1:{((IPEndPoint)host.LocalEndpoint).Port}/x.png\"></p></body></html>");
        var read = DocumentFile.Open(await Doc(page, "html"), "план.doc");
        Assert.Contains("План заходів", read.Paragraphs.First().Text, StringComparison.Ordinal);
        Assert.False(host.Pending());
    }

    [Fact]
    public void A_locked_file_is_known_before_a_program_is_asked()
    {
        byte[] locked = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504], 0xEC, 0xA5, 0xC1, .. new byte[8], 0x01, .. new byte[500], .. Encoding.Unicode.GetBytes("WordDocument"), 0, 0];
        Assert.Equal("Файл «план.doc» захищено паролем. Зніміть пароль і додайте ще раз", Assert.Throws<FileRefused>(() => DocumentFile.Open(locked, "план.doc")).Message);
    }

    [Fact]
    public void Without_the_program_the_sentence_says_what_to_do() =>
        Assert.Equal("Для файлу «план.doc» потрібна програма LibreOffice. Установіть її або збережіть файл як DOCX", Refusal.ConverterMissing("план.doc", OfficeProgram.Name).Message);
}
