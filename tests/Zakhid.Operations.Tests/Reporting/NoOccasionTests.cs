using Zakhid.Operations.Reading;
using Zakhid.Operations.Reporting;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Storage;
using Zakhid.Reporting;

namespace Zakhid.Operations.Tests.Reporting;

/// <summary>«Звернень не було» is a lawful report: complete without a word and without a figure.</summary>
public class NoOccasionTests(PostgresCluster cluster) : RunningPlanTest(cluster)
{
    static readonly ReportContent None = new() { DeclaredState = ExecutionState.NoOccasion };

    [Theory, OnBoth]
    public async Task That_no_case_arose_is_handed_in_without_a_word_and_says_its_sentence(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");
        await new AdoptPlan(store).Run(by, At, SmallPlan.OnRequest());
        var obligation = await Second(store, by);

        await new SaveDraft(store).Run(by, At, obligation, None, 0);
        var submitted = await new SubmitReport(store).Run(by, At, obligation, "к");
        await new AcceptReport(store).Run(by, At, obligation, ExecutionState.NoOccasion);

        Assert.Equal("Випадків, на які розраховано захід («у разі звернення громадян»), у звітному періоді не було.", submitted.Said.Narrative);
        Assert.Equal(("Accepted", "NoOccasion", false), await store.Read(by.Authority, r => r.One<(string, string, bool)>("SELECT report_state, confirmed_state, late FROM obligation WHERE authority_id = @authority AND id = @obligation", new { obligation })));
    }

    [Theory, OnBoth]
    public async Task A_measure_that_does_not_wait_for_cases_cannot_be_answered_so(Kind kind)
    {
        var (store, by, obligation) = await Running(kind);
        await new SaveDraft(store).Run(by, At, obligation, None with { Narrative = "Не було." }, 0);
        Assert.Equal("report.no-occasion", (await Assert.ThrowsAsync<RuleBroken>(() => new SubmitReport(store).Run(by, At, obligation, "к"))).Rule);

        await new SaveDraft(store).Run(by, At, obligation, Full, 1);
        await new SubmitReport(store).Run(by, At, obligation, "к");
        Assert.Equal("report.no-occasion", (await Assert.ThrowsAsync<RuleBroken>(() => new AcceptReport(store).Run(by, At, obligation, ExecutionState.NoOccasion))).Rule);
    }

    [Theory, OnBoth]
    public async Task The_condition_may_stand_in_the_words_of_the_measure(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");
        var plan = SmallPlan.Made("у разі звернення");
        await new AdoptPlan(store).Run(by, At, plan with { Measures = [plan.Measures[0], plan.Measures[1] with { Printed = plan.Measures[1].Printed with { Text = "Сприяння організаціям у разі їх звернення" } }] });
        var obligation = await Second(store, by);
        await new SaveDraft(store).Run(by, At, obligation, None, 0);

        Assert.Equal("Випадків, на які розраховано захід («у разі їх звернення»), у звітному періоді не було.", (await new SubmitReport(store).Run(by, At, obligation, "к")).Said.Narrative);
    }

    internal static Task<long> Second(Store store, Actor by) => store.Read(by.Authority, r => r.One<long>("""
        SELECT o.id FROM obligation o JOIN body b ON b.authority_id = o.authority_id AND b.id = o.body_id JOIN measure m ON m.authority_id = o.authority_id AND m.id = o.measure_id
        WHERE o.authority_id = @authority AND m.position = 2 AND b.name = 'Відділ культури' AND o.period_code = '2020-Q3'
        """));
}
