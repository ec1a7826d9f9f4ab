using Zakhid.App.Tests.Web;
using Zakhid.Documents;
using Zakhid.Documents.Tests.Templates;

namespace Zakhid.App.Tests.Journeys;

/// A plan without a file of its act: the template filled in, or a table copied into the page. Both end in the same review.
[Collection(nameof(DemoSite))]
public class SheetJourney(DemoSite site)
{
    const string Rows = "№ з/п\tНайменування заходу\tСтрок виконання\tВиконавці\n1\tПровести ярмарок професій\tдо 25.09.2021\tВідділ освіти\n2\tОновити сторінку громади\tщокварталу\tВідділ культури";

    [Fact]
    public async Task The_template_is_offered_and_a_filled_one_is_reviewed_with_places_on_its_sheet()
    {
        var coordinator = await site.SignIn("kolomyia-koordynator");
        var page = await coordinator.Open("/imports/new");
        Assert.Contains("<a href=\"/imports/new?handler=Template\" download>Завантажити зразок XLSX</a>", page, StringComparison.Ordinal);
        var template = DocumentFile.Open(await coordinator.Download("/imports/new?handler=Template"), "зразок.xlsx");
        Assert.Equal(["План заходів", "Пояснення"], template.Tables.Select(t => t.Place.Sheet!.Name));

        var review = await coordinator.Upload("/imports/new", "заповнений.xlsx", FilledTemplate.Bytes(row => row == 1 ? ["1", "Провести день громади", "до 25.09.2025", "Відділ культури"] : null));

        Assert.Contains("Прочитано 1 захід; сумнівів не лишилося.", review, StringComparison.Ordinal);
        Assert.Contains("Про затвердження плану заходів на 2025 рік", review, StringComparison.Ordinal);
        Assert.Contains("<caption>План заходів</caption>", review, StringComparison.Ordinal);
        Assert.Contains("У документі: аркуш «План заходів», рядок 14, стовпець B", await coordinator.Open(coordinator.Path + "/measures/0"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_pasted_as_text_is_reviewed_with_the_requisites_typed_beside_it()
    {
        var coordinator = await site.SignIn("kolomyia-koordynator");
        await coordinator.Open("/imports/new");

        var review = await coordinator.Post("/imports/new?handler=Paste", new() { ["table"] = Rows, ["authority"] = "Зразківська міська рада", ["kind"] = "рішення", ["number"] = "801", ["date"] = "12.02.2021", ["title"] = "Про план заходів на 2021 рік" });

        Assert.StartsWith("/imports/", coordinator.Path, StringComparison.Ordinal);
        Assert.Contains("Прочитано 2 заходи; сумнівів не лишилося.", review, StringComparison.Ordinal);
        Assert.Contains("Вставлена таблиця.xlsx", review, StringComparison.Ordinal);
        Assert.Contains("12 лютого 2021 року", review, StringComparison.Ordinal);
        Assert.Contains("Провести ярмарок професій", review, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_pasted_with_its_cells_keeps_what_is_merged()
    {
        var coordinator = await site.SignIn("kolomyia-koordynator");
        await coordinator.Open("/imports/new");
        const string html = "<table><tr><td>№</td><td>Захід</td><td>Строк</td><td>Виконавці</td></tr><tr><td>1</td><td>Провести форум</td><td rowspan=\"2\">Постійно</td><td>Відділ культури</td></tr><tr><td>2</td><td>Оновити сайт</td><td>Відділ освіти<br>Відділ спорту</td></tr></table>";

        var review = await coordinator.Post("/imports/new?handler=Paste", new() { ["table"] = "1\t2", ["html"] = html, ["number"] = "802", ["date"] = "12.02.2021" });

        Assert.Contains("Прочитано 2 заходи", review, StringComparison.Ordinal);
        Assert.Contains("rowspan=\"2\"", review, StringComparison.Ordinal);
        Assert.Contains("Відділ освіти; Відділ спорту", review, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_table_is_asked_for_again_and_stays_typed()
    {
        var coordinator = await site.SignIn("kolomyia-koordynator");
        await coordinator.Open("/imports/new");

        var page = await coordinator.Post("/imports/new?handler=Paste", new() { ["table"] = "просто речення", ["date"] = "колись", ["title"] = "Про мій план" });

        Assert.Contains("<a href=\"#table\">Вставте таблицю: скопіюйте її у Word або Excel разом із заголовками стовпців</a>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#date\">Впишіть дату числами: 12.01.2025</a>", page, StringComparison.Ordinal);
        Assert.Contains("просто речення</textarea>", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Про мій план\"", page, StringComparison.Ordinal);
        Assert.Contains("<details class=\"gap-l\" open", page, StringComparison.Ordinal);

        Assert.Contains("<a href=\"#table\">У таблиці не знайдено заходів. Скопіюйте її разом із заголовками стовпців</a>", await coordinator.Post("/imports/new?handler=Paste", new() { ["table"] = "хліб\t12\nсіль\t5" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_table_twice_leads_to_the_earlier_one()
    {
        var coordinator = await site.SignIn("khmelnytskyi-koordynator");
        await coordinator.Open("/imports/new");
        await coordinator.Post("/imports/new?handler=Paste", new() { ["table"] = Rows });
        var earlier = coordinator.Path;
        await coordinator.Open("/imports/new");

        Assert.Contains($"<a href=\"{earlier}\">Відкрити додане раніше</a>", await coordinator.Post("/imports/new?handler=Paste", new() { ["table"] = Rows }), StringComparison.Ordinal);
    }
}
