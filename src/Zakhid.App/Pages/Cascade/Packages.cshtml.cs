using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Obligations;
using Zakhid.Operations.Cascade;

namespace Zakhid.App.Pages.Cascade;

/// Packages made of a plan: down as a task, up as an answer.
[Access(Role.Coordinator, Role.Controller, Role.Head, Role.Administrator)]
sealed class PackagesModel : WorkPage
{
    public PlanRow Plan { get; private set; } = null!;
    public List<StoredPackage> Packages { get; private set; } = [];
    public IReadOnlyList<StoredHigherAct> Acts { get; private set; } = [];
    public List<string> Periods { get; private set; } = [];
    public List<string> Bodies { get; private set; } = [];
    public string? Addressee { get; private set; }

    public Task OnGet(long id) => Load(id);

    public async Task<IActionResult> OnPostTask(long id, string? to)
    {
        Addressee = to;
        return await Made(id, "to", () => new MakePackage(Store).Task(Me, Now, id, to ?? "", Stop));
    }

    public async Task<IActionResult> OnPostAnswer(long id, string? period, long act, bool files)
    {
        if (!ReportingPeriod.TryParse(period, out var parsed)) { Mend.Add(("period", T("Оберіть період, за який надіслано зведений звіт", "Choose a period whose consolidated report is sent"))); await Load(id); return Page(); }
        return await Made(id, "period", () => new MakePackage(Store).Answer(Me, Now, id, parsed.Code, act, null, files, Stop));
    }

    async Task<IActionResult> Made(long id, string field, Func<Task<MadePackage>> make)
    {
        long made = 0;
        if (await Try(field, async () => made = (await make()).Id)) return To($"/packages/{made}");
        await Load(id);
        return Page();
    }

    async Task Load(long id) => await Read(async r =>
    {
        Plan = await PlanRow.Find(r, id);
        Packages = await StoredPackage.All(r, id);
        Acts = [.. (await StoredHigherAct.Above(r, id)).Where(a => a.Measures > 0)];
        Periods = await r.All<string>("SELECT DISTINCT period_code FROM consolidation WHERE authority_id = @authority AND plan_id = @id AND sent_day IS NOT NULL ORDER BY period_code DESC", new { id });
        Bodies = await r.All<string>("SELECT name FROM body WHERE authority_id = @authority AND withdrawn_at IS NULL AND is_group = 0 ORDER BY sort_key, name LIMIT 500");
        return true;
    });
}
