using Zakhid.Documents.Cascade;
using Zakhid.Operations.Consolidation;
using Zakhid.Operations.Reporting;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Cascade;

/// <summary>A period's document as it was sent, in the form that a package carries: texts, numbers and evidence of the very reports that it was made of.</summary>
static class SentReport
{
    /// <exception cref="RuleBroken">«package.not-sent».</exception>
    public static async Task<(PackageReport Report, IReadOnlyList<PackageEvidence> Evidence)> Of(Scope scope, PlanContents plan, string period)
    {
        var sent = await scope.Find<Sent>("""
            SELECT edition, sent_day, docx_sha256, rows, rows_sha256, checkpoint FROM consolidation
            WHERE authority_id = @authority AND plan_id = @Id AND period_code = @period AND sent_day IS NOT NULL ORDER BY edition DESC LIMIT 1
            """, new { plan.Id, period }) ?? throw new RuleBroken("package.not-sent", period);
        var sheet = Json.Read<ConsolidationSheet>(sent.Rows);
        var receipts = (await scope.All<Handed>("""
            SELECT s.receipt_year, s.receipt_number, s.content FROM submission s JOIN obligation o ON o.authority_id = s.authority_id AND o.id = s.obligation_id
            WHERE s.authority_id = @authority AND o.plan_id = @Id AND o.period_code = @period
            """, new { plan.Id, period })).DistinctBy(h => (h.ReceiptYear, h.ReceiptNumber)).ToDictionary(h => Receipt.Text(h.ReceiptYear, h.ReceiptNumber), h => Json.Read<ReportContent>(h.Content), StringComparer.Ordinal);
        var targets = (await scope.All<(long Id, string? Metric, string? Unit)>("""
            SELECT t.id, t.metric, t.unit FROM target t JOIN measure m ON m.authority_id = t.authority_id AND m.id = t.measure_id WHERE t.authority_id = @authority AND m.plan_id = @Id
            """, new { plan.Id })).ToDictionary(t => t.Id);
        var numbers = plan.Measures.Select((m, i) => (m.Id, Number: i + 1)).ToDictionary(m => m.Id, m => m.Number);

        var rows = new List<PackageRow>();
        var evidence = new List<PackageEvidence>();
        foreach (var row in sheet.Rows)
        {
            if (!numbers.TryGetValue(row.MeasureId, out var number)) continue;
            var said = row.Sources.Select(s => receipts.GetValueOrDefault(s.Receipt)).OfType<ReportContent>().ToList();
            rows.Add(new(number, row.Summary, row.State, Figures(said, targets), [.. row.Silent.Concat(row.UnderReview)]));
            evidence.AddRange(said.SelectMany(s => s.Files).DistinctBy(f => f.Sha256).Select(f => new PackageEvidence(number, f.Name, f.Size, f.Sha256, f.MediaType)));
        }
        return (new(period, sent.Edition, sent.SentDay, sent.DocxSha256, sent.RowsSha256, sent.Checkpoint ?? "", rows), evidence);
    }

    /// <summary>What several executors counted is added up; shares are not, each stays.</summary>
    static List<PackageFigure> Figures(IEnumerable<ReportContent> said, Dictionary<long, (long Id, string? Metric, string? Unit)> targets) =>
        [.. said.SelectMany(s => s.Figures).Where(f => targets.ContainsKey(f.TargetId)).GroupBy(f => (targets[f.TargetId].Metric, targets[f.TargetId].Unit))
            .SelectMany(g => g.Key.Unit == "%" ? g.Select(f => f.Value).Distinct() : [g.Sum(f => f.Value)], (g, value) => new PackageFigure(g.Key.Metric, g.Key.Unit, value))];

    sealed record Sent(int Edition, DateOnly SentDay, string DocxSha256, string Rows, string RowsSha256, string? Checkpoint);
    sealed record Handed(int ReceiptYear, int ReceiptNumber, string Content);
}
