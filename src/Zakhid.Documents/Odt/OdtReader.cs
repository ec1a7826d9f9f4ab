using Zakhid.Documents.Sheets;
using Zakhid.Documents.Zip;

namespace Zakhid.Documents.Odt;

/// <summary>
/// Reads ODT (OpenDocument 1.2–1.4, part 3): one forward pass over <c>styles.xml</c> and <c>content.xml</c>. Pictures,
/// headers, footers and comments are not opened; macros are never run and only mentioned.
/// </summary>
static class OdtReader
{
    public const string Mime = "application/vnd.oasis.opendocument.text";

    /// <exception cref="FileRefused">The package or a part of it is damaged, encrypted, or larger than allowed.</exception>
    public static Document Read(ZipFile zip, string file, Limits limits)
    {
        PartReader? Open(string part) => zip.Read(part) is { } stream ? new PartReader(stream, file, limits) : null;

        OdsReader.RefuseEncrypted(Open("META-INF/manifest.xml"), file);
        var findings = new Findings();
        if (zip.Names.Any(n => n.StartsWith("Basic/", StringComparison.Ordinal) || n.StartsWith("Scripts/", StringComparison.Ordinal))) findings.Macros();
        var styles = new OdtStyles();
        var lists = new OdtLists();
        using (var common = Open("styles.xml"))
        {
            if (common is not null && common.Start()) ReadStyles(common, styles, lists);
            common?.Finish();
        }

        using var xml = Open("content.xml") ?? throw Refusal.Damaged(file);
        if (!xml.Start() || xml.Name != "document-content" || xml.Namespace != OdsStyles.OfficeWords) throw Refusal.Damaged(file);
        return Read(xml, "odt", styles, lists, findings, new(limits, file), file);
    }

    /// <summary>A text that is one XML file (FODT): styles and body stand in one root, on which the reader stands.</summary>
    /// <exception cref="FileRefused">The file is damaged or larger than allowed.</exception>
    public static Document ReadFlat(PartReader xml, string file, Limits limits) => Read(xml, "fodt", new(), new(), new(), new(limits, file), file);

    static Document Read(PartReader xml, string format, OdtStyles styles, OdtLists lists, Findings findings, Budget budget, string file)
    {
        var drafts = new List<DraftBlock>();
        var body = new OdtBody(xml, styles, lists, findings, budget);
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.Name is "automatic-styles" or "styles") ReadStyleGroup(xml, styles, lists);
            else if (xml.Name == "scripts") OdsReader.LookForMacros(xml, findings);
            else if (xml.Name == "body") ReadText(xml, body, drafts);
            else xml.Skip();
        }
        xml.Finish();
        drafts.AddRange(body.Footnotes);
        drafts.AddRange(body.Endnotes);
        return new() { FileName = file, Format = format, Blocks = Assembly.Assemble(drafts, budget), Remarks = findings.Remarks };
    }

    static void ReadText(PartReader xml, OdtBody body, List<DraftBlock> drafts)
    {
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.Name == "text") body.ReadBlocks(drafts);
            else xml.Skip();
        }
    }

    static void ReadStyles(PartReader xml, OdtStyles styles, OdtLists lists)
    {
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.Name == "styles") ReadStyleGroup(xml, styles, lists);
            else xml.Skip();
        }
    }

    static void ReadStyleGroup(PartReader xml, OdtStyles styles, OdtLists lists)
    {
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.Name is "style" or "default-style") styles.Read(xml);
            else if (xml.Name is "list-style" or "outline-style") lists.ReadStyle(xml);
            else xml.Skip();
        }
    }
}
