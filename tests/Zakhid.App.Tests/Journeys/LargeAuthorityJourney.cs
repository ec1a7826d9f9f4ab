using Zakhid.App.Tests.Web;
using Zakhid.Text;

namespace Zakhid.App.Tests.Journeys;

public sealed class LargeAuthorityJourney(LargeSite site) : IClassFixture<LargeSite>
{
    Task<long> Counted(string standing) => site.Store.Read(site.Authority, r => r.One<long>("SELECT COUNT(*) FROM obligation WHERE authority_id = @authority AND standing = @standing", new { standing }));

    [Fact]
    public async Task My_day_says_how_many_reports_wait_though_it_lists_the_first_fifty()
    {
        using var coordinator = await site.SignIn();
        var review = await Counted("Submitted");
        Assert.True(review > 50);

        var page = (await coordinator.Open("/today")).Replace('\u00A0', ' ');

        Assert.Contains($"{Plural.Count(review, "звіт чекає", "звіти чекають", "звітів чекають").Replace('\u00A0', ' ')} вашого рішення", page, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"/obligations?standing=Submitted\">Усі {review}</a>", page, StringComparison.Ordinal);
    }
}
