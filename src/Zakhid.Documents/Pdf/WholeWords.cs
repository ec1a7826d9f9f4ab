using System.Text;

namespace Zakhid.Documents.Pdf;

/// <summary>
/// Words that were certainly printed whole: behind another word on their line. A program breaks a word without a hyphen only
/// where it fills a line alone.
/// </summary>
sealed class WholeWords
{
    readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);

    public WholeWords(IEnumerable<TextLine> lines)
    {
        foreach (var line in lines)
            for (var i = 1; i < line.Words.Count; i++) _words.Add(Letters(line.Words[i].Text));
    }

    /// <summary>The line ends with the first part of a word whose next part begins the next one.</summary>
    /// <param name="last">A line.</param>
    /// <param name="next">The line after it.</param>
    /// <param name="text">What was printed so far, the line included: a word may be broken more than once.</param>
    /// <param name="width">Of the cell, without its margins.</param>
    public bool AreParts(TextLine last, TextLine next, StringBuilder text, double width)
    {
        var (end, start) = (text[^1], next.Text[0]);
        if (last.Words.Count != 1 || !(char.IsLetter(end) && (char.IsLower(start) || start is ',' or '.' or ';' or ':' or ')' or '»' or '’') || end == '’' && char.IsLower(start) || char.IsDigit(end) && char.IsDigit(start))) return false;
        if (!char.IsLetterOrDigit(start)) return true;
        var (upper, lower) = (LastWord(text), Letters(next.Words[0].Text));
        if (lower.Length > 0 && _words.Contains(upper + lower)) return true;
        if (_words.Contains(upper) && (lower.Length < 3 || _words.Contains(lower))) return false;
        var letter = next.Words[0].Width / next.Words[0].Text.Length;
        return width - last.Width < 1.2 * letter && upper.Length > 2;
    }

    static string LastWord(StringBuilder text)
    {
        var start = text.Length;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1])) start--;
        return Letters(text.ToString(start, text.Length - start));
    }

    static string Letters(string word) => word.Trim(',', '.', ';', ':', '(', ')', '«', '»', '"');
}
