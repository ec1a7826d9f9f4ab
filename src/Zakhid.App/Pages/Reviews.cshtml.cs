using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;

namespace Zakhid.App.Pages;

[Access(Role.Coordinator, Role.Controller)]
sealed class ReviewsModel : WorkPage
{
    public IActionResult OnGet() => To("/obligations?standing=Submitted");
}
