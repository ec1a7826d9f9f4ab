using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Calendar;
using Zakhid.Operations.Obligations;

namespace Zakhid.App.Pages;

/// What the authority does with a due day that is a day off: shown with its effect before it is confirmed, kept with its history.
[Access(Role.Coordinator, Role.Controller, Role.Administrator)]
sealed class DaysOffModel : WorkPage
{
    public (DayOffPolicy Policy, bool Transfers) InForce { get; private set; }
    public DayOffPolicy Policy { get; private set; }
    public bool Transfers { get; private set; }
    public string? Ground { get; private set; }
    /// What was rehearsed; null: nothing is asked yet.
    public IReadOnlyList<CountedPlan>? Effect { get; private set; }
    public IReadOnlyList<DayOffChange> Changes { get; private set; } = [];
    public bool MaySet => Me.Is(Role.Coordinator, Role.Administrator);

    public async Task OnGet()
    {
        await Load();
        (Policy, Transfers) = InForce;
    }

    public async Task<IActionResult> OnPost(DayOffPolicy? policy, string? transfers, string? ground, string? confirm)
    {
        await Load();
        (Policy, Transfers, Ground) = (policy ?? InForce.Policy, transfers == "yes", ground);
        if (confirm == "yes" && await Try("ground", () => new SetDayOffPolicy(Store).Run(Me, Now, Policy, Transfers, ground ?? "", Stop))) return To("/days-off?done=1");
        if (Mend.Count == 0) await Try("ground", async () =>
        {
            if (string.IsNullOrWhiteSpace(ground)) throw new RuleBroken("policy.ground-missing");
            Effect = await new SetDayOffPolicy(Store).Rehearse(Me, Now, Policy, Transfers, Stop);
        });
        return Page();
    }

    async Task Load() => await Read(async r =>
    {
        InForce = await SetDayOffPolicy.Of(r);
        Changes = await DayOffChange.All(r);
        return true;
    });
}
