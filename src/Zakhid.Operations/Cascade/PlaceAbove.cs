using Zakhid.Cascade;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Cascade;

/// <summary>Says that one act stands above another: a higher act above a plan's own, or above another higher act. Circles are refused.</summary>
public sealed class PlaceAbove(Store store)
{
    /// <exception cref="RuleBroken">«plan.unknown», «cascade.unknown-act», «cascade.circle», «cascade.above-itself», «cascade.not-for-you».</exception>
    public Task OverPlan(Actor by, Moment at, long plan, long higher, CancellationToken stop = default) => store.Write(by, at, w => Plan(w, plan, higher), stop);

    /// <exception cref="RuleBroken">«cascade.unknown-act», «cascade.circle», «cascade.above-itself», «cascade.not-for-you».</exception>
    public Task OverAct(Actor by, Moment at, long lower, long higher, CancellationToken stop = default) => store.Write(by, at, w => Act(w, lower, higher), stop);

    /// <summary>The act does not stand above the plan after all; links of its measures are undone with it.</summary>
    public Task Remove(Actor by, Moment at, long plan, long higher, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        KeepHigherAct.MustBeCoordinator(by);
        var gone = await w.Do("UPDATE plan_above SET withdrawn_day = @day, withdrawn_at = @at, withdrawn_by = @person WHERE authority_id = @authority AND plan_id = @plan AND higher_id = @higher AND withdrawn_at IS NULL", new { plan, higher, day = at.Day, at = at.At, person = by.Person });
        if (gone == 0) return;
        await w.Do("""
            UPDATE measure_above SET withdrawn_at = @at, withdrawn_by = @person WHERE authority_id = @authority AND higher_id = @higher AND withdrawn_at IS NULL
                AND measure_id IN (SELECT id FROM measure WHERE authority_id = @authority AND plan_id = @plan)
            """, new { plan, higher, at = at.At, person = by.Person });
        await w.Log("cascade.not-above", $"plan/{plan}", new { higher });
    }, stop);

    internal static async Task Plan(WriteScope w, long plan, long higher)
    {
        KeepHigherAct.MustBeCoordinator(w.By);
        var own = await w.Find<string>("SELECT a.identity FROM plan p JOIN act a ON a.authority_id = p.authority_id AND a.id = p.act_id WHERE p.authority_id = @authority AND p.id = @plan", new { plan }) ?? throw new RuleBroken("plan.unknown");
        var act = await StoredHigherAct.Find(w, higher);
        ActOrder.MustHold(own, act.Identity, await StoredHigherAct.Order(w), act.Name);
        if (await w.Find<long?>("SELECT id FROM plan_above WHERE authority_id = @authority AND plan_id = @plan AND higher_id = @higher AND withdrawn_at IS NULL", new { plan, higher }) is not null) return;
        await w.Do("INSERT INTO plan_above (authority_id, id, plan_id, higher_id, day, at, person_id) VALUES (@authority, @id, @plan, @higher, @day, @at, @person)",
            new { id = await w.Next("plan_above"), plan, higher, day = w.At.Day, at = w.At.At, person = w.By.Person });
        await w.Log("cascade.above", $"plan/{plan}", new { higher, act.Number, act.Date });
    }

    internal static async Task Act(WriteScope w, long lower, long higher)
    {
        KeepHigherAct.MustBeCoordinator(w.By);
        var (below, above) = (await StoredHigherAct.Find(w, lower), await StoredHigherAct.Find(w, higher));
        if (below.AboveId == higher) return;
        ActOrder.MustHold(below.Identity, above.Identity, await StoredHigherAct.Order(w), above.Name);
        await StoredHigherAct.KeepBefore(w, lower);
        await w.Do("UPDATE higher_act SET above_id = @higher WHERE authority_id = @authority AND id = @lower", new { lower, higher });
        await w.Log("cascade.above", $"higher-act/{lower}", new { higher, above.Number, above.Date });
    }
}
