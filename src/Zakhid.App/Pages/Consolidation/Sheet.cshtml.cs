using Microsoft.AspNetCore.Mvc;
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

    public Task OnGet(long plan, string period, int? row) => Load(plan, period, row);

    public async Task<IActionResult> OnPostEdit(long plan, string period, int row, string? text, long version)
    {
        await Load(plan, period, row);
        Typed = (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
        var measure = Sheet.Rows.FirstOrDefault(r => r.Position == row)?.MeasureId ?? 0;
        if (!await Try("text", () => new EditConsolidation(Store).Run(Me, Now, plan, period, measure, Typed, version, Stop))) return Page();
        return To($"/plans/{plan}/consolidation/{period}#row-{row}");
    }

    public async Task<IActionResult> OnPostSend(long plan, string period)
    {
        if (await Try("send", () => new SendConsolidation(Store).Run(Me, Now, plan, period, Stop))) return To($"/plans/{plan}/consolidation/{period}");
        await Load(plan, period, null);
        return Page();
    }

    public async Task<IActionResult> OnPostSupplement(long plan, string period)
    {
        if (await Try("supplement", () => new OpenSupplement(Store).Run(Me, Now, plan, period, Stop))) return To($"/plans/{plan}/consolidation/{period}");
        await Load(plan, period, null);
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
            AcceptedSince = await OpenSupplement.AcceptedSince(r, plan, period);
            Paper = await MakePaper.Of(r, Sheet, Now);
            var due = await r.Find<DueRow>("SELECT due_day, ground FROM obligation WHERE authority_id = @authority AND plan_id = @plan AND period_code = @period AND kind = 'Consolidation'", new { plan, period });
            var spans = await r.All<(DateOnly From, DateOnly Adjusted, DateOnly End, bool Next)>("""
                SELECT COALESCE(o.covers_from, o.period_from), o.adjusted, o.period_to, EXISTS (SELECT 1 FROM obligation n WHERE n.authority_id = o.authority_id AND n.plan_id = o.plan_id AND n.kind = 'Report' AND n.period_from > o.period_from AND n.lapsed_day IS NULL)
                FROM obligation o WHERE o.authority_id = @authority AND o.plan_id = @plan AND o.period_code = @period AND o.kind = 'Report'
                """, new { plan, period });
            if (spans.Count > 0)
            {
                var span = ReportSpan.Of(spans.Min(s => s.From), spans.Max(s => s.Adjusted), spans[0].End);
                Span = T(span.Ukrainian(!spans[0].Next), span.English(!spans[0].Next));
            }
            (Due, Ground) = due is null ? ("", "") : (Figures.DueWords.Of(due.DueDay, Today, English), due.Ground);
            return true;
        });
    }

    sealed record DueRow(DateOnly DueDay, string Ground);
}
