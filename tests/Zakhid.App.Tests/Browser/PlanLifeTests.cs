using System.Text;
using Microsoft.Playwright;
using Zakhid.App.Tests.Journeys;

namespace Zakhid.App.Tests.Browser;

/// What happens to a plan under control, in a real browser: it is amended, divided, its days are asked for and moved.
[Collection(nameof(BrowserSite))]
public class PlanLifeTests(BrowserSite site)
{
    [Theory]
    [InlineData(true, 1366, "9", "88")]
    [InlineData(false, 360, "19", "98")]
    public async Task An_amending_act_is_dropped_its_effect_is_seen_and_one_button_makes_the_new_version(bool scripts, int width, string plan, string act)
    {
        await using var coordinator = await site.SignIn("kyiv-koordynator", width, scripts);
        await Drop(coordinator, "план.txt", Numbered(AmendmentJourney.Plan, plan, act));
        await coordinator.Page.FillAsync("#coordinator", "Відділ праці міської ради");
        await coordinator.Page.ClickAsync("button:has-text('Узяти на контроль')");
        var page = new Uri(coordinator.Page.Url).AbsolutePath;

        await coordinator.Page.GotoAsync(page + "/changes");
        await coordinator.Page.ClickAsync("text=Додати акт про зміни");
        await Drop(coordinator, "зміни.txt", Numbered(AmendmentJourney.Act, plan, act));
        Assert.Contains("Змінено заходів: 1, додано: 0, виключено: 1.", await coordinator.Text(), StringComparison.Ordinal);
        Assert.Equal("ярмарок вакансій", await coordinator.Text("main del"));
        Assert.True(await coordinator.Overflow() <= 0);
        Assert.Equal(0, await coordinator.Page.Locator("button:has-text('Підтвердити зміни')").CountAsync());
        await coordinator.Page.ClickAsync("button:has-text('Позначити: враховано')");
        await coordinator.Page.ClickAsync("button:has-text('Підтвердити зміни')");

        Assert.EndsWith($"{page}/versions/2", coordinator.Page.Url, StringComparison.Ordinal);
        Assert.Contains("Припинено звітів: 3", await coordinator.Text(), StringComparison.Ordinal);
        await coordinator.Page.GotoAsync(page);
        Assert.Contains("день кар’єри", await coordinator.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Створити базу вакансій", await coordinator.Text(), StringComparison.Ordinal);
        Assert.Empty(coordinator.Complaints);
    }

    [Theory]
    [InlineData(true, 1366, 9)]
    [InlineData(false, 360, 10)]
    public async Task An_executor_asks_for_a_later_day_and_the_old_one_stays_to_be_seen(bool scripts, int width, int measure)
    {
        var card = $"/plans/1/measures/{measure}/control";
        await using var executor = await site.SignIn("hlukhiv-osvita", width, scripts);
        await executor.Page.GotoAsync(card);
        await executor.Page.ClickAsync("summary:has-text('Попросити продовжити строк')");
        await executor.Page.FillAsync("#ask-to", "2021-03-31");
        await executor.Page.FillAsync("#ask-ground", "Триває закупівля.");
        await executor.Page.ClickAsync("form:has(#ask-to) button.btn");
        Assert.Contains("Просять перенести строк 31 грудня 2020 року на 31 березня 2021 року.", await executor.Text(), StringComparison.Ordinal);
        Assert.True(await executor.Overflow() <= 0);

        await using var coordinator = await site.SignIn("hlukhiv-koordynator", width, scripts);
        await coordinator.Page.GotoAsync("/control");
        await coordinator.Page.ClickAsync($"main a[href*='/measures/{measure}/control']");
        await coordinator.Page.CheckAsync("input[name=decision][value=yes]");
        await coordinator.Page.FillAsync("form[action*=Grant] input[name=to]", "2021-03-15");
        await coordinator.Page.FillAsync("form[action*=Grant] textarea[name=ground]", "Погоджено.");
        await coordinator.Page.ClickAsync("form[action*=Grant] button.btn");

        Assert.Contains("Найближчий строк — 15 березня 2021 року.", await coordinator.Text(), StringComparison.Ordinal);
        Assert.Equal("31 грудня 2020 року", (await coordinator.Page.Locator("main s").First.InnerTextAsync()).Replace('\u00A0', ' '));
        Assert.Empty(coordinator.Complaints);
    }

    [Fact]
    public async Task The_day_that_the_higher_act_hides_is_asked_and_takes_its_place_on_the_ladder()
    {
        await using var coordinator = await site.SignIn("hlukhiv-koordynator", scripts: false);
        await coordinator.Page.GotoAsync("/plans/1");
        await coordinator.Page.ClickAsync("main a:has-text('впишіть')");
        await coordinator.Page.FillAsync("#reporting", "Виконавчі комітети міських рад — Сумській ОДА: щокварталу до 20 числа останнього місяця звітного періоду");
        await coordinator.Page.ClickAsync("button:has-text('Записати день')");

        await coordinator.Page.GotoAsync("/plans/1");
        var ladder = await coordinator.Text();
        Assert.Matches("(?s)18 вересня.*20 вересня.*25 вересня.*9 жовтня", ladder);
        Assert.DoesNotContain("День невідомий", ladder, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_compound_measure_is_divided_and_each_part_has_its_own_executor()
    {
        await using var coordinator = await site.SignIn("khmelnytskyi-koordynator", 360);
        // A measure on which nobody has begun to report: other people of these tests hand in theirs meanwhile.
        var position = 20;
        do await coordinator.Page.GotoAsync($"/plans/1/measures/{position}"); while (await coordinator.Page.Locator("text=Поділити на частини").CountAsync() == 0 && --position > 0);
        var measure = new Uri(coordinator.Page.Url).AbsolutePath;
        await coordinator.Page.ClickAsync("text=Поділити на частини");
        foreach (var part in new[] { 0, 1 })
        {
            await coordinator.Page.FillAsync($"#text-{part}", part == 0 ? "Провести навчання." : "Видати збірник.");
            await coordinator.Page.Locator($"input[name=executor-{part}]").First.CheckAsync();
        }
        Assert.True(await coordinator.Overflow() <= 0);
        await coordinator.Page.ClickAsync("button:text-is('Поділити захід')");

        await coordinator.Page.GotoAsync(measure);
        var parts = await coordinator.Text();
        Assert.Contains("Провести навчання.", parts, StringComparison.Ordinal);
        Assert.Contains("Видати збірник.", parts, StringComparison.Ordinal);
        Assert.DoesNotContain(coordinator.Complaints, c => c.Contains("/divide", StringComparison.Ordinal));
    }

    static string Numbered(string text, string plan, string act) => text.Replace("№ 9", "№ " + plan, StringComparison.Ordinal).Replace("№ 88", "№ " + act, StringComparison.Ordinal);

    static async Task Drop(Visitor coordinator, string name, string text)
    {
        await coordinator.Page.GotoAsync("/imports/new");
        await coordinator.Page.SetInputFilesAsync("#file", new FilePayload { Name = name, MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(text) });
        await coordinator.Page.ClickAsync("form:has(#file) button.btn");
    }
}
