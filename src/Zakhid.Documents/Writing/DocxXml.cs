using Zakhid.Documents.Consolidation;
using Zakhid.Text;

namespace Zakhid.Documents.Writing;

/// <summary>Paragraphs, tables and signatures of an official paper as WordprocessingML; the styles are those of <see cref="DocxParts"/>.</summary>
static class DocxXml
{
    /// <summary>A table up to its first row: grid, caption, and the heading that every page repeats.</summary>
    public static void OpenTable(this Utf8Xml xml, int[] widths, IReadOnlyList<string> headings, string caption)
    {
        xml.Raw("<w:tbl><w:tblPr><w:tblStyle w:val=\"Grid\"/><w:tblW w:w=\""u8).Number(widths.Sum()).Raw("\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/><w:tblCaption w:val=\""u8)
            .Text(caption).Raw("\"/></w:tblPr><w:tblGrid>"u8);
        foreach (var width in widths) xml.Raw("<w:gridCol w:w=\""u8).Number(width).Raw("\"/>"u8);
        xml.Raw("</w:tblGrid>"u8);
        if (headings.Count == 0) return;
        xml.Raw("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"u8);
        for (var i = 0; i < widths.Length; i++)
        {
            xml.OpenCell(widths[i], "<w:vAlign w:val=\"center\"/>"u8);
            xml.Lines("CellCenter"u8, headings[i].Split('\n'));
            xml.Raw("</w:tc>"u8);
        }
        xml.Raw("</w:tr>"u8);
    }

    public static void OpenCell(this Utf8Xml xml, int width, ReadOnlySpan<byte> more) =>
        xml.Raw("<w:tc><w:tcPr><w:tcW w:w=\""u8).Number(width).Raw("\" w:type=\"dxa\"/>"u8).Raw(more).Raw("</w:tcPr>"u8);

    public static void Paragraph(this Utf8Xml xml, ReadOnlySpan<byte> style, string text)
    {
        if (text.Contains('\n')) { xml.Lines(style, text.Split('\n')); return; }
        xml.Raw("<w:p><w:pPr><w:pStyle w:val=\""u8).Raw(style).Raw("\"/></w:pPr>"u8);
        if (text.Length > 0) xml.Raw("<w:r><w:t xml:space=\"preserve\">"u8).Text(NonBreaking.Bind(text)).Raw("</w:t></w:r>"u8);
        xml.Raw("</w:p>"u8);
    }

    public static void Lines(this Utf8Xml xml, ReadOnlySpan<byte> style, IReadOnlyList<string> lines)
    {
        xml.Raw("<w:p><w:pPr><w:pStyle w:val=\""u8).Raw(style).Raw("\"/></w:pPr><w:r>"u8);
        for (var i = 0; i < lines.Count; i++) xml.Raw(i > 0 ? "<w:br/><w:t>"u8 : "<w:t>"u8).Text(NonBreaking.Bind(lines[i].Trim())).Raw("</w:t>"u8);
        xml.Raw("</w:r></w:p>"u8);
    }

    /// <summary>The post in lines, the name level with the last one.</summary>
    public static void Signature(this Utf8Xml xml, ReadOnlySpan<byte> style, PaperSignature signature, int longestLine = 66)
    {
        xml.Raw("<w:p><w:pPr><w:pStyle w:val=\""u8).Raw(style).Raw("\"/></w:pPr><w:r>"u8);
        var lines = SignatureLines(signature.Post, longestLine);
        for (var i = 0; i < lines.Count; i++) xml.Raw(i > 0 ? "<w:br/><w:t>"u8 : "<w:t>"u8).Text(lines[i]).Raw("</w:t>"u8);
        xml.Raw("<w:tab/><w:t>"u8).Text(signature.Name.Replace(' ', '\u00A0')).Raw("</w:t></w:r></w:p>"u8);
    }

    /// <summary>A long post is set in lines and the name stands level with the last one (КМУ 55).</summary>
    internal static List<string> SignatureLines(string post, int longest)
    {
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

    /// <summary>The whole width divided by shares; what rounding leaves over goes to the widest.</summary>
    public static int[] Widths(int whole, IReadOnlyList<int> shares)
    {
        var sum = shares.Sum(share => Math.Max(1, share));
        var widths = shares.Select(share => whole * Math.Max(1, share) / sum).ToArray();
        if (widths.Length > 0) widths[Array.IndexOf(widths, widths.Max())] += whole - widths.Sum();
        return widths;
    }
}
