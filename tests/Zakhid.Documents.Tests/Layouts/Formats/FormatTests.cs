using System.Text;
using System.Text.RegularExpressions;

namespace Zakhid.Documents.Tests.Layouts.Formats;

/// <summary>The same papers, written in each format and read again, say the same.</summary>
public class FormatTests
{
    const int Plans = 3;

    /// <summary>What writes a document in a format.</summary>
    internal static readonly Dictionary<string, Func<Document, byte[]>> Writers = new()
    {
        ["html"] = Page,
        ["mht"] = document => MhtPaper.Of(Page(document)),
        ["odt"] = OdtPaper.Of,
        ["fodt"] = OdtPaper.Flat,
        ["rtf"] = RtfPaper.Of,
    };

    /// <summary>Signs that windows-1251 lacks stand as references.</summary>
    static byte[] Page(Document document) => CodePagesEncodingProvider.Instance.GetEncoding(1251, new EncoderExceptionFallback(), new DecoderExceptionFallback())!
        .GetBytes(Regex.Replace(HtmlPaper.Of(document), "[^\\0-~А-яІіЇїЄєҐґ№«»—–’“”…\u00A0]", m => $"&#{(int)m.Value[0]};"));

    public static MatrixTheoryData<string, string> Papers() => new(Writers.Keys, Layout.All.Where(l => l.LayOut(SamplePlan.Of(1)).Document.Format == "docx").Select(l => l.Name));

    /// <summary>Blanks that a page must write as non-breaking count as blanks.</summary>
    [Theory, MemberData(nameof(Papers))]
    public void A_paper_reads_the_same_from_every_format(string format, string layout)
    {
        for (var seed = 1; seed <= Plans; seed++)
        {
            var paper = Layout.All.Single(l => l.Name == layout).LayOut(SamplePlan.Of(seed)).Document;
            var read = DocumentFile.Open(Writers[format](paper), "зразок");
            Assert.Equal(format, read.Format);
            Assert.Equal(DocumentText.Of(paper with { Format = format, Remarks = read.Remarks }), DocumentText.Of(read).Replace("\\u00A0", " "));
        }
    }
}
