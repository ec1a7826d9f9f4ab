using Zakhid.Obligations;
using Zakhid.Operations.Amendments;
using Zakhid.Operations.Control;
using Zakhid.Operations.Obligations;
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

    [Theory, OnBoth]
    public async Task A_measure_divided_after_its_executors_changed_is_divided_among_those_it_has_from_when_they_have_it(Kind kind)
    {
        var (store, by, _) = await Running(kind);
        await Amend(store, by, "88", "20.09.2021", "1) у пункті 3 слова «відділ кадрів міської ради» замінити словами «відділ культури міської ради».");
        var measure = await store.Read(by.Authority, r => r.One<long>("SELECT id FROM measure WHERE authority_id = @authority AND number = '3'"));
        var has = await store.Read(by.Authority, r => r.All<(long Id, string Printed)>("SELECT id, printed FROM assignment WHERE authority_id = @authority AND measure_id = @measure AND left_day IS NULL", new { measure }));
        Assert.Equal("культури", Assert.Single(has).Printed.Split(' ')[1]);
        await new DivideMeasure(store).Run(by, Today, measure, [new("Скласти список", null, [has[0].Id]), new("Провести навчання", null, [has[0].Id])]);

        Assert.Equal(["3 Відділ культури міської ради: 2021-Q4 17.12 Expected", "3 Відділ культури міської ради: 2021-Q4 17.12 Expected"], (await Owed(store, by, "3")).Where(o => o.Contains("культури", StringComparison.Ordinal) && !o.EndsWith("Lapsed", StringComparison.Ordinal)).Select(o => o.Replace("відділ", "Відділ", StringComparison.Ordinal)));
        Assert.Equal(["2021-Q1 17.03 Expected", "2021-Q2 17.06 Expected", "2021-Q3 17.09 Expected"], (await Owed(store, by, "3")).Where(o => o.Contains("кадрів", StringComparison.Ordinal) && !o.EndsWith("Lapsed", StringComparison.Ordinal)).Select(o => o[(o.IndexOf(": ", StringComparison.Ordinal) + 2)..]));
    }

    [Theory, OnBoth]
    public async Task Days_of_control_of_what_recurs_follow_the_plan_to_its_new_end(Kind kind)
    {
        var (store, by, plan) = await Running(kind);
        async Task ByHand(string number, string pointer, string value)
        {
            var amendment = await new AmendmentDrafts(store).Begin(by, Today, plan);
            await new AmendmentDrafts(store).Name(by, Today, amendment, "розпорядження", number, "20.09.2021", "20.09.2021");
            await new EditAmendment(store).Change(by, Today, amendment, new Dictionary<string, string?>(StringComparer.Ordinal) { [pointer] = value });
            await new AmendPlan(store).Run(by, Today, amendment);
        }
        await ByHand("87", "/measures/2/term_text", "Щокварталу");
        async Task<List<string>> Days() => [.. (await store.Read(by.Authority, r => r.All<DateOnly>("SELECT d.nominal FROM control_date d JOIN measure m ON m.authority_id = d.authority_id AND m.id = d.measure_id WHERE d.authority_id = @authority AND m.number = '3' ORDER BY d.nominal"))).Select(d => $"{d:dd.MM.yy}")];
        Assert.Equal("31.12.21", (await Days())[^1]);

        await ByHand("88", "/plan/title", "щодо підтримки ветеранів на 2021-2022 роки");

        Assert.Equal("31.12.22", (await Days())[^1]);
        Assert.Equal(new DateOnly(2022, 12, 31), await store.Read(by.Authority, r => r.One<DateOnly>("SELECT window_to FROM measure WHERE authority_id = @authority AND number = '3'")));
        Assert.Contains("3 Відділ кадрів міської ради: 2022-Q4 16.12 Expected", await Owed(store, by, "3"));
    }

    [Theory, OnBoth]
    public async Task A_plan_that_is_closed_takes_no_deed_that_would_make_it_owe_again(Kind kind)
    {
        var (store, by, plan) = await Running(kind);
        var measure = await store.Read(by.Authority, r => r.One<long>("SELECT id FROM measure WHERE authority_id = @authority AND number = '1'"));
        await new RemoveFromControl(store).Run(by, Today, measure, "виконано");
        await new RepealPlan(store).Run(by, Today, plan, new("рішення № 5", Today.Day, OpenReports.Lapse));
        var owed = await Owed(store, by);
        var (of, to) = (new DateOnly(2021, 11, 1), new DateOnly(2022, 6, 1));

        Assert.Equal("plan.closed", await Broken(() => new ExtendTerm(store).Run(by, Today, measure, of, to, "лист")));
        Assert.Equal("plan.closed", await Broken(() => new ExtendTerm(store).Ask(by, Today, measure, of, to, "лист", body: 1, onBehalf: "лист")));
        Assert.Equal("plan.closed", await Broken(() => new TakeUnderControl(store).Run(by, Today, measure, "лист")));
        Assert.Equal("plan.closed", await Broken(() => new DivideMeasure(store).Run(by, Today, measure, [])));
        Assert.Equal("plan.closed", await Broken(() => new ChoosePolicy(store).Run(by, Today, plan, Zakhid.Calendar.DayOffPolicy.Following, "лист")));
        Assert.Equal("plan.closed", await Broken(() => new EnterEventDay(store).Run(by, Today, plan, "подія", of, null, "лист")));
        Assert.Equal("plan.closed", await Broken(() => new AdoptRule(store).Run(by, Today, plan, PeriodLength.Month, 5, MonthRule.NextMonth)));
        Assert.Equal(owed, await Owed(store, by));
    }
}
