using System.Globalization;
using Zakhid.Clauses;
using Zakhid.Documents.Reading;
using Zakhid.Executors;

namespace Zakhid.Operations.Reading;

/// <summary>The fields of a reading that a person may correct, each as a text: by the names that places and remarks use.</summary>
public static class ReadingFields
{
    public static readonly IReadOnlyList<string> Act = ["authority", "kind", "number", "date", "title", "signatory", "control", "reporting"];
    public static readonly IReadOnlyList<string> Measure = ["no", "section", "goal", "text", "audience", "criteria", "term_text", "place", "funding", "executors", "supervisors"];

    /// <summary>Signs that a field takes: an act may be long-winded, a flood of text is a mistake.</summary>
    public static int Longest(string field) => field switch { "no" or "number" or "date" or "kind" => 100, "text" or "executors" => 10_000, _ => 5_000 };

    public static string? Of(PlanReading reading, string field) => field switch
    {
        "authority" => reading.Act.Issuer,
        "kind" => reading.Act.Kind,
        "number" => reading.Act.Number,
        "date" => reading.Act.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "title" => reading.Act.Title,
        "signatory" => reading.Act.Signatory,
        "control" => reading.Act.Control.Count == 0 ? null : string.Join('\n', reading.Act.Control),
        "reporting" => reading.Act.Reporting.Count == 0 ? null : ReportingLines.Write(reading.Act.Reporting),
        _ => null,
    };

    public static PlanReading With(PlanReading reading, string field, string? text)
    {
        var act = field switch
        {
            "authority" => reading.Act with { Issuer = text },
            "kind" => reading.Act with { Kind = text },
            "number" => reading.Act with { Number = text },
            "date" => reading.Act with { Date = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null },
            "title" => reading.Act with { Title = text },
            "signatory" => reading.Act with { Signatory = text },
            "control" => reading.Act with { Control = Lines(text) },
            "reporting" => text == Of(reading, field) ? reading.Act : reading.Act with { Reporting = ReportingLines.Read(text) },
            _ => reading.Act,
        };
        // A draft becomes an act when a person enters both requisites; a plan under «ЗАТВЕРДЖУЮ» has no number of its own.
        return reading with { Act = act with { IsDraft = act.IsDraft && (act.Date is null || (act.Number is null && act.Kind != "план заходів")) } };
    }

    /// <param name="measure">As read or corrected.</param>
    /// <param name="field">One of <see cref="Measure"/>.</param>
    /// <param name="issuer">Whose act it is: the roles of executors are told by their cell.</param>
    public static string? Of(Measure measure, string field, string? issuer) => field switch
    {
        "no" => measure.Number,
        "section" => measure.Section,
        "text" => measure.Text,
        "goal" => measure.Goal,
        "audience" => measure.Audience,
        "criteria" => measure.Criteria,
        "funding" => measure.Funding,
        "term_text" => measure.TermText,
        "place" => measure.Venue,
        "executors" => measure.Executors.Count == 0 ? null : ExecutorLines.Write(MeasureExecutors.Of(measure, issuer)),
        "supervisors" => measure.Supervisors.Count == 0 ? null : string.Join('\n', measure.Supervisors),
        _ => null,
    };

    public static Measure With(Measure measure, string field, string? text) => field switch
    {
        "no" => measure with { Number = text },
        "section" => measure with { Section = text },
        "text" => measure with { Text = text ?? measure.Text },
        "goal" => measure with { Goal = text },
        "audience" => measure with { Audience = text },
        "criteria" => measure with { Criteria = text },
        "funding" => measure with { Funding = text, FundingItems = text == measure.Funding ? measure.FundingItems : [] },
        "term_text" => measure with { TermText = text },
        "place" => measure with { Venue = text },
        "executors" => measure with { Executors = ExecutorLines.Read(text) },
        "supervisors" => measure with { Supervisors = Lines(text) },
        _ => measure,
    };

    static string[] Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
