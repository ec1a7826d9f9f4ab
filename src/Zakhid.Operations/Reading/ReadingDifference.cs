using Zakhid.Documents.Reading;
using Zakhid.Text;

namespace Zakhid.Operations.Reading;

/// <summary>A field of two readings of one act; equal fields are not listed.</summary>
public sealed record FieldDifference(string Field, string? Before, string? After);

/// <summary>A measure of two readings: null where one of them does not have it.</summary>
public sealed record MeasureDifference(Measure? Before, Measure? After, IReadOnlyList<FieldDifference> Fields);

/// <summary>
/// How two readings of one act differ, field by field and measure by measure. Measures are matched by their text, then by their
/// number, then by their likeness: a measure that was moved or reworded is not told as one gone and one come.
/// </summary>
public sealed record ReadingDifference
{
    public required IReadOnlyList<FieldDifference> Act { get; init; }
    /// <summary>Items of the act by their number.</summary>
    public required IReadOnlyList<FieldDifference> Clauses { get; init; }
    /// <summary>Those that differ, in the order of the new reading; what is gone stands after what it stood after.</summary>
    public required IReadOnlyList<MeasureDifference> Measures { get; init; }
    public required int Same { get; init; }

    public int Changed => Measures.Count(m => m is { Before: not null, After: not null });
    public int Gone => Measures.Count(m => m.After is null);
    public int Come => Measures.Count(m => m.Before is null);
    public bool IsNothing => Act.Count + Clauses.Count + Measures.Count == 0;

    public static ReadingDifference Of(PlanReading before, PlanReading after) => Of(before, after, Match(before.Measures, after.Measures));

    /// <param name="before">The earlier reading.</param>
    /// <param name="after">The later one.</param>
    /// <param name="pairs">For each measure of the later one its place in the earlier; null: it has come.</param>
    public static ReadingDifference Of(PlanReading before, PlanReading after, IReadOnlyList<int?> pairs)
    {
        var measures = new List<MeasureDifference>();
        var same = 0;
        var told = 0;
        for (var i = 0; i < after.Measures.Count; i++)
        {
            if (pairs[i] is not { } from) { measures.Add(new(null, after.Measures[i], [])); continue; }
            TellGone(from);
            var fields = Fields(field => ReadingFields.Of(before.Measures[from], field, before.Act.Issuer), field => ReadingFields.Of(after.Measures[i], field, after.Act.Issuer), ReadingFields.Measure);
            if (fields.Count == 0) same++;
            else measures.Add(new(before.Measures[from], after.Measures[i], fields));
        }
        TellGone(before.Measures.Count);
        List<FieldDifference> act = [.. Fields(field => ReadingFields.Of(before, field), field => ReadingFields.Of(after, field), ReadingFields.Act)];
        if (before.PlanTitle != after.PlanTitle) act.Add(new("plan", before.PlanTitle, after.PlanTitle));
        return new() { Act = act, Clauses = OfClauses(before.Act.Clauses, after.Act.Clauses), Measures = measures, Same = same };

        void TellGone(int until)
        {
            for (; told < until; told++)
                if (!pairs.Contains(told)) measures.Add(new(before.Measures[told], null, []));
        }
    }

    static List<FieldDifference> Fields(Func<string, string?> before, Func<string, string?> after, IEnumerable<string> names) =>
        [.. names.Select(name => new FieldDifference(name, before(name), after(name))).Where(f => f.Before != f.After)];

    static List<FieldDifference> OfClauses(IReadOnlyList<Clause> before, IReadOnlyList<Clause> after)
    {
        var (a, b) = (ByNumber(before), ByNumber(after));
        return Fields(number => a.GetValueOrDefault(number), number => b.GetValueOrDefault(number), a.Keys.Union(b.Keys, StringComparer.Ordinal));
    }

    static Dictionary<string, string> ByNumber(IReadOnlyList<Clause> clauses) =>
        clauses.GroupBy(c => c.Number ?? "", StringComparer.Ordinal).ToDictionary(g => g.Key, g => string.Join('\n', g.Select(c => c.Text)), StringComparer.Ordinal);

    /// <summary>For each measure of the new reading its place in the old, each used once.</summary>
    internal static int?[] Match(IReadOnlyList<Measure> before, IReadOnlyList<Measure> after)
    {
        var pairs = new int?[after.Count];
        var (old, now) = (before.Select(m => new Words(m)).ToList(), after.Select(m => new Words(m)).ToList());
        var free = Enumerable.Range(0, before.Count).ToList();
        Pair((a, b) => a.Number == b.Number && a.Section == b.Section && a.Key == b.Key);
        Pair((a, b) => a.Key == b.Key);
        Pair((a, b) => a.Number is not null && a.Number == b.Number && a.Section == b.Section && a.Likeness(b) >= 0.3);
        Pair((a, b) => a.Likeness(b) >= 0.6);
        return pairs;

        void Pair(Func<Words, Words, bool> isSame)
        {
            for (var i = 0; i < now.Count; i++)
            {
                if (pairs[i] is not null) continue;
                var at = free.FindIndex(b => isSame(old[b], now[i]));
                if (at < 0) continue;
                pairs[i] = free[at];
                free.RemoveAt(at);
            }
        }
    }

    /// <summary>A measure by what it is known by.</summary>
    sealed class Words(Measure measure)
    {
        readonly HashSet<string> _words = [.. Folding.Key(measure.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

        public string Key { get; } = Folding.Key(measure.Text);
        public string? Number => measure.Number;
        public string? Section => measure.Section;

        /// <summary>The share of words that both texts have.</summary>
        public double Likeness(Words other) => _words.Count == 0 ? 0 : (double)_words.Count(other._words.Contains) / Math.Max(_words.Count, other._words.Count);
    }
}
