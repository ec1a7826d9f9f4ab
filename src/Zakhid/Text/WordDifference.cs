namespace Zakhid.Text;

public enum Change { Same, Gone, Come }

/// <summary>
/// What became of a text, word by word: what stayed, what is gone, what has come, in reading order. For people who compare two
/// readings; blanks belong to the word before them.
/// </summary>
public static class WordDifference
{
    /// <summary>Texts of more words than this are compared as wholes: a table of all pairs would be too large.</summary>
    const int MostWords = 1500;

    public static IReadOnlyList<(Change Change, string Text)> Of(string before, string after)
    {
        var (a, b) = (Words(before), Words(after));
        if (a.Count > MostWords || b.Count > MostWords) return before == after ? [(Change.Same, after)] : [(Change.Gone, before), (Change.Come, after)];

        // The length of the longest run of words that both texts have in this order, from each pair of places on.
        var longest = new int[a.Count + 1, b.Count + 1];
        for (var i = a.Count - 1; i >= 0; i--)
            for (var j = b.Count - 1; j >= 0; j--)
                longest[i, j] = Same(a[i], b[j]) ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);

        var parts = new List<(Change Change, string Text)>();
        for (int i = 0, j = 0; i < a.Count || j < b.Count;)
        {
            if (i < a.Count && j < b.Count && Same(a[i], b[j])) { Add(parts, Change.Same, b[j++]); i++; }
            else if (j == b.Count || (i < a.Count && longest[i + 1, j] >= longest[i, j + 1])) Add(parts, Change.Gone, a[i++]);
            else Add(parts, Change.Come, b[j++]);
        }
        return parts;
    }

    static bool Same(string a, string b) => a.AsSpan().TrimEnd().SequenceEqual(b.AsSpan().TrimEnd());

    static void Add(List<(Change Change, string Text)> parts, Change change, string text)
    {
        if (parts.Count > 0 && parts[^1].Change == change) parts[^1] = (change, parts[^1].Text + text);
        else parts.Add((change, text));
    }

    static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            while (end < text.Length && char.IsWhiteSpace(text[end])) end++;
            words.Add(text[start..end]);
            start = end;
        }
        return words;
    }
}
