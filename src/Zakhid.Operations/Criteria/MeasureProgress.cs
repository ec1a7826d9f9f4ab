using Zakhid.Criteria;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Criteria;

/// <summary>A figure that counts: whose, for which period, and whether the coordinator has accepted it.</summary>
public sealed record CountedFigure(long Obligation, string Body, string PeriodCode, decimal Value, bool Accepted);

/// <summary>One target of a measure's criterion, how far it is, and the reports that say so.</summary>
public sealed record TargetProgress(long Target, long Measure, Progress Progress, IReadOnlyList<CountedFigure> Figures)
{
    /// <summary>Something of it is handed in and not yet accepted.</summary>
    public bool HasUnconfirmed => Figures.Any(f => !f.Accepted);
}

/// <summary>
/// How far the criteria of measures are, from the figures of reports that were handed in and not sent back. A report covers
/// the time from the previous cut-off to its own, so its figure counts once, whoever else carries the measure out.
/// </summary>
public static class MeasureProgress
{
    public static async Task<IReadOnlyList<TargetProgress>> OfMeasure(Scope scope, long measure, DateOnly asOf) => [.. (await Of(scope, [measure], asOf))[measure]];

    /// <summary>By measure; one without a criterion that counts has nothing.</summary>
    public static async Task<ILookup<long, TargetProgress>> Of(Scope scope, IReadOnlyList<long> measures, DateOnly asOf)
    {
        var targets = await scope.All<TargetRow>($"""
            SELECT t.id, t.measure_id, t.meaning, m.window_from, m.window_to, p.to_day, a.date AS act_date FROM target t
            JOIN measure m ON m.authority_id = t.authority_id AND m.id = t.measure_id
            JOIN plan p ON p.authority_id = m.authority_id AND p.id = m.plan_id JOIN act a ON a.authority_id = p.authority_id AND a.id = p.act_id
            WHERE t.authority_id = @authority AND m.id {scope.Dialect.Among("@measures")} AND t.left_day IS NULL AND m.excluded_day IS NULL ORDER BY m.position, t.position
            """, new { measures });
        if (targets.Count == 0) return targets.ToLookup(t => t.MeasureId, _ => (TargetProgress)null!);
        // A draft may be changed only before it is handed in and after it was sent back: of these reports it is what was handed in.
        var figures = (await scope.All<FigureRow>($"""
            SELECT f.target_id, f.value, o.id, b.name AS body, o.period_code, o.period_from, o.covers_from, o.adjusted, o.report_state FROM obligation o
            JOIN report_figure f ON f.authority_id = o.authority_id AND f.obligation_id = o.id JOIN body b ON b.authority_id = o.authority_id AND b.id = o.body_id
            WHERE o.authority_id = @authority AND o.measure_id {scope.Dialect.Among("@measures")} AND o.report_state IN ('Submitted', 'Accepted') AND o.submitted_day <= @asOf ORDER BY o.period_from, o.id
            """, new { measures, asOf })).ToLookup(f => f.TargetId);
        return targets.Where(t => t.ActDate is not null).Select(t =>
        {
            var from = t.WindowFrom ?? t.ActDate!.Value;
            var context = new ProgressContext(t.ActDate!.Value, from, t.WindowTo ?? t.ToDay, asOf);
            var mine = figures[t.Id].ToList();
            var progress = Progress.Of(Json.Read<Target>(t.Meaning), context, mine.Select(f => new CoveredFigure(f.Covers, f.Value, f.Body)));
            return new TargetProgress(t.Id, t.MeasureId, progress, [.. mine.Select(f => new CountedFigure(f.Id, f.Body, f.PeriodCode, f.Value, f.ReportState == "Accepted"))]);
        }).ToLookup(t => t.Measure);
    }

    sealed record TargetRow(long Id, long MeasureId, string Meaning, DateOnly? WindowFrom, DateOnly? WindowTo, DateOnly? ToDay, DateOnly? ActDate);

    sealed record FigureRow(long TargetId, decimal Value, long Id, string Body, string PeriodCode, DateOnly PeriodFrom, DateOnly? CoversFrom, DateOnly Adjusted, string ReportState)
    {
        public DateRange Covers => (CoversFrom ?? PeriodFrom) is var from && from <= Adjusted ? new(from, Adjusted) : new(Adjusted, Adjusted);
    }
}
