using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Bodies;

/// <summary>
/// A body that is no more, or was entered by mistake: it leaves the lists, what it did stays its own. One that still owes is not let go:
/// its reports are passed on first, by merging it into its successor.
/// </summary>
public sealed class WithdrawBody(Store store)
{
    /// <exception cref="RuleBroken">«body.not-for-you», «body.unknown», «body.withdrawn», «body.ground», «body.owes», «body.is-coordinator».</exception>
    public Task Run(Actor by, Moment at, long id, string? ground, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        Registrar.Check(by);
        var body = await Registrar.Standing(w, id);
        if (string.IsNullOrWhiteSpace(ground)) throw new RuleBroken("body.ground");
        if (body.IsCoordinator) throw new RuleBroken("body.is-coordinator", body.Name);
        var owed = await w.One<long>("SELECT COUNT(*) FROM obligation WHERE authority_id = @authority AND body_id = @id AND standing IN ('Expected', 'Draft', 'Submitted', 'Returned', 'Apart')", new { id });
        if (owed > 0) throw new RuleBroken("body.owes", body.Name, (int)owed);
        var groups = await w.All<long>("SELECT group_id FROM body_member WHERE authority_id = @authority AND body_id = @id AND withdrawn_at IS NULL AND (to_day IS NULL OR to_day >= @Day)", new { id, at.Day });
        await w.Do("UPDATE body_member SET to_day = CASE WHEN from_day > @Day THEN from_day ELSE @Day END WHERE authority_id = @authority AND body_id = @id AND withdrawn_at IS NULL AND (to_day IS NULL OR to_day >= @Day)", new { id, at.Day });
        await w.Do("UPDATE body SET withdrawn_at = @now, withdrawn_ground = @ground WHERE authority_id = @authority AND id = @id", new { id, now = at.At, ground = ground.Trim() });
        await w.Log("body.withdrawn", $"body/{id}", new { body.Name, ground = ground.Trim() });
        foreach (var group in groups) await Membership.Follow(w, group);
    }, stop);

    /// <summary>Back into the lists.</summary>
    /// <exception cref="RuleBroken">«body.not-for-you», «body.unknown»; «body.merged»: it is another body by now.</exception>
    public Task Restore(Actor by, Moment at, long id, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        Registrar.Check(by);
        var (name, merged) = await w.Find<(string?, long?)>("SELECT name, merged_into FROM body WHERE authority_id = @authority AND id = @id", new { id });
        if (name is null) throw new RuleBroken("body.unknown");
        if (merged is { } other) throw new RuleBroken("body.merged", name, (await Membership.Names(w, [other]))[other]);
        if (await w.Do("UPDATE body SET withdrawn_at = NULL, withdrawn_ground = NULL WHERE authority_id = @authority AND id = @id AND withdrawn_at IS NOT NULL", new { id }) == 1) await w.Log("body.restored", $"body/{id}", new { name });
    }, stop);
}
