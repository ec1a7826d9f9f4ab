using Zakhid.Control;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Control;

/// <summary>A measure that control has to do something about.</summary>
/// <param name="Day">Its term, adjusted; of a request the day that it asks to move.</param>
/// <param name="Late">Of a request: «із запізненням».</param>
/// <param name="Who">Of a request: the body.</param>
public sealed record QueueLine(long PlanId, int Position, string Number, string Gist, string Plan, DateOnly Day, DateOnly? To = null, bool Late = false, string? Who = null, DateOnly? Asked = null);

/// <summary>What waits for who keeps control: requests to decide, terms that have passed, terms that come.</summary>
public sealed record ControlQueue(IReadOnlyList<QueueLine> Requests, IReadOnlyList<QueueLine> Overdue, long OverdueCount, IReadOnlyList<QueueLine> Soon)
{
    const int Most = 100;

    /// <param name="days">How far ahead terms are shown.</param>
    public static async Task<ControlQueue> Read(Scope scope, DateOnly today, int days = 14)
    {
        var overdue = await Days(scope, null, today.AddDays(-1));
        var count = overdue.Count < Most ? overdue.Count : await scope.One<long>("SELECT COUNT(*) FROM control_date WHERE authority_id = @authority AND waits = 1 AND adjusted < @today", new { today });
        return new(await Asked(scope), overdue, count, await Days(scope, today, today.AddDays(days)));
    }

    /// <summary>Requests that nobody has decided, the oldest first.</summary>
    public static Task<List<QueueLine>> Asked(Scope scope) => scope.All<QueueLine>($"""
        SELECT m.plan_id, m.position, COALESCE(m.number, CAST(m.position AS TEXT)) AS number, m.gist, p.title AS plan, f.of_day AS day, f.to_day AS "to", f.late, b.name AS who, f.day AS asked
        FROM control_fact f JOIN measure m ON m.authority_id = f.authority_id AND m.id = f.measure_id JOIN plan p ON p.authority_id = m.authority_id AND p.id = m.plan_id
        LEFT JOIN body b ON b.authority_id = f.authority_id AND b.id = f.body_id
        WHERE f.authority_id = @authority AND f.kind = @request AND m.removed_day IS NULL AND m.excluded_day IS NULL AND p.closed_day IS NULL
          AND NOT EXISTS (SELECT 1 FROM control_fact x WHERE x.authority_id = f.authority_id AND x.request_id = f.id) ORDER BY f.id LIMIT {Most}
        """, new { request = nameof(ExtensionRequest) });

    static Task<List<QueueLine>> Days(Scope scope, DateOnly? from, DateOnly until) => scope.All<QueueLine>($"""
        SELECT m.plan_id, m.position, COALESCE(m.number, CAST(m.position AS TEXT)) AS number, m.gist, p.title AS plan, d.adjusted AS day, NULL AS "to", 0 AS late, NULL AS who, NULL AS asked
        FROM ({Waiting}) d JOIN measure m ON m.authority_id = d.authority_id AND m.id = d.measure_id JOIN plan p ON p.authority_id = m.authority_id AND p.id = m.plan_id
        ORDER BY d.adjusted, m.plan_id, m.position
        """, new { from = from ?? DateOnly.MinValue, until });

    /// <summary>By the index of what waits: what control has done with costs nothing here.</summary>
    internal const string Waiting = """
        SELECT authority_id, measure_id, adjusted FROM control_date WHERE authority_id = @authority AND waits = 1 AND adjusted BETWEEN @from AND @until ORDER BY adjusted, measure_id, position LIMIT 100
        """;
}
