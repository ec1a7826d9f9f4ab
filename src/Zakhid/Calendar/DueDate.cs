using Zakhid.Text;

namespace Zakhid.Calendar;

/// <summary>
/// What happens to a due day that is a day off. Preceding is the practice of records management (a textbook rule, not
/// confirmed in Instruction 55), therefore a setting of the authority and named in every explanation. Following is the rule
/// of the Civil Code, art. 254.
/// </summary>
public enum DayOffPolicy { Preceding, Following, None }

/// <summary>
/// A day by which something is owed: as the act names it, as the policy moved it, and the policy. Both are shown; lateness
/// is judged by <see cref="Adjusted"/>, day included, to 24:00 in Kyiv.
/// </summary>
public sealed record DueDate(DateOnly Nominal, DateOnly Adjusted, DayOffPolicy Policy)
{
    public static DueDate Of(DateOnly nominal, WorkingCalendar calendar, DayOffPolicy policy) => new(nominal, policy switch
    {
        DayOffPolicy.Preceding => calendar.OnOrBefore(nominal),
        DayOffPolicy.Following => calendar.OnOrAfter(nominal),
        _ => nominal,
    }, policy);

    public bool IsMoved => Nominal != Adjusted;

    /// <summary>
    /// «до 17 вересня 2020: пункт 2 розпорядження № 149-ОД»; of a moved day «24 грудня: пункт 2 розпорядження № 464 називає
    /// 25-те; то святковий день, політика переносить назад».
    /// </summary>
    /// <param name="ground">«пункт 2 розпорядження № 149-ОД», nominative.</param>
    /// <param name="calendar">Tells why the nominal day is off.</param>
    public string Explain(string ground, WorkingCalendar calendar)
    {
        if (IsMoved)
            return $"{UkrainianDate.DayMonth(Adjusted)}: {ground} називає {Named}; то {calendar.WhyOff(Nominal)}, політика переносить {(Adjusted < Nominal ? "назад" : "вперед")}";
        return $"до {UkrainianDate.WithYear(Nominal)}: {ground}"
            + (calendar.WhyOff(Nominal) is { } why ? $"; то {why}, політика дня не переносить" : "");
    }

    /// <summary>The document alone of what <see cref="Explain"/> said, as letters cite it: «пункт 2 розпорядження № 464».</summary>
    public static string GroundOf(string explained)
    {
        var ground = explained.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon ? explained[(colon + 2)..] : explained;
        if (ground.LastIndexOf("; то ", StringComparison.Ordinal) is not (> 0 and var why) || !ground[why..].Contains(", політика ", StringComparison.Ordinal)) return ground;
        ground = ground[..why];
        // Of a day that stayed nothing is named anew.
        return !explained.StartsWith("до ", StringComparison.Ordinal) && ground.LastIndexOf(" називає ", StringComparison.Ordinal) is > 0 and var named ? ground[..named] : ground;
    }

    /// <summary>«25-те» in the month of the adjusted day, else «1 жовтня», with its year where that differs too.</summary>
    string Named => Nominal.Year == Adjusted.Year && Nominal.Month == Adjusted.Month
        ? UkrainianDate.Ordinal(Nominal.Day) : UkrainianDate.Beside(Nominal, Adjusted);
}
