using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.People;

namespace Zakhid.App.Pages;

[OpenToAll]
sealed class SetupModel(FirstStart firstStart, AuthorityClock clock) : WorkPage
{
    public FirstAuthority Typed { get; private set; } = new("", "", "", "", "");
    /// Told once, when it is done.
    public (string Login, string Password)? Administrator { get; private set; }

    public async Task<IActionResult> OnGet(string code) => code == firstStart.Code && await firstStart.IsOpen(Stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string code, string? name, string? head, string? login, string? post, string? password)
    {
        Typed = new(name?.Trim() ?? "", head?.Trim() ?? "", login?.Trim() ?? "", post?.Trim() ?? "", password ?? "");
        if (code != firstStart.Code || !await firstStart.IsOpen(Stop)) return NotFound();
        await Try("setup", async () => Administrator = await firstStart.Run(code, Typed, clock.Now(), Stop));
        return Page();
    }
}
