using Zakhid.Obligations;
using Zakhid.Operations.Cascade;
using Zakhid.Operations.Control;
using Zakhid.Operations.Storage;
using Zakhid.Terms;

namespace Zakhid.Operations.Obligations;

/// <summary>What a change of a plan does to an obligation.</summary>
public enum ObligationChange { Arisen, Moved, Lapsed }

/// <summary>What counting the days of a plan anew did.</summary>
/// <param name="Dates">Days of control that moved.</param>
/// <param name="Acts">Days by which bodies below are to issue acts, that moved.</param>
/// <param name="Held">Days of control that a person's decision set: they stay, though they would fall otherwise.</param>
public sealed record Recounted(IReadOnlyList<ChangedObligation> Reports, IReadOnlyList<ChangedDate> Dates, IReadOnlyList<ChangedAct> Acts, int Held)
{
    public bool IsNothing => Reports.Count + Dates.Count + Acts.Count + Held == 0;
}

/// <summary>One obligation that a change of the plan touches.</summary>
/// <param name="Measure">Number or place of the measure; null: a summary.</param>
/// <param name="Before">The due day so far; null: it arises.</param>
/// <param name="After">The due day from now on; null: it lapses.</param>
public sealed record ChangedObligation(ObligationChange Change, ObligationKind Kind, string? Measure, string Body, string Period, DateOnly? Before, DateOnly? After, string Ground);

/// <summary>
/// Brings a plan's obligations into line with its changed text. What is past stays as it was: what was reported or
/// accepted, what a sent document consolidates, periods that ended and days that fell due before the change holds; and no day moves
/// to before the change.
/// </summary>
static class RecomputeObligations
{
    /// <summary>With what the ground begins where an obligation lapsed because its term was given its days.</summary>
    internal const string CountedOut = "строк заходу визначено";

    /// <summary>What lapsed because its term was given its days or its measure was taken off control, and is owed after all: nobody confirmed it done by then, or it was put back. A day that has passed meanwhile stays unasked.</summary>
    internal static async Task TakeUp(WriteScope w, long plan, DerivedPlan derived)
    {
        var counted = await w.All<(long Id, long Rule, long? Assignment, string Period)>("""
            SELECT id, rule_id, assignment_id, period_code FROM obligation WHERE authority_id = @authority AND plan_id = @plan AND adjusted >= @Day
              AND (lapsed_ground LIKE @ground OR lapsed_ground = @removed AND measure_id IN (SELECT id FROM measure WHERE authority_id = @authority AND plan_id = @plan AND removed_day IS NULL)
                OR lapsed_ground = @divided AND assignment_id IN (SELECT id FROM assignment WHERE authority_id = @authority AND plan_id = @plan AND divided_day IS NULL))
            """, new { plan, w.At.Day, ground = CountedOut + "%", removed = RemoveFromControl.Lapsed, divided = DivideMeasure.Ground });
        if (counted.Count == 0) return;
        var lines = await RuleLines.Of(w, plan);
        var owed = derived.Obligations.DistinctBy(o => (lines.First(o.Rule), o.Assignment, o.Obligation.Period.Code)).ToDictionary(o => (lines.First(o.Rule), o.Assignment, o.Obligation.Period.Code));
        var back = counted.Where(o => owed.ContainsKey((lines.First(o.Rule), o.Assignment, o.Period))).Select(o => (o.Id, To: owed[(lines.First(o.Rule), o.Assignment, o.Period)])).Where(o => o.To.Obligation.Due.Adjusted >= w.At.Day).ToList();
        await Set(w, back);
    }

    /// <summary>After the days of terms were counted anew: obligations, control dates and the windows of measures follow.</summary>
    /// <param name="w">The deed.</param>
    /// <param name="plan">Which plan.</param>
    /// <param name="touched">Measures whose terms changed their days; null: all.</param>
    /// <param name="ground">Why what is owed no more is not.</param>
    /// <param name="dayOff">The decision about days off that it follows; null: none.</param>
    internal static async Task<Recounted> Counted(WriteScope w, long plan, IReadOnlySet<long>? touched, string ground, long? dayOff = null)
    {
        if (await DerivedPlan.Of(w, plan, w.At.Day) is not { } derived) return new([], [], [], 0);
        var changed = await Within(w, plan, derived, w.At.Day, touched, _ => ground, null, dayOff);
        var measures = (await ControlDates.Terms(w, plan)).FindAll(m => touched is null || touched.Contains(m.Measure));
        var (dates, held) = await ControlDates.Recount(w, plan, derived, measures, touched is null ? w.At.Day : null, dayOff);
        foreach (var (measure, term) in touched is null ? [] : measures)
        {
            var window = derived.Window(term);
            await w.Do("UPDATE measure SET window_from = @From, window_to = @To WHERE authority_id = @authority AND id = @measure", new { measure, window.From, window.To });
        }
        return new(changed, dates, dayOff is { } change ? await RecordIssued.Recount(w, plan, derived.Working, change) : [], held);
    }

    /// <param name="w">The deed.</param>
    /// <param name="plan">Its text already changed.</param>
    /// <param name="since">From which day the change holds.</param>
    /// <param name="touched">Measures that were changed; null: all, for the plan's days or duties were.</param>
    /// <param name="lapsing">Why an obligation of a measure (null: a summary) is owed no more.</param>
    /// <param name="amendment">Whose deed it is, kept beside each obligation with the day it had; null: the plan's own terms were counted anew.</param>
    public static async Task<List<ChangedObligation>> Within(WriteScope w, long plan, DateOnly since, IReadOnlySet<long>? touched, Func<long?, string> lapsing, long? amendment) =>
        await DerivedPlan.Of(w, plan, w.At.Day) is { } derived ? await Within(w, plan, derived, since, touched, lapsing, amendment, null) : [];

    static async Task<List<ChangedObligation>> Within(WriteScope w, long plan, DerivedPlan derived, DateOnly since, IReadOnlySet<long>? touched, Func<long?, string> lapsing, long? amendment, long? dayOff)
    {
        var lines = await RuleLines.Of(w, plan);
        var sent = (await w.All<string>("SELECT period_code FROM consolidation WHERE authority_id = @authority AND plan_id = @plan AND sent_day IS NOT NULL", new { plan })).ToHashSet(StringComparer.Ordinal);
        var lapsedBefore = (await w.All<long>("""
            SELECT o.id FROM obligation o JOIN obligation_change x ON x.authority_id = o.authority_id AND x.obligation_id = o.id
            WHERE o.authority_id = @authority AND o.plan_id = @plan AND x.kind = 'Lapsed'
            """, new { plan })).ToHashSet();
        var kept = await w.All<Kept>("""
            SELECT o.id, o.kind, o.rule_id, o.measure_id, o.assignment_id, o.period_code, o.period_to, o.covers_from, o.nominal, o.adjusted, o.policy, o.ground, o.report_state, o.lapsed_day, o.lapsed_ground, b.name AS body,
                COALESCE(m.number, CAST(m.position AS TEXT)) AS measure
            FROM obligation o JOIN body b ON b.authority_id = o.authority_id AND b.id = o.body_id
            LEFT JOIN measure m ON m.authority_id = o.authority_id AND m.id = o.measure_id
            WHERE o.authority_id = @authority AND o.plan_id = @plan
            """, new { plan });
        var off = (await w.All<long>("SELECT id FROM measure WHERE authority_id = @authority AND plan_id = @plan AND removed_day IS NOT NULL", new { plan })).ToHashSet();
        var owed = new Dictionary<(long, long?, string), DerivedObligation>();
        // What is past keeps its cut-off, whatever day it would have now: the next report begins on the day after it.
        var cuts = new Dictionary<(long, string), DateOnly>();
        // Nobody is late by a day that had passed before it was named: that report keeps the day it had.
        var early = derived.Obligations.Where(o => o.Obligation.Due.Adjusted < since).Select(o => (lines.First(o.Rule), o.Assignment, o.Obligation.Period.Code)).ToHashSet();
        bool Stays(Kept one) => one.IsPast(since) || sent.Contains(one.PeriodCode) || one.LapsedDay is null && early.Contains((lines.First(one.RuleId), one.AssignmentId, one.PeriodCode));
        foreach (var one in kept.Where(Stays)) cuts.TryAdd((lines.First(one.RuleId), one.PeriodCode), one.Adjusted);
        foreach (var one in derived.Obligations.Select(one => cuts.TryGetValue((lines.First(one.Rule), one.Obligation.Period.Previous.Code), out var cut) ? one.After(cut) : one)) owed[(lines.First(one.Rule), one.Assignment, one.Obligation.Period.Code)] = one;

        var told = new List<ChangedObligation>();
        var moves = new List<(Kept From, DerivedObligation To)>();
        var (lapsed, back) = (new List<(Kept Row, string Ground)>(), new List<(Kept From, DerivedObligation To)>());
        foreach (var one in kept)
        {
            owed.Remove((lines.First(one.RuleId), one.AssignmentId, one.PeriodCode), out var now);
            if (Stays(one) || (touched is not null && one.MeasureId is { } measure && !touched.Contains(measure))) continue;
            if (one.LapsedDay is not null)
            {
                if (now is not null && (lapsedBefore.Contains(one.Id) || one.IsCountedOut || one.LapsedGround == DivideMeasure.Ground || one.LapsedGround == RemoveFromControl.Lapsed && !off.Contains(one.MeasureId ?? 0))) back.Add((one, now));
            }
            else if (now is null) lapsed.Add((one, lapsing(one.MeasureId)));
            else if (now.Obligation.Due.Adjusted != one.Adjusted || now.Obligation.Due.Nominal != one.Nominal || now.Obligation.Due.Policy != one.Policy || now.Obligation.CoversFrom != one.CoversFrom || now.Rule != one.RuleId) moves.Add((one, now));
        }
        var arising = owed.Values.Where(o => o.Obligation.Period.End >= since && o.Obligation.Due.Adjusted >= since).ToList();

        foreach (var (row, ground) in lapsed) told.Add(new(ObligationChange.Lapsed, row.Kind, row.Measure, row.Body, row.PeriodCode, row.Adjusted, null, ground));
        foreach (var (from, to) in moves.Where(m => m.From.Adjusted != m.To.Obligation.Due.Adjusted)) told.Add(new(ObligationChange.Moved, from.Kind, from.Measure, from.Body, from.PeriodCode, from.Adjusted, to.Obligation.Due.Adjusted, to.Ground));
        foreach (var (from, to) in back) told.Add(new(ObligationChange.Arisen, from.Kind, from.Measure, from.Body, from.PeriodCode, null, to.Obligation.Due.Adjusted, to.Ground));

        if (amendment is not null) await w.DoMany("obligation_change", lapsed.Select(l => Fact(l.Row, ObligationChange.Lapsed)).Concat(moves.Select(m => Fact(m.From, ObligationChange.Moved))).Concat(back.Select(b => Fact(b.From, ObligationChange.Arisen))).ToList());
        if (dayOff is { } decision) await w.DoMany("obligation_day", moves.Where(m => m.From.Adjusted != m.To.Obligation.Due.Adjusted).Select(m => new { ObligationId = m.From.Id, ChangeId = decision, m.From.Adjusted, m.From.Ground }).ToList());
        foreach (var group in lapsed.GroupBy(l => l.Ground, l => l.Row.Id))
            await w.Do($"UPDATE obligation SET lapsed_day = @day, lapsed_ground = @ground WHERE authority_id = @authority AND id {w.Dialect.Among("@ids")}", new { day = w.At.Day, ground = group.Key, ids = group.ToList() });
        await Set(w, [.. moves.Concat(back).Select(m => (m.From.Id, m.To))]);
        told.AddRange(await Arise(w, plan, arising, amendment));
        return told;

        ChangeFact Fact(Kept row, ObligationChange kind) => new(row.Id, amendment ?? 0, kind, row.Adjusted, row.Ground);
    }

    /// <summary>Each obligation is owed by the rule and the day that follow now.</summary>
    static async Task Set(WriteScope w, IReadOnlyList<(long Id, DerivedObligation To)> owed)
    {
        foreach (var group in owed.GroupBy(m => m.To.Rule, m => m.Id))
            await w.Do($"INSERT INTO rule_body SELECT DISTINCT authority_id, plan_id, @Key, body_id FROM obligation WHERE authority_id = @authority AND rule_id <> @Key AND id {w.Dialect.Among("@ids")} ON CONFLICT DO NOTHING", new { group.Key, ids = group.ToList() });
        foreach (var group in owed.GroupBy(m => (m.To.Rule, m.To.Obligation.Due, m.To.Obligation.CoversFrom, m.To.Ground), m => m.Id))
            await w.Do($"""
                UPDATE obligation SET rule_id = @Rule, covers_from = @CoversFrom, nominal = @Nominal, adjusted = @Adjusted, policy = @Policy, ground = @Ground, lapsed_day = NULL, lapsed_ground = NULL
                WHERE authority_id = @authority AND id {w.Dialect.Among("@ids")}
                """, new { group.Key.Rule, group.Key.CoversFrom, group.Key.Due.Nominal, group.Key.Due.Adjusted, group.Key.Due.Policy, group.Key.Ground, ids = group.ToList() });
    }

    static async Task<List<ChangedObligation>> Arise(WriteScope w, long plan, List<DerivedObligation> arising, long? amendment)
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
        if (amendment is { } by) await w.DoMany("obligation_change", added.Select(o => new ChangeFact(o.Id, by, ObligationChange.Arisen, null, null)).ToList());
        return [.. added.Select(o => new ChangedObligation(ObligationChange.Arisen, o.Kind, o.Measure, o.Body, o.Period, null, o.Adjusted, o.Ground))];
    }

    sealed record ChangeFact(long ObligationId, long AmendmentId, ObligationChange Kind, DateOnly? Adjusted, string? Ground);

    sealed record Kept(long Id, ObligationKind Kind, long RuleId, long? MeasureId, long? AssignmentId, string PeriodCode, DateOnly PeriodTo, DateOnly? CoversFrom, DateOnly Nominal, DateOnly Adjusted, Zakhid.Calendar.DayOffPolicy Policy, string Ground,
        string ReportState, DateOnly? LapsedDay, string? LapsedGround, string Body, string? Measure)
    {
        public bool IsCountedOut => LapsedGround?.StartsWith(CountedOut, StringComparison.Ordinal) == true;
        public bool IsPast(DateOnly since) => ReportState is "Submitted" or "Accepted" || PeriodTo < since || Adjusted < since;
    }
}
