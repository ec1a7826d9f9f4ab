using Zakhid.Calendar;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Reporting;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Reporting;
using Zakhid.Operations.Tests.Storage;

namespace Zakhid.Operations.Tests.Obligations;

/// <summary>What one act does with a day off goes before what the authority does; the named day is kept beside it.</summary>
public class ChoosePolicyTests(PostgresCluster cluster) : RunningPlanTest(cluster)
{
    [Theory, OnBoth]
    public async Task The_act_moves_its_days_later_and_keeps_those_it_names(Kind kind)
    {
        var (store, by) = await OnSundays(kind);
        Assert.Equal(["2020-Q3 20.09 → 18.09 Preceding, від 03.08", "2020-Q4 20.12 → 18.12 Preceding, від 19.09"], await Days(store, by));

        var changed = await new ChoosePolicy(store).Run(by, At, 1, DayOffPolicy.Following, "лист ОДА № 5");
        Assert.Equal(["2020-Q3 20.09 → 21.09 Following, від 03.08", "2020-Q4 20.12 → 21.12 Following, від 22.09"], await Days(store, by));
        Assert.All(changed.Reports, c => Assert.Equal(ObligationChange.Moved, c.Change));
        Assert.Equal("21 вересня: пункт 2 розпорядження № 149-ОД називає 20-те; то неділя, політика переносить вперед",
            await store.Read(by.Authority, r => r.One<string>("SELECT MIN(ground) FROM obligation WHERE authority_id = @authority AND kind = 'Report' AND period_code = '2020-Q3'")));

        await new ChoosePolicy(store).Run(by, At, 1, null, "лист ОДА № 6");
        Assert.Equal(["2020-Q3 20.09 → 18.09 Preceding, від 03.08", "2020-Q4 20.12 → 18.12 Preceding, від 19.09"], await Days(store, by));
    }

    [Theory, OnBoth]
    public async Task What_is_due_already_or_handed_in_stays(Kind kind)
    {
        var (store, by) = await OnSundays(kind);
        await new ChoosePolicy(store).Run(by, Moment.Of(new DateOnly(2020, 9, 19)), 1, DayOffPolicy.None, "лист № 5");
        Assert.Equal(["2020-Q3 20.09 → 18.09 Preceding, від 03.08", "2020-Q4 20.12 → 20.12 None, від 19.09"], await Days(store, by));

        var report = await store.Read(by.Authority, r => r.One<long>("SELECT MIN(id) FROM obligation WHERE authority_id = @authority AND kind = 'Report' AND period_code = '2020-Q4'"));
        var winter = Moment.Of(new DateOnly(2020, 12, 1));
        await new SaveDraft(store).Run(by, winter, report, Full, 0);
        await new SubmitReport(store).Run(by, winter, report, "к");
        await new ChoosePolicy(store).Run(by, winter, 1, DayOffPolicy.Following, "лист № 6");
        Assert.Equal(["None", "Following"], await store.Read(by.Authority, r => r.All<string>("SELECT DISTINCT policy FROM obligation WHERE authority_id = @authority AND kind = 'Report' AND period_code = '2020-Q4' ORDER BY policy DESC")));
    }

    [Theory, OnBoth]
    public async Task It_takes_a_coordinator_and_a_ground(Kind kind)
    {
        var (store, by) = await OnSundays(kind);
        async Task<string> Refused(Actor who, long plan, string ground) => (await Assert.ThrowsAsync<RuleBroken>(() => new ChoosePolicy(store).Run(who, At, plan, DayOffPolicy.None, ground))).Rule;

        Assert.Equal("policy.not-for-you", await Refused(new(by.Authority, 9, Role.Executor, 1), 1, "лист"));
        Assert.Equal("policy.ground-missing", await Refused(by, 1, ""));
        Assert.Equal("plan.unknown", await Refused(by, 77, "лист"));
    }

    static async Task<List<string>> Days(Store store, Actor by) =>
        [.. (await store.Read(by.Authority, r => r.All<(string, DateOnly, DateOnly, string, DateOnly)>("SELECT DISTINCT period_code, nominal, adjusted, policy, covers_from FROM obligation WHERE authority_id = @authority AND kind = 'Report' ORDER BY period_code")))
            .Select(d => $"{d.Item1} {d.Item2:dd.MM} → {d.Item3:dd.MM} {d.Item4}, від {d.Item5:dd.MM}")];
}
