namespace Zakhid.Documents.Docx;

/// <summary>
/// A <c>.rels</c> part: which parts belong to another one, by the last word of their kind («officeDocument», «styles»).
/// What lies outside the package is only remembered, never fetched.
/// </summary>
sealed class Relationships
{
    readonly Dictionary<string, string> _byKind = new(StringComparer.Ordinal);

    /// <summary>Kinds of relationships that lead out of the package and are not plain hyperlinks.</summary>
    public List<string> External { get; } = [];
    public bool HasEmbeddedDocument { get; private set; }

    public string? Target(string kind) => _byKind.GetValueOrDefault(kind);

    /// <param name="source">Name of the part whose relationships these are; empty for the package.</param>
    public static Relationships Of(string source, Func<string, PartReader?> open)
    {
        var found = new Relationships();
        var slash = source.LastIndexOf('/') + 1;
        var folder = source[..slash];
        using var xml = open($"{folder}_rels/{source[slash..]}.rels");
        if (xml is null || !xml.Start()) return found;

        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.Name == "Relationship" && xml.Attribute("Type") is { } type && xml.Attribute("Target") is { } target)
                found.Add(type[(type.LastIndexOf('/') + 1)..], target, folder, xml.Attribute("TargetMode") == "External");
            xml.Skip();
        }
        xml.Finish();
        return found;
    }

    void Add(string kind, string target, string folder, bool external)
    {
        if (external) { if (kind != "hyperlink") External.Add(kind); return; }
        if (kind is "aFChunk" or "oleObject" or "package") HasEmbeddedDocument = true;
        _byKind.TryAdd(kind, Resolve(folder, target));
    }

    /// <summary>A target relative to its folder; «..» never climbs out of the package.</summary>
    static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/')) folder = "";
        var steps = new List<string>();
        foreach (var step in (folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == "..") { if (steps.Count > 0) steps.RemoveAt(steps.Count - 1); }
            else if (step != ".") steps.Add(step);
        }
        return string.Join('/', steps);
    }
}
