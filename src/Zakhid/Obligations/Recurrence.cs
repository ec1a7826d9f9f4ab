using System.Globalization;

namespace Zakhid.Obligations;

/// <summary>
/// Dates of a rule in the grammar of RFC 5545, as terms use it: FREQ, INTERVAL, BYMONTH, BYMONTHDAY (negative from the
/// month's end), BYDAY (with or without a number), UNTIL. A week without a weekday ends on the last day of each seven days
/// from the start; a daily rule has no control dates, its work is continuous.
/// </summary>
public static class Recurrence
{
    /// <returns>In order, each date once.</returns>
    /// <exception cref="FormatException">A part of the rule is not known.</exception>
    public static IReadOnlyList<DateOnly> Dates(string rule, DateOnly from, DateOnly to)
    {
        var parts = new Parts();
        foreach (var part in rule.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) parts.Read(part);
        if (parts.Until < to) to = parts.Until.Value;
        if (to < from) return [];
        var dates = new SortedSet<DateOnly>();
        switch (parts.Frequency)
        {
            case "YEARLY": ByMonths(parts, from, to, (month, first) => (month.Year - first.Year) % parts.Interval == 0 && (parts.Months.Count == 0 ? parts.Monthly || month.Month == 12 : parts.Months.Contains(month.Month)), dates); break;
            case "MONTHLY": ByMonths(parts, from, to, (month, first) => (((month.Year - first.Year) * 12) + month.Month - first.Month) % parts.Interval == 0 && (parts.Months.Count == 0 || parts.Months.Contains(month.Month)), dates); break;
            case "WEEKLY": ByWeeks(parts, from, to, dates); break;
            case "DAILY": break;
            default: throw new FormatException($"«{rule}» has no known FREQ");
        }
        return [.. dates];
    }

    static void ByMonths(Parts parts, DateOnly from, DateOnly to, Func<DateOnly, DateOnly, bool> isMonth, SortedSet<DateOnly> dates)
    {
        var first = new DateOnly(from.Year, from.Month, 1);
        for (var month = first; month <= to; month = month.AddMonths(1))
        {
            if (!isMonth(month, first)) continue;
            foreach (var day in DaysOf(parts, month))
                if (from <= day && day <= to) dates.Add(day);
        }
    }

    static IEnumerable<DateOnly> DaysOf(Parts parts, DateOnly month)
    {
        var length = DateTime.DaysInMonth(month.Year, month.Month);
        if (parts.Weekdays.Count == 0)
        {
            foreach (var number in parts.MonthDays.DefaultIfEmpty(-1))
            {
                var day = number < 0 ? length + 1 + number : number;
                if (day >= 1 && day <= length) yield return month.AddDays(day - 1);
            }
            yield break;
        }
        foreach (var (number, weekday) in parts.Weekdays)
        {
            var days = Enumerable.Range(0, length).Select(month.AddDays).Where(day => day.DayOfWeek == weekday).ToList();
            if (number == 0) foreach (var day in days) yield return day;
            else if (Math.Abs(number) <= days.Count) yield return number > 0 ? days[number - 1] : days[days.Count + number];
        }
    }

    static void ByWeeks(Parts parts, DateOnly from, DateOnly to, SortedSet<DateOnly> dates)
    {
        var week = 7 * parts.Interval;
        if (parts.Weekdays.Count == 0)
        {
            for (var day = from.AddDays(week - 1); day <= to; day = day.AddDays(week)) dates.Add(day);
            return;
        }
        foreach (var (_, weekday) in parts.Weekdays)
        {
            var first = from.AddDays((weekday - from.DayOfWeek + 7) % 7);
            for (var day = first; day <= to; day = day.AddDays(week)) dates.Add(day);
        }
    }

    sealed class Parts
    {
        static readonly string[] WeekdayNames = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

        public string Frequency { get; private set; } = "";
        public int Interval { get; private set; } = 1;
        public DateOnly? Until { get; private set; }
        public HashSet<int> Months { get; } = [];
        public List<int> MonthDays { get; } = [];
        public List<(int Number, DayOfWeek Weekday)> Weekdays { get; } = [];
        /// <summary>A yearly rule that names weekdays or days, and no month, holds in every month.</summary>
        public bool Monthly => Weekdays.Count > 0;

        public void Read(string part)
        {
            var (name, value) = part.Split('=', 2) is [var n, var v] ? (n, v) : throw new FormatException($"«{part}» is no part of a rule");
            switch (name)
            {
                case "FREQ": Frequency = value; break;
                case "INTERVAL": Interval = Math.Max(1, Number(value)); break;
                case "UNTIL": Until = DateOnly.ParseExact(value[..8], "yyyyMMdd", CultureInfo.InvariantCulture); break;
                case "BYMONTH": Months.UnionWith(value.Split(',').Select(Number)); break;
                case "BYMONTHDAY": MonthDays.AddRange(value.Split(',').Select(Number)); break;
                case "BYDAY": Weekdays.AddRange(value.Split(',').Select(day => (day.Length > 2 ? Number(day[..^2]) : 0, Weekday(day[^2..])))); break;
                case "WKST" or "DTSTART": break;
                default: throw new FormatException($"«{name}» is no known part of a rule");
            }
        }

        static int Number(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

        static DayOfWeek Weekday(string name) => Array.IndexOf(WeekdayNames, name) is >= 0 and var day ? (DayOfWeek)day : throw new FormatException($"«{name}» is no weekday");
    }
}
