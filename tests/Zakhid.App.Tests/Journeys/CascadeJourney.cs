using System.Text.RegularExpressions;
using Zakhid.App.Tests.Web;
using Zakhid.Documents.Cascade;

namespace Zakhid.App.Tests.Journeys;

/// The acts above a plan, and a package from one authority to another, by the pages.
[Collection(nameof(DemoSite))]
public class CascadeJourney(DemoSite site)
{
    const string Kolomyia = "Виконавчий комітет Коломийської міської ради";

    [Fact]
    public async Task The_real_chain_stands_above_the_plan_and_the_unknown_day_is_asked()
    {
        var coordinator = await site.SignIn("hlukhiv-koordynator");

        var page = await coordinator.Open("/plans/1/cascade");

        Assert.Contains("Розпорядження від 21.07.2020 № 325-ОД", page, StringComparison.Ordinal);
        Assert.Contains("Розпорядження від 25.06.2020 № 776-р", page, StringComparison.Ordinal);
        Assert.Contains("дня звіту не знаємо для одного", page, StringComparison.Ordinal);
        Assert.Matches("25 вересня.*Обласні державні адміністрації — МКІП.*9 жовтня.*МКІП — Кабінет Міністрів України", page.ReplaceLineEndings(" "));
        Assert.Contains("впишіть, що каже розпорядження від 21.07.2020 № 325-ОД", await coordinator.Open("/plans/1"), StringComparison.Ordinal);

        var act = await coordinator.Open(Regex.Match(page, "/higher-acts/[0-9]+").Value);
        Assert.Contains("невідомий: тексту акта тут немає", act, StringComparison.Ordinal);
        Assert.Contains("Напишіть, хто кого й до якого дня інформує", await coordinator.Post(coordinator.Path + "?handler=Day", new() { ["reporting"] = "" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_later_than_the_one_above_is_named_at_the_ladder_and_goes_with_the_act()
    {
        var coordinator = await site.SignIn("zhytomyr-koordynator");
        await coordinator.Open("/plans/1/cascade");
        var page = await coordinator.Post("/plans/1/cascade?handler=Add", new() { ["issuer"] = "Кабінет Міністрів України", ["kind"] = "розпорядження", ["number"] = "1-зразок", ["date"] = "12.08.2020", ["reporting"] = "облдержадміністрації — Секретаріату: щокварталу до 28 числа останнього місяця звітного періоду", ["lower"] = "" });
        Assert.Matches("<li>Свій строк пізніший за вищий: [^<]*розпорядження від 12.08.2020 № 1-зразок", page.Replace('\u00A0', ' '));

        var act = Regex.Match(page, "name=\"act\" value=\"([0-9]+)\"").Groups[1].Value;
        Assert.DoesNotContain("1-зразок", await coordinator.Post("/plans/1/cascade?handler=Remove", new() { ["act"] = act }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_circle_is_refused_at_the_form_and_what_was_typed_stays()
    {
        var coordinator = await site.SignIn("hlukhiv-koordynator");
        var page = await coordinator.Open("/plans/1/cascade");
        var lower = Regex.Match(page, "<option value=\"([0-9]+)\">розпорядження від 25.06.2020").Groups[1].Value;

        page = await coordinator.Post("/plans/1/cascade?handler=Add", new() { ["issuer"] = "Сумська обласна державна адміністрація", ["kind"] = "розпорядження", ["number"] = "325-ОД", ["date"] = "21.07.2020", ["lower"] = lower });

        Assert.Contains("Виходить коло: розпорядження від 21.07.2020 № 325-ОД уже стоїть нижче. Перевірте, який акт на виконання якого", page, StringComparison.Ordinal);
        Assert.Contains("value=\"325-ОД\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_is_looked_at_before_it_is_taken_and_becomes_a_draft()
    {
        var hlukhiv = await site.SignIn("hlukhiv-koordynator");
        await hlukhiv.Open("/plans/1/cascade/packages");
        Assert.Contains("Впишіть, кому пакет: повну назву іншого органу", await hlukhiv.Post("/plans/1/cascade/packages?handler=Task", new() { ["to"] = "" }), StringComparison.Ordinal);
        var made = await hlukhiv.Post("/plans/1/cascade/packages?handler=Task", new() { ["to"] = Kolomyia });
        var digest = Regex.Match(made, "<code class=\"digest\">([^<]+)</code>").Groups[1].Value;
        var file = await hlukhiv.Download(hlukhiv.Path + "?handler=File");

        var kyiv = await site.SignIn("kyiv-koordynator");
        await kyiv.Open("/packages");
        Assert.Contains($"Пакет призначено іншому органу: {Kolomyia}. Передайте його за адресою", await kyiv.Upload("/packages", "пакет.zip", file), StringComparison.Ordinal);

        var kolomyia = await site.SignIn("kolomyia-koordynator");
        await kolomyia.Open("/packages");
        var changed = (byte[])file.Clone();
        changed[^400] ^= 1;
        Assert.Contains("class=\"err\"", await kolomyia.Upload("/packages", "пакет.zip", changed), StringComparison.Ordinal);
        var preview = await kolomyia.Upload("/packages", "пакет.zip", file);
        Assert.StartsWith("/packages/check/", kolomyia.Path, StringComparison.Ordinal);
        Assert.Contains("Усі частини цілі. Нічого ще не записано.", preview, StringComparison.Ordinal);
        Assert.Contains("Програма підпис не перевіряє", preview, StringComparison.Ordinal);
        Assert.Contains("Відбиток пакета інший, ніж ви вписали. Звірте його з листом", await kolomyia.Upload(kolomyia.Path, "порожній", [], new() { ["digest"] = "7F3A 91C2" }), StringComparison.Ordinal);

        var taken = await kolomyia.Upload(kolomyia.Path, "порожній", [], new() { ["digest"] = digest });
        Assert.Contains("Вищий акт із його заходами й днем звіту.", taken, StringComparison.Ordinal);
        Assert.Contains("Цей пакет уже прийнято", await Again(kolomyia, file), StringComparison.Ordinal);

        var act = await kolomyia.Open(Regex.Match(taken, "/higher-acts/[0-9]+").Value);
        Assert.Contains("11 заходів", act, StringComparison.Ordinal);
        await kolomyia.Post(kolomyia.Path + "?handler=Derive", new() { ["measure"] = "2" });
        Assert.StartsWith("/imports/", kolomyia.Path, StringComparison.Ordinal);
        Assert.Contains("на виконання розпорядження від 03.08.2020 № 149-ОД на 2020 рік", await kolomyia.Open(kolomyia.Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_edition_whose_measure_may_be_another_asks_a_person_and_keeps_the_link_that_he_says()
    {
        static byte[] Edition(int number, params string[] measures) => PackageFile.Write(new()
        {
            Kind = PackageKind.Task,
            Number = $"2022-000{number}",
            Edition = number,
            Day = new(2022, 2, 1),
            Issuer = new("Міністерство зразків"),
            Addressee = new("Хмельницька обласна державна адміністрація"),
            Act = new() { Issuer = "Міністерство зразків", Kind = "наказ", Number = "7", Date = new(2022, 1, 20), Title = "Про зразковий план заходів" },
            Title = "План заходів на 2022 рік",
            Measures = [.. measures.Select((text, i) => new Measure { Number = $"{i + 1}", Text = text, TermText = "Протягом року" })],
            IsSample = true,
        }).Bytes;
        var coordinator = await site.SignIn("khmelnytskyi-koordynator");
        await coordinator.Open("/packages");
        await coordinator.Upload("/packages", "пакет.zip", Edition(1, "Проведення брифінгів", "Проведення семінарів для молоді", "Виготовлення буклетів"));
        var taken = await coordinator.Upload(coordinator.Path, "порожній", []);
        var act = Regex.Match(taken, "/higher-acts/([0-9]+)").Groups[1].Value;
        await coordinator.Open("/plans/1/cascade");
        await coordinator.Post("/plans/1/cascade?handler=Add", new() { ["issuer"] = "Міністерство зразків", ["kind"] = "наказ", ["number"] = "7", ["date"] = "20.01.2022" });
        var links = await coordinator.Open($"/plans/1/cascade/links?act={act}");
        var own = Regex.Match(links, "name=\"other-([0-9]+)\"").Groups[1].Value;
        Assert.Contains("Проведення семінарів для молоді", await coordinator.Post($"/plans/1/cascade/links?act={act}&page=1", new() { [$"other-{own}"] = "2" }), StringComparison.Ordinal);

        await coordinator.Open("/packages");
        var preview = await coordinator.Upload("/packages", "пакет.zip", Edition(2, "Проведення брифінгів", "Виготовлення буклетів", "Семінари, тренінги та інші заходи для молоді громад"));
        Assert.Contains("Чи це ті самі заходи", preview, StringComparison.Ordinal);
        var (field, earlier) = (Regex.Match(preview, "name=\"(same-[0-9]+)\" value=\"([0-9]+)\"").Groups[1].Value, Regex.Match(preview, "name=\"same-[0-9]+\" value=\"([0-9]+)\"").Groups[1].Value);
        Assert.Equal("same-3", field);

        var asked = await coordinator.Upload(coordinator.Path, "порожній", []);
        Assert.Contains("Скажіть про заходи 3: це ті самі, що в попередній редакції, чи нові", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("тренінги та інші заходи", await coordinator.Open($"/plans/1/cascade/links?act={act}"), StringComparison.Ordinal);

        await coordinator.Open("/packages");
        await coordinator.Upload("/packages", "пакет.zip", Edition(2, "Проведення брифінгів", "Виготовлення буклетів", "Семінари, тренінги та інші заходи для молоді громад"));
        await coordinator.Upload(coordinator.Path, "порожній", [], new() { [field] = earlier });
        var kept = await coordinator.Open($"/plans/1/cascade/links?act={act}");
        Assert.Matches("mk ok\" aria-hidden=\"true\">З</span> <b>3.</b> <span class=\"act\">Семінари, тренінги та інші заходи для молоді громад</span>", kept);
    }

    static async Task<string> Again(DemoSite.Person person, byte[] file)
    {
        await person.Open("/packages");
        return await person.Upload("/packages", "пакет.zip", file);
    }

    [Fact]
    public async Task Bodies_stand_beside_each_other_in_the_order_that_the_reader_chooses()
    {
        var head = await site.SignIn("zhytomyr-kerivnyk");
        var page = await head.Open("/plans/1/cascade/bodies?order=silent");

        Assert.Matches("aria-sort=\"descending\">\\s*<a href=\"/plans/1/cascade/bodies\\?order=silent\">Не подано</a>", page);
        Assert.DoesNotContain("handler=Order", page, StringComparison.Ordinal);
        var csv = System.Text.Encoding.UTF8.GetString(await head.Download("/plans/1/cascade/bodies?handler=Csv"));
        Assert.StartsWith("\uFEFFbody,act,act_due,reports_in_time", csv, StringComparison.Ordinal);
    }
}
