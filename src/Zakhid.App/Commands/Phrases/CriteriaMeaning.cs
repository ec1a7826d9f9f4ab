using System.Text.Json;
using Zakhid.Criteria;

namespace Zakhid.App.Commands.Phrases;

/// The meaning of a criterion as JSON, in the names of tests/Cases/phrases/README.md.
static class CriteriaMeaning
{
    public static void Read(JsonElement line, Utf8JsonWriter json) =>
        Write(json, CriteriaLanguage.Read(line.TryGetProperty("phrase", out var phrase) && phrase.ValueKind == JsonValueKind.String ? phrase.GetString() : ""));

    public static void Write(Utf8JsonWriter json, CriteriaReading reading)
    {
        json.WriteStartObject();
        json.WriteStartArray("items");
        foreach (var target in reading.Targets) Item(json, target);
        json.WriteEndArray();
        json.WriteBoolean("ambiguous", reading.Ambiguous);
        json.WriteStartArray("left_over");
        foreach (var span in reading.LeftOver) json.WriteStringValue(span.Of(reading.Phrase));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void Item(Utf8JsonWriter json, Target target)
    {
        json.WriteStartObject();
        json.WriteString("type", Name(target.Type));
        json.WriteString("metric", target.Metric);
        json.WriteString("op", target.Op is { } op ? Sign(op) : null);
        Number(json, "value", target.Value);
        Number(json, "value_to", target.ValueTo);
        Number(json, "value_from", target.ValueFrom);
        json.WriteString("unit", target.Unit);
        json.WriteString("value_is", Name(target.ValueIs));
        json.WriteString("per", target.Per is not { } per ? null : target.PerEvery > 1 ? $"{target.PerEvery}_{Name(per)}s" : Name(per));
        if (target.Type == TargetType.Change) json.WriteBoolean("is_level", target.IsLevel);
        json.WriteString("baseline", target.Baseline);
        json.WriteString("by", target.By);
        json.WriteString("population", target.Population);
        json.WriteString("scope", target.Scope);
        json.WriteBoolean("measurable", target.Measurable);
        json.WriteEndObject();
    }

    static void Number(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    static string Sign(Comparison op) => op switch
    {
        Comparison.AtLeast => ">=",
        Comparison.AtMost => "<=",
        Comparison.Equal => "=",
        Comparison.MoreThan => ">",
        Comparison.About => "~",
        _ => Name(op),
    };

    static string Name<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
