using Zakhid.Text;

namespace Zakhid.Obligations;

/// <summary>
/// Compares names of bodies that stand in different cases («відділ», «відділу»), by their words up to endings. Words of
/// three letters and less say nothing.
/// </summary>
public static class BodyWords
{
    /// <summary>«виконавцям», «відповідальні виконавці»: whoever is in the plan.</summary>
    public static bool AreExecutors(string bearer) => Words(bearer).Exists(word => word.Contains("виконавц", StringComparison.Ordinal) || word.EndsWith("виконавець", StringComparison.Ordinal));

    /// <summary>One body, with its parent or without («відділ культури», «відділу культури міської ради»).</summary>
    public static bool AreSame(string a, string b)
    {
        var (x, y) = (Words(a), Words(b));
        if (x.Count > y.Count) (x, y) = (y, x);
        // One word alone («департаменту») is too little to know a longer name by.
        if (x.Count == 0 || (x.Count == 1 && y.Count > 1)) return false;
        for (var i = 0; i < x.Count; i++)
            if (!AreForms(x[i], y[i])) return false;
        return true;
    }

    /// <summary>
    /// Whether a list of bearers names an executor: by all words of his name, or by the head noun of a whole kind
    /// («департаментам, управлінням, райдержадміністраціям»: each department).
    /// </summary>
    public static bool Names(string bearers, string executor)
    {
        var name = Words(executor);
        if (name.Count == 0) return false;
        foreach (var part in bearers.Split(',', ';'))
        {
            var words = Words(part);
            if (words.Count == 0) continue;
            if (words.Count == 1 ? AreForms(words[0], name[0]) : name.TrueForAll(word => words.Exists(other => AreForms(word, other)))) return true;
            if (words.Count > 1 && AreForms(words[0], name[0]) && words.Skip(1).All(word => name.Exists(other => AreForms(word, other)))) return true;
        }
        return false;
    }

    internal static bool AreForms(string a, string b)
    {
        var shorter = Math.Min(a.Length, b.Length);
        var common = a.AsSpan().CommonPrefixLength(b);
        return common >= (shorter <= 5 ? shorter - 1 : Math.Max(4, shorter - 3)) && Math.Abs(a.Length - b.Length) <= 4;
    }

    static List<string> Words(string name) => [.. Token.Cut(name).Where(t => t.Kind == TokenKind.Word && t.Text.Length > 3).Select(t => t.Text)];
}
