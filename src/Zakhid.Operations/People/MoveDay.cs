using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.People;

/// <summary>
/// Moves the authority's own day in a demonstration: forward as far as one likes, back only to the day of the last fact, so
/// that nothing done comes to lie in the future.
/// </summary>
public sealed class MoveDay(Store store)
{
    /// <exception cref="RuleBroken">«day.not-for-you», «day.not-a-demonstration», «day.before-last-fact» with that day.</exception>
    public Task Run(Actor by, Moment at, DateOnly day, CancellationToken stop = default) => store.Write(by, at with { Day = day }, async w =>
    {
        if (!by.IsProgram && !by.Is(Role.Coordinator)) throw new RuleBroken("day.not-for-you");
        if (await w.Find<DateOnly?>("SELECT day FROM authority WHERE id = @authority AND is_sample = 1") is not { } from) throw new RuleBroken("day.not-a-demonstration");
        // Who signs in and who is on the list is no fact of a plan.
        var last = await w.Find<DateOnly?>("SELECT max(day) FROM audit_entry WHERE authority_id = @authority AND action NOT LIKE 'day.%' AND action NOT LIKE 'person.%' AND action NOT LIKE 'authority.%'");
        if (day < last) throw new RuleBroken("day.before-last-fact", last);
        await w.Do("UPDATE authority SET day = @day WHERE id = @authority", new { day });
        await w.Log("day.moved", $"authority/{by.Authority}", new { from, to = day });
        await NewDay.Within(w);
    }, stop);
}
