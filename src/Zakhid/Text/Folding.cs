using System.Buffers;

namespace Zakhid.Text;

/// <summary>
/// Office texts write one word in many ways: Latin look-alikes inside Cyrillic words, five apostrophes, four dashes,
/// non-breaking spaces. Folding brings them to one form for comparison. It never changes the length of a text, so a
/// span found in the folded text is the span in the printed one. The printed text is always kept beside it.
/// </summary>
public static class Folding
{
    const string LatinLookAlikes = "ABCEHIKMOPTXYaceiopxyk";
    const string CyrillicTwins = "АВСЕНІКМОРТХУасеіорхук";

    /// <summary>
    /// Lower case; U+02BC for every apostrophe inside a word; '-' for every dash; plain space for every blank (a line
    /// break stays '\n'); «"» for every quotation mark; Cyrillic letters for their Latin look-alikes in words that hold
    /// a Cyrillic letter; Latin letters i, v, x for Roman numerals in either alphabet.
    /// </summary>
    public static string Fold(string text) => text.Length == 0 ? text : string.Create(text.Length, text, static (folded, text) =>
    {
        for (var i = 0; i < folded.Length; i++)
        {
            var plain = Plain(text[i]);
            folded[i] = plain == '\'' && i > 0 && i + 1 < text.Length && IsLetter(text[i - 1]) && IsLetter(text[i + 1]) ? 'ʼ' : plain;
        }

        for (var start = 0; start < folded.Length;)
        {
            if (!IsLetter(folded[start])) { start++; continue; }
            var end = start;
            while (end < folded.Length && (IsLetter(folded[end]) || folded[end] == 'ʼ')) end++;
            FoldWord(folded[start..end], text.AsSpan(start, end - start));
            start = end;
        }
    });

    /// <summary>Key under which two writings of one name are equal: folded, ґ as г, without punctuation, single spaces.</summary>
    public static string Key(string text)
    {
        var folded = Fold(text);
        var key = new System.Text.StringBuilder(folded.Length);
        foreach (var c in folded)
        {
            if (char.IsLetterOrDigit(c)) key.Append(c == 'ґ' ? 'г' : c);
            else if (c is ' ' or '-' or '\n' && key.Length > 0 && key[^1] != ' ') key.Append(' ');
        }
        return key.ToString().TrimEnd();
    }

    /// <summary>Every run of blanks and line breaks as one space, ends trimmed; letters untouched.</summary>
    public static string Collapse(string text)
    {
        if (IsCollapsed(text)) return text;
        var collapsed = new System.Text.StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && c is not ('\u200B' or '\uFEFF' or '\u00AD')) collapsed.Append(c);
            else if (char.IsWhiteSpace(c) && collapsed.Length > 0 && collapsed[^1] != ' ') collapsed.Append(' ');
        }
        if (collapsed.Length > 0 && collapsed[^1] == ' ') collapsed.Length--;
        return collapsed.ToString();
    }

    static bool IsCollapsed(string text) =>
        text.Length == 0 || text[0] != ' ' && text[^1] != ' ' && text.AsSpan().IndexOfAny(OtherBlanks) < 0 && !text.Contains("  ", StringComparison.Ordinal);

    /// <summary>Blanks other than the plain space, and signs that are not printed.</summary>
    static readonly SearchValues<char> OtherBlanks = SearchValues.Create(
        "\t\n\v\f\r\u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000" + "\u200B\uFEFF\u00AD");

    public static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u04FF';

    /// <summary>Asking the system for the case of each Cyrillic letter costs more than all the rest of folding.</summary>
    static readonly char[] PlainSigns = Table(MakePlain);
    static readonly bool[] LetterSigns = Table(char.IsLetter);
    /// <summary>The Cyrillic letter, in lower case, for each ASCII one that looks like it; zero where there is none.</summary>
    static readonly char[] Twins = MakeTwins();

    static T[] Table<T>(Func<char, T> of)
    {
        var table = new T[0x2800];
        for (var c = 0; c < table.Length; c++) table[c] = of((char)c);
        return table;
    }

    static char[] MakeTwins()
    {
        var twins = new char[0x80];
        for (var i = 0; i < LatinLookAlikes.Length; i++) twins[LatinLookAlikes[i]] = char.ToLowerInvariant(CyrillicTwins[i]);
        return twins;
    }

    static char Plain(char c) => c < PlainSigns.Length ? PlainSigns[c] : MakePlain(c);

    internal static bool IsLetter(char c) => c < LetterSigns.Length ? LetterSigns[c] : char.IsLetter(c);

    static char MakePlain(char c) => c switch
    {
        '\n' => '\n',
        '\'' or '’' or '‘' or 'ʼ' or '`' or '´' or '′' or '＇' => '\'',
        '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' => '-',
        '«' or '»' or '“' or '”' or '„' or '‟' or '″' => '"',
        _ when char.IsWhiteSpace(c) => ' ',
        _ => char.ToLowerInvariant(c),
    };

    static void FoldWord(Span<char> word, ReadOnlySpan<char> printed)
    {
        if (IsRoman(word))
        {
            for (var i = 0; i < word.Length; i++) word[i] = word[i] switch { 'і' => 'i', 'х' => 'x', 'с' => 'c', var c => c };
            return;
        }

        bool cyrillic = false, latin = false;
        foreach (var c in word) { cyrillic |= IsCyrillic(c); latin |= c < '\u0080'; }
        if (!cyrillic || !latin) return;

        for (var i = 0; i < word.Length; i++)
            if (word[i] < Twins.Length && (Twins[word[i]] is not '\0' and var twin || printed[i] < Twins.Length && (twin = Twins[printed[i]]) is not '\0')) word[i] = twin;
    }

    /// <summary>
    /// A Roman numeral up to 39 in either alphabet. A lone Cyrillic «і» or «х» is a conjunction or a letter, so such a
    /// one-letter word is Roman only when it was Latin; the grammar that expects a quarter takes «і» too.
    /// </summary>
    static bool IsRoman(ReadOnlySpan<char> word)
    {
        if (word.Length > 6) return false;
        foreach (var c in word)
            if (c is not ('i' or 'v' or 'x' or 'і' or 'х')) return false;
        if (word.Length == 1) return word[0] is 'i' or 'v' or 'x';
        return Roman(word) is not null;
    }

    /// <summary>The value of a Roman numeral 1–39 written in folded letters (Cyrillic «і», «х» are taken too), or null.</summary>
    public static int? Roman(ReadOnlySpan<char> numeral)
    {
        var total = 0;
        var before = 0;
        for (var i = numeral.Length - 1; i >= 0; i--)
        {
            var value = numeral[i] switch { 'i' or 'і' => 1, 'v' => 5, 'x' or 'х' => 10, _ => 0 };
            if (value == 0) return null;
            total += value < before ? -value : value;
            before = Math.Max(before, value);
        }
        return total is > 0 and < 40 ? total : null;
    }
}
