using System.Globalization;

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
    public static string Fold(string text)
    {
        var folded = new char[text.Length];
        for (var i = 0; i < text.Length; i++) folded[i] = Plain(text, i);

        for (var start = 0; start < folded.Length;)
        {
            if (!char.IsLetter(folded[start])) { start++; continue; }
            var end = start;
            while (end < folded.Length && (char.IsLetter(folded[end]) || folded[end] == 'ʼ')) end++;
            FoldWord(folded.AsSpan(start, end - start));
            start = end;
        }
        return new string(folded);
    }

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
        var collapsed = new System.Text.StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && c is not ('\u200B' or '\uFEFF' or '\u00AD')) collapsed.Append(c);
            else if (char.IsWhiteSpace(c) && collapsed.Length > 0 && collapsed[^1] != ' ') collapsed.Append(' ');
        }
        if (collapsed.Length > 0 && collapsed[^1] == ' ') collapsed.Length--;
        return collapsed.ToString();
    }

    public static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u04FF';

    static char Plain(string text, int i)
    {
        var c = text[i];
        return c switch
        {
            '\n' => '\n',
            '\'' or '’' or '‘' or 'ʼ' or '`' or '´' or '′' or '＇' =>
                i > 0 && i + 1 < text.Length && char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]) ? 'ʼ' : '\'',
            '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' => '-',
            '«' or '»' or '“' or '”' or '„' or '‟' or '″' => '"',
            _ when char.IsWhiteSpace(c) => ' ',
            _ => Lower(c),
        };
    }

    /// <summary>Lower case; for Cyrillic letters without asking the system's tables, which costs a call a letter.</summary>
    static char Lower(char c) => c switch
    {
        < '\u0080' => char.IsAsciiLetterUpper(c) ? (char)(c | ' ') : c,
        >= 'А' and <= 'Я' => (char)(c + 0x20),
        >= 'а' and <= 'я' => c,
        >= '\u0400' and <= '\u040F' => (char)(c + 0x50),
        'Ґ' => 'ґ',
        _ => char.ToLower(c, CultureInfo.InvariantCulture),
    };

    static void FoldWord(Span<char> word)
    {
        if (IsRoman(word))
        {
            for (var i = 0; i < word.Length; i++) word[i] = word[i] switch { 'і' => 'i', 'х' => 'x', 'с' => 'c', var c => c };
            return;
        }

        var cyrillic = false;
        foreach (var c in word) cyrillic |= IsCyrillic(c);
        if (!cyrillic) return;

        for (var i = 0; i < word.Length; i++)
        {
            var twin = LatinLookAlikes.IndexOf(word[i]);
            if (twin >= 0) word[i] = char.ToLower(CyrillicTwins[twin], CultureInfo.InvariantCulture);
        }
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
