using Zakhid.Text;

namespace Zakhid.Bodies;

/// <summary>
/// A body's name as it is said inside its own authority, where nobody repeats whose it is: «відділ культури міської ради»
/// among the bodies of «Глухівська міська рада» is «відділ культури».
/// </summary>
public static class NameWithin
{
    /// <param name="name">As the plan prints it.</param>
    /// <param name="authority">The authority's name, nominative.</param>
    /// <returns>The name without the words at its end that only name the authority; the name itself where they are all it has.</returns>
    public static string Of(string name, string authority)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var own = authority.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => Folding.Fold(w)).ToList();
        var keep = words.Length;
        while (keep > 1 && Names(Folding.Fold(words[keep - 1].TrimEnd('»', ',', '.')), own)) keep--;
        // What is left has to say what the body is: «Виконавчий комітет», not «Виконавчий».
        if (keep == words.Length || keep < 2 || !NamesBody(words[keep..]) || IsAdjective(words[keep - 1])) return name;
        var closing = words[^1].EndsWith('»') && name.Contains('«') ? "»" : "";
        var kept = string.Join(' ', words[..keep]);
        return kept.Contains('«') && !kept.EndsWith('»') ? kept + closing : closing.Length > 0 ? name : kept;
    }

    /// <summary>One of the authority's own words in another case, or the authority in one word («облдержадміністрації»).</summary>
    static bool Names(string word, List<string> authority) =>
        authority.Exists(own => own.Length > 3 && SameStem(own, word))
        || word.EndsWith("держадміністрації", StringComparison.Ordinal) && authority.Exists(own => own.StartsWith("адміністрац", StringComparison.Ordinal))
            && (!word.StartsWith("рай", StringComparison.Ordinal) || authority.Exists(own => own.StartsWith("район", StringComparison.Ordinal)));

    /// <summary>«Шосткинської районної»: whose council it is, another authority's.</summary>
    static bool IsAdjective(string word) => word.EndsWith("ої", StringComparison.Ordinal) || word.EndsWith("ього", StringComparison.Ordinal);

    static bool NamesBody(string[] words) => words.Any(w => Folding.Fold(w).TrimEnd('»', ',', '.') is var word
        && (word.StartsWith("рад", StringComparison.Ordinal) || word.EndsWith("адміністрації", StringComparison.Ordinal)));

    static bool SameStem(string a, string b)
    {
        var stem = a.Length > 6 ? a.Length - 3 : a.Length - 1;
        return b.Length >= stem && string.CompareOrdinal(a, 0, b, 0, stem) == 0 && Math.Abs(a.Length - b.Length) <= 3;
    }
}
