using System.Net;

namespace Zakhid.App.Web;

/// A tag of a page that we drew ourselves, and where its attributes stand in it.
sealed class MarkupTag
{
    public required string Name { get; init; }
    /// Where «<» stands, and what follows «>».
    public required int At { get; init; }
    public required int End { get; init; }
    readonly Dictionary<string, (int At, int Length, string Value)> _attributes = new(StringComparer.Ordinal);

    public bool Is(string name) => Name == name;
    public bool Has(string attribute) => _attributes.ContainsKey(attribute);
    public string? Value(string attribute) => _attributes.TryGetValue(attribute, out var found) ? found.Value : null;
    /// Where the value stands between its quotes; null: there is no such attribute, or it has no value.
    public (int At, int Length)? Place(string attribute) => _attributes.TryGetValue(attribute, out var found) && found.At >= 0 ? (found.At, found.Length) : null;
    public bool IsTyped => Is("textarea") || Is("select") || (Is("input") && Value("type") is not ("hidden" or "password" or "file"));

    public static List<MarkupTag> All(string html)
    {
        var tags = new List<MarkupTag>();
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length;)
        {
            var i = at + 1;
            while (i < html.Length && (char.IsAsciiLetterOrDigit(html[i]) || html[i] == '/')) i++;
            var name = html[(at + 1)..i];
            var attributes = new Dictionary<string, (int, int, string)>(StringComparer.Ordinal);
            while (i < html.Length && html[i] != '>')
            {
                var start = i;
                while (i < html.Length && html[i] is not ('=' or '>' or ' ' or '\n' or '\r' or '\t')) i++;
                var attribute = html[start..i];
                if (i + 1 < html.Length && html[i] == '=' && html[i + 1] == '"')
                {
                    var close = html.IndexOf('"', i + 2);
                    if (close < 0) return tags;
                    attributes.TryAdd(attribute, (i + 2, close - i - 2, WebUtility.HtmlDecode(html[(i + 2)..close])));
                    i = close + 1;
                }
                else
                {
                    if (attribute.Length > 0) attributes.TryAdd(attribute, (-1, 0, ""));
                    if (i < html.Length && html[i] != '>') i++;
                }
            }
            var tag = new MarkupTag { Name = name, At = at, End = Math.Min(i + 1, html.Length) };
            foreach (var (key, value) in attributes) tag._attributes[key] = value;
            tags.Add(tag);
            at = html.IndexOf('<', tag.End < html.Length ? tag.End : html.Length - 1);
            if (tag.End >= html.Length) break;
        }
        return tags;
    }
}
