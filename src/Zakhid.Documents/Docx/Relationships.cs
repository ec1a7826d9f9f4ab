namespace Zakhid.Documents.Docx;

/// <summary>
/// A <c>.rels</c> part: which parts belong to another one, by the last word of their kind («officeDocument», «styles»).
/// What lies outside the package is only remembered, never fetched.
/// </summary>
sealed class Relationships
{
    readonly Dictionary<string, string> _byKind = new(StringComparer.Ordinal);
    readonly Dictionary<string, (string Kind, string Part)> _byId = new(StringComparer.Ordinal);

    /// <summary>Kinds of relationships that lead out of the package and are not plain hyperlinks.</summary>
    public List<string> External { get; } = [];
    public bool HasEmbeddedDocument { get; private set; }

    public string? Target(string kind) => _byKind.GetValueOrDefault(kind);

    /// <summary>The part that another part names by its relationship, where it is of that kind.</summary>
    public string? Target(string kind, string id) => _byId.TryGetValue(id, out var found) && found.Kind == kind ? found.Part : null;

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
                found.Add(type[(type.LastIndexOf('/') + 1)..], target, folder, xml.Attribute("Id"), xml.Attribute("TargetMode") == "External");
            xml.Skip();
        }
        xml.Finish();
        return found;
    }

    void Add(string kind, string target, string folder, string? id, bool external)
    {
        if (external) { if (kind != "hyperlink") External.Add(kind); return; }
        if (kind is "aFChunk" or "oleObject" or "package") HasEmbeddedDocument = true;
        var part = Resolve(folder, target);
        _byKind.TryAdd(kind, part);
        if (id is not null) _byId.TryAdd(id, (kind, part));
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
