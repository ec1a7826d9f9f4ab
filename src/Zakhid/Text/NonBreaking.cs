namespace Zakhid.Text;

/// <summary>
/// Puts non-breaking spaces where a Ukrainian typist would: after a short word, between a number and what it counts,
/// after «№» and abbreviations, before a dash. The length of a text never changes.
/// </summary>
public static class NonBreaking
{
    const char Space = '\u00A0';
    /// <summary>Words glued together longer than this would tear a narrow column; the chain is broken there.</summary>
    const int LongestChain = 22;

    public static string Bind(string text)
    {
        if (!text.Contains(' ')) return text;
        return string.Create(text.Length, text, static (bound, text) =>
        {
            text.CopyTo(bound);
            int word = 0, chain = 0;
            for (var i = 0; i < bound.Length; i++)
            {
                if (text[i] is '\n' or '\t') { word = chain = i + 1; continue; }
                if (text[i] != ' ') continue;
                var end = i + 1 < text.Length ? NextEnd(text, i + 1) : i;
                if (Glues(text.AsSpan(word, i - word), text.AsSpan(i + 1)) && end - chain <= LongestChain) bound[i] = Space;
                else chain = i + 1;
                word = i + 1;
            }
        });
    }

    static bool Glues(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        if (after.IsEmpty || after[0] == ' ') return false;
        if (after[0] is '—' or '–' && before.Length > 0) return true;
        before = before.TrimStart("(«„\"");
        if (before.IsEmpty) return false;
        if (before is "№" or "§") return true;
        var last = before[^1];
        if (last == '.') return before.Length <= 5 && AllLetters(before[..^1]) && char.IsLetterOrDigit(after[0]);
        if (char.IsAsciiDigit(last)) return AllDigits(before) && (char.IsLower(after[0]) || StartsWithThousands(after));
        return AllLetters(before) && (before.Length <= 2 || IsRoman(before));
    }

    static int NextEnd(string text, int from)
    {
        var end = text.AsSpan(from).IndexOfAny(' ', '\n', '\t');
        return end < 0 ? text.Length : from + end;
    }

    static bool AllLetters(ReadOnlySpan<char> word)
    {
        foreach (var c in word) if (!char.IsLetter(c)) return false;
        return word.Length > 0;
    }

    static bool AllDigits(ReadOnlySpan<char> word) => !word.ContainsAnyExceptInRange('0', '9');

    static bool IsRoman(ReadOnlySpan<char> word) => !word.ContainsAnyExcept("IVXІХ");

    /// <summary>«1 200»: three digits and no more.</summary>
    static bool StartsWithThousands(ReadOnlySpan<char> after) =>
        after.Length >= 3 && AllDigits(after[..3]) && (after.Length == 3 || !char.IsAsciiDigit(after[3]));
}
