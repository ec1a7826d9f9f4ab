using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Operations.Obligations;

namespace Zakhid.App.Pages.Reports;

[SignedIn]
sealed class ReceiptModel : ReportPage
{
    /// What can be reported on already, the nearest day first.
    public ObligationLine? NextOne { get; private set; }

    public async Task<IActionResult> OnGet(long id)
    {
        await Load(id);
        if (Sheet.Last is null) return To($"/reports/{id}");
        NextOne = (await Read(r => ObligationLine.List(r, "o.body_id = @body AND o.kind = 'Report' AND o.standing IN ('Expected', 'Draft', 'Returned') AND o.period_from <= @Today", new { body = Sheet.Line.BodyId, Today }, "o.due_day, o.id", 1))).FirstOrDefault();
        return Page();
    }
}
