using Zakhid.Operations.Cascade;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Control;

/// <summary>Which days a calendar shows.</summary>
public enum DeadlineKind { Report, Consolidation, Control, Act }

/// <summary>How many days of one kind fall on a day, and how many of them still wait.</summary>
public sealed record DeadlineCount(DateOnly Day, DeadlineKind Kind, long Count, long Open);

/// <summary>A measure's day of control in the calendar.</summary>
public sealed record ControlDeadline(long PlanId, int Position, string Number, string Gist, DateOnly Adjusted, DateOnly Nominal, string Ground, bool IsOpen);

/// <summary>
/// The calendar of days: due days of reports and summaries, control dates of measures, days by which bodies below issue their acts. Counts of a whole month are read from
/// the counters; a day's list from the index of days.
/// </summary>
/// <param name="Kinds">Empty: all.</param>
/// <param name="Body">Only of this body: its reports, and measures that it carries out; null: all.</param>
/// <param name="Plan">Only of this plan; null: all.</param>
public sealed record Deadlines(IReadOnlySet<DeadlineKind> Kinds, long? Body = null, long? Plan = null)
{
    /// <summary>The longest list of one day.</summary>
    public const int Most = 200;

    bool Shows(DeadlineKind kind) => Kinds.Count == 0 || Kinds.Contains(kind);

    /// <summary>What falls on each day of a stretch, in order.</summary>
    public async Task<List<DeadlineCount>> Counts(Scope scope, DateOnly from, DateOnly to)
    {
        var counts = new List<(DateOnly Day, DeadlineKind Kind, long Count, long Open)>();
        if (Shows(DeadlineKind.Report) || Shows(DeadlineKind.Consolidation))
        {
            // The counters keep the whole authority, body × period, plan × period, and all three.
            var level = (Body, Plan) switch
            {
                (null, null) => "plan_id = 0 AND body_id = 0 AND period_code = ''",
                (null, _) => "plan_id = @Plan AND body_id = 0",
                (_, null) => "plan_id = 0 AND body_id = @Body",
                _ => "plan_id = @Plan AND body_id = @Body",
            };
            counts.AddRange(await scope.All<(DateOnly, DeadlineKind, long, long)>($"""
                SELECT due_day, kind, SUM(n), SUM(CASE WHEN standing IN ('Expected', 'Draft', 'Returned') THEN n ELSE 0 END) FROM tally
                WHERE authority_id = @authority AND {level} AND n > 0 AND standing NOT IN ('Lapsed', 'Declined') AND due_day BETWEEN @from AND @to GROUP BY due_day, kind
                """, With(from, to)));
        }
        if (Shows(DeadlineKind.Control))
            counts.AddRange(await scope.All<(DateOnly, DeadlineKind, long, long)>($"""
                SELECT d.adjusted, 'Control', COUNT(*), SUM(d.waits)
                FROM control_date d JOIN measure m ON m.authority_id = d.authority_id AND m.id = d.measure_id JOIN plan p ON p.authority_id = d.authority_id AND p.id = d.plan_id WHERE {Controlled} GROUP BY d.adjusted
                """, With(from, to)));
        if (Shows(DeadlineKind.Act)) counts.AddRange((await OwedAct.Counts(scope, from, to, Body, Plan)).Select(c => (c.Day, DeadlineKind.Act, c.Count, c.Open)));
        return [.. counts.Where(c => Shows(c.Kind)).GroupBy(c => (c.Day, c.Kind)).Select(g => new DeadlineCount(g.Key.Day, g.Key.Kind, g.Sum(c => c.Count), g.Sum(c => c.Open))).OrderBy(c => c.Day).ThenBy(c => c.Kind)];
    }

    /// <summary>Reports and summaries that are due in a stretch, at most <see cref="Most"/>.</summary>
    public async Task<List<ObligationLine>> Owed(Scope scope, DateOnly from, DateOnly to) => !Shows(DeadlineKind.Report) && !Shows(DeadlineKind.Consolidation) ? []
        : await ObligationLine.List(scope, $"o.due_day BETWEEN @from AND @to AND o.standing NOT IN ('Lapsed', 'Declined'){(Shows(DeadlineKind.Report) ? Shows(DeadlineKind.Consolidation) ? "" : " AND o.kind = 'Report'" : " AND o.kind = 'Consolidation'")}{Of("o.")}",
            With(from, to), "o.due_day, o.id", Most);

    /// <summary>Control dates of measures in a stretch, at most <see cref="Most"/>.</summary>
    public async Task<List<ControlDeadline>> Controls(Scope scope, DateOnly from, DateOnly to) => !Shows(DeadlineKind.Control) ? [] : await scope.All<ControlDeadline>($"""
        SELECT m.plan_id, m.position, COALESCE(m.number, CAST(m.position AS TEXT)) AS number, m.gist, d.adjusted, d.nominal, d.ground, d.waits = 1 AS is_open
        FROM control_date d JOIN measure m ON m.authority_id = d.authority_id AND m.id = d.measure_id JOIN plan p ON p.authority_id = d.authority_id AND p.id = d.plan_id WHERE {Controlled} ORDER BY d.adjusted, m.plan_id, m.position LIMIT {Most}
        """, With(from, to));

    /// <summary>Acts that bodies below are to issue in a stretch.</summary>
    public Task<List<OwedAct>> Acts(Scope scope, DateOnly from, DateOnly to) => Shows(DeadlineKind.Act) ? OwedAct.Between(scope, from, to, Body, Plan) : Task.FromResult(new List<OwedAct>());

    string Controlled => $"""
        d.authority_id = @authority AND d.adjusted BETWEEN @from AND @to AND d.moved_by IS NULL AND (m.removed_day IS NULL OR d.adjusted <= m.removed_day)
        AND (m.excluded_day IS NULL OR d.adjusted < m.excluded_day) AND (p.closed_day IS NULL OR d.adjusted < p.closed_day){(Plan is null ? "" : " AND d.plan_id = @Plan")}
        {(Body is null ? "" : " AND EXISTS (SELECT 1 FROM assignment s WHERE s.authority_id = d.authority_id AND s.measure_id = d.measure_id AND s.body_id = @Body AND s.consent <> 'Declined' AND (s.left_day IS NULL OR d.adjusted < s.left_day))")}
        """;

    string Of(string row) => (Plan is null ? "" : $" AND {row}plan_id = @Plan") + (Body is null ? "" : $" AND {row}body_id = @Body");

    object With(DateOnly from, DateOnly to) => new { from, to, Body, Plan };
}
