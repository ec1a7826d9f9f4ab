using Zakhid.Operations.Amendments;
using Zakhid.Operations.Bodies;
using Zakhid.Operations.Cascade;
using Zakhid.Operations.Control;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Reading;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Storage;

namespace Zakhid.Operations.Tests.Amendments;

/// <summary>What an amendment of the act's own items does to the days of reports.</summary>
public sealed class ReportingAmendedTests(PostgresCluster cluster) : AmendedPlanTest(cluster)
{
    static string ActItself(string number, params string[] changes) => $"""
        ЗРАЗКІВСЬКА МІСЬКА РАДА
        РОЗПОРЯДЖЕННЯ МІСЬКОГО ГОЛОВИ
        15.09.2021 № {number}
        Про внесення змін до розпорядження
        1. Внести до розпорядження міського голови від 12.02.2021 № 9 «Про затвердження плану заходів щодо підтримки ветеранів на 2021 рік» такі зміни:
        {string.Join("\n", changes)}
        2. Контроль за виконанням цього розпорядження залишаю за собою.
        Міський голова    Олена ЗРАЗОК
        """;

    async Task<(Store, Actor, long Plan, long Amendment)> Dropped(Kind kind, params string[] changes)
    {
        var (store, by, plan) = await Running(kind);
        return (store, by, plan, (await Drop(store, by, "88.txt", ActItself("88", changes))).Amendment!.Value);
    }

    [Theory, OnBoth]
    public async Task Words_of_the_item_that_names_the_day_move_every_report_to_come_and_are_rehearsed(Kind kind)
    {
        var (store, by, plan, amendment) = await Dropped(kind, "1) у пункті 2 слова «до 17 числа» замінити словами «до 10 числа».");
        var sheet = await Sheet(store, by, amendment);
        Assert.Empty(sheet.Open);
        Assert.Contains("до 10 числа", Assert.Single(sheet.Difference.Clauses).After, StringComparison.Ordinal);

        var foretold = await new AmendPlan(store).Rehearse(by, Today, amendment);
        // The third quarter's day was 17 September and is past.
        Assert.Equal((5, 0, 0), (foretold.Moved, foretold.Arisen, foretold.Lapsed));
        Assert.All(foretold.Obligations, o => Assert.Equal((new DateOnly(2021, 12, 17), new DateOnly(2021, 12, 10)), (o.Before!.Value, o.After!.Value)));
        Assert.Contains(await Owed(store, by, "4"), o => o.Contains("17.12", StringComparison.Ordinal));

        await new AmendPlan(store).Run(by, Today, amendment);

        Assert.Equal(["4 Відділ молоді міської ради: 2021-Q4 10.12 Expected"], await Owed(store, by, "4"));
        Assert.Contains("до 10 числа", (await Text(store, by, plan)).Reading.Act.Clauses[1].Text, StringComparison.Ordinal);
        Assert.Contains("до 17 числа", (await Text(store, by, plan, 1)).Reading.Act.Clauses[1].Text, StringComparison.Ordinal);
        Assert.Contains("пункт 2 розпорядження № 9 зі змінами, внесеними розпорядженням № 88", await store.Read(by.Authority, r => r.One<string>("SELECT ground FROM obligation WHERE authority_id = @authority AND period_code = '2021-Q4' AND kind = 'Report' AND lapsed_day IS NULL ORDER BY id LIMIT 1")), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_day_before_the_amendment_is_seen_with_the_days_it_had(Kind kind)
    {
        var (store, by, plan, amendment) = await Dropped(kind, "1) у пункті 2 слова «до 17 числа» замінити словами «до 10 числа».");
        await new AmendPlan(store).Run(by, Today, amendment);
        var last = await store.Read(by.Authority, r => r.One<long>("SELECT id FROM obligation WHERE authority_id = @authority AND period_code = '2021-Q4' AND kind = 'Report' ORDER BY id LIMIT 1"));
        async Task<DateOnly> Due(DateOnly day) => (await store.Read(by.Authority, r => StandingOn.Of(r, plan, day)))[last].DueDay;

        Assert.Equal((new DateOnly(2021, 12, 17), new DateOnly(2021, 12, 10)), (await Due(Today.Day.AddDays(-1)), await Due(Today.Day)));
    }

    [Theory, OnBoth]
    public async Task What_an_amendment_added_was_not_known_the_day_before(Kind kind)
    {
        var (store, by, plan) = await Running(kind);
        var amendment = (await Drop(store, by, "91.txt", Act("91", "15.09.2021", "1) доповнити план пунктом 5 такого змісту:", "«5. Провести концерт.", "Відділ культури міської ради", "IV квартал 2021 року»."))).Amendment!.Value;
        await new AmendPlan(store).Run(by, Today, amendment);

        async Task<int> Known(DateOnly day) => (await store.Read(by.Authority, r => StandingOn.Of(r, plan, day))).Values.Count(o => !o.IsToCome);
        Assert.Equal(await Known(Today.Day) - 1, await Known(Today.Day.AddDays(-1)));
    }

    [Theory, OnBoth]
    public async Task An_item_in_a_new_wording_changes_how_often_reports_are_owed(Kind kind)
    {
        var (store, by, _, amendment) = await Dropped(kind, "1) пункт 2 викласти в такій редакції:",
            "«2. Відповідальним виконавцям надавати відділу праці міської ради інформацію про виконання плану заходів щомісяця до 5 числа місяця, наступного за звітним періодом.».");
        Assert.Empty((await Sheet(store, by, amendment)).Open);

        await new AmendPlan(store).Run(by, Today, amendment);

        var owed = (await Owed(store, by, "4")).FindAll(o => o.EndsWith("Expected", StringComparison.Ordinal));
        Assert.Contains("4 Відділ молоді міської ради: 2021-10 05.11 Expected", owed);
        Assert.DoesNotContain(owed, o => o.Contains("2021-Q4", StringComparison.Ordinal));

        // The next month asks for nothing of the time before the amendment, and the measure of the whole year neither.
        var year = await Owed(store, by, "3");
        await new NewDay(store).Reach(by.Authority, Moment.Of(new DateOnly(2021, 10, 1)));
        Assert.Equal(year, await Owed(store, by, "3"));
        Assert.DoesNotContain(year, o => o.Contains("2021-03", StringComparison.Ordinal));
    }

    [Theory, OnBoth]
    public async Task A_day_that_a_person_had_entered_otherwise_is_asked_and_not_overwritten(Kind kind)
    {
        var (store, by, plan, amendment) = await Dropped(kind, "1) у пункті 2 слова «до 17 числа» замінити словами «до 10 числа».");
        await store.Write(by, Today, w => w.Do("UPDATE reporting_rule SET day = 20 WHERE authority_id = @authority AND plan_id = @plan", new { plan }));

        var asked = Assert.Single((await Sheet(store, by, amendment)).Open);
        Assert.Equal("Пункт 2 акта змінює день звіту, а правило звітування стоїть не таке, як у ньому.", asked.Remarks[0].Text);
        Assert.Equal("amendment.questions", await Broken(() => new AmendPlan(store).Run(by, Today, amendment)));
    }

    [Theory, OnBoth]
    public async Task An_item_that_the_act_does_not_have_or_words_that_it_does_not_say_are_asked(Kind kind)
    {
        var (store, by, _, amendment) = await Dropped(kind, "1) у пункті 8 слова «до 17 числа» замінити словами «до 10 числа»;", "2) у пункті 2 слова «до 25 числа» замінити словами «до 10 числа».");

        Assert.Equal(["Пункту 8 в акті, яким затверджено план, немає: зміну не внесено.", "У пункті 2 акта немає слів «до 25 числа»: зміну не внесено."], (await Sheet(store, by, amendment)).Open.Select(d => d.Remarks[0].Text));
        Assert.Equal("amendment.questions", await Broken(() => new AmendPlan(store).Run(by, Today, amendment)));
    }

    [Theory, OnBoth]
    public async Task Who_controls_changes_no_day(Kind kind)
    {
        var (store, by, plan, amendment) = await Dropped(kind, "1) у пункті 3 слова «залишаю за собою» замінити словами «покласти на заступника міського голови».");

        await new AmendPlan(store).Run(by, Today, amendment);

        Assert.Contains("заступника", (await Text(store, by, plan)).Reading.Act.Clauses[2].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await Owed(store, by), o => o.EndsWith("Lapsed", StringComparison.Ordinal));
    }

    [Theory, OnBoth]
    public async Task An_item_that_orders_an_act_by_another_day_or_no_more_binds_as_it_reads_now(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "zrazkiv");
        var ordering = SamplePlan.Text.Replace("3. Контроль", "3. Виконавчому комітету Березівської сільської ради до 1 жовтня 2021 року видати розпорядження про затвердження відповідних заходів.\n4. Контроль", StringComparison.Ordinal);
        var plan = await new AdoptImport(store).Run(by, Moment.Of(new DateOnly(2021, 2, 15)), (await Drop(store, by, "план.txt", ordering)).Import!.Value, "Відділ праці міської ради");
        await new AddBody(store).Run(by, Today, new() { Name = "Виконавчий комітет Березівської сільської ради" });
        await new RecordIssued(store).AssignNamed(by, Today, plan);
        async Task<IssuedAct> Act() => Assert.Single(await store.Read(by.Authority, r => IssuedAct.Of(r, plan)));
        Assert.Equal(new DateOnly(2021, 10, 1), (await Act()).Adjusted);

        await new AmendPlan(store).Run(by, Today, (await Drop(store, by, "88.txt", ActItself("88", "1) у пункті 3 слова «до 1 жовтня» замінити словами «до 1 листопада»."))).Amendment!.Value);
        Assert.Equal(new DateOnly(2021, 11, 1), (await Act()).Adjusted);
        Assert.Contains("до 1 листопада", (await Act()).Text, StringComparison.Ordinal);

        await new AmendPlan(store).Run(by, Today, (await Drop(store, by, "89.txt", ActItself("89", "1) пункт 3 виключити."))).Amendment!.Value);
        var ended = await Act();
        Assert.Equal((IssueState.Ended, "пункт 3 змінено розпорядженням № 89"), (ended.State(Today.Day), ended.EndedGround));
    }

    [Theory, OnBoth]
    public async Task The_table_of_discipline_of_a_day_before_the_amendment_counts_by_the_days_known_then(Kind kind)
    {
        var (store, by, plan, amendment) = await Dropped(kind, "1) у пункті 2 слова «до 17 числа» замінити словами «до 27 числа».");
        await new AmendmentDrafts(store).Name(by, Today, amendment, "розпорядження", "88", "15.09.2021", "15.09.2021");
        await new AmendPlan(store).Run(by, Today, amendment);
        var period = Zakhid.Obligations.ReportingPeriod.Parse("2021-Q3");

        Assert.Equal(0, (await store.Read(by.Authority, r => DisciplineTable.Read(r, period, Today.Day))).Discipline.Total.Overdue);
        // On the 19th the day was the 17th, for all that anybody knew.
        var then = (await store.Read(by.Authority, r => DisciplineThen.Read(r, period, Today.Day.AddDays(-1)))).Discipline.Total;
        Assert.Equal(4, then.Overdue);
    }
}
