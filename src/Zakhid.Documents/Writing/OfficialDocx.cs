using System.IO.Compression;
using Zakhid.Documents.Consolidation;

namespace Zakhid.Documents.Writing;

/// <summary>Writes an official paper of tables as DOCX in the same layout as the consolidated report. Equal papers give equal bytes.</summary>
public static class OfficialDocx
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static byte[] Of(OfficialPaper paper)
    {
        using var package = new Package(CompressionLevel.Optimal);
        DocxParts.Write(package, paper.File);
        using (var xml = package.Part("word/document.xml"))
        {
            xml.Raw(DocxParts.DocumentStart);
            if (paper.File.IsSample) xml.Paragraph("Sample"u8, ConsolidatedPaper.SampleMark);
            xml.Paragraph("Heading1"u8, paper.Heading);
            if (paper.Title.Count > 0) xml.Lines("Subject"u8, paper.Title);
            for (var i = 0; i < paper.Introduction.Count; i++) xml.Paragraph(i + 1 < paper.Introduction.Count ? "Body"u8 : "BodyLast"u8, paper.Introduction[i]);
            foreach (var table in paper.Tables) Write(xml, table, (paper.IsWide ? 16838 : 11906) - 1701 - 567, paper.File.Title);
            foreach (var note in paper.Notes) xml.Paragraph("Small"u8, note);
            if (paper.Signature is { } signature) xml.Signature(paper.IsWide ? "Signature"u8 : "UprightSignature"u8, signature);
            if (paper.Date is { } date) xml.Paragraph("PaperDate"u8, date);
            xml.Paragraph("Checkpoint"u8, paper.Checkpoint ?? "");
            xml.Raw(paper.IsWide ? DocxParts.DocumentEnd : DocxParts.PortraitEnd);
        }
        using var bytes = new MemoryStream();
        package.CopyTo(bytes);
        return bytes.ToArray();
    }

    static void Write(Utf8Xml xml, PaperTable table, int width, string caption)
    {
        if (table.Title is { } title) xml.Paragraph("TableTitle"u8, title);
        var widths = DocxXml.Widths(width, table.Shares);
        xml.OpenTable(widths, table.Headings, table.Title ?? caption);
        foreach (var row in table.Rows)
        {
            xml.Raw(row.Sum(cell => cell.Text.Length) < 900 ? "<w:tr><w:trPr><w:cantSplit/></w:trPr>"u8 : "<w:tr>"u8);
            for (var i = 0; i < widths.Length; i++)
            {
                xml.OpenCell(widths[i], default);
                xml.Paragraph(row[i] switch { { IsRight: true, Strong: true } => "CellSum"u8, { IsRight: true } => "CellNumber"u8, { Strong: true } => "CellStrong"u8, _ => "Cell"u8 }, row[i].Text);
                xml.Raw("</w:tc>"u8);
            }
            xml.Raw("</w:tr>"u8);
        }
        xml.Raw("</w:tbl>"u8);
    }
}
