using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;

namespace Zakhid.App.Pages;

[OpenToAll]
sealed class LanguageModel : WorkPage
{
    public IActionResult OnGet(string? to, string? back)
    {
        Response.Cookies.Append(Web.Language.Cookie, to == "en" ? "en" : "uk", new CookieOptions { SameSite = SameSiteMode.Lax, Path = "/", MaxAge = TimeSpan.FromDays(365), HttpOnly = true });
        return To(Url.IsLocalUrl(back) ? back! : "/today");
    }
}
