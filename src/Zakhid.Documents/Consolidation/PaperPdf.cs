using Zakhid.Documents.Converters;

namespace Zakhid.Documents.Consolidation;

/// <summary>
/// The paper as tagged PDF, laid out by LibreOffice from the same DOCX. Optional: where the program is not installed the
/// refusal says so and the DOCX stays at hand.
/// </summary>
public static class PaperPdf
{
    static readonly TimeSpan Allowed = TimeSpan.FromSeconds(90);

    public static bool IsAvailable => OfficeProgram.Find() is not null;

    /// <exception cref="FileRefused">LibreOffice is not installed, failed, or took longer than allowed.</exception>
    public static async Task Write(ConsolidatedPaper paper, Stream into, CancellationToken stop)
    {
        if (!IsAvailable) throw Refusal.PdfMissing(OfficeProgram.Name);
        var docx = new MemoryStream();
        ConsolidatedReportDocx.Write(paper, docx);
        var pdf = await OfficeProgram.Convert(docx.ToArray(), paper.DocumentTitle, "docx", """pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}""", Allowed, stop);
        await into.WriteAsync(pdf, stop);
    }
}
