using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Bodies;

/// <summary>A membership as a page shows it: <see cref="Name"/> is that of the body on its other end.</summary>
public sealed record MemberLine(long GroupId, long BodyId, string Name, DateOnly FromDay, DateOnly? ToDay, DateOnly EnteredDay)
{
    /// <summary>Members of a group, those of today and those who left.</summary>
    public static Task<List<MemberLine>> Of(Scope scope, long group) => scope.All<MemberLine>("""
        SELECT m.group_id, m.body_id, b.name, m.from_day, m.to_day, m.entered_day FROM body_member m JOIN body b ON b.authority_id = m.authority_id AND b.id = m.body_id
        WHERE m.authority_id = @authority AND m.group_id = @group AND m.withdrawn_at IS NULL ORDER BY b.sort_key, b.id, m.from_day
        """, new { group });

    /// <summary>Groups that a body is in itself.</summary>
    public static Task<List<MemberLine>> GroupsOf(Scope scope, long body) => scope.All<MemberLine>("""
        SELECT m.group_id, m.body_id, b.name, m.from_day, m.to_day, m.entered_day FROM body_member m JOIN body b ON b.authority_id = m.authority_id AND b.id = m.group_id
        WHERE m.authority_id = @authority AND m.body_id = @body AND m.withdrawn_at IS NULL ORDER BY b.sort_key, b.id, m.from_day
        """, new { body });

    public static Task<List<MemberLine>> All(Scope scope) => scope.All<MemberLine>("""
        SELECT m.group_id, m.body_id, b.name, m.from_day, m.to_day, m.entered_day FROM body_member m JOIN body b ON b.authority_id = m.authority_id AND b.id = m.group_id
        WHERE m.authority_id = @authority AND m.withdrawn_at IS NULL ORDER BY m.body_id, m.from_day
        """);
}
