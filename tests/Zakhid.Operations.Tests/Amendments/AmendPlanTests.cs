using Zakhid.Operations.Amendments;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Storage;

namespace Zakhid.Operations.Tests.Amendments;

public sealed class AmendPlanTests(PostgresCluster cluster) : AmendedPlanTest(cluster)
{
    [Theory, OnBoth]
    public async Task An_excluded_point_lapses_from_its_day_on_and_what_fell_due_before_stays(Kind kind)
    {
        var (store, by, plan) = await Running(kind);
        Assert.Equal(["3 Відділ кадрів міської ради: 2021-Q1 17.03 Expected", "3 Відділ кадрів міської ради: 2021-Q2 17.06 Expected", "3 Відділ кадрів міської ради: 2021-Q3 17.09 Expected", "3 Відділ кадрів міської ради: 2021-Q4 17.12 Expected"], await Owed(store, by, "3"));

        await Amend(store, by, "88", "20.09.2021", "1) пункт 3 виключити.");

        Assert.Equal(["3 Відділ кадрів міської ради: 2021-Q1 17.03 Expected", "3 Відділ кадрів міської ради: 2021-Q2 17.06 Expected", "3 Відділ кадрів міської ради: 2021-Q3 17.09 Expected", "3 Відділ кадрів міської ради: 2021-Q4 17.12 Lapsed"], await Owed(store, by, "3"));
        Assert.Equal("захід 3 виключено підпунктом 1 розпорядження № 88", await store.Read(by.Authority, r => r.One<string>("SELECT lapsed_ground FROM obligation WHERE authority_id = @authority AND lapsed_day IS NOT NULL")));
        Assert.Equal(["1", "2", "4"], (await Text(store, by, plan)).Reading.Measures.Select(m => m.Number));
        Assert.Equal(["1", "2", "3", "4"], (await Text(store, by, plan, 1)).Reading.Measures.Select(m => m.Number));
        Assert.Equal("Навчити посадових осіб", (await Text(store, by, plan, 1)).Reading.Measures[2].Text.TrimEnd('.'));
    }

    [Theory, OnBoth]
    public async Task A_restated_point_reads_otherwise_from_its_day_on_and_the_old_wording_stays_readable(Kind kind)
    {
        var (store, by, plan) = await Running(kind);

        await Amend(store, by, "88", "20.09.2021", "1) пункт 2 викласти в такій редакції:", "«2. Вести реєстр вакансій.", "Відділ праці міської ради, відділ молоді міської ради.", "Протягом року.»;", "2) доповнити пунктом 5 такого змісту:", "«5. Провести зустріч.", "Відділ культури міської ради.", "Грудень 2021 року.».");

        Assert.Equal(("Вести реєстр вакансій", "Створити базу вакансій для ветеранів"), ((await Text(store, by, plan)).Reading.Measures[1].Text.TrimEnd('.'), (await Text(store, by, plan, 1)).Reading.Measures[1].Text.TrimEnd('.')));
        Assert.Equal(2, (await Text(store, by, plan)).Version);
        Assert.Equal(
        [
            "2 Відділ молоді міської ради: 2021-Q4 17.12 Expected",
            "2 відділ освіти міської ради: 2021-Q1 17.03 Expected", "2 відділ освіти міської ради: 2021-Q2 17.06 Expected", "2 відділ освіти міської ради: 2021-Q3 17.09 Expected", "2 відділ освіти міської ради: 2021-Q4 17.12 Lapsed",
        ], (await Owed(store, by, "2")).Where(o => !o.Contains("праці", StringComparison.Ordinal)).Select(o => o.Replace("Відділ освіти", "відділ освіти", StringComparison.Ordinal)));
        Assert.Equal(4, (await Owed(store, by, "2")).Count(o => o.Contains("праці", StringComparison.Ordinal) && o.EndsWith("Expected", StringComparison.Ordinal)));
        Assert.Equal(["5 Відділ культури міської ради: 2021-Q4 17.12 Expected"], await Owed(store, by, "5"));
    }

    [Theory, OnBoth]
    public async Task What_is_rehearsed_is_what_is_done_and_leaves_no_trace(Kind kind)
    {
        var (store, by, plan) = await Running(kind);
        var before = await Owed(store, by);
        var amendment = (await Drop(store, by, "88.txt", Act("88", "20.09.2021", "1) пункт 3 виключити;", "2) строк виконання пункту 1 перенести на 1 лютого 2022 року;", "3) пункт 4 доповнити словами «відділ освіти міської ради»."))).Amendment!.Value;

        var rehearsed = await new AmendPlan(store).Rehearse(by, Today, amendment);
        Assert.Equal(before, await Owed(store, by));
        Assert.Equal(1, (await Text(store, by, plan)).Version);
        Assert.Equal(2, await new AmendPlan(store).Run(by, Today, amendment));

        var done = await store.Read(by.Authority, r => r.One<string>("SELECT effect FROM amendment WHERE authority_id = @authority AND id = @amendment", new { amendment }));
        Assert.Equal(Json.Write(rehearsed), done);
        Assert.Equal((2, 0, 1), (rehearsed.Changed, rehearsed.Added, rehearsed.Excluded));
        Assert.Equal((1, 0, 1), (rehearsed.Arisen, rehearsed.Moved, rehearsed.Lapsed));
        Assert.NotEqual(before, await Owed(store, by));
    }
}
