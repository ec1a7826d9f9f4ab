using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Zakhid.App.Tests.Web;

namespace Zakhid.App.Tests.Journeys;

[Collection(nameof(DemoSite))]
public partial class ImportJourney(DemoSite site)
{
    [Fact]
    public async Task A_draft_becomes_a_running_plan_once_its_requisites_are_entered_and_a_rule_is_set()
    {
        var coordinator = await site.SignIn("kolomyia-koordynator");
        var page = await coordinator.Open("/imports/1");
        Assert.Contains("Прочитано 35 заходів. Сумнівних місць: 1.", page, StringComparison.Ordinal);
        Assert.Contains("Це проєкт: немає дати або номера.", page, StringComparison.Ordinal);
        Assert.Contains("Якби акт підписали сьогодні, було б 168 звітів від 6 виконавців; перший строк — 25 червня 2021 року.", Flat(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Узяти на контроль</button>", page, StringComparison.Ordinal);
        Assert.Contains("Впишіть номер і дату акта: проєкт на контроль не беруть", await coordinator.Post("/imports/1?handler=Adopt", new() { ["coordinator"] = "Відділ комунікації" }), StringComparison.Ordinal);

        await coordinator.Post("/imports/1?handler=Correct", new() { ["doubt"] = "/remarks/act.draft", ["number"] = "41", ["date"] = "учора" });
        Assert.Contains("Напишіть дату так: 25.12.2026 або 25 грудня 2026", await coordinator.Post("/imports/1?handler=Correct", new() { ["doubt"] = "/remarks/act.draft", ["number"] = "41", ["date"] = "учора" }), StringComparison.Ordinal);
        page = await coordinator.Post("/imports/1?handler=Correct", new() { ["doubt"] = "/remarks/act.draft", ["number"] = "41", ["date"] = "1 квітня 2021 року" });
        Assert.Contains("Прочитано 35 заходів; сумнівів не лишилося.", page, StringComparison.Ordinal);
        Assert.Contains("Виправлено: головний спеціаліст відділу комунікації та інформаційних технологій, 12 квітня 2021 року. Надруковано: —", Flat(page), StringComparison.Ordinal);
        Assert.Contains("Буде 168 звітів від 6 виконавців; перший строк — 25 червня 2021 року.", Flat(page), StringComparison.Ordinal);
        Assert.Contains("Акт не називає дня, до якого звітують виконавці. Встановіть правило один раз", page, StringComparison.Ordinal);
        Assert.Contains("name=\"coordinator\" value=\"відділ комунікації та інформаційних технологій\"", page, StringComparison.Ordinal);

        Assert.Contains("Оберіть орган, який узагальнює звіти", await coordinator.Post("/imports/1?handler=Adopt", new() { ["coordinator"] = " " }), StringComparison.Ordinal);
        await coordinator.Post("/imports/1?handler=Adopt", new() { ["coordinator"] = "відділ комунікації та інформаційних технологій", ["periodicity"] = "Quarter", ["day"] = "25", ["month"] = "LastMonthOfPeriod" });

        Assert.StartsWith("/plans/", coordinator.Path, StringComparison.Ordinal);
        Assert.Contains("168 звітів", await coordinator.Open("/obligations"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_adoption_the_rule_can_be_tried_and_put_off()
    {
        var coordinator = await site.SignIn("zhytomyr-koordynator");
        await coordinator.Open("/imports/new");
        var page = await coordinator.Upload("/imports/new", "правило.txt", Act("605", "перший"));
        var import = coordinator.Path;

        Assert.Contains("Буде 4 звіти від 1 виконавця; перший строк — 25 березня 2021 року.", Flat(page), StringComparison.Ordinal);
        Assert.Contains("Виконавці звітують щокварталу до 25 числа останнього місяця — правило координатора від 22 грудня 2020 року", Flat(page), StringComparison.Ordinal);
        Assert.Contains("9 квітня: правило координатора від 22 грудня 2020 року", Flat(await coordinator.Open($"{import}?periodicity=Quarter&day=10&month=NextMonth")), StringComparison.Ordinal);
        Assert.Contains("Буде 11 звітів від 1 виконавця; перший строк — 25 лютого 2021 року.", Flat(await coordinator.Open($"{import}?periodicity=Month&day=25&month=LastMonthOfPeriod")), StringComparison.Ordinal);
        Assert.Contains("Звітів поки ні від кого не чекаємо: дня звіту не встановлено.", await coordinator.Open($"{import}?periodicity=none"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_of_a_PDF_stand_beside_its_reading_with_the_place_of_each_field()
    {
        Assert.SkipUnless(Zakhid.Documents.DocumentFile.ReadsPdf, "poppler is not installed");
        var coordinator = await site.SignIn("hlukhiv-koordynator");
        await coordinator.Open("/imports/new");
        var page = await coordinator.Upload("/imports/new", "план.pdf", await File.ReadAllBytesAsync(PlanFile("002_d80e42a410d479c1.pdf"), TestContext.Current.CancellationToken));
        var import = coordinator.Path;
        var document = page[page.IndexOf("data-document", StringComparison.Ordinal)..];
        document = document[..document.IndexOf("</section>", StringComparison.Ordinal)];

        Assert.Equal(5, Regex.Count(document, "<figure class=\"leafp wide\"", RegexOptions.None, TimeSpan.FromSeconds(1)));
        var places = PlaceLinks().Matches(page.Replace(document, "", StringComparison.Ordinal)).Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.True(places.Count > 70, $"{places.Count}");
        Assert.All(places, place => Assert.Single(Regex.Matches(document, $"<g id=\"{place}\"><a ", RegexOptions.None, TimeSpan.FromSeconds(1))));
        Assert.Contains("href=\"#f2-term_text\" aria-label=\"3 · Строк\"", document, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", document, StringComparison.Ordinal);

        Assert.Equal([0x89, 0x50, 0x4E, 0x47], (await coordinator.Download($"{import}?handler=Page&number=2"))[..4]);
        Assert.Contains("<table id=\"t1\">", await coordinator.Open($"{import}?view=text"), StringComparison.Ordinal);
        await coordinator.Post($"{import}?handler=Withdraw", []);
    }

    [Fact]
    public async Task Every_field_leads_to_its_place_in_the_document_and_every_place_back()
    {
        var page = await (await site.SignIn("kyiv-koordynator")).Open("/imports/1");
        var document = page[page.IndexOf("data-document", StringComparison.Ordinal)..];
        document = document[..document.IndexOf("</section>", StringComparison.Ordinal)];

        var places = PlaceLinks().Matches(page.Replace(document, "", StringComparison.Ordinal)).Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.All(places, place => Assert.Single(Regex.Matches(document, $"id=\"{place}\"", RegexOptions.None, TimeSpan.FromSeconds(1))));
        // 14 measures with at least their text, term, executors, goal and funding; the requisites.
        Assert.True(places.Count > 70, $"{places.Count}");

        var back = BackLinks().Matches(document).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(places.Count, back.Count);
        Assert.Contains("href=\"#f2-term_text\">3 · Строк</a>", document, StringComparison.Ordinal);
        Assert.All(back, anchor => Assert.Single(Regex.Matches(page, $"id=\"{anchor}\"", RegexOptions.None, TimeSpan.FromSeconds(1))));
    }

    [Fact]
    public async Task What_a_person_corrects_adds_and_removes_stays_marked_with_who_and_what_was_printed()
    {
        var coordinator = await site.SignIn("kyiv-koordynator");
        var form = await coordinator.Open("/imports/1/measures/2");
        Assert.Contains("Захід 3", form, StringComparison.Ordinal);
        Assert.Contains("У документі: таблиця 1, рядок", form, StringComparison.Ordinal);

        await coordinator.Post("/imports/1/measures/2", new()
        {
            ["version"] = "0",
            ["term_text"] = "До 1 грудня 2019 року",
            ["executor-0"] = "Департамент суспільних комунікацій",
            ["role-0"] = "Lead",
            ["executor-1"] = "ЦНАП",
            ["role-1"] = "CoExecutor",
            ["consent-1"] = "on",
            ["executor-2"] = "",
        });
        var page = Flat(await coordinator.Open("/imports/1"));
        Assert.Contains("До 1 грудня 2019 року", page, StringComparison.Ordinal);
        Assert.Contains("Надруковано: Протягом 2019 року", page, StringComparison.Ordinal);
        Assert.Contains("Департамент суспільних комунікацій — головний виконавець ЦНАП — співвиконавець (за згодою)", page, StringComparison.Ordinal);
        Assert.Contains("Виправлено: головний спеціаліст департаменту суспільних комунікацій, 18 березня 2019 року.", page, StringComparison.Ordinal);

        await coordinator.Open("/imports/1/measures/new?after=2");
        Assert.Contains("Напишіть найменування заходу; якщо це не захід — вилучіть його", await coordinator.Post("/imports/1/measures/new?after=2", new() { ["version"] = "0", ["after"] = "2", ["text"] = " " }), StringComparison.Ordinal);
        await coordinator.Post("/imports/1/measures/new?after=2", new() { ["version"] = "0", ["after"] = "2", ["text"] = "Захід, якого програма не побачила" });
        page = Flat(await coordinator.Open("/imports/1"));
        Assert.Contains("Прочитано 15 заходів", page, StringComparison.Ordinal);
        Assert.Contains("Додано вручну: головний спеціаліст департаменту суспільних комунікацій, 18 березня 2019 року", page, StringComparison.Ordinal);

        await coordinator.Open("/imports/1/measures/14");
        await coordinator.Post("/imports/1/measures/14?handler=Remove", []);
        page = Flat(await coordinator.Open("/imports/1"));
        Assert.Contains("Прочитано 14 заходів", page, StringComparison.Ordinal);
        Assert.Contains("Вилучено: головний спеціаліст департаменту суспільних комунікацій, 18 березня 2019 року", page, StringComparison.Ordinal);
        await coordinator.Post("/imports/1?handler=Restore", new() { ["measure"] = "14" });
        Assert.Contains("Прочитано 15 заходів", await coordinator.Open("/imports/1"), StringComparison.Ordinal);
        await coordinator.Open("/imports/1/measures/14");
        await coordinator.Post("/imports/1/measures/14?handler=Remove", []);
    }

    [Fact]
    public async Task Text_that_is_too_long_is_refused_at_its_field_and_stays_typed()
    {
        var coordinator = await site.SignIn("kyiv-koordynator");
        await coordinator.Open("/imports/1/measures/5");

        var page = await coordinator.Post("/imports/1/measures/5", new() { ["version"] = "0", ["goal"] = new string('ї', 5210) });

        Assert.Contains("Скоротіть текст: зараз 5\u00A0210 знаків, можна до 5\u00A0000", page, StringComparison.Ordinal);
        Assert.Contains(new string('ї', 5210), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_twice_is_told_with_a_link_to_the_earlier_one()
    {
        var coordinator = await site.SignIn("zhytomyr-koordynator");
        await coordinator.Open("/imports/new");
        var first = await coordinator.Upload("/imports/new", "план.txt", Act("601", "перший"));
        var import = coordinator.Path;
        Assert.Contains("Прочитано 1 захід; сумнівів не лишилося.", first, StringComparison.Ordinal);

        await coordinator.Open("/imports/new");
        var again = await coordinator.Upload("/imports/new", "план ще раз.txt", Act("601", "перший"));
        Assert.Contains("Відкрийте прочитане раніше: файл «план.txt» уже додано 22 грудня 2020 року", again, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"{import}\">Відкрити додане раніше</a>", again, StringComparison.Ordinal);

        await coordinator.Open("/imports/new");
        var resaved = await coordinator.Upload("/imports/new", "план новий.txt", [.. Act("601", "перший"), (byte)'\n']);
        Assert.Contains("Відкрийте прочитане раніше: акт № 601 від 12.02.2021 уже додано з файлу «план.txt», і текст той самий", resaved, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_file_is_shown_as_a_difference_and_a_person_chooses()
    {
        var coordinator = await site.SignIn("zhytomyr-koordynator");
        await coordinator.Open("/imports/new");
        await coordinator.Upload("/imports/new", "було.txt", Act("602", "перший"));
        var earlier = coordinator.Path;

        await coordinator.Open("/imports/new");
        var page = Flat(await coordinator.Upload("/imports/new", "стало.txt", Act("602", "другий")));
        Assert.EndsWith("/difference", coordinator.Path, StringComparison.Ordinal);
        Assert.Contains("Акт № 602 уже є, але в новому файлі інший текст. Змінено заходів: 1, додано: 0, немає: 0; без змін: 0.", page, StringComparison.Ordinal);
        Assert.Contains("<del>перший</del>", page, StringComparison.Ordinal);
        Assert.Contains("<ins>другий</ins>", page, StringComparison.Ordinal);
        var difference = coordinator.Path;
        Assert.Contains("Оберіть, який файл лишити", await coordinator.Post(difference, []), StringComparison.Ordinal);
        await coordinator.Post(difference, new() { ["choice"] = "keep" });
        Assert.Equal(earlier, coordinator.Path);

        await coordinator.Open("/imports/new");
        await coordinator.Upload("/imports/new", "стало.txt", Act("602", "другий"));
        var replaced = await coordinator.Post(coordinator.Path, new() { ["choice"] = "replace" });
        Assert.Contains("Провести другий тренінг", replaced, StringComparison.Ordinal);
        await coordinator.Open(earlier);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, coordinator.Status);
    }

    [Fact]
    public async Task A_changed_file_of_a_running_plan_changes_nothing_and_says_how_it_is_changed()
    {
        var coordinator = await site.SignIn("zhytomyr-koordynator");
        await coordinator.Open("/imports/new");
        await coordinator.Upload("/imports/new", "чинний.txt", Act("603", "перший"));
        var import = coordinator.Path;
        await coordinator.Post($"{import}?handler=Adopt", new() { ["coordinator"] = "Відділ культури", ["periodicity"] = "none" });
        var plan = coordinator.Path;
        Assert.StartsWith("/plans/", plan, StringComparison.Ordinal);

        await coordinator.Open("/imports/new");
        var page = Flat(await coordinator.Upload("/imports/new", "змінений.txt", Act("603", "другий")));
        Assert.Contains("План уже на контролі, тож нічого не змінено. Зміни до чинного плану вносить акт про зміни. Додайте його, коли підпишуть.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"replace\"", page, StringComparison.Ordinal);
        Assert.Contains("План уже на контролі: файл не замінено. Зміни до чинного плану вносить акт про зміни", await coordinator.Post(coordinator.Path, new() { ["choice"] = "replace" }), StringComparison.Ordinal);
        await coordinator.Post(coordinator.Path, new() { ["choice"] = "keep" });
        Assert.Equal(plan, coordinator.Path);
        Assert.Contains("Провести перший тренінг", await coordinator.Open(plan), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_dropped_by_mistake_is_put_away_and_its_bytes_can_be_read_until_then()
    {
        var coordinator = await site.SignIn("zhytomyr-koordynator");
        await coordinator.Open("/imports/new");
        await coordinator.Upload("/imports/new", "зайвий.txt", Act("604", "зайвий"));
        var import = coordinator.Path;
        Assert.Equal(Act("604", "зайвий"), await coordinator.Download($"{import}?handler=File"));

        Assert.DoesNotContain(import, await coordinator.Post($"{import}?handler=Withdraw", []), StringComparison.Ordinal);
        Assert.Equal("/plans", coordinator.Path);
    }

    internal static byte[] Act(string number, string word) => Encoding.UTF8.GetBytes($"""
        ЗРАЗКІВСЬКА МІСЬКА РАДА
        РОЗПОРЯДЖЕННЯ
        12 лютого 2021 року    м. Зразків    № {number}
        Про затвердження плану заходів на 2021 рік
        1. Затвердити план заходів на 2021 рік (додається).
        2. Контроль за виконанням цього розпорядження залишаю за собою.
        Міський голова    Петро ЗРАЗОК

        ЗАТВЕРДЖЕНО
        розпорядження міського голови
        12 лютого 2021 року № {number}

        ПЛАН ЗАХОДІВ на 2021 рік

        1. Провести {word} тренінг для вчителів.
        Відділ культури
        Протягом року
        """);

    static string PlanFile(string name, [CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../Cases/plans/docs", name));

    /// The page as it is read: tags that only mark words are taken away, blanks are one.
    static string Flat(string page) => Blanks().Replace(Marks().Replace(page, ""), " ");

    [GeneratedRegex("href=\"#((?:t[0-9]+r[0-9]+c[0-9]+|p[0-9]+))\"", RegexOptions.None, 1000)]
    private static partial Regex PlaceLinks();

    [GeneratedRegex("class=\"back-to\" tabindex=\"-1\" href=\"#([^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex BackLinks();

    [GeneratedRegex("</?(?:span|b|a|small|p)(?: [^>]*)?>", RegexOptions.None, 1000)]
    private static partial Regex Marks();

    [GeneratedRegex(@"[\s\u00A0]+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();
}
