using System.Globalization;
using Zakhid.Text;

namespace Zakhid.Terms.Grammar;

/// <summary>
/// Due days that come round, gathered and written as RFC 5545 rules: days of named months together by their number, a
/// day of every month, days of the week, working days.
/// </summary>
sealed class DueRules
{
    readonly SortedDictionary<int, SortedSet<int>> _monthsByDay = [];
    readonly SortedSet<int> _daysOfEveryMonth = [];
    readonly List<string> _others = [];

    public int Interval { get; init; } = 1;

    /// <summary>How many days a year the rules give, as far as they are days of months.</summary>
    public int DatesInYear => _monthsByDay.Values.Sum(months => months.Count) + (12 * _daysOfEveryMonth.Count);

    public IEnumerable<int> Months => _monthsByDay.Values.SelectMany(months => months).Distinct().Order();

    public void Add(int month, int day)
    {
        if (day == DateTime.DaysInMonth(2023, month) || (month == 2 && day == 29)) day = Numerals.Last;
        if (!_monthsByDay.TryGetValue(day, out var months)) _monthsByDay[day] = months = [];
        months.Add(month);
    }

    /// <summary>Writes a day of every month as that day of twelve named months, so that one of them can differ.</summary>
    public void SpellMonths()
    {
        foreach (var day in _daysOfEveryMonth)
            for (var month = 1; month <= 12; month++) Add(month, day);
        _daysOfEveryMonth.Clear();
    }

    public void RemoveMonth(int month)
    {
        foreach (var months in _monthsByDay.Values) months.Remove(month);
    }

    /// <summary>A day of the months given, or of every month.</summary>
    public void Add(int[]? months, int day)
    {
        if (months is null) _daysOfEveryMonth.Add(day == 31 ? Numerals.Last : day);
        else
            foreach (var month in months) Add(month, day);
    }

    public void AddRule(string rule) => _others.Add(rule);

    public void AddWeekdays(IEnumerable<DayOfWeek> days) =>
        AddRule($"FREQ=WEEKLY{Every()};BYDAY={string.Join(',', days.Distinct().OrderBy(day => ((int)day + 6) % 7).Select(Code))}");

    public void AddNthWeekdays(int[]? months, IEnumerable<(int Nth, DayOfWeek Day)> days) =>
        AddRule($"{(months is null ? $"FREQ=MONTHLY{Every()}" : $"FREQ=YEARLY;BYMONTH={string.Join(',', months)}")};BYDAY={string.Join(',', days.Select(day => $"{Number(day.Nth)}{Code(day.Day)}"))}");

    public void AddNthWorkingDay(int[]? months, int nth) =>
        AddRule($"FREQ=MONTHLY{(months is null ? "" : $";BYMONTH={string.Join(',', months)}")};BYDAY=MO,TU,WE,TH,FR;BYSETPOS={Number(nth)}");

    public IReadOnlyList<string> Write()
    {
        var rules = new List<string>();
        foreach (var group in _monthsByDay.Where(pair => pair.Value.Count > 0).GroupBy(pair => string.Join(',', pair.Value)).OrderBy(group => group.First().Value.Min))
            rules.Add($"FREQ=YEARLY{Every()};BYMONTH={group.Key};BYMONTHDAY={string.Join(',', group.Select(pair => Number(group.Key == "12" && pair.Key == Numerals.Last ? 31 : pair.Key)))}");
        if (_daysOfEveryMonth.Count > 0) rules.Add($"FREQ=MONTHLY{Every()};BYMONTHDAY={string.Join(',', _daysOfEveryMonth.OrderBy(day => day < 0 ? 32 : day))}");
        return [.. rules, .. _others];
    }

    string Every() => Interval > 1 ? $";INTERVAL={Interval}" : "";

    static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    static string Code(DayOfWeek day) => day.ToString()[..2].ToUpperInvariant();
}
