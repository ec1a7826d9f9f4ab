using Zakhid.Operations.Amendments;
using Zakhid.Operations.Control;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Storage;

namespace Zakhid.Operations.Tests.Amendments;

/// <summary>An amendment of the item «контроль за виконанням …»: who controls the plan follows, and is shown before it is confirmed.</summary>
public sealed class ControlAmendedTests(PostgresCluster cluster) : AmendedPlanTest(cluster)
{
    static string ActItself(params string[] changes) => $"""
        ЗРАЗКІВСЬКА МІСЬКА РАДА
        РОЗПОРЯДЖЕННЯ МІСЬКОГО ГОЛОВИ
        15.09.2021 № 88
        Про внесення змін до розпорядження
        1. Внести до розпорядження міського голови від 12.02.2021 № 9 «Про затвердження плану заходів щодо підтримки ветеранів на 2021 рік» такі зміни:
        {string.Join("\n", changes)}
        2. Контроль за виконанням цього розпорядження залишаю за собою.
        Міський голова    Олена ЗРАЗОК
        """;

    static Task<string[]> Controllers(Store store, Actor by) => store.Read(by.Authority, async r => Json.Read<string[]>(await r.One<string>("SELECT control FROM act WHERE authority_id = @authority")));

    [Theory]
    [InlineData("1) пункт 3 викласти в такій редакції: «3. Контроль за виконанням цього розпорядження покласти на заступника міського голови та відділ праці міської ради.».", "заступника міського голови; відділ праці міської ради")]
    [InlineData("1) у пункті 3 слова «залишаю за собою» замінити словами «покласти на керуючого справами».", "керуючого справами")]
    [InlineData("1) пункт 3 виключити.", "")]
    public async Task The_controller_of_the_plan_follows_the_item_in_its_new_words(string change, string controllers)
    {
        var (store, by, plan) = await Running(Kind.Sqlite);
        Assert.Single(await Controllers(store, by));
        var before = (await Controllers(store, by))[0];
        var amendment = (await Drop(store, by, "88.txt", ActItself(change))).Amendment!.Value;

        var sheet = await Sheet(store, by, amendment);
        Assert.Empty(sheet.Open);
        var shown = Assert.Single(sheet.Difference.Act, f => f.Field == "control");
        Assert.Equal((before, controllers.Replace("; ", "\n", StringComparison.Ordinal)), (shown.Before, shown.After ?? ""));
        await new AmendPlan(store).Rehearse(by, Today, amendment);
        Assert.Equal([before], await Controllers(store, by));

        await new AmendPlan(store).Run(by, Today, amendment);

        Assert.Equal(controllers, string.Join("; ", await Controllers(store, by)));
        Assert.Equal(controllers, string.Join("; ", (await store.Read(by.Authority, r => ControlCard.Read(r, plan, 1))).Act.Control));
        Assert.Equal([before], (await Text(store, by, plan, 1)).Reading.Act.Control);
        Assert.Equal([before], (await store.Read(by.Authority, r => PlanText.On(r, plan, Today.Day.AddDays(-1))))!.Reading.Act.Control);
        Assert.Null(await store.Read(by.Authority, r => PlanText.On(r, plan, Today.Day)));
    }

    [Fact]
    public async Task Where_the_control_was_corrected_by_hand_a_person_is_asked_and_may_write_it()
    {
        var (store, by, plan) = await Running(Kind.Sqlite);
        await store.Write(by, Today, w => w.Do("UPDATE act SET control = @control WHERE authority_id = @authority", new { control = Json.Write(new[] { "секретаря ради", "відділ кадрів" }) }));
        var amendment = (await Drop(store, by, "88.txt", ActItself("1) у пункті 3 слова «залишаю за собою» замінити словами «покласти на керуючого справами»."))).Amendment!.Value;

        var asked = Assert.Single((await Sheet(store, by, amendment)).Open);
        Assert.Equal("Акт змінює пункт про контроль, а контроль стоїть не так, як у ньому: секретаря ради; відділ кадрів.", asked.Remarks[0].Text);
        await new EditAmendment(store).Change(by, Today, amendment, new Dictionary<string, string?> { ["/act/control"] = "керуючого справами" });
        await new EditAmendment(store).Answer(by, Today, amendment, asked.Pointer);
        await new AmendPlan(store).Run(by, Today, amendment);

        Assert.Equal(["керуючого справами"], await Controllers(store, by));
    }
}
