using Zakhid.Calendar;
using Zakhid.Obligations;
using Zakhid.Reporting;

namespace Zakhid.Tests.Reporting;

public sealed class ReportHistoryTests
{
    const long Executor = 1;
    const long Coordinator = 2;
    static readonly WorkingCalendar Calendar = WorkingCalendar.Ukraine;
    static readonly DateOnly Due = new(2020, 9, 17);
    static readonly Dictionary<string, string> Reasons = new() { ["figures"] = "Додайте кількість контактів аудиторії" };

    static readonly ReportHistory New = ReportHistory.New(ReportingPeriod.Parse("2020-Q3"), new(Due, Due, DayOffPolicy.Preceding));
    static readonly ReportHistory Submitted = New.With(New.Submit(On(15), "2020-0417", ExecutionState.InProgress));

    [Fact]
    public void A_report_goes_from_submission_to_return_and_again_to_acceptance()
    {
        var report = New.With(New.Submit(On(15), "2020-0417", ExecutionState.InProgress));
        Assert.Equal(ReportState.Submitted, report.State);
        Assert.Equal(ExecutionState.InProgress, report.Declared);
        Assert.Null(report.Confirmed);

        report = report.With(report.SendBack(On(16, Coordinator), Reasons, new(2020, 9, 21)));
        Assert.Equal(ReportState.Returned, report.State);
        Assert.Equal(new(2020, 9, 21), report.DueNow);

        report = report.With(report.Submit(On(21), "2020-0430", ExecutionState.Done));
        report = report.With(report.Accept(On(22, Coordinator), ExecutionState.PartlyDone));
        Assert.Equal(ReportState.Accepted, report.State);
        Assert.Equal(ExecutionState.Done, report.Declared);
        Assert.Equal(ExecutionState.PartlyDone, report.Confirmed);
        Assert.Equal(ScheduleState.OnTime, report.Schedule(new(2020, 12, 1), Calendar));
    }

    [Fact]
    public void A_submission_is_in_time_until_the_end_of_the_due_day()
    {
        Assert.Equal(ScheduleState.OnTime, New.With(New.Submit(On(17), "2020-1", ExecutionState.Done)).Schedule(new(2020, 9, 18), Calendar));
        Assert.Equal(ScheduleState.SubmittedLate, New.With(New.Submit(On(18), "2020-1", ExecutionState.Done)).Schedule(new(2020, 9, 18), Calendar));
    }

    [Fact]
    public void A_second_submission_does_not_cure_or_cause_lateness()
    {
        var back = Submitted.With(Submitted.SendBack(On(16, Coordinator), Reasons, new(2020, 9, 21)));
        var again = back.With(back.Submit(On(25), "2020-2", ExecutionState.Done));

        Assert.Equal(ScheduleState.Overdue, back.Schedule(new(2020, 9, 22), Calendar));
        Assert.Equal(ScheduleState.OnTime, again.Schedule(new(2020, 9, 25), Calendar));
    }

    [Theory]
    [InlineData(10, ScheduleState.OnTime)]
    [InlineData(11, ScheduleState.DueSoon)]
    [InlineData(13, ScheduleState.DueSoon)]
    [InlineData(17, ScheduleState.DueSoon)]
    [InlineData(18, ScheduleState.Overdue)]
    public void The_last_five_working_days_are_due_soon(int day, ScheduleState expected)
    {
        Assert.Equal(expected, New.Schedule(new(2020, 9, day), Calendar));
        Assert.Equal(new(2020, 9, 11), Timeliness.DueSoonFrom(Due, Calendar));
    }

    [Theory]
    [InlineData(ConsentState.Asked)]
    [InlineData(ConsentState.Silent)]
    public void A_body_that_has_not_agreed_is_never_overdue(ConsentState consent) =>
        Assert.Equal(ScheduleState.OnTime, New.Schedule(new(2020, 9, 30), Calendar, consent));

    [Fact]
    public void A_body_that_agreed_owes_like_any_other() => Assert.Equal(ScheduleState.Overdue, New.Schedule(new(2020, 9, 30), Calendar, ConsentState.Agreed));

    [Fact]
    public void A_return_is_proposed_for_the_later_of_the_due_day_and_three_working_days_on()
    {
        Assert.Equal(Due, Timeliness.ReturnDue(Due, new(2020, 9, 8), Calendar));
        Assert.Equal(new(2020, 9, 21), Timeliness.ReturnDue(Due, new(2020, 9, 16), Calendar));
    }

    [Fact]
    public void A_return_never_falls_before_the_adjusted_due_date()
    {
        Broken("return.too-early", () => Submitted.SendBack(On(15, Coordinator), Reasons, new(2020, 9, 16)));
        Broken("return.empty", () => Submitted.SendBack(On(15, Coordinator), new Dictionary<string, string> { ["text"] = " " }, Due));
    }

    [Fact]
    public void What_was_submitted_is_not_submitted_again()
    {
        Broken("report.already-submitted", () => Submitted.Submit(On(16), "2020-2", ExecutionState.Done));
        Broken("report.not-submitted", () => New.Accept(On(16, Coordinator), ExecutionState.Done));
        Broken("report.not-submitted", () => New.SendBack(On(16, Coordinator), Reasons, Due));
    }

    [Fact]
    public void A_report_on_a_period_that_has_not_begun_is_too_early()
    {
        var next = ReportHistory.New(ReportingPeriod.Parse("2020-Q4"), new(new(2020, 12, 17), new(2020, 12, 17), DayOffPolicy.Preceding));

        Assert.Equal(new DateOnly(2020, 10, 1), Broken("report.too-early", () => next.Submit(On(16), "2020-1", ExecutionState.InProgress)).Arguments[0]);
    }

    [Fact]
    public void Accepted_by_its_author_it_is_accepted_without_another_person_but_paper_has_its_signer()
    {
        var own = New.With(New.Submit(On(15, Coordinator), "2020-1", ExecutionState.Done));
        var paper = New.With(New.Submit(On(15, Coordinator), "2020-1", ExecutionState.Done, "лист від 15.09.2020 № 12"));

        Assert.True(own.Accept(On(16, Coordinator), ExecutionState.Done).Alone);
        Assert.False(paper.Accept(On(16, Coordinator), ExecutionState.Done).Alone);
        Assert.False(Submitted.Accept(On(16, Coordinator), ExecutionState.Done).Alone);
    }

    [Fact]
    public void A_view_of_an_earlier_day_knows_nothing_of_later_facts()
    {
        var accepted = Submitted.With(Submitted.Accept(On(20, Coordinator), ExecutionState.Done));

        Assert.Equal(ReportState.Expected, accepted.AsOf(new(2020, 9, 14)).State);
        Assert.Equal(ReportState.Submitted, accepted.AsOf(new(2020, 9, 19)).State);
        Assert.Equal(ReportState.Accepted, accepted.AsOf(new(2020, 9, 20)).State);
    }

    [Fact]
    public void No_fact_is_written_before_the_last_one() => Broken("day.moved-back", () => Submitted.Accept(On(14, Coordinator), ExecutionState.Done));

    [Fact]
    public void What_lapsed_is_not_asked_for_and_what_was_handed_in_does_not_lapse()
    {
        var lapsed = New.With(New.End(On(14, Coordinator), "виконання підтверджено"));

        Broken("report.lapsed", () => lapsed.Submit(On(15), "2020-1", ExecutionState.Done));
        Broken("report.already-submitted", () => Submitted.End(On(16, Coordinator), "виконання підтверджено"));
    }

    [Theory]
    [InlineData("Done", "Done")]
    [InlineData("Done,InProgress", "InProgress")]
    [InlineData("Done,", "InProgress")]
    [InlineData("Done,Obsolete", "Done")]
    [InlineData("Done,NotDone", "PartlyDone")]
    [InlineData("NotYetDue,NotDone", "NotDone")]
    [InlineData("NotYetDue,NotYetDue", "NotYetDue")]
    [InlineData("Obsolete", "Obsolete")]
    [InlineData(",", "")]
    public void A_measure_is_done_when_the_part_of_every_executor_is(string parts, string expected)
    {
        var states = parts.Split(',').Select(p => p.Length == 0 ? (ExecutionState?)null : Enum.Parse<ExecutionState>(p)).ToList();

        Assert.Equal(expected, MeasureExecution.Of(states)?.ToString() ?? "");
        states.Reverse();
        Assert.Equal(expected, MeasureExecution.Of(states)?.ToString() ?? "");
    }

    static Deed On(int day, long by = Executor) => new(by, new(2020, 9, day), new(2020, 9, day, 12, 0, 0, TimeSpan.FromHours(3)));

    static RuleBroken Broken(string rule, Action deed)
    {
        var broken = Assert.Throws<RuleBroken>(deed);
        Assert.Equal(rule, broken.Rule);
        return broken;
    }
}
