using Zakhid.Bodies;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Bodies;

/// <summary>
/// Two entries of the register are one body, or one is the other's successor: all of the first, names, people, memberships, assignments
/// and reports, becomes the second's. A measure that named both is answered once.
/// </summary>
public sealed class MergeBodies(Store store)
{
    const string SameBody = "це той самий орган";

    /// <exception cref="RuleBroken">«body.not-for-you», «body.unknown», «body.withdrawn», «body.ground», «body.merge-itself», «body.merge-group», and the circles of memberships.</exception>
    public Task Run(Actor by, Moment at, long from, long into, string? ground, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        Registrar.Check(by);
        if (from == into) throw new RuleBroken("body.merge-itself");
        if (string.IsNullOrWhiteSpace(ground)) throw new RuleBroken("body.ground");
        var (old, heir) = (await Registrar.Standing(w, from), await Registrar.Standing(w, into));
        if (old.IsGroup != heir.IsGroup) throw new RuleBroken("body.merge-group", old.Name, heir.Name);
        await MoveMemberships(w, from, into);
        await MoveAssignments(w, from, into);
        foreach (var table in new[] { "body_alias", "person", "post" }) await w.Do($"UPDATE {table} SET body_id = @into WHERE authority_id = @authority AND body_id = @from", new { from, into });
        await w.Do("""
            UPDATE act_duty SET body_id = @into WHERE authority_id = @authority AND body_id = @from
                AND NOT EXISTS (SELECT 1 FROM act_duty t WHERE t.authority_id = @authority AND t.plan_id = act_duty.plan_id AND t.body_id = @into AND t.clause_number = act_duty.clause_number)
            """, new { from, into });
        await w.Do("UPDATE act_duty SET group_id = @into WHERE authority_id = @authority AND group_id = @from", new { from, into });
        // Where both had the duty, what either issued meets it; the first's own is over.
        await w.Do("""
            UPDATE act_duty SET (issued_kind, issued_number, issued_date, issued_ground, issued_by, issued_day) = (SELECT f.issued_kind, f.issued_number, f.issued_date, f.issued_ground, f.issued_by, f.issued_day FROM act_duty f
                WHERE f.authority_id = @authority AND f.plan_id = act_duty.plan_id AND f.body_id = @from AND f.clause_number = act_duty.clause_number)
            WHERE authority_id = @authority AND body_id = @into AND issued_date IS NULL
                AND EXISTS (SELECT 1 FROM act_duty f WHERE f.authority_id = @authority AND f.plan_id = act_duty.plan_id AND f.body_id = @from AND f.clause_number = act_duty.clause_number AND f.issued_date IS NOT NULL)
            """, new { from, into });
        await w.Do("UPDATE act_duty SET ended_day = @Day, ended_ground = @SameBody WHERE authority_id = @authority AND body_id = @from AND issued_date IS NULL AND ended_day IS NULL", new { from, at.Day, SameBody });
        await w.Do("UPDATE window_request SET body_id = @into WHERE authority_id = @authority AND body_id = @from AND (exception_id IS NOT NULL OR declined_at IS NOT NULL OR NOT EXISTS (SELECT 1 FROM window_request t WHERE t.authority_id = @authority AND t.plan_id = window_request.plan_id AND t.period_code = window_request.period_code AND t.body_id = @into AND t.exception_id IS NULL AND t.declined_at IS NULL))", new { from, into });
        // Whose the heir is, where it was the first's own.
        await w.Do("UPDATE body SET parent_id = @ParentId WHERE authority_id = @authority AND id = @into AND parent_id = @from", new { from, into, old.ParentId });
        await w.Do("UPDATE body SET parent_id = @into WHERE authority_id = @authority AND parent_id = @from", new { from, into });
        await w.Do("UPDATE body SET merged_into = @into WHERE authority_id = @authority AND merged_into = @from", new { from, into });
        await w.Do("""
            UPDATE body SET is_coordinator = CASE WHEN @IsCoordinator = 1 THEN 1 ELSE is_coordinator END,
                (email, phone, address, edrpou, katottg) = (SELECT COALESCE(body.email, f.email), COALESCE(body.phone, f.phone), COALESCE(body.address, f.address), COALESCE(body.edrpou, f.edrpou), COALESCE(body.katottg, f.katottg)
                    FROM body f WHERE f.authority_id = @authority AND f.id = @from)
            WHERE authority_id = @authority AND id = @into
            """, new { from, into, old.IsCoordinator });
        await w.Do("UPDATE body SET withdrawn_at = @now, withdrawn_ground = @ground, merged_into = @into, is_coordinator = 0 WHERE authority_id = @authority AND id = @from", new { from, into, now = at.At, ground = ground.Trim() });
        await NamedBodies.Remember(w, into, old.Name);
        await NamedBodies.Remember(w, into, old.Name, old.Key);
        await w.Log("body.merged", $"body/{into}", new { from, old.Name, ground = ground.Trim() });
        foreach (var group in (await Membership.Of(w)).GroupsOver(into).Append(into)) await Membership.Follow(w, group);
    }, stop);

    /// <summary>Days of both as one: what meets or follows day by day is one stretch.</summary>
    static async Task MoveMemberships(WriteScope w, long from, long into)
    {
        var all = await w.All<Row>("""
            SELECT group_id, body_id, from_day, to_day, entered_day FROM body_member
            WHERE authority_id = @authority AND withdrawn_at IS NULL AND (group_id IN (@from, @into) OR body_id IN (@from, @into)) ORDER BY from_day
            """, new { from, into });
        foreach (var pair in all.GroupBy(m => (Group: m.GroupId == from ? into : m.GroupId, Body: m.BodyId == from ? into : m.BodyId)))
        {
            if (pair.All(m => (m.GroupId, m.BodyId) == pair.Key)) continue;
            foreach (var m in pair) await w.Do("UPDATE body_member SET withdrawn_at = @At WHERE authority_id = @authority AND group_id = @GroupId AND body_id = @BodyId AND from_day = @FromDay", new { m.GroupId, m.BodyId, m.FromDay, w.At.At });
            foreach (var m in Joined([.. pair]))
            {
                await Members.Within(w, pair.Key.Group, pair.Key.Body, m.FromDay, m.ToDay);
                await w.Do("UPDATE body_member SET entered_day = @EnteredDay WHERE authority_id = @authority AND group_id = @Group AND body_id = @Body AND from_day = @FromDay", new { m.EnteredDay, pair.Key.Group, pair.Key.Body, m.FromDay });
            }
        }
    }

    static List<Row> Joined(List<Row> rows)
    {
        var joined = new List<Row>();
        foreach (var row in rows)
        {
            if (joined is not [.., var last] || last.ToDay < row.FromDay.AddDays(-1)) { joined.Add(row); continue; }
            joined[^1] = last with
            {
                ToDay = last.ToDay is null || row.ToDay is null ? null : last.ToDay > row.ToDay ? last.ToDay : row.ToDay,
                EnteredDay = last.EnteredDay < row.EnteredDay ? last.EnteredDay : row.EnteredDay,
            };
        }
        return joined;
    }

    static async Task MoveAssignments(WriteScope w, long from, long into)
    {
        // Where a measure, or a group in it, has both: the heir's assignment stays, the other asks nothing new.
        var doubled = await w.All<(long Old, long Heir)>("""
            SELECT a.id, b.id FROM assignment a JOIN assignment b ON b.authority_id = a.authority_id AND b.measure_id = a.measure_id AND COALESCE(b.member_of, 0) = COALESCE(a.member_of, 0)
            WHERE a.authority_id = @authority AND a.body_id = @from AND b.body_id = @into
            """, new { from, into });
        foreach (var (old, heir) in doubled)
        {
            // What the one has reported the other is not asked.
            foreach (var (one, other) in new[] { (old, heir), (heir, old) })
                await w.Do("""
                    UPDATE obligation SET lapsed_day = @Day, lapsed_ground = @SameBody WHERE authority_id = @authority AND assignment_id = @one AND lapsed_day IS NULL AND report_state IN ('Expected', 'Draft')
                        AND EXISTS (SELECT 1 FROM obligation t WHERE t.authority_id = @authority AND t.assignment_id = @other AND t.rule_id = obligation.rule_id AND t.period_code = obligation.period_code
                            AND t.lapsed_day IS NULL AND (t.report_state NOT IN ('Expected', 'Draft') OR @one = @old))
                    """, new { one, other, old, w.At.Day, SameBody });
            await w.Do("UPDATE assignment SET owes = 0, left_day = @Day WHERE authority_id = @authority AND id = @old", new { old, w.At.Day });
        }
        await w.Do("""
            UPDATE assignment SET body_id = @into WHERE authority_id = @authority AND body_id = @from
                AND NOT EXISTS (SELECT 1 FROM assignment b WHERE b.authority_id = @authority AND b.member_of = assignment.member_of AND b.body_id = @into)
            """, new { from, into });
        await w.Do("INSERT INTO rule_body SELECT authority_id, plan_id, rule_id, @into FROM rule_body WHERE authority_id = @authority AND body_id = @from ON CONFLICT DO NOTHING", new { from, into });
        await w.Do("UPDATE obligation SET body_id = @into WHERE authority_id = @authority AND body_id = @from", new { from, into });
    }

    sealed record Row(long GroupId, long BodyId, DateOnly FromDay, DateOnly? ToDay, DateOnly EnteredDay);
}
