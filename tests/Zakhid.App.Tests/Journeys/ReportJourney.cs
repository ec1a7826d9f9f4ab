using System.IO.Compression;
using System.Text;
using Zakhid.App.Tests.Web;

namespace Zakhid.App.Tests.Journeys;

[Collection(nameof(DemoSite))]
public class ReportJourney(DemoSite site)
{
    [Fact]
    public async Task An_executor_hands_a_report_in_and_the_coordinator_accepts_it()
    {
        var executor = await site.SignIn("hlukhiv-sport");
        var today = await executor.Open("/today");
        Assert.Contains("завтра, 17 вересня", today, StringComparison.Ordinal);
        var report = System.Text.RegularExpressions.Regex.Match(today, "/reports/(\\d+)").Groups[1].Value;

        await executor.Open($"/reports/{report}");
        Assert.Equal($"/reports/{report}/edit", executor.Path);
        await executor.Post($"/reports/{report}/edit", new() { ["narrative"] = "", ["version"] = "0", ["deed"] = "check" });
        Assert.Contains("Опишіть, що зроблено за період", await executor.Open($"/reports/{report}/check"), StringComparison.Ordinal);

        await executor.Open($"/reports/{report}/edit");
        await executor.Post($"/reports/{report}/edit", new() { ["narrative"] = "Проведено дві вікторини для молоді.", ["state"] = "InProgress", ["version"] = "1", ["deed"] = "check" });
        Assert.EndsWith("/check", executor.Path, StringComparison.Ordinal);
        var receipt = await executor.Post($"/reports/{report}/check", new() { ["key"] = "journey-key-1" });
        Assert.Contains("Звіт подано", receipt, StringComparison.Ordinal);
        Assert.Matches("№ 2020-\\d{4}", receipt);

        var coordinator = await site.SignIn("hlukhiv-koordynator");
        var review = await coordinator.Open($"/reports/{report}");
        Assert.Contains("Проведено дві вікторини для молоді.", review, StringComparison.Ordinal);
        await coordinator.Post($"/reports/{report}?handler=Accept", new() { ["confirmed"] = "InProgress" });
        Assert.Contains("прийнято", await coordinator.Open($"/reports/{report}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_when_the_session_ended_comes_back_to_the_same_person_alone()
    {
        var executor = await site.SignIn("hlukhiv-ekonomika");
        var today = await executor.Open("/today");
        Assert.Contains("подати можна з 1 жовтня", today, StringComparison.Ordinal);
        Assert.DoesNotContain("Написати звіт", today, StringComparison.Ordinal);
        var report = System.Text.RegularExpressions.Regex.Match(await executor.Open("/obligations?standing=owed"), "/reports/(\\d+)").Groups[1].Value;
        await executor.Open($"/reports/{report}/edit");
        await site.EndSessions("hlukhiv-ekonomika");

        var signIn = await executor.Post($"/reports/{report}/edit", new() { ["narrative"] = "Довгий текст, який шкода втратити.", ["state"] = "InProgress", ["version"] = "0", ["deed"] = "save" });

        Assert.Contains("Увійдіть ще раз — текст, який ви писали, не загублено.", signIn, StringComparison.Ordinal);
        var kept = System.Text.RegularExpressions.Regex.Match(executor.Path, "kept=([^&]+)").Groups[1].Value;
        using var stranger = await site.SignIn("hlukhiv-osvita");
        Assert.DoesNotContain("шкода втратити", await stranger.Open($"/kept/{kept}"), StringComparison.Ordinal);

        var back = await executor.Post("/sign-in", new() { ["login"] = "hlukhiv-ekonomika", ["password"] = Demo.FillDemo.Password, ["kept"] = kept });
        Assert.Contains("Довгий текст, який шкода втратити.", back, StringComparison.Ordinal);
        await executor.Post($"/reports/{report}/edit", new() { ["narrative"] = "Довгий текст, який шкода втратити.", ["version"] = "0", ["deed"] = "save" });
        Assert.Contains("Довгий текст, який шкода втратити.", await executor.Open($"/reports/{report}/edit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_stands_beside_the_number_that_the_plan_asks_for()
    {
        var coordinator = await site.SignIn("hlukhiv-koordynator");
        foreach (var path in new[] { "/plans/1", "/plans/1/measures/4" })
        {
            var page = (await coordinator.Open(path)).Replace('\u00A0', ' ');
            Assert.Contains("<b>7 600</b> з 10 000 осіб — 76 %.", page, StringComparison.Ordinal);
            Assert.Contains("76 % від числа; рівним кроком сьогодні було б 29 %", page, StringComparison.Ordinal);
        }

        var review = (await coordinator.Open(System.Text.RegularExpressions.Regex.Match(await coordinator.Open("/plans/1/measures/4#progress"), "/reports/\\d+").Value)).Replace('\u00A0', ' ');
        Assert.Contains("Разом за поданими звітами заходу: Управління житлово-комунального господарства та містобудування — 5 200; Відділ з правової та внутрішньої політики — 2 400", review, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_official_paper_names_the_silent_and_says_that_it_is_a_sample()
    {
        var coordinator = await site.SignIn("hlukhiv-koordynator");
        var docx = await coordinator.Download("/plans/1/consolidation/2020-Q3?handler=Docx");

        using var zip = new ZipArchive(new MemoryStream(docx));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open(), Encoding.UTF8);
        var text = System.Text.RegularExpressions.Regex.Replace(await reader.ReadToEndAsync(), "<[^>]+>", "").Replace('\u00A0', ' ');
        Assert.Contains("ІНФОРМАЦІЯ", text, StringComparison.Ordinal);
        Assert.Contains("інформації не надано", text, StringComparison.Ordinal);
        Assert.Contains("Зразок: дані демонстрації", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_sent_stays_as_it_was_sent()
    {
        var coordinator = await site.SignIn("zhytomyr-koordynator");
        await coordinator.Open("/plans/1/consolidation/2020-Q3");
        var page = await coordinator.Post("/plans/1/consolidation/2020-Q3?handler=Send", []);
        Assert.Contains("Надіслано 22 грудня 2020 року", page, StringComparison.Ordinal);

        var first = await coordinator.Download("/plans/1/consolidation/2020-Q3?handler=Docx");
        await coordinator.Open("/plans");
        var again = await coordinator.Download("/plans/1/consolidation/2020-Q3?handler=Docx");
        Assert.Equal(first, again);
        Assert.Contains("не змінюємо", await coordinator.Post("/plans/1/consolidation/2020-Q3?handler=Edit", new() { ["row"] = "2", ["text"] = "Інше", ["version"] = "0" }), StringComparison.Ordinal);
    }
}
