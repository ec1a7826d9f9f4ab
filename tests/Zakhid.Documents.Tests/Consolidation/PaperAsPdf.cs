using System.Text;
using Zakhid.Documents.Consolidation;
using Zakhid.Documents.Converters;

namespace Zakhid.Documents.Tests.Consolidation;

public class PaperAsPdf
{
    [Fact]
    public async Task It_is_a_tagged_PDF_where_LibreOffice_is_installed()
    {
        Assert.SkipUnless(PaperPdf.IsAvailable, "LibreOffice is not installed");
        var pdf = new MemoryStream();
        await PaperPdf.Write(Papers.Quarter, pdf, TestContext.Current.CancellationToken);
        var bytes = Encoding.Latin1.GetString(pdf.ToArray());
        Assert.StartsWith("%PDF-", bytes, StringComparison.Ordinal);
        Assert.Contains("/MarkInfo<</Marked true>>", bytes);
    }

    [Fact]
    public async Task A_conversion_that_takes_too_long_is_ended_with_a_sentence()
    {
        Assert.SkipUnless(PaperPdf.IsAvailable, "LibreOffice is not installed");
        var refused = await Assert.ThrowsAsync<FileRefused>(() => OfficeProgram.Convert(Papers.Quarter.Docx(), "звіт.docx", "docx", "pdf", TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken));
        Assert.Equal(RefusalCode.TooSlow, refused.Code);
    }

    [Fact]
    public void Its_absence_has_a_sentence() =>
        Assert.Equal("Щоб зберегти PDF, потрібна програма LibreOffice. Установіть її або візьміть DOCX", Refusal.PdfMissing("LibreOffice").Message);
}
