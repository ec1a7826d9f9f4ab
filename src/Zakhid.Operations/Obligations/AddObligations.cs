using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Obligations;

/// <summary>
/// Adds obligations with their counters. Where a trigger counts each row by itself it costs more than the row, so of many it
/// is put aside and the same counters are added up once; all of it in the one transaction, so that nobody sees it aside.
/// </summary>
static class AddObligations
{
    const int Many = 200;

    static readonly string[] Levels = ["0, '', 0", "0, period_code, body_id", "plan_id, period_code, 0", "plan_id, period_code, body_id"];

    /// <param name="rows">With numbers that follow one another.</param>
    public static async Task Within(WriteScope w, IReadOnlyList<ObligationRow> rows)
    {
        await RuleBodies(w, rows);
        if (rows.Count < Many || !w.Dialect.CountsRowByRow)
        {
            await w.DoMany("obligation", rows);
            return;
        }
        var trigger = await w.One<string>("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = 'obligation_added' AND @authority > 0");
        await w.Do("DROP TRIGGER obligation_added -- for @authority's rows");
        await w.DoMany("obligation", rows);
        foreach (var level in Levels)
            await w.Do($"""
                INSERT INTO tally (authority_id, plan_id, period_code, body_id, kind, adjusted, standing, late, due_day, n)
                SELECT authority_id, {level}, kind, adjusted, standing, late, due_day, COUNT(*) FROM obligation WHERE authority_id = @authority AND id BETWEEN @first AND @last
                GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9 ON CONFLICT DO UPDATE SET n = n + excluded.n
                """, new { first = rows[0].Id, last = rows[^1].Id });
        await w.Do($"{trigger} -- @authority");
    }

    /// <summary>Who reports by which rule, where it is not known yet.</summary>
    static async Task RuleBodies(WriteScope w, IReadOnlyList<ObligationRow> rows)
    {
        var asked = rows.Select(o => (o.PlanId, o.RuleId, o.BodyId)).ToHashSet();
        asked.ExceptWith(await w.All<(long, long, long)>($"SELECT plan_id, rule_id, body_id FROM rule_body WHERE authority_id = @authority AND plan_id {w.Dialect.Among("@plans")}", new { plans = asked.Select(o => o.PlanId).Distinct().ToList() }));
        await w.DoMany("rule_body", asked.Select(o => new { o.PlanId, o.RuleId, o.BodyId }).ToList());
    }
}
