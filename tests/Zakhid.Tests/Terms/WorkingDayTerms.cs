using Zakhid.Terms;

namespace Zakhid.Tests.Terms;

/// <summary>Terms in working days follow the calendar: holidays and their shifts, transfers, and none of them in wartime.</summary>
public sealed class WorkingDayTerms
{
    [Theory]
    [InlineData("протягом трьох робочих днів", "2021-02-15", "2021-02-18")]
    [InlineData("протягом трьох робочих днів", "2021-04-29", "2021-05-06")] // 1 and 2 May fell on a weekend: 3 and 4 May were off
    [InlineData("протягом двох робочих днів", "2020-12-23", "2020-12-28")] // 25 December is a holiday
    [InlineData("протягом трьох робочих днів", "2021-08-20", "2021-08-27")] // 23 August transferred to Saturday the 28th, 24 August is a holiday
    [InlineData("протягом 5 робочих днів", "2021-08-20", "2021-08-30")] // Saturday the 28th was worked
    [InlineData("протягом трьох робочих днів", "2024-12-24", "2024-12-27")] // in wartime 25 December is worked
    [InlineData("не пізніше ніж за 3 робочі дні до 27 грудня 2019 року", "2019-11-01", "2019-12-23")]
    public void Working_days_are_those_of_the_calendar(string phrase, string act, string due) =>
        Assert.Equal(DateOnly.Parse(due), TermLanguage.Read(phrase, TermClause.ActTask, new(ActDate: DateOnly.Parse(act))).Relative!.Resolved);

    [Theory]
    [InlineData("до першого робочого дня січня 2021 року", "2021-01-04")]
    [InlineData("до останнього робочого дня грудня 2019 року", "2019-12-28")] // 30 and 31 December were transferred to Saturdays
    [InlineData("до першого робочого дня травня 2021 року", "2021-05-05")]
    public void A_numbered_working_day_of_a_month_skips_holidays(string phrase, string due) =>
        Assert.Equal(DateOnly.Parse(due), TermLanguage.Read(phrase, TermClause.ActTask, new(ActDate: new(2019, 11, 1))).End);
}
