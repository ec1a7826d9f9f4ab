using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Zakhid.App.Web;

namespace Zakhid.App.Tests.Web;

[Collection(nameof(DemoSite))]
public class AccessTests(DemoSite site)
{
    [Fact]
    public void Every_endpoint_says_who_may_open_it()
    {
        var endpoints = site.App.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().ToList();

        Assert.True(endpoints.Count >= 20, $"only {endpoints.Count} endpoints were looked at");
        Assert.DoesNotContain(endpoints, e => e.Metadata.GetMetadata<AccessAttribute>() is null && e.Metadata.GetMetadata<SignedInAttribute>() is null && e.Metadata.GetMetadata<OpenToAllAttribute>() is null);
    }

    [Fact]
    public async Task Nobody_opens_a_page_of_the_workspace_without_signing_in()
    {
        foreach (var path in new[] { "/today", "/overview", "/plans", "/reports/1", "/audit", "/people", "/plans/1/consolidation/2020-Q3" })
        {
            var stranger = new DemoSite.Person(site.Address);
            await stranger.Open(path);
            Assert.StartsWith("/sign-in", stranger.Path, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/overview")]
    [InlineData("/people")]
    [InlineData("/audit")]
    [InlineData("/plans/1/consolidation/2020-Q3")]
    public async Task An_executor_does_not_open_the_coordinators_pages(string path)
    {
        var executor = await site.SignIn("hlukhiv-kultura");
        await executor.Open(path);
        Assert.Equal(HttpStatusCode.Forbidden, executor.Status);
    }

    [Fact]
    public async Task A_report_of_another_body_is_not_shown()
    {
        var executor = await site.SignIn("hlukhiv-sport");
        var page = await executor.Open("/reports/1");
        Assert.Contains("Цей захід веде інший відділ", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_the_sessions_token_is_refused()
    {
        var coordinator = await site.SignIn("hlukhiv-koordynator");
        await coordinator.Post("/day", new() { ["csrf"] = "чуже", ["day"] = "2020-09-18" });
        Assert.Equal(HttpStatusCode.BadRequest, coordinator.Status);
    }

    [Fact]
    public void Every_rule_that_can_be_broken_has_its_sentence_in_both_languages()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Zakhid.slnx"))) root = Path.GetDirectoryName(root)!;
        var rules = Directory.EnumerateFiles(Path.Combine(root, "src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), "RuleBroken\\((?:[^\")]*\\? )?\"([a-z-]+\\.[a-z-]+)\"(?: : \"([a-z-]+\\.[a-z-]+)\")?"))
            .SelectMany(m => m.Groups.Values.Skip(1)).Where(g => g.Success).Select(g => g.Value).Distinct(StringComparer.Ordinal).ToList();

        Assert.True(rules.Count > 40, $"only {rules.Count} rules were found");
        Assert.DoesNotContain(rules, r => !RuleWords.All.ContainsKey(r));
        Assert.All(RuleWords.All.Values, pair => Assert.DoesNotMatch("будь ласка|вибачте|недійсн|некоректн|невірн|заборонен", pair.Ukrainian.ToLowerInvariant()));
    }
}
