using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.People;

namespace Zakhid.App.Pages;

[OpenToAll]
sealed class SignInModel(SignIn signIn, FirstStart firstStart) : WorkPage
{
    public string Login { get; private set; } = "";
    public bool Over { get; private set; }
    public bool Chosen { get; private set; }

    /// Nobody can sign in yet: the first start is still to be made.
    public bool IsNew { get; private set; }

    /// A form that waits for who signs in.
    public string Kept { get; private set; } = "";

    public async Task OnGet(int over, string? kept, int chosen) => (Over, Kept, Chosen, IsNew) = (over == 1, kept ?? "", chosen == 1, await firstStart.IsOpen(Stop));

    public async Task<IActionResult> OnPost(string? login, string? password, string? kept)
    {
        (Over, Kept) = (kept is { Length: > 0 }, kept ?? "");
        Login = login ?? "";
        SessionStart? start = null;
        if (!await Try("login", async () => start = await signIn.Run(Login, password ?? "", HttpContext.Connection.RemoteIpAddress, Stop)))
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Page();
        }
        Guard.Begin(HttpContext, start!);
        return To(Kept.Length > 0 && Kept.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? $"/kept/{Kept}" : "/today");
    }
}
