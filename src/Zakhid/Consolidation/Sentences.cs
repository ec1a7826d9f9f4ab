using Zakhid.Text;

namespace Zakhid.Consolidation;

/// <summary>A report that a consolidated text may draw on: its receipt number, whose it is and what it says.</summary>
public sealed record Source(string Receipt, string Body, string Narrative);

/// <summary>A sentence of a consolidated text and the report that holds it, word for word; null: the coordinator's own words.</summary>
public sealed record TracedSentence(string Text, Source? Source);

/// <summary>
/// Where every sentence of a consolidated text comes from. Nothing about it is stored: whatever the coordinator writes, a
/// sentence that still stands in a report is traced to it, and one that does not is plainly his.
/// </summary>
public static class Sentences
{
    /// <summary>The text that a measure starts with: the accepted reports one after another, none of their words changed.</summary>
    public static string Draft(IEnumerable<Source> accepted) =>
        string.Join(' ', accepted.Select(s => Ended(Folding.Collapse(s.Narrative))).Where(t => t.Length > 0));

    public static IReadOnlyList<TracedSentence> Trace(string text, IReadOnlyList<Source> sources)
    {
        var known = sources.Select(s => (Source: s, Sentences: Cut(s.Narrative).Select(Folding.Key).ToHashSet(StringComparer.Ordinal))).ToList();
        return [.. Cut(text).Select(sentence => new TracedSentence(sentence, known.FirstOrDefault(k => k.Sentences.Contains(Folding.Key(sentence))).Source))];
    }

    /// <summary>
    /// Cuts a text into sentences. A full stop ends one only before a blank and a capital, a digit or an opening quotation
    /// mark, and not after an abbreviation or an initial («м. Глухів», «тис. осіб», «І. Карлов»).
    /// </summary>
    public static IReadOnlyList<string> Cut(string text)
    {
        text = Folding.Collapse(text);
        var sentences = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('.' or '!' or '?' or '…') || i + 2 >= text.Length || text[i + 1] != ' ') continue;
            if (!(char.IsUpper(text[i + 2]) || char.IsDigit(text[i + 2]) || text[i + 2] is '«' or '"' or '—' or '–')) continue;
            if (text[i] == '.' && IsAbbreviation(text, i)) continue;
            sentences.Add(text[start..(i + 1)]);
            start = i + 2;
        }
        if (start < text.Length) sentences.Add(text[start..]);
        return sentences;
    }

    static bool IsAbbreviation(string text, int stop)
    {
        var start = stop;
        while (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] is '’' or '\'' or 'ʼ')) start--;
        var word = text[start..stop];
        return word.Length == 1
            || word.ToLowerInvariant() is "вул" or "смт" or "обл" or "тис" or "млн" or "грн" or "ім" or "див" or "ст" or "пп" or "кв" or "просп" or "тел";
    }

    static string Ended(string text) => text.Length == 0 || text[^1] is '.' or '!' or '?' or '…' ? text : text + ".";
}
