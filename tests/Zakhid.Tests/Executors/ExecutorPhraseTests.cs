using System.Text.Json;
using Zakhid.Executors;
using Zakhid.Text;

namespace Zakhid.Tests.Executors;

public sealed class ExecutorPhraseTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Phrases =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "phrases", "executors.jsonl"))
            .Select(line => new TheoryDataRow<string, string>(Id(line), line) { TestDisplayName = Id(line) });

    [Theory]
    [MemberData(nameof(Phrases))]
    public void A_phrase_of_the_field_is_read_as_two_annotators_read_it(string id, string line)
    {
        using var document = JsonDocument.Parse(line);
        var phrase = document.RootElement;
        var reading = ExecutorLanguage.Read(phrase.GetProperty("phrase").GetString()!, phrase.GetProperty("context").GetProperty("authority").GetString());
        var meaning = phrase.GetProperty("meaning");

        List<JsonElement> lists = [meaning.GetProperty("executors")];
        if (meaning.TryGetProperty("alternatives", out var others)) lists.AddRange(others.EnumerateArray());
        var answers = lists.Select(l => string.Join(" / ", l.EnumerateArray().Select(Gold))).ToList();

        Assert.Contains(string.Join(" / ", reading.Executors.Select(Read)), answers);
        Assert.StartsWith("x", id, StringComparison.Ordinal);
    }

    static string Gold(JsonElement executor) => Line(
        executor.GetProperty("name").GetString()!, executor.GetProperty("kind").GetString()!.Replace("_", "", StringComparison.Ordinal),
        executor.GetProperty("class_key").GetString(), executor.GetProperty("role").GetString()!, executor.GetProperty("consent").GetBoolean());

    static string Read(Executor e) => Line(e.Name, e.Kind.ToString().ToLowerInvariant(), e.ClassKey, e.Role == ExecutorRole.CoExecutor ? "co" : e.Role.ToString().ToLowerInvariant(), e.ByConsent);

    // The gold mends two slips of the sources; a reader keeps what is printed.
    static string Line(string name, string kind, string? key, string role, bool consent) =>
        $"{Folding.Key(name).Replace("науково дослідний", "науко дослідний", StringComparison.Ordinal)} {kind} {key} {role} {consent}";

    static string Id(string line) => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!;
}
