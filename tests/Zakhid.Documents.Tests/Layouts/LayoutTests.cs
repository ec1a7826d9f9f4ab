using Zakhid.Documents.Reading;
using Zakhid.Documents.Tests.Sheets;

namespace Zakhid.Documents.Tests.Layouts;

/// <summary>The same plan, laid out in many ways, is read as the same plan.</summary>
public sealed class LayoutTests
{
    const int Plans = 20;

    public static TheoryData<string> Names() => [.. Layout.All.Select(l => l.Name)];

    [Theory, MemberData(nameof(Names))]
    public void A_plan_is_read_from_any_layout(string name)
    {
        var layout = Layout.All.Single(l => l.Name == name);
        for (var seed = 1; seed <= Plans; seed++)
        {
            var plan = SamplePlan.Of(seed);
            AssertRead(layout, plan, PlanReader.Read(layout.LayOut(plan).Document), seed);
        }
    }

    public static TheoryData<string> NamesOfTables() => [.. Layout.All.Where(l => l.LayOut(SamplePlan.Of(1)).Document is { Format: "docx" } d && d.Tables.Any()).Select(l => l.Name)];

    [Theory, MemberData(nameof(NamesOfTables))]
    public void A_plan_is_read_from_the_same_layout_in_a_sheet(string name)
    {
        var layout = Layout.All.Single(l => l.Name == name);
        for (var seed = 1; seed <= Plans; seed++)
        {
            var plan = SamplePlan.Of(seed);
            var sheet = PaperInSheet.Of(layout.LayOut(plan).Document, shift: seed % 3, across: seed % 2 == 0, gaps: seed % 4 > 0);
            AssertRead(layout, plan, PlanReader.Read(new SheetFile(sheet) { Shared = seed % 5 > 0 }.Read((seed % 4) switch { 0 => "ods", 1 => "xlsx", 2 => "fods", _ => "xls" })), seed);
        }
    }

    /// <summary>«1 | Навчання» over the measures 1, 2, … is told from a measure by the width of its cell only, which such a file does not keep.</summary>
    public static TheoryData<string> NamesOfTablesSavedAsText() => [.. NamesOfTables().Select(n => n.Data).Where(n => n != "розділи з номером у своїй клітинці")];

    [Theory, MemberData(nameof(NamesOfTablesSavedAsText))]
    public void A_plan_is_read_from_the_same_layout_in_a_sheet_saved_as_text(string name)
    {
        var layout = Layout.All.Single(l => l.Name == name);
        for (var seed = 1; seed <= Plans; seed++)
        {
            var plan = SamplePlan.Of(seed);
            var sheet = PaperInSheet.Of(layout.LayOut(plan).Document, shift: 0, across: false, gaps: seed % 4 > 0);
            AssertRead(layout, plan, PlanReader.Read(DocumentFile.Open(CsvFile.Of(sheet, seed % 2 == 0 ? ';' : ','), "план")), seed);
        }
    }

    /// <summary>Of the fields that the reader is sure of, people rely on 99 in 100; it must be sure of nine in ten to be of use.</summary>
    [Fact]
    public void Nine_fields_in_ten_are_sure_and_ninety_nine_in_a_hundred_of_those_are_right()
    {
        int all = 0, sure = 0, right = 0;
        foreach (var layout in Layout.All)
            for (var seed = 101; seed <= 110; seed++)
            {
                var plan = SamplePlan.Of(seed);
                var reading = PlanReader.Read(layout.LayOut(plan).Document);
                var fields = layout.Fields.Split(' ').ToHashSet();
                var expected = Told(plan, fields);
                for (var i = 0; i < reading.Measures.Count; i++)
                {
                    var wanted = i < expected.Count ? expected[i].Split(" | ") : [];
                    var told = Told(reading.Measures[i], fields).Split(" | ");
                    for (var f = 0; f < told.Length; f++)
                    {
                        if (told[f].Length == 0) continue;
                        all++;
                        if (reading.Unsure.Contains($"/measures/{i}/{Pointers[f]}")) continue;
                        sure++;
                        if (f < wanted.Length && wanted[f] == told[f]) right++;
                    }
                }
            }

        Assert.True(all > 10_000, $"полів {all}");
        Assert.True(sure >= 0.9 * all, $"упевнено {100.0 * sure / all:0.0} %");
        Assert.True(right >= 0.99 * sure, $"правильно з упевнених {100.0 * right / sure:0.00} %");
    }

    /// <summary>The fields of a told measure, in order, as pointers name them.</summary>
    static readonly string[] Pointers = ["text", "no", "section", "goal", "audience", "criteria", "funding", "term_text", "executors", "place", "supervisors", "indicators", "funding_items"];

    internal static void AssertRead(Layout layout, SamplePlan plan, PlanReading reading, int seed, Func<string, string>? normal = null)
    {
        var fields = layout.Fields.Split(' ').ToHashSet();
        var expected = Told(plan, fields);
        var told = reading.Measures.Select(m => Told(m, fields)).ToList();
        if (normal is not null) (expected, told) = (expected.ConvertAll(t => normal(t)), told.ConvertAll(t => normal(t)));
        Assert.True(expected.SequenceEqual(told), Difference(expected, told, $"{layout.Name}, план {seed}"));
        Assert.Equal("12.01.2024 15 Виконавчий комітет Зразківської міської ради Олена ЗРАЗОК", $"{reading.Act.Date:dd.MM.yyyy} {reading.Act.Number} {reading.Act.Issuer} {reading.Act.Signatory}");
        Assert.Equal("керуючого справами виконавчого комітету", Assert.Single(reading.Act.Control));
    }

    /// <summary>What the layout prints of the plan, measure by measure.</summary>
    static List<string> Told(SamplePlan plan, HashSet<string> fields)
    {
        var told = new List<string>();
        for (var s = 0; s < plan.Sections.Count; s++)
            for (var i = 0; i < plan.Sections[s].Measures.Count; i++)
            {
                var m = plan.Sections[s].Measures[i];
                var shared = fields.Contains("shared") ? plan.Sections[s].Measures[0] : m;
                var all = fields.Contains("shared");
                told.Add(string.Join(" | ", m.Text.TrimEnd('.'), fields.Contains("numbered") ? $"{s + 1}.{i + 1}" : fields.Contains("restarted") ? $"{i + 1}" : fields.Contains("no") ? m.Number : fields.Contains("no)") ? m.Number + ")" : "",
                    fields.Contains("section") || fields.Contains("section2") ? plan.Sections[s].Title : fields.Contains("dates") ? $"{s + 15} травня 2024 року" : "",
                    fields.Contains("goal") ? m.Goal : fields.Contains("goal2") ? plan.Sections[s].Measures[0].Goal : "", fields.Contains("audience") ? m.Audience : "", fields.Contains("criteria") ? m.Criteria : "",
                    fields.Contains("funding") ? m.Funding : fields.Contains("sources") ? "Державний бюджет; Місцевий бюджет" : fields.Contains("sources2") ? "обласний бюджет; місцеві бюджети" : "", Cased(fields.Contains("term") || all ? shared.Term : "", fields),
                    Cased(fields.Contains("executors") || all ? string.Join("; ", shared.Executors.Select(e => e.Name + (e.Consent ? "*" : ""))) : "", fields),
                    fields.Contains("venue") ? m.Venue : "", fields.Contains("supervisors") ? m.Supervisor : "", fields.Contains("indicators") ? "2024:10 2025:20" : "",
                    fields.Contains("sums") ? $"{m.Money:0.0}" : fields.Contains("sources") ? "100.5 20; 1200 0" : ""));
            }
        return told;
    }

    /// <summary>Where who and when are sentences, they begin with a capital letter.</summary>
    static string Cased(string text, HashSet<string> fields) => fields.Contains("sentences") ? Layout.Capital(text) : text;

    static string Told(Measure m, HashSet<string> fields) => string.Join(" | ", m.Text.TrimEnd('.'), fields.Contains("no") || fields.Contains("no)") || fields.Contains("numbered") || fields.Contains("restarted") ? m.Number : "",
        Unnumbered(m.Section), Unnumbered(m.Goal), m.Audience, m.Criteria, fields.Contains("funding") || fields.Contains("sources") || fields.Contains("sources2") ? m.Funding : "", m.TermText,
        string.Join("; ", m.Executors.Select(e => e.Name + (e.ByConsent ? "*" : ""))), m.Venue, string.Join("; ", m.Supervisors), string.Join(' ', m.Indicators.Select(i => $"{i.Key}:{i.Value}")),
        fields.Contains("sources") ? string.Join("; ", m.FundingItems.Select(f => string.Join(' ', f.Sums.Values.Select(v => $"{v:0.#}")))) : fields.Contains("sums") ? $"{m.FundingItems.Single().Sums.Values.First():0.0}" : "");

    /// <summary>«ІІ. Навчання», «Розділ 2. Навчання», «Завдання 1.1. Навчання» without what numbers them.</summary>
    static string? Unnumbered(string? heading) => heading is null ? null : System.Text.RegularExpressions.Regex.Replace(heading, @"^((Розділ|Стратегічна ціль|Завдання) )?([ІV]+|[\d.]+\d|\d)\.\s+", "");

    static string Difference(List<string> expected, List<string> told, string what)
    {
        var lines = new List<string> { $"{what}: {expected.Count} заходів, прочитано {told.Count}" };
        for (var i = 0; i < Math.Max(expected.Count, told.Count); i++)
        {
            var (a, b) = (expected.ElementAtOrDefault(i), told.ElementAtOrDefault(i));
            if (a != b) lines.Add($"  було      {a}\n  прочитано {b}");
        }
        return string.Join('\n', lines.Take(3));
    }
}
