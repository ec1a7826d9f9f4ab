using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Zakhid.Operations.Storage;

/// <summary>JSON as it lies in columns: Cyrillic as it is, names as in code, enumerations by name, nulls left out.</summary>
public static class Json
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(), new PeriodConverter() },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException($"null is no {typeof(T).Name}");

    /// <summary>A period lies in JSON as its code, «2020-Q3».</summary>
    sealed class PeriodConverter : JsonConverter<Zakhid.Obligations.ReportingPeriod>
    {
        public override Zakhid.Obligations.ReportingPeriod Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Zakhid.Obligations.ReportingPeriod.Parse(reader.GetString() ?? "");
        public override void Write(Utf8JsonWriter writer, Zakhid.Obligations.ReportingPeriod value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
    }
}
