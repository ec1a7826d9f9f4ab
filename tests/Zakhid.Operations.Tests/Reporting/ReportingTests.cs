using Zakhid.Operations.Audit;
using Zakhid.Operations.Reading;
using Zakhid.Operations.Reporting;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Storage;
using Zakhid.Reporting;

namespace Zakhid.Operations.Tests.Reporting;

public class ReportingTests(PostgresCluster cluster) : RunningPlanTest(cluster)
{
    [Theory, OnBoth]
    public async Task A_plan_owes_its_reports_and_summaries_by_the_days_of_its_act(Kind kind)
    {
        var (store, by, _) = await Running(kind);

        var owed = await store.Read(by.Authority, r => r.All<(string Kind, string Period, string Adjusted, string Standing, string Ground)>(
            "SELECT kind, period_code, adjusted, standing, ground FROM obligation WHERE authority_id = @authority ORDER BY id"));

        Assert.Equal(8, owed.Count(o => o.Kind == "Report"));
        Assert.Equal(2, owed.Count(o => o.Kind == "Consolidation"));
        Assert.Equal(["2020-Q3", "2020-Q4"], owed.Select(o => o.Period).Distinct());
        Assert.All(owed.Where(o => o is { Kind: "Report", Period: "2020-Q3" }), o => Assert.Equal("2020-09-17", o.Adjusted));
        Assert.Equal(2, owed.Count(o => o.Standing == "Apart"));
        Assert.Equal("до 17 вересня 2020: пункт 2 розпорядження № 149-ОД", owed[0].Ground);
    }

    [Theory, OnBoth]
    public async Task A_measure_keeps_the_days_of_its_own_term_beside_those_of_reports(Kind kind)
    {
        var (store, by, _) = await Running(kind);

        var dates = await store.Read(by.Authority, r => r.All<(string Nominal, string Adjusted, string Ground)>(
            "SELECT nominal, adjusted, ground FROM control_date WHERE authority_id = @authority ORDER BY measure_id, position"));

        Assert.Equal(Enumerable.Repeat(("2020-12-31", "2020-12-31", "до 31 грудня 2020: строк заходу «Протягом року»"), 2), dates);
    }

    [Theory, OnBoth]
    public async Task The_same_act_is_not_kept_twice_and_a_changed_file_is_said(Kind kind)
    {
        var (store, by, _) = await Running(kind);

        Assert.Equal("plan.same-act", (await Assert.ThrowsAsync<RuleBroken>(() => new AdoptPlan(store).Run(by, At, SmallPlan.Made()))).Rule);
        Assert.Equal("plan.changed-file", (await Assert.ThrowsAsync<RuleBroken>(() => new AdoptPlan(store).Run(by, At, SmallPlan.Made("другий")))).Rule);
    }

    [Theory, OnBoth]
    public async Task A_report_is_handed_in_returned_mended_and_accepted(Kind kind)
    {
        var (store, by, obligation) = await Running(kind);
        await new SaveDraft(store).Run(by, At, obligation, Full, 0);
        var first = await new SubmitReport(store).Run(by, At, obligation, "ключ-1");
        Assert.Equal("2020-0001", first.Receipt);

        await new ReturnReport(store).Run(by, At, obligation, new Dictionary<string, string> { ["figures"] = "Додайте кількість" }, new(2020, 9, 21));
        Assert.Equal("Returned", await StateOf(store, by, obligation));
        await new SaveDraft(store).Run(by, At, obligation, Full with { Narrative = "Проведено три зустрічі." }, 1);
        var second = await new SubmitReport(store).Run(by, At, obligation, "ключ-2");
        await new AcceptReport(store).Run(by, At, obligation, ExecutionState.InProgress);

        Assert.Equal("2020-0002", second.Receipt);
        Assert.Equal("Accepted", await StateOf(store, by, obligation));
        Assert.Equal("Проведено дві зустрічі.", first.Said.Narrative);
        Assert.True((await store.Read(by.Authority, r => AuditLog.Verify(r))).IsWhole);
    }

    [Theory, OnBoth]
    public async Task The_same_key_gives_the_same_receipt(Kind kind)
    {
        var (store, by, obligation) = await Running(kind);
        await new SaveDraft(store).Run(by, At, obligation, Full, 0);

        var receipts = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => new SubmitReport(store).Run(by, At, obligation, "той самий")));

        Assert.Single(receipts.Select(r => r.Receipt).Distinct());
        var again = await Assert.ThrowsAsync<RuleBroken>(() => new SubmitReport(store).Run(by, At, obligation, "інший"));
        Assert.Equal("report.already-submitted", again.Rule);
    }

    [Theory, OnBoth]
    public async Task Two_people_who_edit_one_report_see_both_texts(Kind kind)
    {
        var (store, by, obligation) = await Running(kind);
        await new SaveDraft(store).Run(by, At, obligation, Full with { Narrative = "Перший пише" }, 0);

        var outcome = await new SaveDraft(store).Run(by, At, obligation, Full with { Narrative = "Другий пише" }, 0);

        Assert.Equal("Перший пише", Assert.IsType<DraftOutcome.Changed>(outcome).Theirs.Narrative);
    }

    [Theory, OnBoth]
    public async Task An_executor_writes_for_his_own_body_only(Kind kind)
    {
        var (store, by, obligation) = await Running(kind);
        var stranger = new Actor(by.Authority, 7, Role.Executor, Body: 999);

        var refused = await Assert.ThrowsAsync<RuleBroken>(() => new SaveDraft(store).Run(stranger, At, obligation, Full, 0));

        Assert.Equal("report.not-yours", refused.Rule);
    }

    [Theory, OnBoth]
    public async Task A_report_without_text_state_or_reason_is_not_handed_in(Kind kind)
    {
        var (store, by, obligation) = await Running(kind);
        var version = 0L;
        async Task<string> Refused(ReportContent content)
        {
            version = Assert.IsType<DraftOutcome.Kept>(await new SaveDraft(store).Run(by, At, obligation, content, version)).Version;
            return (await Assert.ThrowsAsync<RuleBroken>(() => new SubmitReport(store).Run(by, At, obligation, "к"))).Rule;
        }

        Assert.Equal("report.empty", await Refused(new()));
        Assert.Equal("report.state-missing", await Refused(new() { Narrative = "Зроблено" }));
        Assert.Equal("report.reason-missing", await Refused(new() { Narrative = "Ні", DeclaredState = ExecutionState.NotDone }));
        Assert.Equal("report.too-long", await Refused(Full with { Narrative = new string('а', 5001) }));
    }
}
