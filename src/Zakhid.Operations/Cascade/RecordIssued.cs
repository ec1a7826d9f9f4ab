using Zakhid.Calendar;
using Zakhid.Cascade;
using Zakhid.Operations.Amendments;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Cascade;

/// <summary>The day by which a body is to issue an act, moved by a decision about days off.</summary>
public sealed record ChangedAct(string Body, DateOnly Before, DateOnly After);

/// <summary>
/// «У місячний строк видати акт»: what each body below owes on a plan, with its day, and the act that it issued. The day comes
/// from the clause of the plan's own act, and so does whose duty it is: names and groups of the register are expanded by
/// themselves, a kind that is told only by its name is confirmed by the coordinator.
/// </summary>
public sealed class RecordIssued(Store store)
{
    /// <summary>Puts the duty of the plan's act on these bodies; one that has it already keeps it.</summary>
    /// <returns>How many were added.</returns>
    /// <exception cref="RuleBroken">«cascade.no-duty»: no clause orders an act; «cascade.body», «plan.draft», «cascade.not-for-you».</exception>
    public Task<int> Assign(Actor by, Moment at, long plan, IReadOnlyCollection<long> bodies, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        KeepHigherAct.MustBeCoordinator(by);
        var duties = IssueDuty.Of((await PlanContents.Of(w, plan)).Act);
        if (duties.Count == 0) throw new RuleBroken("cascade.no-duty");
        foreach (var body in bodies)
            if (await w.Find<long?>("SELECT id FROM body WHERE authority_id = @authority AND id = @body AND withdrawn_at IS NULL", new { body }) is null) throw new RuleBroken("cascade.body");
        return await Add(w, plan, [.. bodies.SelectMany(body => duties.Select(duty => new Bond(body, duty, null)))]);
    }, stop);

    /// <summary>Puts each duty on all whom its clause names, as far as the register knows them.</summary>
    /// <returns>How many were added.</returns>
    /// <exception cref="RuleBroken">«cascade.no-duty»; «cascade.nobody-known»: the register knows none of these names; «plan.draft», «cascade.not-for-you».</exception>
    public Task<int> AssignNamed(Actor by, Moment at, long plan, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        KeepHigherAct.MustBeCoordinator(by);
        var act = (await PlanContents.Of(w, plan)).Act;
        var duties = IssueDuty.Of(act);
        if (duties.Count == 0) throw new RuleBroken("cascade.no-duty");
        var bearers = await DutyBearer.Of(w, act, duties);
        if (bearers.All(b => b.Bodies.Count == 0)) throw new RuleBroken("cascade.nobody-known", string.Join("», «", bearers.Select(b => b.Name)));
        return await Add(w, plan, Bound(bearers));
    }, stop);

    /// <summary>Of a plan that runs: whom its act names without doubt has the duty from now on.</summary>
    internal static async Task<int> Follow(WriteScope w, long plan) => await Add(w, plan, Bound((await Named(w, plan)).Where(b => b.IsSure)));

    static async Task<IReadOnlyList<DutyBearer>> Named(Scope w, long plan)
    {
        var (issuer, date) = await w.One<(string?, DateOnly?)>("SELECT a.issuer, a.date FROM plan p JOIN act a ON a.authority_id = p.authority_id AND a.id = p.act_id WHERE p.authority_id = @authority AND p.id = @plan", new { plan });
        return await DutyBearer.Of(w, new Act { Issuer = issuer ?? (await Authorities.AllAuthorities.Of(w)).Name, Date = date, Clauses = await PlanText.Clauses(w, plan) });
    }

    /// <summary>Who had the duty as a member of a group that he left before its day has it no more. What is issued stays as it is, and so does what a person put on the body.</summary>
    static async Task EndOfLeft(WriteScope w, long plan, IReadOnlyList<DutyBearer> bearers, IReadOnlyList<Bond> bound)
    {
        var held = await w.All<Held>("""
            SELECT d.id, d.body_id, d.clause_number, d.group_id, g.name AS "group" FROM act_duty d JOIN body g ON g.authority_id = d.authority_id AND g.id = d.group_id
            WHERE d.authority_id = @authority AND d.plan_id = @plan AND d.issued_date IS NULL AND d.ended_day IS NULL ORDER BY d.id
            """, new { plan });
        var bodies = bound.Select(b => (b.Body, b.Clause)).ToHashSet();
        foreach (var one in held.Where(one => !bodies.Contains((one.BodyId, one.ClauseNumber)) && bearers.Any(b => b.Group == one.GroupId)))
        {
            var last = bearers.Where(b => b.Group == one.GroupId && b.Left.ContainsKey(one.BodyId)).Select(b => (DateOnly?)b.Left[one.BodyId]).Max();
            var ended = new { one.Id, day = last?.AddDays(1) ?? w.At.Day, ground = last is null ? $"не входить до групи «{one.Group}»" : $"вибув із групи «{one.Group}»" };
            await w.Do("UPDATE act_duty SET ended_day = @day, ended_ground = @ground WHERE authority_id = @authority AND id = @Id", ended);
            await w.Log("cascade.duty-ended", $"plan/{plan}", new { one.BodyId, ended.day, ended.ground });
        }
    }

    /// <summary>The same for every plan that runs, after members of groups were entered or left.</summary>
    internal static async Task Follow(WriteScope w)
    {
        foreach (var plan in await w.All<long>("SELECT id FROM plan WHERE authority_id = @authority AND control_day IS NOT NULL AND closed_day IS NULL ORDER BY id"))
        {
            var bearers = await Named(w, plan);
            var bound = Bound(bearers.Where(b => b.IsSure));
            await EndOfLeft(w, plan, bearers, bound);
            await Add(w, plan, bound);
        }
    }

    /// <summary>
    /// An amendment changed clauses of the act: what they order now is owed by the day that they name now, from the day on which the
    /// amendment holds; what they order no more is owed no more. What is issued stays, and so does a day that had passed by then.
    /// </summary>
    /// <param name="w">The deed.</param>
    /// <param name="plan">Its clauses already changed.</param>
    /// <param name="since">From which day the amendment holds.</param>
    /// <param name="by">«розпорядженням № 88».</param>
    internal static async Task Amended(WriteScope w, long plan, DateOnly since, string by)
    {
        var (issuer, date) = await w.One<(string?, DateOnly?)>("SELECT a.issuer, a.date FROM plan p JOIN act a ON a.authority_id = p.authority_id AND a.id = p.act_id WHERE p.authority_id = @authority AND p.id = @plan", new { plan });
        var ordered = IssueDuty.Of(new Act { Issuer = issuer, Date = date, Clauses = await PlanText.Clauses(w, plan) }).DistinctBy(d => d.ClauseNumber ?? "").ToDictionary(d => d.ClauseNumber ?? "", StringComparer.Ordinal);
        var working = await AuthorityCalendar.Of(w, plan);
        foreach (var (clause, text) in await w.All<(string, string)>("SELECT DISTINCT clause_number, text FROM act_duty WHERE authority_id = @authority AND plan_id = @plan AND issued_date IS NULL AND ended_day IS NULL ORDER BY clause_number", new { plan }))
        {
            if (ordered.TryGetValue(clause, out var duty) && duty.Text == text) continue;
            const string open = "authority_id = @authority AND plan_id = @plan AND clause_number = @clause AND text = @text AND issued_date IS NULL AND ended_day IS NULL AND (adjusted IS NULL OR adjusted >= @since)";
            if (duty is null) await w.Do($"UPDATE act_duty SET ended_day = @since, ended_ground = @ground WHERE {open}", new { plan, clause, text, since, ground = $"пункт {clause.TrimEnd('.')} змінено {by}" });
            else if (duty.Due(working.Calendar, working.Policy) is var due && !(due?.Adjusted < since))
                await w.Do($"UPDATE act_duty SET text = @now, nominal = @Nominal, adjusted = @Adjusted, policy = @policy WHERE {open}", new { plan, clause, text, since, now = duty.Text, due?.Nominal, due?.Adjusted, policy = working.Policy });
        }
        await Follow(w, plan);
        await w.Log("cascade.duty-amended", $"plan/{plan}", new { by });
    }

    /// <summary>Who is named by itself is not bound through a group.</summary>
    static IReadOnlyList<Bond> Bound(IEnumerable<DutyBearer> bearers) =>
        [.. bearers.SelectMany(b => b.Bodies.Select(body => new Bond(body.Id, b.Duty, b.Known == BearerKnown.ByMembers ? b.Group : null))).OrderBy(b => b.Group is not null).DistinctBy(b => (b.Body, b.Clause))];

    static async Task<int> Add(WriteScope w, long plan, IReadOnlyList<Bond> bound)
    {
        if (bound.Count == 0) return 0;
        var working = await AuthorityCalendar.Of(w, plan);
        var known = (await w.All<(long Body, string Clause, long Id, bool Ended)>("SELECT body_id, clause_number, id, CASE WHEN ended_day IS NULL THEN 0 ELSE 1 END FROM act_duty WHERE authority_id = @authority AND plan_id = @plan", new { plan })).ToDictionary(d => (d.Body, d.Clause), d => (d.Id, d.Ended));
        var back = bound.Where(one => known.TryGetValue((one.Body, one.Clause), out var duty) && duty.Ended).ToList();
        foreach (var one in back) await w.Do("UPDATE act_duty SET ended_day = NULL, ended_ground = NULL, group_id = @Group WHERE authority_id = @authority AND id = @Id", new { known[(one.Body, one.Clause)].Id, one.Group });
        if (back.Count > 0) await w.Log("cascade.duty-back", $"plan/{plan}", new { bodies = back.Select(b => b.Body).Distinct() });
        var rows = bound.Where(one => !known.ContainsKey((one.Body, one.Clause))).ToList();
        if (rows.Count == 0) return back.Count;
        var first = await w.Next("act_duty", rows.Count);
        await w.DoMany("act_duty", rows.Select((one, i) =>
        {
            var due = one.Duty.Due(working.Calendar, working.Policy);
            return new { Id = first + i, PlanId = plan, BodyId = one.Body, ClauseNumber = one.Clause, one.Duty.Text, GroupId = one.Group, due?.Nominal, due?.Adjusted, working.Policy, w.At.Day, w.At.At, PersonId = w.By.Person };
        }).ToList());
        await w.Log("cascade.duty", $"plan/{plan}", new { bodies = rows.Select(r => r.Body).Distinct() });
        return rows.Count + back.Count;
    }

    /// <summary>After the way with days off was decided anew: days ahead follow, each kept with the decision until which it held.</summary>
    internal static async Task<List<ChangedAct>> Recount(WriteScope w, long plan, AuthorityCalendar working, long change)
    {
        var open = await w.All<Dated>("""
            SELECT d.id, b.name AS body, d.nominal, d.adjusted, d.policy FROM act_duty d JOIN body b ON b.authority_id = d.authority_id AND b.id = d.body_id
            WHERE d.authority_id = @authority AND d.plan_id = @plan AND d.issued_date IS NULL AND d.ended_day IS NULL AND d.adjusted >= @Day ORDER BY d.id
            """, new { plan, w.At.Day });
        var counted = open.ConvertAll(one => (One: one, Due: DueDate.Of(one.Nominal, working.Calendar, working.Policy))).FindAll(c => c.Due.Adjusted >= w.At.Day && (c.Due.Adjusted != c.One.Adjusted || c.Due.Policy != c.One.Policy));
        var moved = counted.FindAll(c => c.Due.Adjusted != c.One.Adjusted);
        await w.DoMany("act_duty_day", moved.ConvertAll(c => new { DutyId = c.One.Id, ChangeId = change, c.One.Adjusted }));
        foreach (var same in counted.GroupBy(c => c.Due, c => c.One.Id))
            await w.Do($"UPDATE act_duty SET adjusted = @Adjusted, policy = @Policy WHERE authority_id = @authority AND id {w.Dialect.Among("@ids")}", new { same.Key.Adjusted, same.Key.Policy, ids = same.ToList() });
        return moved.ConvertAll(c => new ChangedAct(c.One.Body, c.One.Adjusted, c.Due.Adjusted));
    }

    /// <summary>Writes down the act that a body issued, on the ground of a letter.</summary>
    /// <exception cref="RuleBroken">«cascade.no-such-duty», «cascade.issued-incomplete», «cascade.issued-before», «cascade.not-for-you».</exception>
    public Task Run(Actor by, Moment at, long duty, string? kind, string? number, DateOnly? date, string? ground, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        KeepHigherAct.MustBeCoordinator(by);
        if (string.IsNullOrWhiteSpace(number) || date is null || string.IsNullOrWhiteSpace(ground)) throw new RuleBroken("cascade.issued-incomplete");
        var known = await w.Find<Known>("SELECT d.plan_id, d.body_id, a.date FROM act_duty d JOIN plan p ON p.authority_id = d.authority_id AND p.id = d.plan_id JOIN act a ON a.authority_id = p.authority_id AND a.id = p.act_id WHERE d.authority_id = @authority AND d.id = @duty", new { duty })
            ?? throw new RuleBroken("cascade.no-such-duty");
        if (date < known.Date) throw new RuleBroken("cascade.issued-before", known.Date!.Value);
        if (date > at.Day) throw new RuleBroken("cascade.issued-later", at.Day);
        await Keep(w, "id = @duty", new { duty, Kind = kind, Number = number.Trim(), Date = date, ground = ground.Trim(), person = by.Person, day = at.Day });
        await w.Log("cascade.issued", $"plan/{known.PlanId}", new { known.BodyId, kind, number, date, ground });
    }, stop);

    /// <summary>An answer names the act of the plan that it reports on: the duty is met by it, if nothing was written down before.</summary>
    internal static async Task FromPackage(WriteScope w, long plan, long body, Act act, string ground)
    {
        var met = await Keep(w, "plan_id = @plan AND body_id = @body AND issued_date IS NULL", new { plan, body, act.Kind, act.Number, act.Date, ground, person = w.By.Person, day = w.At.Day });
        if (met > 0) await w.Log("cascade.issued", $"plan/{plan}", new { body, act.Number, act.Date, ground });
    }

    static Task<int> Keep(WriteScope w, string which, object values) => w.Do($"""
        UPDATE act_duty SET issued_kind = @Kind, issued_number = @Number, issued_date = @Date, issued_ground = @ground, issued_by = @person, issued_day = @day WHERE authority_id = @authority AND {which}
        """, values);

    /// <summary>A body, what it is to do, and through which group; null: by itself.</summary>
    sealed record Bond(long Body, IssueDuty Duty, long? Group)
    {
        public string Clause => Duty.ClauseNumber ?? "";
    }

    sealed record Dated(long Id, string Body, DateOnly Nominal, DateOnly Adjusted, DayOffPolicy Policy);

    sealed record Held(long Id, long BodyId, string ClauseNumber, long GroupId, string Group);

    sealed record Known(long PlanId, long BodyId, DateOnly? Date);
}
