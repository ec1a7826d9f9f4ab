using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Zakhid.App.Tests.Browser;

[Collection(nameof(BrowserSite))]
public class ScreenTests(BrowserSite site)
{
    [Fact]
    public void Every_page_has_an_example_among_the_screens()
    {
        var routes = site.Site.App.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null).Select(e => e.RoutePattern.RawText!.Trim('/')).Distinct();

        Assert.DoesNotContain(routes, r => !Screens.NoScreen.Contains(r) && Screens.All.All(s => s.Route != r));
    }

    [Theory]
    [InlineData("uk", 1366)]
    [InlineData("uk", 320)]
    [InlineData("en", 1366)]
    [InlineData("en", 320)]
    public async Task No_screen_has_a_fault_of_access_scrolls_sideways_or_complains(string language, int width)
    {
        var faults = new ConcurrentBag<string>();
        // Two at a time: a page waits more than it computes.
        var halves = Screens.All.GroupBy(s => s.Login).SelectMany(person => person.Chunk((person.Count() + 1) / 2));
        await Parallel.ForEachAsync(halves, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (screens, _) =>
        {
            var login = screens[0].Login;
            await using var visitor = login == "-" ? await site.Visitor(width, language: language) : await site.SignIn(login, width, language: language);
            foreach (var (_, example, _) in screens)
            {
                var address = await Addressed(visitor, example);
                var answer = await visitor.Page.GotoAsync(address);
                if (answer!.Status != 200) { faults.Add($"{address}: {answer.Status}"); continue; }
                var found = await visitor.Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
                foreach (var fault in found.Violations.SelectMany(v => v.Nodes.Take(3).Select(n => $"{address}: {v.Id} ({v.Impact}): {n.Html} {n.Any.FirstOrDefault()?.Message}"))) faults.Add(fault);
                if (await visitor.Overflow() is > 0 and var over) faults.Add($"{address}: {over} px wider than the screen");
                if (Folder is { } folder) await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{language}-{width}{address.Split('?')[0].Replace('/', '_')}-{login}.png"), FullPage = true });
            }
            foreach (var complaint in visitor.Complaints) faults.Add(complaint);
        });
        Assert.True(faults.IsEmpty, string.Join('\n', faults.Distinct().Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task English_pages_say_nothing_in_Ukrainian_but_what_people_and_acts_wrote()
    {
        // Words of the interface that would stand on a page if a pair of words were forgotten.
        string[] words = ["Мій день", "Плани", "Розгляд", "Стан виконання", "Зберегти", "Строк", "Захід ", "Звіт", "Подано", "Виконавці", "Орган", "Станом на", "Перевірте", "Увійти", "Вийти", "Сторінка"];
        var faults = new List<string>();
        foreach (var person in Screens.All.GroupBy(s => s.Login))
        {
            await using var visitor = person.Key == "-" ? await site.Visitor(language: "en") : await site.SignIn(person.Key, language: "en");
            foreach (var (_, example, _) in person)
            {
                await visitor.Page.GotoAsync(await Addressed(visitor, example));
                foreach (var label in await visitor.Page.EvalOnSelectorAllAsync<string[]>("h1, h2, h3, label, legend, button, nav a, th[scope=col], thead th, dt, .btn, .link, .hint", "es => es.filter(e => !e.closest('[lang=uk], .act, .sheet, .facs')).map(e => e.textContent.trim())"))
                    if (words.Any(w => label.StartsWith(w, StringComparison.Ordinal))) faults.Add($"{visitor.Page.Url}: {label}");
            }
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct()));
    }

    /// Where screenshots of every screen are kept for looking at; nowhere unless asked.
    static string? Folder => Environment.GetEnvironmentVariable("ZAKHID_SCREENSHOTS");

    static async Task<string> Addressed(Visitor visitor, string example)
    {
        if (example.StartsWith('/')) return example;
        await visitor.Page.GotoAsync(example == "REVIEW" ? "/reviews" : "/today");
        var report = new Uri(new Uri(visitor.Page.Url), await visitor.Page.GetAttributeAsync("main a[href^='/reports/']", "href")).AbsolutePath;
        return example switch { "DRAFT" => report + "/edit", "CHECK" => report + "/check", _ => report };
    }
}
