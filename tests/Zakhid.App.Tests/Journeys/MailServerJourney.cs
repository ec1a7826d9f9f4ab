using Zakhid.App.Tests.Web;
using Zakhid.App.Web;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.Mail;
using Zakhid.Operations.People;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Mail;

namespace Zakhid.App.Tests.Journeys;

/// An installation of one authority: its administrator sets the mail server on the page, and the running server sends by itself.
public sealed class MailServerJourney : IAsyncLifetime
{
    const string Password = "довгий пароль для особи";
    readonly string _folder = Directory.CreateTempSubdirectory("zakhid-mail-").FullName;
    readonly OwnCertificates _certificates = new();
    LyingServer _server = null!;
    Store _store = null!;
    long _authority;

    static Moment Now => new AuthorityClock(TimeProvider.System).Now();

    public async ValueTask InitializeAsync()
    {
        _server = new(_certificates.Server(), MailSafety.StartTls, Lie.None);
        _store = await Store.Open(_folder);
        _authority = await new AddAuthority(_store).Run(new Authority { Code = "hlukhiv", Name = "Глухівська міська рада" }, Now);
        await new AddPerson(_store).Run(Actor.Program(_authority), new("hlukhiv-admin", "адміністратор системи", Role.Administrator), Now, Password);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    Dictionary<string, string> Form(string host = "127.0.0.1", string? ca = null) => new()
    {
        ["host"] = host,
        ["port"] = $"{_server.Port}",
        ["safety"] = "StartTls",
        ["login"] = "zakhid",
        ["password"] = "таємне слово",
        ["from"] = "zakhid@rada.gov.ua",
        ["site"] = "https://zakhid.rada.gov.ua/",
        ["ca"] = ca ?? _certificates.Pem,
    };

    [Fact]
    public async Task The_administrator_sets_and_tries_the_server_and_what_is_wrong_is_told_at_its_field()
    {
        await using var app = Server.Build(_store, "http://127.0.0.1:0");
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var admin = new DemoSite.Person(app.Urls.First());
        await admin.Post("/sign-in", new() { ["login"] = "hlukhiv-admin", ["password"] = Password });
        await admin.Open("/mail");

        var wrong = await admin.Post("/mail?handler=Server", Form("поштовий сервер"));
        Assert.Contains("id=\"host-err\">Напишіть назву сервера як mail.rada.gov.ua: «поштовий сервер» не підходить", wrong, StringComparison.Ordinal);
        Assert.DoesNotContain("таємне слово", wrong, StringComparison.Ordinal);
        Assert.Contains("id=\"ca-err\">У файлі немає сертифіката.", await admin.Post("/mail?handler=Server", Form(ca: "сертифікат")), StringComparison.Ordinal);

        var saved = await admin.Post("/mail?handler=Server", Form());
        Assert.Contains("Збережено. Надішліть перевірний лист.", saved, StringComparison.Ordinal);
        Assert.Contains("Пароль є. Напишіть новий, якщо змінився", saved, StringComparison.Ordinal);
        Assert.DoesNotContain("таємне слово", saved, StringComparison.Ordinal);
        Assert.Contains("Сервер прийняв лист для osoba@rada.gov.ua.", await admin.Post("/mail?handler=Test", new() { ["to"] = "osoba@rada.gov.ua" }), StringComparison.Ordinal);
        Assert.Single(_server.Taken);

        await admin.Post("/mail?handler=Server", Form(ca: ""));
        Assert.Contains("id=\"to-err\">Сертифікат поштового сервера не підтверджено.", await admin.Post("/mail?handler=Test", new() { ["to"] = "osoba@rada.gov.ua" }), StringComparison.Ordinal);
        Assert.Contains("Сервера не задано: жоден лист не надсилається.", await admin.Post("/mail?handler=Forget", []), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_running_server_sends_what_waits_and_the_page_shows_what_failed_with_its_cause()
    {
        await new SetMailServer(_store).Run(Actor.Program(Store.Installation), new() { Host = "127.0.0.1", Port = _server.Port, Safety = MailSafety.StartTls, FromAddress = "zakhid@rada.gov.ua", Ca = _certificates.Pem }, null, Now);
        foreach (var (id, failed) in new[] { (1, false), (2, true) })
        {
            await _store.Write(Actor.Program(_authority), Now, w => w.Do("""
                INSERT INTO letter (authority_id, id, kind, key, to_address, to_name, subject, text, message_id, day, queued_at, run_at, trouble, said, given_up_at)
                VALUES (@authority, @id, 'Reminder', @key, 'osoba@rada.gov.ua', 'Особа', 'Звіт', 'Текст', @key, @day, @now, @now, @trouble, @said, @end)
                """, new { id, key = $"{id}.ab@rada.gov.ua", day = w.At.Day, now = w.At.Machine, trouble = failed ? "Recipient" : null, said = failed ? "550 <b>немає</b> такої скриньки" : null, end = failed ? w.At.Machine : (DateTimeOffset?)null }));
        }
        var came = new TaskCompletionSource();
        _server.OnLetter = () => { came.TrySetResult(); return Task.CompletedTask; };

        await using var app = Server.Build(_store, "http://127.0.0.1:0");
        await app.StartAsync(TestContext.Current.CancellationToken);
        await came.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal(["<1.ab@rada.gov.ua>"], _server.Came);

        using var admin = new DemoSite.Person(app.Urls.First());
        await admin.Post("/sign-in", new() { ["login"] = "hlukhiv-admin", ["password"] = Password });
        Assert.Contains("Поштовий сервер не приймає листа на цю адресу. Перевірте адресу. Відповідь: «550 <b>немає</b> такої скриньки»", await admin.Open("/letters"), StringComparison.Ordinal);
        Assert.Contains("Збережено.", await admin.Post("/letters?handler=Again", new() { ["letter"] = "2" }), StringComparison.Ordinal);
    }
}
