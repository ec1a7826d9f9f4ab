using Zakhid.Obligations;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Reporting;

/// <summary>
/// What a person is to a measure beside his own report. A lead sees the reports of his co-executors; the supervisor («керівник»)
/// owes nothing and sees all of the measure.
/// </summary>
public sealed record MeasureRoles(bool IsLead, bool IsSupervisor)
{
    public static readonly MeasureRoles None = new(false, false);

    public bool Sees => IsLead || IsSupervisor;

    /// <param name="scope">The authority.</param>
    /// <param name="measure">Null: a summary, of which nobody is a lead.</param>
    /// <param name="who">The visitor.</param>
    /// <param name="post">His post.</param>
    /// <param name="name">His name, where it is known.</param>
    public static async Task<MeasureRoles> Of(Scope scope, long? measure, Actor who, string? post, string? name)
    {
        if (measure is null || !who.Is(Role.Executor)) return None;
        var lead = who.Body is { } body && await scope.One<long>("SELECT COUNT(*) FROM assignment WHERE authority_id = @authority AND measure_id = @measure AND body_id = @body AND role = 'Lead'", new { measure, body }) > 0;
        var printed = Json.Read<string[]>(await scope.Find<string>("SELECT supervisors FROM measure WHERE authority_id = @authority AND id = @measure", new { measure }) ?? "[]");
        if (printed.Length == 0) return new(lead, false);
        var unit = who.Body is null ? null : await scope.Find<string>("SELECT name FROM body WHERE authority_id = @authority AND id = @Body", new { who.Body });
        return new(lead, printed.Any(one => Supervision.Is(one, post, name, unit)));
    }
}

/// <summary>A co-executor's report on the measure for the same period, as its lead sees it: what was handed in, and nothing of a draft.</summary>
public sealed record CoReport(long Id, string Body, DateOnly DueDay, string? Narrative)
{
    /// <param name="scope">The authority.</param>
    /// <param name="obligation">The lead's own.</param>
    public static async Task<IReadOnlyList<CoReport>> Of(Scope scope, long obligation)
    {
        var rows = await scope.All<(long Id, string Body, DateOnly Due)>("""
            SELECT o.id, b.name, o.due_day FROM obligation me JOIN obligation o ON o.authority_id = me.authority_id AND o.measure_id = me.measure_id AND o.period_code = me.period_code AND o.id <> me.id
            JOIN assignment s ON s.authority_id = o.authority_id AND s.id = o.assignment_id AND s.role = 'CoExecutor' JOIN body b ON b.authority_id = o.authority_id AND b.id = o.body_id
            WHERE o.authority_id = @authority AND me.id = @obligation AND o.standing NOT IN ('Lapsed', 'Declined') ORDER BY s.position
            """, new { obligation });
        var reports = new List<CoReport>();
        foreach (var (id, body, due) in rows) reports.Add(new(id, body, due, (await ReportReading.Last(scope, id))?.Said.Narrative));
        return reports;
    }
}
