using Zakhid.Calendar;
using Zakhid.Reporting;

namespace Zakhid.Obligations;

/// <summary>One report that is owed, with what is known of it as of a day.</summary>
public sealed record OwedReport
{
    /// <summary>Key of the body that owes; equal keys are one row of the heat map.</summary>
    public required string Body { get; init; }
    public required string BodyName { get; init; }
    /// <summary>Number of the measure as shown: printed, or its place in the plan.</summary>
    public required string Measure { get; init; }
    public required ReportingPeriod Period { get; init; }
    /// <summary>The adjusted due day.</summary>
    public required DateOnly Due { get; init; }
    public ReportState State { get; init; }
    public DateOnly? FirstSubmitted { get; init; }
    /// <summary>The day of the last return.</summary>
    public DateOnly? ReturnedDue { get; init; }
    /// <summary>Of a body «за згодою»; null for those who were ordered.</summary>
    public ConsentState? Consent { get; init; }
    public bool Lapsed { get; init; }
    /// <summary>Whatever the caller wants to find the report by.</summary>
    public long Id { get; init; }

    public bool IsIn => State is ReportState.Submitted or ReportState.Accepted;
    /// <summary>Owed and counted in the denominator.</summary>
    public bool IsCounted => !Lapsed && Timeliness.IsCounted(Consent);
    /// <summary>Asked «за згодою» without an answer: shown apart.</summary>
    public bool IsApart => !Lapsed && Consent is ConsentState.Asked or ConsentState.Silent;
    public DateOnly DueNow => State == ReportState.Returned && ReturnedDue is { } back ? back : Due;

    public ScheduleState Schedule(DateOnly asOf, WorkingCalendar calendar) => Timeliness.Of(State, Due, ReturnedDue, FirstSubmitted, Consent, asOf, calendar);
}

/// <summary>One square of the heat map: a report's measure, where it is and what the calendar says.</summary>
public sealed record HeatMark(OwedReport Report, ScheduleState Schedule)
{
    public string Letter => StateWords.Letter(Report.State);
}

/// <summary>What one body owes for one period.</summary>
public sealed record HeatCell(ReportingPeriod Period, IReadOnlyList<HeatMark> Marks)
{
    public int Owed => Marks.Count(mark => mark.Report.IsCounted);
    public int In => Marks.Count(mark => mark.Report is { IsCounted: true, IsIn: true });
}

/// <summary>A body and its cells, one for each period of the map, empty ones too.</summary>
public sealed record HeatRow(string Body, string Name, bool IsApart, IReadOnlyList<HeatCell> Cells);

/// <summary>
/// The figures of a set of reports as of a day. Counted are those who were ordered or agreed; bodies «за згодою» without an
/// answer stand apart, outside every denominator; what lapsed is not there at all.
/// </summary>
public sealed class Standing
{
    readonly WorkingCalendar _calendar;

    public DateOnly AsOf { get; }
    public IReadOnlyList<OwedReport> Counted { get; }
    public IReadOnlyList<OwedReport> Apart { get; }

    public int Owed => Counted.Count;
    public int In { get; }
    public int Accepted { get; }
    public int UnderReview => In - Accepted;
    public int Returned { get; }
    public int Drafts { get; }
    public int Overdue { get; }
    public int DueSoon { get; }
    /// <summary>Bodies that owe and have not handed in, and those that have handed in all that is counted.</summary>
    public int BodiesWaitedFor { get; }
    public int BodiesDone { get; }
    public int Bodies { get; }

    Standing(IEnumerable<OwedReport> reports, DateOnly asOf, WorkingCalendar calendar)
    {
        (AsOf, _calendar) = (asOf, calendar);
        var counted = new List<OwedReport>();
        var apart = new List<OwedReport>();
        var waited = new HashSet<string>(StringComparer.Ordinal);
        var bodies = new HashSet<string>(StringComparer.Ordinal);
        foreach (var report in reports)
        {
            if (report.IsApart) apart.Add(report);
            if (!report.IsCounted) continue;
            counted.Add(report);
            bodies.Add(report.Body);
            if (report.State == ReportState.Accepted) Accepted++;
            if (report.IsIn) { In++; continue; }
            waited.Add(report.Body);
            if (report.State == ReportState.Returned) Returned++;
            if (report.State == ReportState.Draft) Drafts++;
            var schedule = report.Schedule(asOf, calendar);
            if (schedule == ScheduleState.Overdue) Overdue++;
            if (schedule == ScheduleState.DueSoon) DueSoon++;
        }
        (Counted, Apart, BodiesWaitedFor, Bodies, BodiesDone) = (counted, apart, waited.Count, bodies.Count, bodies.Count - waited.Count);
    }

    public static Standing Of(IEnumerable<OwedReport> reports, DateOnly asOf, WorkingCalendar calendar) => new(reports, asOf, calendar);

    /// <summary>The same for one period.</summary>
    public Standing For(ReportingPeriod period) => new(Counted.Concat(Apart).Where(report => report.Period == period), AsOf, _calendar);

    public IReadOnlyList<ReportingPeriod> Periods => [.. Counted.Concat(Apart).Select(report => report.Period).Distinct().Order()];

    /// <summary>Counted reports that are not in, the most urgent first.</summary>
    public IReadOnlyList<OwedReport> Waiting =>
        [.. Counted.Where(report => !report.IsIn).OrderBy(report => report.DueNow).ThenBy(report => report.State != ReportState.Returned).ThenBy(report => report.BodyName, StringComparer.Ordinal)];

    /// <summary>
    /// The period that people speak about: the first one that has begun and is not all in; when all are, the last that has
    /// begun. Null: nothing is owed, or nothing has begun.
    /// </summary>
    public ReportingPeriod? Current
    {
        get
        {
            var begun = Counted.Where(report => report.Period.Start <= AsOf).ToList();
            if (begun.Count == 0) return null;
            var open = begun.Where(report => !report.IsIn).Select(report => report.Period).ToList();
            return open.Count > 0 ? open.Min() : begun.Max(report => report.Period);
        }
    }

    /// <summary>
    /// Bodies × periods, the worst on top: who owes the greatest part of what is due in the current period, returned before
    /// never sent; then who waits for review; bodies apart last.
    /// </summary>
    public IReadOnlyList<HeatRow> Heat()
    {
        var periods = Periods;
        var current = Current;
        return [.. Counted.Concat(Apart).GroupBy(report => (report.Body, report.IsApart))
            .Select(group => (
                Row: new HeatRow(group.Key.Body, group.First().BodyName, group.Key.IsApart, Cells(group, periods)),
                Now: group.Where(report => report.Period == current).ToList()))
            .OrderBy(x => x.Row.IsApart)
            .ThenBy(x => x.Now.Exists(report => report.Schedule(AsOf, _calendar) == ScheduleState.Overdue) ? 0 : 1)
            .ThenBy(x => Part(x.Now, report => report.IsIn))
            .ThenBy(x => x.Now.Exists(report => report.State == ReportState.Returned) ? 0 : 1)
            .ThenBy(x => Part(x.Now, report => report.State == ReportState.Accepted))
            .ThenByDescending(x => x.Now.Count)
            .ThenBy(x => x.Row.Name, StringComparer.Ordinal)
            .Select(x => x.Row)];
    }

    List<HeatCell> Cells(IEnumerable<OwedReport> reports, IReadOnlyList<ReportingPeriod> periods)
    {
        var byPeriod = reports.ToLookup(report => report.Period);
        return [.. periods.Select(period => new HeatCell(period, [.. byPeriod[period].Select(report => new HeatMark(report, report.Schedule(AsOf, _calendar)))]))];
    }

    static double Part(List<OwedReport> reports, Func<OwedReport, bool> has) => reports.Count == 0 ? 2 : (double)reports.Count(has) / reports.Count;
}
