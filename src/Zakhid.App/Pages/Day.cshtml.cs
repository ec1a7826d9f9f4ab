using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Operations.People;

namespace Zakhid.App.Pages;

[Access(Role.Coordinator)]
sealed class DayModel : WorkPage
{
    public void OnGet() { }

    public async Task<IActionResult> OnPost(string? day, string? to, string? back)
    {
        day = to ?? day;
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", out var moved))
        {
            Mend.Add(("day", T("Напишіть дату так: 25.12.2026 або 25 грудня 2026", "Write the date like 2026-12-25")));
            return Page();
        }
        return await Try("day", () => new MoveDay(Store).Run(Me, Now, moved, Stop)) ? To(Url.IsLocalUrl(back) ? back! : "/today") : Page();
    }
}
