using Zakhid.Calendar;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Reporting;
using Zakhid.Operations.Tests.Storage;

namespace Zakhid.Operations.Tests.Obligations;

/// <summary>The authority's way with days off, decided anew: rehearsed, then carried out for what is ahead; every earlier day stays to be seen.</summary>
public class SetDayOffPolicyTests(PostgresCluster cluster) : RunningPlanTest(cluster)
{
    static readonly Moment Autumn = Moment.Of(new DateOnly(2020, 10, 1));

    [Theory, OnBoth]
    public async Task What_changes_is_shown_first_and_days_that_passed_stay_with_their_ground(Kind kind)
    {
        var (store, by) = await OnSundays(kind);
        var before = await Days(store, by);
        Assert.Equal(["2020-Q3 18.09 Preceding", "2020-Q4 18.12 Preceding"], before);

        var told = Assert.Single(await new SetDayOffPolicy(store).Rehearse(by, Autumn, DayOffPolicy.Following, true));
        Assert.All(told.Counted.Reports, c => Assert.Equal((ObligationChange.Moved, new DateOnly(2020, 12, 18), new DateOnly(2020, 12, 21)), (c.Change, c.Before!.Value, c.After!.Value)));
        Assert.Equal(before, await Days(store, by));
        Assert.Empty(await store.Read(by.Authority, r => DayOffChange.All(r)));

        await new SetDayOffPolicy(store).Run(by, Autumn, DayOffPolicy.Following, true, "розпорядження № 200");

        Assert.Equal(["2020-Q3 18.09 Preceding", "2020-Q4 21.12 Following"], await Days(store, by));
        var kept = Assert.Single(await store.Read(by.Authority, r => DayOffChange.All(r)));
        Assert.Equal((DayOffPolicy.Following, DayOffPolicy.Preceding, "розпорядження № 200", (long)told.Counted.Reports.Count, Autumn.Day), (kept.Policy!.Value, kept.PolicyBefore!.Value, kept.Ground, kept.Moved, kept.Day));
        var last = await store.Read(by.Authority, r => r.One<long>("SELECT MIN(id) FROM obligation WHERE authority_id = @authority AND period_code = '2020-Q4' AND kind = 'Report'"));
        Assert.Contains("політика переносить назад", await store.Read(by.Authority, r => r.One<string>("SELECT ground FROM obligation_day WHERE authority_id = @authority AND obligation_id = @last", new { last })), StringComparison.Ordinal);
        async Task<DateOnly> Due(DateOnly day) => (await store.Read(by.Authority, r => StandingOn.Of(r, 1, day)))[last].DueDay;
        Assert.Equal((new DateOnly(2020, 12, 18), new DateOnly(2020, 12, 21)), (await Due(Autumn.Day.AddDays(-1)), await Due(Autumn.Day)));
        Assert.Equal((DayOffPolicy.Preceding, DayOffPolicy.Following), ((await store.Read(by.Authority, r => AuthorityCalendar.Of(r, 1, Autumn.Day.AddDays(-1)))).Policy, (await store.Read(by.Authority, r => AuthorityCalendar.Of(r, 1))).Policy));
    }

    [Theory, OnBoth]
    public async Task An_act_with_a_way_of_its_own_keeps_it_and_its_history_too(Kind kind)
    {
        var (store, by) = await OnSundays(kind);
        await new ChoosePolicy(store).Run(by, At, 1, DayOffPolicy.None, "пункт 5");

        Assert.Empty(await new SetDayOffPolicy(store).Run(by, Autumn, DayOffPolicy.Following, true, "розпорядження № 200"));

        Assert.Equal(["2020-Q3 20.09 None", "2020-Q4 20.12 None"], await Days(store, by));
        Assert.Equal(DayOffPolicy.None, (await store.Read(by.Authority, r => AuthorityCalendar.Of(r, 1, Autumn.Day))).Policy);
        Assert.Equal(DayOffPolicy.Preceding, (await store.Read(by.Authority, r => AuthorityCalendar.Of(r, 1, At.Day.AddDays(-1)))).Policy);
    }

    [Theory, OnBoth]
    public async Task It_takes_a_ground_who_may_and_another_way_than_the_one_in_force(Kind kind)
    {
        var (store, by) = await OnSundays(kind);
        async Task<string> Refused(Actor who, DayOffPolicy policy, string ground) => (await Assert.ThrowsAsync<RuleBroken>(() => new SetDayOffPolicy(store).Run(who, At, policy, true, ground))).Rule;

        Assert.Equal("policy.set-not-for-you", await Refused(new(by.Authority, 9, Role.Executor, 1), DayOffPolicy.None, "лист"));
        Assert.Equal("policy.ground-missing", await Refused(by, DayOffPolicy.None, " "));
        Assert.Equal("policy.same", await Refused(by, DayOffPolicy.Preceding, "лист"));
    }

    static async Task<List<string>> Days(Store store, Actor by) =>
        [.. (await store.Read(by.Authority, r => r.All<(string Period, DateOnly Adjusted, string Policy)>("SELECT DISTINCT period_code, adjusted, policy FROM obligation WHERE authority_id = @authority AND kind = 'Report' ORDER BY period_code"))).Select(d => $"{d.Period} {d.Adjusted:dd.MM} {d.Policy}")];
}
