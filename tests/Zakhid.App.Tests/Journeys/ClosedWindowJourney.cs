using System.Text.RegularExpressions;
using Zakhid.App.Tests.Web;

namespace Zakhid.App.Tests.Journeys;

/// The window is a setting of a whole authority and its day moves here, so this journey has a demonstration of its own.
public sealed class ClosedWindowJourney(DemoSite site) : IClassFixture<DemoSite>
{
    static string Plain(string page) => page.Replace((char)0xA0, (char)0x20);

    [Fact]
    public async Task An_executor_meets_a_closed_window_asks_for_an_exception_is_declined_asks_again_and_reports()
    {
        using var coordinator = await site.SignIn("hlukhiv-koordynator");
        using var executor = await site.SignIn("hlukhiv-sport");
        var own = Regex.Matches(await executor.Open("/deadlines?month=2020-09&show=reports"), "/reports/(\\d+)").Select(m => m.Groups[1].Value).ToList();
        await coordinator.Open("/window");
        await coordinator.Post("/window", new() { ["days"] = "0" });
        await coordinator.Post("/day", new() { ["day"] = "2020-09-21", ["back"] = "/today" });

        // The window has closed: the report says why, who opens it, and takes nothing.
        var report = "";
        var page = "";
        foreach (var id in own)
            if (Plain(page = await executor.Open($"/reports/{id}")).Contains("Подання закрито", StringComparison.Ordinal)) { report = id; break; }
        Assert.Contains("Останнім днем подання було 17 вересня 2020 року: відтоді звіт не приймають. Виняток дає координатор або контролер.", Plain(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Дати виняток", page, StringComparison.Ordinal);

        Assert.Contains("Напишіть причину: її прочитає інша сторона", await executor.Post($"/reports/{report}?handler=Ask", new() { ["why"] = " " }), StringComparison.Ordinal);
        var asked = Plain(await executor.Post($"/reports/{report}?handler=Ask", new() { ["why"] = "Хворіла головна бухгалтерка" }));
        Assert.Contains("Просять відкрити подання з 21 вересня 2020 року: ", asked, StringComparison.Ordinal);
        Assert.Contains("Про це вже просили 21 вересня 2020 року. Дочекайтеся рішення", Plain(await executor.Post($"/reports/{report}?handler=Ask", new() { ["why"] = "ще раз" })), StringComparison.Ordinal);

        // The coordinator finds it in his day, and is the one who decides; a refusal has its reason.
        Assert.Contains("Хворіла головна бухгалтерка", await coordinator.Open("/today"), StringComparison.Ordinal);
        Assert.Contains("Хворіла головна бухгалтерка", await coordinator.Open("/window"), StringComparison.Ordinal);
        Assert.Contains("Подати 1 звіт, його прострочено.", Plain(await executor.Open("/today")), StringComparison.Ordinal);
        await executor.Open($"/reports/{report}");
        // What is handed in and waits for review is not overdue, though its day is past.
        Assert.DoesNotMatch("прострочено на [^<]*</span><small>подано, розглядається", Plain(await coordinator.Open("/today")));
        var request = Regex.Match(await coordinator.Open($"/reports/{report}"), "handler=Decline&(?:amp;)?request=(\\d+)").Groups[1].Value;
        await coordinator.Post($"/reports/{report}?handler=Decline&request={request}", new() { ["refusal"] = "Додайте довідку" });
        var declined = Plain(await executor.Open($"/reports/{report}"));
        Assert.Contains("У винятку відмовлено 21 вересня 2020 року: ", declined, StringComparison.Ordinal);
        Assert.Contains("Додайте довідку", declined, StringComparison.Ordinal);
        await executor.Post($"/reports/{report}?handler=Ask", new() { ["why"] = "Довідка № 7 від лікаря" });
        Assert.Contains("Довідка № 7 від лікаря", await coordinator.Open("/today"), StringComparison.Ordinal);

        await executor.Open($"/reports/{report}");
        await executor.Post($"/reports/{report}?handler=Open", new() { ["until"] = "2020-09-25", ["ground"] = "сама собі" });
        Assert.Contains("Подання закрито", await executor.Open($"/reports/{report}"), StringComparison.Ordinal);
        await coordinator.Open($"/reports/{report}");
        await coordinator.Post($"/reports/{report}?handler=Open", new() { ["until"] = "2020-09-25", ["ground"] = "лікарняний" });
        Assert.DoesNotContain("Довідка № 7 від лікаря", await coordinator.Open("/today"), StringComparison.Ordinal);

        // He reports.
        await executor.Open($"/reports/{report}/edit");
        Assert.EndsWith("/edit", executor.Path, StringComparison.Ordinal);
        await executor.Post($"/reports/{report}/edit", new() { ["narrative"] = "Проведено змагання (зразок).", ["state"] = "InProgress", ["version"] = "0", ["deed"] = "check" });
        Assert.EndsWith("/check", executor.Path, StringComparison.Ordinal);
        Assert.Contains("Звіт подано", await executor.Post($"/reports/{report}/check", new() { ["key"] = "journey-window-1" }), StringComparison.Ordinal);
        Assert.Contains("просять відкрити вікно", await coordinator.Open("/audit?what=window"), StringComparison.Ordinal);
    }
}
