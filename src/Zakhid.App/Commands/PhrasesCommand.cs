using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Zakhid.App.Commands.Phrases;

namespace Zakhid.App.Commands;

/// `zakhid phrases terms|criteria`: a JSON object a line in, {"id", "meaning"} a line out, in order.
static class PhrasesCommand
{
    /// The languages by the name of their argument, each in a file of its own in Phrases/.
    static readonly Dictionary<string, Action<JsonElement, Utf8JsonWriter>> Languages = new(StringComparer.Ordinal)
    {
        ["executors"] = ExecutorMeaning.Read,
        ["terms"] = TermMeaning.Read,
        ["criteria"] = CriteriaMeaning.Read,
    };

    public static Command Create()
    {
        var language = new Argument<string>("language") { Description = CommandLine.Say("мова фраз", "the language of the phrases") };
        language.AcceptOnlyFromAmong([.. Languages.Keys]);
        var command = new Command("phrases", CommandLine.Say(
            "Прочитати фрази зі стандартного введення: JSON-об’єкт у рядку", "Read phrases from standard input: a JSON object a line")) { language };
        command.SetAction(parsed => Run(Languages[parsed.GetValue(language)!]));
        return command;
    }

    static int Run(Action<JsonElement, Utf8JsonWriter> read)
    {
        using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        for (var number = 1; input.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                using var document = JsonDocument.Parse(line);
                Answer(document.RootElement, json, read);
            }
            catch (JsonException)
            {
                json.Flush();
                output.Flush();
                Console.Error.WriteLine(CommandLine.Say($"Рядок {number} не є JSON-об’єктом: виправте його і повторіть.", $"Line {number} is not a JSON object: mend it and repeat."));
                return 1;
            }
            json.Flush();
            json.Reset();
            output.WriteByte((byte)'\n');
        }
        return 0;
    }

    static void Answer(JsonElement line, Utf8JsonWriter json, Action<JsonElement, Utf8JsonWriter> read)
    {
        if (line.ValueKind != JsonValueKind.Object) throw new JsonException("not an object");
        json.WriteStartObject();
        json.WritePropertyName("id");
        if (line.TryGetProperty("id", out var id)) id.WriteTo(json);
        else json.WriteNullValue();
        json.WritePropertyName("meaning");
        read(line, json);
        json.WriteEndObject();
    }
}
