using Zakhid.App.Figures;
using Zakhid.Obligations;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.App.Pages.Cascade;

/// A plan as the pages of the cascade name it.
sealed record PlanRow(long Id, string Title, string? Issuer, string? Kind, string? Number, DateOnly? Date, DateOnly? ControlDay)
{
    public Act Act => new() { Issuer = Issuer, Kind = Kind, Number = Number, Date = Date };
    public string ActName => Zakhid.Cascade.HigherAct.NameOf(Act);

    public static async Task<PlanRow> Find(Scope scope, long id) => await scope.Find<PlanRow>("""
        SELECT p.id, p.title, a.issuer, a.kind, a.number, a.date, p.control_day FROM plan p JOIN act a ON a.authority_id = p.authority_id AND a.id = p.act_id WHERE p.authority_id = @authority AND p.id = @id
        """, new { id }) ?? throw new RuleBroken("plan.unknown");

    /// The running period's ladder; none where the plan owes no reports.
    public static async Task<(ReportingPeriod? Period, LadderView? View)> LadderOf(Scope scope, long plan, DateOnly today)
    {
        if (await PlanConflicts.CurrentPeriod(scope, plan, today) is not { } current) return (null, null);
        var rungs = await PlanLadder.Of(scope, plan, current);
        return (current, new(rungs, today, await PlanConflicts.Of(scope, plan, current, rungs)));
    }
}
