using System.Text.RegularExpressions;
using Zakhid.App.Tests.Web;
using Zakhid.Operations.Bodies;
using Zakhid.Operations.Synthetic;

namespace Zakhid.App.Tests.Journeys;

public sealed class LargeGroupJourney(LargeSite site) : IClassFixture<LargeSite>
{
    const int Members = 130;

    /// The body of the plan's first measure becomes a group of a hundred and thirty; its measure's position.
    async Task<(int Position, string Group)> Expanded()
    {
        var (body, name) = await site.Store.Read(site.Authority, r => r.One<(long, string)>("""
            SELECT b.id, b.name FROM assignment s JOIN body b ON b.authority_id = s.authority_id AND b.id = s.body_id
            WHERE s.authority_id = @authority AND s.plan_id = 1 AND s.by_consent = 0 ORDER BY s.measure_id, s.position LIMIT 1
            """));
        var (by, at) = (Actor.Program(site.Authority), Moment.Of(Scale.Day));
        await new ChangeBody(site.Store).Run(by, at, body, new() { Name = name, IsGroup = true });
        await new Members(site.Store).AddNamed(by, at, body, Enumerable.Range(1, Members).Select(i => $"Рада громади {i} (зразок)"), new(2025, 1, 1), null, addNew: true);
        return (await site.Store.Read(site.Authority, r => r.One<int>("SELECT MIN(m.position) FROM assignment s JOIN measure m ON m.authority_id = s.authority_id AND m.id = s.measure_id WHERE s.authority_id = @authority AND s.plan_id = 1 AND s.body_id = @body", new { body })), name);
    }

    [Fact]
    public async Task A_measure_of_a_large_group_stays_one_line_that_names_forty_and_leads_to_all()
    {
        var (position, group) = await Expanded();
        using var coordinator = await site.SignIn();

        var plan = (await coordinator.Open($"/plans/1?part={(position - 1) / 48 + 1}")).Replace('\u00A0', ' ');

        var line = Regex.Match(plan, $"<summary>{Regex.Escape(group)}: подано 0 з {Members}</summary>(?<named>.*?)</details>", RegexOptions.Singleline);
        Assert.True(line.Success);
        Assert.Equal(40, Regex.Count(line.Groups["named"].Value, "<li>"));
        var all = Regex.Match(line.Groups["named"].Value, $"<a href=\"(/obligations[^\"]+)\">Усі {Members}<").Groups[1].Value.Replace("&amp;", "&", StringComparison.Ordinal);
        var list = (await coordinator.Open(all)).Replace('\u00A0', ' ');
        Assert.Contains($"href=\"/plans/1/measures/{position}\">Захід {position}.", list, StringComparison.Ordinal);
        Assert.Contains("Рада громади", list, StringComparison.Ordinal);
    }
}
