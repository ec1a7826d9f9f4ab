using Zakhid.App.Tests.Web;
using Zakhid.Text;

namespace Zakhid.App.Tests.Journeys;

public sealed class LargeAuthorityJourney(LargeSite site) : IClassFixture<LargeSite>
{
    Task<long> Counted(string standing) => site.Store.Read(site.Authority, r => r.One<long>("SELECT COUNT(*) FROM obligation WHERE authority_id = @authority AND standing = @standing", new { standing }));

    [Fact]
    public async Task My_day_says_how_many_reports_wait_though_it_lists_the_first_fifty()
    {
        using var coordinator = await site.SignIn();
        var review = await Counted("Submitted");
        Assert.True(review > 50);

        var page = (await coordinator.Open("/today")).Replace('\u00A0', ' ');

        Assert.Contains($"{Plural.Count(review, "звіт чекає", "звіти чекають", "звітів чекають").Replace('\u00A0', ' ')} вашого рішення", page, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"/obligations?standing=Submitted\">Усі {review}</a>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_consolidated_report_of_a_large_plan_is_edited_in_parts_and_its_file_has_all()
    {
        using var coordinator = await site.SignIn();
        var all = await site.Store.Read(site.Authority, r => r.One<long>("SELECT COUNT(*) FROM measure WHERE authority_id = @authority AND plan_id = 1"));

        var page = (await coordinator.Open("/plans/1/consolidation/2025-Q2")).Replace('\u00A0', ' ');
        Assert.Contains($"На цій сторінці — заходи 1–48 із {all}; у файлі — усі.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"row-49\"", page, StringComparison.Ordinal);

        // A row that is edited brings its part with it, and so does what comes after.
        var edit = await coordinator.Open("/plans/1/consolidation/2025-Q2?row=60#row-60");
        Assert.Contains("id=\"row-60\"", edit, StringComparison.Ordinal);
        var saved = await coordinator.Post("/plans/1/consolidation/2025-Q2?handler=Edit", new() { ["row"] = "60", ["version"] = "0", ["text"] = "Роботу ведуть (зразок)." });
        Assert.Contains("Роботу ведуть (зразок).", saved, StringComparison.Ordinal);

        using var docx = new System.IO.Compression.ZipArchive(new MemoryStream(await coordinator.Download("/plans/1/consolidation/2025-Q2?handler=Docx")));
        using var text = new StreamReader(docx.GetEntry("word/document.xml")!.Open());
        var whole = await text.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Contains($"(зразок {all})", whole.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("Роботу ведуть (зразок).", whole.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reminders_are_counted_by_bodies_and_turned_page_by_page()
    {
        using var coordinator = await site.SignIn();

        var first = (await coordinator.Open("/reminders")).Replace('\u00A0', ' ');
        var second = (await coordinator.Open("/reminders?p=2")).Replace('\u00A0', ' ');

        var bodies = await site.Store.Read(site.Authority, r => r.One<long>("SELECT COUNT(DISTINCT body_id) FROM obligation WHERE authority_id = @authority AND kind = 'Report' AND standing IN ('Expected', 'Draft', 'Returned') AND due_day <= '2025-09-30'"));
        Assert.Contains($"{Plural.Count(bodies, "орган має", "органи мають", "органів мають").Replace('\u00A0', ' ')} подати звіти.", first, StringComparison.Ordinal);
        Assert.Contains("Позначити: нагадано всім на цій сторінці", first, StringComparison.Ordinal);
        Assert.Equal(25, Texts(first).Count);
        Assert.Empty(Texts(first).Intersect(Texts(second)));

        var done = await coordinator.Post("/reminders?handler=All", new() { ["p"] = "2" });
        Assert.Contains("Нагадано: 25.", done.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("нагадано 16 вересня", done.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain("нагадано 16 вересня", (await coordinator.Open("/reminders")).Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bodies_by_consent_are_turned_page_by_page()
    {
        using var coordinator = await site.SignIn();
        var asked = await site.Store.Read(site.Authority, r => r.One<long>("SELECT COUNT(*) FROM (SELECT DISTINCT body_id, plan_id FROM assignment WHERE authority_id = @authority AND by_consent = 1) a"));

        var page = (await coordinator.Open("/consents")).Replace('\u00A0', ' ');

        Assert.Contains($"Відповіді чекаємо від {asked}.", page, StringComparison.Ordinal);
        Assert.Equal(Math.Min(20, asked), System.Text.RegularExpressions.Regex.Count(page, "<section class=\"sec cols\" id=\"b-"));
    }

    [Fact]
    public async Task The_brief_tells_of_plans_with_reports_these_months_and_counts_the_others()
    {
        using var coordinator = await site.SignIn();

        var page = (await coordinator.Open("/brief")).Replace('\u00A0', ' ');

        Assert.Contains("у 2025 році (зразок № 1)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("у 2024 році (зразок № 2)", page, StringComparison.Ordinal);
        Assert.Contains("Ще 1 план</a>: звітів на ці місяці не належить.", page, StringComparison.Ordinal);
    }

    static List<string> Texts(string page) => [.. System.Text.RegularExpressions.Regex.Matches(page, "<textarea id=\"(text-[^\"]+)\"").Select(m => m.Groups[1].Value)];
}
