using Zakhid.Consolidation;
using Zakhid.Text;

namespace Zakhid;

/// <summary>
/// What a measure is called in lists, in its own printed words: the first sentence as far as it can be held in the eye. Where
/// measures of one plan begin alike («Проведення інформаційної кампанії щодо … за напрямком …»), the gist gives the first words
/// and those by which the measure is told from the others. What is left out is marked «…»; nothing is reworded.
/// </summary>
public static class Gist
{
    /// <summary>In signs: about two lines of a list.</summary>
    public const int Longest = 130;
    /// <summary>A common beginning shorter than this is no trouble to read again.</summary>
    const int ShortestShared = 60;
    const int ShortestTail = 12;
    static readonly char[] Marks = [' ', ',', ';', ':', '–', '—', '-', '('];

    /// <param name="texts">The measures of one plan, as printed.</param>
    /// <returns>The gist of each, in the same order.</returns>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> texts)
    {
        var first = texts.Select(t => Sentences.Cut(t) is [var sentence, ..] ? sentence.TrimEnd('.', ' ', ';') : "").ToList();
        var shared = SharedLengths(first);
        return [.. first.Select((text, i) => Cut(shared[i] >= ShortestShared ? Elided(text, shared[i]) : text))];
    }

    /// <summary>How much of each text some other text begins with too. Neighbours in order are enough: they share the most.</summary>
    static int[] SharedLengths(List<string> texts)
    {
        var order = Enumerable.Range(0, texts.Count).OrderBy(i => texts[i], StringComparer.Ordinal).ToList();
        var shared = new int[texts.Count];
        for (var k = 1; k < order.Count; k++)
        {
            var (a, b) = (texts[order[k - 1]], texts[order[k]]);
            // Texts that are the same to the end cannot be told apart by what follows.
            if (a == b) continue;
            var length = 0;
            while (length < Math.Min(a.Length, b.Length) && a[length] == b[length]) length++;
            shared[order[k - 1]] = Math.Max(shared[order[k - 1]], length);
            shared[order[k]] = Math.Max(shared[order[k]], length);
        }
        return shared;
    }

    static string Elided(string text, int shared)
    {
        var start = text.LastIndexOfAny([',', ';', ':'], Math.Min(shared, text.Length) - 1) + 1;
        if (start < shared - 60) start = text.LastIndexOf(' ', Math.Min(shared, text.Length) - 1) + 1;
        var tail = text[start..].TrimStart(' ');
        var head = Head(text);
        return tail.Length < ShortestTail || start <= head.Length + 10 ? text : $"{head} … {tail}";
    }

    /// <summary>The first words up to the first one that only joins: «Проведення інформаційної кампанії».</summary>
    static string Head(string text)
    {
        var words = text.Split(' ');
        var count = 1;
        while (count < Math.Min(words.Length, 5) && !Joins(words[count]) && !words[count - 1].EndsWith(',')) count++;
        return string.Join(' ', words[..count]).TrimEnd(',', ':', ';');
    }

    static bool Joins(string word) => word.Length <= 3 || word[0] is '(' or '«' || Folding.Fold(word) is "щодо" or "серед" or "через" or "задля" or "стосовно" or "шляхом";

    static string Cut(string text)
    {
        if (text.Length <= Longest) return text;
        var end = 0;
        int depth = 0, quotes = 0;
        for (var i = 0; i < Longest; i++)
        {
            if (text[i] == '(' && depth++ == 0 && i > Longest / 2) end = i - 1;
            else if (text[i] == ')' && depth > 0) depth--;
            else if (text[i] == '«') quotes++;
            else if (text[i] == '»' && quotes > 0) quotes--;
            if (depth == 0 && quotes == 0 && i > Longest / 3 && IsBoundary(text, i)) end = i;
        }
        if (end <= 0) end = text.LastIndexOf(' ', Longest - 2);
        return WithoutJoint(text[..(end <= 0 ? Longest - 2 : end)].TrimEnd(Marks)) + " …";
    }

    /// <summary>«… енергоефективності і»: a last word that joins what is left out.</summary>
    static string WithoutJoint(string text)
    {
        var last = text.LastIndexOf(' ');
        return last > Longest / 3 && text.Length - last <= 4 && char.IsLower(text[last + 1]) ? WithoutJoint(text[..last].TrimEnd(Marks)) : text;
    }

    /// <summary>The blank before a clause that can be spared: after a comma, before «з метою», «щодо», «та».</summary>
    static bool IsBoundary(string text, int at) => text[at] == ' '
        && (text[at - 1] is ',' or ';' or ')' or '»' || Starts(text, at + 1, "з метою ") || Starts(text, at + 1, "щодо ") || Starts(text, at + 1, "шляхом ") || Starts(text, at + 1, "для ") || Starts(text, at + 1, "за участю "));

    static bool Starts(string text, int at, string with) => string.CompareOrdinal(text, at, with, 0, with.Length) == 0;
}
