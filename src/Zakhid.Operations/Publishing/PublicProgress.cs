using Zakhid.Operations.Storage;
using Zakhid.Reporting;

namespace Zakhid.Operations.Publishing;

/// <summary>A plan that its coordinator has published.</summary>
public sealed record PublishedPlan(long Id, string Title);

/// <summary>A measure as everybody may see it: what is confirmed, and how many of its reports are under review.</summary>
public sealed record PublicMeasure(int Position, string? Number, string Text, string? TermText, ExecutionState? ConfirmedState, long UnderReview)
{
    public string Executors { get; init; } = "";
}

/// <summary>
/// The public side. Every query starts from what is published and not withdrawn, and takes confirmed facts only, so that
/// nothing else can leak by a forgotten condition.
/// </summary>
public sealed class PublicProgress(Store store)
{
    public Task<List<PublishedPlan>> Plans(long authority, CancellationToken stop = default) => store.Read(authority, r => r.All<PublishedPlan>("""
        SELECT p.id, p.title FROM publishing g JOIN plan p ON p.authority_id = g.authority_id AND p.id = g.plan_id
        WHERE g.authority_id = @authority AND g.withdrawn_at IS NULL ORDER BY p.id
        """), stop);

    public Task<List<PublicMeasure>> Measures(long authority, long plan, CancellationToken stop = default) => store.Read(authority, async r =>
    {
        var measures = await r.All<PublicMeasure>("""
            SELECT m.position, m.number, m.text, m.term_text, m.confirmed_state,
                (SELECT COUNT(*) FROM obligation o WHERE o.authority_id = m.authority_id AND o.measure_id = m.id AND o.standing = 'Submitted') AS under_review
            FROM publishing g JOIN measure m ON m.authority_id = g.authority_id AND m.plan_id = g.plan_id
            WHERE g.authority_id = @authority AND g.plan_id = @plan AND g.withdrawn_at IS NULL ORDER BY m.position
            """, new { plan });
        var executors = (await r.All<(int Position, string Printed)>("""
            SELECT m.position, s.printed FROM publishing g JOIN measure m ON m.authority_id = g.authority_id AND m.plan_id = g.plan_id
            JOIN assignment s ON s.authority_id = m.authority_id AND s.measure_id = m.id
            WHERE g.authority_id = @authority AND g.plan_id = @plan AND g.withdrawn_at IS NULL ORDER BY s.position
            """, new { plan })).ToLookup(e => e.Position, e => e.Printed);
        return measures.ConvertAll(m => m with { Executors = string.Join("; ", executors[m.Position]) });
    }, stop);
}
