using Zakhid.Calendar;

namespace Zakhid.Reporting;

/// <summary>
/// What the calendar says of a report as of a day. Lateness is judged by the adjusted due day, day included; it is that of
/// the first submission. A returned report counts as not submitted and is due on the day of its return.
/// </summary>
public static class Timeliness
{
    /// <summary>«Скоро строк» is the last five working days, the due day among them.</summary>
    public const int DueSoonDays = 5;

    /// <summary>Working days that a return leaves at least.</summary>
    public const int ReturnDays = 3;

    /// <param name="state">Where the report is as of that day.</param>
    /// <param name="adjusted">The adjusted due day of the obligation.</param>
    /// <param name="returnedDue">The day of the last return; null where there was none.</param>
    /// <param name="firstSubmitted">The day of the first submission.</param>
    /// <param name="consent">Of a body «за згодою»; null for all others.</param>
    /// <param name="asOf">The day of the view.</param>
    /// <param name="calendar">Working days of the authority.</param>
    public static ScheduleState Of(ReportState state, DateOnly adjusted, DateOnly? returnedDue, DateOnly? firstSubmitted, ConsentState? consent, DateOnly asOf, WorkingCalendar calendar)
    {
        var late = firstSubmitted > adjusted;
        if (state is ReportState.Submitted or ReportState.Accepted) return late ? ScheduleState.SubmittedLate : ScheduleState.OnTime;
        if (!IsCounted(consent)) return ScheduleState.OnTime;

        var due = state == ReportState.Returned && returnedDue is { } again ? again : adjusted;
        if (asOf > due) return ScheduleState.Overdue;
        if (IsDueSoon(due, asOf, calendar)) return ScheduleState.DueSoon;
        return late ? ScheduleState.SubmittedLate : ScheduleState.OnTime;
    }

    /// <summary>Whether a day stands in the last five working days before a due day, or is that day.</summary>
    public static bool IsDueSoon(DateOnly due, DateOnly asOf, WorkingCalendar calendar) =>
        asOf <= due && due.DayNumber - asOf.DayNumber <= LongestDueSoon && DueSoonFrom(due, calendar) <= asOf;

    // No holidays hold five working days apart for longer; most days are told by this alone.
    const int LongestDueSoon = 31;

    /// <summary>The day from which a report is «скоро строк».</summary>
    public static DateOnly DueSoonFrom(DateOnly due, WorkingCalendar calendar) => calendar.Add(due.AddDays(1), -DueSoonDays);

    /// <summary>What a return proposes: the later of the adjusted due day and three working days on.</summary>
    public static DateOnly ReturnDue(DateOnly adjusted, DateOnly today, WorkingCalendar calendar) =>
        calendar.Add(today, ReturnDays) is var later && later > adjusted ? later : adjusted;

    /// <summary>In the denominator: everybody who was ordered, and of those asked for consent only who agreed.</summary>
    public static bool IsCounted(ConsentState? consent) => consent is null or ConsentState.Agreed;

    /// <summary>Working days since the due day; 0 while it is not over.</summary>
    public static int DaysLate(DateOnly due, DateOnly asOf, WorkingCalendar calendar) => asOf <= due ? 0 : calendar.Between(due, asOf);
}
