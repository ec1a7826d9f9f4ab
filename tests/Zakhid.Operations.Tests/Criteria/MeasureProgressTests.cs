using Zakhid.Criteria;
using Zakhid.Operations.Criteria;
using Zakhid.Operations.Reading;
using Zakhid.Operations.Reporting;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Reporting;
using Zakhid.Operations.Tests.Storage;
using Zakhid.Reporting;

namespace Zakhid.Operations.Tests.Criteria;

public class MeasureProgressTests(PostgresCluster cluster) : StoreTest(cluster)
{
    static readonly DateOnly September = new(2020, 9, 16);

    [Theory, OnBoth]
    public async Task What_two_executors_counted_is_added_up_and_a_returned_figure_is_not(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");
        var (target, first, second) = await Plan(store, by);
        await HandIn(store, by, first, target, 4120);
        await HandIn(store, by, second, target, 640);

        var both = await Read(store, by);
        Assert.Equal("4 760 з 10 000 осіб — 47 %.", ProgressWords.Say(both.Progress).Replace('\u00a0', ' '));
        Assert.Equal([("Відділ культури", 4120m, false), ("Відділ з правової політики", 640m, false)], both.Figures.Select(f => (f.Body, f.Value, f.Accepted)));

        await new AcceptReport(store).Run(by, At, first, ExecutionState.InProgress);
        await new ReturnReport(store).Run(by, At, second, new Dictionary<string, string> { ["figures"] = "Як рахували?" }, new(2020, 9, 21));

        var left = await Read(store, by);
        Assert.Equal("4 120 з 10 000 осіб — 41 %.", ProgressWords.Say(left.Progress).Replace('\u00a0', ' '));
        Assert.True(Assert.Single(left.Figures).Accepted);
        Assert.Equal(29, left.Progress.EvenPercent);
    }

    [Theory, OnBoth]
    public async Task A_draft_counts_nothing_and_an_earlier_day_does_not_know_later_reports(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");
        var (target, first, second) = await Plan(store, by);
        await new SaveDraft(store).Run(by, At, first, Content(target, 500), 0);
        await HandIn(store, by, second, target, 640);

        Assert.Equal(640, (await Read(store, by)).Progress.SoFar);
        Assert.Equal(ProgressState.Silent, (await Read(store, by, September.AddDays(-1))).Progress.State);
    }

    async Task<(long Target, long First, long Second)> Plan(Store store, Actor by)
    {
        var made = SmallPlan.Made();
        await new AdoptPlan(store).Run(by, At, made with { Measures = [made.Measures[0] with { Targets = [.. CriteriaLanguage.Read("Загальна кількість контактів не менше 10 тисяч осіб").Targets] }, .. made.Measures.Skip(1)] });
        return await store.Read(by.Authority, async r => (
            await r.One<long>("SELECT id FROM target WHERE authority_id = @authority"),
            await r.One<long>("SELECT o.id FROM obligation o JOIN assignment s ON s.authority_id = o.authority_id AND s.id = o.assignment_id WHERE o.authority_id = @authority AND s.measure_id = 1 AND s.position = 1 AND o.period_code = '2020-Q3'"),
            await r.One<long>("SELECT o.id FROM obligation o JOIN assignment s ON s.authority_id = o.authority_id AND s.id = o.assignment_id WHERE o.authority_id = @authority AND s.measure_id = 1 AND s.position = 2 AND o.period_code = '2020-Q3'")));
    }

    static ReportContent Content(long target, decimal value) => new() { Narrative = "Проведено.", DeclaredState = ExecutionState.InProgress, Figures = [new(target, value)] };

    async Task HandIn(Store store, Actor by, long obligation, long target, decimal value)
    {
        await new SaveDraft(store).Run(by, At, obligation, Content(target, value), 0);
        await new SubmitReport(store).Run(by, At, obligation, $"ключ-{obligation}");
    }

    static async Task<TargetProgress> Read(Store store, Actor by, DateOnly? asOf = null) => Assert.Single(await store.Read(by.Authority, r => MeasureProgress.OfMeasure(r, 1, asOf ?? September)));
}
