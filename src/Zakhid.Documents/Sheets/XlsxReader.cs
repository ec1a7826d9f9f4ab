using System.Globalization;
using Zakhid.Documents.Docx;
using Zakhid.Documents.Zip;

namespace Zakhid.Documents.Sheets;

/// <summary>
/// Reads XLSX and XLSM (ECMA-376 part 1, 18; transitional and strict): one forward pass over the strings and each sheet
/// that is seen. Formulas are not computed: the value that the sheet was saved with is read. Pictures, charts, notes and
/// pivot tables are not opened; macros are never run and only mentioned.
/// </summary>
static class XlsxReader
{
    const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", StrictLinks = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    /// <exception cref="FileRefused">The package or a part of it is damaged, or larger than allowed.</exception>
    public static Document Read(ZipFile zip, string main, string file, Limits limits)
    {
        PartReader? Open(string? part) => part is not null && zip.Read(part) is { } stream ? new PartReader(stream, file, limits) : null;

        var findings = new Findings();
        if (zip.Names.Any(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) findings.Macros();
        var related = Relationships.Of(main, Open);
        if (related.Target("externalLink") is not null) findings.External("externalLink");
        foreach (var kind in related.External) findings.External(kind);
        var budget = new Budget(limits with { Cells = limits.SheetCells }, file);

        var (named, from1904) = ReadBook(Open(main) ?? throw Refusal.Damaged(file), file, findings);
        using var stylesPart = Open(related.Target("styles"));
        using var stringsPart = Open(related.Target("sharedStrings"));
        var styles = XlsxStyles.Read(stylesPart);
        var strings = SharedStrings.Read(stringsPart, file, limits);

        var sheets = new List<DraftSheet>();
        foreach (var (name, id) in named)
        {
            if (related.Target("worksheet", id) is not { } part) continue;
            using var xml = Open(part) ?? throw Refusal.Damaged(file);
            var sheet = new DraftSheet(name);
            new XlsxSheetReader(xml, sheet, strings, styles, from1904, findings, budget).Read();
            xml.Finish();
            if (!sheet.IsEmpty) sheets.Add(sheet);
        }
        return new() { FileName = file, Format = "xlsx", Blocks = SheetAssembly.Assemble(sheets, findings, budget), Remarks = findings.Remarks };
    }

    /// <summary>Sheets in the order of their tabs, those that are seen; what a hidden one holds is not read.</summary>
    static (List<(string Name, string Id)> Sheets, bool From1904) ReadBook(PartReader part, string file, Findings findings)
    {
        using var xml = part;
        if (!xml.Start() || xml.Name != "workbook") throw Refusal.Damaged(file);
        var sheets = new List<(string, string)>();
        var from1904 = false;
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.Name == "workbookPr") { from1904 = xml.Attribute("date1904") is "1" or "true"; xml.Skip(); }
            else if (xml.Name == "sheets") ReadSheets(xml, sheets, findings);
            else xml.Skip();
        }
        xml.Finish();
        return (sheets, from1904);
    }

    static void ReadSheets(PartReader xml, List<(string, string)> sheets, Findings findings)
    {
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.IsElement && xml.Name == "sheet" && (xml.Attribute("id", Links) ?? xml.Attribute("id", StrictLinks)) is { } id)
            {
                var name = CellText.Clean(xml.Attribute("name") ?? "").Trim();
                if (name.Length == 0) name = string.Create(CultureInfo.InvariantCulture, $"Аркуш{sheets.Count + 1}");
                if (xml.Attribute("state") is "hidden" or "veryHidden") findings.HiddenSheet(name);
                else sheets.Add((name, id));
            }
            xml.Skip();
        }
    }
}
