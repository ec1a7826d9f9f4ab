using System.Collections.Frozen;
using System.Globalization;
using Zakhid.Text;

namespace Zakhid.Calendar;

/// <summary>
/// Which days are worked. Saturdays, Sundays and holidays are off; before the suspension a holiday on a weekend moves the
/// day off to the next day after it (Labour Code, art. 67). From 24.03.2022, while martial law lasts, holidays are
/// working days and nothing moves (Law 2136-IX, art. 6 part 6). Transfers of working days are recommendations: an
/// authority may switch them off. Immutable; answers are looked up, not computed.
/// </summary>
public sealed class WorkingCalendar
{
    readonly FrozenDictionary<DateOnly, Holiday> _holidays;
    readonly FrozenDictionary<DateOnly, Holiday> _shifted;
    readonly FrozenDictionary<DateOnly, WorkingDayTransfer> _offByTransfer;
    readonly FrozenDictionary<DateOnly, WorkingDayTransfer> _workedByTransfer;
    readonly FrozenSet<int> _years;
    readonly IReadOnlyList<Holiday> _all;
    readonly IReadOnlyList<WorkingDayTransfer> _transfers;

    public DateOnly? SuspensionFrom { get; }
    /// <summary>The last day of the suspension; null while it lasts.</summary>
    public DateOnly? SuspensionTo { get; }
    public bool TransfersApply { get; }

    public WorkingCalendar(IReadOnlyList<Holiday> holidays, IReadOnlyList<WorkingDayTransfer> transfers,
        DateOnly? suspensionFrom, DateOnly? suspensionTo, IEnumerable<int> years, bool transfersApply = true)
    {
        (SuspensionFrom, SuspensionTo, TransfersApply, _all, _transfers) = (suspensionFrom, suspensionTo, transfersApply, holidays, transfers);
        _years = years.ToFrozenSet();
        _holidays = holidays.ToFrozenDictionary(holiday => holiday.Date);
        _shifted = Shifts(holidays).ToFrozenDictionary();
        var inForce = transfersApply ? transfers.Where(transfer => !IsSuspended(transfer.DayOff)).ToList() : [];
        _offByTransfer = inForce.ToFrozenDictionary(transfer => transfer.DayOff);
        _workedByTransfer = inForce.Where(transfer => !IsSuspended(transfer.WorkedSaturday)).ToFrozenDictionary(transfer => transfer.WorkedSaturday);
    }

    /// <summary>The calendar of Ukraine that the program carries (2019–2026).</summary>
    public static WorkingCalendar Ukraine { get; } = Carried();

    /// <summary>The same for an authority that does not take transfers over.</summary>
    public static WorkingCalendar WithoutTransfers { get; } = Ukraine.WithTransfers(false);

    /// <summary>The calendar in a file of the same form as <c>holidays.json</c>.</summary>
    public static WorkingCalendar Read(Stream json)
    {
        var file = HolidayFile.Read(json);
        return new(
            [.. file.Years.Values.SelectMany(year => year.Holidays).Select(day => new Holiday(day.Date, day.Name)).OrderBy(day => day.Date)],
            [.. file.Years.Values.SelectMany(year => year.Swaps).Select(swap => new WorkingDayTransfer(swap.DayOff, swap.WorkedSaturday))],
            file.SuspensionFrom, file.SuspensionTo, file.Years.Keys.Select(year => int.Parse(year, CultureInfo.InvariantCulture)));
    }

    /// <summary>The same calendar for an authority that follows, or does not follow, transfers of working days.</summary>
    public WorkingCalendar WithTransfers(bool apply) =>
        apply == TransfersApply ? this : new(_all, _transfers, SuspensionFrom, SuspensionTo, _years, apply);

    /// <summary>False: the calendar holds no holidays of that year, so only weekends are known to be off.</summary>
    public bool Covers(int year) => _years.Contains(year) || (SuspensionFrom?.Year < year && SuspensionTo is null);

    public bool IsSuspended(DateOnly day) => SuspensionFrom <= day && (SuspensionTo is null || day <= SuspensionTo);

    public bool IsWorking(DateOnly day) => IsWeekend(day)
        ? _workedByTransfer.ContainsKey(day)
        : IsSuspended(day) || !(_holidays.ContainsKey(day) || _shifted.ContainsKey(day) || _offByTransfer.ContainsKey(day));

    /// <summary>The day itself where it is worked, else the nearest worked day before it.</summary>
    public DateOnly OnOrBefore(DateOnly day)
    {
        while (!IsWorking(day)) day = day.AddDays(-1);
        return day;
    }

    /// <summary>The day itself where it is worked, else the nearest worked day after it.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorking(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>The <paramref name="count"/>th working day after (before, when negative) a day that is not counted itself; 0 gives the day.</summary>
    public DateOnly Add(DateOnly day, int count)
    {
        var step = Math.Sign(count);
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.AddDays(step);
            if (IsWorking(day)) left--;
        }
        return day;
    }

    /// <summary>
    /// How many working days a person has from <paramref name="from"/> (not counted) to <paramref name="to"/> (counted):
    /// from Thursday to Friday one. Negative where <paramref name="to"/> is earlier.
    /// </summary>
    public int Between(DateOnly from, DateOnly to)
    {
        if (to < from) return -Between(to, from);
        var count = 0;
        for (var day = from; day < to;)
        {
            day = day.AddDays(1);
            if (IsWorking(day)) count++;
        }
        return count;
    }

    /// <summary>Why a day is worked or not, in words without the day itself: «святковий день (Різдво Христове)», «субота».</summary>
    public string Why(DateOnly day)
    {
        if (_workedByTransfer.TryGetValue(day, out var worked))
            return $"робоча {UkrainianDate.Weekday(day)}: на неї перенесено робочий день {UkrainianDate.Beside(worked.DayOff, day)}";
        if (_holidays.TryGetValue(day, out var holiday))
        {
            var name = $"святковий день ({Name(holiday)})";
            if (!IsSuspended(day)) return name;
            return IsWeekend(day)
                ? $"{UkrainianDate.Weekday(day)}, {name}"
                : $"{name}, але робочий: з {UkrainianDate.Full(SuspensionFrom!.Value)} святкові дні робочі";
        }
        if (IsWeekend(day)) return UkrainianDate.Weekday(day);
        if (!IsSuspended(day))
        {
            if (_shifted.TryGetValue(day, out var moved))
                return $"вихідний за святковий день {UkrainianDate.DayMonth(moved.Date)}, що припав на {UkrainianDate.WeekdayAccusative(moved.Date)}";
            if (_offByTransfer.TryGetValue(day, out var off))
                return $"вихідний: робочий день перенесено на {UkrainianDate.WeekdayAccusative(off.WorkedSaturday)} {UkrainianDate.Beside(off.WorkedSaturday, day)}";
        }
        return $"робочий день, {UkrainianDate.Weekday(day)}" + (Covers(day.Year) ? "" : $"; свят {day.Year} року календар не знає");
    }

    /// <summary>Why a day is off, in two or three words for «то …»: «святковий день», «неділя»; null for a working day.</summary>
    public string? WhyOff(DateOnly day)
    {
        if (IsWorking(day)) return null;
        if (_holidays.ContainsKey(day) && !IsSuspended(day)) return "святковий день";
        if (IsWeekend(day)) return UkrainianDate.Weekday(day);
        return _shifted.TryGetValue(day, out var moved) ? $"вихідний за {UkrainianDate.DayMonth(moved.Date)}"
            : $"вихідний, перенесений на {UkrainianDate.Beside(_offByTransfer[day].WorkedSaturday, day)}";
    }

    /// <summary>The name without the date that the file adds to tell namesakes apart: «Різдво Христове (25 грудня)».</summary>
    static string Name(Holiday holiday)
    {
        var bracket = holiday.Name.IndexOf(" (", StringComparison.Ordinal);
        return bracket < 0 || !holiday.Name.AsSpan(bracket).ContainsAnyInRange('0', '9') ? holiday.Name : holiday.Name[..bracket];
    }

    IEnumerable<KeyValuePair<DateOnly, Holiday>> Shifts(IReadOnlyList<Holiday> holidays)
    {
        var taken = holidays.Select(holiday => holiday.Date).ToHashSet();
        foreach (var holiday in holidays.Where(holiday => IsWeekend(holiday.Date)).OrderBy(holiday => holiday.Date))
        {
            var day = holiday.Date.AddDays(1);
            while (IsWeekend(day) || taken.Contains(day)) day = day.AddDays(1);
            if (IsSuspended(holiday.Date) || IsSuspended(day)) continue;
            taken.Add(day);
            yield return new(day, holiday);
        }
    }

    static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    static WorkingCalendar Carried()
    {
        using var json = typeof(WorkingCalendar).Assembly.GetManifestResourceStream("holidays.json")
            ?? throw new InvalidOperationException("The assembly has lost its calendar");
        return Read(json);
    }
}
