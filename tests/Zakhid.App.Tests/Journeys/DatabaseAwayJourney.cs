using System.Net;
using Zakhid.App.Demo;
using Zakhid.App.Tests.Web;
using Zakhid.App.Web;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Storage;

namespace Zakhid.App.Tests.Journeys;

/// The database stops while somebody writes a report, and comes back.
public sealed class DatabaseAwayJourney : IAsyncLifetime
{
    readonly PostgresCluster _cluster = new();
    readonly string _folder = Directory.CreateTempSubdirectory("zakhid-away-").FullName;

    public ValueTask InitializeAsync() => _cluster.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_was_typed_is_shown_and_sent_again_with_one_press()
    {
        Assert.SkipWhen(_cluster.Missing is not null, _cluster.Missing ?? "");
        await using var store = await Store.Open(_folder, await _cluster.NewDatabase());
        await new FillDemo(store).Run(CancellationToken.None);
        await using var app = Server.Build(store, "http://127.0.0.1:0");
        await app.StartAsync();
        using var executor = new DemoSite.Person(app.Urls.First());
        await executor.Open("/sign-in");
        await executor.Post("/sign-in", new() { ["login"] = "hlukhiv-sport", ["password"] = FillDemo.Password });
        var report = System.Text.RegularExpressions.Regex.Match(await executor.Open("/today"), "/reports/(\\d+)").Groups[1].Value;
        await executor.Open($"/reports/{report}/edit");

        await _cluster.Stop();
        var away = await executor.Post($"/reports/{report}/edit", new() { ["narrative"] = "Проведено турнір «Майбутнє» & <змагання>.", ["version"] = "0", ["deed"] = "save" });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, executor.Status);
        Assert.Contains("База даних не відповідає. Введене лишилося на сторінці. Спробуйте ще раз за хвилину.", away, StringComparison.Ordinal);
        Assert.Contains("<blockquote class=\"said pre\">Проведено турнір «Майбутнє» & <змагання>.</blockquote>", away, StringComparison.Ordinal);
        Assert.Contains($"<form method=\"post\" action=\"/reports/{report}/edit\">", away, StringComparison.Ordinal);
        var held = System.Text.RegularExpressions.Regex.Matches(away, "<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">").ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);

        await _cluster.Start();
        await executor.Post($"/reports/{report}/edit", held);
        Assert.Contains("Проведено турнір «Майбутнє» & <змагання>.", await executor.Open($"/reports/{report}/edit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_never_shown_again()
    {
        Assert.SkipWhen(_cluster.Missing is not null, _cluster.Missing ?? "");
        await using var store = await Store.Open(_folder, await _cluster.NewDatabase());
        await new FillDemo(store).Run(CancellationToken.None);
        await using var app = Server.Build(store, "http://127.0.0.1:0");
        await app.StartAsync();
        using var person = new DemoSite.Person(app.Urls.First());
        await person.Open("/sign-in");
        await person.Post("/sign-in", new() { ["login"] = "hlukhiv-sport", ["password"] = FillDemo.Password });

        await _cluster.Stop();
        var away = await person.Post("/sign-in", new() { ["login"] = "hlukhiv-sport", ["password"] = "зовсім-інший-пароль" });
        await _cluster.Start();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, person.Status);
        Assert.DoesNotContain("зовсім-інший-пароль", away, StringComparison.Ordinal);
    }
}
