using System.CommandLine;
using Zakhid.Operations.Mail;
using Zakhid.Operations.Storage;

namespace Zakhid.App.Commands.Mail;

/// `zakhid mail settings`: shows the server, or sets what is said; a password comes from a file or from standard input, never
/// from the command line, where others see it.
static class MailSettingsCommand
{
    public static Command Create()
    {
        var host = Of("--host", "HOST", "назва сервера: mail.example.gov.ua", "name of the server");
        var port = new Option<int?>("--port") { HelpName = "PORT", Description = CommandLine.Say("порт; без нього 465 для tls, 587 для starttls", "port; without it 465 for tls, 587 for starttls") };
        var safety = Of("--safety", "tls|starttls", "захист: tls або starttls; без нього tls", "protection: tls or starttls; tls without it");
        var login = Of("--login", "NAME", "логін на сервері; порожній — без входу", "sign-in name; empty: none");
        var password = Of("--password-file", "FILE", "файл із паролем; - читає зі стандартного вводу", "file with the password; - reads standard input");
        var from = Of("--from", "ADDRESS", "адреса відправника", "the sender’s address");
        var name = Of("--name", "NAME", "ім’я відправника", "the sender’s name");
        var site = Of("--site", "URL", "адреса Захід для посилань у листах", "address of this installation for links in letters");
        var ca = Of("--ca", "FILE", "PEM центру, що видав сертифікат сервера, якщо він не загальновідомий; порожній прибирає", "PEM of the issuer of the server’s certificate, if it is no public one; empty removes it");
        var forget = new Option<bool>("--forget") { Description = CommandLine.Say("прибрати сервер: листи не надсилатимуться", "take the server away: no letters are sent") };
        var command = new Command("settings", CommandLine.Say("Показати або задати поштовий сервер", "Show or set the mail server")) { host, port, safety, login, password, from, name, site, ca, forget };
        var data = new DataOptions(command);
        Option[] setting = [host, port, safety, login, password, from, name, site, ca];
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            var program = Actor.Program(Store.Installation);
            if (parsed.GetValue(forget))
            {
                await using var open = await data.Open(parsed);
                await new ForgetMailServer(open).Run(program, DataOptions.Now, stop);
                Console.WriteLine(CommandLine.Say("Сервер прибрано: листи не надсилаються.", "The server is taken away: no letters are sent."));
                return 0;
            }
            var changes = setting.Any(option => parsed.GetResult(option) is not null);
            await using var store = changes ? await data.Open(parsed) : await data.OpenToRead(parsed);
            var server = await MailServer.Find(store, stop);
            if (changes)
            {
                var closed = parsed.GetValue(safety)?.ToLowerInvariant() switch
                {
                    null => server?.Safety ?? MailSafety.Tls,
                    "tls" => MailSafety.Tls,
                    "starttls" => MailSafety.StartTls,
                    var other => throw new RuleBroken("mail.safety", other),
                };
                server = new MailServer
                {
                    Host = parsed.GetValue(host) ?? server?.Host ?? throw new RuleBroken("mail.host", ""),
                    Port = parsed.GetValue(port) ?? (server is not null && server.Safety == closed ? server.Port : closed == MailSafety.Tls ? 465 : 587),
                    Safety = closed,
                    Login = parsed.GetValue(login) ?? server?.Login,
                    FromAddress = parsed.GetValue(from) ?? server?.FromAddress ?? throw new RuleBroken("email.form", ""),
                    FromName = parsed.GetValue(name) ?? server?.FromName ?? "Захід",
                    Site = parsed.GetValue(site) ?? server?.Site,
                    Ca = parsed.GetValue(ca) is { } file ? file.Length == 0 ? null : await File.ReadAllTextAsync(file, stop) : server?.Ca,
                };
                await new SetMailServer(store).Run(program, server, await Password(parsed.GetValue(password), stop), DataOptions.Now, stop);
            }
            Show(await MailServer.Find(store, stop), MailPassword.Find(store) is not null);
            return 0;
        }));
        return command;
    }

    static Option<string?> Of(string option, string help, string ukrainian, string english) => new(option) { HelpName = help, Description = CommandLine.Say(ukrainian, english) };

    static async Task<string?> Password(string? file, CancellationToken stop) => file switch
    {
        null => null,
        "-" => (await Console.In.ReadToEndAsync(stop)).TrimEnd('\r', '\n'),
        _ => (await File.ReadAllTextAsync(file, stop)).TrimEnd('\r', '\n'),
    };

    static void Show(MailServer? server, bool hasPassword)
    {
        if (server is null)
        {
            Console.WriteLine(CommandLine.Say("Поштового сервера не задано: листи не надсилаються.", "No mail server is set: no letters are sent."));
            return;
        }
        Console.WriteLine($"{server.Host}:{server.Port}, {(server.Safety == MailSafety.Tls ? "TLS" : "STARTTLS")}");
        Console.WriteLine(server.Login is null ? CommandLine.Say("Без входу", "No sign-in") : CommandLine.Say($"Логін {server.Login}, пароль {(hasPassword ? "є" : "не задано")}", $"Sign-in name {server.Login}, {(hasPassword ? "a password is set" : "no password")}"));
        Console.WriteLine(CommandLine.Say($"Від: {server.FromName} <{server.FromAddress}>", $"From: {server.FromName} <{server.FromAddress}>"));
        if (server.Site is not null) Console.WriteLine(CommandLine.Say($"Посилання в листах: {server.Site}", $"Links in letters: {server.Site}"));
        if (server.Ca is not null) Console.WriteLine(CommandLine.Say("Сертифікат сервера перевіряється за доданим центром", "The server’s certificate is checked by the added issuer"));
    }
}
