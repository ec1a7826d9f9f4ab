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
        Assert.Contains("З 11 заходів виконано один", page.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("Звіт на розгляді", page, StringComparison.Ordinal);
        // Submitted and not yet accepted: its words are nobody's business.
        Assert.DoesNotContain("Проведено нараду з підприємцями", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_page_shows_is_there_for_programs_too_and_no_cell_begins_a_formula()
    {
        using var http = new HttpClient { BaseAddress = new Uri(site.Address) };
        var csv = await http.GetStringAsync("/progress/hlukhiv/1?handler=Csv");
        var lines = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(12, lines.Length);
        Assert.Equal("position,number,measure,executors,term,confirmed_state,confirmed_day,result,under_review", lines[0].TrimStart('\uFEFF'));
        Assert.DoesNotContain(lines.SelectMany(l => l.Split(',')), cell => cell.TrimStart('"') is ['=' or '+' or '@', ..]);

        using var json = System.Text.Json.JsonDocument.Parse(await http.GetStringAsync("/progress/hlukhiv/1?handler=Json"));
        Assert.Equal(11, json.RootElement.GetProperty("measures").GetArrayLength());
        Assert.Equal("2020-09-16", json.RootElement.GetProperty("as_of").GetString());
    }

    [Fact]
    public async Task A_plan_that_is_not_published_is_not_there()
    {
        using var http = new HttpClient { BaseAddress = new Uri(site.Address) };
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await http.GetAsync("/progress/zhytomyr/1")).StatusCode);
    }
}
