using System.Globalization;
using Zakhid.Documents.Reading;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Reading;

/// <summary>A reading that waits for a person, with what was corrected in it.</summary>
public sealed record ImportSheet
{
    public required long Id { get; init; }
    public required string FileName { get; init; }
    public required string Sha256 { get; init; }
    public required long Version { get; init; }
    public long? PlanId { get; init; }
    /// <summary>As read; it never changes.</summary>
    public required PlanReading Read { get; init; }
    public required IReadOnlyList<Correction> Corrections { get; init; }

    PlanReading? _corrected;

    /// <summary>As corrected; the remarks are those of the corrected text.</summary>
    public PlanReading Reading => Corrections.Count == 0 ? Read : _corrected ??= Linted.Of(Corrections.Aggregate(Read, (reading, c) => Corrected(reading, c.Pointer, c.Value)));
    public bool IsCorrected(string pointer) => Corrections.Any(c => c.Pointer == pointer);

    /// <exception cref="RuleBroken">«import.unknown».</exception>
    public static async Task<ImportSheet> Find(Scope scope, long id)
    {
        var row = await scope.Find<Row>("SELECT id, file_name, sha256, version, plan_id, reading FROM import WHERE authority_id = @authority AND id = @id AND withdrawn_at IS NULL", new { id })
            ?? throw new RuleBroken("import.unknown");
        return new()
        {
            Id = row.Id,
            FileName = row.FileName,
            Sha256 = row.Sha256,
            Version = row.Version,
            PlanId = row.PlanId,
            Read = Json.Read<PlanReading>(row.Reading),
            Corrections = await scope.All<Correction>("SELECT pointer, value, before, person_id, at FROM correction WHERE authority_id = @authority AND import_id = @id ORDER BY position", new { id }),
        };
    }

    /// <summary>The value of a pointer as text, for showing and comparing.</summary>
    public static string? Value(PlanReading reading, string pointer)
    {
        var parts = pointer.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            ["act", "authority"] => reading.Act.Issuer,
            ["act", "kind"] => reading.Act.Kind,
            ["act", "number"] => reading.Act.Number,
            ["act", "date"] => reading.Act.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["act", "title"] => reading.Act.Title,
            ["act", "signatory"] => reading.Act.Signatory,
            ["measures", var i, var field] when Index(reading, i) is { } n => Field(reading.Measures[n], field),
            _ => null,
        };
    }

    static string? Field(Measure m, string field) => field switch
    {
        "no" => m.Number,
        "text" => m.Text,
        "goal" => m.Goal,
        "audience" => m.Audience,
        "criteria" => m.Criteria,
        "funding" => m.Funding,
        "term_text" => m.TermText,
        "executors" => string.Join('\n', m.Executors.Select(e => e.ByConsent ? $"{e.Name} (за згодою)" : e.Name)),
        _ => null,
    };

    static PlanReading Corrected(PlanReading reading, string pointer, string? value)
    {
        var text = string.IsNullOrWhiteSpace(value) ? null : value.Trim();
        var act = reading.Act;
        var parts = pointer.Split('/', StringSplitOptions.RemoveEmptyEntries);
        switch (parts)
        {
            case ["act", var field]:
                act = field switch
                {
                    "authority" => act with { Issuer = text },
                    "kind" => act with { Kind = text },
                    "number" => act with { Number = text },
                    "date" => act with { Date = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null },
                    "title" => act with { Title = text },
                    "signatory" => act with { Signatory = text },
                    _ => act,
                };
                // A draft becomes an act when a person enters both requisites; they stay marked as entered by hand.
                return reading with { Act = act with { IsDraft = act.IsDraft && (act.Number is null || act.Date is null) } };
            case ["measures", var i, var field] when Index(reading, i) is { } n:
                var m = reading.Measures[n];
                m = field switch
                {
                    "no" => m with { Number = text },
                    "text" => m with { Text = text ?? m.Text },
                    "goal" => m with { Goal = text },
                    "audience" => m with { Audience = text },
                    "criteria" => m with { Criteria = text },
                    "funding" => m with { Funding = text },
                    "term_text" => m with { TermText = text },
                    "executors" => m with { Executors = [.. (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Executor)] },
                    _ => m,
                };
                return reading with { Measures = [.. reading.Measures.Select((one, at) => at == n ? m : one)] };
            default:
                return reading;
        }
    }

    static PrintedExecutor Executor(string line) => line.EndsWith("(за згодою)", StringComparison.OrdinalIgnoreCase) ? new(line[..^"(за згодою)".Length].Trim(), true) : new(line, false);

    static int? Index(PlanReading reading, string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n < reading.Measures.Count ? n : null;

    sealed record Row(long Id, string FileName, string Sha256, long Version, long? PlanId, string Reading);
}

public sealed record Correction(string Pointer, string? Value, string? Before, long PersonId, DateTimeOffset At);
