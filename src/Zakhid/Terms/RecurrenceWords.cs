using Zakhid.Text;

namespace Zakhid.Terms;

/// <summary>A rule of due dates in words: «17-те число березня, червня, вересня і грудня», «щосереди», «останній робочий день кожного місяця».</summary>
public static class RecurrenceWords
{
    public static string Of(string rule) => Of(Recurrence.Parse(rule));

    static string Of(Recurrence rule)
    {
        if (rule.Position is { } position) return $"{Place(position, Gender.Masculine)} робочий день {InMonths(rule)}";
        if (rule.Days.Count > 0)
            return rule.Days[0].Nth is null ? Weekly(rule) : $"{List(rule.Days.Select(day => $"{Place(day.Nth ?? 1, GenderOf(day.Day))} {Weekday(day.Day)}"))} {InMonths(rule)}";
        if (rule.MonthDays.Count > 0)
        {
            var interval = Every(rule.Interval, rule.Frequency);
            return $"{List(rule.MonthDays.Select(DayOfMonth))} {InMonths(rule)}{interval}";
        }
        return rule.Frequency switch
        {
            "DAILY" => rule.Interval == 1 ? "щодня" : $"кожні {Plural.Count(rule.Interval, "день", "дні", "днів")}",
            "WEEKLY" => rule.Interval == 1 ? "щотижня" : $"кожні {Plural.Count(rule.Interval, "тиждень", "тижні", "тижнів")}",
            "MONTHLY" => "щомісяця",
            _ => "щороку",
        };
    }

    static string Weekly(Recurrence rule)
    {
        if (rule.Days.Count == 5 && !rule.Days.Any(day => day.Day is DayOfWeek.Saturday or DayOfWeek.Sunday)) return "кожного робочого дня тижня";
        var days = List(rule.Days.Select(day => "що" + WeekdayGenitive(day.Day)));
        return rule.Interval == 1 ? days : $"{days}, раз на {Plural.Count(rule.Interval, "тиждень", "тижні", "тижнів")}";
    }

    static string InMonths(Recurrence rule) =>
        rule.Months.Count is 0 or 12 ? rule.Frequency == "YEARLY" && rule.Months.Count == 0 ? "кожного місяця року" : "кожного місяця" : List(rule.Months.Select(UkrainianDate.MonthGenitive));

    static string Every(int interval, string frequency) => interval == 1 ? ""
        : frequency == "YEARLY" ? $", раз на {Plural.Count(interval, "рік", "роки", "років")}" : $", раз на {Plural.Count(interval, "місяць", "місяці", "місяців")}";

    static string DayOfMonth(int day) => day == -1 ? "останній день" : day < 0 ? $"{-day}-й день від кінця" : $"{UkrainianDate.Ordinal(day)} число";

    static string Place(int nth, Gender gender) => (nth, gender) switch
    {
        (-1, Gender.Feminine) => "остання",
        (-1, _) => "останній",
        (1, Gender.Feminine) => "перша",
        (1, _) => "перший",
        (2, Gender.Feminine) => "друга",
        (2, _) => "другий",
        (3, Gender.Feminine) => "третя",
        (3, _) => "третій",
        (4, Gender.Feminine) => "четверта",
        (4, _) => "четвертий",
        (_, Gender.Feminine) => $"{nth}-та",
        _ => $"{nth}-й",
    };

    static Gender GenderOf(DayOfWeek day) => day is DayOfWeek.Monday or DayOfWeek.Tuesday or DayOfWeek.Thursday ? Gender.Masculine : Gender.Feminine;

    static string Weekday(DayOfWeek day) => UkrainianDate.Weekday(OnSuchDay(day));

    static string WeekdayGenitive(DayOfWeek day) => day switch
    {
        DayOfWeek.Monday => "понеділка",
        DayOfWeek.Tuesday => "вівторка",
        DayOfWeek.Wednesday => "середи",
        DayOfWeek.Thursday => "четверга",
        DayOfWeek.Friday => "п’ятниці",
        DayOfWeek.Saturday => "суботи",
        _ => "неділі",
    };

    /// <summary>2023 began on a Sunday.</summary>
    static DateOnly OnSuchDay(DayOfWeek day) => new DateOnly(2023, 1, 1).AddDays((int)day);

    /// <summary>«березня, червня і грудня»</summary>
    internal static string List(IEnumerable<string> items) => items.ToList() switch
    {
        [] => "",
        [var one] => one,
        [.. var first, var last] => $"{string.Join(", ", first)} і {last}",
    };
}
