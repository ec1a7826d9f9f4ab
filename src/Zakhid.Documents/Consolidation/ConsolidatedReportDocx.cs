using System.IO.Compression;
using Zakhid.Documents.Writing;
using Zakhid.Text;

namespace Zakhid.Documents.Consolidation;

/// <summary>
/// Writes the official paper as DOCX: A4 landscape, margins 30/10/20/20 mm, Times New Roman, text 14 and table 12 points,
/// the heading of the table on every page, the number of the page at the top from the second one. The same paper always
/// gives the same bytes: their hash is what is frozen when the report is sent.
/// </summary>
public static class ConsolidatedReportDocx
{
    /// <summary>Text width of A4 landscape between the margins, in twentieths of a point.</summary>
    const int Width = 16838 - 1701 - 567;
    /// <summary>From how many rows speed matters more than size.</summary>
    const int Many = 500;

    public static void Write(ConsolidatedPaper paper, Stream into)
    {
        using var package = new Package(paper.Rows.Count > Many ? CompressionLevel.Fastest : CompressionLevel.Optimal);
        DocxParts.Write(package, FileProperties.Of(paper));
        using (var xml = package.Part("word/document.xml"))
        {
            xml.Raw(DocxParts.DocumentStart);
            WriteOpening(xml, paper);
            WriteTable(xml, paper);
            WriteClosing(xml, paper);
            xml.Raw(DocxParts.DocumentEnd);
        }
        package.CopyTo(into);
    }

    static void WriteOpening(Utf8Xml xml, ConsolidatedPaper paper)
    {
        if (paper.IsSample) xml.Paragraph("Sample"u8, ConsolidatedPaper.SampleMark);
        if (paper.Addressee.Count > 0) xml.Lines("Addressee"u8, paper.Addressee);
        xml.Paragraph("Heading1"u8, paper.Heading);
        xml.Lines("Subject"u8, paper.Title);
        for (var i = 0; i < paper.Introduction.Count; i++)
            xml.Paragraph(i + 1 < paper.Introduction.Count ? "Body"u8 : "BodyLast"u8, paper.Introduction[i]);
    }

    static void WriteTable(Utf8Xml xml, ConsolidatedPaper paper)
    {
        var widths = DocxXml.Widths(Width, [.. paper.Columns.Select(c => c.Share)]);
        xml.OpenTable(widths, [.. paper.Columns.Select(c => c.Heading)], paper.DocumentTitle);

        foreach (var row in paper.Rows)
        {
            if (row is PaperSection section) WriteSection(xml, section, widths.Length);
            else if (row is PaperMeasure measure) WriteMeasure(xml, paper.Columns, widths, measure);
        }
        xml.Raw("</w:tbl>"u8);
    }

    static void WriteSection(Utf8Xml xml, PaperSection section, int columns)
    {
        xml.Raw("<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w=\""u8).Number(Width).Raw("\" w:type=\"dxa\"/>"u8);
        if (columns > 1) xml.Raw("<w:gridSpan w:val=\""u8).Number(columns).Raw("\"/>"u8);
        xml.Raw("</w:tcPr>"u8);
        xml.Paragraph("CellSection"u8, section.Text);
        xml.Raw("</w:tc></w:tr>"u8);
    }

    static void WriteMeasure(Utf8Xml xml, IReadOnlyList<PaperColumn> columns, int[] widths, PaperMeasure measure)
    {
        xml.Raw(RowHeight.MayKeepWhole(columns, widths, measure) ? "<w:tr><w:trPr><w:cantSplit/></w:trPr>"u8 : "<w:tr>"u8);
        for (var i = 0; i < widths.Length; i++)
        {
            xml.OpenCell(widths[i], default);
            switch (columns[i].Field)
            {
                case PaperField.Number: xml.Paragraph("CellCenter"u8, measure.Number); break;
                case PaperField.Measure: xml.Paragraph("Cell"u8, measure.Text); break;
                case PaperField.Term: xml.Paragraph("Cell"u8, measure.Term); break;
                case PaperField.Executors: Paragraphs(xml, measure.Executors, ";"); break;
                case PaperField.Figures: Paragraphs(xml, measure.Figures, ""); break;
                case PaperField.Status: WriteStatus(xml, measure.Status); break;
            }
            xml.Raw("</w:tc>"u8);
        }
        xml.Raw("</w:tr>"u8);
    }

    static void WriteStatus(Utf8Xml xml, IReadOnlyList<PaperLine> lines)
    {
        if (lines.Count == 0) xml.Paragraph("Cell"u8, "");
        for (var i = 0; i < lines.Count; i++) xml.Paragraph(lines[i].Strong ? "CellStrong"u8 : "Cell"u8, lines[i].Text);
    }

    /// <summary>What stands under the table goes to the next page together, never a signature alone.</summary>
    static void WriteClosing(Utf8Xml xml, ConsolidatedPaper paper)
    {
        if (paper.IsSample) xml.Paragraph("SampleNote"u8, "Тексти звітів, показники та підписант у цьому документі — зразок.");
        if (paper.Signature is { } signature) xml.Signature("Signature"u8, signature);
        if (paper.Date is { } date) xml.Paragraph("PaperDate"u8, date);
        if (paper.PreparedBy is { } preparedBy) xml.Paragraph("Small"u8, preparedBy);
        if (paper.Checkpoint is { } checkpoint) xml.Paragraph("Checkpoint"u8, checkpoint);
        else xml.Raw("<w:p><w:pPr><w:pStyle w:val=\"Checkpoint\"/></w:pPr></w:p>"u8);
    }

    static void Paragraphs(Utf8Xml xml, IReadOnlyList<string> lines, string separator)
    {
        if (lines.Count == 0) xml.Paragraph("Cell"u8, "");
        for (var i = 0; i < lines.Count; i++) xml.Paragraph("Cell"u8, i + 1 < lines.Count ? lines[i] + separator : lines[i]);
    }
}
