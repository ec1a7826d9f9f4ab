using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Operations.People;

namespace Zakhid.App.Pages;

[SignedIn]
sealed class SignOutModel(Sessions sessions) : WorkPage
{
    public IActionResult OnGet() => To("/today");

    public async Task<IActionResult> OnPost()
    {
        if (Request.Cookies[Guard.Cookie] is { } token) await sessions.End(token, Stop);
        Response.Cookies.Delete(Guard.Cookie);
        return To("/sign-in");
    }
}
