using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Cascade;
using Zakhid.Operations.Amendments;
using Zakhid.Operations.Cascade;
using Zakhid.Text;

namespace Zakhid.App.Pages.Cascade;

/// The bodies below a plan beside each other: acts issued, reports, confirmed measures, figures.
[Access(Role.Coordinator, Role.Controller, Role.Head, Role.Administrator)]
sealed class BodiesModel : WorkPage
{
    public PlanRow Plan { get; private set; } = null!;
    public IReadOnlyList<BodyComparison> Rows { get; private set; } = [];
    public List<IssuedAct> Acts { get; private set; } = [];
    public IReadOnlyList<IssueDuty> Duties { get; private set; } = [];
    /// Some clause orders an act, or a body was ordered one: else nothing is said of acts.
    public bool OrdersActs => Duties.Count + Acts.Count > 0;
    public List<(long Id, string Name)> Register { get; private set; } = [];
    /// Whom the clauses name, as far as the register knows them.
    public IReadOnlyList<DutyBearer> Bearers { get; private set; } = [];
    /// Of those, who is not tracked yet.
    public HashSet<long> Named { get; private set; } = [];
    public string Order { get; private set; } = "body";
    public (long Duty, string? Kind, string? Number, string? Date, string? Ground) Typed { get; private set; }

    public Task OnGet(long id, string? order) => Load(id, order);

    public async Task<IActionResult> OnGetCsv(long id, string? order)
    {
        await Load(id, order);
        return File(ComparisonCsv.Of(Rows, English), "text/csv; charset=utf-8", $"orhany-{id}.csv");
    }

    public async Task<IActionResult> OnPostOrder(long id, long[] body)
    {
        if (await Try("order", () => new RecordIssued(Store).Assign(Me, Now, id, body, Stop))) return To($"/plans/{id}/cascade/bodies");
        await Load(id, null);
        return Page();
    }

    public async Task<IActionResult> OnPostNamed(long id)
    {
        if (await Try("named", () => new RecordIssued(Store).AssignNamed(Me, Now, id, Stop))) return To($"/plans/{id}/cascade/bodies");
        await Load(id, null);
        return Page();
    }

    public async Task<IActionResult> OnPostIssued(long id, long duty, string? kind, string? number, string? date, string? ground)
    {
        Typed = (duty, kind, number, date, ground);
        var day = PrintedDate.All(Token.Cut(date ?? "")).Select(d => d.Date).FirstOrDefault(d => d is not null);
        if (await Try($"duty-{duty}", () => new RecordIssued(Store).Run(Me, Now, duty, kind, number?.TrimStart('№', ' '), day, ground, Stop))) return To($"/plans/{id}/cascade/bodies");
        await Load(id, null);
        return Page();
    }

    async Task Load(long id, string? order) => await Read(async r =>
    {
        Plan = await PlanRow.Find(r, id);
        Order = BodyComparison.Orders.Contains(order, StringComparer.Ordinal) ? order! : "body";
        Rows = await BodyComparison.Of(r, id, Today, Order);
        Acts = await IssuedAct.Of(r, id);
        var act = Plan.Act with { Clauses = await PlanText.Clauses(r, id) };
        Duties = IssueDuty.Of(act);
        if (Duties.Count == 0) return true;
        var has = Acts.Where(a => a.State(Today) != IssueState.Ended).Select(a => a.BodyId).ToHashSet();
        Bearers = await DutyBearer.Of(r, act, Duties);
        Named = [.. Bearers.SelectMany(b => b.Bodies).Select(b => b.Id).Where(b => !has.Contains(b))];
        Register = (await r.All<(long Id, string Name)>("SELECT id, name FROM body WHERE authority_id = @authority AND withdrawn_at IS NULL AND is_group = 0 AND identifiable = 1 AND is_coordinator = 0 ORDER BY sort_key, name LIMIT 500")).FindAll(b => !has.Contains(b.Id));
        return true;
    });

    /// The plain finding: what is late or silent, named first.
    public string Finding()
    {
        var (silent, overdue) = (Rows.Count(r => r.Silent > 0), Rows.Count(r => r.Issue == IssueState.Overdue));
        if (Rows.Count == 0) return T("Нижчих органів у плані немає.", "The plan has no bodies below.");
        var reports = silent == 0 ? T("Прострочених звітів немає.", "No report is overdue.") : T($"Не подали звітів: {silent} з {Rows.Count}.", $"Silent: {silent} of {Rows.Count}.");
        return overdue == 0 ? reports : reports + " " + T($"Акта у строк не видали: {overdue}.", $"Act not issued in time: {overdue}.");
    }
}
