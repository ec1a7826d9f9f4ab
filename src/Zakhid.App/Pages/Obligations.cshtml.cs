using Zakhid.App.Web;
using Zakhid.Operations.Obligations;

namespace Zakhid.App.Pages;

[SignedIn]
sealed class ObligationsModel : WorkPage
{
    public const int PageSize = 25;
    public List<ObligationLine> Lines { get; private set; } = [];
    public long Count { get; private set; }
    public int At { get; private set; }
    public string Standing { get; private set; } = "";
    public long? Body { get; private set; }
    public string? BodyName { get; private set; }
    public string Period { get; private set; } = "";

    public static readonly IReadOnlyList<(string Key, string Ukrainian, string English)> Standings =
    [
        ("", "усі", "all"), ("owed", "не подано", "not handed in"), ("Submitted", "на розгляді", "under review"), ("Returned", "на доопрацюванні", "returned"), ("Accepted", "прийнято", "accepted"), ("Apart", "за згодою", "by consent"),
    ];

    public async Task OnGet(string? standing, long? body, string? period, int page = 1)
    {
        Standing = Standings.Any(s => s.Key == standing) ? standing! : "";
        Body = Me.Is(Role.Executor) ? Me.Body ?? -1 : body;
        Period = Zakhid.Obligations.ReportingPeriod.TryParse(period, out var parsed) ? parsed.Code : "";
        At = Math.Clamp(page, 1, 4000);
        // Conditions come from this closed list; what was typed goes into parameters only.
        var condition = "o.kind = 'Report'"
            + (Standing == "owed" ? " AND o.standing IN ('Expected', 'Draft', 'Returned')" : Standing.Length > 0 ? " AND o.standing = @Standing" : "")
            + (Body is null ? "" : " AND o.body_id = @Body") + (Period.Length == 0 ? "" : " AND o.period_code = @Period");
        var with = new { Standing, Body = Body ?? 0, Period };
        await Read(async r =>
        {
            Count = await r.One<long>($"SELECT COUNT(*) FROM obligation o WHERE o.authority_id = @authority AND {condition}", with);
            Lines = await ObligationLine.List(r, condition, with, "o.due_day, o.id", PageSize, (At - 1) * PageSize);
            if (Body is { } id) BodyName = await r.Find<string>("SELECT name FROM body WHERE authority_id = @authority AND id = @id", new { id });
            return true;
        });
    }

    public string Link(string standing, int page) => $"/obligations?standing={standing}{(Body is null ? "" : $"&body={Body}")}{(Period.Length == 0 ? "" : $"&period={Period}")}&page={page}";
}
