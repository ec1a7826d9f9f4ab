using Zakhid.App.Figures;
using Zakhid.App.Web;
using Zakhid.Calendar;
using Zakhid.Obligations;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;

namespace Zakhid.App.Pages;

[Access(Role.Coordinator, Role.Controller, Role.Head, Role.Administrator)]
sealed class OverviewModel : WorkPage
{
    /// The bodies that there is most trouble with, as far as a page holds them, and the reports of those that are shown in squares.
    public List<HeatRow> Rows { get; private set; } = [];
    public List<ObligationLine> Lines { get; private set; } = [];
    public List<OwedReport> Around { get; private set; } = [];
    public List<ReportingPeriod> Periods { get; private set; } = [];
    public int MoreBodies { get; private set; }
    public Standing Standing { get; private set; } = null!;
    public Standing Now_ => Standing.Current is { } current ? Standing.For(current) : Standing;
    public List<ObligationLine> Late { get; private set; } = [];
    public Dictionary<long, DateOnly> Reminded { get; private set; } = [];

    /// Of each running plan, where they are few: who sends what by which day.
    public List<(long Plan, string Title, LadderView View)> Ladders { get; } = [];

    const int MostLadders = 3;

    const int MostLate = 60;
    const int MostSquares = 500;

    public async Task OnGet() => await Read(async r =>
    {
        Around = await OwedAround.Of(r, Today);
        Standing = Standing.Of(Around, Today, WorkingCalendar.Ukraine);
        Reminded = (await r.All<(long Body, DateOnly Day)>("SELECT body_id, MAX(day) FROM reminder WHERE authority_id = @authority GROUP BY body_id")).ToDictionary(x => x.Body, x => x.Day);
        var urgent = await new ObligationFilter(ObligationFilter.NotHandedIn).Page(r, MostLate, 1);
        Late = [.. urgent.Where(l => l.IsOverdue(Today) || l.IsSoon(Today, WorkingCalendar.Ukraine)).OrderBy(l => l.DueDay).ThenBy(l => l.Body, StringComparer.Ordinal)];
        if (Around.Count == 0) return false;
        await ReadRows(r);
        return await ReadLadders(r, HeatRow.Current(Around, Today));
    });

    async Task ReadRows(Scope scope)
    {
        Periods = HeatRow.Fitting(Around, Today);
        var all = HeatRow.ByTrouble(Around, Periods, Today);
        var (squares, shown) = (0, 0);
        for (; shown < all.Count && (shown == 0 || squares + all[shown].Squares <= MostSquares); shown++) squares += all[shown].Squares;
        MoreBodies = all.Count - shown;
        Rows = all.GetRange(0, shown).FindAll(row => row.Squares > 0);
        var bodies = Rows.FindAll(row => !row.IsCounted).ConvertAll(row => row.Body);
        if (bodies.Count == 0) return;
        // By the index of bodies, from the first day that a shown period can be due; with a last day too a planner takes the index of days, and so all bodies.
        var from = Around.Where(r => Periods.Contains(r.Period)).Min(r => r.ReturnedDue < r.Due ? r.ReturnedDue.Value : r.Due);
        Lines = await ObligationLine.Brief(scope, $"""
            o.body_id {scope.Dialect.Among("@bodies")} AND o.standing IN ('Expected', 'Draft', 'Submitted', 'Returned', 'Accepted', 'Apart', 'Declined', 'Lapsed') AND o.due_day >= @from
            AND o.kind = 'Report' AND o.period_code {scope.Dialect.Among("@periods")}
            """, new { from, bodies, periods = Periods.ConvertAll(p => p.Code) });
    }

    async Task<bool> ReadLadders(Scope scope, ReportingPeriod period)
    {
        var plans = await scope.All<(long Id, string Title)>("SELECT id, title FROM plan WHERE authority_id = @authority AND control_day IS NOT NULL AND closed_day IS NULL ORDER BY id LIMIT @most", new { most = MostLadders + 1 });
        if (plans.Count > MostLadders) return false;
        foreach (var (id, title) in plans)
            if (await PlanLadder.Of(scope, id, period) is { Count: > 0 } rungs) Ladders.Add((id, title, new(rungs, Today)));
        return true;
    }
}
