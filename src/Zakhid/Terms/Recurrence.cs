using System.Globalization;

namespace Zakhid.Terms;

/// <summary>
/// A rule of due dates in the grammar of RFC 5545, of which terms use FREQ (DAILY, WEEKLY, MONTHLY, YEARLY), INTERVAL,
/// BYMONTH, BYMONTHDAY (negative from the month's end), BYDAY (with ordinals inside the month), BYSETPOS, COUNT and UNTIL.
/// There is no DTSTART: intervals and counts begin with the range that is asked for. A weekly rule without BYDAY is due
/// on the last day of the week, a Sunday; a week begins on Monday. February 30 and its like are skipped, as RFC 5545 does.
/// </summary>
public sealed class Recurrence
{
    readonly string _frequency;
    readonly int _interval = 1;
    readonly int? _count;
    readonly int? _position;
    readonly DateOnly? _until;
    readonly HashSet<int> _months = [];
    readonly HashSet<int> _monthDays = [];
    readonly List<(int? Nth, DayOfWeek Day)> _days = [];

    Recurrence(string rule)
    {
        _frequency = "";
        foreach (var part in rule.Replace("RRULE:", "", StringComparison.Ordinal).Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            if (at < 0) throw new FormatException($"«{part}» of the rule {rule} has no value");
            var (name, value) = (part[..at], part[(at + 1)..]);
            switch (name)
            {
                case "FREQ": _frequency = value; break;
                case "INTERVAL": _interval = Number(value); break;
                case "COUNT": _count = Number(value); break;
                case "BYSETPOS": _position = Number(value); break;
                case "UNTIL": _until = DateOnly.ParseExact(value[..8], "yyyyMMdd", CultureInfo.InvariantCulture); break;
                case "BYMONTH": _months.UnionWith(value.Split(',').Select(Number)); break;
                case "BYMONTHDAY": _monthDays.UnionWith(value.Split(',').Select(Number)); break;
                case "BYDAY": _days.AddRange(value.Split(',').Select(Day)); break;
                default: throw new FormatException($"The rule {rule} uses {name}, which terms do not");
            }
        }
        if (_frequency is not ("DAILY" or "WEEKLY" or "MONTHLY" or "YEARLY") || _interval < 1) throw new FormatException($"The rule {rule} has no frequency that terms use");
    }

    internal string Frequency => _frequency;
    internal int Interval => _interval;
    internal int? Position => _position;
    internal IReadOnlyList<int> Months => [.. _months.Order()];
    internal IReadOnlyList<int> MonthDays => [.. _monthDays.OrderBy(day => day < 0 ? 100 + day : day)];
    internal IReadOnlyList<(int? Nth, DayOfWeek Day)> Days => _days;

    /// <exception cref="FormatException">The rule uses a part that terms do not, or is no rule.</exception>
    public static Recurrence Parse(string rule) => new(rule);

    /// <summary>The due dates of all rules of a term that fall within the range, each once, in order.</summary>
    public static IReadOnlyList<DateOnly> Within(IEnumerable<string> rules, DateRange range) =>
        rules.SelectMany(rule => Parse(rule).Within(range)).Distinct().Order().ToList();

    /// <summary>The due dates within the range, in order; the first year, month or week of the range is the first of the interval.</summary>
    public IReadOnlyList<DateOnly> Within(DateRange range)
    {
        var end = _until is { } until && until < range.End ? until : range.End;
        var dates = new List<DateOnly>();
        for (var day = range.Start; day <= end; day = day.AddDays(1))
        {
            if (Falls(day, range.Start)) dates.Add(day);
            if (day == DateOnly.MaxValue) break;
        }
        if (_position is { } position) dates = AtPosition(position, range);
        return _count is { } count ? dates.Take(count).ToList() : dates;
    }

    bool Falls(DateOnly day, DateOnly start)
    {
        if (_months.Count > 0 && !_months.Contains(day.Month)) return false;
        if (_monthDays.Count > 0 && !_monthDays.Contains(day.Day) && !_monthDays.Contains(day.Day - DateTime.DaysInMonth(day.Year, day.Month) - 1)) return false;
        if (_days.Count > 0 && !_days.Any(named => named.Day == day.DayOfWeek && (named.Nth is not { } nth || nth == ((day.Day - 1) / 7) + 1 || nth == -(((DateTime.DaysInMonth(day.Year, day.Month) - day.Day) / 7) + 1))))
            return false;
        var named = _monthDays.Count > 0 || _days.Count > 0;
        return _frequency switch
        {
            "YEARLY" => (named || (_months.Count > 0 && day.Day == DateTime.DaysInMonth(day.Year, day.Month))) && (day.Year - start.Year) % _interval == 0,
            "MONTHLY" => named && (((day.Year - start.Year) * 12) + day.Month - start.Month) % _interval == 0,
            "WEEKLY" => (named || day.DayOfWeek == DayOfWeek.Sunday) && (Monday(day) - Monday(start)) / 7 % _interval == 0,
            _ => (day.DayNumber - start.DayNumber) % _interval == 0,
        };
    }

    /// <summary>The n-th date of each month, or of each year; a month that the range cuts is completed first.</summary>
    List<DateOnly> AtPosition(int position, DateRange range)
    {
        var monthly = _frequency == "MONTHLY";
        var first = monthly ? new DateOnly(range.Start.Year, range.Start.Month, 1) : new(range.Start.Year, 1, 1);
        var last = monthly ? new DateOnly(range.End.Year, range.End.Month, DateTime.DaysInMonth(range.End.Year, range.End.Month)) : new(range.End.Year, 12, 31);
        var whole = new List<DateOnly>();
        for (var day = first; day <= last; day = day.AddDays(1))
            if (Falls(day, range.Start)) whole.Add(day);
        return whole.GroupBy(day => (day.Year, Month: monthly ? day.Month : 0))
            .Where(group => group.Count() >= Math.Abs(position))
            .Select(group => position < 0 ? group.ElementAt(group.Count() + position) : group.ElementAt(position - 1))
            .Where(day => range.Contains(day) && (_until is not { } until || day <= until)).ToList();
    }

    static int Monday(DateOnly day) => day.DayNumber - (((int)day.DayOfWeek + 6) % 7);

    static int Number(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    static (int?, DayOfWeek) Day(string text)
    {
        if (text.Length < 2) throw new FormatException($"«{text}» is no day of the week");
        DayOfWeek day = text[^2..] switch
        {
            "MO" => DayOfWeek.Monday,
            "TU" => DayOfWeek.Tuesday,
            "WE" => DayOfWeek.Wednesday,
            "TH" => DayOfWeek.Thursday,
            "FR" => DayOfWeek.Friday,
            "SA" => DayOfWeek.Saturday,
            "SU" => DayOfWeek.Sunday,
            _ => throw new FormatException($"«{text}» is no day of the week"),
        };
        return (text.Length == 2 ? null : Number(text[..^2]), day);
    }
}
