using Microsoft.AspNetCore.Builder;
using Zakhid.App.Demo;
using Zakhid.App.Web;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Synthetic;

namespace Zakhid.App.Tests.Web;

/// A synthetic authority whose first plan has more measures than one page holds.
public sealed class LargeSite : IAsyncLifetime
{
    readonly string _folder = Directory.CreateTempSubdirectory("zakhid-site-").FullName;
    WebApplication _app = null!;
    string _address = "";
    internal Store Store { get; private set; } = null!;
    internal long Authority { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Store = await Store.Open(_folder);
        Authority = await new GenerateAuthority(Store).Run("zrazok-1", "Зразковий орган 1", new(3600, 24, 2, 2, 1), FillDemo.Password);
        _app = Server.Build(Store, "http://127.0.0.1:0");
        await _app.StartAsync();
        _address = _app.Urls.First();
    }

    public async Task<DemoSite.Person> SignIn(string login = "zrazok-1-koordynator")
    {
        var person = new DemoSite.Person(_address);
        await person.Post("/sign-in", new() { ["login"] = login, ["password"] = FillDemo.Password });
        return person;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
