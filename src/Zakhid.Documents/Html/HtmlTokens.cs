using System.Buffers;
using System.Net;
using System.Runtime.InteropServices;

namespace Zakhid.Documents.Html;

enum HtmlToken { End, Text, Start, Close }

/// <summary>
/// Cuts a page into tags and text as browsers do (WHATWG, 13.2.5), forward and without a tree: a mark that is no tag is
/// text, comments and declarations are passed by, what stands in a script or a style is one text.
/// </summary>
sealed class HtmlTokens(string page)
{
    const int LongestTag = 1 << 16;
    static readonly SearchValues<char> AfterValue = SearchValues.Create("\"'; />");
    int _at;
    int _tagEnd;

    public HtmlToken Kind { get; private set; }
    /// <summary>Of a tag, in small letters.</summary>
    public string Name { get; private set; } = "";
    /// <summary>The text with its references resolved.</summary>
    public string Text { get; private set; } = "";
    public bool SelfClosed { get; private set; }

    readonly record struct Stretch(int Start, int Length);

    readonly List<(Stretch Name, Stretch Value)> _found = [];
    int _attributes;
    bool _split;

    public HtmlToken Next()
    {
        while (_at < page.Length)
        {
            if (page[_at] != '<') return TextTo(NextMark(_at));
            if (TagAt()) return Kind;
            if (!PassDeclaration()) return TextTo(NextMark(_at + 1));
        }
        return Kind = HtmlToken.End;
    }

    /// <summary>What stands before the closing tag of this name, as it is written; the tag itself is passed.</summary>
    public string Raw(string name)
    {
        var start = _at;
        for (var at = start; (at = page.IndexOf("</", at, StringComparison.Ordinal)) >= 0; at += 2)
        {
            if (string.Compare(page, at + 2, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) != 0) continue;
            var close = page.IndexOf('>', at);
            _at = close < 0 ? page.Length : close + 1;
            return page[start..at];
        }
        _at = page.Length;
        return page[start..];
    }

    /// <summary>The value of an attribute of the tag in hand; null where it has none.</summary>
    public string? Attribute(string name)
    {
        if (!_split) SplitAttributes();
        foreach (var (nameAt, value) in CollectionsMarshal.AsSpan(_found))
        {
            if (nameAt.Length != name.Length || !page.AsSpan(nameAt.Start, nameAt.Length).Equals(name, StringComparison.OrdinalIgnoreCase)) continue;
            var written = page.Substring(value.Start, value.Length);
            return written.Contains('&') ? WebUtility.HtmlDecode(written) : written;
        }
        return null;
    }

    void SplitAttributes()
    {
        _split = true;
        _found.Clear();
        for (var at = _attributes; at < _tagEnd;)
        {
            while (at < _tagEnd && (char.IsWhiteSpace(page[at]) || page[at] is '/' or '=')) at++;
            var start = at;
            while (at < _tagEnd && !char.IsWhiteSpace(page[at]) && page[at] is not ('=' or '/')) at++;
            if (at == start) return;
            var name = new Stretch(start, at - start);
            _found.Add((name, ValueAt(ref at)));
        }
    }

    Stretch ValueAt(ref int at)
    {
        while (at < _tagEnd && char.IsWhiteSpace(page[at])) at++;
        if (at >= _tagEnd || page[at] != '=') return default;
        at++;
        while (at < _tagEnd && char.IsWhiteSpace(page[at])) at++;
        if (at >= _tagEnd) return default;
        var start = at;
        if (page[at] is not ('"' or '\''))
        {
            while (at < _tagEnd && !char.IsWhiteSpace(page[at])) at++;
            return new(start, at - start);
        }
        var end = page.IndexOf(page[at], ++start, _tagEnd - start);
        if (end < 0) end = _tagEnd;
        at = Math.Min(end + 1, _tagEnd);
        return new(start, end - start);
    }

    /// <summary>The encoding that the head of a page declares («charset=…»), or null.</summary>
    public static string? Charset(ReadOnlySpan<byte> bytes)
    {
        var head = System.Text.Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 4096)]);
        var at = head.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var value = head.AsSpan(at + 8).TrimStart("\"' ");
        var end = value.IndexOfAny(AfterValue);
        return (end < 0 ? value : value[..end]).ToString();
    }

    /// <summary>The next angle that may open a tag or a declaration (others are text), or where a part of a long text ends.</summary>
    int NextMark(int from)
    {
        var last = Math.Min(page.Length, from + LongestTag);
        for (var at = from; (at = page.IndexOf('<', at, last - at)) >= 0 && at + 1 < page.Length; at++)
            if (page[at + 1] is '/' or '!' or '?' || char.IsAsciiLetter(page[at + 1])) return at;
        return last;
    }

    /// <summary>A long text is given in parts, so that a page of one text is not held several times over; a reference stays whole.</summary>
    HtmlToken TextTo(int end)
    {
        if (end < page.Length && page[end] != '<' && page.LastIndexOf('&', end - 1, Math.Min(64, end - _at)) is var reference && reference > _at) end = reference;
        var text = page[_at..end];
        Text = text.Contains('&') ? WebUtility.HtmlDecode(text) : text;
        _at = end;
        return Kind = HtmlToken.Text;
    }

    bool TagAt()
    {
        var closes = _at + 1 < page.Length && page[_at + 1] == '/';
        var name = _at + (closes ? 2 : 1);
        if (name >= page.Length || !char.IsAsciiLetter(page[name])) return false;
        var end = name;
        while (end < page.Length && !char.IsWhiteSpace(page[end]) && page[end] is not ('>' or '/')) end++;
        Name = page[name..end].ToLowerInvariant();
        (_attributes, _split) = (end, false);
        _tagEnd = EndOfTag(end);
        SelfClosed = _tagEnd > end && page[_tagEnd - 1] == '/';
        _at = Math.Min(_tagEnd + 1, page.Length);
        Kind = closes ? HtmlToken.Close : HtmlToken.Start;
        return true;
    }

    /// <summary>The closing angle, those inside quoted values not counted; a quotation that never ends is none.</summary>
    int EndOfTag(int from)
    {
        var quote = '\0';
        var last = Math.Min(page.Length, from + LongestTag);
        for (var at = from; at < last; at++)
        {
            if (quote != '\0') { if (page[at] == quote) quote = '\0'; }
            else if (page[at] is '"' or '\'' && page[at - 1] is '=' or ' ') quote = page[at];
            else if (page[at] == '>') return at;
        }
        return page.IndexOf('>', from) is >= 0 and var end ? end : page.Length;
    }

    /// <summary>A comment, a document type, a processing instruction, or a conditional of Word.</summary>
    bool PassDeclaration()
    {
        if (_at + 1 >= page.Length || page[_at + 1] is not ('!' or '?' or '/')) return false;
        var comment = string.CompareOrdinal(page, _at, "<!--", 0, 4) == 0;
        var end = comment ? page.IndexOf("-->", Math.Min(_at + 4, page.Length), StringComparison.Ordinal) : page.IndexOf('>', _at);
        _at = end < 0 ? page.Length : end + (comment ? 3 : 1);
        return true;
    }
}
