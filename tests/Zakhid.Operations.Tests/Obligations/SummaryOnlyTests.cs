using Zakhid.Obligations;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Reading;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Reporting;
using Zakhid.Operations.Tests.Storage;

namespace Zakhid.Operations.Tests.Obligations;

/// <summary>An act that binds one body to inform the head, and says nothing of the executors' day.</summary>
public class SummaryOnlyTests(PostgresCluster cluster) : RunningPlanTest(cluster)
{
    [Theory, OnBoth]
    public async Task Executors_owe_nothing_by_it_until_the_coordinator_sets_their_day(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");
        var plan = SmallPlan.Made("лише узагальнення");
        var act = plan.Act with { Reporting = [plan.Act.Reporting[1]] };
        await new AdoptPlan(store).Run(by, At, plan with { Act = act, Rules = ReportingRule.Of(act, [.. plan.Measures.SelectMany(m => m.Executors).Select(e => e.Executor.Printed)]) });

        Assert.Equal(["Consolidation 2020-Q3 18.09", "Consolidation 2020-Q4 18.12"], await Owed(store, by));

        await new AdoptRule(store).Run(by, At, 1, PeriodLength.Quarter, 8, MonthRule.LastMonthOfPeriod);

        Assert.Equal(["Consolidation 2020-Q3 18.09", "Consolidation 2020-Q4 18.12", "Report 2020-Q3 08.09", "Report 2020-Q4 08.12"], await Owed(store, by));
        Assert.StartsWith("до 8 вересня 2020: правило координатора", await store.Read(by.Authority, r => r.One<string>("SELECT MAX(ground) FROM obligation WHERE authority_id = @authority AND kind = 'Report' AND period_code = '2020-Q3'")), StringComparison.Ordinal);
        Assert.Equal("rule.already", (await Assert.ThrowsAsync<RuleBroken>(() => new AdoptRule(store).Run(by, At, 1, PeriodLength.Quarter, 9, MonthRule.LastMonthOfPeriod))).Rule);
    }

    [Theory, OnBoth]
    public async Task Of_a_period_in_which_nobody_reports_the_summary_is_owed_no_more(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");
        var plan = SmallPlan.Made("щомісячне узагальнення");
        var act = plan.Act with { Reporting = [plan.Act.Reporting[1] with { Periodicity = PeriodLength.Month }] };
        await new AdoptPlan(store).Run(by, At, plan with { Act = act, Rules = ReportingRule.Of(act) });
        Assert.Equal(["2020-08", "2020-09", "2020-10", "2020-11", "2020-12"], await Summaries(store, by));

        await new AdoptRule(store).Run(by, At, 1, PeriodLength.Month, 8, MonthRule.LastMonthOfPeriod);
        Assert.Equal(["2020-08", "2020-09", "2020-10", "2020-11", "2020-12"], await Summaries(store, by));

        var other = await NewAuthority(store, "zhytomyr");
        var ended = plan with { Act = act, Rules = ReportingRule.Of(act), Measures = [plan.Measures[0] with { Term = plan.Measures[0].Term! with { End = new(2020, 9, 30) } }] };
        await new AdoptPlan(store).Run(other, At, ended);
        await new AdoptRule(store).Run(other, At, 1, PeriodLength.Month, 8, MonthRule.LastMonthOfPeriod);
        Assert.Equal(["2020-08", "2020-09"], await Summaries(store, other));
        Assert.Equal(["за цей період ніхто не звітує"], await store.Read(other.Authority, r => r.All<string>("SELECT DISTINCT lapsed_ground FROM obligation WHERE authority_id = @authority AND lapsed_day IS NOT NULL")));
    }

    static Task<List<string>> Summaries(Store store, Actor by) => store.Read(by.Authority, r => r.All<string>("SELECT period_code FROM obligation WHERE authority_id = @authority AND kind = 'Consolidation' AND lapsed_day IS NULL ORDER BY period_code"));

    [Theory, OnBoth]
    public async Task A_rule_of_days_that_periods_do_not_have_is_refused(Kind kind)
    {
        var (store, by, _) = await Running(kind);
        foreach (var (length, month) in new[] { (PeriodLength.Week, MonthRule.NextMonth), (PeriodLength.Quarter, MonthRule.Fixed) })
            Assert.Equal("rule.form", (await Assert.ThrowsAsync<RuleBroken>(() => new AdoptRule(store).Run(by, At, 1, length, 9, month))).Rule);
    }

    static async Task<List<string>> Owed(Store store, Actor by) =>
        [.. (await store.Read(by.Authority, r => r.All<(string Kind, string Period, DateOnly Due)>("SELECT DISTINCT kind, period_code, adjusted FROM obligation WHERE authority_id = @authority ORDER BY kind, period_code"))).Select(o => $"{o.Kind} {o.Period} {o.Due:dd.MM}")];
}
