using System.Text.Encodings.Web;
using System.Text.Json;
using Zakhid.Operations.Publishing;

namespace Zakhid.App.Pages.Progress;

/// What the public page shows, for programs: the same rows as CSV and JSON.
static class OpenData
{
    static readonly JsonSerializerOptions _json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
    static readonly string[] _columns = ["position", "number", "measure", "executors", "term", "confirmed_state", "confirmed_day", "result", "under_review"];

    public static byte[] Csv(IReadOnlyList<PublicMeasure> measures) => App.Csv.Of(_columns, measures.Select(m =>
        (object?[])[m.Position, m.Number, m.Text, m.Executors, m.TermText, m.ConfirmedState, m.ConfirmedDay?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), m.Result, m.UnderReview]));

    public static byte[] Json(string authority, PublishedPlan plan, DateOnly asOf, IReadOnlyList<PublicMeasure> measures) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        Authority = authority,
        Plan = plan.Title,
        AsOf = asOf,
        Measures = measures.Select(m => new { m.Position, m.Number, Measure = m.Text, m.Executors, Term = m.TermText, ConfirmedState = m.ConfirmedState?.ToString(), m.ConfirmedDay, m.Result, m.UnderReview }),
    }, _json);
}
