using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.Operations.Bodies;

/// <summary>
/// Enters who belongs to a group on which days. Running plans that name the group follow in the same transaction: open and future
/// periods are owed by each member, what had fallen due stays with the group.
/// </summary>
public sealed class Members(Store store)
{
    /// <returns>How many obligations that added.</returns>
    /// <exception cref="RuleBroken">«body.not-for-you», «body.unknown», «body.withdrawn», «member.not-group», «member.order», «member.itself», «member.circular», «member.overlap», «member.overlap-open».</exception>
    public Task<int> Add(Actor by, Moment at, long group, IReadOnlyList<long> bodies, DateOnly from, DateOnly? to = null, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        foreach (var body in bodies.Distinct()) await Within(w, group, body, from, to);
        return await Membership.Follow(w, group);
    }, stop);

    /// <summary>Members by their names or codes, as a list is pasted: one a line.</summary>
    /// <param name="addNew">Names that the register does not have become bodies; without it they are told.</param>
    /// <exception cref="RuleBroken">«member.nobody», «member.unnamed»: these are not in the register; and those of adding.</exception>
    public Task<int> AddNamed(Actor by, Moment at, long group, IEnumerable<string> names, DateOnly from, DateOnly? to, bool addNew, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        Registrar.Check(by);
        var lines = names.Select(Folding.Collapse).Where(n => n.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (lines.Count == 0) throw new RuleBroken("member.nobody");
        var found = new List<long>();
        var unknown = new List<string>();
        foreach (var name in lines)
        {
            if (await RegisterSearch.Find(w, name) is { } body) found.Add(body);
            else if (addNew) found.Add(await AddBody.Within(w, new() { Name = name }));
            else unknown.Add(name);
        }
        if (unknown.Count > 0) throw new RuleBroken("member.unnamed", string.Join("», «", unknown.Take(5)) + (unknown.Count > 5 ? "…" : ""));
        foreach (var body in found.Distinct()) await Within(w, group, body, from, to);
        return await Membership.Follow(w, group);
    }, stop);

    internal static async Task Within(WriteScope w, long group, long body, DateOnly from, DateOnly? to)
    {
        Registrar.Check(w.By);
        var (whole, part) = (await Registrar.Standing(w, group), await Registrar.Standing(w, body));
        if (!whole.IsGroup) throw new RuleBroken("member.not-group", whole.Name);
        var known = await Membership.Of(w);
        var names = await w.All<(long Id, string Name)>("SELECT id, name FROM body WHERE authority_id = @authority AND (is_group = 1 OR id = @body)", new { body });
        known.Add(new(group, body, new(from, to), w.At.Day), id => names.Find(n => n.Id == id).Name ?? "");
        await w.Do("""
            INSERT INTO body_member (authority_id, group_id, body_id, from_day, to_day, entered_day) VALUES (@authority, @group, @body, @from, @to, @Day)
            ON CONFLICT (authority_id, group_id, body_id, from_day) DO UPDATE SET to_day = excluded.to_day, entered_day = excluded.entered_day, withdrawn_at = NULL
            """, new { group, body, from, to, w.At.Day });
        await w.Log("member.added", $"body/{group}", new { body, part.Name, from, to });
    }

    /// <summary>The last day of a member in his group; from the next on he owes nothing new. Null: until further notice again.</summary>
    /// <exception cref="RuleBroken">«body.not-for-you», «member.unknown», «member.order», and those of adding.</exception>
    public Task<int> End(Actor by, Moment at, long group, long body, DateOnly from, DateOnly? to, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        var entered = await Withdrawn(w, group, body, from);
        if (to < from) throw new RuleBroken("member.order", from, to!.Value);
        await Within(w, group, body, from, to);
        // It was known before: only its end is new.
        await w.Do("UPDATE body_member SET entered_day = @entered WHERE authority_id = @authority AND group_id = @group AND body_id = @body AND from_day = @from", new { group, body, from, entered });
        await w.Log("member.ended", $"body/{group}", new { body, from, to });
        return await Membership.Follow(w, group);
    }, stop);

    /// <summary>Entered by mistake: it never was a member. What it has reported as one stays.</summary>
    /// <exception cref="RuleBroken">«body.not-for-you», «member.unknown».</exception>
    public Task<int> Withdraw(Actor by, Moment at, long group, long body, DateOnly from, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        await Withdrawn(w, group, body, from);
        await w.Log("member.withdrawn", $"body/{group}", new { body, from });
        return await Membership.Follow(w, group);
    }, stop);

    static async Task<DateOnly> Withdrawn(WriteScope w, long group, long body, DateOnly from)
    {
        Registrar.Check(w.By);
        var entered = await w.Find<DateOnly?>("SELECT entered_day FROM body_member WHERE authority_id = @authority AND group_id = @group AND body_id = @body AND from_day = @from AND withdrawn_at IS NULL", new { group, body, from }) ?? throw new RuleBroken("member.unknown");
        await w.Do("UPDATE body_member SET withdrawn_at = @At WHERE authority_id = @authority AND group_id = @group AND body_id = @body AND from_day = @from", new { group, body, from, w.At.At });
        return entered;
    }
}
