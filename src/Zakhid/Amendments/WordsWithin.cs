using Zakhid.Text;

namespace Zakhid.Amendments;

/// <summary>
/// Finds quoted words in a printed text, whatever the quotation marks, dashes, apostrophes, blanks and capitals, and puts
/// others in their place. Whole words only: «ОТГ» is not found in «ОТГшний».
/// </summary>
public static class WordsWithin
{
    /// <param name="text">As printed.</param>
    /// <param name="words">As quoted by the amending act.</param>
    /// <param name="everyCase">Endings may differ («у всіх відмінках»).</param>
    /// <returns>Where the words stand, in order, none over another.</returns>
    public static IReadOnlyList<Span> Find(string text, string words, bool everyCase = false)
    {
        var (within, wanted) = (Plain(text), Plain(words));
        var found = new List<Span>();
        if (wanted.Count == 0) return found;
        for (var i = 0; i + wanted.Count <= within.Count; i++)
        {
            var k = 0;
            while (k < wanted.Count && Same(within[i + k], wanted[k], everyCase)) k++;
            if (k < wanted.Count) continue;
            found.Add(WithQuotes(text, within[i].Span.To(within[i + k - 1].Span), words));
            i += k - 1;
        }
        return found;
    }

    /// <summary>The text with others in place of the words, everywhere; null where it does not hold them.</summary>
    public static string? Replace(string text, string words, string others, bool everyCase = false)
    {
        var found = Find(text, words, everyCase);
        if (found.Count == 0) return null;
        for (var i = found.Count - 1; i >= 0; i--) text = text[..found[i].Start] + Cased(others, text[found[i].Start], words) + text[found[i].End..];
        return others.Length > 0 ? text : Tidy(text);
    }

    /// <summary>The text with others behind (or before) the first place of the words; null where it does not hold them.</summary>
    public static string? Insert(string text, string anchor, string others, bool before)
    {
        if (Find(text, anchor) is not [var at, ..]) return null;
        return before ? text[..at.Start] + others + " " + text[at.Start..] : text[..at.End] + Joined(others) + text[at.End..];
    }

    /// <summary>« та культури» behind a word; «, старости» without a blank.</summary>
    public static string Joined(string others) => others.Length == 0 || others[0] is ',' or ';' or '.' or ':' ? others : " " + others;

    /// <summary>A sentence that began with the old words begins with the new ones.</summary>
    static string Cased(string others, char first, string words) =>
        others.Length > 0 && words.Length > 0 && char.IsUpper(first) && char.IsLower(words[0]) && char.IsLower(others[0]) ? char.ToUpperInvariant(others[0]) + others[1..] : others;

    static string Tidy(string text) => Folding.Collapse(text).Replace(" ,", ",", StringComparison.Ordinal).Replace(" ;", ";", StringComparison.Ordinal).Replace(" .", ".", StringComparison.Ordinal).Replace(",,", ",", StringComparison.Ordinal).Trim(' ', ',', ';');

    /// <summary>The quotation marks that the words begin or end with belong to them, whatever marks the text has.</summary>
    static Span WithQuotes(string text, Span span, string words)
    {
        var (start, end) = (span.Start, span.End);
        for (var i = 0; i < words.Length && IsQuote(words[i]) && start > 0 && IsQuote(text[start - 1]); i++) start--;
        for (var i = words.Length - 1; i >= 0 && IsQuote(words[i]) && end < text.Length && IsQuote(text[end]); i--) end++;
        return new(start, end - start);
    }

    static bool IsQuote(char c) => c is '«' or '»' or '„' or '“' or '”' or '"';

    static List<Token> Plain(string text) => [.. Token.Cut(text).Where(t => t.Kind != TokenKind.Break && !t.Is("\""))];

    static bool Same(Token token, Token wanted, bool everyCase)
    {
        if (token.Is(wanted.Text)) return true;
        if (!everyCase || token.Kind != TokenKind.Word || wanted.Kind != TokenKind.Word || Math.Abs(token.Text.Length - wanted.Text.Length) > 3) return false;
        var shared = 0;
        while (shared < Math.Min(token.Text.Length, wanted.Text.Length) && token.Text[shared] == wanted.Text[shared]) shared++;
        return shared >= 3 && shared >= Math.Min(token.Text.Length, wanted.Text.Length) - 2;
    }
}
