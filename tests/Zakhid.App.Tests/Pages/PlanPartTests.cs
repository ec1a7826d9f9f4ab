using Zakhid.App.Pages.Plans;

namespace Zakhid.App.Tests.Pages;

public sealed class PlanPartTests
{
    static List<int?> Sections(params (int? Section, int Measures)[] sections) => [.. sections.SelectMany(s => Enumerable.Repeat(s.Section, s.Measures))];

    static string Cut(params (int? Section, int Measures)[] sections) => string.Join(", ", PlanPart.Of(Sections(sections)).Select(p => $"{p.First + 1}–{p.First + p.Count}"));

    [Fact]
    public void A_plan_of_sixty_measures_stays_one_page_whatever_its_sections() => Assert.Equal("1–60", Cut((1, 20), (2, 25), (3, 15)));

    [Fact]
    public void A_larger_plan_is_cut_between_its_sections() => Assert.Equal("1–50, 51–90", Cut((1, 20), (2, 30), (3, 40)));

    [Fact]
    public void A_section_longer_than_a_page_is_cut_into_like_pieces_of_its_own() => Assert.Equal("1–10, 11–54, 55–98, 99–103", Cut((1, 10), (2, 88), (3, 5)));

    [Fact]
    public void A_plan_without_sections_is_cut_into_like_pieces() => Assert.Equal("1–40, 41–81, 82–122", Cut((null, 122)));

    [Fact]
    public void An_empty_list_has_one_empty_part() => Assert.Equal([new PlanPart(1, 0, 0)], PlanPart.Of<int?>([]));

    [Fact]
    public void Every_measure_is_in_exactly_one_part_and_no_part_is_longer_than_a_page()
    {
        var random = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            var sections = Sections([.. Enumerable.Range(1, random.Next(1, 30)).Select(s => ((int?)s, random.Next(1, 150)))]);
            var parts = PlanPart.Of(sections);

            Assert.Equal(sections.Count, parts.Sum(p => p.Count));
            Assert.All(parts, p => Assert.InRange(p.Count, 1, PlanPart.Most));
            Assert.Equal(parts.SkipLast(1).Aggregate(0, (at, p) => at + p.Count), parts[^1].First);
            Assert.Equal(Enumerable.Range(1, parts.Count), parts.Select(p => p.Number));
        }
    }
}
