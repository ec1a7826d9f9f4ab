using Zakhid.Amendments;
using Zakhid.Obligations;
using Zakhid.Operations.Reading;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.Operations.Amendments;

/// <summary>What becomes of a repealed plan's open reports; a clerk sees the numbers and chooses.</summary>
public enum OpenReports
{
    /// <summary>None is owed any more.</summary>
    Lapse,
    /// <summary>Periods that ended before the repeal are still owed.</summary>
    OweEnded,
}

/// <param name="Ground">«рішення від 12.01.2022 № 5, пункт 4».</param>
/// <param name="Day">From which day the plan has no force.</param>
/// <param name="Open">The rule for open reports; null: not chosen yet.</param>
public sealed record Repeal(string Ground, DateOnly Day, OpenReports? Open);

/// <param name="Open">All that was open.</param>
/// <param name="Lapsed">What is owed no more.</param>
/// <param name="Drafts">Of what lapses, how many have a draft that is kept.</param>
public sealed record RepealEffect(long Open, long Lapsed, long Drafts)
{
    public long Owed => Open - Lapsed;
}

/// <summary>A plan that lost force is closed, with the ground; what was reported, accepted and sent stays as it is.</summary>
public sealed class RepealPlan(Store store)
{
    const string IsOpen = "o.authority_id = @authority AND o.plan_id = @plan AND o.lapsed_day IS NULL AND o.report_state IN ('Expected', 'Draft', 'Returned')";

    /// <summary>On a day to come it waits for it: until then the plan holds, and the repeal can be withdrawn.</summary>
    /// <param name="amendment">The file that says so, where it was dropped; it is put away with the deed.</param>
    /// <exception cref="RuleBroken">
    /// «amendment.not-for-you», «plan.unknown», «repeal.plan-draft», «repeal.closed», «repeal.ground-missing», «repeal.before-act»,
    /// «repeal.waits», «repeal.choice-missing», «amendment.unknown».
    /// </exception>
    public Task<RepealEffect> Run(Actor by, Moment at, long plan, Repeal repeal, long? amendment = null, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        AmendmentDrafts.MayChange(w);
        var found = await w.Find<PlanRow>("""
            SELECT p.control_day, p.closed_day, a.date FROM plan p JOIN act a ON a.authority_id = p.authority_id AND a.id = p.act_id WHERE p.authority_id = @authority AND p.id = @plan
            """, new { plan }) ?? throw new RuleBroken("plan.unknown");
        if (found.ControlDay is null) throw new RuleBroken("repeal.plan-draft");
        if (found.ClosedDay is { } closed) throw new RuleBroken("repeal.closed", closed);
        if (await RepealAhead.Of(w, plan) is { } waits) throw new RuleBroken("repeal.waits", waits.FromDay);
        if (CorrectReading.Checked("/act/title", repeal.Ground) is not { } ground) throw new RuleBroken("repeal.ground-missing");
        if (found.Date is { } signed && repeal.Day < signed) throw new RuleBroken("repeal.before-act", signed);
        if (repeal.Open is not { } open) throw new RuleBroken("repeal.choice-missing");

        var sheet = amendment is { } file ? await AmendmentDrafts.Open(w, file) : null;
        if (sheet is not null)
            await w.Do("UPDATE amendment SET plan_id = @plan, effective_day = @Day, confirmed_day = @today, confirmed_at = @at, confirmed_by = @person WHERE authority_id = @authority AND id = @Id",
                new { plan, sheet.Id, repeal.Day, today = w.At.Day, at = w.At.At, person = w.By.Person });
        if (repeal.Day <= w.At.Day) return await Close(w, plan, repeal with { Ground = ground }, w.At.Day, w.By.Person, sheet?.Id);

        var effect = await Effect(w, plan, repeal.Day, open);
        await w.DoMany("repeal_ahead", [new { Id = await w.Next("repeal_ahead"), PlanId = plan, FromDay = repeal.Day, Ground = ground, Open = open, AmendmentId = sheet?.Id, w.At.Day, w.At.At, PersonId = w.By.Person }]);
        await w.Log("plan.repeal-ahead", $"plan/{plan}", new { ground, repeal.Day, open, effect.Open, effect.Lapsed, amendment });
        return effect;
    }, stop);

    /// <summary>The plan does not lose force after all; only before its day.</summary>
    /// <exception cref="RuleBroken">«amendment.not-for-you», «repeal.none-waits».</exception>
    public Task Withdraw(Actor by, Moment at, long plan, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        AmendmentDrafts.MayChange(w);
        var waits = await RepealAhead.Of(w, plan) ?? throw new RuleBroken("repeal.none-waits");
        await w.Do("UPDATE repeal_ahead SET withdrawn_at = @at, withdrawn_by = @person WHERE authority_id = @authority AND id = @Id", new { waits.Id, at = w.At.At, person = w.By.Person });
        // The file that said so waits to be decided again.
        await w.Do("UPDATE amendment SET confirmed_day = NULL, confirmed_at = NULL, confirmed_by = NULL WHERE authority_id = @authority AND id = @AmendmentId", new { waits.AmendmentId });
        await w.Log("plan.repeal-withdrawn", $"plan/{plan}", new { waits.FromDay, waits.Ground });
    }, stop);

    /// <summary>Repeals whose day has come since they were decided.</summary>
    internal static async Task Reach(WriteScope w)
    {
        foreach (var waits in await w.All<RepealAhead>($"SELECT {RepealAhead.Columns} FROM repeal_ahead r WHERE r.authority_id = @authority AND r.done_at IS NULL AND r.withdrawn_at IS NULL AND r.from_day <= @day ORDER BY r.from_day, r.id", new { day = w.At.Day }))
        {
            await w.Do("UPDATE repeal_ahead SET done_at = @at WHERE authority_id = @authority AND id = @Id", new { waits.Id, at = w.At.At });
            await Close(w, waits.PlanId, new(waits.Ground, waits.FromDay, waits.Open), waits.FromDay, waits.PersonId, waits.AmendmentId);
        }
    }

    /// <param name="since">From which day the open reports are owed no more: the repeal's own where it was known before.</param>
    static async Task<RepealEffect> Close(WriteScope w, long plan, Repeal repeal, DateOnly since, long person, long? amendment)
    {
        var (ground, open) = (repeal.Ground, repeal.Open!.Value);
        var effect = await Effect(w, plan, repeal.Day, open);
        await w.Do($"""
            UPDATE obligation SET lapsed_day = @since, lapsed_ground = @lapsing WHERE authority_id = @authority AND id IN (SELECT o.id FROM obligation o WHERE {IsOpen} AND (@all = 1 OR o.period_to >= @Day))
            """, new { plan, since, lapsing = $"план втратив чинність: {ground}", all = open == OpenReports.Lapse, repeal.Day });
        await w.Do("UPDATE plan SET closed_day = @Day, closed_at = @at, closed_by = @person, closed_ground = @ground, closed_open = @open WHERE authority_id = @authority AND id = @plan",
            new { plan, repeal.Day, at = w.At.At, person, ground, open });
        if (amendment is { } file) await w.Do("UPDATE amendment SET applied_day = @today, applied_at = @at WHERE authority_id = @authority AND id = @file", new { file, today = w.At.Day, at = w.At.At });
        await w.Log("plan.repealed", $"plan/{plan}", new { ground, repeal.Day, open, effect.Open, effect.Lapsed, amendment });
        return effect;
    }

    /// <summary>What the choice would do to open reports and summaries.</summary>
    public static Task<RepealEffect> Effect(Scope scope, long plan, DateOnly day, OpenReports open) => scope.One<RepealEffect>($"""
        SELECT COUNT(*) AS open, COALESCE(SUM(CASE WHEN @all = 1 OR o.period_to >= @day THEN 1 ELSE 0 END), 0) AS lapsed,
            COALESCE(SUM(CASE WHEN (@all = 1 OR o.period_to >= @day) AND o.report_state = 'Draft' THEN 1 ELSE 0 END), 0) AS drafts FROM obligation o WHERE {IsOpen}
        """, new { plan, day, all = open == OpenReports.Lapse });

    /// <summary>The ground as the repealing act's own words give it: «розпорядження від 12.01.2022 № 5, пункт 4».</summary>
    public static string GroundOf(Act act, string? clause) => ActWords.Cited(act) + (clause?.Trim().TrimEnd('.', ')') is { Length: > 0 } item ? $", пункт {item}" : "");

    /// <summary>The clause of an act that repeals another plan.</summary>
    public static string? ClauseOf(AmendmentSheet sheet) => sheet.Amended.Steps.FirstOrDefault(s => s.Alteration.Kind == AlterationKind.Repeal)?.Alteration.ClauseNumber;

    /// <summary>Plans in the installation that the act of this one declares to have lost force, and that are still open.</summary>
    public static async Task<IReadOnlyList<RepealedPlan>> By(Scope scope, long plan)
    {
        var named = await scope.All<(string Number, DateOnly? Date, string? Clause)>("""
            SELECT r.number, r.date, (SELECT MIN(c.number) FROM clause c WHERE c.authority_id = r.authority_id AND c.act_id = r.act_id AND c.kind = 'Supersession') FROM act_reference r
            JOIN plan p ON p.authority_id = r.authority_id AND p.act_id = r.act_id
            WHERE r.authority_id = @authority AND p.id = @plan AND r.relation = 'Supersedes' AND r.number IS NOT NULL
            """, new { plan });
        if (named.Count == 0) return [];
        var open = await scope.All<OpenPlan>("""
            SELECT p.id, p.title, a.number, a.date FROM plan p JOIN act a ON a.authority_id = p.authority_id AND a.id = p.act_id
            WHERE p.authority_id = @authority AND p.closed_day IS NULL AND p.control_day IS NOT NULL AND a.number IS NOT NULL AND p.id <> @plan
            """, new { plan });
        return [.. open.SelectMany(o => named.Where(n => Folding.Key(n.Number) == Folding.Key(o.Number) && (n.Date is null || n.Date == o.Date)).Take(1).Select(n => new RepealedPlan(o.Id, o.Title, n.Clause)))];
    }

    sealed record PlanRow(DateOnly? ControlDay, DateOnly? ClosedDay, DateOnly? Date);
    sealed record OpenPlan(long Id, string Title, string Number, DateOnly? Date);
}

/// <summary>A plan that another plan's act repeals, and by which clause.</summary>
public sealed record RepealedPlan(long Id, string Title, string? Clause);

/// <summary>A repeal that waits for its day.</summary>
/// <param name="FromDay">The first day on which the plan has no force.</param>
/// <param name="Day">When it was decided.</param>
public sealed record RepealAhead(long Id, long PlanId, DateOnly FromDay, string Ground, OpenReports Open, long? AmendmentId, DateOnly Day, long PersonId)
{
    internal const string Columns = "r.id, r.plan_id, r.from_day, r.ground, r.open, r.amendment_id, r.day, r.person_id";

    /// <summary>Null: none waits.</summary>
    public static Task<RepealAhead?> Of(Scope scope, long plan) =>
        scope.Find<RepealAhead>($"SELECT {Columns} FROM repeal_ahead r WHERE r.authority_id = @authority AND r.plan_id = @plan AND r.done_at IS NULL AND r.withdrawn_at IS NULL", new { plan });
}
