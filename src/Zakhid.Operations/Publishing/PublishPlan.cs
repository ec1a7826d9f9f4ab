using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Publishing;

/// <summary>The coordinator opens a plan's progress to everybody, or closes it again; both stay in the log.</summary>
public sealed class PublishPlan(Store store)
{
    /// <exception cref="RuleBroken">«publishing.not-for-you», «publishing.draft»: a draft is not published.</exception>
    public Task Run(Actor by, Moment at, long plan, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        if (!by.IsProgram && !by.Is(Role.Coordinator)) throw new RuleBroken("publishing.not-for-you");
        if (await w.Find<string>("SELECT control_day FROM plan WHERE authority_id = @authority AND id = @plan", new { plan }) is null) throw new RuleBroken("publishing.draft");
        if (await w.Find<long?>("SELECT id FROM publishing WHERE authority_id = @authority AND plan_id = @plan AND withdrawn_at IS NULL", new { plan }) is not null) return;
        await w.Do("INSERT INTO publishing (authority_id, id, plan_id, day, at, person_id) VALUES (@authority, @id, @plan, @day, @at, @person)",
            new { id = await w.Next("publishing"), plan, day = at.Day, at = at.At, person = by.Person });
        await w.Log("plan.published", $"plan/{plan}");
    }, stop);

    /// <exception cref="RuleBroken">«publishing.not-for-you», «publishing.reason».</exception>
    public Task Withdraw(Actor by, Moment at, long plan, string reason, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        if (!by.IsProgram && !by.Is(Role.Coordinator, Role.Head)) throw new RuleBroken("publishing.not-for-you");
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleBroken("publishing.reason");
        var touched = await w.Do("""
            UPDATE publishing SET withdrawn_day = @day, withdrawn_at = @at, withdrawn_by = @person, withdrawn_reason = @reason
            WHERE authority_id = @authority AND plan_id = @plan AND withdrawn_at IS NULL
            """, new { plan, day = at.Day, at = at.At, person = by.Person, reason });
        if (touched > 0) await w.Log("plan.withdrawn", $"plan/{plan}", new { reason });
    }, stop);
}
