using Zakhid.Calendar;
using Zakhid.Reporting;

namespace Zakhid.Obligations;

/// <summary>One report that is owed, with what is known of it as of a day; or several of one body that are alike in it.</summary>
public sealed record OwedReport
{
    /// <summary>Key of the body that owes; equal keys are one row of the heat map.</summary>
    public required string Body { get; init; }
    public required string BodyName { get; init; }
    /// <summary>Number of the measure as shown: printed, or its place in the plan; empty where several are told together.</summary>
    public required string Measure { get; init; }
    /// <summary>How many reports are told together.</summary>
    public int Count { get; init; } = 1;
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

    public int Owed { get; }
    /// <summary>How many stand apart, and how many of them are in.</summary>
    public int OwedApart { get; }
    public int InApart { get; }
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
            if (report.IsApart)
            {
                apart.Add(report);
                OwedApart += report.Count;
                if (report.IsIn) InApart += report.Count;
            }
            if (!report.IsCounted) continue;
            counted.Add(report);
            Owed += report.Count;
            bodies.Add(report.Body);
            if (report.State == ReportState.Accepted) Accepted += report.Count;
            if (report.IsIn) { In += report.Count; continue; }
            waited.Add(report.Body);
            if (report.State == ReportState.Returned) Returned += report.Count;
            if (report.State == ReportState.Draft) Drafts += report.Count;
            var schedule = report.Schedule(asOf, calendar);
            if (schedule == ScheduleState.Overdue) Overdue += report.Count;
            if (schedule == ScheduleState.DueSoon) DueSoon += report.Count;
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
}
