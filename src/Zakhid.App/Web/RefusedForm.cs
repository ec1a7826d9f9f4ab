using System.Net;
using System.Text;

namespace Zakhid.App.Web;

/// A drawn page whose form was refused: what was typed is put back into that form, what it lies folded in is opened, and each
/// sentence stands at its field. Only for our own pages: every attribute is in double quotes, as Razor writes it.
static class RefusedForm
{
    public static string Refill(string html, string path, string? handler, IReadOnlyDictionary<string, IReadOnlyList<string?>> typed, IReadOnlyList<(string Field, string Sentence)> mend)
    {
        var tags = MarkupTag.All(html);
        if (Sent(tags, path, handler, typed) is not { } sent) return html;
        var (from, to) = sent;
        var edits = new List<(int At, int Length, string Text)>();

        var folds = new Stack<MarkupTag>();
        for (var i = 0; i < from; i++)
        {
            if (tags[i].Is("details")) folds.Push(tags[i]);
            else if (tags[i].Is("/details")) folds.TryPop(out _);
        }
        foreach (var fold in folds.Where(f => !f.Has("open"))) edits.Add((fold.At + "<details".Length, 0, " open"));

        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = from; i < to; i++)
        {
            if (tags[i].Value("name") is not { } name || !typed.TryGetValue(name, out var values)) continue;
            var nth = taken[name] = taken.GetValueOrDefault(name, -1) + 1;
            var value = nth < values.Count ? values[nth] : null;
            if (tags[i].Is("textarea") && value is not null) edits.Add((tags[i].End, tags[i + 1].At - tags[i].End, (value.StartsWith('\n') || value.StartsWith("\r\n", StringComparison.Ordinal) ? "\n" : "") + Encoded(value)));
            else if (tags[i].Is("select"))
                for (var o = i + 1; o < to && !tags[o].Is("/select"); o++) { if (tags[o].Is("option")) Mark(tags[o], "selected", values.Contains(tags[o].Value("value"))); }
            else if (tags[i].Is("input") && tags[i].Value("type") is not ("hidden" or "password" or "file" or "checkbox" or "radio") && value is not null) Set(tags[i], value);
        }
        // A box that was not ticked is not sent, and neither is its name.
        foreach (var box in tags[from..to].Where(t => t.Is("input") && t.Value("type") is "checkbox" or "radio"))
            if (box.Value("name") is { } name) Mark(box, "checked", typed.TryGetValue(name, out var values) && values.Contains(box.Value("value") ?? "on"));

        foreach (var (field, sentence) in mend)
        {
            if (tags.Exists(t => t.Value("id") == field)) continue;
            var control = tags[from..to].Find(t => t.Value("name") == field && t.Value("type") != "hidden") ?? tags[from..to].Find(t => t.Value("id") is not null && t.IsTyped);
            if (control?.Value("id") is not { } id) continue;
            var link = html.IndexOf($"href=\"#{field}\"", StringComparison.Ordinal);
            if (link >= 0) edits.Add((link, $"href=\"#{field}\"".Length, $"href=\"#{id}\""));
            if (control.Value("name") == field) edits.Add((control.At, 0, $"<span class=\"err\">{Encoded(sentence)}</span>"));
        }

        var text = new StringBuilder(html);
        foreach (var (at, length, put) in edits.OrderByDescending(e => e.At)) text.Remove(at, length).Insert(at, put);
        return text.ToString();

        void Set(MarkupTag tag, string value)
        {
            if (tag.Place("value") is { } place) edits.Add((place.At, place.Length, Encoded(value)));
            else edits.Add((tag.At + "<input".Length, 0, $" value=\"{Encoded(value)}\""));
        }

        void Mark(MarkupTag tag, string mark, bool on)
        {
            var place = tag.Place(mark);
            if (on && place is null) edits.Add((tag.At + 1 + tag.Name.Length, 0, $" {mark}=\"{mark}\""));
            // From the blank before the word to the quote that ends its value.
            else if (!on && place is { } was) edits.Add((was.At - mark.Length - 3, was.Length + mark.Length + 4, ""));
        }
    }

    /// The tags of the form that was sent: it posts to the same page and handler, and of several such its hidden fields agree best.
    static (int From, int To)? Sent(List<MarkupTag> tags, string path, string? handler, IReadOnlyDictionary<string, IReadOnlyList<string?>> typed)
    {
        (int, int)? best = null;
        var least = int.MaxValue;
        for (var i = 0; i < tags.Count; i++)
        {
            if (!tags[i].Is("form") || tags[i].Value("method") != "post") continue;
            var to = tags.FindIndex(i, t => t.Is("/form"));
            if (to < 0) break;
            var action = tags[i].Value("action") ?? "";
            if (!Leads(action) && !tags[i..to].Exists(t => t.Value("formaction") is { } other && Leads(other))) continue;
            var other = tags[i..to].Count(t => t.Value("type") == "hidden" && t.Value("name") is { } name && name != "csrf" && (!typed.TryGetValue(name, out var values) || !values.Contains(t.Value("value") ?? "")));
            if (other < least) (best, least) = ((i, to), other);
        }
        return best;

        bool Leads(string action)
        {
            var parts = action.Split('#')[0].Split('?');
            var asked = parts.Length < 2 ? null : parts[1].Split('&').Select(p => p.Split('=')).FirstOrDefault(p => p[0] == "handler")?.ElementAtOrDefault(1);
            // A form without an action is sent to the address of the page, with its handler.
            return (parts[0].Length == 0 || parts[0] == path) && (action.Length == 0 || string.Equals(asked ?? "", handler ?? "", StringComparison.OrdinalIgnoreCase));
        }
    }

    static string Encoded(string value) => WebUtility.HtmlEncode(value);
}
