using Zakhid.Operations.Amendments;
using Zakhid.Operations.Reading;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Storage;

namespace Zakhid.Operations.Tests.Amendments;

public sealed class RollOverPlanTests(PostgresCluster cluster) : AmendedPlanTest(cluster)
{
    [Theory, OnBoth]
    public async Task The_next_years_plan_is_a_draft_with_its_years_moved_that_is_adopted_like_any_other(Kind kind)
    {
        var (store, by, plan) = await Running(kind);
        await Amend(store, by, "88", "20.09.2021", "1) пункт 3 виключити.");

        var import = await new RollOverPlan(store).Run(by, Today, plan);
        var sheet = await store.Read(by.Authority, r => ImportSheet.Find(r, import));

        Assert.Equal("щодо підтримки ветеранів на 2022 рік", sheet.Reading.PlanTitle![^"щодо підтримки ветеранів на 2022 рік".Length..]);
        Assert.Equal(["1: До 1 листопада 2022 року", "2: Протягом року", "4: IV квартал 2022 року"], sheet.Reading.Measures.Select(m => $"{m.Number}: {m.TermText}"));
        Assert.True(sheet.Reading.Act is { IsDraft: true, Number: null, Date: null });
        Assert.Equal("rollover.again", await Broken(() => new RollOverPlan(store).Run(by, Today, plan)));

        await new CorrectReading(store).Run(by, Today, import, "/act/number", "3");
        await new CorrectReading(store).Run(by, Today, import, "/act/date", "10.01.2022");
        var next = await new AdoptImport(store).Run(by, Moment.Of(new DateOnly(2022, 1, 11)), import, "Відділ праці міської ради");

        Assert.Equal(["2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4"], await store.Read(by.Authority, r => r.All<string>("SELECT DISTINCT period_code FROM obligation WHERE authority_id = @authority AND plan_id = @next ORDER BY period_code", new { next })));
        Assert.Equal(plan, await store.Read(by.Authority, r => r.One<long>("SELECT i.rolled_from_plan_id FROM plan p JOIN import i ON i.authority_id = p.authority_id AND i.id = p.import_id WHERE p.authority_id = @authority AND p.id = @next", new { next })));
    }

    [Fact]
    public void A_plan_that_began_on_a_leap_day_begins_on_the_last_of_February()
    {
        var moved = RollOverPlan.Moved(new() { FileName = "план.txt", Act = new(), PlanTitle = "План на період з 29 лютого 2024 року до 31 грудня 2024 року", Measures = [new() { Number = "1", Text = "Провести семінар", TermText = "до 29 лютого 2024 року" }] }, new(2024, 2, 29), new(2024, 12, 31));
        Assert.Single(moved.Measures);
    }
}
