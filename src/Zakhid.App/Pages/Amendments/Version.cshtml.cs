using Zakhid.App.Pages.Imports;
using Zakhid.App.Web;
using Zakhid.Obligations;
using Zakhid.Operations.Amendments;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Reading;
using Zakhid.Operations.Storage;

namespace Zakhid.App.Pages.Amendments;

/// The plan as one of its versions says it, what changed since the one before, and what became of the reports.
[SignedIn]
sealed class VersionModel : WorkPage
{
    public const int Most = 500;

    public PlanHead Plan { get; private set; } = null!;
    public PlanText Text { get; private set; } = null!;
    public VersionLine? By { get; private set; }
    /// The version after this one; null: this one holds.
    public VersionLine? Next { get; private set; }
    public ReadingDifference? Difference { get; private set; }
    public List<VersionChange> Changes { get; private set; } = [];

    public async Task OnGet(long id, int version) => await Read(async r =>
    {
        Plan = await PlanHead.Of(r, id);
        Text = await PlanText.Of(r, id, version);
        var all = await VersionLine.All(r, id);
        By = all.Find(v => v.Version == version);
        Next = all.Find(v => v.Version == version + 1 && v.AppliedDay is not null);
        if (version <= 1 || By is null) return true;
        var before = await PlanText.Of(r, id, version - 1);
        var places = before.Measures.Select((measure, at) => (measure, at)).ToDictionary(x => x.measure, x => x.at);
        Difference = ReadingDifference.Of(before.Reading, Text.Reading, [.. Text.Measures.Select(m => places.TryGetValue(m, out var at) ? at : (int?)null)]);
        Changes = await r.All<VersionChange>("""
            SELECT c.kind, c.adjusted AS was, o.id, o.kind AS report, o.adjusted AS day, COALESCE(o.lapsed_ground, o.ground) AS ground, o.period_code, b.name AS body, COALESCE(m.number, CAST(m.position AS TEXT)) AS measure FROM obligation_change c
            JOIN obligation o ON o.authority_id = c.authority_id AND o.id = c.obligation_id JOIN body b ON b.authority_id = o.authority_id AND b.id = o.body_id
            LEFT JOIN measure m ON m.authority_id = o.authority_id AND m.id = o.measure_id
            WHERE c.authority_id = @authority AND c.amendment_id = @Id ORDER BY c.kind, o.due_day, o.id LIMIT @most
            """, new { By.Id, most = Most });
        return true;
    });

    public AmendmentEffect Did => By?.Did ?? new();

    public string Name(string field) => FieldNames.Of(field, English);

    public string Called(Measure m) => m.Number is { } number ? T($"Захід {number}", $"Measure {number}") : T("Захід без номера", "Measure without a number");

    public string Executors(Measure m) => string.Join("; ", m.Executors.Select(e => e.Name + (e.ByConsent ? T(" (за згодою)", " (by consent)") : "")));
}

sealed record VersionChange(ObligationChange Kind, DateOnly? Was, long Id, ObligationKind Report, DateOnly Day, string Ground, string PeriodCode, string Body, string? Measure);
