using Zakhid.Documents.Zip;

namespace Zakhid.Documents.Sheets;

/// <summary>
/// Reads ODS (OpenDocument 1.2–1.4, part 3, chapter 9): the texts that its cells were saved with; real dates as acts print
/// them. Hidden sheets are told by the style of their table. Nothing but <c>content.xml</c> is opened.
/// </summary>
static class OdsReader
{
    public const string Mime = "application/vnd.oasis.opendocument.spreadsheet";

    /// <exception cref="FileRefused">The package or a part of it is damaged, encrypted, or larger than allowed.</exception>
    public static Document Read(ZipFile zip, string file, Limits limits)
    {
        PartReader Open(string part) => zip.Read(part) is { } stream ? new PartReader(stream, file, limits) : throw Refusal.Damaged(file);

        var findings = new Findings();
        if (zip.Names.Any(n => n.StartsWith("Basic/", StringComparison.Ordinal) || n.StartsWith("Scripts/", StringComparison.Ordinal))) findings.Macros();
        RefuseEncrypted(zip.Has("META-INF/manifest.xml") ? Open("META-INF/manifest.xml") : null, file);
        var styles = new OdsStyles();
        if (zip.Has("styles.xml"))
        {
            using var common = Open("styles.xml");
            if (common.Start()) styles.ReadDocument(common);
            common.Finish();
        }
        using var xml = Open("content.xml");
        if (!xml.Start() || xml.Name != "document-content") throw Refusal.Damaged(file);
        return Read(xml, "ods", styles, findings, limits, file);
    }

    /// <summary>Sheets that are one XML file (FODS): styles and body stand in one root, on which the reader stands.</summary>
    /// <exception cref="FileRefused">The file is damaged or larger than allowed.</exception>
    public static Document ReadFlat(PartReader xml, string file, Limits limits) => Read(xml, "fods", new(), new(), limits, file);

    static Document Read(PartReader xml, string format, OdsStyles styles, Findings findings, Limits limits, string file)
    {
        var budget = new Budget(limits with { Cells = limits.SheetCells }, file);
        var sheets = new List<DraftSheet>();
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.Name is "automatic-styles" or "styles") styles.Read(xml);
            else if (xml.Name == "scripts") LookForMacros(xml, findings);
            else if (xml.Name == "body") ReadBody(xml, styles, sheets, findings, budget);
            else xml.Skip();
        }
        xml.Finish();
        return new() { FileName = file, Format = format, Blocks = SheetAssembly.Assemble(sheets, findings, budget), Remarks = findings.Remarks };
    }

    /// <summary>Programs kept in the one file itself; LibreOffice writes the shelf for them also where it is empty.</summary>
    public static void LookForMacros(PartReader xml, Findings findings)
    {
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.IsElement && xml.Name is "module" or "source-code") { findings.Macros(); xml.Skip(); }
            else if (xml.IsElement) LookForMacros(xml, findings);
            else xml.Skip();
        }
    }

    static void ReadBody(PartReader xml, OdsStyles styles, List<DraftSheet> sheets, Findings findings, Budget budget)
    {
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (!xml.IsElement || xml.Name != "spreadsheet") { xml.Skip(); continue; }
            var tables = xml.Enter();
            while (xml.Inside(tables))
            {
                if (!xml.IsElement || xml.Name != "table") { xml.Skip(); continue; }
                var name = CellText.Clean(xml.Attribute("name", OdsStyles.TableWords) ?? "").Trim();
                var sheet = new DraftSheet(name.Length > 0 ? name : "Аркуш");
                var hidden = styles.IsHiddenTable(xml.Attribute("style-name", OdsStyles.TableWords));
                if (hidden) { findings.HiddenSheet(sheet.Name); xml.Skip(); continue; }
                new OdsSheetReader(xml, sheet, styles, findings, budget).Read();
                if (!sheet.IsEmpty) sheets.Add(sheet);
            }
        }
    }

    /// <summary>The list of parts says which are encrypted; the archive itself does not.</summary>
    public static void RefuseEncrypted(PartReader? manifest, string file)
    {
        using var xml = manifest;
        if (xml is null || !xml.Start()) return;
        while (xml.Read())
            if (xml.IsElement && xml.Name == "encryption-data") throw Refusal.Encrypted(file);
    }
}
