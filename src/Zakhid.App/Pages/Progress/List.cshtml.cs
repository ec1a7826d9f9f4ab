using Zakhid.App.Web;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.Publishing;

namespace Zakhid.App.Pages.Progress;

[OpenToAll]
sealed class ListModel : WorkPage
{
    public List<(Authority Authority, PublishedPlan Plan)> Plans { get; } = [];

    public async Task OnGet()
    {
        foreach (var authority in await new AllAuthorities(Store).List(Stop))
            Plans.AddRange((await new PublicProgress(Store).Plans(authority.Id, Stop)).Select(plan => (authority, plan)));
    }
}
