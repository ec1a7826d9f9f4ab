using System.Text.Json;
using Zakhid.Criteria;

namespace Zakhid.Tests.Criteria;

public sealed class CriteriaPhraseTests
{
    public static IEnumerable<TheoryDataRow<string>> Phrases =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "phrases", "criteria.jsonl"))
            .Select(line => new TheoryDataRow<string>(line) { TestDisplayName = JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()! });

    [Theory]
    [MemberData(nameof(Phrases))]
    public void A_phrase_of_the_field_is_read_as_two_annotators_read_it(string line)
    {
        using var document = JsonDocument.Parse(line);
        var meaning = document.RootElement.GetProperty("meaning");
        List<JsonElement> lists = [meaning.GetProperty("items")];
        if (meaning.TryGetProperty("alternatives", out var others)) lists.AddRange(others.EnumerateArray());

        var read = CriteriaLanguage.Read(document.RootElement.GetProperty("phrase").GetString());

        Assert.Contains(string.Join(" / ", read.Targets.Select(Read)), lists.Select(l => string.Join(" / ", l.EnumerateArray().Select(Gold))));
    }

    static string Gold(JsonElement item)
    {
        var value = item.GetProperty("value");
        return Line(item.GetProperty("type").GetString()!, item.GetProperty("op").GetString(), value.ValueKind == JsonValueKind.Null ? null : value.GetDecimal(),
            item.GetProperty("value_is").GetString()!, item.GetProperty("per").GetString(), item.GetProperty("measurable").GetBoolean());
    }

    static string Read(Target t) => Line(Name(t.Type), t.Op is { } op ? Sign(op) : null, t.Value, Name(t.ValueIs), t.Per is { } per ? Name(per) : null, t.Measurable);

    static string Line(string type, string? op, decimal? value, string kind, string? per, bool measurable) =>
        $"{type} {op} {value:0.##} {(value is null ? "" : kind)} {per} {measurable}";

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
