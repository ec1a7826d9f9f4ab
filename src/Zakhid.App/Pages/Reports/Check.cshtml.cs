using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Operations.Reporting;

namespace Zakhid.App.Pages.Reports;

[Access(Role.Executor, Role.Coordinator)]
sealed class CheckModel : ReportPage
{
    public string Key { get; private set; } = Guid.NewGuid().ToString("N");
    /// As it is handed in: «випадків не було» says its own sentence.
    public ReportContent Said { get; private set; } = new();
    public string Paper { get; private set; } = "";

    public async Task<IActionResult> OnGet(long id)
    {
        await Load(id);
        if (!MayWrite) return To($"/reports/{id}");
        Said = Sheet.Draft;
        await Try("narrative", () => { Said = SubmitReport.Completed(Sheet.Draft, Sheet.Occasion); return Task.CompletedTask; });
        return Page();
    }

    public async Task<IActionResult> OnPost(long id, string? key, string? paper)
    {
        await Load(id);
        Said = Sheet.Draft;
        (Key, Paper) = (key is { Length: >= 8 and <= 64 } ? key : Key, paper ?? "");
        return await Try("paper", () => new SubmitReport(Store).Run(Me, Now, id, $"{id}-{Key}", IsMine ? null : Paper, Stop)) ? To($"/reports/{id}/receipt") : Page();
    }
}
