using Zakhid.Text;

namespace Zakhid.Amendments.Grammar;

enum ElementKind { Word, Number, Quote, Sign }

/// <summary>
/// A word, number or sign of a phrase, folded; or a whole quotation, whose inside is nobody's grammar: what stands between
/// its marks, as printed.
/// </summary>
readonly record struct Element(ElementKind Kind, string Text, Span Span)
{
    public bool Is(string text) => Kind is not ElementKind.Quote && string.Equals(Text, text, StringComparison.Ordinal);
    public bool IsWord(params ReadOnlySpan<string> stems)
    {
        if (Kind != ElementKind.Word) return false;
        foreach (var stem in stems) if (Text.StartsWith(stem, StringComparison.Ordinal)) return true;
        return false;
    }

    public static List<Element> Cut(string phrase)
    {
        var quotes = Quotes(phrase);
        var elements = new List<Element>();
        var next = 0;
        foreach (var token in Token.Cut(phrase))
        {
            if (next < quotes.Count && token.Span.Start >= quotes[next].Start)
            {
                if (token.Span.Start == quotes[next].Start) elements.Add(new(ElementKind.Quote, Folding.Collapse(phrase[(quotes[next].Start + 1)..(quotes[next].End - 1)]), quotes[next]));
                if (token.Span.End >= quotes[next].End) next++;
                continue;
            }
            if (token.Kind == TokenKind.Break) continue;
            elements.Add(new(token.Kind switch { TokenKind.Word => ElementKind.Word, TokenKind.Number => ElementKind.Number, _ => ElementKind.Sign }, token.Text, token.Span));
        }
        return elements;
    }

    /// <summary>The outermost quotations with their marks; one that is not closed ends with the last mark that could close it.</summary>
    static List<Span> Quotes(string phrase)
    {
        var quotes = new List<Span>();
        var (depth, start, last) = (0, 0, -1);
        for (var i = 0; i < phrase.Length; i++)
        {
            var c = phrase[i];
            if (c is not ('«' or '»' or '„' or '“' or '”' or '"')) continue;
            // A mark that both opens and closes opens inside another quotation only behind a blank.
            var inner = depth > 0 && phrase[i - 1] is ' ' or '(';
            var opens = c is '«' or '„' || c == '“' && (depth == 0 || inner && phrase[start] != '„') || c == '"' && (depth == 0 || inner && phrase[start] != '"');
            if (opens && depth++ == 0) { start = i; last = -1; continue; }
            if (opens || depth == 0) continue;
            last = i;
            if (--depth == 0) quotes.Add(new(start, i + 1 - start));
        }
        if (depth > 0 && last > start) quotes.Add(new(start, last + 1 - start));
        return quotes;
    }
}
