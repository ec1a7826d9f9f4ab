using System.Text.RegularExpressions;
using Zakhid.App.Tests.Web;

namespace Zakhid.App.Tests.Journeys;

/// The words of acts and reports stay Ukrainian; those of the program are English once that is chosen.
[Collection(nameof(DemoSite))]
public sealed class EnglishJourney(DemoSite site)
{
    [Theory]
    [InlineData("/today")]
    [InlineData("/plans/1")]
    [InlineData("/plans/1/measures/1")]
    [InlineData("/plans/1/cascade")]
    [InlineData("/plans/1/days")]
    [InlineData("/deadlines")]
    [InlineData("/discipline")]
    [InlineData("/overview")]
    [InlineData("/plans/1/consolidation/2020-Q3")]
    public async Task Periods_are_named_in_English(string path)
    {
        using var coordinator = await site.SignIn("hlukhiv-koordynator");
        await coordinator.Open("/language?to=en&back=/today");
        var page = await coordinator.Open(path);
        Assert.Matches("Q3|Q4", page);
        // Papers to be signed are Ukrainian; so are the words of those who report.
        Assert.DoesNotMatch("(?<!за )\\b[IV]+ квартал\\b", Regex.Replace(page, "<(?<tag>[a-z0-9]+)[^>]*\\blang=\"uk\"[^>]*>.*?</\\k<tag>>", "", RegexOptions.Singleline));
    }

    [Fact]
    public async Task A_list_of_reports_names_periods_in_words_and_not_by_their_code()
    {
        using var coordinator = await site.SignIn("hlukhiv-koordynator");
        var page = await coordinator.Open("/obligations");
        Assert.Contains(">III квартал 2020 року</td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">2020-Q3<", page, StringComparison.Ordinal);
    }
}
