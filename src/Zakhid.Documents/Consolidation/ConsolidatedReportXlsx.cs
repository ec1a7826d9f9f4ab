using System.IO.Compression;
using Zakhid.Documents.Writing;

namespace Zakhid.Documents.Consolidation;

/// <summary>
/// The same paper as a workbook of one sheet, for those who count on: every cell is text, so nothing in it can be taken
/// for a formula. Printed it keeps the heading on each page. Equal papers give equal bytes.
/// </summary>
public static class ConsolidatedReportXlsx
{
    /// <summary>Styles of the sheet by their place in <c>cellXfs</c>.</summary>
    enum Look { Plain, Title, Heading, Text, Centered, Section, Strong, Note, Prose }

    public static void Write(ConsolidatedPaper paper, Stream into)
    {
        using var package = new Package(paper.Rows.Count > 500 ? CompressionLevel.Fastest : CompressionLevel.Optimal);
        WriteFrame(package, paper);
        WriteSheet(package, paper);
        package.CopyTo(into);
    }

    static void WriteSheet(Package package, ConsolidatedPaper paper)
    {
        using var xml = package.Part("xl/worksheets/sheet1.xml");
        var columns = paper.Columns.Count;
        var heading = HeadingRow(paper);
        var merged = new List<int>();

        xml.Raw("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\""u8).Number(heading)
            .Raw("\" topLeftCell=\"A"u8).Number(heading + 1).Raw("\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"u8);
        xml.Columns([.. paper.Columns.Select(c => Math.Clamp(c.Share / 9, 6, 80))]);
        xml.Raw("<sheetData>"u8);

        var row = 0;
        foreach (var (line, look) in Opening(paper)) Wide(xml, ++row, line, look, merged);
        xml.OpenRow(++row);
        for (var i = 0; i < columns; i++) xml.Cell(i, row, paper.Columns[i].Heading, (int)Look.Heading);
        xml.CloseRow();
        foreach (var item in paper.Rows)
        {
            row++;
            if (item is PaperSection section) Wide(xml, row, section.Text, Look.Section, merged);
            else if (item is PaperMeasure measure) WriteMeasure(xml, row, paper.Columns, measure);
        }
        foreach (var line in Closing(paper)) Wide(xml, ++row, line, Look.Prose, merged);

        xml.Raw("</sheetData>"u8);
        if (columns > 1) xml.Merged([.. merged.Select(at => (at, 0, at, columns - 1))]);
        xml.Raw("<pageMargins left=\"1.18\" right=\"0.39\" top=\"0.79\" bottom=\"0.79\" header=\"0.39\" footer=\"0.39\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/><headerFooter differentFirst=\"1\"><oddHeader>&amp;C&amp;P</oddHeader></headerFooter></worksheet>"u8);
    }

    static void WriteMeasure(Utf8Xml xml, int row, IReadOnlyList<PaperColumn> columns, PaperMeasure measure)
    {
        xml.OpenRow(row);
        for (var i = 0; i < columns.Count; i++)
        {
            var text = columns[i].Field switch
            {
                PaperField.Number => measure.Number,
                PaperField.Measure => measure.Text,
                PaperField.Term => measure.Term,
                PaperField.Executors => string.Join(";\n", measure.Executors),
                PaperField.Figures => string.Join('\n', measure.Figures),
                PaperField.Status => string.Join('\n', measure.Status.Select(s => s.Text)),
                _ => "",
            };
            xml.Cell(i, row, text, (int)(columns[i].Field == PaperField.Number ? Look.Centered : Look.Text));
        }
        xml.CloseRow();
    }

    static int HeadingRow(ConsolidatedPaper paper) => Opening(paper).Count() + 1;

    static IEnumerable<(string, Look)> Opening(ConsolidatedPaper paper)
    {
        if (paper.IsSample) yield return (ConsolidatedPaper.SampleMark, Look.Note);
        foreach (var line in paper.Addressee) yield return (line, Look.Plain);
        yield return (paper.Heading, Look.Title);
        foreach (var line in paper.Title) yield return (line, Look.Title);
        foreach (var line in paper.Introduction) yield return (line, Look.Prose);
    }

    static IEnumerable<string> Closing(ConsolidatedPaper paper)
    {
        if (paper.Signature is { } signature) yield return $"{signature.Post.Replace('\n', ' ')} — {signature.Name}";
        if (paper.Date is { } date) yield return date;
        if (paper.PreparedBy is { } by) yield return by;
        if (paper.Checkpoint is { } checkpoint) yield return checkpoint;
    }

    /// <summary>Letters in a line over all columns: merged cells do not grow by themselves.</summary>
    const int LineOfSheet = 140;

    static void Wide(Utf8Xml xml, int row, string text, Look look, List<int> merged)
    {
        merged.Add(row);
        xml.OpenRow(row, 19 * (1 + text.Length / LineOfSheet));
        xml.Cell(0, row, text, (int)look);
        xml.CloseRow();
    }

    static void WriteFrame(Package package, ConsolidatedPaper paper)
    {
        Part(package, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>"""u8);
        Part(package, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/></Relationships>"""u8);
        Part(package, "xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"""u8);
        var heading = HeadingRow(paper);
        using (var xml = package.Part("xl/workbook.xml"))
            xml.Raw("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Інформація\" sheetId=\"1\" r:id=\"rId1\"/></sheets><definedNames><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">'Інформація'!$"u8)
                .Number(heading).Raw(":$"u8).Number(heading).Raw("</definedName></definedNames></workbook>"u8);
        Part(package, "xl/styles.xml", """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="4"><font><sz val="12"/><name val="Times New Roman"/><family val="1"/></font><font><b/><sz val="12"/><name val="Times New Roman"/><family val="1"/></font><font><b/><sz val="14"/><name val="Times New Roman"/><family val="1"/></font><font><i/><sz val="12"/><name val="Times New Roman"/><family val="1"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="9"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment horizontal="center" vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="3" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>"""u8);
        DocxParts.WriteProperties(package, FileProperties.Of(paper));
    }

    static void Part(Package package, string name, ReadOnlySpan<byte> content)
    {
        using var xml = package.Part(name);
        xml.Raw(content);
    }
}
