using Zakhid.Operations.Publishing;
using Zakhid.Operations.Reporting;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Storage;
using Zakhid.Reporting;

namespace Zakhid.Operations.Tests.Reporting;

/// <summary>«Один звіт — два заходи».</summary>
public class JoinReportsTests(PostgresCluster cluster) : RunningPlanTest(cluster)
{
    [Theory, OnBoth]
    public async Task One_report_is_handed_in_once_and_stands_under_both_measures_with_one_receipt(Kind kind)
    {
        var (store, by, report) = await Running(kind);
        var joined = await NoOccasionTests.Second(store, by);
        Assert.Contains(await store.Read(by.Authority, r => JoinReports.Candidates(r, report)), c => c.Id == joined && !c.Joined);

        await new JoinReports(store).Run(by, At, joined, report);
        Assert.Equal(joined, Assert.Single(await store.Read(by.Authority, r => JoinReports.Joined(r, report))).Id);
        Assert.Empty(await store.Read(by.Authority, r => JoinReports.Joined(r, joined)));
        await new SaveDraft(store).Run(by, At, report, Full, 0);
        Assert.Equal("joint.answered-there", (await Assert.ThrowsAsync<RuleBroken>(() => new SubmitReport(store).Run(by, At, joined, "інша"))).Rule);
        var first = await new SubmitReport(store).Run(by, At, report, "к");
        var again = await new SubmitReport(store).Run(by, At, report, "к");

        Assert.Equal(first.Receipt, again.Receipt);
        var copy = await store.Read(by.Authority, r => ReportReading.Last(r, joined));
        Assert.Equal((first.Receipt, "Проведено дві зустрічі."), (copy!.Receipt, copy.Said.Narrative));
        Assert.Equal(2, await store.Read(by.Authority, r => r.One<long>("SELECT COUNT(*) FROM submission WHERE authority_id = @authority")));
        Assert.Equal("Submitted", await StateOf(store, by, joined));
    }

    [Theory, OnBoth]
    public async Task Each_is_accepted_or_returned_by_itself_and_the_returned_one_is_mended_alone(Kind kind)
    {
        var (store, by, report) = await Running(kind);
        var joined = await NoOccasionTests.Second(store, by);
        await new JoinReports(store).Run(by, At, joined, report);
        await new SaveDraft(store).Run(by, At, report, Full, 0);
        await new SubmitReport(store).Run(by, At, report, "к");
        await new AcceptReport(store).Run(by, At, report, ExecutionState.InProgress);
        await new ReturnReport(store).Run(by, At, joined, new Dictionary<string, string> { ["narrative"] = "Додайте семінар." }, new(2020, 9, 25));

        var draft = await store.Read(by.Authority, r => ReportReading.Draft(r, joined));
        await new SaveDraft(store).Run(by, At, joined, draft with { Narrative = draft.Narrative + " І семінар." }, 1);
        var mended = await new SubmitReport(store).Run(by, At, joined, "друга");

        Assert.Equal("Проведено дві зустрічі. І семінар.", mended.Said.Narrative);
        Assert.Equal(("Accepted", "Submitted"), (await StateOf(store, by, report), await StateOf(store, by, joined)));
    }

    [Theory, OnBoth]
    public async Task A_shared_figure_is_counted_once_for_everybody_to_see(Kind kind)
    {
        var (store, by, report) = await Running(kind);
        var joined = await NoOccasionTests.Second(store, by);
        var targets = await store.Write(by, At, async w =>
        {
            var first = await w.Next("target", 2);
            for (var i = 0; i < 2; i++)
                await w.Do("INSERT INTO target (authority_id, id, measure_id, position, type, metric, unit, value, measurable, meaning) SELECT @authority, @id, o.measure_id, 1, 'Threshold', 'зустрічі', 'зустріч', '4', 1, @meaning FROM obligation o WHERE o.authority_id = @authority AND o.id = @o",
                    new { id = first + i, o = i == 0 ? report : joined, meaning = Json.Write(Zakhid.Criteria.CriteriaLanguage.Read("не менше 4 зустрічей").Targets[0]) });
            return first;
        });
        await new JoinReports(store).Run(by, At, joined, report);
        await new SaveDraft(store).Run(by, At, report, Full with { Figures = [new(targets, 3)] }, 0);
        await new SubmitReport(store).Run(by, At, report, "к");
        foreach (var one in new[] { report, joined }) await new AcceptReport(store).Run(by, At, one, ExecutionState.InProgress);
        await new PublishPlan(store).Run(by, At, 1);

        Assert.Equal([3m], (await store.Read(by.Authority, r => ReportReading.Last(r, joined)))!.Said.Figures.Select(f => f.Value));
        var seen = await new PublicProgress(store).Measures(by.Authority, 1);
        Assert.Equal(["3 зустрічі", "полічено в заході 1"], seen.Select(m => m.Result));
    }

    [Theory, OnBoth]
    public async Task Only_open_reports_of_one_body_for_the_same_time_are_joined_and_can_be_parted(Kind kind)
    {
        var (store, by, report) = await Running(kind);
        var joined = await NoOccasionTests.Second(store, by);
        async Task<string> Refused(long one, long with) => (await Assert.ThrowsAsync<RuleBroken>(() => new JoinReports(store).Run(by, At, one, with))).Rule;
        var others = await store.Read(by.Authority, r => r.All<(long Id, string Body, string Period)>("SELECT o.id, b.name, o.period_code FROM obligation o JOIN body b ON b.authority_id = o.authority_id AND b.id = o.body_id WHERE o.authority_id = @authority AND o.kind = 'Report'"));

        Assert.Equal("joint.same", await Refused(report, report));
        Assert.Equal("joint.other-body", await Refused(others.First(o => o.Body == "Відділ з правової політики" && o.Period == "2020-Q3").Id, report));
        Assert.Equal("joint.other-period", await Refused(others.First(o => o.Body == "Відділ культури" && o.Period == "2020-Q4").Id, report));
        await new JoinReports(store).Run(by, At, joined, report);
        Assert.Equal("joint.already", await Refused(joined, report));
        Assert.Equal("joint.already", await Refused(report, joined));

        await new JoinReports(store).Part(by, At, joined);
        Assert.Equal("joint.none", (await Assert.ThrowsAsync<RuleBroken>(() => new JoinReports(store).Part(by, At, joined))).Rule);
        await new SaveDraft(store).Run(by, At, joined, Full, 0);
        await new SubmitReport(store).Run(by, At, joined, "своя");
        Assert.Equal("Expected", await StateOf(store, by, report));
    }
}
