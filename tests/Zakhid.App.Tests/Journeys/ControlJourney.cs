using Zakhid.App.Tests.Web;

namespace Zakhid.App.Tests.Journeys;

[Collection(nameof(DemoSite))]
public class ControlJourney(DemoSite site)
{
    [Fact]
    public async Task The_head_is_told_whose_decision_reports_wait_for()
    {
        using var head = await site.SignIn("hlukhiv-kerivnyk");
        var page = (await head.Open("/today")).Replace('\u00A0', ' ');

        Assert.Matches("зв[іи]т[іи]?в? чека(є|ють) рішення координатора", page);
        Assert.DoesNotContain("вашого рішення", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<h2>Розглянути</h2>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_has_its_text_to_copy_and_becomes_a_fact()
    {
        using var coordinator = await site.SignIn("khmelnytskyi-koordynator");
        var page = (await coordinator.Open("/reminders")).Replace('\u00A0', ' ');
        Assert.Matches("(Нагадуємо: до|Строк минув) \\d+ \\w+ 2022 року(: належить невідкладно| належить) подати інформацію за II квартал 2022 року", page);

        var done = await coordinator.Post("/reminders?handler=All", []);

        Assert.Contains("Записано в журнал.", done, StringComparison.Ordinal);
        Assert.Contains("нагадано 20 червня", done, StringComparison.Ordinal);
        Assert.Contains("нагадано", await coordinator.Open("/audit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_of_consent_is_kept_with_its_letter()
    {
        using var coordinator = await site.SignIn("zhytomyr-koordynator");
        var page = await coordinator.Open("/consents");
        Assert.Contains("просимо погодити участь у виконанні", page, StringComparison.Ordinal);
        var body = System.Text.RegularExpressions.Regex.Match(page, "name=\"body\" value=\"(\\d+)\"").Groups[1].Value;
        var plan = System.Text.RegularExpressions.Regex.Match(page, "name=\"plan\" value=\"(\\d+)\"").Groups[1].Value;

        Assert.Contains("Оберіть відповідь", await coordinator.Post("/consents", new() { ["body"] = body, ["plan"] = plan }), StringComparison.Ordinal);
        var answered = await coordinator.Post("/consents", new() { ["body"] = body, ["plan"] = plan, ["answer"] = "Declined", ["note"] = "лист від 20.12.2020 № 7" });

        Assert.Contains("відмовлено, 22 грудня", answered, StringComparison.Ordinal);
        Assert.Contains("лист від 20.12.2020 № 7", answered, StringComparison.Ordinal);
        Assert.Contains("лист від 20.12.2020 № 7", await coordinator.Open("/brief"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_head_reads_one_page_and_an_executor_does_not()
    {
        using var head = await site.SignIn("zhytomyr-kerivnyk");
        var brief = await head.Open("/brief");
        Assert.Contains("Прострочено 6 звітів.", brief.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("Хто запізнюється", brief, StringComparison.Ordinal);

        using var executor = await site.SignIn("zhytomyr-osvita");
        await executor.Open("/brief");
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, executor.Status);
    }
}
