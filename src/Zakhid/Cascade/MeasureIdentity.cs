using Zakhid.Text;

namespace Zakhid.Cascade;

/// <summary>Which measure of an earlier edition a later one is.</summary>
/// <param name="Earlier">Its place in the earlier edition, from zero; null: it is new.</param>
/// <param name="IsSure">Else it may as well be new, and a person decides.</param>
public readonly record struct SameMeasure(int? Earlier, bool IsSure);

/// <summary>
/// Tells the measures of a later edition of a plan by those of the earlier one, whatever places they stand in: by their words, or by
/// their number where the words are still much alike. A number alone tells nothing: a plan that lost a point counts anew.
/// </summary>
public static class MeasureIdentity
{
    /// <summary>Likeness at which two texts are one measure reworded; with the same number less is enough.</summary>
    const double Sure = 0.75, SureWithNumber = 0.5, Lead = 0.15;

    /// <param name="earlier">Number as printed, text.</param>
    /// <param name="later">The same of the later edition.</param>
    public static IReadOnlyList<SameMeasure> Of(IReadOnlyList<(string? Number, string Text)> earlier, IReadOnlyList<(string? Number, string Text)> later)
    {
        var same = new SameMeasure[later.Count];
        var (free, open) = (Enumerable.Range(0, earlier.Count).ToHashSet(), new List<int>());
        var byWords = Enumerable.Range(0, earlier.Count).ToLookup(e => Folding.Key(earlier[e].Text));
        for (var i = 0; i < later.Count; i++)
        {
            var alike = byWords[Folding.Key(later[i].Text)].Where(free.Contains).ToList();
            if (alike.Count == 0) { open.Add(i); same[i] = new(null, true); continue; }
            var numbered = alike.FindIndex(e => IsNumber(earlier[e].Number, later[i].Number));
            var at = alike[Math.Max(0, numbered)];
            same[i] = new(at, true);
            free.Remove(at);
        }
        var left = free.Order().ToList();
        var likeness = MeasureLikeness.Of([.. open.Select(i => later[i].Text)], [.. left.Select(e => earlier[e].Text)]);
        var pairs = open.SelectMany((i, k) => likeness[k].Select(l => (Later: i, Earlier: left[l.Index], l.Likeness, Next: likeness[k].Where(o => o.Index != l.Index).Select(o => o.Likeness).DefaultIfEmpty(0).Max())))
            .OrderByDescending(p => p.Likeness + (IsNumber(earlier[p.Earlier].Number, later[p.Later].Number) ? Lead : 0)).ThenBy(p => p.Later).ToList();
        var told = new HashSet<int>();
        foreach (var pair in pairs)
        {
            if (told.Contains(pair.Later) || !free.Contains(pair.Earlier)) continue;
            var numbered = IsNumber(earlier[pair.Earlier].Number, later[pair.Later].Number);
            same[pair.Later] = new(pair.Earlier, numbered ? pair.Likeness >= SureWithNumber : pair.Likeness >= Sure && pair.Likeness - pair.Next >= Lead);
            told.Add(pair.Later);
            free.Remove(pair.Earlier);
        }
        return same;
    }

    static bool IsNumber(string? one, string? other) => one is not null && other is not null && Folding.Key(one.TrimEnd('.', ')')) == Folding.Key(other.TrimEnd('.', ')'));
}
