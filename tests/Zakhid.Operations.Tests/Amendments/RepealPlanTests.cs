using Zakhid.Operations.Amendments;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Reporting;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Storage;
using Zakhid.Reporting;

namespace Zakhid.Operations.Tests.Amendments;

public sealed class RepealPlanTests(PostgresCluster cluster) : AmendedPlanTest(cluster)
{
    [Theory, OnBoth]
    public async Task The_rule_that_is_chosen_decides_what_is_still_owed_and_is_foretold(Kind kind)
    {
        var (store, by, plan) = await Running(kind);
        var all = await store.Read(by.Authority, r => RepealPlan.Effect(r, plan, Today.Day, OpenReports.Lapse));
        var ended = await store.Read(by.Authority, r => RepealPlan.Effect(r, plan, Today.Day, OpenReports.OweEnded));
        // Reports of the first and second quarter are over; those of the third and fourth are not.
        Assert.Equal((all.Open, 0), (all.Lapsed, all.Owed));
        Assert.Equal(8, ended.Owed);

        var done = await new RepealPlan(store).Run(by, Today, plan, new("рішення від 20.09.2021 № 5, пункт 4", Today.Day, OpenReports.OweEnded));

        Assert.Equal(ended, done);
        Assert.Equal(8, (await Owed(store, by)).Count(o => o.EndsWith("Expected", StringComparison.Ordinal)));
        Assert.Equal(["план втратив чинність: рішення від 20.09.2021 № 5, пункт 4"], await store.Read(by.Authority, r => r.All<string>("SELECT DISTINCT lapsed_ground FROM obligation WHERE authority_id = @authority AND lapsed_day IS NOT NULL")));
        Assert.Equal("repeal.closed", await Broken(() => new RepealPlan(store).Run(by, Today, plan, new("ще раз", Today.Day, OpenReports.Lapse))));
        Assert.Equal(0, await new NewDay(store).Reach(by.Authority, Moment.Of(new DateOnly(2022, 1, 3))));
    }

    [Theory, OnBoth]
    public async Task What_was_handed_in_stays_as_it_is(Kind kind)
    {
        var (store, by, plan) = await Running(kind);
        var report = await store.Read(by.Authority, r => r.One<long>("SELECT id FROM obligation WHERE authority_id = @authority AND period_code = '2021-Q3' AND kind = 'Report' ORDER BY id LIMIT 1"));
        await new SaveDraft(store).Run(by, Today, report, new() { Narrative = "Проведено.", DeclaredState = ExecutionState.InProgress }, 0);
        await new SubmitReport(store).Run(by, Today, report, "ключ");

        await new RepealPlan(store).Run(by, Today, plan, new("рішення від 20.09.2021 № 5", Today.Day, OpenReports.Lapse));

        Assert.Equal(1, (await Owed(store, by)).Count(o => o.EndsWith("Submitted", StringComparison.Ordinal)));
        Assert.Equal(0, (await Owed(store, by)).Count(o => o.EndsWith("Expected", StringComparison.Ordinal)));
    }

    [Theory, OnBoth]
    public async Task A_dropped_act_that_repeals_gives_the_ground_and_is_put_away_with_the_deed(Kind kind)
    {
        var (store, by, plan) = await Running(kind);
        var dropped = await Drop(store, by, "5.txt", """
            ЗРАЗКІВСЬКА МІСЬКА РАДА
            РОЗПОРЯДЖЕННЯ МІСЬКОГО ГОЛОВИ
            20.09.2021 № 5
            Про визнання таким, що втратило чинність, розпорядження
            1. Визнати таким, що втратило чинність, розпорядження міського голови від 12.02.2021 № 9 «Про затвердження плану заходів щодо підтримки ветеранів на 2021 рік».
            2. Контроль за виконанням цього розпорядження залишаю за собою.
            Міський голова    Олена ЗРАЗОК
            """);
        var sheet = await Sheet(store, by, dropped.Amendment!.Value);
        Assert.Equal((plan, true), (sheet.PlanId, sheet.Amended.IsRepealed));
        Assert.Equal("розпорядження від 20.09.2021 № 5, пункт 1", RepealPlan.GroundOf(sheet.Act, RepealPlan.ClauseOf(sheet)));

        await new RepealPlan(store).Run(by, Today, plan, new("розпорядження від 20.09.2021 № 5, пункт 1", Today.Day, OpenReports.Lapse), dropped.Amendment);

        Assert.Equal("amendment.done", await Broken(() => new AmendPlan(store).Run(by, Today, dropped.Amendment!.Value)));
    }

    [Theory, OnBoth]
    public async Task Without_ground_day_or_choice_nothing_is_closed(Kind kind)
    {
        var (store, by, plan) = await Running(kind);
        Task<string> Refused(string ground, DateOnly day, OpenReports? open) => Broken(() => new RepealPlan(store).Run(by, Today, plan, new(ground, day, open)));

        Assert.Equal("repeal.ground-missing", await Refused(" ", Today.Day, OpenReports.Lapse));
        Assert.Equal("repeal.before-act", await Refused("рішення № 5", new(2021, 2, 11), OpenReports.Lapse));
        Assert.Equal("repeal.choice-missing", await Refused("рішення № 5", Today.Day, null));
        Assert.Null(await store.Read(by.Authority, r => r.Find<DateOnly?>("SELECT closed_day FROM plan WHERE authority_id = @authority AND id = @plan", new { plan })));
    }

    [Theory, OnBoth]
    public async Task A_repeal_decided_ahead_closes_the_plan_on_its_day_and_not_before(Kind kind)
    {
        var (store, by, plan) = await Running(kind);
        DateOnly last = new(2021, 10, 31), from = new(2021, 11, 1);

        var foretold = await new RepealPlan(store).Run(by, Today, plan, new("рішення від 20.09.2021 № 5", from, OpenReports.OweEnded));

        Assert.DoesNotContain(await Owed(store, by), o => o.EndsWith("Lapsed", StringComparison.Ordinal));
        Assert.Equal(("рішення від 20.09.2021 № 5", from), (await store.Read(by.Authority, r => RepealAhead.Of(r, plan))) is { } ahead ? (ahead.Ground, ahead.FromDay) : default);
        Assert.Equal("repeal.waits", await Broken(() => new RepealPlan(store).Run(by, Today, plan, new("ще раз", from, OpenReports.Lapse))));

        await new NewDay(store).Reach(by.Authority, Moment.Of(last));
        Assert.Null(await Closed(store, by, plan));

        // Nobody came on the day itself; what it brings holds from that day on.
        await new NewDay(store).Reach(by.Authority, Moment.Of(from.AddDays(3)));
        Assert.Equal(from, await Closed(store, by, plan));
        Assert.Equal([(from, foretold.Lapsed)], await store.Read(by.Authority, r => r.All<(DateOnly, long)>("SELECT lapsed_day, COUNT(*) FROM obligation WHERE authority_id = @authority AND lapsed_day IS NOT NULL GROUP BY lapsed_day")));
        Assert.All(await Owed(store, by), o => Assert.EndsWith(o.Contains("2021-Q4", StringComparison.Ordinal) ? "Lapsed" : "Expected", o, StringComparison.Ordinal));
    }

    [Theory, OnBoth]
    public async Task Until_its_day_a_repeal_can_be_withdrawn_and_the_plan_changed_for_the_days_before(Kind kind)
    {
        var (store, by, plan) = await Running(kind);
        var from = new DateOnly(2021, 11, 1);
        await new RepealPlan(store).Run(by, Today, plan, new("рішення від 20.09.2021 № 5", from, OpenReports.Lapse));

        var late = (await Drop(store, by, "90.txt", Act("90", "19.09.2021", "1) пункт 3 виключити."))).Amendment!.Value;
        await new AmendmentDrafts(store).Name(by, Today, late, "розпорядження", "90", "19.09.2021", "01.11.2021");
        Assert.Equal("amendment.plan-ends", await Broken(() => new AmendPlan(store).Run(by, Today, late)));
        await new AmendmentDrafts(store).Name(by, Today, late, "розпорядження", "90", "19.09.2021", "19.09.2021");
        await new AmendPlan(store).Run(by, Today, late);

        await new RepealPlan(store).Withdraw(by, Today, plan);

        await new NewDay(store).Reach(by.Authority, Moment.Of(from));
        Assert.Null(await Closed(store, by, plan));
        Assert.Equal("repeal.none-waits", await Broken(() => new RepealPlan(store).Withdraw(by, Today, plan)));
    }

    static Task<DateOnly?> Closed(Store store, Actor by, long plan) => store.Read(by.Authority, r => r.Find<DateOnly?>("SELECT closed_day FROM plan WHERE authority_id = @authority AND id = @plan", new { plan }));
}
