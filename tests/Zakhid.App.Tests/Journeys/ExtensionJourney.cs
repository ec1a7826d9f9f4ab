using System.Net;
using System.Text.RegularExpressions;
using Zakhid.App.Tests.Web;

namespace Zakhid.App.Tests.Journeys;

[Collection(nameof(DemoSite))]
public class ExtensionJourney(DemoSite site)
{
    const string Card = "/plans/1/measures/1/control";

    [Fact]
    public async Task An_executor_asks_for_a_later_day_and_the_coordinator_grants_it_while_the_old_day_stays_visible()
    {
        using var executor = await site.SignIn("hlukhiv-kultura");
        var page = await executor.Open(Card);
        Assert.Contains("На контролі. Найближчий строк — 31 грудня 2020 року.", Plain(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Зняти з контролю", page, StringComparison.Ordinal);
        var of = Regex.Match(page, "name=\"of\" value=\"([0-9-]+)\"").Groups[1].Value;

        var noGround = await executor.Post($"{Card}?handler=Ask", new() { ["of"] = of, ["to"] = "2021-03-31", ["ground"] = "" });
        Assert.Contains("Додайте підставу: номер і дату документа", noGround, StringComparison.Ordinal);
        Assert.Contains("value=\"2021-03-31\"", noGround, StringComparison.Ordinal);

        var asked = await executor.Post($"{Card}?handler=Ask", new() { ["of"] = of, ["to"] = "2021-03-31", ["ground"] = "Триває закупівля" });
        Assert.Contains("Записано в картку й журнал.", asked, StringComparison.Ordinal);
        Assert.Contains("Просять перенести строк 31 грудня 2020 року на 31 березня 2021 року.", Plain(asked), StringComparison.Ordinal);
        Assert.DoesNotContain("Записати рішення", asked, StringComparison.Ordinal);

        using var coordinator = await site.SignIn("hlukhiv-koordynator");
        Assert.Contains("1 клопотання", Plain(await coordinator.Open("/today")), StringComparison.Ordinal);
        Assert.Contains("Чекають рішення: 1.", await coordinator.Open("/control"), StringComparison.Ordinal);
        var request = Regex.Match(await coordinator.Open(Card), "handler=Grant&request=(\\d+)").Groups[1].Value;
        var granted = await coordinator.Post($"{Card}?handler=Grant&request={request}", new() { ["decision"] = "yes", ["to"] = "2021-03-15", ["ground"] = "Погоджено", ["doc-number"] = "12", ["doc-day"] = "2020-09-16", ["doc-kind"] = "резолюція" });

        Assert.Contains("<s>31 грудня 2020 року</s>", Plain(granted), StringComparison.Ordinal);
        Assert.Contains("15 березня 2021 року", Plain(granted), StringComparison.Ordinal);
        Assert.Contains("резолюція від 16.09.2020 № 12", Plain(granted), StringComparison.Ordinal);
        Assert.Contains("Продовжено. Найближчий строк — 15 березня 2021 року.", Plain(granted), StringComparison.Ordinal);
        Assert.Equal("PK", System.Text.Encoding.ASCII.GetString((await coordinator.Download($"{Card}?handler=Docx"))[..2]));
    }

    [Fact]
    public async Task An_executor_of_another_measure_sees_no_card_and_decides_nothing()
    {
        using var stranger = await site.SignIn("hlukhiv-sport");
        Assert.Contains("Цей захід веде інший відділ", await stranger.Open("/plans/1/measures/5/control"), StringComparison.Ordinal);
        await stranger.Open("/today");
        Assert.Contains("Цей захід веде інший відділ", await stranger.Post("/plans/1/measures/5/control?handler=Remove", new() { ["ground"] = "так" }), StringComparison.Ordinal);
        await stranger.Open("/control");
        Assert.Equal(HttpStatusCode.Forbidden, stranger.Status);
    }

    [Fact]
    public async Task A_measure_is_removed_from_control_and_put_back_with_grounds()
    {
        using var coordinator = await site.SignIn("zhytomyr-koordynator");
        const string card = "/plans/1/measures/3/control";
        await coordinator.Open(card);
        var removed = await coordinator.Post($"{card}?handler=Remove", new() { ["ground"] = "Захід утратив актуальність" });
        Assert.Contains("Знято з контролю 22 грудня 2020 року.", Plain(removed), StringComparison.Ordinal);

        var back = await coordinator.Post($"{card}?handler=Return", new() { ["ground"] = "Доручення голови" });
        Assert.Contains("Повернено на контроль", back, StringComparison.Ordinal);
        Assert.Contains("повернено захід на контроль", Plain(await coordinator.Open("/audit?what=control")), StringComparison.Ordinal);
        Assert.Contains("знято захід з контролю", Plain(await coordinator.Open("/audit?what=control")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_of_discipline_is_one_on_the_page_and_in_its_files()
    {
        using var head = await site.SignIn("zhytomyr-kerivnyk");
        var page = Plain(await head.Open("/discipline?period=2020"));
        Assert.Contains("Виконавська дисципліна", page, StringComparison.Ordinal);
        var csv = System.Text.Encoding.UTF8.GetString(await head.Download("/discipline?handler=Csv&period=2020"));
        var total = csv.Split("\r\n")[^2].Split(',');
        Assert.Equal("Усього", total[0]);
        Assert.Contains($"Із {total[1]} ", page, StringComparison.Ordinal);
        Assert.Equal(int.Parse(total[1]), int.Parse(total[2]) + int.Parse(total[3]) + int.Parse(total[4]) + int.Parse(total[5]) + int.Parse(total[6]));
        Assert.Equal("PK", System.Text.Encoding.ASCII.GetString((await head.Download("/discipline?handler=Xlsx&period=2020"))[..2]));

        using var executor = await site.SignIn("zhytomyr-osvita");
        await executor.Open("/discipline");
        Assert.Equal(HttpStatusCode.Forbidden, executor.Status);
    }

    [Fact]
    public async Task The_calendar_shows_an_executor_his_own_days_and_the_coordinator_all()
    {
        using var coordinator = await site.SignIn("khmelnytskyi-koordynator");
        var month = Plain(await coordinator.Open("/deadlines?month=2022-06"));
        Assert.Contains("Червень 2022 року: 23 звіти", month, StringComparison.Ordinal);
        var day = Plain(await coordinator.Open("/deadlines?month=2022-06&day=2022-06-24&show=reports"));
        Assert.Equal(23, Regex.Count(day, "href=\"/reports/\\d+\""));
        Assert.Contains("Строків немає.", await coordinator.Open("/deadlines?month=2021-01"), StringComparison.Ordinal);

        using var executor = await site.SignIn("hlukhiv-kultura");
        Assert.Contains("3 звіти", Plain(await executor.Open("/deadlines?month=2020-09&show=reports")), StringComparison.Ordinal);
        Assert.Contains("3 звіти", Plain(await executor.Open("/deadlines?month=2020-09&show=reports&body=1")), StringComparison.Ordinal);
    }

    static string Plain(string page) => page.Replace('\u00A0', ' ');
}

/// The window is a setting of a whole authority, so it is looked at where no other journey writes reports.
[Collection(nameof(DemoSite))]
public class WindowJourney(DemoSite site)
{
    [Fact]
    public async Task A_closed_window_says_why_and_who_opens_it_and_an_exception_opens_it()
    {
        using var coordinator = await site.SignIn("khmelnytskyi-koordynator");
        await coordinator.Open("/window");
        Assert.Contains("від 0 до 250", (await coordinator.Post("/window", new() { ["days"] = "багато" })), StringComparison.Ordinal);
        var set = await coordinator.Post("/window", new() { ["days"] = "0" });
        Assert.Contains("Звіти приймають лише до строку.", set.Replace('\u00A0', ' '), StringComparison.Ordinal);
        // Nothing is overdue there on its day, so nothing is closed.
        var report = Regex.Match(await coordinator.Open("/deadlines?month=2022-06&day=2022-06-24&show=reports"), "/reports/(\\d+)").Groups[1].Value;
        Assert.DoesNotContain("Подання закрито", await coordinator.Open($"/reports/{report}"), StringComparison.Ordinal);
        await coordinator.Open("/window");
        await coordinator.Post("/window", new() { ["days"] = "" });
        Assert.Contains("Звіти приймають будь-коли", await coordinator.Open("/window"), StringComparison.Ordinal);
    }
}
