using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Operations.Feeds;
using Zakhid.Operations.Mail;
using Zakhid.Operations.People;

namespace Zakhid.App.Pages;

[SignedIn]
sealed class MeModel(CalendarFeed feed) : WorkPage
{
    public string? Email { get; private set; }
    public bool Saved { get; private set; }
    public DateTimeOffset? MadeAt { get; private set; }
    /// Known only in the answer to the deed that made it.
    public string? Address { get; private set; }

    public Task OnGet(int saved) => Load(saved == 1);

    public async Task<IActionResult> OnPostEmail(string? email)
    {
        if (await Try("email", () => new SetEmail(Store).Run(Me, Me.Person, email, Now, Stop))) return To("/me?saved=1");
        await Load(false);
        Email = email;
        return Page();
    }

    public async Task<IActionResult> OnPostCalendar()
    {
        var site = (await MailServer.Find(Store, Stop))?.Site ?? $"{Request.Scheme}://{Request.Host}";
        await Try("calendar", async () => Address = FeedAnswers.Address(site, await new OpenCalendarFeed(Store).Run(Me, Now, stop: Stop)));
        await Load(false);
        return Page();
    }

    public async Task<IActionResult> OnPostCloseCalendar()
    {
        if (await Try("calendar", () => new CloseCalendarFeed(Store).Run(Me, Now, stop: Stop))) return To("/me?saved=1");
        await Load(false);
        return Page();
    }

    async Task Load(bool saved)
    {
        Saved = saved;
        MadeAt = await feed.MadeAt(Me, Stop);
        Email = await Read(r => r.Find<string>("SELECT email FROM person WHERE authority_id = @authority AND id = @Person", new { Me.Person }));
    }
}
