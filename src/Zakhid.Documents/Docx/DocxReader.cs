using Zakhid.Documents.Zip;

namespace Zakhid.Documents.Docx;

/// <summary>
/// Reads DOCX and DOCM (ECMA-376, transitional and strict): one forward pass over the parts that hold words. Pictures,
/// themes, headers, footers and comments are not opened; macros are never run and only mentioned.
/// </summary>
static class DocxReader
{
    /// <exception cref="FileRefused">The package or a part of it is damaged, or larger than allowed.</exception>
    public static Document Read(ZipFile zip, string main, string file, Limits limits)
    {
        PartReader? Open(string? part) => part is not null && zip.Read(part) is { } stream ? new PartReader(stream, file, limits) : null;

        var findings = new Findings();
        if (zip.Names.Any(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) findings.Macros();
        var related = Relationships.Of(main, Open);
        foreach (var kind in related.External.Concat(ExternalOf(related.Target("settings"), Open))) findings.External(kind);

        using var stylesPart = Open(related.Target("styles"));
        using var numberingPart = Open(related.Target("numbering"));
        var styles = Styles.Read(stylesPart);
        var numbering = Numbering.Read(numberingPart);
        var budget = new Budget(limits, file);

        var drafts = new List<DraftBlock>();
        using var xml = Open(main) ?? throw Refusal.Damaged(file);
        var body = new BodyReader(xml, styles, numbering, findings, budget);
        if (!xml.Start() || xml.Name != "document" || xml.Namespace is not (Words.Transitional or Words.Strict)) throw Refusal.Damaged(file);
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.Name == "body") body.ReadBlocks(drafts);
            else xml.Skip();
        }
        xml.Finish();

        drafts.AddRange(NotesReader.Read("footnote", body.Notes, Open(related.Target("footnotes")), styles, numbering, findings, budget));
        drafts.AddRange(NotesReader.Read("endnote", body.Notes, Open(related.Target("endnotes")), styles, numbering, findings, budget));
        return new() { FileName = file, Format = "docx", Blocks = Assembly.Assemble(drafts, budget), Remarks = findings.Remarks };
    }

    /// <summary>A template on another host would be fetched by Word (and tell who opened the file); here it is only said.</summary>
    static List<string> ExternalOf(string? settings, Func<string, PartReader?> open) =>
        settings is null ? [] : Relationships.Of(settings, open).External;
}
