using Zakhid.Operations.Obligations;
using Zakhid.Operations.Reading;
using Zakhid.Operations.Reporting;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Reporting;
using Zakhid.Operations.Tests.Storage;
using Zakhid.Reporting;

namespace Zakhid.Operations.Tests.Obligations;

/// <summary>«Протягом 10 днів після затвердження бюджету»: no date until the day of the event is entered, then all that follows.</summary>
public class EventDayTests(PostgresCluster cluster) : RunningPlanTest(cluster)
{
    const string Budget = "затвердження бюджету";

    [Theory, OnBoth]
    public async Task Until_the_day_is_known_there_is_no_date_and_the_plan_asks_for_it(Kind kind)
    {
        var (store, by) = await Waiting(kind);
        var awaited = Assert.Single(await Awaited(store, by));

        Assert.Equal((Budget, "2", null), (awaited.Awaited.Words, Assert.Single(awaited.Measures), awaited.Known));
        Assert.Empty(await ControlDates(store, by));
        Assert.Equal("2020-Q3 Expected, 2020-Q4 Expected", await Owed(store, by));
    }

    [Theory, OnBoth]
    public async Task Once_it_is_entered_the_date_follows_and_what_is_beyond_it_lapses_until_its_day_comes(Kind kind)
    {
        var (store, by) = await Waiting(kind);
        var changed = await new EnterEventDay(store).Run(by, At, 1, Budget, new(2020, 9, 10), null, "рішення міської ради № 7");

        Assert.Equal(["2020-09-20 → 2020-09-18: 18 вересня: строк заходу «протягом 10 днів після затвердження бюджету» (затвердження бюджету — 10 вересня 2020 року, рішення міської ради № 7) називає 20-те; то неділя, політика переносить назад"], await ControlDates(store, by));
        Assert.Equal("2020-Q3 Expected, 2020-Q4 Lapsed", await Owed(store, by));
        Assert.Equal([ObligationChange.Lapsed], changed.Where(c => c.Body == "Відділ культури").Select(c => c.Change));
        Assert.Equal((new DateOnly(2020, 9, 10), new DateOnly(2020, 9, 20)), await store.Read(by.Authority, r => r.One<(DateOnly, DateOnly)>("SELECT window_from, window_to FROM measure WHERE authority_id = @authority AND position = 2")));

        // Nobody confirmed it done: the next period asks again.
        await new NewDay(store).Reach(by.Authority, Moment.Of(new DateOnly(2020, 10, 1)));
        Assert.Equal("2020-Q3 Expected, 2020-Q4 Expected", await Owed(store, by));
    }

    [Theory, OnBoth]
    public async Task A_later_entry_corrects_the_day_and_may_carry_the_term_past_the_plan(Kind kind)
    {
        var (store, by) = await Waiting(kind);
        await new EnterEventDay(store).Run(by, At, 1, Budget, new(2020, 9, 10), null, "рішення № 7");
        await new EnterEventDay(store).Run(by, At, 1, Budget, new(2020, 12, 28), null, "рішення № 9");

        Assert.Equal("2020-Q3 Lapsed, 2020-Q4 Expected, 2021-Q1 Expected", await Owed(store, by));
        Assert.StartsWith("2021-01-07 → 2021-01-06", Assert.Single(await ControlDates(store, by)), StringComparison.Ordinal);
        Assert.Equal(2, await store.Read(by.Authority, r => r.One<long>("SELECT COUNT(*) FROM event_day WHERE authority_id = @authority")));
        Assert.Equal("рішення № 9", Assert.Single(await Awaited(store, by)).Known!.Document);
    }

    [Theory, OnBoth]
    public async Task What_is_handed_in_stays_and_what_cannot_be_entered_is_said(Kind kind)
    {
        var (store, by) = await Waiting(kind);
        var report = await NoOccasionTests.Second(store, by);
        await new SaveDraft(store).Run(by, At, report, Full with { DeclaredState = ExecutionState.NotYetDue }, 0);
        await new SubmitReport(store).Run(by, At, report, "к");
        async Task<string> Refused(Actor who, string key, DateOnly from, DateOnly? to, string document) =>
            (await Assert.ThrowsAsync<RuleBroken>(() => new EnterEventDay(store).Run(who, At, 1, key, from, to, document))).Rule;

        Assert.Equal("event.not-for-you", await Refused(new(by.Authority, 9, Role.Executor, 1), Budget, At.Day, null, "рішення"));
        Assert.Equal("event.unknown", await Refused(by, "початок сезону", At.Day, null, "рішення"));
        Assert.Equal("event.document-missing", await Refused(by, Budget, At.Day, null, " "));
        Assert.Equal("event.ends-before", await Refused(by, Budget, At.Day, At.Day.AddDays(-1), "рішення"));
        await new EnterEventDay(store).Run(by, At, 1, Budget, new(2020, 12, 28), null, "рішення № 9");
        Assert.Equal("2020-Q3 Submitted, 2020-Q4 Expected, 2021-Q1 Expected", await Owed(store, by));
    }

    async Task<(Store, Actor)> Waiting(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");
        await new AdoptPlan(store).Run(by, At, SmallPlan.AfterBudget());
        return (store, by);
    }

    static Task<IReadOnlyList<PlanEvent>> Awaited(Store store, Actor by) => store.Read(by.Authority, async r => await (await PlanEvents.Of(r, 1)).Awaited(r, 1));

    static async Task<List<string>> ControlDates(Store store, Actor by) =>
        [.. (await store.Read(by.Authority, r => r.All<(DateOnly, DateOnly, string)>("SELECT c.nominal, c.adjusted, c.ground FROM control_date c JOIN measure m ON m.authority_id = c.authority_id AND m.id = c.measure_id WHERE c.authority_id = @authority AND m.position = 2 ORDER BY c.nominal"))).Select(d => $"{d.Item1:yyyy-MM-dd} → {d.Item2:yyyy-MM-dd}: {d.Item3}")];

    static async Task<string> Owed(Store store, Actor by) => string.Join(", ", (await store.Read(by.Authority, r => r.All<(string, string)>("""
        SELECT o.period_code, o.standing FROM obligation o JOIN body b ON b.authority_id = o.authority_id AND b.id = o.body_id JOIN measure m ON m.authority_id = o.authority_id AND m.id = o.measure_id
        WHERE o.authority_id = @authority AND m.position = 2 AND b.name = 'Відділ культури' ORDER BY o.period_code
        """))).Select(o => $"{o.Item1} {o.Item2}"));
}
