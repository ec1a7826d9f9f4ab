using System.Text.Json;

namespace Zakhid.App.Commands.Read;

/// What came of one file of a folder, as far as the summary asks: measures, questions, or why it was refused.
sealed record Outcome(string File, int Measures, int Questions, string Code = "", string? Reason = null)
{
    public static Outcome Of(string file, FileReading reading) => reading.Reading is { } read
        ? new(file, read.Measures.Count, read.Remarks.Count(r => r.Severity == Severity.Question))
        : new(file, 0, 0, reading.Code, reading.Reason);

    /// Of what an earlier run wrote; null where it is cut or is no result.
    public static Outcome? Of(string file, byte[] written)
    {
        try
        {
            using var json = JsonDocument.Parse(written);
            var result = json.RootElement;
            if (result.TryGetProperty("refused", out _)) return new(file, 0, 0, result.GetProperty("code").GetString()!, result.GetProperty("reason").GetString());
            return new(file, result.GetProperty("measures").GetArrayLength(), result.GetProperty("remarks").EnumerateArray().Count(r => r.GetProperty("severity").GetString() == "question"));
        }
        catch (Exception other) when (other is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
