using Zakhid.Text;

namespace Zakhid.Obligations;

/// <summary>
/// The days that one report speaks of: from the day after the previous cut-off (the first report: from the act's date) to its
/// own. A report due before its period ends leaves the tail to the next one, and what the year's last leaves becomes a dated
/// supplement; one due after the end covers the whole period.
/// </summary>
/// <param name="From">The first day.</param>
/// <param name="To">The cut-off, included.</param>
/// <param name="PeriodEnd">The last day of the period.</param>
public sealed record ReportSpan(DateOnly From, DateOnly To, DateOnly PeriodEnd)
{
    /// <param name="coversFrom">The day after the previous cut-off.</param>
    /// <param name="adjusted">The adjusted due day.</param>
    /// <param name="periodEnd">The period's last day.</param>
    public static ReportSpan Of(DateOnly coversFrom, DateOnly adjusted, DateOnly periodEnd)
    {
        var to = adjusted < periodEnd ? adjusted : periodEnd;
        return new(coversFrom <= to ? coversFrom : to, to, periodEnd);
    }

    /// <summary>Days of the period are left that this report cannot know.</summary>
    public bool HasTail => To < PeriodEnd;

    /// <summary>
    /// «За період з 3 серпня по 17 вересня 2020 року; дані після 17 вересня увійдуть до наступного звіту.»; of the last
    /// report «… — до доповнення».
    /// </summary>
    /// <param name="isLast">No report of the plan follows.</param>
    public string Ukrainian(bool isLast = false) => $"За період з {Beside(From)} по {UkrainianDate.Full(To)}"
        + (HasTail ? $"; дані після {UkrainianDate.DayMonth(To)} увійдуть до {(isLast ? "доповнення" : "наступного звіту")}." : ".");

    public string English(bool isLast = false) => $"For {(From.Year == To.Year ? EnglishDate.DayMonth(From) : EnglishDate.Full(From))} to {EnglishDate.Full(To)}"
        + (HasTail ? $"; what follows {EnglishDate.DayMonth(To)} goes into the {(isLast ? "supplement" : "next report")}." : ".");

    string Beside(DateOnly day) => day.Year == To.Year ? UkrainianDate.DayMonth(day) : UkrainianDate.Full(day);
}
