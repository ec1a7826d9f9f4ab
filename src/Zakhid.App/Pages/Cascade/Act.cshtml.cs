using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Clauses;
using Zakhid.Operations.Cascade;

namespace Zakhid.App.Pages.Cascade;

/// A higher act: what is known of it, its day where it has to be asked, its measures.
[Access(Role.Coordinator, Role.Controller, Role.Head, Role.Administrator)]
sealed class ActModel : WorkPage
{
    public StoredHigherAct Act { get; private set; } = null!;
    public List<(long Id, string Title)> Plans { get; private set; } = [];
    public List<HigherMeasure> Measures { get; private set; } = [];
    public string Reporting { get; private set; } = "";

    public Task OnGet(long id) => Load(id);

    public async Task<IActionResult> OnPostDay(long id, string? reporting)
    {
        if (await Try("reporting", () => new KeepHigherAct(Store).SetReporting(Me, Now, id, reporting ?? "", Stop))) return To($"/higher-acts/{id}");
        await Load(id);
        Reporting = reporting ?? "";
        return Page();
    }

    public async Task<IActionResult> OnPostDerive(long id, int[] measure)
    {
        long import = 0;
        if (await Try("measures", async () =>
        {
            try { import = await new DerivePlan(Store).Run(Me, Now, id, measure, Stop); }
            catch (RuleBroken rule) when (rule.Rule is "import.same-file" or "import.same-act") { Earlier = $"/imports/{rule.Arguments[^1]}"; throw; }
        })) return To($"/imports/{import}");
        await Load(id);
        Chosen = [.. measure];
        return Page();
    }

    /// Where the same draft was made before.
    public string? Earlier { get; private set; }
    public HashSet<int>? Chosen { get; private set; }

    async Task Load(long id) => await Read(async r =>
    {
        Act = await StoredHigherAct.Find(r, id);
        Reporting = ReportingLines.Write(Act.Act.Reporting);
        Plans = await r.All<(long, string)>("SELECT p.id, p.title FROM plan_above a JOIN plan p ON p.authority_id = a.authority_id AND p.id = a.plan_id WHERE a.authority_id = @authority AND a.higher_id = @id AND a.withdrawn_at IS NULL ORDER BY p.id", new { id });
        Measures = await HigherMeasure.Of(r, id);
        return true;
    });
}
