namespace Zakhid.Terms;

public enum TermKind
{
    /// <summary>One deadline or one dated event.</summary>
    Once,
    /// <summary>A window with start and end; the result is due at its end.</summary>
    Range,
    Recurring,
    /// <summary>No deadline of its own («Постійно»).</summary>
    Continuous,
    /// <summary>Counted from an event or condition whose date the document does not hold.</summary>
    Conditional,
}

/// <summary>Where a term phrase stands; the same words mean different things in a measure and in a reporting clause.</summary>
public enum TermClause { MeasureTerm, ReportClause, ActTask, PlanTitle }

public enum ReportsOn { CurrentPeriod, PreviousPeriod }

/// <summary>What a phrase is read against. Dates inclusive; null where the act or plan does not say.</summary>
public sealed record TermContext(DateOnly? PlanFrom = null, DateOnly? PlanTo = null, DateOnly? ActDate = null);

/// <summary>
/// The meaning of «строк виконання». <see cref="Start"/> and <see cref="End"/> are nominal days, inclusive: «до D» has an
/// end only, a dated event start = end, a range always both. Conventions: docs/specs/terms.md.
/// </summary>
public sealed record Term
{
    public required string Phrase { get; init; }
    public required TermKind Kind { get; init; }
    public DateOnly? Start { get; init; }
    public DateOnly? End { get; init; }
    /// <summary>Rules of due dates (the last allowed day) in the grammar of RFC 5545, without DTSTART.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];
    public PeriodLength? Period { get; init; }
    public OccurrenceDue? OccurrenceDue { get; init; }
    public YearSource? YearFrom { get; init; }
    public ReportsOn? ReportsOn { get; init; }
    /// <summary>N times in a period without dates of their own («двічі на рік»).</summary>
    public Quota? Quota { get; init; }
    public RelativeTerm? Relative { get; init; }
    /// <summary>The part of a period in which the work may be done.</summary>
    public TermWindow? Window { get; init; }
    /// <summary>The condition's words.</summary>
    public string? Trigger { get; init; }
    /// <summary>What a later stage is for; null for the term itself.</summary>
    public StageRole? Role { get; init; }
    /// <summary>Later stages or further terms of the same phrase.</summary>
    public IReadOnlyList<Term> Then { get; init; } = [];
    /// <summary>A person must confirm; <see cref="Alternatives"/> hold the other readings.</summary>
    public bool Ambiguous { get; init; }
    public IReadOnlyList<Term> Alternatives { get; init; } = [];
    /// <summary>Stretches of the phrase that no rule understood.</summary>
    public IReadOnlyList<Text.Span> LeftOver { get; init; } = [];
}

/// <summary>
/// So many times in a period, or in several of them («раз на два роки» is one in two years). Exactly so many unless
/// <see cref="Op"/> says at least or at most.
/// </summary>
public sealed record Quota(int Times, PeriodLength Per, int Periods = 1, Criteria.Comparison Op = Criteria.Comparison.Equal);

/// <summary>
/// The months or quarters of a year, or the days of a month (−1 is the last), in which the work of each occurrence is done.
/// </summary>
public sealed record TermWindow(IReadOnlyList<int> Months, IReadOnlyList<int> Quarters, int? FromDay = null, int? ToDay = null);

public enum StageRole
{
    /// <summary>What comes after the first term («далі – щороку»).</summary>
    Next,
    /// <summary>A report on work that has a term of its own («Постійно, звіт щокварталу»).</summary>
    Report,
    /// <summary>The consolidated report made from the reports of the first stage.</summary>
    ConsolidatedReport,
}

/// <summary>Where the year of a term's days comes from.</summary>
public enum YearSource { Phrase, Context }

/// <summary>What the due date of one occurrence is: the period's last day, a day that the phrase names, or the event's own day.</summary>
public enum OccurrenceDue { PeriodEnd, FixedDay, EventDay, Unspecified }

/// <summary>A term counted from an anchor: «у місячний строк» is one month after the act date.</summary>
public sealed record RelativeTerm(string Anchor, string Direction, int Amount, PeriodLength Unit, DateOnly? Resolved, bool WorkingDays = false)
{
    /// <summary>
    /// So many units after the anchor's day, or before it (<paramref name="sign"/> −1). A month ends on the same number of
    /// a later month, or on its last day; working days are those of the calendar, and the anchor's own day is not counted.
    /// </summary>
    public DateOnly From(DateOnly anchor, int sign, Calendar.WorkingCalendar calendar) => Count(anchor, Amount * sign, Unit, WorkingDays, calendar);

    internal static DateOnly Count(DateOnly from, int amount, PeriodLength unit, bool workingDays, Calendar.WorkingCalendar calendar) => unit switch
    {
        PeriodLength.Day when workingDays => calendar.Add(from, amount),
        PeriodLength.Day => from.AddDays(amount),
        PeriodLength.Week => from.AddDays(7 * amount),
        PeriodLength.Decade => from.AddDays(10 * amount),
        PeriodLength.Month => from.AddMonths(amount),
        PeriodLength.Quarter => from.AddMonths(3 * amount),
        PeriodLength.HalfYear => from.AddMonths(6 * amount),
        _ => from.AddYears(amount),
    };
}
