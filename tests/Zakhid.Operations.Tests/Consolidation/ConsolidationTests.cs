using Zakhid.Operations.Audit;
using Zakhid.Operations.Consolidation;
using Zakhid.Operations.Reporting;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Reporting;
using Zakhid.Operations.Tests.Storage;
using Zakhid.Reporting;

namespace Zakhid.Operations.Tests.Consolidation;

public class ConsolidationTests(PostgresCluster cluster) : RunningPlanTest(cluster)
{
    const string Period = "2020-Q3";

    [Theory, OnBoth]
    public async Task What_is_handed_in_and_not_yet_accepted_is_neither_silence_nor_text(Kind kind)
    {
        var (store, by, obligation) = await Running(kind);
        await HandIn(store, by, obligation);

        var row = (await Sheet(store, by)).Rows[0];

        Assert.Equal(["Відділ культури"], row.UnderReview);
        Assert.Equal(["Відділ з правової політики"], row.Silent);
        Assert.Equal("", row.Summary);
        var paper = await store.Read(by.Authority, async r => await MakePaper.Of(r, await ConsolidationSheet.Read(r, 1, Period), At));
        var lines = Assert.IsType<Zakhid.Documents.Consolidation.PaperMeasure>(paper.Rows[0]).Status.Select(l => l.Text);
        Assert.Equal(["Відділ з правової політики: інформації не надано.", "Відділ культури: інформація опрацьовується."], lines);
    }

    [Theory, OnBoth]
    public async Task A_sentence_of_an_accepted_report_is_traced_and_the_coordinators_own_is_not(Kind kind)
    {
        var (store, by, obligation) = await Running(kind);
        await Accepted(store, by, obligation);

        await new EditConsolidation(store).Run(by, At, 1, Period, await MeasureOf(store, by, obligation), "Проведено дві зустрічі. Участь узяли 40 осіб.", 0);

        var row = (await Sheet(store, by)).Rows[0];
        Assert.Equal([("Проведено дві зустрічі.", "2020-0001"), ("Участь узяли 40 осіб.", null)], row.Traced.Select(t => (t.Text, t.Source?.Receipt)));
        Assert.Empty(row.Unused(row.Traced));
    }

    [Theory, OnBoth]
    public async Task A_report_accepted_after_the_text_was_edited_is_said_to_be_missing_from_it(Kind kind)
    {
        var (store, by, obligation) = await Running(kind);
        await new EditConsolidation(store).Run(by, At, 1, Period, await MeasureOf(store, by, obligation), "Роботу ведуть.", 0);
        await Accepted(store, by, obligation);

        Assert.Equal(["2020-0001"], ((await Sheet(store, by)).Rows[0] is var unsaid ? unsaid.Unused(unsaid.Traced) : []).Select(s => s.Receipt));
    }

    [Theory, OnBoth]
    public async Task Figures_of_executors_are_added_up_in_agreed_words_and_shares_stand_each_for_itself(Kind kind)
    {
        var (store, by, obligation) = await Running(kind);
        var measure = await MeasureOf(store, by, obligation);
        await store.Write(by, At, async w =>
        {
            foreach (var (position, unit) in new[] { (1, "раз"), (2, "%") })
                await w.Do("INSERT INTO target (authority_id, id, measure_id, position, type, unit, measurable, meaning) VALUES (@authority, @position, @measure, @position, 'Quantity', @unit, 1, '{}')", new { position, measure, unit });
            return true;
        });
        await Accepted(store, by, obligation, new ReportedFigure(1, 4), new ReportedFigure(2, 38.5m));

        Assert.Equal(["4 рази", "38,5 %"], (await Sheet(store, by)).Rows[0].Figures);
    }

    [Theory, OnBoth]
    public async Task Two_who_edit_one_row_do_not_overwrite_each_other(Kind kind)
    {
        var (store, by, obligation) = await Running(kind);
        var measure = await MeasureOf(store, by, obligation);
        await new EditConsolidation(store).Run(by, At, 1, Period, measure, "Перший.", 0);

        var refused = await Assert.ThrowsAsync<RuleBroken>(() => new EditConsolidation(store).Run(by, At, 1, Period, measure, "Другий.", 0));

        Assert.Equal(("consolidation.changed", "Перший."), (refused.Rule, refused.Arguments[0]));
    }

    [Theory, OnBoth]
    public async Task What_was_sent_never_changes_whatever_is_accepted_later(Kind kind)
    {
        var (store, by, obligation) = await Running(kind);
        await new SendConsolidation(store).Run(by, At, 1, Period);
        var sent = await Sheet(store, by);

        await Accepted(store, by, obligation);

        var later = await Sheet(store, by);
        Assert.Equal(["Відділ культури", "Відділ з правової політики"], later.Rows[0].Silent);
        Assert.Equal(sent.DocxSha256, later.DocxSha256);
        Assert.Equal("consolidation.sent", (await Assert.ThrowsAsync<RuleBroken>(() => new SendConsolidation(store).Run(by, At, 1, Period))).Rule);
        Assert.True((await store.Read(by.Authority, r => AuditLog.Verify(r))).IsWhole);
    }

    [Theory, OnBoth]
    public async Task What_comes_late_becomes_a_dated_supplement_and_the_sent_paper_stays(Kind kind)
    {
        var (store, by, obligation) = await Running(kind);
        Assert.Equal("consolidation.not-sent", (await Assert.ThrowsAsync<RuleBroken>(() => new OpenSupplement(store).Run(by, At, 1, Period))).Rule);
        await new EditConsolidation(store).Run(by, At, 1, Period, await MeasureOf(store, by, obligation) + 1, "Семінар готують.", 0);
        await new SendConsolidation(store).Run(by, At, 1, Period);
        Assert.Equal("consolidation.nothing-new", (await Assert.ThrowsAsync<RuleBroken>(() => new OpenSupplement(store).Run(by, At, 1, Period))).Rule);
        await Accepted(store, by, obligation);

        Assert.Equal(2, await new OpenSupplement(store).Run(by, At, 1, Period));

        var supplement = await Sheet(store, by);
        Assert.Equal((2, null), (supplement.Edition, supplement.SentDay));
        Assert.Equal(["Проведено дві зустрічі.", "Семінар готують."], supplement.Rows.Select(r => r.Summary));
        var paper = await store.Read(by.Authority, r => MakePaper.Of(r, supplement, At));
        Assert.Equal($"(доповнення станом на {Zakhid.Text.UkrainianDate.Full(At.Day)})", paper.Title[1]);
        await new SendConsolidation(store).Run(by, At, 1, Period);
        var first = await store.Read(by.Authority, r => ConsolidationSheet.Read(r, 1, Period, edition: 1));
        Assert.Equal(1, first.Edition);
        Assert.NotEqual((await Sheet(store, by)).DocxSha256, first.DocxSha256);
    }

    static Task<ConsolidationSheet> Sheet(Store store, Actor by) => store.Read(by.Authority, r => ConsolidationSheet.Read(r, 1, Period));

    static Task<long> MeasureOf(Store store, Actor by, long obligation) =>
        store.Read(by.Authority, r => r.One<long>("SELECT measure_id FROM obligation WHERE authority_id = @authority AND id = @obligation", new { obligation }));

    static async Task HandIn(Store store, Actor by, long obligation, params ReportedFigure[] figures)
    {
        await new SaveDraft(store).Run(by, At, obligation, Full with { Figures = figures }, 0);
        await new SubmitReport(store).Run(by, At, obligation, "ключ");
    }

    static async Task Accepted(Store store, Actor by, long obligation, params ReportedFigure[] figures)
    {
        await HandIn(store, by, obligation, figures);
        await new AcceptReport(store).Run(by, At, obligation, ExecutionState.InProgress);
    }
}
