using Zakhid.Calendar;

namespace Zakhid.Reporting;

/// <summary>Why reports of a period are no longer taken.</summary>
public enum ClosingReason
{
    /// <summary>As many working days as the authority allows have passed since the due day.</summary>
    DaysPassed,
    /// <summary>The period's document has been sent.</summary>
    Sent,
}

/// <summary>That a report can no longer be handed in or changed: the last day on which it could, and why.</summary>
public sealed record Closing(ClosingReason Reason, DateOnly LastDay, int Days = 0);

/// <summary>
/// How long an authority takes reports. <see cref="Days"/>: so many working days after the day that is due; null: without
/// end. <see cref="UntilSent"/>: only until the period's document is marked as sent. Without either, a late report is taken
/// on any day and goes into a dated supplement.
/// </summary>
public sealed record ReportingWindow(int? Days, bool UntilSent)
{
    public static ReportingWindow Unlimited { get; } = new(null, false);

    /// <summary>Null: the report may be written and handed in.</summary>
    /// <param name="due">The day that counts now: that of a return, else the adjusted one.</param>
    /// <param name="isReturned">It was sent back: who asked for it again takes it until the day of the return.</param>
    /// <param name="sent">The day on which the period's document was sent.</param>
    /// <param name="openedUntil">The last day of the latest exception granted to the body for this period.</param>
    /// <param name="asOf">The day of writing.</param>
    /// <param name="calendar">Working days of the authority.</param>
    public Closing? Closed(DateOnly due, bool isReturned, DateOnly? sent, DateOnly? openedUntil, DateOnly asOf, WorkingCalendar calendar)
    {
        if (openedUntil >= asOf) return null;
        if (UntilSent && sent is { } gone && gone <= asOf && !(isReturned && asOf <= due)) return new(ClosingReason.Sent, gone);
        return Days is { } days && asOf > due && calendar.Add(due, days) is var last && asOf > last ? new(ClosingReason.DaysPassed, last, days) : null;
    }
}
