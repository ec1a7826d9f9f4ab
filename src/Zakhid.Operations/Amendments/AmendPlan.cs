using Zakhid.Operations.Reading;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.Operations.Amendments;

/// <summary>
/// Confirms an amendment: it becomes the plan's next version on its effective day. Before that the same deed is rehearsed, so
/// that what a person is shown is what will be done.
/// </summary>
public sealed class AmendPlan(Store store)
{
    /// <returns>The version that it became.</returns>
    /// <exception cref="RuleBroken">
    /// «amendment.unknown», «amendment.not-for-you», «amendment.done», «amendment.questions», and those of <see cref="Check"/>.
    /// </exception>
    public Task<int> Run(Actor by, Moment at, long amendment, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        var sheet = await AmendmentDrafts.Open(w, amendment);
        if (sheet.Open.Count > 0) throw new RuleBroken("amendment.questions", sheet.Open.Count);
        return (await Confirm(w, sheet)).Version;
    }, stop);

    /// <summary>What it would do, with nothing done. Null: its day has not come, and on that day the reports may stand otherwise.</summary>
    /// <exception cref="RuleBroken">As above; open questions do not stop it.</exception>
    public Task<AmendmentEffect> Rehearse(Actor by, Moment at, long amendment, CancellationToken stop = default) =>
        store.Rehearse(by, at, async w =>
        {
            var sheet = await AmendmentDrafts.Open(w, amendment);
            await Check(w, sheet);
            return await CarryOut.Within(w, sheet);
        }, stop);

    static async Task<(int Version, AmendmentEffect? Effect)> Confirm(WriteScope w, AmendmentSheet sheet)
    {
        await Check(w, sheet);
        var version = sheet.BaseVersion + 1;
        await w.Do("""
            UPDATE amendment SET version = @version, identity = @identity, confirmed_day = @day, confirmed_at = @at, confirmed_by = @person WHERE authority_id = @authority AND id = @Id
            """, new { sheet.Id, version, identity = AdoptPlan.Identity(sheet.Act, ""), day = w.At.Day, at = w.At.At, person = w.By.Person });
        await w.Log("amendment.confirmed", $"plan/{sheet.PlanId}", new { amendment = sheet.Id, version, sheet.Act.Number, sheet.Act.Date, sheet.EffectiveDay });
        return (version, sheet.EffectiveDay <= w.At.Day ? await CarryOut.Within(w, sheet with { Version = version }) : null);
    }

    /// <summary>Versions whose day has come since they were confirmed.</summary>
    internal static async Task Reach(WriteScope w)
    {
        foreach (var id in await w.All<long>("""
            SELECT a.id FROM amendment a JOIN plan p ON p.authority_id = a.authority_id AND p.id = a.plan_id
            WHERE a.authority_id = @authority AND a.version IS NOT NULL AND a.applied_day IS NULL AND a.withdrawn_at IS NULL AND a.effective_day <= @day AND p.closed_day IS NULL
                AND NOT EXISTS (SELECT 1 FROM repeal_ahead r WHERE r.authority_id = p.authority_id AND r.plan_id = p.id AND r.done_at IS NULL AND r.withdrawn_at IS NULL AND r.from_day <= a.effective_day) ORDER BY a.effective_day, a.id
            """, new { day = w.At.Day })) await CarryOut.Within(w, await AmendmentSheet.Find(w, id));
    }

    /// <exception cref="RuleBroken">
    /// «amendment.no-plan», «amendment.requisites», «amendment.day-missing», «amendment.plan-draft», «amendment.plan-closed», «amendment.plan-ends»,
    /// «amendment.before-act», «amendment.before-version», «amendment.version-waits», «amendment.plan-moved»,
    /// «amendment.same-act», «amendment.circular», «amendment.nothing», «amendment.no-measures».
    /// </exception>
    static async Task Check(Scope scope, AmendmentSheet sheet)
    {
        if (sheet.PlanId is not { } plan || sheet.Base is not { } text) throw new RuleBroken("amendment.no-plan");
        if (sheet.Act is not { Number: not null, Date: { } date }) throw new RuleBroken("amendment.requisites");
        if (sheet.EffectiveDay is not { } from) throw new RuleBroken("amendment.day-missing");
        var (control, closed) = await scope.One<(DateOnly?, DateOnly?)>("SELECT control_day, closed_day FROM plan WHERE authority_id = @authority AND id = @plan", new { plan });
        if (control is null) throw new RuleBroken("amendment.plan-draft");
        if (closed is { } end) throw new RuleBroken("amendment.plan-closed", end);
        if (await RepealAhead.Of(scope, plan) is { } repeal && from >= repeal.FromDay) throw new RuleBroken("amendment.plan-ends", repeal.FromDay);
        if (text.Reading.Act.Date is { } signed && (from < signed || date < signed)) throw new RuleBroken("amendment.before-act", signed);

        var identity = AdoptPlan.Identity(sheet.Act, "");
        foreach (var other in await scope.All<Other>("SELECT number, date, version, effective_day, applied_day, confirmed_day FROM amendment WHERE authority_id = @authority AND plan_id = @plan AND version IS NOT NULL AND withdrawn_at IS NULL ORDER BY version", new { plan }))
        {
            if (other.Date == date && Folding.Key(other.Number) == Folding.Key(sheet.Act.Number)) throw new RuleBroken("amendment.same-act", sheet.Act.Number, UkrainianDate.Short(date), other.ConfirmedDay, other.Version);
            if (other.AppliedDay is null) throw new RuleBroken("amendment.version-waits", other.Version, other.EffectiveDay);
            if (from < other.EffectiveDay) throw new RuleBroken("amendment.before-version", other.Version, other.EffectiveDay);
        }
        if (text.Version != sheet.BaseVersion) throw new RuleBroken("amendment.plan-moved", text.Version);
        await Circle(scope, plan, identity);
        if (sheet.Difference.IsNothing) throw new RuleBroken("amendment.nothing");
        if (sheet.After.Measures.Count == 0) throw new RuleBroken("amendment.no-measures");
    }

    /// <summary>No act changes itself, straight or through the plans that it was changed by.</summary>
    static async Task Circle(Scope scope, long plan, string identity)
    {
        var own = await scope.One<string>("SELECT a.identity FROM plan p JOIN act a ON a.authority_id = p.authority_id AND a.id = p.act_id WHERE p.authority_id = @authority AND p.id = @plan", new { plan });
        var changes = (await scope.All<(string By, string Act)>("""
            SELECT m.identity, a.identity FROM amendment m JOIN plan p ON p.authority_id = m.authority_id AND p.id = m.plan_id JOIN act a ON a.authority_id = p.authority_id AND a.id = p.act_id
            WHERE m.authority_id = @authority AND m.version IS NOT NULL AND m.withdrawn_at IS NULL
            """)).ToLookup(x => x.By, x => x.Act);
        // What the plan's own act changes, and what that changes in turn.
        var (seen, next) = (new HashSet<string>(StringComparer.Ordinal) { own }, new Stack<string>([own]));
        while (next.TryPop(out var act))
        {
            if (act == identity) throw new RuleBroken("amendment.circular");
            foreach (var changed in changes[act]) if (seen.Add(changed)) next.Push(changed);
        }
    }

    sealed record Other(string Number, DateOnly Date, int Version, DateOnly EffectiveDay, DateOnly? AppliedDay, DateOnly ConfirmedDay);
}
