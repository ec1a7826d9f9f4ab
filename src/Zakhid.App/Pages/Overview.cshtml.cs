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
    /// What is shown in squares: reports of the bodies that there is most trouble with, as far as a page holds them.
    public List<ObligationLine> Lines { get; private set; } = [];
    public int MoreBodies { get; private set; }
    public Standing Standing { get; private set; } = null!;
    public Standing Now_ => Standing.Current is { } current ? Standing.For(current) : Standing;
    public List<ObligationLine> Late { get; private set; } = [];
    public Dictionary<long, DateOnly> Reminded { get; private set; } = [];

    /// Of each running plan, where they are few: who sends what by which day.
    public List<(long Plan, string Title, LadderView View)> Ladders { get; } = [];

    const int MostLadders = 3;

    const int MostLate = 60;
    const int MostSquares = 1200;

    public async Task OnGet() => await Read(async r =>
    {
        var around = await OwedAround.Of(r, Today);
        Standing = Standing.Of(around, Today, WorkingCalendar.Ukraine);
        Reminded = (await r.All<(long Body, DateOnly Day)>("SELECT body_id, MAX(day) FROM reminder WHERE authority_id = @authority GROUP BY body_id")).ToDictionary(x => x.Body, x => x.Day);
        var urgent = await new ObligationFilter(ObligationFilter.NotHandedIn).Page(r, MostLate, 1);
        Late = [.. urgent.Where(l => l.IsOverdue(Today) || l.IsSoon(Today, WorkingCalendar.Ukraine)).OrderBy(l => l.DueDay).ThenBy(l => l.Body, StringComparer.Ordinal)];
        if (around.Count == 0) return false;
        await ReadSquares(r, around);
        return await ReadLadders(r, HeatMap.Current(around, Today));
    });

    async Task ReadSquares(Scope scope, List<OwedReport> around)
    {
        var bodies = HeatMap.ByTrouble(around, Today);
        var (shown, squares) = (new List<long>(), 0);
        foreach (var (body, count) in bodies)
        {
            if (shown.Count > 0 && squares + count > MostSquares) break;
            shown.Add(body);
            squares += count;
        }
        MoreBodies = bodies.Count - shown.Count;
        // By the index of bodies, from the first day that a period of these months can be due.
        Lines = await ObligationLine.Brief(scope, $"""
            o.body_id {scope.Dialect.Among("@shown")} AND o.standing IN ('Expected', 'Draft', 'Submitted', 'Returned', 'Accepted', 'Apart', 'Declined', 'Lapsed') AND o.due_day >= @from
            AND o.kind = 'Report' AND o.period_from BETWEEN @from AND @to
            """, new { from = Today.AddMonths(-OwedAround.Months), to = Today.AddMonths(OwedAround.Months), shown }, "o.body_id, o.id", Math.Max(squares, MostSquares));
        Lines = [.. Lines.OrderBy(l => l.DueDay).ThenBy(l => l.Id)];
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
