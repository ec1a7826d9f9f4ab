using Zakhid.Criteria;
using Zakhid.Text;

namespace Zakhid.Terms;

/// <summary>So many times between two days, both included; which days, the carrier chooses.</summary>
public sealed record QuotaSlot(DateOnly From, DateOnly To, int Times, Comparison Op)
{
    /// <summary>«з 1 липня до 31 грудня 2020 року — 2 рази».</summary>
    public string Ukrainian => $"з {(From.Year == To.Year ? UkrainianDate.DayMonth(From) : UkrainianDate.Full(From))} до {UkrainianDate.Full(To)} — {Limit}{Plural.Count(Times, "раз", "рази", "разів")}";

    public string English => $"{EnglishDate.Full(From)} to {EnglishDate.Full(To)}: {(Op switch { Comparison.AtLeast => "at least ", Comparison.AtMost => "at most ", _ => "" })}{Plural.English(Times, "time", "times")}";

    string Limit => Op switch { Comparison.AtLeast => "не менше ніж ", Comparison.AtMost => "не більше ніж ", _ => "" };
}

/// <summary>
/// «Двічі на рік», «не менше двох разів на квартал»: slots without dates of their own. Each stretch of the quota's length
/// is one slot, cut to the days of the measure; no day inside it is owed.
/// </summary>
public static class QuotaSlots
{
    /// <param name="term">Null, or without a quota: no slots.</param>
    /// <param name="days">The days on which the measure is carried out.</param>
    public static IReadOnlyList<QuotaSlot> Of(Term? term, DateRange days)
    {
        // Once in a period is a rule with its own day: the period's last.
        if (term is not { Rules.Count: 0, Quota: { } quota } || Months(quota.Per) is not { } months) return [];
        var slots = new List<QuotaSlot>();
        var length = months * quota.Periods;
        // Slots are those of the calendar: quarters and years, not stretches counted from the act; «раз на два роки» begins with the measure's first year.
        var first = months < 12 ? new DateOnly(days.Start.Year, ((days.Start.Month - 1) / length * length) + 1, 1) : new(days.Start.Year, 1, 1);
        for (var from = first; from <= days.End; from = from.AddMonths(length))
        {
            var to = from.AddMonths(length).AddDays(-1);
            if (to >= days.Start) slots.Add(new(Later(from, days.Start), to < days.End ? to : days.End, quota.Times, quota.Op));
        }
        return slots;
    }

    static int? Months(PeriodLength per) => per switch
    {
        PeriodLength.Month => 1,
        PeriodLength.Quarter => 3,
        PeriodLength.HalfYear => 6,
        PeriodLength.Year => 12,
        // Weeks and decades are counted by criteria, where figures come in; a list of fifty slots would say nothing.
        _ => null,
    };

    static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
