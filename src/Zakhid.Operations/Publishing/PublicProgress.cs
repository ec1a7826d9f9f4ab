using Zakhid.Operations.Reporting;
using Zakhid.Operations.Storage;
using Zakhid.Reporting;

namespace Zakhid.Operations.Publishing;

/// <summary>A plan that its coordinator has published.</summary>
public sealed record PublishedPlan(long Id, string Title, DateOnly? ActDate);

/// <summary>A period of a published plan: when its document is due, and whether it was sent.</summary>
public sealed record PublicPeriod(string PeriodCode, DateOnly DueDay, DateOnly? SentDay);

/// <summary>A measure as everybody may see it: what is confirmed, and how many of its reports are under review.</summary>
public sealed record PublicMeasure(int Position, string? Number, string Text, string Gist, string? TermText, ExecutionState? ConfirmedState, DateOnly? ConfirmedDay, long UnderReview)
{
    /// <summary>What accepted reports counted: «4 рази».</summary>
    public string Result { get; init; } = "";
    public string Executors { get; init; } = "";
}

/// <summary>
/// The public side. Every query starts from what is published and not withdrawn, and takes confirmed facts only, so that
/// nothing else can leak by a forgotten condition.
/// </summary>
public sealed class PublicProgress(Store store)
{
    public Task<List<PublishedPlan>> Plans(long authority, CancellationToken stop = default) => store.Read(authority, r => r.All<PublishedPlan>("""
        SELECT p.id, p.title, a.date AS act_date FROM publishing g JOIN plan p ON p.authority_id = g.authority_id AND p.id = g.plan_id
        JOIN act a ON a.authority_id = p.authority_id AND a.id = p.act_id
        WHERE g.authority_id = @authority AND g.withdrawn_at IS NULL ORDER BY p.id
        """), stop);

    public Task<List<PublicMeasure>> Measures(long authority, long plan, CancellationToken stop = default) => store.Read(authority, async r =>
    {
        var measures = await r.All<PublicMeasure>("""
            SELECT m.position, m.number, m.text, m.gist, m.term_text, m.confirmed_state, m.confirmed_day,
                (SELECT COUNT(*) FROM obligation o WHERE o.authority_id = m.authority_id AND o.measure_id = m.id AND o.standing = 'Submitted') AS under_review
            FROM publishing g JOIN measure m ON m.authority_id = g.authority_id AND m.plan_id = g.plan_id
            WHERE g.authority_id = @authority AND g.plan_id = @plan AND g.withdrawn_at IS NULL AND m.excluded_day IS NULL ORDER BY m.position
            """, new { plan });
        var executors = (await r.All<(int Position, string Printed)>("""
            SELECT m.position, s.printed FROM publishing g JOIN measure m ON m.authority_id = g.authority_id AND m.plan_id = g.plan_id
            JOIN assignment s ON s.authority_id = m.authority_id AND s.measure_id = m.id AND s.member_of IS NULL AND s.part_id IS NULL
            WHERE g.authority_id = @authority AND g.plan_id = @plan AND g.withdrawn_at IS NULL AND s.left_day IS NULL ORDER BY s.position
            """, new { plan })).ToLookup(e => e.Position, e => e.Printed);
        // A figure that a report shares with another measure is counted there, and here only pointed at.
        var figures = (await r.All<(int Position, string? Unit, string? Metric, decimal Value)>($"""
            SELECT m.position, t.unit, t.metric, {r.Dialect.Number("f.value")} FROM publishing g JOIN obligation o ON o.authority_id = g.authority_id AND o.plan_id = g.plan_id AND o.report_state = 'Accepted'
            JOIN report_figure f ON f.authority_id = o.authority_id AND f.obligation_id = o.id AND f.shared = 0 JOIN target t ON t.authority_id = f.authority_id AND t.id = f.target_id
            JOIN measure m ON m.authority_id = o.authority_id AND m.id = o.measure_id
            WHERE g.authority_id = @authority AND g.plan_id = @plan AND g.withdrawn_at IS NULL ORDER BY m.position, t.position
            """, new { plan })).ToLookup(f => f.Position);
        var shared = (await r.All<(int Position, string Other, string? Plan, bool Elsewhere)>("""
            SELECT DISTINCT m.position, COALESCE(n.number, CAST(n.position AS TEXT)), CASE WHEN h.id IS NULL THEN NULL ELSE p.title END, n.plan_id <> m.plan_id
            FROM publishing g JOIN obligation o ON o.authority_id = g.authority_id AND o.plan_id = g.plan_id AND o.report_state = 'Accepted'
            JOIN report_figure f ON f.authority_id = o.authority_id AND f.obligation_id = o.id AND f.shared = 1
            JOIN measure m ON m.authority_id = o.authority_id AND m.id = o.measure_id
            JOIN joint_report j ON j.authority_id = o.authority_id AND j.obligation_id = o.id AND j.withdrawn_at IS NULL
            JOIN obligation w ON w.authority_id = j.authority_id AND w.id = j.with_id JOIN measure n ON n.authority_id = w.authority_id AND n.id = w.measure_id
            JOIN plan p ON p.authority_id = n.authority_id AND p.id = n.plan_id
            LEFT JOIN publishing h ON h.authority_id = p.authority_id AND h.plan_id = p.id AND h.withdrawn_at IS NULL
            WHERE g.authority_id = @authority AND g.plan_id = @plan AND g.withdrawn_at IS NULL
            """, new { plan })).ToLookup(x => x.Position, x => !x.Elsewhere ? $"полічено в заході {x.Other}" : x.Plan is null ? "полічено за іншим планом" : $"полічено в заході {x.Other} плану «{x.Plan}»");
        return measures.ConvertAll(m => m with
        {
            Executors = string.Join("; ", executors[m.Position]),
            Result = string.Join("; ", figures[m.Position].GroupBy(f => (f.Metric, f.Unit)).SelectMany(g => FigureWords.Together(g.Key.Unit, [.. g.Select(f => f.Value)])).Concat(shared[m.Position])),
        });
    }, stop);

    /// <summary>The periods of the plan, in order; empty where the act orders no summary.</summary>
    public Task<List<PublicPeriod>> Periods(long authority, long plan, CancellationToken stop = default) => store.Read(authority, r => r.All<PublicPeriod>("""
        SELECT o.period_code, o.due_day, (SELECT MIN(c.sent_day) FROM consolidation c WHERE c.authority_id = o.authority_id AND c.plan_id = o.plan_id AND c.period_code = o.period_code) AS sent_day
        FROM publishing g JOIN obligation o ON o.authority_id = g.authority_id AND o.plan_id = g.plan_id AND o.kind = 'Consolidation'
        WHERE g.authority_id = @authority AND g.plan_id = @plan AND g.withdrawn_at IS NULL ORDER BY o.period_from
        """, new { plan }), stop);
}
