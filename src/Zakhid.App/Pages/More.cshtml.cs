using Zakhid.App.Web;

namespace Zakhid.App.Pages;

[SignedIn]
sealed class MoreModel : WorkPage
{
    public void OnGet() { }
}
