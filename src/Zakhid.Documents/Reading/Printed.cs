using System.Text;
using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>
/// The words of a file as they were meant: letters of the right alphabet, broken hyphenation undone, letters spaced for
/// emphasis joined, blanks collapsed. Nothing else is changed; what was written wrongly stays.
/// </summary>
static class Printed
{
    const string Latin = "ABCEHIKMOPTXYaceiopxyk";
    const string Cyrillic = "АВСЕНІКМОРТХУасеіорхук";

    /// <summary>One line of text.</summary>
    public static string Mend(string text) => Folding.Collapse(Letters(Unhyphenate(Unspace(text))));

    /// <summary>The same, line breaks kept: they may separate names.</summary>
    public static string MendLines(string text)
    {
        var whole = Unhyphenate(text);
        return whole.Contains('\n') ? string.Join('\n', whole.Split('\n').Select(Line).Where(line => line.Length > 0)) : Line(whole);

        static string Line(string line) => Folding.Collapse(Letters(Unspace(line)));
    }

    /// <summary>«Р І Ш Е Н Н Я» as one word; gaps wider than its narrowest part words.</summary>
    public static string Unspace(string text)
    {
        if (!MayBeSpaced(text)) return text;
        var result = new StringBuilder(text.Length);
        var i = 0;
        while (i < text.Length)
        {
            var end = SpacedRun(text, i);
            if (end > i)
            {
                var start = result.Length;
                var narrow = Enumerable.Range(i, end - i).Where(at => !char.IsWhiteSpace(text[at])).Select(at => Gap(text, at + 1, end)).Where(gap => gap > 0).Min();
                for (var at = i; at < end; at++)
                {
                    result.Append(text[at]);
                    var gap = Gap(text, at + 1, end);
                    if (gap > narrow) result.Append(' ');
                    at += gap;
                }
                PartWords(result, start);
                i = end;
            }
            else result.Append(text[i++]);
        }
        return result.ToString();
    }

    /// <summary>How many blanks follow; none where the end does.</summary>
    static int Gap(string text, int at, int end)
    {
        var gap = 0;
        while (at + gap < end && char.IsWhiteSpace(text[at + gap])) gap++;
        return at + gap == end ? 0 : gap;
    }

    /// <summary>Where even the wide gaps are lost («П Л А Н З А Х О Д І В»), the words that end titles part them.</summary>
    static void PartWords(StringBuilder text, int start)
    {
        var word = text.ToString(start, text.Length - start);
        foreach (var last in (string[])["ЗАХОДІВ", "ГОЛОВИ", "КОМІТЕТ", "АДМІНІСТРАЦІЯ", "НАЧАЛЬНИКА"])
            if (word.Length > last.Length + 2 && word.EndsWith(last, StringComparison.Ordinal) && word[^(last.Length + 1)] != ' ') text.Insert(text.Length - last.Length, ' ');
    }

    /// <summary>Two lone capitals one after the other, or a lone capital and a lone small letter: how every spaced word begins.</summary>
    static bool MayBeSpaced(string text)
    {
        var lone = 0;
        var small = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i])) continue;
            var end = i + 1;
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            lone = end == i + 1 && char.IsUpper(text[i]) ? lone + 1 : 0;
            small = end == i + 1 && char.IsLetter(text[i]) ? small + 1 : 0;
            if (lone == 2 || small == 5) return true;
            i = end;
        }
        return false;
    }

    /// <summary>
    /// The end of a run of at least four capitals, or of a letter and at least four small ones, parted by blanks, that
    /// begins at a word's start; else the start.
    /// </summary>
    static int SpacedRun(string text, int start)
    {
        if (start > 0 && !char.IsWhiteSpace(text[start - 1])) return start;
        var letters = 0;
        bool? capitals = null;
        var i = start;
        while (i < text.Length && char.IsLetter(text[i]) && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1])))
        {
            letters++;
            if (letters == 2) capitals = char.IsUpper(text[i]);
            var next = i + 1;
            while (next < text.Length && char.IsWhiteSpace(text[next]) && next - i < 12) next++;
            var goesOn = next < text.Length && char.IsLetter(text[next]) && (capitals is null || char.IsUpper(text[next]) == capitals) && (next + 1 == text.Length || char.IsWhiteSpace(text[next + 1]));
            if (!goesOn) return letters >= (capitals == true ? 4 : 5) ? i + 1 : start;
            i = next;
        }
        return start;
    }

    /// <summary>
    /// «інформа-⏎ційної» as one word; «соціально-⏎економічний» keeps its hyphen, because the first half ends with the
    /// joining «о» or is a word of its own that takes one.
    /// </summary>
    static string Unhyphenate(string text)
    {
        if (text.AsSpan().IndexOfAny('\u00AD', '¬', '\n') < 0) return text;
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '\u00AD' or '¬')
            {
                var blank = i + 1;
                while (blank < text.Length && char.IsWhiteSpace(text[blank])) blank++;
                if (blank < text.Length && char.IsLower(text[blank])) i = blank - 1;
                continue;
            }
            if (c is '-' or '‐' or '\u2011' && i > 0 && char.IsLetter(text[i - 1]) && BreakAfter(text, i) is var next && next > i)
            {
                if (KeepsHyphen(text, i)) result.Append('-');
                i = next - 1;
                continue;
            }
            result.Append(c);
        }
        return result.ToString();
    }

    static int BreakAfter(string text, int hyphen)
    {
        var i = hyphen + 1;
        while (i < text.Length && text[i] is ' ' or '\t') i++;
        if (i >= text.Length || text[i] != '\n') return hyphen;
        while (i < text.Length && char.IsWhiteSpace(text[i])) i++;
        return i < text.Length && char.IsLower(text[i]) ? i : hyphen;
    }

    static bool KeepsHyphen(string text, int hyphen)
    {
        var start = hyphen;
        while (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] == '-')) start--;
        var first = text[start..hyphen].ToLowerInvariant();
        return first.Length >= 4 && first.EndsWith('о') || first is "веб" or "прес" or "онлайн" or "медіа" or "бізнес" or "віце" or "екс" or "міні" or "гала" or "флеш";
    }

    /// <summary>
    /// A word that mixes alphabets takes the one of the letters that have no twin; a lone Latin letter among Cyrillic
    /// words, or a long word wholly of twins, is Cyrillic. Roman numerals stay as printed.
    /// </summary>
    public static string Letters(string text)
    {
        var latin = false;
        var cyrillic = false;
        foreach (var c in text) { latin |= char.IsAsciiLetter(c); cyrillic |= Folding.IsCyrillic(c); }
        if (!latin || !cyrillic) return text;

        var letters = text.ToCharArray();
        for (var i = 0; i < letters.Length;)
        {
            if (!char.IsLetter(letters[i])) { i++; continue; }
            var end = i;
            while (end < letters.Length && (char.IsLetter(letters[end]) || letters[end] is '\'' or '’' or 'ʼ')) end++;
            MendWord(letters, i, end);
            i = end;
        }
        return new string(letters);
    }

    static void MendWord(char[] text, int start, int end)
    {
        int latin = 0, cyrillic = 0, ownLatin = 0, ownCyrillic = 0;
        var roman = true;
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            roman &= c is 'I' or 'V' or 'X' or 'І' or 'Х' or 'L' or 'C' or 'С';
            if (char.IsAsciiLetter(c)) { latin++; if (!Latin.Contains(c)) ownLatin++; }
            else if (Folding.IsCyrillic(c)) { cyrillic++; if (!Cyrillic.Contains(c)) ownCyrillic++; }
        }
        if (latin == 0) return;
        var lone = end - start == 1 && !roman && !(start > 0 && text[start - 1] is '-' or '.') && !(end < text.Length && text[end] is '-' or '.' or '@');
        var toCyrillic = !roman && ownLatin == 0 && (cyrillic > 0 || lone || (end - start >= 4 && IsUpper(text, start, end)));
        var toLatin = !roman && cyrillic > 0 && ownLatin > 0 && ownCyrillic == 0;
        if (!toCyrillic && !toLatin) return;
        for (var i = start; i < end; i++)
        {
            var twin = (toCyrillic ? Latin : Cyrillic).IndexOf(text[i]);
            if (twin >= 0) text[i] = (toCyrillic ? Cyrillic : Latin)[twin];
        }
    }

    static bool IsUpper(char[] text, int start, int end)
    {
        for (var i = start; i < end; i++) if (!char.IsUpper(text[i])) return false;
        return true;
    }
}
