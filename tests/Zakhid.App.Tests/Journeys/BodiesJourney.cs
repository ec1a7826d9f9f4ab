using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Zakhid.App.Tests.Web;

namespace Zakhid.App.Tests.Journeys;

[Collection(nameof(DemoSite))]
public sealed class BodiesJourney(DemoSite site)
{
    [Fact]
    public async Task A_group_is_added_its_members_are_pasted_and_one_of_them_leaves()
    {
        var coordinator = await site.SignIn("hlukhiv-koordynator");
        await coordinator.Open("/bodies/edit");
        var wrong = await coordinator.Post("/bodies/edit", new() { ["name"] = "Старостинські округи (зразок)", ["group"] = "true", ["edrpou"] = "14360571", ["parent"] = "" });
        Assert.Contains("id=\"edrpou-err\">Перевірте код ЄДРПОУ 14360571: остання цифра не сходиться, за рештою має бути 0", wrong, StringComparison.Ordinal);
        var twice = await coordinator.Post("/bodies/edit", new() { ["name"] = "Старостинські округи (зразок)", ["edrpou"] = "14360571", ["email"] = "пошта" });
        Assert.Contains("Потрібно виправити: 2", twice, StringComparison.Ordinal);
        Assert.Contains("Перевірте адресу «пошта»", twice, StringComparison.Ordinal);
        Assert.Contains("value=\"Старостинські округи (зразок)\"", wrong, StringComparison.Ordinal);
        var page = await coordinator.Post("/bodies/edit", new() { ["name"] = "Старостинські округи (зразок)", ["group"] = "true" });
        Assert.Contains("Група; її членів не внесено, за неї звітує координатор.", page, StringComparison.Ordinal);
        var group = coordinator.Path;

        var unknown = await coordinator.Post(group + "?handler=Members", new() { ["names"] = "Перший округ (зразок)\r\nДругий округ (зразок)", ["from"] = "2020-01-01" });
        Assert.Contains("У реєстрі немає: «Перший округ (зразок)», «Другий округ (зразок)». Виправте назви або позначте, що це нові органи", unknown, StringComparison.Ordinal);
        Assert.Contains(">Перший округ (зразок)", unknown, StringComparison.Ordinal);
        page = await coordinator.Post(group + "?handler=Members", new() { ["names"] = "Перший округ (зразок)\r\nДругий округ (зразок)\r\n", ["from"] = "2020-01-01", ["added"] = "true" });
        Assert.Contains("Група: 2 члени сьогодні.", page, StringComparison.Ordinal);
        Assert.Contains("«Перший округ (зразок)» уже в групі з 1 січня 2020 року. Вкажіть спершу, коли вибуває", await coordinator.Post(group + "?handler=Members", new() { ["names"] = "Перший округ (зразок)", ["from"] = "2020-05-01" }), StringComparison.Ordinal);

        var first = Regex.Match(page, "name=\"body\" value=\"([0-9]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;
        page = await coordinator.Post(group + "?handler=End", new() { ["body"] = first, ["from"] = "2020-01-01", ["to"] = "2020-09-01" });
        Assert.Contains("Група: 1 член сьогодні.", page, StringComparison.Ordinal);
        Assert.Contains("з 01.01.2020 до 01.09.2020", page, StringComparison.Ordinal);
        Assert.Contains("Старостинські округи (зразок)", await coordinator.Open("/bodies?q=округи"), StringComparison.Ordinal);
        Assert.Contains("внесено члена групи", await coordinator.Open("/audit?what=member"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_is_looked_at_row_by_row_before_it_is_kept_and_goes_out_without_formulas()
    {
        var coordinator = await site.SignIn("hlukhiv-koordynator");
        await coordinator.Open("/bodies/table");
        Assert.Contains("Вставте таблицю: скопіюйте її разом із заголовками стовпців", await coordinator.Post("/bodies/table", new() { ["table"] = "нічого" }), StringComparison.Ordinal);
        var seen = await coordinator.Upload("/bodies/table", "органи.csv", Encoding.UTF8.GetBytes("Назва;КАТОТТГ;Адреса\r\nБібліотека (зразок);UА59100030000012345;=cmd|' /C calc'!A0\r\nМузей (зразок);59;вул. Терещенків\r\n"));
        Assert.Contains("Нових — 1, зміниться — 0, без змін — 0, з помилками — 1. Ще нічого не внесено.", seen, StringComparison.Ordinal);
        Assert.Contains("Перевірте код КАТОТТГ «59»: це літери UA і 17 цифр", seen, StringComparison.Ordinal);
        Assert.Contains("новий; код виправлено", seen, StringComparison.Ordinal);
        Assert.Contains("Виправте рядки з помилками й вставте таблицю ще раз або позначте «Рядки з помилками пропустити»", await coordinator.Post("/bodies/table?handler=Keep", new() { ["table"] = "Назва\tТелефон\nБез телефону (зразок)\t1" }), StringComparison.Ordinal);
        var table = Regex.Match(seen, "name=\"table\" value=\"([^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;
        var kept = await coordinator.Post("/bodies/table?handler=Keep", new() { ["table"] = table, ["leaveOut"] = "true" });
        Assert.Contains("Внесено до реєстру: 1. Пропущено з помилками: 1.", kept, StringComparison.Ordinal);

        var csv = Encoding.UTF8.GetString(await coordinator.Download("/bodies/table?handler=Csv"));
        Assert.Contains("Бібліотека (зразок)", csv, StringComparison.Ordinal);
        Assert.Contains("'=cmd|' /C calc'!A0", csv, StringComparison.Ordinal);
        Assert.DoesNotMatch("(^|,)\"?=", csv);
        Assert.Equal("PK", Encoding.ASCII.GetString(await coordinator.Download("/bodies/table?handler=Xlsx"), 0, 2));
    }

    [Fact]
    public async Task Posts_have_holders_by_day_and_an_executor_does_not_see_the_register()
    {
        var coordinator = await site.SignIn("hlukhiv-koordynator");
        await coordinator.Open("/bodies/edit");
        await coordinator.Post("/bodies/edit", new() { ["name"] = "Архів (зразок)" });
        var body = coordinator.Path;
        var page = await coordinator.Post(body + "?handler=Post", new() { ["title"] = "завідувач" });
        Assert.Contains("Сьогодні вакантна", page, StringComparison.Ordinal);
        var post = Regex.Match(page, "name=\"post\" value=\"([0-9]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;
        page = await coordinator.Post(body + "?handler=Appoint", new() { ["post"] = post, ["holder"] = "Перший ЗРАЗОК", ["holding"] = "Full", ["from"] = "2020-01-01" });
        Assert.Contains("Сьогодні: Перший ЗРАЗОК", page, StringComparison.Ordinal);
        page = await coordinator.Post(body + "?handler=Appoint", new() { ["post"] = post, ["holder"] = "Другий ЗРАЗОК", ["holding"] = "TemporarilyActing", ["from"] = "2020-09-14", ["to"] = "2020-09-18" });
        Assert.Contains("Сьогодні: т.в.о. Другий ЗРАЗОК", page, StringComparison.Ordinal);
        page = await coordinator.Post(body + "?handler=Appoint", new() { ["post"] = post, ["holder"] = "Третій ЗРАЗОК", ["holding"] = "Full", ["from"] = "2020-09-01" });
        Assert.Contains("Посаду з 1 січня 2020 року займає Перший ЗРАЗОК. Вкажіть спершу останній день", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Третій ЗРАЗОК\" ", page, StringComparison.Ordinal);
        Assert.Contains("<details open><summary class=\"link\">Внести особу на посаду", page, StringComparison.Ordinal);

        var executor = await site.SignIn("hlukhiv-kultura");
        await executor.Open("/bodies");
        Assert.Equal(HttpStatusCode.Forbidden, executor.Status);
        await executor.Open(body);
        Assert.Equal(HttpStatusCode.Forbidden, executor.Status);
    }
}
