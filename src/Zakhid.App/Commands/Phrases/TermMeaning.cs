using System.Text.Json;
using Zakhid.Criteria;
using Zakhid.Terms;

namespace Zakhid.App.Commands.Phrases;

/// The meaning of a term as JSON, in the names of tests/Cases/phrases/README.md.
static class TermMeaning
{
    public static void Read(JsonElement line, Utf8JsonWriter json)
    {
        var clause = Text(line, "clause") switch
        {
            "report_clause" => TermClause.ReportClause,
            "act_task" => TermClause.ActTask,
            "plan_title" => TermClause.PlanTitle,
            _ => TermClause.MeasureTerm,
        };
        var context = line.TryGetProperty("context", out var given) && given.ValueKind == JsonValueKind.Object
            ? new TermContext(Day(given, "plan_from"), Day(given, "plan_to"), Day(given, "act_date"))
            : new TermContext();
        Write(json, TermLanguage.Read(Text(line, "phrase") ?? "", clause, context));
    }

    public static void Write(Utf8JsonWriter json, Term term)
    {
        json.WriteStartObject();
        Reading(json, term);
        json.WriteStartArray("then");
        foreach (var stage in term.Then)
        {
            json.WriteStartObject();
            json.WriteString("role", Name(stage.Role ?? StageRole.Next));
            Reading(json, stage);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteBoolean("ambiguous", term.Ambiguous);
        json.WriteStartArray("alternatives");
        foreach (var other in term.Alternatives)
        {
            json.WriteStartObject();
            Reading(json, other);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("left_over");
        foreach (var span in term.LeftOver) json.WriteStringValue(span.Of(term.Phrase));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void Reading(Utf8JsonWriter json, Term term)
    {
        json.WriteString("kind", Name(term.Kind));
        Day(json, "start", term.Start);
        Day(json, "end", term.End);
        json.WriteString("year_from", term.YearFrom is { } year ? Name(year) : "none");
        json.WriteStartArray("rrules");
        foreach (var rule in term.Rules) json.WriteStringValue(rule);
        json.WriteEndArray();
        json.WriteString("period", term.Period is { } period ? Name(period) : null);
        json.WriteString("occurrence_due", term.OccurrenceDue is { } due ? Name(due) : null);
        json.WritePropertyName("window");
        Window(json, term.Window);
        json.WriteString("reports_on", term.ReportsOn is { } reports ? Name(reports) : null);
        json.WritePropertyName("quota");
        Quota(json, term.Quota);
        json.WritePropertyName("relative");
        Relative(json, term.Relative);
        json.WriteString("trigger", term.Trigger);
    }

    static void Window(Utf8JsonWriter json, TermWindow? window)
    {
        if (window is null) { json.WriteNullValue(); return; }
        json.WriteStartObject();
        Numbers(json, "months", window.Months);
        Numbers(json, "quarters", window.Quarters);
        if (window.FromDay is { } from) json.WriteNumber("from_day", from);
        if (window.ToDay is { } to) json.WriteNumber("to_day", to);
        json.WriteEndObject();
    }

    static void Numbers(Utf8JsonWriter json, string name, IReadOnlyList<int> numbers)
    {
        if (numbers.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var number in numbers) json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    static void Quota(Utf8JsonWriter json, Quota? quota)
    {
        if (quota is null) { json.WriteNullValue(); return; }
        json.WriteStartObject();
        json.WriteNumber("count", quota.Times);
        json.WriteString("per", quota.Periods > 1 ? $"{quota.Periods}_{Name(quota.Per)}s" : Name(quota.Per));
        json.WriteString("op", quota.Op switch { Comparison.AtLeast => ">=", Comparison.AtMost => "<=", Comparison.MoreThan => ">", _ => "=" });
        json.WriteEndObject();
    }

    static void Relative(Utf8JsonWriter json, RelativeTerm? relative)
    {
        if (relative is null) { json.WriteNullValue(); return; }
        json.WriteStartObject();
        json.WriteString("anchor", relative.Anchor);
        json.WriteString("direction", relative.Direction);
        json.WriteNumber("amount", relative.Amount);
        json.WriteString("unit", relative.WorkingDays ? "working_day" : Name(relative.Unit));
        Day(json, "resolved", relative.Resolved);
        json.WriteEndObject();
    }

    /// HalfYear is half_year, CurrentPeriod is current_period.
    static string Name<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    static void Day(Utf8JsonWriter json, string name, DateOnly? day) => json.WriteString(name, day?.ToString("O"));

    static DateOnly? Day(JsonElement from, string name) => DateOnly.TryParse(Text(from, name), out var day) ? day : null;

    static string? Text(JsonElement from, string name) => from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
