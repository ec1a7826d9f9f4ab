using System.Text.Json;
using Zakhid.Executors;

namespace Zakhid.App.Commands.Phrases;

/// The meaning of an executor cell as JSON, in the names of tests/Cases/phrases/README.md.
static class ExecutorMeaning
{
    public static void Read(JsonElement line, Utf8JsonWriter json)
    {
        var authority = line.TryGetProperty("context", out var context) && context.ValueKind == JsonValueKind.Object
            && context.TryGetProperty("authority", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null;
        var phrase = line.TryGetProperty("phrase", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";
        Write(json, ExecutorLanguage.Read(phrase, authority));
    }

    public static void Write(Utf8JsonWriter json, ExecutorReading reading)
    {
        json.WriteStartObject();
        List(json, "executors", reading.Executors);
        json.WriteString("lead_rule", reading.Executors.All(e => e.Role == ExecutorRole.Responsible) ? "not_stated" : "explicit");
        json.WriteBoolean("needs_expansion", reading.Executors.Any(e => e.IsGroup || e.Kind is ExecutorKind.Unspecified or ExecutorKind.Reference));
        json.WriteBoolean("ambiguous", reading.Ambiguous);
        json.WriteStartArray("alternatives");
        foreach (var other in reading.Alternatives)
        {
            json.WriteStartArray();
            foreach (var executor in other) One(json, executor);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteStartArray("left_over");
        foreach (var span in reading.LeftOver) json.WriteStringValue(span.Of(reading.Phrase));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void List(Utf8JsonWriter json, string name, IReadOnlyList<Executor> executors)
    {
        json.WriteStartArray(name);
        foreach (var executor in executors) One(json, executor);
        json.WriteEndArray();
    }

    static void One(Utf8JsonWriter json, Executor executor)
    {
        json.WriteStartObject();
        json.WriteString("name", executor.Name);
        json.WriteString("kind", Name(executor.Kind));
        json.WriteString("class_key", executor.ClassKey);
        json.WriteString("parent", executor.Parent);
        json.WriteString("role", Name(executor.Role));
        json.WriteBoolean("consent", executor.ByConsent);
        json.WriteString("head", executor.Head);
        json.WriteString("qualifier", executor.Qualifier);
        json.WriteString("printed", executor.Printed);
        json.WriteEndObject();
    }

    static string Name(ExecutorKind kind) => kind switch
    {
        ExecutorKind.OfficeHolder => "office_holder",
        ExecutorKind.AdvisoryBody => "advisory_body",
        ExecutorKind.ExternalStateBody => "external_state_body",
        _ => kind.ToString().ToLowerInvariant(),
    };

    static string Name(ExecutorRole role) => role == ExecutorRole.CoExecutor ? "co" : role.ToString().ToLowerInvariant();
}
