using Zakhid.Operations.Control;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Reporting;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Reporting;
using Zakhid.Operations.Tests.Storage;
using Zakhid.Reporting;

namespace Zakhid.Operations.Tests.Control;

/// <summary>A compound measure in parts: «1.а», «1.б».</summary>
public class DivideMeasureTests(PostgresCluster cluster) : RunningPlanTest(cluster)
{
    [Theory, OnBoth]
    public async Task Each_part_is_owed_by_its_own_executors_under_the_measures_number(Kind kind)
    {
        var (store, by, _) = await Running(kind);
        var given = await Given(store, by);
        await new DivideMeasure(store).Run(by, At, 1, [new("Підготувати брифінги", "не менше 4 брифінгів", [given[0], given[1]]), new("Оприлюднити записи", null, [given[0]])]);

        Assert.Equal(["1.а Відділ культури 2020-Q3", "1.а Відділ з правової політики 2020-Q3", "1.б Відділ культури 2020-Q3", "1.а Відділ культури 2020-Q4", "1.а Відділ з правової політики 2020-Q4", "1.б Відділ культури 2020-Q4"], await Owed(store, by));
        var line = (await store.Read(by.Authority, r => ObligationLine.List(r, "o.measure_id = 1 AND o.standing = 'Expected'"))).First(l => l.Part == "а");
        Assert.Equal("Підготувати брифінги", line.Text);
        Assert.Single((await store.Read(by.Authority, r => ReportSheet.Read(r, line.Id))).Targets);
        Assert.Equal(["а: Підготувати брифінги — Відділ культури, Відділ з правової політики", "б: Оприлюднити записи — Відділ культури"],
            (await store.Read(by.Authority, r => DivideMeasure.Parts(r, 1))).Select(p => $"{p.Letter}: {p.Text} — {string.Join(", ", p.Executors)}"));
    }

    [Theory, OnBoth]
    public async Task A_measure_is_done_when_all_its_parts_are(Kind kind)
    {
        var (store, by, _) = await Running(kind);
        var given = await Given(store, by);
        await new DivideMeasure(store).Run(by, At, 1, [new("Перша", null, given), new("Друга", null, [given[0]])]);
        var reports = await store.Read(by.Authority, r => ObligationLine.List(r, "o.measure_id = 1 AND o.standing = 'Expected' AND o.period_code = '2020-Q3'"));
        foreach (var (report, i) in reports.Select((report, i) => (report, i)))
        {
            await new SaveDraft(store).Run(by, At, report.Id, Full with { DeclaredState = ExecutionState.Done }, 0);
            await new SubmitReport(store).Run(by, At, report.Id, $"к{i}");
            await new AcceptReport(store).Run(by, At, report.Id, ExecutionState.Done);
            Assert.Equal(i == reports.Count - 1 ? "Done" : "InProgress", await store.Read(by.Authority, r => r.One<string>("SELECT confirmed_state FROM measure WHERE authority_id = @authority AND id = 1")));
        }
    }

    [Theory, OnBoth]
    public async Task Undone_before_a_report_the_measure_is_owed_whole_as_it_was(Kind kind)
    {
        var (store, by, _) = await Running(kind);
        var (before, given) = (await Owed(store, by), await Given(store, by));
        await new DivideMeasure(store).Run(by, At, 1, [new("Перша", null, given), new("Друга", null, given)]);
        await new DivideMeasure(store).Undo(by, At, 1);

        Assert.Equal(before, await Owed(store, by));
        Assert.Empty(await store.Read(by.Authority, r => DivideMeasure.Parts(r, 1)));
        await new DivideMeasure(store).Run(by, At, 1, [new("Знову", null, given), new("І ще", null, given)]);
        Assert.Equal(8, (await Owed(store, by)).Count);
    }

    [Theory, OnBoth]
    public async Task What_cannot_be_divided_is_said(Kind kind)
    {
        var (store, by, report) = await Running(kind);
        var given = await Given(store, by);
        async Task<string> Refused(params NewPart[] parts) => (await Assert.ThrowsAsync<RuleBroken>(() => new DivideMeasure(store).Run(by, At, 1, parts))).Rule;

        Assert.Equal("divide.too-few", await Refused(new NewPart("Усе", null, given)));
        Assert.Equal("divide.text-missing", await Refused(new("Перша", null, given), new(" ", null, given)));
        Assert.Equal("divide.nobody", await Refused(new("Перша", null, given), new("Друга", null, [])));
        Assert.Equal("divide.left-out", await Refused(new("Перша", null, [given[0]]), new("Друга", null, [given[0]])));
        Assert.Equal("divide.none", (await Assert.ThrowsAsync<RuleBroken>(() => new DivideMeasure(store).Undo(by, At, 1))).Rule);
        var executor = new Actor(by.Authority, 9, Role.Executor, 1);
        Assert.Equal("divide.not-for-you", (await Assert.ThrowsAsync<RuleBroken>(() => new DivideMeasure(store).Run(executor, At, 1, []))).Rule);
        await new SaveDraft(store).Run(by, At, report, Full, 0);
        Assert.Equal("divide.reported", await Refused(new("Перша", null, given), new("Друга", null, given)));
    }

    static Task<List<long>> Given(Store store, Actor by) => store.Read(by.Authority, r => r.All<long>("SELECT id FROM assignment WHERE authority_id = @authority AND measure_id = 1 ORDER BY position"));

    static async Task<List<string>> Owed(Store store, Actor by) =>
        [.. (await store.Read(by.Authority, r => ObligationLine.List(r, "o.measure_id = 1 AND o.standing = 'Expected'", order: "o.period_code, o.id"))).Select(l => $"{l.Measure} {l.Body} {l.PeriodCode}")];
}
