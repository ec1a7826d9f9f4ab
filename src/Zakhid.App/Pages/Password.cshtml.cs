using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Operations.People;

namespace Zakhid.App.Pages;

[SignedIn]
sealed class PasswordModel : WorkPage
{
    public void OnGet() { }

    public async Task<IActionResult> OnPost(string? oldPassword, string? newPassword, string? newPasswordAgain)
    {
        if (newPassword != newPasswordAgain) Mend.Add(("newPasswordAgain", T("Паролі різні: введіть новий пароль двічі однаково", "The passwords differ: type the new one twice alike")));
        else if (await Try(rule => rule.StartsWith("person.password", StringComparison.Ordinal) && rule != "person.password-old" ? "newPassword" : "oldPassword", () => new ChoosePassword(Store).Run(Me, oldPassword ?? "", newPassword ?? "", Now, Stop))) return To("/sign-in?chosen=1");
        return Page();
    }
}
