using Zakhid.App.Web;

namespace Zakhid.App.Pages.Plans;

[SignedIn]
sealed class ListModel : WorkPage
{
    public List<PlanLine> Plans { get; private set; } = [];
    public List<(long Id, string? Title, long Questions)> Imports { get; private set; } = [];
    public List<(long Id, string Called)> Amendments { get; private set; } = [];

    public async Task OnGet() => (Plans, Imports, Amendments) = await Read(async r => (
        await r.All<PlanLine>("""
            SELECT p.id, p.title, p.control_day, p.closed_day, a.kind, a.number, a.date, (SELECT COUNT(*) FROM measure m WHERE m.authority_id = p.authority_id AND m.plan_id = p.id AND m.excluded_day IS NULL) AS measures,
                (SELECT COUNT(*) FROM publishing g WHERE g.authority_id = p.authority_id AND g.plan_id = p.id AND g.withdrawn_at IS NULL) AS published
            FROM plan p JOIN act a ON a.authority_id = p.authority_id AND a.id = p.act_id WHERE p.authority_id = @authority ORDER BY p.id DESC
            """),
        await r.All<(long, string?, long)>("SELECT id, title, questions FROM import WHERE authority_id = @authority AND plan_id IS NULL AND withdrawn_at IS NULL ORDER BY id DESC"),
        await r.All<(long, string)>("SELECT id, COALESCE(file_name, number, '') FROM amendment WHERE authority_id = @authority AND confirmed_day IS NULL AND withdrawn_at IS NULL ORDER BY id DESC")));
}

sealed record PlanLine(long Id, string Title, DateOnly? ControlDay, DateOnly? ClosedDay, string? Kind, string? Number, DateOnly? Date, long Measures, long Published);
