using Zakhid.Calendar;
using Zakhid.Reporting;

namespace Zakhid.Control;

/// <summary>Reports of one body that are alike: where they are, whether the first came late, by which day they are due.</summary>
/// <param name="Body">The body's number.</param>
/// <param name="Name">Nominative.</param>
/// <param name="State">Where they are; a draft counts as expected.</param>
/// <param name="Late">The first submission came after the due day.</param>
/// <param name="Due">The adjusted due day.</param>
/// <param name="IsApart">Asked «за згодою» without an answer: outside every denominator.</param>
/// <param name="Count">How many.</param>
public sealed record LikeReports(long Body, string Name, ReportState State, bool Late, DateOnly Due, bool IsApart, int Count);

/// <summary>A report that came late: its due day and the day of its first submission.</summary>
public sealed record LateReport(long Body, DateOnly Due, DateOnly Submitted);

/// <summary>
/// A body's row of the table of execution discipline. Owed is in time, late, overdue, returned and waiting together; those
/// asked «за згодою» without an answer stand apart.
/// </summary>
public sealed record DisciplineLine(long Body, string Name)
{
    /// <summary>Handed in by the due day and not sent back.</summary>
    public int InTime { get; init; }
    public int Late { get; init; }
    /// <summary>Not handed in, the day is past.</summary>
    public int Overdue { get; init; }
    /// <summary>Sent back and not handed in again: counts as not handed in.</summary>
    public int Returned { get; init; }
    /// <summary>Not handed in, the day is still to come.</summary>
    public int Waiting { get; init; }
    public int Apart { get; init; }
    /// <summary>Working days of delay of all reports that came late, returned ones too, together, and how many they are.</summary>
    public int DaysLate { get; init; }
    public int TimesLate { get; init; }

    public int Owed => InTime + Late + Overdue + Returned + Waiting;
    /// <summary>Those whose day is past or that are in.</summary>
    public int Judged => Owed - Waiting;
    /// <summary>In time of those judged, whole percent rounded down, so that one late report never shows as 100; null: nothing to judge.</summary>
    public int? Percent => Judged == 0 ? null : InTime * 100 / Judged;
    /// <summary>Mean delay of what came late, in working days; null: nothing did.</summary>
    public decimal? MeanDelay => TimesLate == 0 ? null : Math.Round((decimal)DaysLate / TimesLate, 1, MidpointRounding.AwayFromZero);
}

/// <summary>The table of execution discipline (виконавська дисципліна) of a period as of a day: a row for each body, and the sum.</summary>
public sealed record ExecutionDiscipline(DateOnly AsOf, IReadOnlyList<DisciplineLine> Lines)
{
    public DisciplineLine Total => Lines.Aggregate(new DisciplineLine(0, "Усього"), (sum, line) => sum with
    {
        InTime = sum.InTime + line.InTime,
        Late = sum.Late + line.Late,
        Overdue = sum.Overdue + line.Overdue,
        Returned = sum.Returned + line.Returned,
        Waiting = sum.Waiting + line.Waiting,
        Apart = sum.Apart + line.Apart,
        DaysLate = sum.DaysLate + line.DaysLate,
        TimesLate = sum.TimesLate + line.TimesLate,
    });

    /// <returns>The worst on top: overdue, then the least in time; bodies that are only apart last.</returns>
    public static ExecutionDiscipline Of(IEnumerable<LikeReports> reports, IEnumerable<LateReport> late, DateOnly asOf, WorkingCalendar calendar)
    {
        var lines = new Dictionary<long, DisciplineLine>();
        foreach (var alike in reports)
        {
            var line = lines.GetValueOrDefault(alike.Body) ?? new(alike.Body, alike.Name);
            lines[alike.Body] = alike switch
            {
                { IsApart: true } => line with { Apart = line.Apart + alike.Count },
                { State: ReportState.Returned } => line with { Returned = line.Returned + alike.Count },
                { State: ReportState.Submitted or ReportState.Accepted, Late: true } => line with { Late = line.Late + alike.Count },
                { State: ReportState.Submitted or ReportState.Accepted } => line with { InTime = line.InTime + alike.Count },
                _ when alike.Due < asOf => line with { Overdue = line.Overdue + alike.Count },
                _ => line with { Waiting = line.Waiting + alike.Count },
            };
        }
        foreach (var report in late)
            if (lines.TryGetValue(report.Body, out var line))
                lines[report.Body] = line with { DaysLate = line.DaysLate + Timeliness.DaysLate(report.Due, report.Submitted, calendar), TimesLate = line.TimesLate + 1 };
        return new(asOf, [.. lines.Values
            .OrderBy(line => line.Owed == 0)
            .ThenByDescending(line => line.Overdue)
            .ThenBy(line => line.Percent ?? 101)
            .ThenByDescending(line => line.Owed)
            .ThenBy(line => line.Name, StringComparer.Ordinal)]);
    }
}
