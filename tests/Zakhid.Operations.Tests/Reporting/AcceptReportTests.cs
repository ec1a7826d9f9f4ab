using Zakhid.Operations.Reporting;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Storage;
using Zakhid.Reporting;

namespace Zakhid.Operations.Tests.Reporting;

public class AcceptReportTests(PostgresCluster cluster) : RunningPlanTest(cluster)
{
    [Theory, OnBoth]
    public async Task After_done_is_confirmed_later_obligations_of_a_measure_with_one_term_lapse(Kind kind)
    {
        var (store, by, obligation) = await Running(kind);
        await new SaveDraft(store).Run(by, At, obligation, Full with { DeclaredState = ExecutionState.Done }, 0);
        await new SubmitReport(store).Run(by, At, obligation, "к");
        await new AcceptReport(store).Run(by, At, obligation, ExecutionState.Done);

        var standings = await store.Read(by.Authority, r => r.All<string>("""
            SELECT standing FROM obligation WHERE authority_id = @authority
              AND assignment_id = (SELECT assignment_id FROM obligation WHERE authority_id = @authority AND id = @obligation) ORDER BY period_code
            """, new { obligation }));

        Assert.Equal(["Accepted", "Lapsed"], standings);
    }

    [Theory, OnBoth]
    public async Task A_measure_is_done_when_all_who_owe_it_are(Kind kind)
    {
        var (store, by, obligation) = await Running(kind);
        await Done(store, by, obligation);
        Assert.Equal("InProgress", await Measure(store, by, obligation));

        var other = await store.Read(by.Authority, r => r.One<long>("""
            SELECT o.id FROM obligation o JOIN obligation f ON f.authority_id = o.authority_id AND f.id = @obligation AND f.measure_id = o.measure_id AND f.period_code = o.period_code
            WHERE o.authority_id = @authority AND o.id <> f.id
            """, new { obligation }));
        await Done(store, by, other);

        Assert.Equal("Done", await Measure(store, by, obligation));
    }

    [Theory, OnBoth]
    public async Task Accepted_by_who_handed_it_in_is_marked_and_what_came_on_paper_is_not(Kind kind)
    {
        var (store, by, obligation) = await Running(kind);
        var coordinator = new Actor(by.Authority, 7, Role.Coordinator, await store.Read(by.Authority, r => r.One<long>("SELECT body_id FROM obligation WHERE authority_id = @authority AND id = @obligation", new { obligation })));
        await new SaveDraft(store).Run(coordinator, At, obligation, Full, 0);
        await new SubmitReport(store).Run(coordinator, At, obligation, "к");
        await new AcceptReport(store).Run(coordinator, At, obligation, ExecutionState.InProgress);

        Assert.True(await store.Read(by.Authority, r => r.One<bool>("SELECT alone FROM acceptance WHERE authority_id = @authority AND obligation_id = @obligation", new { obligation })));
        Assert.False(Acceptance.Of(new Deed(7, At.Day, At.At), 7, "лист № 5", ExecutionState.Done).Alone);
    }

    [Theory, OnBoth]
    public async Task A_report_is_not_handed_in_before_its_period_nor_sent_back_to_a_day_that_is_past(Kind kind)
    {
        var (store, by, obligation) = await Running(kind);
        var next = await store.Read(by.Authority, r => r.One<long>("SELECT MIN(id) FROM obligation WHERE authority_id = @authority AND kind = 'Report' AND period_code = '2020-Q4'"));
        await new SaveDraft(store).Run(by, At, next, Full, 0);
        var early = await Assert.ThrowsAsync<RuleBroken>(() => new SubmitReport(store).Run(by, At, next, "н"));
        Assert.Equal(("report.too-early", new DateOnly(2020, 10, 1)), (early.Rule, early.Arguments[0]));

        await new SaveDraft(store).Run(by, At, obligation, Full, 0);
        await new SubmitReport(store).Run(by, At, obligation, "к");
        var late = At with { Day = new(2020, 9, 28) };
        var past = await Assert.ThrowsAsync<RuleBroken>(() => new ReturnReport(store).Run(by, late, obligation, new Dictionary<string, string> { ["narrative"] = "Допишіть." }, new(2020, 9, 27)));
        Assert.Equal(("return.too-early", late.Day), (past.Rule, past.Arguments[0]));
    }

    [Theory, OnBoth]
    public async Task Only_what_is_handed_in_is_accepted_and_only_by_those_who_may(Kind kind)
    {
        var (store, by, obligation) = await Running(kind);
        Assert.Equal("report.not-submitted", (await Assert.ThrowsAsync<RuleBroken>(() => new AcceptReport(store).Run(by, At, obligation, ExecutionState.Done))).Rule);
        var executor = new Actor(by.Authority, 8, Role.Executor, 1);
        Assert.Equal("report.not-for-you", (await Assert.ThrowsAsync<RuleBroken>(() => new AcceptReport(store).Run(executor, At, obligation, ExecutionState.Done))).Rule);
    }

    static async Task Done(Store store, Actor by, long obligation)
    {
        await new SaveDraft(store).Run(by, At, obligation, Full with { DeclaredState = ExecutionState.Done }, 0);
        await new SubmitReport(store).Run(by, At, obligation, $"к-{obligation}");
        await new AcceptReport(store).Run(by, At, obligation, ExecutionState.Done);
    }

    static Task<string?> Measure(Store store, Actor by, long obligation) => store.Read(by.Authority, r => r.Find<string>(
        "SELECT m.confirmed_state FROM measure m JOIN obligation o ON o.authority_id = m.authority_id AND o.measure_id = m.id WHERE m.authority_id = @authority AND o.id = @obligation", new { obligation }));
}
