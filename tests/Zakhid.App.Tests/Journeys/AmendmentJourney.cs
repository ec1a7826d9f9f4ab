using System.Text;
using System.Text.RegularExpressions;
using Zakhid.App.Tests.Web;

namespace Zakhid.App.Tests.Journeys;

/// A plan from its file to its amendment, the next year's draft and its repeal, through the pages alone.
[Collection(nameof(DemoSite))]
public partial class AmendmentJourney(DemoSite site)
{
    internal const string Plan = """
        ЗРАЗКІВСЬКА МІСЬКА РАДА
        РОЗПОРЯДЖЕННЯ МІСЬКОГО ГОЛОВИ
        12.02.2019 № 9
        Про затвердження плану заходів щодо підтримки ветеранів на 2019 рік
        1. Затвердити план заходів щодо підтримки ветеранів на 2019 рік (додається).
        2. Відповідальним виконавцям надавати відділу праці міської ради інформацію про виконання плану заходів щокварталу до 17 числа останнього місяця звітного періоду.
        3. Контроль за виконанням цього розпорядження залишаю за собою.
        Міський голова    Олена ЗРАЗОК

        ЗАТВЕРДЖЕНО
        розпорядження міського голови
        12.02.2019 № 9

        ПЛАН ЗАХОДІВ
        щодо підтримки ветеранів на 2019 рік

        1. Провести ярмарок вакансій для ветеранів.
        Відділ освіти міської ради
        До 1 листопада 2019 року
        2. Створити базу вакансій для ветеранів.
        Відділ праці міської ради
        Протягом року
        """;

    internal const string Act = """
        ЗРАЗКІВСЬКА МІСЬКА РАДА
        РОЗПОРЯДЖЕННЯ МІСЬКОГО ГОЛОВИ
        18.03.2019 № 88
        Про внесення змін до плану заходів
        1. Внести до плану заходів щодо підтримки ветеранів на 2019 рік, затвердженого розпорядженням міського голови від 12.02.2019 № 9, такі зміни:
        1) у пункті 1 слова «ярмарок вакансій» замінити словами «день кар’єри»;
        2) пункт 2 виключити;
        3) пункт 12 виключити.
        2. Контроль за виконанням цього розпорядження залишаю за собою.
        Міський голова    Олена ЗРАЗОК
        """;

    [Fact]
    public async Task An_amending_act_is_shown_with_its_effect_confirmed_by_one_button_and_the_plan_goes_on_in_its_new_version()
    {
        var coordinator = await site.SignIn("kyiv-koordynator");
        await coordinator.Open("/imports/new");
        var unknown = await coordinator.Upload("/imports/new", "зміни.txt", Encoding.UTF8.GetBytes(Act.Replace("№ 88", "№ 87", StringComparison.Ordinal)));
        Assert.Contains("Акт змінює документ від 12.02.2019 № 9. Такого плану тут немає.", Flat(unknown), StringComparison.Ordinal);
        await coordinator.Post($"{coordinator.Path}?handler=Withdraw", []);

        await coordinator.Open("/imports/new");
        await coordinator.Upload("/imports/new", "план.txt", Encoding.UTF8.GetBytes(Plan));
        await coordinator.Post($"{coordinator.Path}?handler=Adopt", new() { ["coordinator"] = "Відділ праці міської ради" });
        var plan = coordinator.Path;
        Assert.Contains("План не змінювали: чинна перша редакція.", await coordinator.Open($"{plan}/changes"), StringComparison.Ordinal);

        await coordinator.Open("/imports/new");
        var preview = Flat(await coordinator.Upload("/imports/new", "зміни.txt", Encoding.UTF8.GetBytes(Act)));
        var amendment = coordinator.Path;
        Assert.StartsWith("/amendments/", amendment, StringComparison.Ordinal);
        Assert.Contains("Змінено заходів: 1, додано: 0, виключено: 1.", preview, StringComparison.Ordinal);
        Assert.Contains("Пункту 12 у плані немає: зміну не внесено.", preview, StringComparison.Ordinal);
        Assert.Contains("<del>ярмарок вакансій</del>", preview, StringComparison.Ordinal);
        Assert.Contains("<ins>день кар’єри</ins>", preview, StringComparison.Ordinal);
        Assert.Contains("Припиняється звітів: 3, додається: 0, змінюють строк: 0.", preview, StringComparison.Ordinal);
        Assert.Contains("захід 2 виключено підпунктом 2 розпорядження № 88", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("Підтвердити зміни</button>", preview, StringComparison.Ordinal);
        Assert.Contains("Дайте відповіді на питання: 1", await coordinator.Post($"{amendment}?handler=Confirm", []), StringComparison.Ordinal);

        preview = await coordinator.Post($"{amendment}?handler=Answer", new() { ["question"] = "/remarks/0" });
        Assert.Contains("Підтвердити зміни</button>", preview, StringComparison.Ordinal);
        var version = Flat(await coordinator.Post($"{amendment}?handler=Confirm", []));
        Assert.Equal($"{plan}/versions/2", coordinator.Path);
        Assert.Contains("Змінено заходів: 1, додано: 0, виключено: 1.", version, StringComparison.Ordinal);
        Assert.Contains("<dt>Підтверджено</dt><dd>18 березня 2019 року", version, StringComparison.Ordinal);
        Assert.Contains("з 18 березня 2019 року, чинна", version, StringComparison.Ordinal);
        Assert.Contains("Створити базу вакансій для ветеранів", await coordinator.Open($"{plan}/versions/1"), StringComparison.Ordinal);
        Assert.DoesNotContain("Створити базу вакансій", await coordinator.Open(plan), StringComparison.Ordinal);
        var dayBefore = await coordinator.Open($"{plan}?as-of=2019-03-17");
        Assert.Contains("Створити базу вакансій", dayBefore, StringComparison.Ordinal);
        Assert.Contains("Провести ярмарок вакансій", dayBefore, StringComparison.Ordinal);
        Assert.DoesNotContain("день кар’єри", dayBefore, StringComparison.Ordinal);
        Assert.Contains("Зміни за актом № 88 від 18.03.2019 уже внесено", await Twice(coordinator), StringComparison.Ordinal);

        var draft = Flat(await coordinator.Post($"{plan}/changes?handler=RollOver", []));
        Assert.Contains("До 1 листопада 2020 року", draft, StringComparison.Ordinal);
        await coordinator.Post($"{coordinator.Path}?handler=Withdraw", []);

        var repeal = Flat(await coordinator.Open($"{plan}/repeal"));
        Assert.Contains("Припинити всі", repeal, StringComparison.Ordinal);
        Assert.Contains("Оберіть, що робити з відкритими звітами", await coordinator.Post($"{plan}/repeal", new() { ["ground"] = "рішення № 5", ["day"] = "18.03.2019" }), StringComparison.Ordinal);
        Assert.Contains("План втратив чинність: його не змінюють.", await coordinator.Post($"{plan}/repeal", new() { ["ground"] = "рішення № 5", ["day"] = "18.03.2019", ["open"] = "Lapse" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_file_the_changes_are_entered_by_hand_and_the_day_of_reports_moves()
    {
        var coordinator = await site.SignIn("kyiv-koordynator");
        await coordinator.Open("/imports/new");
        await coordinator.Upload("/imports/new", "план 10.txt", Encoding.UTF8.GetBytes(Plan.Replace("№ 9", "№ 10", StringComparison.Ordinal)));
        await coordinator.Post($"{coordinator.Path}?handler=Adopt", new() { ["coordinator"] = "Відділ праці міської ради" });
        var plan = coordinator.Path;

        var page = await coordinator.Post($"{plan}/changes?handler=Begin", []);
        var amendment = coordinator.Path;
        Assert.Contains("Впишіть номер і дату акта про зміни", page, StringComparison.Ordinal);
        await coordinator.Post($"{amendment}?handler=Name", new() { ["kind"] = "розпорядження", ["number"] = "91", ["date"] = "18.03.2019", ["effective"] = "1 квітня 2019 року" });
        Assert.Contains("У плані ще нічого не змінено", await coordinator.Open(amendment), StringComparison.Ordinal);
        await coordinator.Open($"{amendment}/measures/0");
        Assert.Contains("Напишіть найменування заходу", await coordinator.Post($"{amendment}/measures/0", new() { ["text"] = " " }), StringComparison.Ordinal);
        await coordinator.Post($"{amendment}/measures/0", new() { ["term_text"] = "До 1 червня 2019 року" });
        page = Flat(await coordinator.Post($"{amendment}?handler=PlanText", new() { ["title"] = "план заходів щодо підтримки ветеранів на 2019 рік", ["reporting"] = "Відповідальним виконавцям — відділу праці міської ради: щокварталу до 10 числа останнього місяця звітного періоду (пункт 2)" }));

        Assert.Contains("Так було б сьогодні; зміни набудуть чинності 1 квітня 2019 року.", page, StringComparison.Ordinal);
        // 17 June 2019 was the Monday after Trinity.
        Assert.Matches("14 червня</td><td class=\"nw\" data-l=\"Стане\">10 червня", page);
        Assert.Contains("пункт 2 розпорядження № 10 зі змінами, внесеними розпорядженням № 91", page, StringComparison.Ordinal);
        Assert.Contains("Редакція 2", await coordinator.Post($"{amendment}?handler=Confirm", []), StringComparison.Ordinal);
        Assert.Contains("набуде чинності 1 квітня 2019 року", Flat(await coordinator.Open(amendment)), StringComparison.Ordinal);
        await coordinator.Post($"{amendment}?handler=Withdraw", []);
        await coordinator.Post($"{plan}/repeal", new() { ["ground"] = "рішення № 6", ["day"] = "18.03.2019", ["open"] = "Lapse" });
    }

    static async Task<string> Twice(DemoSite.Person coordinator)
    {
        await coordinator.Open("/imports/new");
        var page = await coordinator.Upload("/imports/new", "зміни знову.txt", Encoding.UTF8.GetBytes(Act + "\n"));
        await coordinator.Post($"{coordinator.Path}?handler=Answer", new() { ["question"] = "/remarks/0" });
        await coordinator.Post($"{coordinator.Path}?handler=Answer", new() { ["question"] = "/remarks/1" });
        await coordinator.Post($"{coordinator.Path}?handler=Answer", new() { ["question"] = "/remarks/2" });
        page = await coordinator.Open(coordinator.Path);
        await coordinator.Post($"{coordinator.Path}?handler=Withdraw", []);
        return page;
    }

    static string Flat(string page) => Blanks().Replace(page, " ");

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();
}
