using System.Text.Json;

namespace Zakhid.Calendar;

/// <summary>
/// Working days of Ukraine: five-day week, holidays, holidays' shifts, transfers and the wartime suspension. A holiday on a
/// Saturday or Sunday moves the day off to the next day after it that is none (art. 67 of the Labour Code). Since
/// 24.03.2022 holidays are ordinary working days and nothing is shifted or transferred (law 2136-IX, art. 6, part 6).
/// Transfers are the Cabinet's recommendations: an authority may leave them out. Years outside the data know only weekends.
/// </summary>
public sealed class WorkingCalendar
{
    readonly Dictionary<DateOnly, string> _off = [];
    readonly HashSet<DateOnly> _worked = [];

    /// <summary>Ukraine's calendar as the program knows it, with transfers.</summary>
    public static WorkingCalendar Ukraine { get; } = Load(transfers: true);

    /// <summary>The same for an authority that does not take transfers over.</summary>
    public static WorkingCalendar WithoutTransfers { get; } = Load(transfers: false);

    static WorkingCalendar Load(bool transfers)
    {
        using var stream = typeof(WorkingCalendar).Assembly.GetManifestResourceStream("holidays.json") ?? throw new InvalidOperationException("The calendar is missing from the program");
        using var data = JsonDocument.Parse(stream);
        return new(data.RootElement, transfers);
    }

    /// <param name="data">In the form of holidays.json; its day_off and weekend_shift are results and are not read.</param>
    /// <param name="transfers">Whether transfers of working days hold.</param>
    public WorkingCalendar(JsonElement data, bool transfers)
    {
        var suspendedFrom = Day(data, "suspension_from");
        var suspendedTo = Day(data, "suspension_to");
        bool Suspended(DateOnly day) => suspendedFrom <= day && (suspendedTo is null || day <= suspendedTo);

        var holidays = new SortedDictionary<DateOnly, string>();
        foreach (var year in data.GetProperty("years").EnumerateObject())
        {
            foreach (var holiday in year.Value.GetProperty("holidays").EnumerateArray())
            {
                var day = Day(holiday, "date")!.Value;
                if (!Suspended(day)) holidays[day] = holiday.GetProperty("name").GetString()!;
            }
            if (!transfers) continue;
            foreach (var swap in year.Value.GetProperty("working_day_swaps").EnumerateArray())
            {
                var (off, worked) = (Day(swap, "day_off")!.Value, Day(swap, "worked_saturday")!.Value);
                if (Suspended(off) || Suspended(worked)) continue;
                _off[off] = "перенесений вихідний";
                _worked.Add(worked);
            }
        }
        foreach (var (day, _) in holidays) _off[day] = "святковий день";
        foreach (var (day, _) in holidays)
        {
            if (!IsWeekend(day)) continue;
            var shifted = day.AddDays(1);
            while (IsWeekend(shifted) || _off.ContainsKey(shifted)) shifted = shifted.AddDays(1);
            if (!Suspended(shifted)) _off[shifted] = "вихідний за свято";
        }
    }

    public bool IsWorking(DateOnly day) => _worked.Contains(day) || (!IsWeekend(day) && !_off.ContainsKey(day));

    /// <summary>Why a day is off, for «то …»: «субота», «святковий день»; null for a working day.</summary>
    public string? WhyOff(DateOnly day) =>
        IsWorking(day) ? null
        : _off.TryGetValue(day, out var why) && why == "святковий день" ? why
        : day.DayOfWeek == DayOfWeek.Saturday ? "субота"
        : day.DayOfWeek == DayOfWeek.Sunday ? "неділя"
        : why;

    /// <summary>The day itself where it is worked, else the nearest working day before it.</summary>
    public DateOnly OnOrBefore(DateOnly day)
    {
        while (!IsWorking(day)) day = day.AddDays(-1);
        return day;
    }

    /// <summary>The day itself where it is worked, else the nearest working day after it.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorking(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>The n-th working day after (before, where n is negative) a day, which itself is not counted.</summary>
    public DateOnly Add(DateOnly day, int workingDays)
    {
        for (var step = Math.Sign(workingDays); workingDays != 0;)
        {
            day = day.AddDays(step);
            if (IsWorking(day)) workingDays -= step;
        }
        return day;
    }

    /// <summary>Working days after <paramref name="from"/> up to and with <paramref name="to"/>; negative when to is earlier.</summary>
    public int Between(DateOnly from, DateOnly to)
    {
        if (to < from) return -Between(to, from);
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
            if (IsWorking(day)) count++;
        return count;
    }

    static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    static DateOnly? Day(JsonElement of, string name) =>
        of.GetProperty(name).GetString() is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null;
}
