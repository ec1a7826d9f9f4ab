using System.Text;
using Zakhid.Executors;
using Zakhid.Text;

namespace Zakhid.Documents.Pdf;

/// <summary>
/// Words that were certainly printed whole: behind another word on their line. A program breaks a word without a hyphen only
/// where it fills a line alone.
/// </summary>
sealed class WholeWords
{
    static readonly string[] Endings = ["ої", "ого", "ому", "ий", "ій", "их", "им", "ими", "ами", "ями", "ння", "ття", "ість", "ості", "ти", "ться", "ів", "ції", "ними",
        "ія", "ство", "ства", "ська", "цька", "ське", "цьке", "кий", "чні", "вні", "льні", "дні", "ові", "ські", "цькі", "зькі", "ник", "ність"];
    static readonly HashSet<string> Little = new(["на", "та", "до", "за", "по", "із", "зі", "від", "для", "при", "про", "щодо", "під", "над", "або", "що", "не", "як", "їх"], StringComparer.OrdinalIgnoreCase);

    static readonly string[] Tails = ["ня", "ння", "т", "нт", "ент", "я", "ія", "ція", "о", "во", "тво", "а", "ба"];
    static readonly string[] Adjectives = ["не", "ве", "ке", "на", "ва", "ка", "ний", "вий", "кий", "ні", "ві", "кі"];

    /// <summary>What may go on a noun that is whole by itself: «центр|альний», «директор|ський».</summary>
    static readonly string[] Suffixes = ["альн", "ськ", "ов", "ичн", "ічн", "іза", "ист", "іст", "ник"];

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
        if (last.Words.Count != 1 || !(char.IsLower(end) && (char.IsLower(start) || start is ',' or '.' or ';' or ':' or ')' or '»' or '’') || end == '’' && char.IsLower(start) || char.IsDigit(end) && char.IsDigit(start))) return false;
        if (!char.IsLetterOrDigit(start)) return true;
        var (upper, lower) = (LastWord(text), Letters(next.Words[0].Text));
        if (lower.Length > 0 && _words.Contains(upper + lower) || !IsWord(lower) || !IsWord(upper)) return true;
        // «бібліотеч⏎на», «юридич⏎не»: no noun ends so, the adjective goes on.
        if (lower is "на" or "не" or "ні" && upper.Length > 5 && (upper.EndsWith("еч", StringComparison.OrdinalIgnoreCase) || upper.EndsWith("ич", StringComparison.OrdinalIgnoreCase) && !upper.EndsWith("вич", StringComparison.OrdinalIgnoreCase))) return true;
        // A whole word ends as words end, and what follows is long enough to be one; little words stand alone.
        if (lower.Length > 3 && Endings.Any(e => upper.EndsWith(e, StringComparison.OrdinalIgnoreCase)) || Little.Contains(lower)) return false;
        // «Юридичне⏎управління»: an adjective, and the noun that it waits for.
        if (upper.Length > 4 && lower.Length > 4 && Adjectives.Any(e => upper.EndsWith(e, StringComparison.OrdinalIgnoreCase)) && BeginsNoun(lower)) return false;
        // «Відділ⏎соціального»: nouns that head names are known.
        if (upper.Length > 4 && lower.Length > 3 && IsNoun(upper) && !IsNoun(upper + lower) && !Suffixes.Any(s => lower.StartsWith(s, StringComparison.OrdinalIgnoreCase))) return false;
        if (_words.Contains(upper) && upper.Length > 3 || _words.Contains(lower) && lower.Length > 2) return false;
        var letter = Math.Max(next.Words[0].Width / next.Words[0].Text.Length, last.Width / last.Text.Length);
        // Breaks stand at hinted places, so up to a third of a letter stays free; in a column of a few letters nearly every word is broken.
        return width - last.Width < letter * (lower.Length == 1 ? 1 : width < 9.5 * letter ? 1.35 : 1.15) && upper.Length > 2;
    }

    /// <summary>A head noun, or its beginning that is broken once more («управлін⏎ня»).</summary>
    static bool BeginsNoun(string word) => IsNoun(word) || word.Length > 5 && Array.Exists(Tails, tail => IsNoun(word + tail));

    static bool IsNoun(string word) => ExecutorLanguage.IsHeadNoun(Folding.Fold(word));

    /// <summary>Nothing without a vowel is a word, but for three prepositions; none begins with a soft sign.</summary>
    static bool IsWord(string word) => word.Length == 0 || word is "з" or "в" or "й" || char.IsDigit(word[0]) || word.Any(c => "аеєиіїоуюяАЕЄИІЇОУЮЯ".Contains(c)) && word[0] is not ('ь' or 'и') && (word.Length > 1 || "іуоая".Contains(word[0]));

    static string LastWord(StringBuilder text)
    {
        var start = text.Length;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1])) start--;
        return Letters(text.ToString(start, text.Length - start));
    }

    static string Letters(string word) => word.Trim(',', '.', ';', ':', '(', ')', '«', '»', '"');
}
