using System.Globalization;
using System.Net;
using System.Text;
using Zakhid.Documents.Tests.Hostile;

namespace Zakhid.Documents.Tests.Sheets;

/// <summary>A cell of a workbook under test: a text, a number, a day, each with its spans and how it is set.</summary>
sealed record TestCell(int Row, int Column, string? Text = null, double? Number = null, DateOnly? Day = null, int Across = 1, int Down = 1, bool Bold = false, bool Centred = false, string? Format = null)
{
    public const string DayFormat = "dd.mm.yyyy";
}

/// <summary>One sheet of a workbook under test; rows and columns count from zero.</summary>
sealed record TestSheet(string Name)
{
    public List<TestCell> Cells { get; } = [];
    public bool Hidden { get; init; }
    public HashSet<int> HiddenRows { get; init; } = [];
    public HashSet<int> HiddenColumns { get; init; } = [];

    public TestSheet Add(params TestCell[] cells) { Cells.AddRange(cells); return this; }

    /// <summary>Texts of a row from its first column on; null leaves a cell empty.</summary>
    public TestSheet Row(int row, params string?[] texts)
    {
        for (var c = 0; c < texts.Length; c++) if (texts[c] is { } text) Cells.Add(new(row, c, text));
        return this;
    }
}

/// <summary>The same workbook as XLSX and as ODS, written by hand: what office programs write, and nothing of ours in between.</summary>
sealed class SheetFile(params TestSheet[] sheets)
{
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public bool From1904 { get; init; }
    /// <summary>Texts stand in a table of their own, as Excel writes them; else in their cells.</summary>
    public bool Shared { get; init; } = true;

    public Document Read(string format) => DocumentFile.Open(Bytes(format), "план." + format);

    public byte[] Bytes(string format) => format switch { "ods" => Ods(), "fods" => Fods(), "csv" => CsvFile.Of(sheets[0]), "xls" => XlsFile.Of(sheets, From1904), _ => Xlsx().Bytes() };

    public RawZip Xlsx(RawZip? zip = null)
    {
        var formats = sheets.SelectMany(s => s.Cells).Select(FormatOf).OfType<string>().Distinct().ToList();
        var strings = sheets.SelectMany(s => s.Cells).Select(c => c.Text).OfType<string>().Distinct().ToList();
        zip = (zip ?? new()).Add("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")
            .Add("_rels/.rels", $"<Relationships><Relationship Id=\"a\" Type=\"{Links}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")
            .Add("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Links}\"><workbookPr{(From1904 ? " date1904=\"1\"" : "")}/><sheets>{string.Concat(sheets.Select((s, i) => $"<sheet name=\"{WebUtility.HtmlEncode(s.Name)}\" sheetId=\"{i + 1}\"{(s.Hidden ? " state=\"hidden\"" : "")} r:id=\"s{i}\"/>"))}</sheets></workbook>")
            .Add("xl/_rels/workbook.xml.rels", $"<Relationships>{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"s{i}\" Type=\"{Links}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}<Relationship Id=\"st\" Type=\"{Links}/styles\" Target=\"styles.xml\"/><Relationship Id=\"ss\" Type=\"{Links}/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/></Relationships>")
            .Add("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><numFmts>{string.Concat(formats.Select((f, i) => $"<numFmt numFmtId=\"{164 + i}\" formatCode=\"{WebUtility.HtmlEncode(f)}\"/>"))}</numFmts><fonts><font/><font><b/></font></fonts><fills><fill><patternFill patternType=\"none\"/></fill></fills><cellXfs>{string.Concat(Enumerable.Range(-1, formats.Count + 1).SelectMany(f => Enumerable.Range(0, 4).Select(b => $"<xf numFmtId=\"{(f < 0 ? 0 : 164 + f)}\" fontId=\"{b & 1}\">{(b > 1 ? "<alignment horizontal=\"center\"/>" : "")}</xf>")))}</cellXfs></styleSheet>")
            .Add("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{string.Concat(strings.Select(s => $"<si><t xml:space=\"preserve\">{WebUtility.HtmlEncode(s)}</t></si>"))}</sst>");
        for (var i = 0; i < sheets.Length; i++) zip.Add($"xl/worksheets/sheet{i + 1}.xml", Sheet(sheets[i], formats, strings));
        return zip;
    }

    internal static string? FormatOf(TestCell cell) => cell.Format ?? (cell.Day is null ? null : TestCell.DayFormat);

    string Sheet(TestSheet sheet, List<string> formats, List<string> strings)
    {
        var xml = new StringBuilder($"<worksheet xmlns=\"{Main}\"><dimension ref=\"A1\"/>");
        if (sheet.HiddenColumns.Count > 0) xml.Append($"<cols>{string.Concat(sheet.HiddenColumns.Order().Select(c => $"<col min=\"{c + 1}\" max=\"{c + 1}\" width=\"9\" hidden=\"1\"/>"))}</cols>");
        xml.Append("<sheetData>");
        foreach (var row in sheet.Cells.GroupBy(c => c.Row).OrderBy(r => r.Key))
        {
            xml.Append($"<row r=\"{row.Key + 1}\"{(sheet.HiddenRows.Contains(row.Key) ? " hidden=\"1\"" : "")}>");
            foreach (var cell in row.OrderBy(c => c.Column))
            {
                var style = (FormatOf(cell) is { } format ? formats.IndexOf(format) + 1 : 0) * 4 + (cell.Bold ? 1 : 0) + (cell.Centred ? 2 : 0);
                xml.Append($"<c r=\"{SheetPlace.LettersOf(cell.Column + 1)}{row.Key + 1}\" s=\"{style}\"");
                var number = cell.Number ?? (cell.Day is { } day ? day.ToDateTime(default).ToOADate() - (From1904 ? 1462 : 0) : null);
                if (number is { } value) xml.Append(string.Create(CultureInfo.InvariantCulture, $"><v>{value}</v></c>"));
                else if (Shared) xml.Append($" t=\"s\"><v>{strings.IndexOf(cell.Text!)}</v></c>");
                else xml.Append($" t=\"inlineStr\"><is><t xml:space=\"preserve\">{WebUtility.HtmlEncode(cell.Text)}</t></is></c>");
            }
            xml.Append("</row>");
        }
        xml.Append("</sheetData>");
        var merged = sheet.Cells.Where(c => c.Across > 1 || c.Down > 1).ToList();
        if (merged.Count > 0) xml.Append($"<mergeCells>{string.Concat(merged.Select(c => $"<mergeCell ref=\"{SheetPlace.LettersOf(c.Column + 1)}{c.Row + 1}:{SheetPlace.LettersOf(c.Column + c.Across)}{c.Row + c.Down}\"/>"))}</mergeCells>");
        return xml.Append("</worksheet>").ToString();
    }

    const string OpenNames = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\"";

    byte[] Ods() => new RawZip().Add(new("mimetype", "application/vnd.oasis.opendocument.spreadsheet"u8.ToArray()) { Method = 0 })
        .Add("content.xml", $"<office:document-content {OpenNames}>{OpenContent()}</office:document-content>").Bytes();

    /// <summary>The same as one XML file.</summary>
    byte[] Fods() => Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document {OpenNames} office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">{OpenContent()}</office:document>");

    string OpenContent()
    {
        var body = new StringBuilder();
        foreach (var sheet in sheets) Table(sheet, body);
        var styles = string.Concat(Enumerable.Range(0, 4).Select(b => $"<style:style style:name=\"c{b}\" style:family=\"table-cell\">{((b & 2) > 0 ? "<style:paragraph-properties fo:text-align=\"center\"/>" : "")}{((b & 1) > 0 ? "<style:text-properties fo:font-weight=\"bold\"/>" : "")}</style:style>"));
        return $"<office:automatic-styles>{styles}<style:style style:name=\"gone\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style></office:automatic-styles><office:body><office:spreadsheet>{body}</office:spreadsheet></office:body>";
    }

    static void Table(TestSheet sheet, StringBuilder xml)
    {
        xml.Append($"<table:table table:name=\"{WebUtility.HtmlEncode(sheet.Name)}\"{(sheet.Hidden ? " table:style-name=\"gone\"" : "")}>");
        var columns = sheet.Cells.Select(c => c.Column + c.Across).DefaultIfEmpty(1).Max();
        for (var c = 0; c < columns; c++) xml.Append($"<table:table-column{(sheet.HiddenColumns.Contains(c) ? " table:visibility=\"collapse\"" : "")}/>");
        xml.Append($"<table:table-column table:number-columns-repeated=\"{16384 - columns}\"/>");
        var rows = sheet.Cells.ToLookup(c => c.Row);
        var covered = sheet.Cells.SelectMany(c => Enumerable.Range(c.Row, c.Down).SelectMany(r => Enumerable.Range(c.Column, c.Across).Select(k => (r, k)))).ToHashSet();
        var last = sheet.Cells.Select(c => c.Row + c.Down).DefaultIfEmpty().Max();
        for (var r = 0; r < last; r++)
        {
            xml.Append($"<table:table-row{(sheet.HiddenRows.Contains(r) ? " table:visibility=\"collapse\"" : "")}>");
            for (var c = 0; c < columns; c++)
            {
                if (rows[r].FirstOrDefault(x => x.Column == c) is not { } cell) { xml.Append(covered.Contains((r, c)) ? "<table:covered-table-cell/>" : "<table:table-cell/>"); continue; }
                xml.Append($"<table:table-cell table:style-name=\"c{(cell.Bold ? 1 : 0) + (cell.Centred ? 2 : 0)}\" table:number-columns-spanned=\"{cell.Across}\" table:number-rows-spanned=\"{cell.Down}\"");
                if (cell.Day is { } day) xml.Append($" office:value-type=\"date\" office:date-value=\"{day:yyyy-MM-dd}\"><text:p>{day:dd.MM.yy}</text:p>");
                else if (cell.Number is { } number) xml.Append(string.Create(CultureInfo.InvariantCulture, $" office:value-type=\"float\" office:value=\"{number}\"><text:p>{NumberText(number)}</text:p>"));
                else xml.Append($" office:value-type=\"string\">{string.Concat(cell.Text!.Split('\n').Select(p => $"<text:p>{WebUtility.HtmlEncode(p).Replace("\t", "<text:tab/>")}</text:p>"))}");
                xml.Append("</table:table-cell>");
            }
            xml.Append("<table:table-cell table:number-columns-repeated=\"1000\"/></table:table-row>");
        }
        xml.Append("<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row></table:table>");
    }

    internal static string NumberText(double number) => number.ToString("0.##########", CultureInfo.InvariantCulture).Replace('.', ',');
}
