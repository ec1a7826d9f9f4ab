using Zakhid.Calendar;

namespace Zakhid.Obligations;

/// <summary>
/// What one executor owes on one measure for one period, or the summary of a period (no assignment), and by which day.
/// <see cref="CoversFrom"/>: a report covers the time since the previous cut-off; the first, since the act's date.
/// </summary>
public sealed record Obligation(ObligationKind Kind, int? Assignment, int Rule, ReportingPeriod Period, DateOnly CoversFrom, DueDate Due);

/// <summary>An assignment as the calendar needs it: when its measure is carried out, and whether it owes at all.</summary>
public sealed record Owing(int Assignment, MeasureWindow Window, bool Owes);

/// <summary>
/// Derives obligations, never typed. A period is owed when it ends on or after the act's date, its nominal due day is on or
/// after the act's date, and the measure's window meets it. The last due day may lie after the plan's last day.
/// </summary>
public static class ObligationCalendar
{
    /// <summary>How many years after the act an open-ended plan is looked ahead: its end is unknown, its years come one by one.</summary>
    const int YearsAheadOfOpenEnd = 1;

    /// <param name="actDate">The date of the act; a draft has none and nothing is derived of it.</param>
    /// <param name="plan">The plan's days.</param>
    /// <param name="rules">Of the act, or adopted; an obligation names its rule by position.</param>
    /// <param name="owing">The assignments, in any order.</param>
    /// <param name="calendar">Working days.</param>
    /// <param name="policy">What happens to a due day that is a day off.</param>
    /// <returns>In the order of rules, periods, assignments.</returns>
    public static IReadOnlyList<Obligation> Derive(
        DateOnly actDate, PlanPeriod plan, IReadOnlyList<ReportingRule> rules, IReadOnlyList<Owing> owing, WorkingCalendar calendar, DayOffPolicy policy)
    {
        var obligations = new List<Obligation>();
        var last = plan.To ?? new DateOnly(actDate.Year + YearsAheadOfOpenEnd, 12, 31);
        if (last < actDate) return obligations;

        for (var i = 0; i < rules.Count; i++)
        {
            var rule = rules[i];
            var from = actDate;
            foreach (var (period, due) in Owed(rule, actDate, plan, last, calendar, policy))
            {
                if (rule.Kind == ObligationKind.Consolidation) obligations.Add(new(rule.Kind, null, i, period, from, due));
                else
                {
                    foreach (var one in owing)
                        if (one.Owes && (rule.Once || one.Window.Meets(period))) obligations.Add(new(rule.Kind, one.Assignment, i, period, from, due));
                }
                from = due.Adjusted.AddDays(1);
            }
        }
        return obligations;
    }

    static IEnumerable<(ReportingPeriod Period, DueDate Due)> Owed(
        ReportingRule rule, DateOnly actDate, PlanPeriod plan, DateOnly last, WorkingCalendar calendar, DayOffPolicy policy)
    {
        if (rule.Once)
        {
            var day = SingleDay(rule, actDate);
            // One report by one date speaks of everything until then.
            yield return (ReportingPeriod.Of(PeriodLength.Year, day < last ? day : last), DueDate.Of(day, calendar, policy));
            yield break;
        }
        var first = plan.From is { } from && from > actDate ? from : actDate;
        foreach (var period in ReportingPeriod.Meeting(rule.Periodicity, new(first, last)))
        {
            var due = DueDate.Of(rule.DueDay(period), calendar, policy);
            if (due.Nominal >= actDate) yield return (period, due);
        }
    }

    static DateOnly SingleDay(ReportingRule rule, DateOnly actDate)
    {
        var month = rule.Months is [var named, ..] ? named : 12;
        var year = rule.Year ?? (month < actDate.Month ? actDate.Year + 1 : actDate.Year);
        return new(year, month, Math.Min(rule.Day, DateTime.DaysInMonth(year, month)));
    }
}
