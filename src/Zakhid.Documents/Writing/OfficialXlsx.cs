using System.Globalization;
using System.IO.Compression;
using System.Text;
using Zakhid.Documents.Consolidation;

namespace Zakhid.Documents.Writing;

/// <summary>
/// The first table of an official paper as a workbook of one sheet. Numbers are numbers and can be counted on; texts are texts,
/// so that none can be taken for a formula.
/// </summary>
public static class OfficialXlsx
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Styles of the sheet by their place in <c>cellXfs</c>.</summary>
    enum Look { Plain, Title, Heading, Text, Number, StrongText, StrongNumber }

    public static byte[] Of(OfficialPaper paper, string sheet)
    {
        using var package = new Package(CompressionLevel.Optimal);
        var table = paper.Tables[0];
        string[] opening = [.. paper.File.IsSample ? [ConsolidatedPaper.SampleMark] : Array.Empty<string>(), paper.Heading, .. paper.Title];
        package.WriteFrame([sheet], opening.Length + 1);
        using (var xml = package.Part("xl/styles.xml")) xml.Raw(Styles);
        using (var xml = package.Part("xl/worksheets/sheet1.xml"))
        {
            var last = table.Shares.Count - 1;
            xml.Raw("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\""u8).Number(opening.Length + 1)
                .Raw("\" topLeftCell=\"A"u8).Number(opening.Length + 2).Raw("\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"u8);
            int[] widths = [.. table.Shares.Select(share => Math.Clamp(share / 9, 6, 60))], whole = [widths.Sum()];
            xml.Columns(widths);
            xml.Raw("<sheetData>"u8);
            var row = 0;
            foreach (var line in opening) Row(xml, ++row, [line], whole, _ => Look.Title);
            Row(xml, ++row, [.. table.Headings.Select(heading => (PaperCell)heading)], widths, _ => Look.Heading);
            foreach (var cells in table.Rows) Row(xml, ++row, cells, widths, cell => (cell.Strong, cell.Number) switch { (true, null) => cell.IsRight ? Look.StrongNumber : Look.StrongText, (true, _) => Look.StrongNumber, (_, null) => cell.IsRight ? Look.Number : Look.Text, _ => Look.Number });
            foreach (var note in paper.Notes.Append(paper.Checkpoint ?? "").Where(note => note.Length > 0)) Row(xml, ++row, [note], whole, _ => Look.Plain);
            xml.Raw("</sheetData>"u8);
            xml.Merged([.. Enumerable.Range(1, opening.Length).Concat(Enumerable.Range(opening.Length + table.Rows.Count + 2, row - opening.Length - table.Rows.Count - 1)).Select(at => (at, 0, at, last))]);
            xml.Raw("<pageMargins left=\"1.18\" right=\"0.39\" top=\"0.79\" bottom=\"0.79\" header=\"0.39\" footer=\"0.39\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>"u8);
        }
        using var bytes = new MemoryStream();
        package.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>A line of 12 points, and how many letters of it fit into one unit of a column's width.</summary>
    const int LineHeight = 16;
    const double LettersPerUnit = 1.05;

    /// <summary>Programs do not measure wrapped text by themselves when they open a file, so the height is said.</summary>
    static int Height(IReadOnlyList<PaperCell> cells, IReadOnlyList<int> widths) => LineHeight * Math.Max(1, cells.Select((cell, i) =>
        cell.Text.Split('\n').Sum(line => 1 + (int)(Math.Max(0, line.Length - 1) / (widths[Math.Min(i, widths.Count - 1)] * LettersPerUnit)))).Max());

    static void Row(Utf8Xml xml, int row, IReadOnlyList<PaperCell> cells, IReadOnlyList<int> widths, Func<PaperCell, Look> look)
    {
        xml.OpenRow(row, Height(cells, widths));
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Number is { } number)
                xml.Raw("<c r=\""u8).Text(SheetPlace.LettersOf(i + 1)).Number(row).Raw("\" s=\""u8).Number((int)look(cells[i])).Raw("\"><v>"u8).Raw(Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture))).Raw("</v></c>"u8);
            else xml.Cell(i, row, cells[i].Text, (int)look(cells[i]));
        }
        xml.CloseRow();
    }

    static ReadOnlySpan<byte> Styles => """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="3"><font><sz val="12"/><name val="Times New Roman"/><family val="1"/></font><font><b/><sz val="12"/><name val="Times New Roman"/><family val="1"/></font><font><b/><sz val="14"/><name val="Times New Roman"/><family val="1"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="7"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment horizontal="center" vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="right" vertical="top"/></xf><xf numFmtId="49" fontId="1" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="right" vertical="top"/></xf></cellXfs></styleSheet>"""u8;
}
