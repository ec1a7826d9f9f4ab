using Zakhid.Operations.Storage;

namespace Zakhid.Operations.People;

/// <summary>
/// Moves the authority's own day in a demonstration. For writing it never moves back before the last fact: what was done
/// cannot come to lie in the future.
/// </summary>
public sealed class MoveDay(Store store)
{
    /// <exception cref="RuleBroken">«day.not-for-you», «day.not-a-demonstration», «day.before-last-fact» with that day.</exception>
    public Task Run(Actor by, Moment at, DateOnly day, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        if (!by.IsProgram && !by.Is(Role.Coordinator)) throw new RuleBroken("day.not-for-you");
        if (await w.Find<string>("SELECT day FROM authority WHERE id = @authority AND is_sample = 1") is null) throw new RuleBroken("day.not-a-demonstration");
        if (await w.Find<DateOnly?>("SELECT last_day FROM audit_head WHERE authority_id = @authority") is { } last && day < last) throw new RuleBroken("day.before-last-fact", last);
        await w.Do("UPDATE authority SET day = @day WHERE id = @authority", new { day });
    }, stop);
}
