using Zakhid.Text;

namespace Zakhid.Cascade;

/// <summary>
/// How much two measures are about the same: the share of their words, without endings, that both have; words that many of the
/// higher plan's measures have («проведення», «заходів») count little. From 0 to 1; a proposal for a person, never a decision.
/// </summary>
public static class MeasureLikeness
{
    /// <summary>Below this a likeness is not worth proposing.</summary>
    public const double Least = 0.3;
    const int MostProposals = 3, Stem = 5;

    /// <summary>For each own measure the higher ones that it looks like, best first, at most three.</summary>
    public static IReadOnlyList<IReadOnlyList<(int Index, double Likeness)>> Of(IReadOnlyList<string> own, IReadOnlyList<string> higher)
    {
        var upper = higher.Select(Words).ToList();
        var common = upper.SelectMany(words => words).CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var containing = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < upper.Count; i++)
            foreach (var word in upper[i])
                (containing.TryGetValue(word, out var measures) ? measures : containing[word] = []).Add(i);
        var weights = upper.Select(words => words.Sum(Weight)).ToList();

        return [.. own.Select(text =>
        {
            var words = Words(text);
            var mine = words.Sum(Weight);
            var shared = new Dictionary<int, double>();
            foreach (var word in words)
                foreach (var i in containing.GetValueOrDefault(word) ?? []) shared[i] = shared.GetValueOrDefault(i) + Weight(word);
            return (IReadOnlyList<(int, double)>)[.. shared.Select(s => (Index: s.Key, Likeness: 2 * s.Value / (mine + weights[s.Key]))).Where(s => s.Likeness >= Least)
                .OrderByDescending(s => s.Likeness).ThenBy(s => s.Index).Take(MostProposals)];
        })];

        double Weight(string word) => Math.Log(1 + (upper.Count + 1.0) / (1 + common.GetValueOrDefault(word)));
    }

    /// <summary>Words of four letters and more, cut to their first five: endings say nothing.</summary>
    static HashSet<string> Words(string text) =>
        [.. Token.Cut(text).Where(t => t.Kind == TokenKind.Word && t.Text.Length > 3).Select(t => t.Text.Length > Stem ? t.Text[..Stem] : t.Text)];
}
