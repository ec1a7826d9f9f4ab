using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Operations.People;

namespace Zakhid.App.Pages;

[OpenToAll]
sealed class SignInModel(SignIn signIn) : WorkPage
{
    public string Login { get; private set; } = "";
    public bool Over { get; private set; }
    public bool Chosen { get; private set; }

    /// A form that waits for who signs in.
    public string Kept { get; private set; } = "";

    public void OnGet(int over, string? kept, int chosen) => (Over, Kept, Chosen) = (over == 1, kept ?? "", chosen == 1);

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
        Response.Cookies.Append(Guard.Cookie, start!.Token, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Request.IsHttps, Path = "/", Expires = start.EndsAt });
        return To(Kept.Length > 0 && Kept.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? $"/kept/{Kept}" : "/today");
    }
}
