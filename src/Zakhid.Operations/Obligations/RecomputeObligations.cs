using Zakhid.Obligations;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Obligations;

/// <summary>What a change of a plan does to an obligation.</summary>
public enum ObligationChange { Arisen, Moved, Lapsed }

/// <summary>One obligation that a change of the plan touches.</summary>
/// <param name="Measure">Number or place of the measure; null: a summary.</param>
/// <param name="Before">The due day so far; null: it arises.</param>
/// <param name="After">The due day from now on; null: it lapses.</param>
public sealed record ChangedObligation(ObligationChange Change, ObligationKind Kind, string? Measure, string Body, string Period, DateOnly? Before, DateOnly? After, string Ground);

/// <summary>
/// Brings a plan's obligations into line with its changed text. What is past stays as it was: what was reported or
/// accepted, what a sent document consolidates, periods that ended and days that fell due before the change holds.
/// </summary>
static class RecomputeObligations
{
    /// <param name="w">The deed.</param>
    /// <param name="plan">Its text already changed.</param>
    /// <param name="since">From which day the change holds.</param>
    /// <param name="touched">Measures that were changed; null: all, for the plan's days or duties were.</param>
    /// <param name="lapsing">Why an obligation of a measure (null: a summary) is owed no more.</param>
    /// <param name="amendment">Whose deed it is, kept beside each obligation with the day it had.</param>
    public static async Task<List<ChangedObligation>> Within(WriteScope w, long plan, DateOnly since, IReadOnlySet<long>? touched, Func<long?, string> lapsing, long amendment)
    {
        if (await DerivedPlan.Of(w, plan, w.At.Day) is not { } derived) return [];
        var lines = await RuleLines.Of(w, plan);
        var kept = await w.All<Kept>("""
            SELECT o.id, o.kind, o.rule_id, o.measure_id, o.assignment_id, o.period_code, o.period_to, o.nominal, o.adjusted, o.ground, o.report_state, o.lapsed_day, b.name AS body,
                COALESCE(m.number, CAST(m.position AS TEXT)) AS measure,
                (SELECT COUNT(*) FROM consolidation c WHERE c.authority_id = o.authority_id AND c.plan_id = o.plan_id AND c.period_code = o.period_code AND c.sent_day IS NOT NULL) AS sent,
                (SELECT COUNT(*) FROM obligation_change x WHERE x.authority_id = o.authority_id AND x.obligation_id = o.id AND x.kind = 'Lapsed') AS lapsed_before
            FROM obligation o JOIN body b ON b.authority_id = o.authority_id AND b.id = o.body_id
            LEFT JOIN measure m ON m.authority_id = o.authority_id AND m.id = o.measure_id
            WHERE o.authority_id = @authority AND o.plan_id = @plan
            """, new { plan });
        var owed = new Dictionary<(long, long?, string), DerivedObligation>();
        foreach (var one in derived.Obligations) owed[(lines.First(one.Rule), one.Assignment, one.Obligation.Period.Code)] = one;

        var told = new List<ChangedObligation>();
        var moves = new List<(Kept From, DerivedObligation To)>();
        var (lapsed, back) = (new List<(Kept Row, string Ground)>(), new List<(Kept From, DerivedObligation To)>());
        foreach (var one in kept)
        {
            owed.Remove((lines.First(one.RuleId), one.AssignmentId, one.PeriodCode), out var now);
            if (one.IsPast(since) || (touched is not null && one.MeasureId is { } measure && !touched.Contains(measure))) continue;
            if (one.LapsedDay is not null)
            {
                if (now is not null && one.LapsedBefore > 0) back.Add((one, now));
            }
            else if (now is null) lapsed.Add((one, lapsing(one.MeasureId)));
            else if (now.Obligation.Due.Adjusted != one.Adjusted || now.Obligation.Due.Nominal != one.Nominal || now.Rule != one.RuleId) moves.Add((one, now));
        }
        var arising = owed.Values.Where(o => o.Obligation.Period.End >= since && o.Obligation.Due.Adjusted >= since).ToList();

        foreach (var (row, ground) in lapsed) told.Add(new(ObligationChange.Lapsed, row.Kind, row.Measure, row.Body, row.PeriodCode, row.Adjusted, null, ground));
        foreach (var (from, to) in moves.Where(m => m.From.Adjusted != m.To.Obligation.Due.Adjusted)) told.Add(new(ObligationChange.Moved, from.Kind, from.Measure, from.Body, from.PeriodCode, from.Adjusted, to.Obligation.Due.Adjusted, to.Ground));
        foreach (var (from, to) in back) told.Add(new(ObligationChange.Arisen, from.Kind, from.Measure, from.Body, from.PeriodCode, null, to.Obligation.Due.Adjusted, to.Ground));

        await w.DoMany("obligation_change", lapsed.Select(l => Fact(l.Row, ObligationChange.Lapsed)).Concat(moves.Select(m => Fact(m.From, ObligationChange.Moved))).Concat(back.Select(b => Fact(b.From, ObligationChange.Arisen))).ToList());
        foreach (var group in lapsed.GroupBy(l => l.Ground, l => l.Row.Id))
            await w.Do($"UPDATE obligation SET lapsed_day = @day, lapsed_ground = @ground WHERE authority_id = @authority AND id {w.Dialect.Among("@ids")}", new { day = w.At.Day, ground = group.Key, ids = group.ToList() });
        foreach (var group in moves.Concat(back).GroupBy(m => (m.To.Rule, m.To.Obligation.Due, m.To.Ground), m => m.From.Id))
            await w.Do($"""
                UPDATE obligation SET rule_id = @Rule, nominal = @Nominal, adjusted = @Adjusted, policy = @Policy, ground = @Ground, lapsed_day = NULL, lapsed_ground = NULL
                WHERE authority_id = @authority AND id {w.Dialect.Among("@ids")}
                """, new { group.Key.Rule, group.Key.Due.Nominal, group.Key.Due.Adjusted, group.Key.Due.Policy, group.Key.Ground, ids = group.ToList() });
        told.AddRange(await Arise(w, plan, arising, amendment));
        return told;

        ChangeFact Fact(Kept row, ObligationChange kind) => new(row.Id, amendment, kind, row.Adjusted, row.Ground);
    }

    static async Task<List<ChangedObligation>> Arise(WriteScope w, long plan, List<DerivedObligation> arising, long amendment)
    {
        if (arising.Count == 0) return [];
        var last = await w.One<long>("SELECT COALESCE(MAX(id), 0) FROM obligation WHERE authority_id = @authority");
        await DeriveObligations.Add(w, plan, arising);
        var added = await w.All<(long Id, ObligationKind Kind, string? Measure, string Body, string Period, DateOnly Adjusted, string Ground)>("""
            SELECT o.id, o.kind, COALESCE(m.number, CAST(m.position AS TEXT)), b.name, o.period_code, o.adjusted, o.ground FROM obligation o
            JOIN body b ON b.authority_id = o.authority_id AND b.id = o.body_id
            LEFT JOIN measure m ON m.authority_id = o.authority_id AND m.id = o.measure_id
            WHERE o.authority_id = @authority AND o.plan_id = @plan AND o.id > @last ORDER BY o.id
            """, new { plan, last });
        await w.DoMany("obligation_change", added.Select(o => new ChangeFact(o.Id, amendment, ObligationChange.Arisen, null, null)).ToList());
        return [.. added.Select(o => new ChangedObligation(ObligationChange.Arisen, o.Kind, o.Measure, o.Body, o.Period, null, o.Adjusted, o.Ground))];
    }

    sealed record ChangeFact(long ObligationId, long AmendmentId, ObligationChange Kind, DateOnly? Adjusted, string? Ground);

    sealed record Kept(long Id, ObligationKind Kind, long RuleId, long? MeasureId, long? AssignmentId, string PeriodCode, DateOnly PeriodTo, DateOnly Nominal, DateOnly Adjusted, string Ground,
        string ReportState, DateOnly? LapsedDay, string Body, string? Measure, long Sent, long LapsedBefore)
    {
        public bool IsPast(DateOnly since) => ReportState is "Submitted" or "Accepted" || Sent > 0 || PeriodTo < since || Adjusted < since;
    }
}
