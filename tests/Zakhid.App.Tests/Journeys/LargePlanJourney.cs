using System.Globalization;
using System.Text.RegularExpressions;
using Zakhid.App.Tests.Web;

namespace Zakhid.App.Tests.Journeys;

public sealed partial class LargePlanJourney(LargeSite site) : IClassFixture<LargeSite>
{
    static List<int> Measures(string page) => [.. MeasureLink().Matches(page).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).Distinct()];

    Task<int> InAll() => site.Store.Read(site.Authority, async r => (int)await r.One<long>("SELECT COUNT(*) FROM measure WHERE authority_id = @authority AND plan_id = 1"));

    [Fact]
    public async Task A_plan_of_more_than_sixty_measures_opens_with_its_contents_and_first_part()
    {
        using var coordinator = await site.SignIn();
        var all = await InAll();
        Assert.True(all > 60);

        var page = (await coordinator.Open("/plans/1")).Replace('\u00A0', ' ');

        Assert.Equal(Enumerable.Range(1, 48), Measures(page));
        Assert.Contains($"На цій сторінці — заходи 1–48 із {all}.", page, StringComparison.Ordinal);
        Assert.Contains(">Розділ 1. Заходи з питань", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/plans/1?part=2#s-3\"", page, StringComparison.Ordinal);
        Assert.Contains("Стрічка кварталів", page, StringComparison.Ordinal);
        Assert.Contains("Зведені звіти", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Going_on_from_part_to_part_shows_every_measure_once()
    {
        using var coordinator = await site.SignIn();
        var seen = new List<int>();
        for (var path = "/plans/1"; path.Length > 0;)
        {
            var page = await coordinator.Open(path);
            seen.AddRange(Measures(page));
            path = NextPart().Match(page) is { Success: true } next ? next.Groups[1].Value : "";
        }

        Assert.Equal(Enumerable.Range(1, await InAll()), seen);
    }

    [Fact]
    public async Task The_whole_plan_is_there_at_once_for_printing()
    {
        using var coordinator = await site.SignIn();

        var page = await coordinator.Open("/plans/1?part=all");

        Assert.Equal(Enumerable.Range(1, await InAll()), Measures(page));
        // On a landscape sheet, as the strip of quarters needs.
        Assert.Contains("<body class=\"wide\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_contents_say_how_reports_stand_in_each_section_and_add_up_to_the_plan()
    {
        using var coordinator = await site.SignIn();

        var page = (await coordinator.Open("/plans/1")).Replace('\u00A0', ' ');

        var sums = InOf().Matches(page).Select(m => (In: int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture), Owed: int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture))).ToList();
        var (isIn, owed) = await site.Store.Read(site.Authority, r => r.One<(long, long)>("""
            SELECT SUM(CASE WHEN standing IN ('Submitted', 'Accepted') THEN n ELSE 0 END), SUM(n) FROM tally
            WHERE authority_id = @authority AND plan_id = 1 AND body_id = 0 AND period_code = '2025-Q3' AND kind = 'Report' AND standing NOT IN ('Apart', 'Lapsed', 'Declined')
            """));
        Assert.True(sums.Count > 1);
        Assert.Matches($"За III квартал подано {isIn} (з|із) {owed} звітів, на розгляді 0, прострочених немає\\.", page);
        Assert.Equal((isIn, owed), (sums.Sum(s => s.In), sums.Sum(s => s.Owed)));
    }

    [Fact]
    public async Task It_is_searched_by_words_executor_section_and_the_standing_of_reports()
    {
        using var coordinator = await site.SignIn();
        var all = await InAll();

        var section = await coordinator.Open("/plans/1?section=2");
        Assert.Equal(Enumerable.Range(25, 24), Measures(section));
        var words = await coordinator.Open($"/plans/1?q={Uri.EscapeDataString("ТРЕНІНГІВ")}");
        Assert.All(Regex.Matches(words, "class=\"ttl\"[^>]*>([^<]+)<").Select(m => m.Groups[1].Value), gist => Assert.Contains("тренінгів", gist, StringComparison.Ordinal));
        Assert.NotEmpty(Measures(words));
        var who = await coordinator.Open($"/plans/1?who={Uri.EscapeDataString("культури громада 2")}&part=all");
        Assert.All(Regex.Matches(who, "</a><small>([^<]+)</small>").Select(m => m.Groups[1].Value), executors => Assert.Contains("Відділ культури, громада № 2", executors.Replace('\u00A0', ' '), StringComparison.Ordinal));
        Assert.Contains($"із {all}.", who.Replace('\u00A0', ' '), StringComparison.Ordinal);
        var owed = await coordinator.Open("/plans/1?state=waiting&part=all");
        Assert.NotEmpty(Measures(owed));

        var nothing = await coordinator.Open($"/plans/1?q={Uri.EscapeDataString("бджільництво")}");
        Assert.Empty(Measures(nothing));
        Assert.Contains("Таких заходів у плані немає. Зніміть одну з умов.", nothing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_is_told_by_the_standing_of_each_report()
    {
        using var coordinator = await site.SignIn();
        // The plan of the year before: its last quarter is past.
        var expected = await site.Store.Read(site.Authority, r => r.All<int>("""
            SELECT DISTINCT m.position FROM obligation o JOIN measure m ON m.authority_id = o.authority_id AND m.id = o.measure_id
            WHERE o.authority_id = @authority AND o.plan_id = 2 AND o.period_code = '2024-Q4' AND o.standing IN ('Expected', 'Draft', 'Returned') AND o.due_day < '2025-09-16' ORDER BY m.position
            """));

        Assert.NotEmpty(expected);
        Assert.Equal(expected, Measures(await coordinator.Open("/plans/2?state=overdue&part=all")));
    }

    [Fact]
    public async Task A_part_that_is_not_there_is_the_nearest_one()
    {
        using var coordinator = await site.SignIn();

        Assert.Equal(Measures(await coordinator.Open("/plans/1")), Measures(await coordinator.Open("/plans/1?part=-4")));
        Assert.NotEmpty(Measures(await coordinator.Open("/plans/1?part=99")));
    }

    [GeneratedRegex("class=\"ttl\" href=\"/plans/\\d+/measures/(\\d+)\"")]
    private static partial Regex MeasureLink();
    [GeneratedRegex("<a class=\"w\" href=\"([^\"]+)#measures\">Наступні")]
    private static partial Regex NextPart();
    [GeneratedRegex("data-l=\"Подано\">(\\d+) з (\\d+)</td>")]
    private static partial Regex InOf();
}
