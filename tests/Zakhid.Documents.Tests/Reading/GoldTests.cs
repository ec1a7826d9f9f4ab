using System.Globalization;
using System.Text.Json;
using Zakhid.Documents.Reading;
using Zakhid.Documents.Tests.Layouts;
using Zakhid.Documents.Tests.Layouts.Formats;
using Zakhid.Documents.Tests.Sheets;
using Zakhid.Text;

namespace Zakhid.Documents.Tests.Reading;

/// <summary>The five real plans, as DOCX, as text, one as PDF and one as ODT, read field for field as people have read them (tests/Cases/plans/gold).</summary>
public sealed class GoldTests
{
    public static TheoryData<string> Files() =>
        [.. Directory.GetFiles(Cases.Plans).Select(f => Path.GetFileName(f)).Where(f => Path.GetExtension(f) is ".docx" or ".odt" or ".txt" or ".pdf").Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Files))]
    public void A_real_plan_is_read_as_a_person_reads_it(string file)
    {
        Cases.SkipWithoutProgram(file);
        AssertReads(file, DocumentFile.Open(Cases.Plan(file)));
    }

    public static TheoryData<string, string> Sheets() => [.. Directory.GetFiles(Cases.Plans, "*.docx").Select(f => Path.GetFileName(f)).SelectMany(f => new[] { (f, "xlsx"), (f, "ods"), (f, "xls") })];

    /// <summary>Typed into a spreadsheet, line by line and cell by cell.</summary>
    [Theory, MemberData(nameof(Sheets))]
    public void A_real_plan_in_a_sheet_is_read_as_a_person_reads_it(string file, string format) =>
        AssertReads(file, new SheetFile(PaperInSheet.Of(DocumentFile.Open(Cases.Plan(file)))).Read(format));

    public static MatrixTheoryData<string, string> Written() => new(Directory.GetFiles(Cases.Plans, "*.docx").Select(f => Path.GetFileName(f)), FormatTests.Writers.Keys);

    [Theory, MemberData(nameof(Written))]
    public void A_real_plan_saved_in_another_format_is_read_as_a_person_reads_it(string file, string format) =>
        AssertReads(file, DocumentFile.Open(FormatTests.Writers[format](DocumentFile.Open(Cases.Plan(file))), "план"));

    static void AssertReads(string file, Document document)
    {
        var gold = Gold(file);
        var reading = PlanReader.Read(document);

        AssertAct(gold.GetProperty("act"), reading.Act);
        Assert.Equal(Strings(gold, "sections").Select(Folding.Key), reading.Sections.Select(Folding.Key));
        var measures = gold.GetProperty("measures").EnumerateArray().ToList();
        Assert.Equal(measures.Count, reading.Measures.Count);
        for (var i = 0; i < measures.Count; i++) AssertMeasure(measures[i], reading.Measures[i]);
    }

    [Theory, MemberData(nameof(Files))]
    public void Every_field_that_was_read_has_its_place(string file)
    {
        Cases.SkipWithoutProgram(file);
        var reading = PlanReader.Read(DocumentFile.Open(Cases.Plan(file)));

        for (var i = 0; i < reading.Measures.Count; i++)
        {
            Assert.Contains($"/measures/{i}/text", reading.Places);
            if (reading.Measures[i].Executors.Count > 0) Assert.Contains($"/measures/{i}/executors", reading.Places);
            if (reading.Measures[i].TermText is not null) Assert.Contains($"/measures/{i}/term_text", reading.Places);
            if (reading.Measures[i].Section is not null) Assert.Contains($"/measures/{i}/section", reading.Places);
        }
        Assert.Contains("/act/title", reading.Places);
        Assert.All(reading.Places.Values, place => Assert.True(place.Paragraph is not null || place.Table is not null));
    }

    [Theory]
    [InlineData("txt", "/measures/1", "/measures/3", "/measures/6", "/measures/10")]
    [InlineData("pdf", "/measures/1", "/measures/4", "/measures/11")]
    public void Rows_torn_over_pages_are_joined_and_said(string format, params string[] rows)
    {
        var file = "002_d80e42a410d479c1." + format;
        Cases.SkipWithoutProgram(file);
        var reading = PlanReader.Read(DocumentFile.Open(Cases.Plan(file)));

        Assert.Equal(rows, reading.Remarks.Where(r => r.Code == "row.torn").Select(r => r.Pointer));
    }

    [Fact]
    public void A_number_that_repeats_is_said_with_the_measure_that_has_it()
    {
        var reading = PlanReader.Read(DocumentFile.Open(Cases.Plan("003_b7bc07e3d7c28862.docx")));

        var repeated = Assert.Single(reading.Remarks, r => r.Code == "number.repeated");
        Assert.Equal("Номер 1.8 повторюється: його має також захід «Підготовка періодичних публікацій на офіційних медіа-ресурсах Коломийської…».", repeated.Text);
        Assert.Equal("/measures/8/no", repeated.Pointer);
    }

    static void AssertAct(JsonElement gold, Act act)
    {
        Assert.Equal(Key(gold, "authority"), Folding.Key(act.Issuer!));
        Assert.Equal(Key(gold, "kind"), Folding.Key(act.Kind!));
        Assert.Equal(Text(gold, "number"), act.Number);
        Assert.Equal(Text(gold, "date"), act.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal(Key(gold, "title"), Folding.Key(act.Title!));
        Assert.Equal(Key(gold, "signatory"), Folding.Key(act.Signatory!));
        Assert.Equal(Text(gold, "status"), act.IsDraft ? "draft" : "approved");
        Assert.Equal(gold.GetProperty("supersedes").EnumerateArray().Select(r => $"{Text(r, "kind")} {Text(r, "number")} {Text(r, "date")}"),
            act.Supersedes.Select(r => $"{r.Kind} {r.Number} {r.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"));
        Assert.Equal(Strings(gold, "control").Select(Folding.Key), act.Control.Select(Folding.Key));
        Assert.Equal(gold.GetProperty("reporting").EnumerateArray().Select(r => $"{Key(r, "to")} {Text(r, "periodicity")} {r.GetProperty("day")} {Text(r, "month_rule")}"),
            act.Reporting.Select(r => $"{Folding.Key(r.To!)} {(r.Periodicity == PeriodLength.Quarter ? "щокварталу" : "?")} {r.Day} {(r.MonthRule == MonthRule.NextMonth ? "next_month" : "last_month_of_period")}"));
        Assert.All(gold.GetProperty("reporting").EnumerateArray().Zip(act.Reporting), pair => Assert.StartsWith(Key(pair.First, "who")!, Folding.Key(pair.Second.Who!), StringComparison.Ordinal));
    }

    static void AssertMeasure(JsonElement gold, Measure measure)
    {
        Assert.Equal(Key(gold, "text"), Folding.Key(measure.Text));
        Assert.Equal(Text(gold, "no"), measure.Number);
        Assert.Equal(Key(gold, "section"), Key(measure.Section));
        Assert.Equal(Key(gold, "goal"), Key(measure.Goal));
        Assert.Equal(Key(gold, "audience"), Key(measure.Audience));
        Assert.Equal(Key(gold, "criteria"), Key(measure.Criteria));
        Assert.Equal(Key(gold, "funding"), Key(measure.Funding));
        Assert.Equal(Key(gold, "term_text"), Key(measure.TermText));
        Assert.Equal(gold.GetProperty("executors").EnumerateArray().Select(e => $"{Key(e, "name")} {e.GetProperty("consent").GetBoolean()}"), measure.Executors.Select(e => $"{Folding.Key(e.Name)} {e.ByConsent}"));
        Assert.Equal(gold.TryGetProperty("supervisors", out var people) ? people.EnumerateArray().Select(p => p.GetString()!) : [], measure.Supervisors);
    }

    static JsonElement Gold(string file) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Cases.Plans, "..", "gold", Path.GetFileNameWithoutExtension(file) + ".json"))).RootElement;

    static IEnumerable<string> Strings(JsonElement element, string name) => element.GetProperty(name).EnumerateArray().Select(e => e.GetString()!);
    static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
    static string? Key(JsonElement element, string name) => Key(Text(element, name));
    static string? Key(string? text) => text is null ? null : Folding.Key(text);
}
