using Zakhid.Calendar;
using Zakhid.Terms;
using Zakhid.Text;

namespace Zakhid.Obligations;

public enum LadderConflictKind
{
    /// <summary>A summary is due before, or on the day of, what it is made of.</summary>
    SummaryBeforeData,
    /// <summary>One working day to summarise.</summary>
    OneDay,
    /// <summary>The measure that is itself a report on the plan is due before its last data.</summary>
    ReportBeforeData,
    /// <summary>What a lower rung sends falls due after the higher one's own day.</summary>
    ChildAfterParent,
    /// <summary>A rung whose document is known by name and whose day is not.</summary>
    DayUnknown,
}

/// <summary>Days of the ladder that cannot all be kept, in words, each with the document that it stands on.</summary>
/// <param name="Kind">What does not fit.</param>
/// <param name="Ukrainian">A sentence or two for a person.</param>
/// <param name="English">The same.</param>
public sealed record LadderConflict(LadderConflictKind Kind, string Ukrainian, string English)
{
    /// <summary>What does not fit on the ladder of one period, from below upwards.</summary>
    /// <param name="rungs">As <see cref="Ladder.Of"/> gives them.</param>
    public static IReadOnlyList<LadderConflict> Of(IReadOnlyList<Rung> rungs)
    {
        var conflicts = new List<LadderConflict>();
        var data = rungs.Where(rung => rung is { Kind: ObligationKind.Report, Due: not null }).MaxBy(rung => rung.Due!.Adjusted);
        Rung? below = null;
        foreach (var rung in rungs)
        {
            if (rung.Due is not { } due)
                conflicts.Add(new(LadderConflictKind.DayUnknown, $"{Capital(rung.Ground)}: день невідомий. Впишіть день із документа.", $"{Capital(rung.Ground)}: the day is unknown. Enter it from the document."));
            else if (rung.Kind == ObligationKind.Consolidation)
            {
                if (data is { Due: { } reports } && Summary(data, reports, rung, due) is { } conflict) conflicts.Add(conflict);
                below = rung;
            }
            else
            {
                if (rung.Kind is null && below is { Due: { } own } && own.Adjusted >= due.Adjusted) conflicts.Add(AfterParent(below, own, rung, due));
                if (below?.Kind is not ObligationKind.Consolidation || rung.Kind is null) below = rung;
            }
        }
        return conflicts;
    }

    static LadderConflict? Summary(Rung data, DueDate reports, Rung rung, DueDate due)
    {
        if (due.Adjusted > reports.Adjusted)
            return rung.Slack != 1 ? null : new(LadderConflictKind.OneDay, $"На узагальнення — один робочий день: звіти до {Day(reports, data.Ground)}, зведений — до {Day(due, rung.Ground)}.",
                $"One working day to consolidate: reports by {DayEnglish(reports, data.Ground)}, the summary by {DayEnglish(due, rung.Ground)}.");
        var same = due.Adjusted == reports.Adjusted;
        return new(LadderConflictKind.SummaryBeforeData,
            $"Зведений звіт належить {(same ? "того самого дня, що й звіти," : $"до {Day(due, rung.Ground)}, раніше за звіти,")} до {Day(reports, same ? $"{data.Ground}; {rung.Ground}" : data.Ground)}. Просіть звіти раніше.",
            $"The summary is due {(same ? "on the day of the reports" : $"by {DayEnglish(due, rung.Ground)}, before the reports")}, by {DayEnglish(reports, same ? $"{data.Ground}; {rung.Ground}" : data.Ground)}. Ask for reports earlier.");
    }

    static LadderConflict AfterParent(Rung below, DueDate own, Rung above, DueDate due)
    {
        var same = own.Adjusted == due.Adjusted;
        return new(LadderConflictKind.ChildAfterParent,
            $"Свій строк {(same ? "збігається з вищим" : "пізніший за вищий")}: {Day(own, below.Ground)}, а {above.Who} — до {Day(due, above.Ground)}. Подавайте раніше свого дня.",
            $"The own day {(same ? "is the higher one's" : "is later than the higher one")}: {DayEnglish(own, below.Ground)}, while {above.Who} owes by {DayEnglish(due, above.Ground)}. Send before your own day.");
    }

    /// <summary>A yearly duty of an act that falls due before the year's last quarter, or shorter period, is reported on.</summary>
    /// <param name="rules">Of the plan.</param>
    /// <param name="year">The year.</param>
    /// <param name="calendar">Working days.</param>
    /// <param name="policy">What happens to a day off.</param>
    public static IReadOnlyList<LadderConflict> OfYear(IReadOnlyList<ReportingRule> rules, int year, WorkingCalendar calendar, DayOffPolicy policy)
    {
        var end = new DateOnly(year, 12, 31);
        if (rules.FirstOrDefault(rule => rule is { Kind: ObligationKind.Report, Once: false, Length: not PeriodLength.Year }) is not { } parts) return [];
        var last = ReportingPeriod.Of(parts.Length, end);
        var data = DueDate.Of(parts.DueDay(last), calendar, policy);
        return
        [
            .. rules.Where(rule => rule is { Once: false, Length: PeriodLength.Year }).Select(rule => (Rule: rule, Due: DueDate.Of(rule.DueDay(ReportingPeriod.Of(PeriodLength.Year, end)), calendar, policy)))
                .Where(yearly => yearly.Due.Adjusted < data.Adjusted)
                .Select(yearly => new LadderConflict(LadderConflictKind.ReportBeforeData,
                    $"Річний звіт — до {Day(yearly.Due, yearly.Rule.Ground)}, а дані за {last.ShortName} надходять лише до {Day(data, parts.Ground)}.",
                    $"The yearly report is due by {DayEnglish(yearly.Due, yearly.Rule.Ground)}, while the data for {last.Code} come only by {DayEnglish(data, parts.Ground)}.")),
        ];
    }

    /// <summary>
    /// A measure «Підготовка та оприлюднення … річного звіту» due no later than the data of its last period: named with both
    /// days as the calendar moved them.
    /// </summary>
    /// <param name="text">The measure.</param>
    /// <param name="number">Its number as shown.</param>
    /// <param name="term">Its term.</param>
    /// <param name="rules">Of the plan.</param>
    /// <param name="calendar">Working days.</param>
    /// <param name="policy">What happens to a day off.</param>
    public static LadderConflict? OfMeasure(string text, string number, Term? term, IReadOnlyList<ReportingRule> rules, WorkingCalendar calendar, DayOffPolicy policy)
    {
        if (term is not { Kind: TermKind.Once, End: { } end } || DataBehind.Of(text, end, rules) is not { } behind) return null;
        var (own, data) = (DueDate.Of(end, calendar, policy), DueDate.Of(behind.Day, calendar, policy));
        var same = own.Adjusted == data.Adjusted;
        return new(LadderConflictKind.ReportBeforeData,
            $"Захід {number} — звіт до {Day(own, $"строк заходу «{term.Phrase}»")}, а дані за {behind.Period.ShortName} надходять {(same ? $"того самого дня ({behind.Rule.Ground})" : $"лише до {Day(data, behind.Rule.Ground)}")}.",
            $"Measure {number} is a report due by {DayEnglish(own, $"its term “{term.Phrase}”")}, while the data for {behind.Period.Code} come {(same ? $"the same day ({behind.Rule.Ground})" : $"only by {DayEnglish(data, behind.Rule.Ground)}")}.");
    }

    /// <summary>«24 грудня (названо 25 грудня; пункт 2 розпорядження № 464)».</summary>
    static string Day(DueDate due, string ground) => $"{UkrainianDate.DayMonth(due.Adjusted)} ({(due.IsMoved ? $"названо {UkrainianDate.Beside(due.Nominal, due.Adjusted)}; " : "")}{ground})";
    static string DayEnglish(DueDate due, string ground) => $"{EnglishDate.DayMonth(due.Adjusted)} ({(due.IsMoved ? $"named: {EnglishDate.DayMonth(due.Nominal)}; " : "")}{ground})";
    static string Capital(string words) => CountInWords.Capital(words);
}
