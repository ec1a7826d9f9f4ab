using System.Text.Json;
using Zakhid.Terms;

namespace Zakhid.Tests.Terms;

/// <summary>The phrases that two annotators read (tests/Cases/phrases): kind, days and due dates as they read them, or as an alternative that they call right too.</summary>
public sealed class DevelopmentPhrases
{
    public static IEnumerable<TheoryDataRow<string>> Lines =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "phrases", "terms.jsonl")).Select(line =>
        {
            var phrase = JsonDocument.Parse(line).RootElement;
            return new TheoryDataRow<string>(line) { TestDisplayName = $"{phrase.GetProperty("id").GetString()} {phrase.GetProperty("phrase").GetString()}" };
        });

    [Theory, MemberData(nameof(Lines), DisableDiscoveryEnumeration = true)]
    public void A_phrase_is_read_as_its_annotators_read_it(string line)
    {
        var phrase = JsonDocument.Parse(line).RootElement;
        var clause = phrase.GetProperty("clause").GetString() switch
        {
            "report_clause" => TermClause.ReportClause,
            "act_task" => TermClause.ActTask,
            "plan_title" => TermClause.PlanTitle,
            _ => TermClause.MeasureTerm,
        };
        var given = phrase.GetProperty("context");
        var context = given.ValueKind == JsonValueKind.Object ? new TermContext(Day(given, "plan_from"), Day(given, "plan_to"), Day(given, "act_date")) : new TermContext();
        var gold = phrase.GetProperty("meaning");

        var term = TermLanguage.Read(phrase.GetProperty("phrase").GetString()!, clause, context);

        var readings = gold.GetProperty("alternatives").EnumerateArray().Select(other => Said(gold, other, context)).Prepend(Said(gold, default, context));
        Assert.Contains(Said(term, context), readings);
    }

    static string Said(Term term, TermContext context) =>
        $"{JsonNamingPolicy.SnakeCaseLower.ConvertName(term.Kind.ToString())} {term.Start:O}…{term.End:O} {Due([.. term.Rules], term.Start, term.End, context)}";

    static string Said(JsonElement gold, JsonElement other, TermContext context)
    {
        JsonElement Of(string name) => other.ValueKind == JsonValueKind.Object && other.TryGetProperty(name, out var changed) ? changed : gold.GetProperty(name);
        var (start, end) = (Date(Of("start")), Date(Of("end")));
        return $"{Of("kind").GetString()} {start:O}…{end:O} {Due([.. Of("rrules").EnumerateArray().Select(rule => rule.GetString()!)], start, end, context)}";
    }

    static string Due(string[] rules, DateOnly? start, DateOnly? end, TermContext context) =>
        (start ?? context.PlanFrom) is { } from && (end ?? context.PlanTo?.AddDays(190)) is { } to ? string.Join(' ', Recurrence.Within(rules, new(from, to)).Select(day => day.ToString("O"))) : string.Join(' ', rules);

    static DateOnly? Day(JsonElement from, string name) => from.TryGetProperty(name, out var day) ? Date(day) : null;

    static DateOnly? Date(JsonElement day) => day.ValueKind == JsonValueKind.String ? DateOnly.Parse(day.GetString()!) : null;
}
