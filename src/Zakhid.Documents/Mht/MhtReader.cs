using Zakhid.Documents.Html;

namespace Zakhid.Documents.Mht;

/// <summary>
/// Reads a page with all that belongs to it in one file (MHTML, RFC 2557; Word's and Excel's «web page, single file», pages
/// kept by browsers). Its page is read as any other; pictures and styles in parts of their own are not opened.
/// </summary>
static class MhtReader
{
    const int Deepest = 8;

    /// <exception cref="FileRefused">No page is in it, or more parts than allowed, or the page is refused.</exception>
    public static Document Read(byte[] bytes, string file, Limits limits)
    {
        var leaves = new List<MimePart>();
        var whole = MimePart.Of(bytes);
        Collect(whole, leaves, depth: 0, file, limits);
        var pages = leaves.FindAll(p => p.Kind == "text/html" && !IsAttached(p));
        if (pages.Count == 0) throw Refusal.Damaged(file);

        var findings = new Findings();
        if (leaves.Exists(IsAttached)) findings.EmbeddedDocument();
        var start = whole.Parameters.GetValueOrDefault("start");
        var first = pages.Find(p => start is not null && p.Header("Content-ID") == start) ?? pages[0];
        var page = HtmlReader.Decode(first.Content(), first.Parameters.GetValueOrDefault("charset"), findings);
        // A book of several sheets is a frame around a page for each.
        if (Sheets(page) is { Count: > 0 } names)
            page = string.Concat(names.Select(n => pages.Find(p => p.Header("Content-Location") is { } at && Name(at).Equals(n, StringComparison.OrdinalIgnoreCase))).OfType<MimePart>()
                .Select(p => HtmlReader.Decode(p.Content(), p.Parameters.GetValueOrDefault("charset"), findings)));
        return HtmlReader.Read(page, file, limits, findings) with { Format = "mht" };
    }

    static void Collect(MimePart part, List<MimePart> leaves, int depth, string file, Limits limits)
    {
        if (depth > Deepest) throw Refusal.TooDeep(file, Deepest);
        if (!part.IsMany) { leaves.Add(part); return; }
        foreach (var inner in part.Parts())
        {
            Collect(inner, leaves, depth + 1, file, limits);
            if (leaves.Count > limits.Entries) throw Refusal.TooMany(file, "частин", limits.Entries);
        }
    }

    static bool IsAttached(MimePart part) => part.Header("Content-Disposition")?.StartsWith("attachment", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The pages that a page of frames names, in order: Excel's links to its sheets, else its frames; none for any other page.</summary>
    static List<string> Sheets(string page)
    {
        List<string> links = [], frames = [];
        var framed = false;
        var tokens = new HtmlTokens(page);
        while (tokens.Next() is var kind && kind != HtmlToken.End)
        {
            if (kind != HtmlToken.Start) continue;
            if (tokens.Name == "body") break;
            framed |= tokens.Name == "frameset";
            if (tokens.Name == "link" && tokens.Attribute("id") == "shLink" && tokens.Attribute("href") is { } sheet) links.Add(Name(sheet));
            else if (tokens.Name == "frame" && tokens.Attribute("src") is { } frame) frames.Add(Name(frame));
            else if (tokens.Name is "script" or "style") tokens.Raw(tokens.Name);
        }
        return !framed ? [] : links.Count > 0 ? links : frames;
    }

    /// <summary>The last step of an address, without what is asked of it.</summary>
    static string Name(string address) => Uri.UnescapeDataString(address[(address.LastIndexOfAny(['/', '\\']) + 1)..]).Split('?', '#')[0];
}
