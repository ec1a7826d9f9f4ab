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
        if (paper.IsSample) Paragraph(xml, "Sample"u8, ConsolidatedPaper.SampleMark);
        if (paper.Addressee.Count > 0) Lines(xml, "Addressee"u8, paper.Addressee);
        Paragraph(xml, "Heading1"u8, paper.Heading);
        Lines(xml, "Subject"u8, paper.Title);
        for (var i = 0; i < paper.Introduction.Count; i++)
            Paragraph(xml, i + 1 < paper.Introduction.Count ? "Body"u8 : "BodyLast"u8, paper.Introduction[i]);
    }

    static void WriteTable(Utf8Xml xml, ConsolidatedPaper paper)
    {
        var widths = Widths(paper.Columns);
        xml.Raw("<w:tbl><w:tblPr><w:tblStyle w:val=\"Grid\"/><w:tblW w:w=\""u8).Number(Width).Raw("\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/><w:tblCaption w:val=\""u8)
            .Text(paper.DocumentTitle).Raw("\"/></w:tblPr><w:tblGrid>"u8);
        foreach (var width in widths) xml.Raw("<w:gridCol w:w=\""u8).Number(width).Raw("\"/>"u8);
        xml.Raw("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"u8);
        for (var i = 0; i < widths.Length; i++)
        {
            OpenCell(xml, widths[i], "<w:vAlign w:val=\"center\"/>"u8);
            Lines(xml, "CellCenter"u8, paper.Columns[i].Heading.Split('\n'));
            xml.Raw("</w:tc>"u8);
        }
        xml.Raw("</w:tr>"u8);

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
        Paragraph(xml, "CellSection"u8, section.Text);
        xml.Raw("</w:tc></w:tr>"u8);
    }

    static void WriteMeasure(Utf8Xml xml, IReadOnlyList<PaperColumn> columns, int[] widths, PaperMeasure measure)
    {
        xml.Raw(RowHeight.MayKeepWhole(columns, widths, measure) ? "<w:tr><w:trPr><w:cantSplit/></w:trPr>"u8 : "<w:tr>"u8);
        for (var i = 0; i < widths.Length; i++)
        {
            OpenCell(xml, widths[i], default);
            switch (columns[i].Field)
            {
                case PaperField.Number: Paragraph(xml, "CellCenter"u8, measure.Number); break;
                case PaperField.Measure: Paragraph(xml, "Cell"u8, measure.Text); break;
                case PaperField.Term: Paragraph(xml, "Cell"u8, measure.Term); break;
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
        if (lines.Count == 0) Paragraph(xml, "Cell"u8, "");
        for (var i = 0; i < lines.Count; i++) Paragraph(xml, lines[i].Strong ? "CellStrong"u8 : "Cell"u8, lines[i].Text);
    }

    /// <summary>What stands under the table goes to the next page together, never a signature alone.</summary>
    static void WriteClosing(Utf8Xml xml, ConsolidatedPaper paper)
    {
        if (paper.IsSample) Paragraph(xml, "SampleNote"u8, "Тексти звітів, показники та підписант у цьому документі — зразок.");
        if (paper.Signature is { } signature)
        {
            xml.Raw("<w:p><w:pPr><w:pStyle w:val=\"Signature\"/></w:pPr><w:r>"u8);
            var lines = SignatureLines(signature.Post);
            for (var i = 0; i < lines.Count; i++) xml.Raw(i > 0 ? "<w:br/><w:t>"u8 : "<w:t>"u8).Text(lines[i]).Raw("</w:t>"u8);
            xml.Raw("<w:tab/><w:t>"u8).Text(signature.Name.Replace(' ', '\u00A0')).Raw("</w:t></w:r></w:p>"u8);
        }
        if (paper.Date is { } date) Paragraph(xml, "PaperDate"u8, date);
        if (paper.PreparedBy is { } preparedBy) Paragraph(xml, "Small"u8, preparedBy);
        if (paper.Checkpoint is { } checkpoint) Paragraph(xml, "Checkpoint"u8, checkpoint);
        else xml.Raw("<w:p><w:pPr><w:pStyle w:val=\"Checkpoint\"/></w:pPr></w:p>"u8);
    }

    /// <summary>A long post is set in lines and the name stands level with the last one (КМУ 55).</summary>
    internal static List<string> SignatureLines(string post)
    {
        const int longest = 66;
        var lines = new List<string>();
        foreach (var given in post.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var line = "";
            foreach (var word in NonBreaking.Bind(given).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (line.Length > 0 && line.Length + 1 + word.Length > longest) { lines.Add(line); line = word; }
                else line = line.Length == 0 ? word : $"{line} {word}";
            }
            lines.Add(line);
        }
        return lines.Count > 0 ? lines : [""];
    }

    static int[] Widths(IReadOnlyList<PaperColumn> columns)
    {
        var shares = columns.Sum(c => Math.Max(1, c.Share));
        var widths = columns.Select(c => Width * Math.Max(1, c.Share) / shares).ToArray();
        if (widths.Length > 0) widths[Array.IndexOf(widths, widths.Max())] += Width - widths.Sum();
        return widths;
    }

    static void OpenCell(Utf8Xml xml, int width, ReadOnlySpan<byte> more) =>
        xml.Raw("<w:tc><w:tcPr><w:tcW w:w=\""u8).Number(width).Raw("\" w:type=\"dxa\"/>"u8).Raw(more).Raw("</w:tcPr>"u8);

    static void Paragraphs(Utf8Xml xml, IReadOnlyList<string> lines, string separator)
    {
        if (lines.Count == 0) Paragraph(xml, "Cell"u8, "");
        for (var i = 0; i < lines.Count; i++) Paragraph(xml, "Cell"u8, i + 1 < lines.Count ? lines[i] + separator : lines[i]);
    }

    static void Paragraph(Utf8Xml xml, ReadOnlySpan<byte> style, string text)
    {
        if (text.Contains('\n')) { Lines(xml, style, text.Split('\n')); return; }
        xml.Raw("<w:p><w:pPr><w:pStyle w:val=\""u8).Raw(style).Raw("\"/></w:pPr>"u8);
        if (text.Length > 0) xml.Raw("<w:r><w:t xml:space=\"preserve\">"u8).Text(NonBreaking.Bind(text)).Raw("</w:t></w:r>"u8);
        xml.Raw("</w:p>"u8);
    }

    static void Lines(Utf8Xml xml, ReadOnlySpan<byte> style, IReadOnlyList<string> lines)
    {
        xml.Raw("<w:p><w:pPr><w:pStyle w:val=\""u8).Raw(style).Raw("\"/></w:pPr><w:r>"u8);
        for (var i = 0; i < lines.Count; i++) xml.Raw(i > 0 ? "<w:br/><w:t>"u8 : "<w:t>"u8).Text(NonBreaking.Bind(lines[i].Trim())).Raw("</w:t>"u8);
        xml.Raw("</w:r></w:p>"u8);
    }
}
