using Zakhid.Calendar;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Obligations;

/// <summary>
/// What one act does with a due day that is a day off, where it differs from the authority's way: earlier, later, not at all.
/// Days still ahead move, each keeping its nominal day and the day that it had; what is due already, or handed in, or set by a person's
/// decision, stays as it was.
/// </summary>
public sealed class ChoosePolicy(Store store)
{
    /// <param name="plan">The plan of the act.</param>
    /// <param name="policy">Null: as the authority does.</param>
    /// <param name="ground">Who decided so: a clause, a letter, an instruction.</param>
    /// <exception cref="RuleBroken">«policy.not-for-you», «policy.ground-missing», «plan.unknown», «plan.closed».</exception>
    public Task<Recounted> Run(Actor by, Moment at, long plan, DayOffPolicy? policy, string ground, CancellationToken stop = default) => store.Write(by, at, w => Within(w, plan, policy, ground), stop);

    /// <summary>What it would do, with nothing done.</summary>
    /// <exception cref="RuleBroken">As above; no ground is asked yet.</exception>
    public Task<Recounted> Rehearse(Actor by, Moment at, long plan, DayOffPolicy? policy, CancellationToken stop = default) => store.Rehearse(by, at, w => Within(w, plan, policy, "…"), stop);

    static async Task<Recounted> Within(WriteScope w, long plan, DayOffPolicy? policy, string ground)
    {
        if (!w.By.IsProgram && !w.By.Is(Role.Coordinator)) throw new RuleBroken("policy.not-for-you");
        if (string.IsNullOrWhiteSpace(ground)) throw new RuleBroken("policy.ground-missing");
        var act = await w.Find<long?>("SELECT act_id FROM plan WHERE authority_id = @authority AND id = @plan", new { plan }) ?? throw new RuleBroken("plan.unknown");
        await OpenPlan.Must(w, plan);
        var before = await w.Find<string?>("SELECT day_off_policy FROM act WHERE authority_id = @authority AND id = @act", new { act });
        await w.Do("UPDATE act SET day_off_policy = @policy, policy_ground = @ground WHERE authority_id = @authority AND id = @act", new { act, policy, ground = ground.Trim() });
        var change = await DayOffChange.Record(w, plan, (policy?.ToString(), null), (before, null), ground);
        await w.Log("policy.chosen", $"plan/{plan}", new { policy, before, ground });
        var changed = await RecomputeObligations.Counted(w, plan, null, DayOffChange.Counted, change);
        await DayOffChange.Tell(w, change, [changed]);
        return changed;
    }
}
