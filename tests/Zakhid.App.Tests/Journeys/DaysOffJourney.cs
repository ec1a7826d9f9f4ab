using Zakhid.App.Tests.Web;

namespace Zakhid.App.Tests.Journeys;

/// Another way with days off: what it does is shown with every day that moves, and nothing is done before it is confirmed.
[Collection(nameof(DemoSite))]
public sealed class DaysOffJourney(DemoSite site)
{
    [Theory, InlineData("/days-off", "/days-off"), InlineData("/plans/1/days", "/plans/1/days?handler=Policy")]
    public async Task What_changes_is_shown_before_it_is_confirmed(string page, string form)
    {
        using var coordinator = await site.SignIn("zhytomyr-koordynator");
        var before = (await coordinator.Open(page)).Replace('\u00A0', ' ');

        Assert.Contains("Впишіть підставу", await coordinator.Post(form, new() { ["policy"] = "Following", ["transfers"] = "yes", ["ground"] = "" }), StringComparison.Ordinal);
        var told = (await coordinator.Post(form, new() { ["policy"] = "Following", ["transfers"] = "yes", ["ground"] = "лист № 5" })).Replace('\u00A0', ' ');

        Assert.Matches("Змінять строк: [1-9]", told);
        // Of 10 January 2021, a Sunday.
        Assert.Matches("узагальнення</td><td class=\"nw\" data-l=\"Було\">6 січня 2021 року</td><td class=\"nw\" data-l=\"Стане\">11 січня 2021 року</td>", told.ReplaceLineEndings(" "));
        Assert.Contains("name=\"confirm\" value=\"yes\"", told, StringComparison.Ordinal);
        Assert.Contains("value=\"лист № 5\"", told, StringComparison.Ordinal);
        Assert.Equal(before, (await coordinator.Open(page)).Replace('\u00A0', ' '));
    }
}
