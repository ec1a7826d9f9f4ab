using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;

namespace Zakhid.App.Pages;

[OpenToAll]
sealed class IndexModel : WorkPage
{
    public IActionResult OnGet() => To(HttpContext.Features.Get<Operations.People.Visit>() is null ? "/progress" : "/today");
}
