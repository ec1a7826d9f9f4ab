using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Operations.People;

namespace Zakhid.App.Pages;

[SignedIn]
sealed class PasswordModel : WorkPage
{
    public void OnGet() { }

    public async Task<IActionResult> OnPost(string? old, string? chosen, string? again)
    {
        if (chosen != again) Mend.Add(("again", T("Паролі різні: введіть новий пароль двічі однаково", "The passwords differ: type the new one twice alike")));
        else if (await Try(rule => rule.StartsWith("person.password", StringComparison.Ordinal) && rule != "person.password-old" ? "chosen" : "old", () => new ChoosePassword(Store).Run(Me, old ?? "", chosen ?? "", Now, Stop))) return To("/sign-in?chosen=1");
        return Page();
    }
}
