using Zakhid.App.Web;
using Zakhid.Calendar;
using Zakhid.Obligations;
using Zakhid.Operations.Obligations;

namespace Zakhid.App.Pages;

[Access(Role.Coordinator, Role.Controller, Role.Head)]
sealed class BriefModel : WorkPage
{
    const int MostNamed = 12;

    /// Plans of whose reports there is something to say these months, and how many others there are.
    public List<PlanState> Plans { get; private set; } = [];
    public int Quiet { get; private set; }
    public List<ObligationLine> Late { get; private set; } = [];
    public int LateInAll { get; private set; }
    public List<ObligationLine> Returned { get; private set; } = [];
    public List<(string Body, DateOnly Day, string Note)> Declined { get; private set; } = [];
    public List<ObligationLine> Next { get; private set; } = [];

    public async Task OnGet() => await Read(async r =>
    {
        var plans = await r.All<(long Id, string Title)>("SELECT id, title FROM plan WHERE authority_id = @authority AND control_day IS NOT NULL ORDER BY id");
        var around = await OwedAround.OfEach(r, Today, plans.ConvertAll(p => p.Id));
        Plans = plans.ConvertAll(p => new PlanState(p.Id, p.Title, Standing.Of(around[p.Id], Today, WorkingCalendar.Ukraine)));
        // A page of one plan says of it what there is; among several the silent ones are only counted.
        if (Plans.Count > 1) Quiet = Plans.RemoveAll(p => p.Standing is { Owed: 0, OwedApart: 0 });
        LateInAll = Plans.Sum(p => p.Standing.Overdue);
        Late = (await new ObligationFilter(ObligationFilter.NotHandedIn).Page(r, MostNamed, 1)).FindAll(l => l.IsOverdue(Today));
        Returned = await ObligationLine.List(r, "o.standing = 'Returned' AND o.kind = 'Report' AND o.due_day >= @today", new { today = Today }, limit: MostNamed);
        Declined = await r.All<(string, DateOnly, string)>("""
            SELECT DISTINCT b.name, f.day, COALESCE(f.note, '') FROM consent_fact f JOIN assignment s ON s.authority_id = f.authority_id AND s.id = f.assignment_id
            JOIN body b ON b.authority_id = s.authority_id AND b.id = s.body_id WHERE f.authority_id = @authority AND f.state = 'Declined' ORDER BY f.day DESC LIMIT 12
            """);
        Next = await ObligationLine.List(r, "o.measure_id IS NULL AND o.kind = 'Consolidation' AND o.standing IN ('Expected', 'Draft', 'Returned') AND o.due_day >= @today", new { today = Today }, "o.due_day, o.id", 4);
        return true;
    });

    public sealed record PlanState(long Id, string Title, Standing Standing);
}
