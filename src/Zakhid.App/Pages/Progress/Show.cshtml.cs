using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.People;
using Zakhid.Operations.Publishing;
using Zakhid.Reporting;

namespace Zakhid.App.Pages.Progress;

[OpenToAll]
sealed class ShowModel(AuthorityClock clock) : WorkPage
{
    public Authority Authority { get; private set; } = null!;
    public PublishedPlan Plan { get; private set; } = null!;
    public List<PublicMeasure> Measures { get; private set; } = [];
    public DateOnly Day { get; private set; }
    public int Done => Measures.Count(m => m.ConfirmedState == ExecutionState.Done);
    public int Running => Measures.Count(m => m.ConfirmedState is not null and not ExecutionState.Done);
    public int Unconfirmed => Measures.Count - Done - Running;

    public async Task<IActionResult> OnGet(string code, long plan)
    {
        if (await new AllAuthorities(Store).ByCode(code, Stop) is not { } authority) throw new RuleBroken("plan.unknown");
        var progress = new PublicProgress(Store);
        Plan = (await progress.Plans(authority.Id, Stop)).Find(p => p.Id == plan) ?? throw new RuleBroken("plan.unknown");
        (Authority, Measures, Day) = (authority, await progress.Measures(authority.Id, plan, Stop), clock.Now(authority.Day).Day);
        return Page();
    }
}
