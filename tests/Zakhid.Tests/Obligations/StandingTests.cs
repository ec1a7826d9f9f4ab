using Zakhid.Calendar;
using Zakhid.Obligations;
using Zakhid.Reporting;

namespace Zakhid.Tests.Obligations;

/// <summary>Hlukhiv on 16 September 2020, as the screens of the design show it.</summary>
public sealed class StandingTests
{
    static readonly DateOnly Eve = new(2020, 9, 16);

    // Body, measure (counted from one) → state in the third quarter.
    static readonly Dictionary<(string, int), ReportState> Mock = new()
    {
        [("ГУНП", 5)] = ReportState.Returned,
        [("соціального захисту", 5)] = ReportState.Expected,
        [("молоді та спорту", 9)] = ReportState.Expected,
        [("житлово", 4)] = ReportState.Accepted,
        [("житлово", 8)] = ReportState.Expected,
        [("правової", 1)] = ReportState.Accepted,
        [("правової", 2)] = ReportState.Accepted,
        [("правової", 4)] = ReportState.Accepted,
        [("правової", 5)] = ReportState.Draft,
        [("правової", 11)] = ReportState.Accepted,
        [("культури", 1)] = ReportState.Accepted,
        [("культури", 9)] = ReportState.Submitted,
        [("культури", 10)] = ReportState.Submitted,
        [("соціально-економічного", 6)] = ReportState.Submitted,
        [("соціально-економічного", 7)] = ReportState.Submitted,
        [("соціально-економічного", 8)] = ReportState.Accepted,
        [("освіти", 9)] = ReportState.Accepted,
        [("освіти", 10)] = ReportState.Accepted,
        [("лікарня", 3)] = ReportState.Accepted,
    };

    [Fact]
    public void The_finding_says_when_it_is_due_how_much_is_in_and_whom_one_waits_for()
    {
        var standing = On(Eve);

        Assert.Equal("Завтра строк: подано 14 із 19 звітів. Чекаємо п’ять — від п’яти органів; один із них на доопрацюванні.", Finding.Ukrainian(standing));
        Assert.Equal("Due tomorrow: 14 of 19 reports are in. Five are awaited from five bodies; one of them was returned.", Finding.English(standing));
    }

    [Fact]
    public void The_figures_are_those_of_the_period()
    {
        var third = On(Eve).For(ReportingPeriod.Parse("2020-Q3"));

        Assert.Equal((19, 14, 10, 4, 1, 1), (third.Owed, third.In, third.Accepted, third.UnderReview, third.Returned, third.Drafts));
        Assert.Equal((9, 4, 5, 5, 0), (third.Bodies, third.BodiesDone, third.BodiesWaitedFor, third.DueSoon, third.Overdue));
    }

    [Fact]
    public void Reports_told_together_make_the_same_figures_and_the_same_sentence()
    {
        var one = On(Eve);
        var together = one.Counted.GroupBy(r => (r.Body, r.Period, r.State, r.Due)).Select(g => g.First() with { Count = g.Count(), Measure = "" });
        var standing = Standing.Of(together, Eve, GoldPlan.Calendar);

        Assert.Equal((one.Owed, one.In, one.Accepted, one.Returned, one.Drafts, one.DueSoon, one.Bodies), (standing.Owed, standing.In, standing.Accepted, standing.Returned, standing.Drafts, standing.DueSoon, standing.Bodies));
        Assert.Equal(Finding.Ukrainian(one), Finding.Ukrainian(standing));
        Assert.True(standing.Counted.Count < one.Counted.Count);
    }

    [Theory]
    [InlineData("2020-08-10", "Строк за III квартал — 17 вересня: подано 14 із 19 звітів. Чекаємо п’ять — від п’яти органів; один із них на доопрацюванні.")]
    [InlineData("2020-09-17", "Сьогодні строк: подано 14 із 19 звітів. Чекаємо п’ять — від п’яти органів; один із них на доопрацюванні.")]
    [InlineData("2020-09-18", "Строк минув 17 вересня: подано 14 із 19 звітів. Прострочено чотири — у чотирьох органів; ще один на доопрацюванні.")]
    [InlineData("2020-09-22", "Строк минув 17 вересня: подано 14 із 19 звітів. Прострочено п’ять — у п’яти органів.")]
    public void The_finding_follows_the_day(string day, string expected) => Assert.Equal(expected, Finding.Ukrainian(On(DateOnly.Parse(day))));

    [Fact]
    public void One_report_is_waited_for_by_name()
    {
        var standing = On(new(2020, 9, 17), (key, state) => key.Item1 == "ГУНП" ? ReportState.Expected : ReportState.Submitted);

        Assert.Equal("Сьогодні строк: подано 18 із 19 звітів. Чекаємо один: ГУНП в місті Глухові, захід 5.", Finding.Ukrainian(standing));
        Assert.Equal("Due today: 18 of 19 reports are in. One is awaited from one body.", Finding.English(standing));
    }

    [Fact]
    public void When_all_is_in_the_next_day_is_named()
    {
        var standing = On(new(2020, 9, 20), (_, _) => ReportState.Accepted);

        Assert.Equal("За III квартал 2020 року подано всі 19 звітів, усі прийнято. Наступний строк — 17 грудня, 19 звітів.", Finding.Ukrainian(standing));
        Assert.Equal("All 19 reports are in, 19 accepted. Next due on 17 December 2020: 19 reports.", Finding.English(standing));
    }

    [Fact]
    public void Nothing_sent_is_said_plainly()
    {
        var standing = On(new(2020, 9, 1), (_, _) => ReportState.Expected);

        Assert.Equal("Строк за III квартал — 17 вересня: із 19 звітів не подано жодного. Чекаємо 19 — від дев’яти органів.", Finding.Ukrainian(standing));
    }

    [Fact]
    public void Bodies_by_consent_stand_apart_from_every_denominator()
    {
        var standing = Standing.Of(Zhytomyr(new(2020, 9, 28)), new(2020, 9, 28), GoldPlan.Calendar);

        Assert.Equal(24, standing.Owed);
        Assert.Equal(29, standing.OwedApart);
        Assert.Equal("Строк минув 25 вересня: із 8 звітів не подано жодного. Прострочено вісім — у чотирьох органів. Окремо, за згодою, — 12 звітів.", Finding.Ukrainian(standing));
        Assert.All(standing.Apart, report => Assert.Equal(ScheduleState.OnTime, report.Schedule(new(2021, 1, 1), GoldPlan.Calendar)));
    }

    [Fact]
    public void A_plan_that_owes_nothing_says_so() => Assert.Equal("Звітів поки не належить.", Finding.Ukrainian(Standing.Of([], Eve, GoldPlan.Calendar)));

    [Fact]
    public void A_ladder_names_the_slack_and_asks_for_the_day_it_does_not_know()
    {
        var period = ReportingPeriod.Parse("2020-Q3");
        var ministry = new ReportingRule { Kind = ObligationKind.Report, Day = 25, MonthRule = MonthRule.LastMonthOfPeriod, Ground = "розпорядження КМУ № 776-р" };
        var rungs = Ladder.Of(period, ReportingRule.Of(GoldPlan.Hlukhiv.Act),
            [
                new("Міська рада", "облдержадміністрації", null, "розпорядження № 325-ОД"),
                new("Облдержадміністрація", "МКІП", ministry, ministry.Ground),
                new("МКІП", "Кабінету Міністрів", ministry with { Day = 10, MonthRule = MonthRule.NextMonth }, ministry.Ground),
            ], GoldPlan.Calendar, DayOffPolicy.Preceding);

        Assert.Equal(["17 вересня", "18 вересня", "День невідомий", "25 вересня", "9 жовтня"], rungs.Select(r => r.DayText));
        Assert.Equal([null, "1 робочий день", null, null, "10 робочих днів"], rungs.Select(r => r.SlackText));
        Assert.Equal("На узагальнення — один робочий день.", Ladder.Finding(rungs));
        Assert.Equal("9 жовтня: розпорядження КМУ № 776-р називає 10-те; то субота, політика переносить назад", rungs[4].Due!.Explain(rungs[4].Ground, GoldPlan.Calendar));
    }

    static Standing On(DateOnly day, Func<(string, int), ReportState, ReportState>? change = null)
    {
        var plan = GoldPlan.Hlukhiv;
        var reports = plan.Obligations().Where(o => o.Kind == ObligationKind.Report).Select(o =>
        {
            var assignment = plan.Assignments[o.Assignment!.Value];
            var key = Mock.Keys.Single(k => k.Item2 == assignment.Measure + 1 && assignment.Body.Name.Contains(k.Item1, StringComparison.Ordinal));
            var state = o.Period.Number == 3 ? change?.Invoke(key, Mock[key]) ?? Mock[key] : ReportState.Expected;
            return new OwedReport
            {
                Body = assignment.Body.Key,
                BodyName = assignment.Body.Name,
                Measure = $"{assignment.Measure + 1}",
                Period = o.Period,
                Due = o.Due.Adjusted,
                State = state,
                FirstSubmitted = state is ReportState.Submitted or ReportState.Accepted or ReportState.Returned ? new(2020, 9, 11) : null,
                ReturnedDue = state == ReportState.Returned ? new(2020, 9, 21) : null,
            };
        });
        return Standing.Of(reports, day, GoldPlan.Calendar);
    }

    static IEnumerable<OwedReport> Zhytomyr(DateOnly day) => GoldPlan.Zhytomyr.Obligations().Where(o => o.Kind == ObligationKind.Report).Select(o =>
    {
        var assignment = GoldPlan.Zhytomyr.Assignments[o.Assignment!.Value];
        return new OwedReport
        {
            Body = assignment.Body.Key,
            BodyName = assignment.Body.Name,
            Measure = $"{assignment.Measure + 1}",
            Period = o.Period,
            Due = o.Due.Adjusted,
            Consent = assignment.ByConsent ? ConsentState.Asked : null,
        };
    });
}
