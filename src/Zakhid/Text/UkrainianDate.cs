namespace Zakhid.Text;

/// <summary>Days in Ukrainian words, without any culture of the machine.</summary>
public static class UkrainianDate
{
    static readonly string[] _months = ["січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня", "жовтня", "листопада", "грудня"];
    static readonly string[] _monthNames = ["січень", "лютий", "березень", "квітень", "травень", "червень", "липень", "серпень", "вересень", "жовтень", "листопад", "грудень"];
    static readonly string[] _weekdays = ["неділя", "понеділок", "вівторок", "середа", "четвер", "п’ятниця", "субота"];

    /// <summary>«17 вересня 2020 року».</summary>
    public static string Full(DateOnly day) => $"{DayMonth(day)} {day.Year} року";

    /// <summary>«17 вересня».</summary>
    public static string DayMonth(DateOnly day) => $"{day.Day} {_months[day.Month - 1]}";

    /// <summary>«03.08.2020».</summary>
    public static string Short(DateOnly day) => day.ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>«вересень».</summary>
    public static string Month(int month) => _monthNames[month - 1];

    /// <summary>«четвер».</summary>
    public static string Weekday(DateOnly day) => _weekdays[(int)day.DayOfWeek];

    /// <summary>A day of a month as «25-те», «17-те», «3-тє».</summary>
    public static string Ordinal(int day) => day % 10 == 3 && day != 13 ? $"{day}-тє" : $"{day}-те";
}
