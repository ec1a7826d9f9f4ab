using System.Globalization;

namespace Zakhid.Text;

/// <summary>Days in English words, the same on every machine: «17 September 2020».</summary>
public static class EnglishDate
{
    public static string Full(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string DayMonth(DateOnly day) => day.ToString("d MMMM", CultureInfo.InvariantCulture);

    public static string Weekday(DateOnly day) => day.ToString("dddd", CultureInfo.InvariantCulture);
}
