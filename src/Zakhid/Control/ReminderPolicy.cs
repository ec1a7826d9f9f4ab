using Zakhid.Calendar;

namespace Zakhid.Control;

/// <summary>
/// On which days an authority reminds by mail: so many working days before the due day, on it, so many after. A day off is
/// quiet. Each step is one letter; where the program did not run on its day, the letter goes on the next working day, unless
/// the following step has come by then.
/// </summary>
public sealed record ReminderPolicy
{
    /// <summary>How many working days a step that was missed can be made up for after the last one.</summary>
    const int Grace = 3;
    const int Furthest = 60;

    public static ReminderPolicy Default { get; } = new();

    public bool IsOn { get; init; } = true;
    /// <summary>Working days before the due day.</summary>
    public IReadOnlyList<int> Before { get; init; } = [5, 1];
    public bool OnTheDay { get; init; } = true;
    /// <summary>Working days after the due day.</summary>
    public IReadOnlyList<int> After { get; init; } = [1, 3, 5];
    /// <summary>No letter leaves before this hour of Kyiv.</summary>
    public int FromHour { get; init; } = 8;

    /// <summary>The same with each list in order and without repetitions.</summary>
    /// <exception cref="RuleBroken">«reminders.days»: a number outside 1…60, or more than ten of them; «reminders.hour».</exception>
    public ReminderPolicy Checked()
    {
        if (Before.Concat(After).Any(days => days is < 1 or > Furthest) || Before.Count > 10 || After.Count > 10) throw new RuleBroken("reminders.days", Furthest);
        if (FromHour is < 0 or > 23) throw new RuleBroken("reminders.hour");
        return this with { Before = [.. Before.Distinct().OrderDescending()], After = [.. After.Distinct().Order()] };
    }

    /// <summary>The step that an obligation stands at: −5 five working days before, 0 on the day, 3 after; null: nothing goes.</summary>
    public int? StepOn(DateOnly due, DateOnly today, WorkingCalendar calendar)
    {
        if (!calendar.IsWorking(today)) return null;
        foreach (var step in Steps.OrderDescending())
        {
            if (DayOf(step, due, calendar) is var day && day > today) continue;
            // What announces a day is of no use after it.
            return (step <= 0 ? today <= due : calendar.Between(day, today) <= Grace) ? step : null;
        }
        return null;
    }

    /// <summary>The first and the last day of a due day that any step can speak of today.</summary>
    public (DateOnly From, DateOnly To) Reach(DateOnly today, WorkingCalendar calendar) =>
        (calendar.Add(today, -(After.DefaultIfEmpty(0).Max() + Grace + 1)), calendar.Add(today, Before.DefaultIfEmpty(0).Max() + 1));

    /// <summary>The days on which letters about a due day go, in order.</summary>
    public IReadOnlyList<DateOnly> DaysOf(DateOnly due, WorkingCalendar calendar) => [.. Steps.Select(step => DayOf(step, due, calendar)).Distinct().Order()];

    IEnumerable<int> Steps => [.. Before.Select(days => -days), .. OnTheDay ? [0] : Array.Empty<int>(), .. After];

    // A due day that no policy moved may be a day off: its own step is then on the working day before.
    static DateOnly DayOf(int step, DateOnly due, WorkingCalendar calendar) => step == 0 ? calendar.OnOrBefore(due) : calendar.Add(due, step);
}
