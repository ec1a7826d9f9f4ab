using Zakhid.Obligations;
using Zakhid.Operations.Bodies;
using Zakhid.Operations.Storage;
using Zakhid.Terms;

namespace Zakhid.Operations.Obligations;

/// <summary>What a plan's rules ask as the plan now stands, kept or not.</summary>
sealed record DerivedPlan(DateOnly ActDate, PlanPeriod Days, AuthorityCalendar Working, PlanEvents Events, IReadOnlyList<DerivedObligation> Obligations)
{
    /// <summary>When a measure with this term is carried out.</summary>
    public MeasureWindow Window(Term? term) => MeasureWindow.Of(term is null ? null : Events.Dated(term, Working.Calendar), Days, ActDate);

    const string PastTerm = "; строк заходу минув, виконання не підтверджено";

    /// <param name="w">The deed: members of groups are given their assignments where they first owe.</param>
    /// <param name="plan">Which plan.</param>
    /// <param name="asOf">With a day, also what measures past their term owe by then, because nobody has confirmed them done.</param>
    /// <returns>Null: the act has no date yet, so nothing is asked.</returns>
    public static async Task<DerivedPlan?> Of(WriteScope w, long plan, DateOnly? asOf)
    {
        var found = await w.One<PlanRow>("""
            SELECT p.from_day, p.to_day, p.control_day, a.date AS act_date FROM plan p JOIN act a ON a.authority_id = p.authority_id AND a.id = p.act_id
            WHERE p.authority_id = @authority AND p.id = @plan
            """, new { plan });
        if (found.ActDate is not { } actDate) return null;

        var working = await AuthorityCalendar.Of(w, plan);
        var events = await PlanEvents.Of(w, plan);
        var days = new PlanPeriod(found.FromDay, found.ToDay);
        var rules = await StoredRule.All(w, plan);
        // Each table by itself: where nothing is known of a new table yet, PostgreSQL joins them by walking all of one for each of the other.
        var measures = (await w.All<MeasureRow>("""
            SELECT id, position, term_json, extended_to, removed_day, since_day FROM measure WHERE authority_id = @authority AND plan_id = @plan AND excluded_day IS NULL
            """, new { plan })).ToDictionary(m => m.Id);
        var assignments = (await w.All<AssignmentRow>("""
            SELECT id, measure_id, body_id, position, owes, consent, printed, since_day FROM assignment
            WHERE authority_id = @authority AND plan_id = @plan AND member_of IS NULL AND left_day IS NULL
            """, new { plan })).Where(a => measures.ContainsKey(a.MeasureId)).OrderBy(a => measures[a.MeasureId].Position).ThenBy(a => a.Position).ToList();
        var groups = await GroupAssignments.Of(w, plan, [.. assignments.Select(a => a.BodyId).Distinct()]);
        var coordinator = await w.Find<long?>("SELECT id FROM body WHERE authority_id = @authority AND is_coordinator = 1 ORDER BY id LIMIT 1");

        // One pass over the plan; the earliest period stays.
        var done = new Dictionary<long, ReportingPeriod>();
        foreach (var (assignment, code) in await w.All<(long, string)>("SELECT assignment_id, period_code FROM obligation WHERE authority_id = @authority AND plan_id = @plan AND confirmed_state = 'Done' AND assignment_id IS NOT NULL ORDER BY period_to", new { plan }))
            done.TryAdd(assignment, ReportingPeriod.Parse(code));

        var off = await OffControl.Of(w, plan);
        var windows = new Dictionary<long, (MeasureWindow Window, DateOnly? CountedTo)>();
        var owing = assignments.Select((a, i) =>
        {
            var of = measures[a.MeasureId];
            if (!windows.TryGetValue(of.Id, out var measure))
            {
                var read = of.TermJson is null ? null : Json.Read<Term>(of.TermJson);
                var term = read is null ? null : events.Dated(read, working.Calendar);
                // A term counted from an event may end after the plan does, as an extended one.
                windows[of.Id] = measure = (MeasureWindow.Of(term, days, actDate), read is not null && events.Knows(read) ? term!.End : null);
            }
            return new Owing(i, measure.Window, a.Owes) { Name = a.Printed, DoneIn = done.TryGetValue(a.Id, out var period) ? period : null, ExtendedTo = of.ExtendedTo > measure.CountedTo || measure.CountedTo is null ? of.ExtendedTo : measure.CountedTo, RemovedOn = of.RemovedDay, OffControl = off[of.Id].ToList(), Since = a.Since(of), Members = groups.Of(a.Id, a.BodyId, done) };
        }).ToList();
        var derived = ObligationCalendar.Derive(actDate, days, [.. rules.Select(r => r.AsRule())], owing, working.Calendar, working.Policy, asOf, found.ControlDay);
        var obligations = new List<DerivedObligation>();
        // Thousands of obligations share a rule and a day, and so a ground.
        var grounds = new Dictionary<(int Rule, Zakhid.Calendar.DueDate Due, bool PastTerm), string>();
        foreach (var o in derived.Where(o => o.Assignment is not null || coordinator is not null))
        {
            var (rule, assignment) = (rules[o.Rule], o.Assignment is { } i ? assignments[i] : null);
            if (!grounds.TryGetValue((o.Rule, o.Due, o.PastTerm), out var ground)) grounds[(o.Rule, o.Due, o.PastTerm)] = ground = o.Due.Explain(rule.Text, working.Calendar) + (o.PastTerm ? PastTerm : "");
            if (o.Member is null && assignment is not null && groups.IsAnsweredByMember(rule.Id, assignment.Id, o.Period.Code)) continue;
            if (o.Member is { } member)
            {
                // What the group itself has begun to answer it answers to the end.
                if (groups.IsBegun(rule.Id, assignment!.Id, o.Period.Code)) continue;
                assignment = await groups.Member(assignment, member);
            }
            obligations.Add(new(o, rule.Id, assignment?.Id, assignment?.MeasureId, assignment?.BodyId ?? coordinator!.Value, assignment?.Consent ?? "", ground));
        }
        await groups.Settle();
        return new(actDate, days, working, events, obligations);
    }

    sealed record PlanRow(DateOnly? FromDay, DateOnly? ToDay, DateOnly? ControlDay, DateOnly? ActDate);
}

/// <summary>What a measure's term is.</summary>
sealed record MeasureRow(long Id, int Position, string? TermJson, DateOnly? ExtendedTo, DateOnly? RemovedDay, DateOnly? SinceDay);

/// <summary>Who is to carry out a measure.</summary>
sealed record AssignmentRow(long Id, long MeasureId, long BodyId, bool Owes, string Consent, string Printed, int Position = 0, DateOnly? SinceDay = null)
{
    /// <summary>From which day an amendment gave it, or gave its measure the term as it stands.</summary>
    public DateOnly? Since(MeasureRow of) => SinceDay > of.SinceDay || of.SinceDay is null ? SinceDay : of.SinceDay;
}

/// <summary>An obligation as it follows from the rules, with whose it is; no assignment: a summary of the coordinator's.</summary>
sealed record DerivedObligation(Obligation Obligation, long Rule, long? Assignment, long? Measure, long Body, string Consent, string Ground)
{
    /// <summary>The same after a report of the period before that was cut off on a certain day.</summary>
    public DerivedObligation After(DateOnly cut)
    {
        var end = Obligation.Period.Previous.End;
        return this with { Obligation = Obligation with { CoversFrom = (cut < end ? cut : end).AddDays(1) } };
    }

    public ObligationRow AsRow(long id, long plan) => new()
    {
        Id = id,
        Kind = Obligation.Kind,
        PlanId = plan,
        RuleId = Rule,
        MeasureId = Measure,
        AssignmentId = Assignment,
        BodyId = Body,
        PeriodCode = Obligation.Period.Code,
        PeriodFrom = Obligation.Period.Start,
        PeriodTo = Obligation.Period.End,
        CoversFrom = Obligation.CoversFrom,
        Nominal = Obligation.Due.Nominal,
        Adjusted = Obligation.Due.Adjusted,
        Policy = Obligation.Due.Policy,
        Ground = Ground,
        Consent = Consent,
    };
}
