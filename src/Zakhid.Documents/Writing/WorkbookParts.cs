using System.Globalization;
using System.Text;

namespace Zakhid.Documents.Writing;

/// <summary>The parts of a workbook around its sheets: what it is made of, and in which order the sheets stand.</summary>
static class WorkbookParts
{
    const string Packages = "http://schemas.openxmlformats.org/package/2006", Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /// <param name="package">Gets the parts; its sheets are «xl/worksheets/sheet1.xml» and so on, its styles «xl/styles.xml».</param>
    /// <param name="sheets">Their names in the order of the tabs.</param>
    /// <param name="headingRow">The row of the first sheet that each printed page repeats, from one.</param>
    public static void WriteFrame(this Package package, IReadOnlyList<string> sheets, int headingRow)
    {
        var numbers = Enumerable.Range(1, sheets.Count).Select(n => n.ToString(CultureInfo.InvariantCulture)).ToList();
        Part(package, "[Content_Types].xml", $"<Types xmlns=\"{Packages}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{Kind}sheet.main+xml\"/>{string.Concat(numbers.Select(n => $"<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"{Kind}worksheet+xml\"/>"))}<Override PartName=\"/xl/styles.xml\" ContentType=\"{Kind}styles+xml\"/></Types>");
        Part(package, "_rels/.rels", $"<Relationships xmlns=\"{Packages}/relationships\"><Relationship Id=\"rId1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Part(package, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Packages}/relationships\">{string.Concat(numbers.Select(n => $"<Relationship Id=\"rId{n}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>"))}<Relationship Id=\"styles\" Type=\"{Office}/styles\" Target=\"styles.xml\"/></Relationships>");
        using var xml = package.Part("xl/workbook.xml");
        xml.Raw("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"u8);
        for (var i = 0; i < sheets.Count; i++) xml.Raw("<sheet name=\""u8).Text(sheets[i]).Raw("\" sheetId=\""u8).Number(i + 1).Raw("\" r:id=\"rId"u8).Number(i + 1).Raw("\"/>"u8);
        xml.Raw("</sheets><definedNames><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">'"u8).Text(sheets[0]).Raw("'!$"u8).Number(headingRow).Raw(":$"u8).Number(headingRow).Raw("</definedName></definedNames></workbook>"u8);
    }

    static void Part(Package package, string name, string content)
    {
        using var xml = package.Part(name);
        xml.Raw(Encoding.UTF8.GetBytes(content));
    }
}
