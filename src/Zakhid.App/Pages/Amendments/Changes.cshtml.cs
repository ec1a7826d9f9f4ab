using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Obligations;
using Zakhid.Operations.Amendments;
using Zakhid.Operations.Storage;

namespace Zakhid.App.Pages.Amendments;

/// «Зміни» of a plan: its versions, what waits, and how it is changed, repealed or rolled over.
[SignedIn]
sealed class ChangesModel : WorkPage
{
    public PlanHead Plan { get; private set; } = null!;
    public List<VersionLine> Versions { get; private set; } = [];
    public List<VersionLine> Waiting { get; private set; } = [];
    /// The plan loses force on a day to come; null: not as far as is known.
    public RepealAhead? Ahead { get; private set; }
    public IReadOnlyList<RepealedPlan> Repeals { get; private set; } = [];
    /// The plan that this one was rolled over from, and drafts or plans rolled over from this one.
    public List<(long Id, string Title)> Earlier { get; private set; } = [];
    public List<(long Import, long? Plan, string Title)> Later { get; private set; } = [];
    public bool MayChange => Me.Is(Role.Coordinator) && Plan is { ControlDay: not null };
    public VersionLine? Current => Versions.LastOrDefault(v => v.AppliedDay is not null);

    public Task OnGet(long id) => Load(id);

    public async Task<IActionResult> OnPostBegin(long id)
    {
        long amendment = 0;
        if (await Try("begin", async () => amendment = await new AmendmentDrafts(Store).Begin(Me, Now, id, Stop))) return To(string.Create(CultureInfo.InvariantCulture, $"/amendments/{amendment}"));
        await Load(id);
        return Page();
    }

    public async Task<IActionResult> OnPostRollOver(long id)
    {
        long import = 0;
        if (await Try("rollover", async () => import = await new RollOverPlan(Store).Run(Me, Now, id, Stop))) return To(string.Create(CultureInfo.InvariantCulture, $"/imports/{import}"));
        await Load(id);
        return Page();
    }

    async Task Load(long id) => await Read(async r =>
    {
        Plan = await PlanHead.Of(r, id);
        var all = await VersionLine.All(r, id);
        Versions = [.. all.Where(v => v.Version is not null)];
        Waiting = [.. all.Where(v => v.ConfirmedDay is null)];
        Repeals = await RepealPlan.By(r, id);
        Ahead = await RepealAhead.Of(r, id);
        Earlier = await r.All<(long, string)>("SELECT e.id, e.title FROM plan p JOIN import i ON i.authority_id = p.authority_id AND i.id = p.import_id JOIN plan e ON e.authority_id = i.authority_id AND e.id = i.rolled_from_plan_id WHERE p.authority_id = @authority AND p.id = @id", new { id });
        Later = await r.All<(long, long?, string)>("SELECT id, plan_id, COALESCE(title, file_name) FROM import WHERE authority_id = @authority AND rolled_from_plan_id = @id AND withdrawn_at IS NULL ORDER BY id", new { id });
        return true;
    });

    public string Named(VersionLine v) => v.Number is null ? T("акт без номера", "an act without a number") : ActWords.Cited(v.Act);
}

/// A plan as the pages of its changes name it.
sealed record PlanHead(long Id, string Title, string? Kind, string? Number, DateOnly? Date, DateOnly? ControlDay, DateOnly? ClosedDay, string? ClosedGround, DateOnly? ToDay)
{
    public Act Act => new() { Kind = Kind, Number = Number, Date = Date };

    public static async Task<PlanHead> Of(Scope scope, long id) => await scope.Find<PlanHead>("""
        SELECT p.id, p.title, a.kind, a.number, a.date, p.control_day, p.closed_day, p.closed_ground, p.to_day FROM plan p
        JOIN act a ON a.authority_id = p.authority_id AND a.id = p.act_id WHERE p.authority_id = @authority AND p.id = @id
        """, new { id }) ?? throw new RuleBroken("plan.unknown");
}

sealed record VersionLine(long Id, int? Version, string? Kind, string? Number, DateOnly? Date, string? FileName, DateOnly? EffectiveDay, DateOnly? ConfirmedDay, DateOnly? AppliedDay, string? Effect, string? Who)
{
    public Act Act => new() { Kind = Kind, Number = Number, Date = Date };
    public AmendmentEffect? Did => Effect is null ? null : Json.Read<AmendmentEffect>(Effect);

    public static Task<List<VersionLine>> All(Scope scope, long plan) => scope.All<VersionLine>("""
        SELECT a.id, a.version, a.kind, a.number, a.date, a.file_name, a.effective_day, a.confirmed_day, a.applied_day, a.effect, COALESCE(p.name, p.post) AS who FROM amendment a
        LEFT JOIN person p ON p.authority_id = a.authority_id AND p.id = a.confirmed_by
        WHERE a.authority_id = @authority AND a.plan_id = @plan AND a.withdrawn_at IS NULL ORDER BY COALESCE(a.version, 100000), a.id
        """, new { plan });
}
