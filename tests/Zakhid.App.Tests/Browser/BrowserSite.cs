using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Zakhid.App.Demo;
using Zakhid.App.Tests.Web;

namespace Zakhid.App.Tests.Browser;

/// The demonstration in a real browser: Chromium of the system, one for all tests, a fresh profile for each person.
public sealed class BrowserSite : IAsyncLifetime
{
    static readonly string[] _places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    IPlaywright _playwright = null!;
    IBrowser _browser = null!;

    public DemoSite Site { get; } = new();
    public string Address => Site.Address;

    public async ValueTask InitializeAsync()
    {
        await Site.InitializeAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Array.Find(_places, File.Exists) ?? throw new InvalidOperationException("Chromium is not installed: run bin/install test"),
            // The tests' own pages on 127.0.0.1; a container's root has no sandbox of its own.
            Args = ["--no-sandbox", "--disable-gpu"],
        });
    }

    /// A browser of a person of his own, not signed in.
    public async Task<Visitor> Visitor(int width = 1366, bool scripts = true, string language = "uk")
    {
        var context = await _browser.NewContextAsync(new() { BaseURL = Address, ViewportSize = new() { Width = width, Height = 900 }, JavaScriptEnabled = scripts, Locale = language, AcceptDownloads = true });
        await context.AddCookiesAsync([new() { Name = "language", Value = language, Url = Address }]);
        return new(context, await context.NewPageAsync());
    }

    public async Task<Visitor> SignIn(string login, int width = 1366, bool scripts = true, string language = "uk")
    {
        var visitor = await Visitor(width, scripts, language);
        await visitor.Page.GotoAsync("/sign-in");
        await visitor.Page.FillAsync("#login", login);
        await visitor.Page.FillAsync("#password", FillDemo.Password);
        await visitor.Page.ClickAsync("form button.btn");
        await visitor.Arrive("/today");
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await Site.DisposeAsync();
    }
}

/// A person's browser, with what its console and its network complained of.
public sealed class Visitor : IAsyncDisposable
{
    readonly IBrowserContext _context;

    /// Waits for the address and the page's last part: the event that a page is loaded can come before anybody waits for it, and then it never does.
    public async Task Arrive(string end)
    {
        await Assertions.Expect(Page).ToHaveURLAsync(new Regex(Regex.Escape(end) + "$"), new() { Timeout = 30_000 });
        await Page.Locator("footer").First.WaitForAsync();
    }

    internal Visitor(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) => { if (message.Type == "error") Complaints.Add($"{page.Url}: {message.Text}"); };
        page.PageError += (_, error) => Complaints.Add($"{page.Url}: {error}");
    }

    public IPage Page { get; }
    public List<string> Complaints { get; } = [];
    public int Clicks { get; private set; }

    /// A click that the budget counts.
    public async Task Click(string what)
    {
        Clicks++;
        await Page.ClickAsync(what);
    }

    public async Task<string> Text(string selector = "main") => (await Page.InnerTextAsync(selector)).Replace('\u00A0', ' ');

    public async Task<int> Overflow() => await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth");

    public Task<IReadOnlyList<BrowserContextCookiesResult>> Cookies() => _context.CookiesAsync();

    public ValueTask DisposeAsync() => new(_context.CloseAsync());
}

[CollectionDefinition(nameof(BrowserSite))]
public sealed class BrowserSiteCollection : ICollectionFixture<BrowserSite>;
