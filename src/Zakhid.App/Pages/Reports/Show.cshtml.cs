using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Calendar;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Reporting;
using Zakhid.Reporting;

namespace Zakhid.App.Pages.Reports;

[SignedIn]
sealed class ShowModel : ReportPage
{
    public string Remark { get; private set; } = "";
    public string Field { get; private set; } = "narrative";
    public DateOnly Due { get; private set; }
    public ObligationLine? NextOne { get; private set; }

    public async Task<IActionResult> OnGet(long id)
    {
        await Load(id);
        if (Sheet.Line.Kind != "Report") return To($"/plans/{Sheet.Line.PlanId}/consolidation/{Sheet.Line.PeriodCode}");
        if (MayWrite && (IsMine || Request.Query["enter"] == "1")) return To($"/reports/{id}/edit");
        await Prepare();
        return Page();
    }

    public async Task<IActionResult> OnPostAccept(long id, ExecutionState? confirmed)
    {
        await Load(id);
        await Prepare();
        if (!await Try("confirmed", () => new AcceptReport(Store).Run(Me, Now, id, confirmed ?? Sheet.Line.DeclaredState ?? ExecutionState.InProgress, Stop))) return Page();
        return To(NextOne is null ? "/reviews" : $"/reports/{NextOne.Id}");
    }

    public async Task<IActionResult> OnPostReturn(long id, string? remark, string? field, string? due)
    {
        await Load(id);
        await Prepare();
        (Remark, Field) = (remark ?? "", field is "figures" or "files" or "state" ? field : "narrative");
        if (DateOnly.TryParseExact(due, "yyyy-MM-dd", out var day)) Due = day;
        if (!await Try("remark", () => new ReturnReport(Store).Run(Me, Now, id, new Dictionary<string, string> { [Field] = Remark.Trim() }, Due, Stop))) return Page();
        return To(NextOne is null ? "/reviews" : $"/reports/{NextOne.Id}");
    }

    /// An exception for this body and period: the report may be handed in once more.
    public async Task<IActionResult> OnPostOpen(long id, string? until, string? ground)
    {
        await Load(id);
        await Prepare();
        (OpenUntil, OpenGround) = (until ?? "", ground ?? "");
        return await Try("ground", () => new OpenWindow(Store).Run(Me, Now, Sheet.Line.PlanId, Sheet.Line.PeriodCode, Sheet.Line.BodyId, DateOnly.TryParseExact(until, "yyyy-MM-dd", out var day) ? day : DateOnly.MinValue, OpenGround, Stop)) ? To($"/reports/{id}") : Page();
    }

    public async Task<IActionResult> OnPostAsk(long id, string? why)
    {
        await Load(id);
        await Prepare();
        Why = why ?? "";
        return await Try("why", () => new AskForWindow(Store).Run(Me, Now, id, Why, Stop)) ? To($"/reports/{id}#closed") : Page();
    }

    public async Task<IActionResult> OnPostDecline(long id, long request, string? refusal)
    {
        await Load(id);
        await Prepare();
        return await Try("refusal", () => new AskForWindow(Store).Decline(Me, Now, request, refusal ?? "", Stop)) ? To($"/reports/{id}#closed") : Page();
    }

    public string Why { get; private set; } = "";
    public string OpenUntil { get; private set; } = "";
    public string OpenGround { get; private set; } = "";

    async Task Prepare()
    {
        Due = Sheet.ProposedReturn(Today, WorkingCalendar.Ukraine);
        NextOne = MayReview ? (await Read(r => ObligationLine.List(r, "o.standing = 'Submitted' AND o.id <> @id", new { id = Sheet.Line.Id }, "o.due_day, o.id", 1))).FirstOrDefault() : null;
    }
}
