using System.Net;
using Zakhid.App.Tests.Web;
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
        await using var demo = await OwnDemo.On(store);
        var executor = demo.Executor;
        var report = await demo.BeginReport();

        await _cluster.Stop();
        var away = await executor.Post(report, new() { ["narrative"] = "Проведено турнір «Майбутнє» & <змагання>.", ["version"] = "0", ["deed"] = "save" });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, executor.Status);
        Assert.Contains("База даних не відповідає. Введене лишилося на сторінці. Спробуйте ще раз за хвилину.", away, StringComparison.Ordinal);
        Assert.Contains("<blockquote class=\"said pre\">Проведено турнір «Майбутнє» & <змагання>.</blockquote>", away, StringComparison.Ordinal);
        Assert.Contains($"<form method=\"post\" action=\"{report}\">", away, StringComparison.Ordinal);
        var held = System.Text.RegularExpressions.Regex.Matches(away, "<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">").ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);

        await _cluster.Start();
        await executor.Post(report, held);
        Assert.Contains("Проведено турнір «Майбутнє» & <змагання>.", await executor.Open(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_never_shown_again()
    {
        Assert.SkipWhen(_cluster.Missing is not null, _cluster.Missing ?? "");
        await using var store = await Store.Open(_folder, await _cluster.NewDatabase());
        await using var demo = await OwnDemo.On(store);
        var person = demo.Executor;

        await _cluster.Stop();
        var away = await person.Post("/sign-in", new() { ["login"] = "hlukhiv-sport", ["password"] = "зовсім-інший-пароль" });
        await _cluster.Start();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, person.Status);
        Assert.DoesNotContain("зовсім-інший-пароль", away, StringComparison.Ordinal);
    }
}
