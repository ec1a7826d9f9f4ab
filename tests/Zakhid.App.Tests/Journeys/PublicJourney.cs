using Zakhid.App.Tests.Web;

namespace Zakhid.App.Tests.Journeys;

[Collection(nameof(DemoSite))]
public class PublicJourney(DemoSite site)
{
    [Fact]
    public async Task People_see_what_is_confirmed_and_get_no_cookie()
    {
        using var http = new HttpClient { BaseAddress = new Uri(site.Address) };
        var answer = await http.GetAsync("/progress/hlukhiv/1");
        var page = System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Contains("З 11 заходів підтверджено", page, StringComparison.Ordinal);
        Assert.Contains("Звіт на розгляді", page, StringComparison.Ordinal);
        // Submitted and not yet accepted: its words are nobody's business.
        Assert.DoesNotContain("Проведено нараду з підприємцями", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_is_not_published_is_not_there()
    {
        using var http = new HttpClient { BaseAddress = new Uri(site.Address) };
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await http.GetAsync("/progress/zhytomyr/1")).StatusCode);
    }
}
