using System.Text.Json.Nodes;
using Zakhid.Calendar;

namespace Zakhid.Tests.Obligations;

/// <summary>
/// The rule of due dates written a second time, slowly and differently: a strip of days painted off and on in the order in
/// which the law does it, periods found by walking days, due days found by counting them. It shares no code with the program.
/// </summary>
sealed class SecondOpinion
{
    static readonly DateOnly First = new(2018, 1, 1);
    readonly bool[] _worked = new bool[20 * 366];

    public SecondOpinion(bool transfers)
    {
        using var stream = typeof(WorkingCalendar).Assembly.GetManifestResourceStream("holidays.json")!;
        var json = JsonNode.Parse(stream)!;
        var war = DateOnly.Parse((string)json["suspension_from"]!);

        for (var i = 0; i < _worked.Length; i++) _worked[i] = (int)First.AddDays(i).DayOfWeek is >= 1 and <= 5;
        var holidays = json["years"]!.AsObject().SelectMany(y => y.Value!["holidays"]!.AsArray()).Select(h => DateOnly.Parse((string)h!["date"]!)).Where(d => d < war).Order().ToList();
        foreach (var day in holidays) _worked[At(day)] = false;
        // Each holiday that met a Saturday or Sunday takes the next day that is still worked.
        foreach (var day in holidays.Where(d => d.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday))
        {
            var next = At(day);
            while (!_worked[next]) next++;
            if (First.AddDays(next) < war) _worked[next] = false;
        }
        if (!transfers) return;
        foreach (var swap in json["years"]!.AsObject().SelectMany(y => y.Value!["working_day_swaps"]!.AsArray()))
        {
            var (off, on) = (DateOnly.Parse((string)swap!["day_off"]!), DateOnly.Parse((string)swap["worked_saturday"]!));
            if (off >= war) continue;
            _worked[At(off)] = false;
            _worked[At(on)] = true;
        }
    }

    public bool IsWorked(DateOnly day) => _worked[At(day)];

    public DateOnly Adjusted(DateOnly nominal, DayOffPolicy policy)
    {
        var step = policy == DayOffPolicy.Preceding ? -1 : policy == DayOffPolicy.Following ? 1 : 0;
        while (step != 0 && !IsWorked(nominal)) nominal = nominal.AddDays(step);
        return nominal;
    }

    /// <summary>The day of the clause for the period that ends on <paramref name="end"/>: walks from the month's first day.</summary>
    public static DateOnly Nominal(int day, MonthRule rule, DateOnly end, IReadOnlyList<int>? months = null)
    {
        if (rule == MonthRule.Fixed)
        {
            // Of named months the day nearest to the end: step by step away from it, back before forward.
            for (var step = 0; ; step++)
            {
                if (Falls(end.AddDays(-step))) return end.AddDays(-step);
                if (Falls(end.AddDays(step))) return end.AddDays(step);
            }
            bool Falls(DateOnly at) => months!.Contains(at.Month) && (at.Day == day || (at.Day < day && at.AddDays(1).Day == 1));
        }
        var at = rule == MonthRule.NextMonth ? end.AddDays(1) : new DateOnly(end.Year, end.Month, 1);
        var month = at.Month;
        for (var left = day - 1; left > 0 && at.AddDays(1).Month == month; left--) at = at.AddDays(1);
        return at;
    }

    /// <summary>Start and end of every period of so many months whose last day is one of the days given.</summary>
    public static IEnumerable<(DateOnly Start, DateOnly End)> Periods(int months, DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
            if (day.AddDays(1).Day == 1 && day.Month % months == 0) yield return (day.AddDays(1).AddMonths(-months), day);
    }

    static int At(DateOnly day) => day.DayNumber - First.DayNumber;
}
