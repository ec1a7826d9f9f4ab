using Zakhid.App.Tests.Web;

namespace Zakhid.App.Tests.Journeys;

[Collection(nameof(DemoSite))]
public class ImportJourney(DemoSite site)
{
    [Fact]
    public async Task A_draft_becomes_a_running_plan_once_its_requisites_are_entered_and_a_rule_is_set()
    {
        var coordinator = await site.SignIn("kolomyia-koordynator");
        var page = await coordinator.Open("/imports/1");
        Assert.Contains("Це проєкт: немає дати або номера.", page, StringComparison.Ordinal);

        await Correct(coordinator, "/act/number", "41");
        await Correct(coordinator, "/act/date", "2021-04-01");
        for (var doubt = await coordinator.Open("/imports/1"); System.Text.RegularExpressions.Regex.Match(doubt, "name=\"field\" value=\"([^\"]+)\"") is { Success: true } open; doubt = await coordinator.Open("/imports/1"))
        {
            var value = System.Text.RegularExpressions.Regex.Match(doubt, "<textarea id=\"value\"[^>]*>([^<]*)</textarea>").Groups[1].Value;
            await Correct(coordinator, open.Groups[1].Value, value);
        }
        await coordinator.Open("/imports/1");
        var plan = await coordinator.Post("/imports/1?handler=Adopt", []);
        Assert.Contains("Акт дня звіту не називає", plan, StringComparison.Ordinal);
        await coordinator.Post("/plans/1?handler=Rule", new() { ["day"] = "25" });

        Assert.Contains("168 звітів", await coordinator.Open("/obligations"), StringComparison.Ordinal);
    }

    static async Task Correct(DemoSite.Person coordinator, string field, string value)
    {
        await coordinator.Open($"/imports/1?field={field}");
        await coordinator.Post("/imports/1?handler=Correct", new() { ["field"] = field, ["value"] = value });
    }
}
