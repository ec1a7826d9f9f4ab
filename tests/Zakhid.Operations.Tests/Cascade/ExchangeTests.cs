using System.Text;
using Zakhid.Documents.Cascade;
using Zakhid.Operations.Cascade;
using Zakhid.Operations.Consolidation;
using Zakhid.Operations.Reporting;
using Zakhid.Operations.Tests.Storage;
using Zakhid.Reporting;

namespace Zakhid.Operations.Tests.Cascade;

public class ExchangeTests(PostgresCluster cluster) : ExchangeTest(cluster)
{
    async Task<long> Linked()
    {
        var higher = await TaskTaken();
        var own = await Store.Read(Lower.Authority, r => LinkedMeasure.Of(r, LowerPlan, higher));
        await new LinkMeasures(Store).Run(Lower, At, LowerPlan, higher, [(own[0].Id, 1), (own[1].Id, 2), (own[2].Id, 2)]);
        return higher;
    }

    async Task<byte[]> Answer(long higher) => await File(Lower, await new MakePackage(Store).Answer(Lower, At, LowerPlan, "2020-Q3", higher));

    Task<List<(int Position, string State, DateOnly? Submitted, string? OnBehalf)>> Upper3() => Store.Read(Upper.Authority, r => r.All<(int, string, DateOnly?, string?)>("""
        SELECT m.position, o.report_state, o.submitted_day, (SELECT s.on_behalf FROM submission s WHERE s.authority_id = o.authority_id AND s.obligation_id = o.id) FROM obligation o
        JOIN measure m ON m.authority_id = o.authority_id AND m.id = o.measure_id JOIN body b ON b.authority_id = o.authority_id AND b.id = o.body_id
        WHERE o.authority_id = @authority AND o.period_code = '2020-Q3' AND b.name = @Town ORDER BY m.position
        """, new { Town }));

    [Theory, OnBoth]
    public async Task A_plan_goes_down_as_a_task_with_its_day_and_its_measures(Kind kind)
    {
        await Both(kind);
        var higher = await TaskTaken();

        var act = await Store.Read(Lower.Authority, r => StoredHigherAct.Find(r, higher));
        Assert.Equal((HigherActSource.Package, "325-ОД", 3L), (act.Source, act.Number, act.Measures));
        Assert.Equal(25, act.Act.Reporting.Single().Day);
        Assert.Contains(await Store.Read(Lower.Authority, r => Zakhid.Operations.Obligations.PlanLadder.Of(r, LowerPlan, Zakhid.Obligations.ReportingPeriod.Parse("2020-Q3"))), rung => rung.Document == higher && rung.DayText == "25 вересня");
    }

    [Theory, OnBoth]
    public async Task A_sent_report_goes_up_as_reports_that_wait_for_the_coordinator_with_figures_summed_and_their_source(Kind kind)
    {
        await Both(kind);
        var higher = await Linked();
        await Sent(schools: 5, libraries: 3);

        var taken = await new TakePackage(Store).Run(Upper, At, await Answer(higher));

        Assert.Equal(["1", "2"], taken.Receipts.Select(r => r.Measure));
        Assert.Equal([(1, "Submitted", At.Day, "пакет обміну № 2020-0001 від 16.09.2020, Глухівська міська рада"), (2, "Submitted", At.Day, "пакет обміну № 2020-0001 від 16.09.2020, Глухівська міська рада")], (await Upper3())!);
        var said = await Store.Read(Upper.Authority, async r => (await ReportReading.Last(r, await r.One<long>("""
            SELECT o.id FROM obligation o JOIN measure m ON m.authority_id = o.authority_id AND m.id = o.measure_id WHERE o.authority_id = @authority AND o.period_code = '2020-Q3' AND m.position = 2
            """)))!.Said);
        Assert.Equal("Захід 2: Проведено семінари у школах.\nЗахід 3: Проведено семінари в бібліотеках.", said.Narrative);
        Assert.Equal(ExecutionState.InProgress, said.DeclaredState);
        Assert.Equal((8m, "Глухівська міська рада: 5 (захід 2) + 3 (захід 3)"), (said.Figures.Single().Value, said.Figures.Single().Note));
    }

    [Theory, OnBoth]
    public async Task One_report_of_two_measures_goes_up_as_an_answer_to_each(Kind kind)
    {
        await Both(kind);
        var higher = await Linked();
        var (first, third) = await Store.Read(Lower.Authority, r => r.One<(long, long)>("""
            SELECT MIN(o.id), MAX(o.id) FROM obligation o JOIN measure m ON m.authority_id = o.authority_id AND m.id = o.measure_id
            WHERE o.authority_id = @authority AND o.plan_id = @LowerPlan AND o.period_code = '2020-Q3' AND m.position IN (1, 3)
            """, new { LowerPlan }));
        await new JoinReports(Store).Run(Lower, At, third, first);
        await Report(1, "Проведено два брифінги й семінар у бібліотеці.");
        await new AcceptReport(Store).Run(Lower, At, third, Zakhid.Reporting.ExecutionState.InProgress);
        await Report(2, "Проведено семінари у школах.", 5);
        await new SendConsolidation(Store).Run(Lower, At, LowerPlan, "2020-Q3");

        var taken = await new TakePackage(Store).Run(Upper, At, await Answer(higher));

        Assert.Equal(["1", "2"], taken.Receipts.Select(r => r.Measure));
    }

    [Theory, OnBoth]
    public async Task The_same_package_twice_is_one_package(Kind kind)
    {
        await Both(kind);
        var higher = await Linked();
        await Sent();
        var file = await Answer(higher);

        var first = await new TakePackage(Store).Run(Upper, At, file);
        var second = await new TakePackage(Store).Run(Upper, At, file);

        Assert.False(first.Again);
        Assert.True(second.Again);
        Assert.Equal(first.Receipts, second.Receipts);
        Assert.Equal(2, await Store.Read(Upper.Authority, r => r.One<int>("SELECT COUNT(*) FROM submission WHERE authority_id = @authority")));
    }

    [Theory, OnBoth]
    public async Task Making_the_same_again_gives_the_package_made_before_and_other_contents_the_next_edition(Kind kind)
    {
        await Both(kind);
        var first = await new MakePackage(Store).Task(Upper, At, UpperPlan, Town);
        var again = await new MakePackage(Store).Task(Upper, Moment.Of(At.Day.AddDays(3)), UpperPlan, Town);
        Assert.Equal((first.Number, first.Edition, first.Digest), (again.Number, again.Edition, again.Digest));

        await Store.Write(Upper, At, w => w.Do("UPDATE measure SET text = 'Проведення брифінгів і зустрічей' WHERE authority_id = @authority AND plan_id = @UpperPlan AND position = 1", new { UpperPlan }));
        var next = await new MakePackage(Store).Task(Upper, At, UpperPlan, Town);
        Assert.Equal(("2020-0002", 2), (next.Number, next.Edition));

        // The town takes the newer one first: the older changes nothing any more.
        await new TakePackage(Store).Run(Lower, At, await File(Upper, next));
        var older = await Refused(async () => await new TakePackage(Store).Run(Lower, At, await File(Upper, first)));
        Assert.Equal("package.older", older.Rule);
        Assert.Equal([1, 2, At.Day], older.Arguments);
    }

    [Theory, OnBoth]
    public async Task A_later_edition_takes_the_place_of_an_earlier_one(Kind kind)
    {
        await Both(kind);
        var higher = await TaskTaken();
        await Store.Write(Upper, At, w => w.Do("UPDATE measure SET text = 'Проведення брифінгів і зустрічей' WHERE authority_id = @authority AND plan_id = @UpperPlan AND position = 1", new { UpperPlan }));

        Assert.Equal(higher, await TaskTaken());
        Assert.Equal("Проведення брифінгів і зустрічей", (await Store.Read(Lower.Authority, r => HigherMeasure.Of(r, higher)))[0].Text);
    }

    [Theory, OnBoth]
    public async Task Another_authoritys_package_ones_own_and_another_content_of_one_edition_are_refused(Kind kind)
    {
        await Both(kind);
        var made = await File(Upper, await new MakePackage(Store).Task(Upper, At, UpperPlan, "Роменська міська рада"));
        var broken = await Refused(() => new TakePackage(Store).Run(Lower, At, made));
        Assert.Equal(("package.for-another", "Роменська міська рада"), (broken.Rule, broken.Arguments[0]));
        Assert.Equal("package.own", (await Refused(() => new TakePackage(Store).Run(Upper, At, made))).Rule);
        Assert.Equal("package.addressee", (await Refused(() => new MakePackage(Store).Task(Upper, At, UpperPlan, Oblast))).Rule);

        var ours = await File(Upper, await new MakePackage(Store).Task(Upper, At, UpperPlan, Town));
        await new TakePackage(Store).Run(Lower, At, ours);
        var forged = PackageFile.Write(PackageFile.Read(ours).Package with { Title = "Інший план" }).Bytes;
        Assert.Equal("package.other-edition", (await Refused(() => new TakePackage(Store).Run(Lower, At, forged))).Rule);
        Assert.Equal("package.not-this-digest", (await Refused(() => new TakePackage(Store).Run(Lower, At, ours, digest: "7F3A 91C2"))).Rule);
    }

    [Theory, OnBoth]
    public async Task One_changed_byte_leaves_everything_as_it_was(Kind kind)
    {
        await Both(kind);
        var higher = await Linked();
        await Sent();
        var file = await Answer(higher);
        file[Encoding.UTF8.GetString(file).IndexOf("report.json", StringComparison.Ordinal) + 400] ^= 1;
        var entries = await Store.Read(Upper.Authority, r => r.One<int>("SELECT COUNT(*) FROM audit_entry WHERE authority_id = @authority"));

        await Refused(() => new TakePackage(Store).Run(Upper, At, file));

        Assert.All(await Upper3(), o => Assert.Equal("Expected", o.State));
        Assert.Equal(entries, await Store.Read(Upper.Authority, r => r.One<int>("SELECT COUNT(*) FROM audit_entry WHERE authority_id = @authority")));
    }

    [Theory, OnBoth]
    public async Task What_is_handed_in_or_being_written_is_not_overwritten(Kind kind)
    {
        await Both(kind);
        var higher = await Linked();
        await Sent();
        var obligation = await Store.Read(Upper.Authority, r => r.One<long>("""
            SELECT o.id FROM obligation o JOIN measure m ON m.authority_id = o.authority_id AND m.id = o.measure_id JOIN body b ON b.authority_id = o.authority_id AND b.id = o.body_id
            WHERE o.authority_id = @authority AND o.period_code = '2020-Q3' AND m.position = 1 AND b.name = @Town
            """, new { Town }));
        await new SaveDraft(Store).Run(Upper, At, obligation, new() { Narrative = "Пише координатор." }, 0);

        var taken = await new TakePackage(Store).Run(Upper, At, await Answer(higher));

        Assert.Equal([("1", AnswerFate.Taken)], taken.Left);
        Assert.Equal("Пише координатор.", (await Store.Read(Upper.Authority, r => ReportReading.Draft(r, obligation))).Narrative);
    }

    [Theory, OnBoth]
    public async Task An_answer_is_made_only_of_what_was_sent_and_linked(Kind kind)
    {
        await Both(kind);
        var higher = await TaskTaken();
        Assert.Equal("package.no-links", (await Refused(() => Answer(higher))).Rule);
        var own = await Store.Read(Lower.Authority, r => LinkedMeasure.Of(r, LowerPlan, higher));
        await new LinkMeasures(Store).Run(Lower, At, LowerPlan, higher, [(own[0].Id, 1)]);
        Assert.Equal("package.not-sent", (await Refused(() => Answer(higher))).Rule);
    }

    [Theory, OnBoth]
    public async Task An_issuer_that_the_register_does_not_know_is_asked_for_once(Kind kind)
    {
        await Both(kind);
        var higher = await Linked();
        await Sent();
        await Store.Write(Upper, At, async w =>
        {
            await w.Do("DELETE FROM body_alias WHERE authority_id = @authority");
            await w.Do("UPDATE body SET name = 'Виконком Глухівської міськради' WHERE authority_id = @authority AND name = @Town", new { Town });
        });
        var file = await Answer(higher);

        var broken = await Refused(() => new TakePackage(Store).Run(Upper, At, file));
        Assert.Equal(("package.body", Town), (broken.Rule, broken.Arguments[0]));
        var body = await Store.Read(Upper.Authority, r => r.One<long>("SELECT id FROM body WHERE authority_id = @authority AND name LIKE 'Виконком%'"));
        Assert.Equal(2, (await new TakePackage(Store).Run(Upper, At, file, body: body)).Receipts.Count);
        Assert.Equal(body, await Store.Read(Upper.Authority, async r => (await PackagePreview.Of(r, PackageFile.Read(file))).BodyId));
    }

    [Theory, OnBoth]
    public async Task Nothing_of_one_authority_is_seen_by_the_other_but_what_the_package_brought(Kind kind)
    {
        await Both(kind);
        await TaskTaken();
        Assert.Equal(0, await Store.Read(Upper.Authority, r => r.One<int>("SELECT COUNT(*) FROM higher_act WHERE authority_id = @authority")));
        Assert.Equal(["Made"], await Store.Read(Upper.Authority, r => r.All<string>("SELECT direction FROM package WHERE authority_id = @authority")));
        Assert.Equal(["Taken"], await Store.Read(Lower.Authority, r => r.All<string>("SELECT direction FROM package WHERE authority_id = @authority")));
    }

    [Theory, OnBoth]
    public async Task The_duty_to_issue_an_act_has_its_day_and_is_met_by_the_answers_own_act(Kind kind)
    {
        await Both(kind);
        var body = await Store.Read(Upper.Authority, r => r.One<long>("SELECT id FROM body WHERE authority_id = @authority AND name = @Town", new { Town }));
        Assert.Equal(1, await new RecordIssued(Store).Assign(Upper, At, UpperPlan, [body]));
        Assert.Equal(0, await new RecordIssued(Store).Assign(Upper, At, UpperPlan, [body]));
        // A month from 21 July is Friday, 21 August 2020.
        Assert.Equal((new DateOnly(2020, 8, 21), (DateOnly?)null), await Duty());

        var higher = await Linked();
        await Sent();
        await new TakePackage(Store).Run(Upper, At, await Answer(higher));
        Assert.Equal((new DateOnly(2020, 8, 21), new DateOnly(2020, 8, 3)), await Duty());

        Task<(DateOnly, DateOnly?)> Duty() => Store.Read(Upper.Authority, r => r.One<(DateOnly, DateOnly?)>("SELECT adjusted, issued_date FROM act_duty WHERE authority_id = @authority"));
    }
}
