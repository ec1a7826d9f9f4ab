using Zakhid.Calendar;
using Zakhid.Obligations;

namespace Zakhid.Tests.Obligations;

/// <summary>What happens to obligations after the plan is under way: done, extended, removed, never confirmed, expanded.</summary>
public sealed class FollowingLifeTests
{
    static readonly DateOnly Act = new(2020, 1, 10);
    static readonly PlanPeriod Year = new(new(2020, 1, 1), new(2020, 12, 31));
    static readonly ReportingRule Rule = ReportingRule.Adopted(PeriodLength.Quarter, 25, MonthRule.LastMonthOfPeriod, "відділ", Act);
    static readonly MeasureWindow UntilJune = new(new(2020, 1, 10), new(2020, 6, 30), new HashSet<int>()) { HasDeadline = true };
    static readonly MeasureWindow Always = new(new(2020, 1, 10), new(2020, 12, 31), new HashSet<int>());

    [Fact]
    public void A_measure_confirmed_done_is_asked_about_no_more() =>
        Assert.Equal("2020-Q1", Periods(new(0, UntilJune, true) { DoneIn = ReportingPeriod.Parse("2020-Q1") }));

    [Fact]
    public void A_continuous_measure_is_asked_about_every_period_whatever_was_confirmed() =>
        Assert.Equal("2020-Q1 2020-Q2 2020-Q3 2020-Q4", Periods(new(0, Always, true) { DoneIn = ReportingPeriod.Parse("2020-Q1") }, new(2021, 6, 1)));

    [Fact]
    public void A_measure_not_confirmed_done_by_its_term_stays_owed_every_period_that_has_begun_even_after_the_plan()
    {
        Assert.Equal("2020-Q1 2020-Q2", Periods(new(0, UntilJune, true)));
        Assert.Equal("2020-Q1 2020-Q2", Periods(new(0, UntilJune, true), new(2020, 6, 30)));
        Assert.Equal("2020-Q1 2020-Q2 2020-Q3", Periods(new(0, UntilJune, true), new(2020, 7, 1)));
        Assert.Equal("2020-Q1 2020-Q2 2020-Q3 2020-Q4 2021-Q1", Periods(new(0, UntilJune, true), new(2021, 2, 1)));
        Assert.Equal("2020-Q1 2020-Q2 2020-Q3", Periods(new(0, UntilJune, true) { DoneIn = ReportingPeriod.Parse("2020-Q3") }, new(2021, 2, 1)));
    }

    [Fact]
    public void Of_a_plan_brought_late_only_periods_that_begin_under_control_are_asked_about_again() =>
        Assert.Equal("2020-Q1 2020-Q2 2020-Q4", Periods(new(0, UntilJune, true), new(2020, 12, 1), new(2020, 8, 15)));

    [Fact]
    public void Where_the_act_asks_for_summaries_only_the_last_day_of_the_plan_ends_them() =>
        Assert.Equal(4, ObligationCalendar.Derive(Act, Year, [Rule with { Kind = ObligationKind.Consolidation }], [], WorkingCalendar.Ukraine, DayOffPolicy.Preceding, new(2021, 6, 1)).Count);

    [Fact]
    public void An_extension_carries_the_obligations_with_it() =>
        Assert.Equal("2020-Q1 2020-Q2 2020-Q3 2020-Q4 2021-Q1", Periods(new(0, UntilJune, true) { ExtendedTo = new(2021, 1, 31) }));

    [Fact]
    public void What_falls_due_after_the_removal_from_control_is_not_owed() =>
        Assert.Equal("2020-Q1 2020-Q2", Periods(new(0, Always, true) { RemovedOn = new(2020, 7, 1) }));

    [Fact]
    public void Members_of_a_group_expand_open_and_future_periods_and_closed_ones_stay_with_the_group()
    {
        var group = new Owing(0, Always, true) { Members = [new(new(2020, 1, 1), null, new(2020, 7, 1)), new(new(2020, 1, 1), new(2020, 9, 30), new(2020, 7, 1))] };

        Assert.Equal("2020-Q1 2020-Q2 2020-Q3/0 2020-Q3/1 2020-Q4/0",
            string.Join(' ', Derive(group, null).Select(o => o.Period.Code + (o.Member is { } member ? $"/{member}" : ""))));
    }

    [Fact]
    public void A_report_sent_inside_the_period_leaves_its_tail_to_the_next_and_one_sent_after_covers_it_all()
    {
        Assert.Equal([new(2020, 1, 10), new(2020, 3, 26), new(2020, 6, 26), new(2020, 9, 26)], Derive(new(0, Always, true), null).Select(o => o.CoversFrom));
        Assert.Equal([new(2020, 1, 10), new(2020, 4, 1), new(2020, 7, 1), new(2020, 10, 1)],
            Derive(new(0, Always, true), null, Rule with { MonthRule = MonthRule.NextMonth, Day = 10 }).Select(o => o.CoversFrom));
    }

    [Fact]
    public void Executors_with_days_of_their_own_owe_by_them_only()
    {
        var raions = Rule with { Who = "райдержадміністраціям", Day = 20 };
        var all = Rule with { Who = "виконавцям", Day = 25 };
        var owed = ObligationCalendar.Derive(Act, Year, [raions, all],
            [new(0, Always, true) { Name = "Райдержадміністрації" }, new(1, Always, true) { Name = "Департамент культури облдержадміністрації" }],
            WorkingCalendar.Ukraine, DayOffPolicy.None);

        Assert.Equal([(0, 20), (0, 20), (0, 20), (0, 20), (1, 25), (1, 25), (1, 25), (1, 25)], owed.Select(o => (o.Assignment!.Value, o.Due.Nominal.Day)));
    }

    [Fact]
    public void A_rule_is_offered_ten_days_before_the_higher_acts_own_day()
    {
        var higher = new ReportingRule { Kind = ObligationKind.Report, Day = 25, MonthRule = MonthRule.LastMonthOfPeriod, Ground = "розпорядження КМУ № 776-р" };

        Assert.Equal((25, MonthRule.LastMonthOfPeriod), Offer(null));
        Assert.Equal((15, MonthRule.LastMonthOfPeriod), Offer(higher));
        Assert.Equal((25, MonthRule.LastMonthOfPeriod), Offer(higher with { Day = 5, MonthRule = MonthRule.NextMonth }));
        Assert.Equal((5, MonthRule.NextMonth), Offer(higher with { Day = 15, MonthRule = MonthRule.NextMonth }));
        // «щомісяця до 5 числа» lies after the month, «щомісяця до 25 числа» in it.
        Assert.Equal((25, MonthRule.LastMonthOfPeriod), Offer(higher with { Day = 5, MonthRule = MonthRule.SameMonth }));
        Assert.Equal((15, MonthRule.LastMonthOfPeriod), Offer(higher with { Day = 25, MonthRule = MonthRule.SameMonth }));
        Assert.Equal((1, MonthRule.LastMonthOfPeriod), Offer(higher with { Day = 8 }));
        // «щороку до 1 лютого», «щопівроку до 5 липня та 5 січня», «до 20 січня 2026 року», «щороку до 15 березня».
        Assert.Equal((22, MonthRule.NextMonth), Offer(higher with { Periodicity = PeriodLength.Year, Day = 1, MonthRule = MonthRule.Fixed, Months = [2] }));
        Assert.Equal((25, MonthRule.LastMonthOfPeriod), Offer(higher with { Periodicity = PeriodLength.HalfYear, Day = 5, MonthRule = MonthRule.Fixed, Months = [7, 1] }));
        Assert.Equal((10, MonthRule.NextMonth), Offer(higher with { Once = true, Periodicity = PeriodLength.Year, Day = 20, MonthRule = MonthRule.Fixed, Months = [1], Year = 2026 }));
        Assert.Equal((25, MonthRule.NextMonth), Offer(higher with { Periodicity = PeriodLength.Year, Day = 15, MonthRule = MonthRule.Fixed, Months = [3] }));
    }

    static (int, MonthRule) Offer(ReportingRule? higher) => ReportingRule.Offered(higher) is var rule ? (rule.Day, rule.MonthRule) : default;

    static IReadOnlyList<Obligation> Derive(Owing owing, DateOnly? asOf, ReportingRule? rule = null, DateOnly? underControl = null) =>
        ObligationCalendar.Derive(Act, Year, [rule ?? Rule], [owing], WorkingCalendar.Ukraine, DayOffPolicy.Preceding, asOf, underControl);

    static string Periods(Owing owing, DateOnly? asOf = null, DateOnly? underControl = null) => string.Join(' ', Derive(owing, asOf, underControl: underControl).Select(o => o.Period.Code));
}
