using Zakhid.Calendar;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Obligations;

/// <summary>What a decision about days off does to one plan.</summary>
public sealed record CountedPlan(long Id, string Title, Recounted Counted);

/// <summary>
/// What the authority does with a due day that is a day off, for all its plans but those whose act has a way of its own. Rehearsed
/// before it is confirmed. Days that have passed, what is handed in and what a person's decision set stay as they were counted; each day
/// that moves is kept with its ground.
/// </summary>
public sealed class SetDayOffPolicy(Store store)
{
    /// <param name="transfers">Transfers of working days, which are recommendations, apply.</param>
    /// <param name="ground">Who decided so.</param>
    /// <returns>The plans that it touches.</returns>
    /// <exception cref="RuleBroken">«policy.set-not-for-you», «policy.ground-missing», «policy.same».</exception>
    public Task<List<CountedPlan>> Run(Actor by, Moment at, DayOffPolicy policy, bool transfers, string ground, CancellationToken stop = default) => store.Write(by, at, w => Within(w, policy, transfers, ground), stop);

    /// <summary>What it would do, with nothing done.</summary>
    /// <exception cref="RuleBroken">As above; no ground is asked yet.</exception>
    public Task<List<CountedPlan>> Rehearse(Actor by, Moment at, DayOffPolicy policy, bool transfers, CancellationToken stop = default) => store.Rehearse(by, at, w => Within(w, policy, transfers, "…"), stop);

    /// <summary>The way in force, and whether transfers apply.</summary>
    public static Task<(DayOffPolicy Policy, bool Transfers)> Of(Scope scope) => scope.One<(DayOffPolicy, bool)>("SELECT day_off_policy, transfers_apply FROM authority WHERE id = @authority");

    static async Task<List<CountedPlan>> Within(WriteScope w, DayOffPolicy policy, bool transfers, string ground)
    {
        if (!w.By.IsProgram && !w.By.Is(Role.Coordinator, Role.Administrator)) throw new RuleBroken("policy.set-not-for-you");
        if (string.IsNullOrWhiteSpace(ground)) throw new RuleBroken("policy.ground-missing");
        var before = await Of(w);
        if (before == (policy, transfers)) throw new RuleBroken("policy.same");
        await w.Do("UPDATE authority SET day_off_policy = @policy, transfers_apply = @transfers WHERE id = @authority", new { policy, transfers });
        var change = await DayOffChange.Record(w, null, (policy.ToString(), transfers), (before.Policy.ToString(), before.Transfers), ground);
        await w.Log("policy.set", $"authority/{w.Authority}", new { policy, transfers, before = new { before.Policy, before.Transfers }, ground });

        var counted = new List<CountedPlan>();
        foreach (var (id, title) in await w.All<(long Id, string Title)>("""
            SELECT p.id, p.title FROM plan p JOIN act a ON a.authority_id = p.authority_id AND a.id = p.act_id
            WHERE p.authority_id = @authority AND p.control_day IS NOT NULL AND p.closed_day IS NULL AND (a.day_off_policy IS NULL OR @all = 1) ORDER BY p.id
            """, new { all = before.Transfers != transfers }))
            if (await RecomputeObligations.Counted(w, id, null, DayOffChange.Counted, change) is { IsNothing: false } changed) counted.Add(new(id, title, changed));
        await DayOffChange.Tell(w, change, counted.ConvertAll(p => p.Counted));
        return counted;
    }
}
