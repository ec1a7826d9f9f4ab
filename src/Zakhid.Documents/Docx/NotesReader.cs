namespace Zakhid.Documents.Docx;

/// <summary>
/// Footnotes and endnotes (17.11) as paragraphs after the text, in the order in which it refers to them, each labelled
/// with its number. The mark in the text is left out: it would read as a digit of the number beside it.
/// </summary>
static class NotesReader
{
    public static List<DraftBlock> Read(
        string kind, List<(string Kind, string Id)> references, PartReader? part, Styles styles, Numbering numbering, Findings findings, Budget budget)
    {
        using var xml = part;
        var wanted = references.Where(r => r.Kind == kind).Select(r => r.Id).Distinct(StringComparer.Ordinal).ToList();
        if (xml is null || wanted.Count == 0 || !xml.Start()) return [];

        var known = wanted.ToHashSet(StringComparer.Ordinal);
        var found = new Dictionary<string, List<DraftBlock>>(StringComparer.Ordinal);
        var notes = new BodyReader(xml, styles, numbering, findings, budget);
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.Name != kind || xml.W("id") is not { } id || !known.Contains(id)) { xml.Skip(); continue; }
            var blocks = new List<DraftBlock>();
            notes.ReadBlocks(blocks);
            found.TryAdd(id, blocks);
        }
        xml.Finish();
        return [.. wanted.Where(found.ContainsKey).SelectMany((id, i) => Assembly.Labelled(found[id], i + 1))];
    }
}
