using Zakhid.Terms;

namespace Zakhid.Obligations;

/// <summary>
/// When a measure is carried out: from its term's start (else the later of the plan's start and the act's date) to its
/// term's end (else the plan's end; null: unknown). <see cref="Months"/> narrows a recurring term to its months («I квартал,
/// щорічно»); empty means all.
/// </summary>
public sealed record MeasureWindow(DateOnly From, DateOnly? To, IReadOnlySet<int> Months)
{
    /// <summary>
    /// True for once and range terms, which have an end of their own: once confirmed done they are asked about no more, and
    /// not confirmed by it they are asked about further. «Постійно», «щокварталу» and terms without a day have none.
    /// </summary>
    public bool HasDeadline { get; init; }

    public static MeasureWindow Of(Term? term, PlanPeriod plan, DateOnly actDate)
    {
        var opening = plan.From is { } from && from > actDate ? from : actDate;
        // A relative term that could be counted has its day; a deadline has an end only.
        var end = term?.End ?? term?.Relative?.Resolved;
        var start = term?.Start ?? opening;
        // «до 1 серпня» of a plan signed on 3 August: the day is past, and the window is that day.
        if (end < start) start = end.Value;
        var goesOn = term?.Then.Any(next => next.Role == StageRole.Next) == true;
        return new(start, goesOn ? plan.To : end ?? plan.To, MonthsOf(term))
        {
            HasDeadline = term?.Kind is TermKind.Once or TermKind.Range && end is not null && !goesOn,
        };
    }

    /// <summary>Whether any day of the measure lies in the period.</summary>
    public bool Meets(ReportingPeriod period) => Meets(period, To);

    internal bool Meets(ReportingPeriod period, DateOnly? end)
    {
        // A term that begins after the plan's last day leaves no day at all.
        if (end < From || period.End < From || (end is { } to && to < period.Start)) return false;
        if (Months.Count == 0) return true;
        for (var month = period.Start; month <= period.End; month = month.AddMonths(1))
            if (Months.Contains(month.Month) && month.AddMonths(1) > From && (end is null || month <= end)) return true;
        return false;
    }

    static HashSet<int> MonthsOf(Term? term)
    {
        if (term?.Kind != TermKind.Recurring || term.Window is not { } window) return [];
        return [.. window.Months, .. window.Quarters.SelectMany(q => Enumerable.Range(((q - 1) * 3) + 1, 3))];
    }
}
