using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Zakhid.App.Demo;
using Zakhid.App.Web;
using Zakhid.Operations.Storage;

namespace Zakhid.App.Tests.Web;

/// The demonstration on a store of one test, which brings trouble over it; an executor has signed in.
sealed partial class OwnDemo : IAsyncDisposable
{
    readonly WebApplication _app;

    OwnDemo(WebApplication app, DemoSite.Person executor) => (_app, Executor) = (app, executor);

    public DemoSite.Person Executor { get; }

    public static async Task<OwnDemo> On(Store store)
    {
        await new FillDemo(store).Run(CancellationToken.None);
        var app = Server.Build(store, "http://127.0.0.1:0");
        await app.StartAsync();
        var executor = new DemoSite.Person(app.Urls.First());
        await executor.Open("/sign-in");
        await executor.Post("/sign-in", new() { ["login"] = "hlukhiv-sport", ["password"] = FillDemo.Password });
        return new(app, executor);
    }

    /// The page on which the executor writes the first report of his day.
    public async Task<string> BeginReport()
    {
        var page = $"/reports/{Report().Match(await Executor.Open("/today")).Groups[1].Value}/edit";
        await Executor.Open(page);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        Executor.Dispose();
        await _app.DisposeAsync();
    }

    [GeneratedRegex("/reports/(\\d+)", RegexOptions.None, 1000)]
    private static partial Regex Report();
}
