using System.Globalization;

namespace Zakhid.Text;

/// <summary>
/// Days in Ukrainian words, the same on every machine: no culture of the system is asked. Plain spaces; the page sets
/// the non-breaking ones.
/// </summary>
public static class UkrainianDate
{
    static readonly string[] MonthsGenitive =
        ["січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня", "жовтня", "листопада", "грудня"];
    static readonly string[] MonthsNominative =
        ["січень", "лютий", "березень", "квітень", "травень", "червень", "липень", "серпень", "вересень", "жовтень", "листопад", "грудень"];
    static readonly string[] Weekdays = ["неділя", "понеділок", "вівторок", "середа", "четвер", "п’ятниця", "субота"];
    static readonly string[] WeekdaysAccusative = ["неділю", "понеділок", "вівторок", "середу", "четвер", "п’ятницю", "суботу"];
    static readonly string[] WeekdaysShort = ["нд", "пн", "вт", "ср", "чт", "пт", "сб"];

    /// <summary>«17 вересня 2020 року»</summary>
    public static string Full(DateOnly day) => $"{WithYear(day)} року";

    /// <summary>«17 вересня 2020»</summary>
    public static string WithYear(DateOnly day) => $"{DayMonth(day)} {Number(day.Year)}";

    /// <summary>«17 вересня»</summary>
    public static string DayMonth(DateOnly day) => $"{Number(day.Day)} {MonthsGenitive[day.Month - 1]}";

    /// <summary>«17 вересня», with «2021 року» where the year is not that of <paramref name="beside"/>.</summary>
    public static string Beside(DateOnly day, DateOnly beside) => day.Year == beside.Year ? DayMonth(day) : Full(day);

    /// <summary>«17.09.2020», as acts print it.</summary>
    public static string Short(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    /// <summary>«четвер»</summary>
    public static string Weekday(DateOnly day) => Weekdays[(int)day.DayOfWeek];

    /// <summary>«четвер», «середу»: after «у» and «на».</summary>
    public static string WeekdayAccusative(DateOnly day) => WeekdaysAccusative[(int)day.DayOfWeek];

    /// <summary>«чт»</summary>
    public static string WeekdayShort(DateOnly day) => WeekdaysShort[(int)day.DayOfWeek];

    /// <summary>«вересень»</summary>
    public static string Month(int month) => MonthsNominative[month - 1];

    /// <summary>«вересня»</summary>
    public static string MonthGenitive(int month) => MonthsGenitive[month - 1];

    /// <summary>«25-те», «3-тє», «7-ме»: the day of a month as a neuter ordinal.</summary>
    public static string Ordinal(int day) => Number(day) + (day % 100 is > 10 and < 20 ? "-те" : (day % 10) switch
    {
        1 => "-ше",
        2 => "-ге",
        3 => "-тє",
        7 or 8 => "-ме",
        _ => "-те",
    });

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
