using Zakhid.Operations.Consolidation;
using Zakhid.Operations.Control;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Reporting;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Reporting;
using Zakhid.Operations.Tests.Storage;
using Zakhid.Reporting;

namespace Zakhid.Operations.Tests.Obligations;

public sealed class StandingOnTests(PostgresCluster cluster) : RunningPlanTest(cluster)
{
    static Moment On(int month, int day) => Moment.Of(new(2020, month, day));

    /// <summary>Handed in on the 16th, returned on the 17th till the 21st, again on the 20th, accepted on the 22nd.</summary>
    async Task<(Store Store, Actor By, long Obligation)> WithHistory(Kind kind)
    {
        var (store, by, obligation) = await Running(kind);
        await new SaveDraft(store).Run(by, On(9, 16), obligation, Full, 0);
        await new SubmitReport(store).Run(by, On(9, 16), obligation, "ключ-1");
        await new ReturnReport(store).Run(by, On(9, 17), obligation, new Dictionary<string, string> { ["narrative"] = "Додайте дати" }, new(2020, 9, 21));
        await new SaveDraft(store).Run(by, On(9, 20), obligation, Full with { Narrative = "Проведено три зустрічі." }, 1);
        await new SubmitReport(store).Run(by, On(9, 20), obligation, "ключ-2");
        await new AcceptReport(store).Run(by, On(9, 22), obligation, ExecutionState.Done);
        return (store, by, obligation);
    }

    static async Task<StandingOn> Stood(Store store, Actor by, long obligation, int day) =>
        (await store.Read(by.Authority, r => StandingOn.Of(r, 1, new(2020, 9, day))))[obligation];

    [Theory, OnBoth]
    public async Task A_report_stood_on_each_day_where_its_facts_had_brought_it(Kind kind)
    {
        var (store, by, obligation) = await WithHistory(kind);

        var days = new List<(string, int)>();
        foreach (var day in new[] { 15, 16, 17, 20, 22, 30 }) days.Add(((await Stood(store, by, obligation, day)).Standing, (await Stood(store, by, obligation, day)).DueDay.Day));

        Assert.Equal([("Expected", 17), ("Submitted", 17), ("Returned", 21), ("Submitted", 21), ("Accepted", 21), ("Accepted", 21)], days);
    }

    [Theory, OnBoth]
    public async Task An_answer_to_the_letter_of_consent_counts_from_its_day(Kind kind)
    {
        var (store, by, _) = await Running(kind);
        var asked = await store.Read(by.Authority, r => r.One<(long Id, long Body)>("SELECT id, body_id FROM obligation WHERE authority_id = @authority AND standing = 'Apart' ORDER BY id LIMIT 1"));
        await new AnswerConsent(store).Run(by, On(9, 18), asked.Body, "Agreed", "лист від 18.09.2020 № 3");

        Assert.Equal(("Apart", "Asked"), await Stood(store, by, asked.Id, 17) is var before ? (before.Standing, before.Consent) : default);
        Assert.Equal(("Expected", "Agreed"), await Stood(store, by, asked.Id, 18) is var after ? (after.Standing, after.Consent) : default);
    }

    [Theory, OnBoth]
    public async Task The_periods_document_of_an_earlier_day_holds_what_was_accepted_by_then(Kind kind)
    {
        var (store, by, _) = await WithHistory(kind);

        var (before, after) = await store.Read(by.Authority, async r => (await ConsolidationSheet.Read(r, 1, "2020-Q3", asOf: new(2020, 9, 18)), await ConsolidationSheet.Read(r, 1, "2020-Q3", asOf: new(2020, 9, 22))));

        Assert.Equal((0, 1), (before.Accepted, after.Accepted));
        Assert.Contains("Відділ культури", before.Rows[0].Silent);
        Assert.Equal(("", "Проведено три зустрічі."), (before.Rows[0].Summary, after.Rows[0].Summary));
    }
}
