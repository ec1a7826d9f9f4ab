using Zakhid.App.Web;

namespace Zakhid.App.Pages;

[SignedIn]
sealed class KeptModel(KeptForms forms) : WorkPage
{
    public KeptForm? Form { get; private set; }

    public void OnGet(string id) => Form = forms.Find(id, Visit.Login);
}
