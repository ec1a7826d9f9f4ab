using System.Text;

namespace Zakhid.Documents.Pdf;

/// <summary>What a program that knows only Ukrainian letters makes of signs that are none: «№» and Roman figures.</summary>
static class RecognisedText
{
    /// <summary>A word by itself: «Мо325-ОД» is «№325-ОД».</summary>
    public static string Mend(string word) =>
        word.Length > 2 && word[0] is 'М' or 'N' && word[1] is 'о' or 'е' or 'э' or '°' or 'o' && char.IsAsciiDigit(word[2]) ? "№" + word[2..] : word;

    /// <summary>Words of a line that say more together: «Мо 464», «ГУ квартал», «ШІ-ІУ квартали».</summary>
    public static void Mend(List<PageWord> line)
    {
        for (var i = 0; i + 1 < line.Count; i++)
        {
            var (word, next) = (line[i].Text, line[i + 1].Text);
            if (word is "Мо" or "Ме" or "Хо" or "Мэ" or "Мео" or "Ло" && char.IsAsciiDigit(next[0])) line[i] = line[i] with { Text = "№" };
            else if (next.StartsWith("квартал", StringComparison.OrdinalIgnoreCase) && Quarters(word) is { } roman) line[i] = line[i] with { Text = roman };
        }
    }

    /// <summary>Quarters as Roman figures with their dashes and commas; null where it is another word.</summary>
    static string? Quarters(string word)
    {
        var told = new StringBuilder();
        foreach (var part in Parts(word))
        {
            if (part is "-" or "–" or ",") { told.Append(part); continue; }
            var strokes = string.Concat(part.Select(c => c switch { 'І' or 'I' or '1' or 'Г' or 'Т' or 'ї' or 'і' or 'l' or '|' => "I", 'П' or 'п' or 'Н' => "II", 'Ш' or 'ш' => "III", 'У' or 'V' or 'у' => "V", _ => "?" }));
            if (strokes is "IIII") strokes = "III";
            if (strokes is not ("I" or "II" or "III" or "IV" or "V")) return null;
            // There is no fifth quarter: its first stroke was lost.
            told.Append(strokes == "V" ? "IV" : strokes);
        }
        return told.Length == 0 ? null : told.ToString();
    }

    static IEnumerable<string> Parts(string word)
    {
        var start = 0;
        for (var i = 0; i <= word.Length; i++)
        {
            if (i < word.Length && word[i] is not ('-' or '–' or ',')) continue;
            if (i > start) yield return word[start..i];
            if (i < word.Length) yield return word[i].ToString();
            start = i + 1;
        }
    }
}
