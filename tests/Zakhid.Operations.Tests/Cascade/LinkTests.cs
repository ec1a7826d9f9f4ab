using Zakhid.Operations.Cascade;
using Zakhid.Operations.Reading;
using Zakhid.Operations.Tests.Storage;

namespace Zakhid.Operations.Tests.Cascade;

public class LinkTests(PostgresCluster cluster) : ExchangeTest(cluster)
{
    Task<IReadOnlyList<LinkedMeasure>> Links(long higher) => Store.Read(Lower.Authority, r => LinkedMeasure.Of(r, LowerPlan, higher));

    [Theory, OnBoth]
    public async Task Likeness_proposes_and_a_person_links(Kind kind)
    {
        await Both(kind);
        var higher = await TaskTaken();

        var proposed = await Links(higher);
        Assert.Equal([1, 2, 2], proposed.Select(m => m.Proposed[0].Measure.Position));
        Assert.All(proposed, m => Assert.Empty(m.Above));

        Assert.Equal(2, await new LinkMeasures(Store).Run(Lower, At, LowerPlan, higher, [(proposed[0].Id, 1), (proposed[1].Id, 2)]));
        Assert.Equal(0, await new LinkMeasures(Store).Run(Lower, At, LowerPlan, higher, [(proposed[0].Id, 1)]));
        var linked = await Links(higher);
        Assert.Equal([1, 2], linked.Take(2).Select(m => m.Above.Single().Position));
        Assert.NotEmpty(linked[2].Proposed);

        await new LinkMeasures(Store).Undo(Lower, At, LowerPlan, higher, proposed[0].Id, 1);
        Assert.Empty((await Links(higher))[0].Above);
    }

    [Theory, OnBoth]
    public async Task What_is_not_there_is_not_linked(Kind kind)
    {
        await Both(kind);
        var higher = await TaskTaken();
        var own = (await Links(higher))[0].Id;

        Assert.Equal("cascade.unknown-measure", (await Refused(() => new LinkMeasures(Store).Run(Lower, At, LowerPlan, higher, [(own, 9)]))).Rule);
        Assert.Equal("measure.unknown", (await Refused(() => new LinkMeasures(Store).Run(Lower, At, LowerPlan, higher, [(99, 1)]))).Rule);
        await new PlaceAbove(Store).Remove(Lower, At, LowerPlan, higher);
        Assert.Equal("cascade.not-linked", (await Refused(() => new LinkMeasures(Store).Run(Lower, At, LowerPlan, higher, [(own, 1)]))).Rule);
    }

    [Theory, OnBoth]
    public async Task A_plan_made_of_a_higher_one_goes_through_review_and_comes_out_linked(Kind kind)
    {
        await Both(kind);
        var higher = await TaskTaken();

        var import = await new DerivePlan(Store).Run(Lower, At, higher, [1, 2]);

        var sheet = await Store.Read(Lower.Authority, r => ImportSheet.Find(r, import));
        Assert.Equal(["Проведення брифінгів", "Проведення семінарів для молоді"], sheet.Reading.Measures.Select(m => m.Text));
        Assert.Equal("Не менше 10 семінарів", sheet.Reading.Measures[1].Criteria);
        Assert.All(sheet.Reading.Measures, m => Assert.Empty(m.Executors));
        var above = await Store.Read(Lower.Authority, r => DayAbove.OfImport(r, import));
        Assert.StartsWith("25 LastMonthOfPeriod розпорядження від 21.07.2020", $"{above!.Rule.Day} {above.Rule.MonthRule} {above.Act}", StringComparison.Ordinal);
        Assert.True(sheet.Reading.Act.IsDraft);
        Assert.Equal("plan.draft", (await Refused(() => new AdoptImport(Store).Run(Lower, At, import))).Rule);

        foreach (var (pointer, value) in new[] { ("/act/kind", "розпорядження"), ("/act/number", "200-ОД"), ("/act/date", "2020-09-01"), ("/measures/0/executors", "Відділ культури"), ("/measures/1/executors", "Відділ освіти") })
            await new CorrectReading(Store).Run(Lower, At, import, pointer, value);
        var plan = await new AdoptImport(Store).Run(Lower, At, import);

        var links = await Store.Read(Lower.Authority, r => LinkedMeasure.Of(r, plan, higher));
        Assert.Equal([1, 2], links.Select(m => m.Above.Single().Position));
        Assert.Equal("import.same-file", (await Refused(() => new DerivePlan(Store).Run(Lower, At, higher, [1, 2]))).Rule);
        Assert.Equal("cascade.no-measures", (await Refused(() => new DerivePlan(Store).Run(Lower, At, higher, []))).Rule);
    }
}
