using Zakhid.Calendar;

namespace Zakhid.Obligations;

/// <summary>
/// What one executor owes on one measure for one period, or the summary of a period (no assignment), and by which day.
/// <see cref="CoversFrom"/>: a report covers the time since the previous cut-off; the first, since the act's date.
/// </summary>
public sealed record Obligation(ObligationKind Kind, int? Assignment, int Rule, ReportingPeriod Period, DateOnly CoversFrom, DueDate Due)
{
    /// <summary>The measure's own term is over and nobody has confirmed it done: asked about until somebody does.</summary>
    public bool PastTerm { get; init; }
    /// <summary>Position among the members of a group that has been expanded; null: the assignment itself owes.</summary>
    public int? Member { get; init; }
}

/// <summary>An assignment as the calendar needs it: when its measure is carried out, and whether it owes at all.</summary>
public sealed record Owing(int Assignment, MeasureWindow Window, bool Owes)
{
    /// <summary>The executor's name as printed, for acts that give different executors different days.</summary>
    public string? Name { get; init; }
    /// <summary>Done, confirmed: the report period on which it was. Ends what is asked about a term that has a deadline.</summary>
    public ReportingPeriod? DoneIn { get; init; }
    /// <summary>The day to which the term was extended.</summary>
    public DateOnly? ExtendedTo { get; init; }
    /// <summary>Removed from control: what falls due later is not owed.</summary>
    public DateOnly? RemovedOn { get; init; }
    /// <summary>Given, or given another term, by an amendment that holds from this day on: what ended or fell due earlier is not owed by it.</summary>
    public DateOnly? Since { get; init; }
    /// <summary>When it was off control, from the day it was removed to the day it was put back: what fell due between stays unasked.</summary>
    public IReadOnlyList<DateRange> OffControl { get; init; } = [];
    /// <summary>Members of a group, once known.</summary>
    public IReadOnlyList<GroupMember> Members { get; init; } = [];
}

/// <summary>A body of a group from one day to another, and when the coordinator entered it: closed periods do not expand.</summary>
public sealed record GroupMember(DateOnly From, DateOnly? To, DateOnly EnteredOn)
{
    /// <summary>The period of the report by which this member's part was confirmed done.</summary>
    public ReportingPeriod? DoneIn { get; init; }

    /// <summary>Whether the member stands for the group in a period: he was in it on some day of it, and was known by the due day.</summary>
    public bool StandsFor(ReportingPeriod period, DateOnly due) => EnteredOn <= due && From <= period.End && (To is null || period.Start <= To);
}

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
    /// <param name="asOf">
    /// With a day, also what is owed past the plan's or the measure's end, because nobody has confirmed the measure done: every
    /// period that has begun by then. Without one, what the act asks from the outset.
    /// </param>
    /// <param name="underControl">The day the plan was put under control: of measures past their term only periods that began later are asked about.</param>
    /// <returns>In the order of rules, periods, assignments.</returns>
    public static IReadOnlyList<Obligation> Derive(
        DateOnly actDate, PlanPeriod plan, IReadOnlyList<ReportingRule> rules, IReadOnlyList<Owing> owing, WorkingCalendar calendar, DayOffPolicy policy,
        DateOnly? asOf = null, DateOnly? underControl = null)
    {
        var obligations = new List<Obligation>();
        var last = Latest(plan.To ?? new DateOnly(Math.Max(actDate.Year, asOf?.Year ?? 0) + YearsAheadOfOpenEnd, 12, 31), owing, asOf);
        if (last < actDate) return obligations;

        var addressed = Addressed(rules, owing);
        for (var i = 0; i < rules.Count; i++)
        {
            var rule = rules[i];
            var from = actDate;
            foreach (var (period, due) in Owed(rule, actDate, plan, last, calendar, policy))
            {
                if (rule.Kind == ObligationKind.Consolidation) obligations.Add(new(rule.Kind, null, i, period, from, due));
                else
                {
                    foreach (var one in addressed(i))
                        Add(obligations, new(rule.Kind, one.Assignment, i, period, from, due), one, rule.Once, period.Start > underControl || underControl is null ? asOf : null);
                }
                // What is sent inside the period leaves its tail to the next report; what is sent after it covers all of it.
                from = (due.Adjusted < period.End ? due.Adjusted : period.End).AddDays(1);
            }
        }
        DropIdleSummaries(obligations, rules, plan.To);
        return obligations;
    }

    static void Add(List<Obligation> obligations, Obligation obligation, Owing one, bool once, DateOnly? asOf)
    {
        var (period, due) = (obligation.Period, obligation.Due);
        if (!one.Owes || due.Adjusted > one.RemovedOn || period.End < one.Since || due.Adjusted < one.Since) return;
        if (one.OffControl.Any(off => off.Start < due.Adjusted && due.Adjusted < off.End)) return;
        if (one.Window.HasDeadline && one.DoneIn is { } done && period.Start > done.End) return;

        var end = one.ExtendedTo > one.Window.To ? one.ExtendedTo : one.Window.To;
        if (!once && !one.Window.Meets(period, end))
        {
            var pastTerm = one.Window.HasDeadline && period.Start > end && period.Start <= asOf;
            if (!pastTerm) return;
            obligation = obligation with { PastTerm = true };
        }

        // A group that nobody stands for in the period answers in its own name.
        var expanded = false;
        for (var m = 0; m < one.Members.Count; m++)
        {
            var member = one.Members[m];
            if (!member.StandsFor(period, due.Adjusted)) continue;
            expanded = true;
            if (!(one.Window.HasDeadline && period.Start > member.DoneIn?.End)) obligations.Add(obligation with { Member = m });
        }
        if (!expanded) obligations.Add(obligation);
    }

    static IEnumerable<(ReportingPeriod Period, DueDate Due)> Owed(
        ReportingRule rule, DateOnly actDate, PlanPeriod plan, DateOnly last, WorkingCalendar calendar, DayOffPolicy policy)
    {
        if (rule.Once)
        {
            var days = (rule.Months is [] ? [12] : rule.Months).Select(month => SingleDay(rule, month, actDate)).Where(day => day >= actDate || rule.Months.Count < 2).Order().ToList();
            // One report by one date speaks of everything until then; of several («до 25 червня, 25 липня, 25 серпня») each of its month.
            foreach (var day in days)
            {
                var until = day < last ? day : last;
                yield return (days.Count > 1 ? ReportingPeriod.Of(PeriodLength.Month, until) : ReportingPeriod.Of(PeriodLength.Year, ToldUntil(until, actDate)), DueDate.Of(day, calendar, policy));
            }
            yield break;
        }
        var first = plan.From is { } from && from > actDate ? from : actDate;
        if (first > last) yield break;
        foreach (var period in ReportingPeriod.Meeting(rule.Length, new(first, last)))
        {
            var due = DueDate.Of(rule.DueDay(period), calendar, policy);
            if (due.Nominal >= actDate && (rule.AskedFrom is null || due.Nominal >= rule.AskedFrom)) yield return (period, due);
        }
    }

    /// <summary>
    /// Which assignments a rule is for. Several report rules with different bearers («райдержадміністраціям до 20 числа,
    /// департаментам до 25») divide the assignments by name; who is named by none owes by the first rule that is for all.
    /// </summary>
    static Func<int, IReadOnlyList<Owing>> Addressed(IReadOnlyList<ReportingRule> rules, IReadOnlyList<Owing> owing)
    {
        var reports = Enumerable.Range(0, rules.Count).Where(i => rules[i].Kind == ObligationKind.Report).ToList();
        var named = reports.Where(i => !rules[i].IsForAll).ToList();
        if (reports.Count < 2 || named.Count == 0 || named.TrueForAll(i => rules[i].Who == rules[named[0]].Who) && named.Count == reports.Count)
            return _ => owing;

        var general = reports.Where(i => rules[i].IsForAll).DefaultIfEmpty(reports[0]).First();
        var byRule = reports.ToDictionary(i => i, _ => new List<Owing>());
        foreach (var one in owing)
        {
            var found = false;
            foreach (var i in named)
                if (one.Name is { } name && rules[i].IsFor(name)) { byRule[i].Add(one); found = true; }
            if (!found) byRule[general].Add(one);
        }
        return i => byRule[i];
    }

    /// <summary>A period in which nobody reports has nothing to summarise; where the act asks for summaries only, the plan's last day ends them.</summary>
    static void DropIdleSummaries(List<Obligation> obligations, IReadOnlyList<ReportingRule> rules, DateOnly? planEnd)
    {
        if (!rules.Any(rule => rule.Kind == ObligationKind.Report))
        {
            obligations.RemoveAll(o => o.Period.Start > planEnd);
            return;
        }
        var reported = obligations.Where(o => o.Kind == ObligationKind.Report).Select(o => o.Period).Distinct().ToList();
        obligations.RemoveAll(o => o.Kind == ObligationKind.Consolidation && !reported.Exists(period => period.Days.Meets(o.Period.Days)));
    }

    static DateOnly Latest(DateOnly planEnd, IReadOnlyList<Owing> owing, DateOnly? asOf)
    {
        var latest = asOf > planEnd ? asOf.Value : planEnd;
        foreach (var one in owing)
            if (one.ExtendedTo > latest) latest = one.ExtendedTo.Value;
        return latest;
    }

    /// <summary>«До 15 січня 2023 року – підсумковий звіт» tells of the year before, if the plan was there in it.</summary>
    static DateOnly ToldUntil(DateOnly day, DateOnly actDate) => day.Month <= LastMonthOfSummingUp && actDate.Year < day.Year ? new(day.Year - 1, 12, 31) : day;

    const int LastMonthOfSummingUp = 3;

    static DateOnly SingleDay(ReportingRule rule, int month, DateOnly actDate)
    {
        var day = On(rule.Year ?? actDate.Year, month, rule.Day);
        return rule.Year is null && day < actDate ? On(actDate.Year + 1, month, rule.Day) : day;
    }

    static DateOnly On(int year, int month, int day) => new(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));
}
