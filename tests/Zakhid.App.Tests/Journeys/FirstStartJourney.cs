using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Zakhid.App.Tests.Web;
using Zakhid.App.Web;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.Storage;

namespace Zakhid.App.Tests.Journeys;

/// From an empty folder to a plan under control.
public sealed class FirstStartJourney : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("zakhid-first-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Who_has_the_printed_code_makes_the_authority_once_and_reads_its_first_plan()
    {
        await using var store = await Store.Open(_folder);
        await using var app = Server.Build(store, "http://127.0.0.1:0");
        await app.StartAsync();
        var code = app.Services.GetRequiredService<FirstStart>().Code;
        using var person = new DemoSite.Person(app.Urls.First());

        await person.Open("/setup/inshyi-kod");
        Assert.Equal(HttpStatusCode.NotFound, person.Status);

        await person.Open($"/setup/{code}");
        var form = new Dictionary<string, string> { ["name"] = "Зразкова міська рада", ["head"] = "Міському голові", ["login"] = "koordynator", ["post"] = "головний спеціаліст", ["password"] = "короткий" };
        Assert.Contains("щонайменше 10", await person.Post($"/setup/{code}", new(form)), StringComparison.OrdinalIgnoreCase);
        form["password"] = "п’ять кіл на воді";
        var done = await person.Post($"/setup/{code}", new(form));
        Assert.Contains("Установу створено", done, StringComparison.Ordinal);
        var temporary = System.Text.RegularExpressions.Regex.Match(done, "[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}").Value;

        await person.Open($"/setup/{code}");
        Assert.Equal(HttpStatusCode.NotFound, person.Status);

        using var administrator = new DemoSite.Person(app.Urls.First());
        await administrator.Open("/sign-in");
        await administrator.Post("/sign-in", new() { ["login"] = "koordynator-admin", ["password"] = temporary });
        Assert.Equal("/password", administrator.Path);
        Assert.Contains("Паролі різні", await administrator.Post("/password", new() { ["old"] = temporary, ["chosen"] = "берег лівий тихий", ["again"] = "берег правий" }), StringComparison.Ordinal);
        Assert.Contains("Пароль змінено", await administrator.Post("/password", new() { ["old"] = temporary, ["chosen"] = "берег лівий тихий", ["again"] = "берег лівий тихий" }), StringComparison.Ordinal);

        await person.Open("/sign-in");
        await person.Post("/sign-in", new() { ["login"] = "koordynator", ["password"] = "п’ять кіл на воді" });
        Assert.Contains("Додати план", await person.Open("/imports/new"), StringComparison.Ordinal);
    }
}
