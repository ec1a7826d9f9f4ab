using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Pages.Plans;
using Zakhid.App.Web;
using Zakhid.Documents.Consolidation;
using Zakhid.Obligations;
using Zakhid.Operations.Consolidation;

namespace Zakhid.App.Pages.Consolidation;

[Access(Role.Coordinator, Role.Controller, Role.Head)]
sealed class SheetModel : WorkPage
{
    public ConsolidationSheet Sheet { get; private set; } = null!;
    public ConsolidatedPaper Paper { get; private set; } = null!;
    public string Due { get; private set; } = "";
    public string Ground { get; private set; } = "";
    /// The days that the period's reports speak of.
    public string Span { get; private set; } = "";
    public int AcceptedSince { get; private set; }
    public int? Row { get; private set; }
    public string? Typed { get; private set; }
    /// The rows that the page shows; the document has all of them.
    public IReadOnlyList<PlanPart> Parts { get; private set; } = [];
    public PlanPart Part { get; private set; } = new(1, 0, 0);
    public IEnumerable<ConsolidationRow> Rows => Sheet.Rows.Skip(Part.First).Take(Part.Count);
    public bool IsWhole => Part.Count == Sheet.Rows.Count;

    public string Link(string part) => $"/plans/{Sheet.PlanId}/consolidation/{Sheet.Period.Code}?part={part}";

    public async Task OnGet(long plan, string period, int? row, int? at, string? part)
    {
        await Load(plan, period, row);
        Choose(part, row ?? at);
    }

    /// A row that is asked for brings its part with it.
    void Choose(string? part, int? row)
    {
        Parts = PlanPart.Of([.. Sheet.Rows.Select(r => r.Section)]);
        var place = row is null ? -1 : Sheet.Rows.ToList().FindIndex(r => r.Position == row);
        Part = Parts.FirstOrDefault(p => p.Has(place)) ?? PlanPart.Asked(Parts, part);
    }

    public async Task<IActionResult> OnPostEdit(long plan, string period, int row, string? text, long version)
    {
        await Load(plan, period, row);
        Typed = (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
        var measure = Sheet.Rows.FirstOrDefault(r => r.Position == row)?.MeasureId ?? 0;
        if (!await Try("text", () => new EditConsolidation(Store).Run(Me, Now, plan, period, measure, Typed, version, Stop))) { Choose(null, row); return Page(); }
        return To($"/plans/{plan}/consolidation/{period}?at={row}#row-{row}");
    }

    public async Task<IActionResult> OnPostSend(long plan, string period)
    {
        if (await Try("send", () => new SendConsolidation(Store).Run(Me, Now, plan, period, Stop))) return To($"/plans/{plan}/consolidation/{period}");
        await Load(plan, period, null);
        Choose(null, null);
        return Page();
    }

    public async Task<IActionResult> OnPostSupplement(long plan, string period)
    {
        if (await Try("supplement", () => new OpenSupplement(Store).Run(Me, Now, plan, period, Stop))) return To($"/plans/{plan}/consolidation/{period}");
        await Load(plan, period, null);
        Choose(null, null);
        return Page();
    }

    public async Task<IActionResult> OnGetDocx(long plan, string period, int? edition)
    {
        await Load(plan, period, null, edition);
        var name = $"zvedenyi-zvit-{Sheet.Period.Code}.docx";
        if (Sheet.DocxSha256 is { } sent) return File(Store.Files.Open(sent), SendConsolidation.DocxType, name);
        var (docx, _) = await Read(r => SendConsolidation.Make(r, plan, period, Now));
        return File(docx, SendConsolidation.DocxType, name);
    }

    public async Task<IActionResult> OnGetPdf(long plan, string period)
    {
        await Load(plan, period, null);
        if (!PaperPdf.IsAvailable) throw new RuleBroken("paper.no-office");
        var bytes = new MemoryStream();
        await PaperPdf.Write(Paper, bytes, Stop);
        return File(bytes.ToArray(), "application/pdf", $"zvedenyi-zvit-{Sheet.Period.Code}.pdf");
    }

    public async Task<IActionResult> OnGetXlsx(long plan, string period)
    {
        await Load(plan, period, null);
        var bytes = new MemoryStream();
        ConsolidatedReportXlsx.Write(Paper, bytes);
        return File(bytes.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"zvedenyi-zvit-{Sheet.Period.Code}.xlsx");
    }

    async Task Load(long plan, string period, int? row, int? edition = null)
    {
        if (!ReportingPeriod.TryParse(period, out _)) throw new RuleBroken("plan.unknown");
        Row = row;
        await Read(async r =>
        {
            if (await r.Find<long?>("SELECT id FROM plan WHERE authority_id = @authority AND id = @plan", new { plan }) is null) throw new RuleBroken("plan.unknown");
            Sheet = await ConsolidationSheet.Read(r, plan, period, edition);
            AcceptedSince = await OpenSupplement.AcceptedSince(r, Sheet);
            Paper = await MakePaper.Of(r, Sheet, Now);
            var due = await r.Find<DueRow>("SELECT due_day, ground, standing FROM obligation WHERE authority_id = @authority AND plan_id = @plan AND period_code = @period AND kind = 'Consolidation'", new { plan, period });
            var days = await r.Find<SpanRow>("""
                SELECT MIN(COALESCE(covers_from, period_from)) AS since, MAX(adjusted) AS adjusted, MIN(period_to) AS until FROM obligation
                WHERE authority_id = @authority AND plan_id = @plan AND period_code = @period AND kind = 'Report'
                """, new { plan, period });
            if (days is { Since: { } since, Adjusted: { } adjusted, Until: { } until })
            {
                var periods = await r.All<string>("SELECT DISTINCT period_code FROM tally WHERE authority_id = @authority AND plan_id = @plan AND body_id = 0 AND kind = 'Report' AND standing <> 'Lapsed' AND n > 0", new { plan });
                var isLast = !periods.Exists(code => ReportingPeriod.Parse(code).Start > Sheet.Period.Start);
                var span = ReportSpan.Of(since, adjusted, until);
                Span = T(span.Ukrainian(isLast), span.English(isLast));
            }
            (Due, Ground) = due is null ? ("", "") : (Figures.DueWords.Of(due.DueDay, due.Standing is "Expected" or "Draft" or "Returned", Today, English), due.Ground);
            return true;
        });
    }

    sealed record SpanRow(DateOnly? Since, DateOnly? Adjusted, DateOnly? Until);
    sealed record DueRow(DateOnly DueDay, string Ground, string Standing);
}
