using Zakhid.Calendar;
using Zakhid.Obligations;
using Zakhid.Operations.Bodies;
using Zakhid.Operations.Storage;
using Zakhid.Terms;

namespace Zakhid.Operations.Obligations;

/// <summary>
/// Computes what a running plan's rules ask and keeps what is not kept yet. Doing it again adds nothing; what was reported on
/// is never touched.
/// </summary>
static class DeriveObligations
{
    const string PastTerm = "; строк заходу минув, виконання не підтверджено";

    /// <param name="past">For a plan that is brought with its past: what has become of an obligation by now.</param>
    /// <param name="asOf">With a day, also what measures past their term owe by then, because nobody has confirmed them done.</param>
    public static async Task<int> Within(WriteScope w, long plan, Func<ObligationRow, ObligationRow>? past = null, DateOnly? asOf = null)
    {
        var found = await w.One<PlanRow>("""
            SELECT p.from_day, p.to_day, p.control_day, a.date AS act_date FROM plan p JOIN act a ON a.authority_id = p.authority_id AND a.id = p.act_id
            WHERE p.authority_id = @authority AND p.id = @plan
            """, new { plan });
        if (found.ActDate is not { } actDate) return 0;

        var (calendar, policy) = await AuthorityCalendar.Of(w);
        var days = new PlanPeriod(found.FromDay, found.ToDay);
        var rules = await StoredRule.All(w, plan);
        var assignments = await w.All<AssignmentRow>("""
            SELECT s.id, s.measure_id, s.body_id, s.owes, s.consent, s.printed, m.term_json, m.extended_to, m.removed_day FROM assignment s
            JOIN measure m ON m.authority_id = s.authority_id AND m.id = s.measure_id
            WHERE s.authority_id = @authority AND s.plan_id = @plan AND s.member_of IS NULL ORDER BY m.position, s.position
            """, new { plan });
        var groups = await GroupAssignments.Of(w, plan, [.. assignments.Select(a => a.BodyId).Distinct()]);
        var coordinator = await w.Find<long?>("SELECT id FROM body WHERE authority_id = @authority AND is_coordinator = 1 ORDER BY id LIMIT 1");
        var kept = (await w.All<(long Rule, long? Assignment, string Period)>("SELECT rule_id, assignment_id, period_code FROM obligation WHERE authority_id = @authority AND plan_id = @plan", new { plan })).ToHashSet();

        // One pass over the plan; the earliest period stays.
        var done = new Dictionary<long, ReportingPeriod>();
        foreach (var (assignment, code) in await w.All<(long, string)>("SELECT assignment_id, period_code FROM obligation WHERE authority_id = @authority AND plan_id = @plan AND confirmed_state = 'Done' AND assignment_id IS NOT NULL ORDER BY period_to", new { plan }))
            done.TryAdd(assignment, ReportingPeriod.Parse(code));

        var windows = new Dictionary<long, MeasureWindow>();
        var owing = assignments.Select((a, i) =>
        {
            if (!windows.TryGetValue(a.MeasureId, out var window))
                windows[a.MeasureId] = window = MeasureWindow.Of(a.TermJson is null ? null : Json.Read<Term>(a.TermJson), days, actDate);
            return new Owing(i, window, a.Owes) { Name = a.Printed, DoneIn = done.TryGetValue(a.Id, out var period) ? period : null, ExtendedTo = a.ExtendedTo, RemovedOn = a.RemovedDay, Members = groups.Of(a.Id, a.BodyId, done) };
        }).ToList();
        await KeepControlDates(w, plan, days, actDate, calendar, policy);
        var derived = ObligationCalendar.Derive(actDate, days, [.. rules.Select(r => r.AsRule())], owing, calendar, policy, asOf, found.ControlDay);

        var rows = new List<(Obligation Obligation, StoredRule Rule, AssignmentRow? Assignment)>();
        foreach (var o in derived.Where(o => o.Assignment is not null || coordinator is not null))
        {
            var (rule, assignment) = (rules[o.Rule], o.Assignment is { } i ? assignments[i] : null);
            if (o.Member is { } member)
            {
                // What the group itself has begun to answer it answers to the end.
                if (groups.IsBegun(rule.Id, assignment!.Id, o.Period.Code)) continue;
                assignment = await groups.Member(assignment, member);
            }
            if (kept.Add((rule.Id, assignment?.Id, o.Period.Code))) rows.Add((o, rule, assignment));
        }
        await groups.Settle();
        if (rows.Count == 0) return 0;
        var first = await w.Next("obligation", rows.Count);
        var owed = rows.Select((x, i) => new ObligationRow
        {
            Id = first + i,
            Kind = x.Obligation.Kind,
            PlanId = plan,
            RuleId = x.Rule.Id,
            MeasureId = x.Assignment?.MeasureId,
            AssignmentId = x.Assignment?.Id,
            BodyId = x.Assignment?.BodyId ?? coordinator!.Value,
            PeriodCode = x.Obligation.Period.Code,
            PeriodFrom = x.Obligation.Period.Start,
            PeriodTo = x.Obligation.Period.End,
            CoversFrom = x.Obligation.CoversFrom,
            Nominal = x.Obligation.Due.Nominal,
            Adjusted = x.Obligation.Due.Adjusted,
            Policy = x.Obligation.Due.Policy,
            Ground = x.Obligation.Due.Explain(x.Rule.Text, calendar) + (x.Obligation.PastTerm ? PastTerm : ""),
            Consent = x.Assignment?.Consent ?? "",
        });
        await AddObligations.Within(w, [.. past is null ? owed : owed.Select(past)]);
        await w.Log("obligations.derived", $"plan/{plan}", new { count = rows.Count });
        return rows.Count;
    }

    /// <summary>The days by which measures themselves are due, from their own terms; kept once, beside the due days of reports.</summary>
    static async Task KeepControlDates(WriteScope w, long plan, PlanPeriod days, DateOnly actDate, WorkingCalendar calendar, DayOffPolicy policy)
    {
        if (await w.One<long>("SELECT COUNT(*) FROM control_date WHERE authority_id = @authority AND plan_id = @plan", new { plan }) > 0) return;
        var measures = await w.All<(long Id, string Term)>("SELECT id, term_json FROM measure WHERE authority_id = @authority AND plan_id = @plan AND term_json IS NOT NULL ORDER BY position", new { plan });
        var rows = measures.SelectMany(m =>
        {
            var term = Json.Read<Term>(m.Term);
            var ground = ControlDate.Ground(term);
            return ControlDate.Of(term, days, actDate, calendar, policy).Select((date, i) => new
            {
                MeasureId = m.Id,
                Position = i,
                PlanId = plan,
                date.Due.Nominal,
                date.Due.Adjusted,
                date.Due.Policy,
                Ground = date.Due.Explain(ground, calendar),
            });
        }).ToList();
        if (rows.Count > 0) await w.DoMany("control_date", rows);
    }

    sealed record PlanRow(DateOnly? FromDay, DateOnly? ToDay, DateOnly? ControlDay, DateOnly? ActDate);
}

/// <summary>An assignment with what its measure's term is.</summary>
sealed record AssignmentRow(long Id, long MeasureId, long BodyId, bool Owes, string Consent, string Printed, string? TermJson, DateOnly? ExtendedTo, DateOnly? RemovedDay);
