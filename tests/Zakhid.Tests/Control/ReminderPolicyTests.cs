using Zakhid.Calendar;
using Zakhid.Control;

namespace Zakhid.Tests.Control;

public sealed class ReminderPolicyTests
{
    static readonly WorkingCalendar Calendar = WorkingCalendar.Ukraine;

    static string Steps(ReminderPolicy policy, DateOnly due, DateOnly from, DateOnly to)
    {
        var said = new List<string>();
        for (var day = from; day <= to; day = day.AddDays(1))
            if (policy.StepOn(due, day, Calendar) is { } step) said.Add($"{day.Day}:{step}");
        return string.Join(' ', said);
    }

    [Fact]
    public void Days_off_are_quiet_and_each_step_holds_until_the_next() => Assert.Equal(
        // 17 September 2020 is a Thursday: 12, 13, 19, 20 are days off.
        "10:-5 11:-5 14:-5 15:-5 16:-1 17:0 18:1 21:1 22:3 23:3 24:5 25:5 28:5 29:5", Steps(ReminderPolicy.Default, new(2020, 9, 17), new(2020, 9, 1), new(2020, 10, 9)));

    [Fact]
    public void What_announces_a_day_is_of_no_use_after_it() => Assert.Equal(
        "16:-1 17:-1", Steps(new() { Before = [1], OnTheDay = false, After = [] }, new(2020, 9, 17), new(2020, 9, 1), new(2020, 10, 9)));

    [Fact]
    public void A_due_day_that_is_a_day_off_is_told_on_the_working_day_before() => Assert.Equal(
        // Saturday 19 September 2020, of an authority whose policy moves no days.
        "18:0", Steps(new() { Before = [1], After = [] }, new(2020, 9, 19), new(2020, 9, 1), new(2020, 10, 9)));

    [Fact]
    public void Its_reach_covers_every_step()
    {
        var policy = new ReminderPolicy { Before = [7, 2], After = [4] };
        for (var today = new DateOnly(2020, 12, 20); today < new DateOnly(2021, 1, 20); today = today.AddDays(1))
        {
            var (from, to) = policy.Reach(today, Calendar);
            for (var due = today.AddDays(-60); due < today.AddDays(60); due = due.AddDays(1))
                if (policy.StepOn(due, today, Calendar) is not null) Assert.InRange(due, from, to);
        }
    }
}
