using Zakhid.Bodies;
using Zakhid.Operations.Cascade;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Bodies;

/// <summary>The members of groups, as they are kept.</summary>
public static class Membership
{
    /// <summary>Who answers for each group that has members, by the group's key.</summary>
    public static async Task<Dictionary<string, IReadOnlyList<DatedMember>>> ByKey(Scope scope)
    {
        var all = await Of(scope);
        return (await scope.All<(long Id, string Key)>("SELECT id, key FROM body WHERE authority_id = @authority AND is_group = 1")).Where(g => all.Of(g.Id).Count > 0).ToDictionary(g => g.Key, g => all.Answering(g.Id), StringComparer.Ordinal);
    }

    public static async Task<DatedMembership> Of(Scope scope) =>
        new((await scope.All<(long Group, long Body, DateOnly From, DateOnly? To, DateOnly Entered)>("""
            SELECT group_id, body_id, from_day, to_day, entered_day FROM body_member WHERE authority_id = @authority AND withdrawn_at IS NULL ORDER BY group_id, from_day, body_id
            """)).Select(m => new DatedMember(m.Group, m.Body, new(m.From, m.To), m.Entered)));

    public static async Task<Dictionary<long, string>> Names(Scope scope, IEnumerable<long> bodies) =>
        (await scope.All<(long, string)>($"SELECT id, name FROM body WHERE authority_id = @authority AND id {scope.Dialect.Among("@ids")}", new { ids = bodies.Distinct().ToList() })).ToDictionary();

    /// <summary>Every running plan that names the group, or one that it is in, is derived anew; acts that its members are to issue follow too.</summary>
    /// <returns>How many obligations were added.</returns>
    internal static async Task<int> Follow(WriteScope w, long group)
    {
        var groups = (await Of(w)).GroupsOver(group).Append(group).ToList();
        var added = 0;
        foreach (var plan in await w.All<long>($"""
            SELECT DISTINCT p.id FROM plan p JOIN assignment s ON s.authority_id = p.authority_id AND s.plan_id = p.id
            WHERE p.authority_id = @authority AND p.control_day IS NOT NULL AND p.closed_day IS NULL AND s.member_of IS NULL AND s.body_id {w.Dialect.Among("@groups")} ORDER BY p.id
            """, new { groups }))
            added += await DeriveObligations.Within(w, plan, asOf: w.At.Day);
        await RecordIssued.Follow(w);
        return added;
    }
}
