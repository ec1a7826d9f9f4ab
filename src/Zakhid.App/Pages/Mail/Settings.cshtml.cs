using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.Mail;

namespace Zakhid.App.Pages.Mail;

[Access(Role.Administrator)]
sealed class SettingsModel : WorkPage
{
    public MailServer? Server { get; private set; }
    public bool IsShared { get; private set; }
    public bool HasPassword { get; private set; }
    public string? Said { get; private set; }
    public string? Recipient { get; private set; }
    public Form Typed { get; private set; } = new();

    public Task OnGet(int saved) => Load(saved == 1 ? T("Збережено. Надішліть перевірний лист.", "Saved. Send a letter of trial.") : null);

    public async Task<IActionResult> OnPostServer(Form form, string? password)
    {
        if (await Try(FieldOf, () => new SetMailServer(Store).Run(Me, form.Server(), string.IsNullOrEmpty(password) ? null : password, Now, Stop))) return To("/mail?saved=1");
        await Load(null);
        Typed = form;
        return Page();
    }

    public async Task<IActionResult> OnPostForget()
    {
        if (await Try("host", () => new ForgetMailServer(Store).Run(Me, Now, Stop))) return To("/mail");
        await Load(null);
        return Page();
    }

    public async Task<IActionResult> OnPostTest(string? to)
    {
        Recipient = to?.Trim();
        string? said = null;
        try
        {
            if (await Try("to", () => new TestMail(Store).Run(Recipient ?? "", Now, Stop))) said = T($"Сервер прийняв лист для {Recipient}.", $"The server took the letter for {Recipient}.");
        }
        catch (MailFailed failed)
        {
            Mend.Add(("to", MailWords.Of(failed.Trouble, failed.Said, English)));
        }
        await Load(said);
        return Page();
    }

    async Task Load(string? said)
    {
        (Said, Server, HasPassword) = (said, await MailServer.Find(Store, Stop), MailPassword.Find(Store) is not null);
        IsShared = (await new AllAuthorities(Store).List(Stop)).Count > 1;
        if (Server is { } server) Typed = new() { Host = server.Host, Port = server.Port.ToString(CultureInfo.InvariantCulture), Safety = server.Safety, Login = server.Login, From = server.FromAddress, Site = server.Site, Ca = server.Ca };
    }

    static string FieldOf(string rule) => rule switch { "mail.port" => "port", "mail.login" => "login", "email.form" => "from", "mail.site" => "site", "mail.ca" => "ca", _ => "host" };

    /// As typed.
    public sealed record Form
    {
        public string? Host { get; init; }
        public string? Port { get; init; }
        public MailSafety Safety { get; init; }
        public string? Login { get; init; }
        public string? From { get; init; }
        public string? Site { get; init; }
        public string? Ca { get; init; }

        public MailServer Server() => new()
        {
            Host = Host ?? "",
            Port = string.IsNullOrWhiteSpace(Port) ? Safety == MailSafety.Tls ? 465 : 587 : int.TryParse(Port.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : throw new RuleBroken("mail.port", Port.Trim()),
            Safety = Safety,
            Login = Login,
            FromAddress = From ?? "",
            Site = Site,
            Ca = Ca,
        };
    }
}
