using Zakhid.Cascade;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Cascade;

/// <summary>Links a measure to the measure of a higher plan that it carries out. Likeness is only proposed; a person confirms each pair.</summary>
public sealed class LinkMeasures(Store store)
{
    /// <param name="pairs">Own measure (its number in the register) and the place of the higher one, from one.</param>
    /// <returns>How many pairs are new.</returns>
    /// <exception cref="RuleBroken">«measure.unknown», «cascade.unknown-measure», «cascade.not-linked», «cascade.not-for-you».</exception>
    public Task<int> Run(Actor by, Moment at, long plan, long higher, IReadOnlyCollection<(long Measure, int Position)> pairs, CancellationToken stop = default) =>
        store.Write(by, at, w => Within(w, plan, higher, pairs), stop);

    /// <summary>The pair was wrong.</summary>
    public Task Undo(Actor by, Moment at, long plan, long higher, long measure, int position, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        KeepHigherAct.MustBeCoordinator(by);
        var gone = await w.Do("""
            UPDATE measure_above SET withdrawn_at = @at, withdrawn_by = @person WHERE authority_id = @authority AND measure_id = @measure AND higher_id = @higher AND position = @position AND withdrawn_at IS NULL
            """, new { measure, higher, position, at = at.At, person = by.Person });
        if (gone > 0) await w.Log("cascade.unlinked", $"plan/{plan}", new { measure, higher, position });
    }, stop);

    internal static async Task<int> Within(WriteScope w, long plan, long higher, IReadOnlyCollection<(long Measure, int Position)> pairs)
    {
        KeepHigherAct.MustBeCoordinator(w.By);
        if (!(await StoredHigherAct.Above(w, plan)).Any(h => h.Id == higher)) throw new RuleBroken("cascade.not-linked");
        var added = 0;
        foreach (var (measure, position) in pairs.Distinct())
        {
            if (await w.Find<long?>("SELECT id FROM measure WHERE authority_id = @authority AND id = @measure AND plan_id = @plan", new { measure, plan }) is null) throw new RuleBroken("measure.unknown");
            if (await w.Find<int?>("SELECT position FROM higher_measure WHERE authority_id = @authority AND higher_id = @higher AND position = @position", new { higher, position }) is null) throw new RuleBroken("cascade.unknown-measure");
            if (await w.Find<long?>("SELECT id FROM measure_above WHERE authority_id = @authority AND measure_id = @measure AND higher_id = @higher AND position = @position AND withdrawn_at IS NULL", new { measure, higher, position }) is not null) continue;
            await w.Do("""
                INSERT INTO measure_above (authority_id, id, measure_id, higher_id, position, day, at, person_id) VALUES (@authority, @id, @measure, @higher, @position, @day, @at, @person)
                """, new { id = await w.Next("measure_above"), measure, higher, position, day = w.At.Day, at = w.At.At, person = w.By.Person });
            added++;
        }
        if (added > 0) await w.Log("cascade.linked", $"plan/{plan}", new { higher, pairs = pairs.Select(p => new[] { p.Measure, p.Position }) });
        return added;
    }
}

/// <summary>A measure of a plan beside what it carries out of a higher one, and what it looks like.</summary>
public sealed record LinkedMeasure(long Id, int Position, string Named, string Text, IReadOnlyList<HigherMeasure> Above, IReadOnlyList<(HigherMeasure Measure, double Likeness)> Proposed)
{
    /// <summary>The measures of a plan against those of one higher act; proposals only for measures that are not linked yet.</summary>
    public static async Task<IReadOnlyList<LinkedMeasure>> Of(Scope scope, long plan, long higher)
    {
        var (above, present) = (await HigherMeasure.Of(scope, higher, gone: true), await HigherMeasure.Of(scope, higher));
        var own = await scope.All<(long Id, int Position, string Named, string Text)>("SELECT id, position, COALESCE(number, CAST(position AS TEXT)), text FROM measure WHERE authority_id = @authority AND plan_id = @plan AND excluded_day IS NULL ORDER BY position", new { plan });
        var linked = (await scope.All<(long Measure, int Position)>("SELECT measure_id, position FROM measure_above WHERE authority_id = @authority AND higher_id = @higher AND withdrawn_at IS NULL", new { higher })).ToLookup(l => l.Measure, l => l.Position);
        var proposals = MeasureLikeness.Of([.. own.Select(m => m.Text)], [.. present.Select(h => h.Text)]);
        return [.. own.Select((m, i) => new LinkedMeasure(m.Id, m.Position, m.Named, m.Text, [.. above.Where(h => linked[m.Id].Contains(h.Position))],
            linked[m.Id].Any() ? [] : [.. proposals[i].Select(p => (present[p.Index], p.Likeness))]))];
    }
}
