using Zakhid.Calendar;
using Zakhid.Terms;

namespace Zakhid.Obligations;

/// <summary>
/// A day by which a measure itself is due, from the term in its own row. It is shown beside the due days of reports and
/// replaces none of them: «Щоквартально» in the term column is a control date at each quarter's end, not a reporting clause.
/// </summary>
public sealed record ControlDate(DueDate Due)
{
    /// <summary>What the date stands on, for its explanation: «строк заходу: «III квартал 2022 року»».</summary>
    public static string Ground(Term term) => $"строк заходу «{term.Phrase}»";

    /// <summary>
    /// The control dates of one measure, in order, none before the act's date. «Постійно» and terms without a day have none.
    /// </summary>
    public static IReadOnlyList<ControlDate> Of(Term? term, PlanPeriod plan, DateOnly actDate, WorkingCalendar calendar, DayOffPolicy policy)
    {
        if (term is null) return [];
        var days = new SortedSet<DateOnly>();
        Collect(term, plan, actDate, days);
        foreach (var stage in term.Then)
            if (stage.Role is null or StageRole.Next) Collect(stage, plan, actDate, days);
        return [.. days.Where(day => day >= actDate).Select(day => new ControlDate(DueDate.Of(day, calendar, policy)))];
    }

    static void Collect(Term term, PlanPeriod plan, DateOnly actDate, SortedSet<DateOnly> days)
    {
        switch (term.Kind)
        {
            case TermKind.Once or TermKind.Range:
                if ((term.End ?? term.Relative?.Resolved) is { } end) days.Add(end);
                break;
            case TermKind.Recurring or TermKind.Continuous:
                var from = Later(Later(term.Start, plan.From), actDate);
                // A plan whose end is unknown is looked ahead to the end of the next year, as for its reports.
                var to = term.End ?? plan.To ?? new DateOnly(actDate.Year + 1, 12, 31);
                // Work of every day has no control dates: it is continuous.
                if (from <= to) days.UnionWith(Recurrence.Within(term.Rules.Where(rule => !rule.StartsWith("FREQ=DAILY", StringComparison.Ordinal)), new(from, to)));
                break;
        }
    }

    static DateOnly Later(DateOnly? a, DateOnly? b) => a is { } x && (b is not { } y || x > y) ? x : b ?? DateOnly.MinValue;
}
