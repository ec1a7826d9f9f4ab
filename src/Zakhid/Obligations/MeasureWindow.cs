using Zakhid.Terms;

namespace Zakhid.Obligations;

/// <summary>
/// When a measure is carried out: from its term's start (else the later of the plan's start and the act's date) to its
/// term's end (else the plan's end; null: unknown). <see cref="Months"/> narrows a recurring term to its months («I квартал,
/// щорічно»); empty means all.
/// </summary>
public sealed record MeasureWindow(DateOnly From, DateOnly? To, IReadOnlySet<int> Months)
{
    public static MeasureWindow Of(Term? term, PlanPeriod plan, DateOnly actDate)
    {
        var opening = plan.From is { } from && from > actDate ? from : actDate;
        // A relative term that could be counted has its day; a deadline has an end only.
        var end = term?.End ?? term?.Relative?.Resolved;
        var start = term?.Start ?? opening;
        // «до 1 серпня» of a plan signed on 3 August: the day is past, and the window is that day.
        if (end < start) start = end.Value;
        return new(start, end ?? plan.To, MonthsOf(term));
    }

    /// <summary>Whether any day of the measure lies in the period.</summary>
    public bool Meets(ReportingPeriod period)
    {
        if (period.End < From || (To is { } to && to < period.Start)) return false;
        if (Months.Count == 0) return true;
        for (var month = period.Start; month <= period.End; month = month.AddMonths(1))
            if (Months.Contains(month.Month) && month.AddMonths(1) > From && (To is null || month <= To)) return true;
        return false;
    }

    static HashSet<int> MonthsOf(Term? term)
    {
        if (term?.Kind != TermKind.Recurring || term.Window is not { } window) return [];
        return [.. window.Months, .. window.Quarters.SelectMany(q => Enumerable.Range(((q - 1) * 3) + 1, 3))];
    }
}
