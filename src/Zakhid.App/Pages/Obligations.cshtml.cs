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
    public MeasureName? Measure { get; private set; }
    public string Period { get; private set; } = "";

    public static readonly IReadOnlyList<(string Key, string Ukrainian, string English)> Standings =
    [
        ("", "усі", "all"), ("owed", "не подано", "not handed in"), ("Submitted", "на розгляді", "under review"), ("Returned", "на доопрацюванні", "returned"), ("Accepted", "прийнято", "accepted"), ("Apart", "за згодою", "by consent"),
    ];

    public async Task OnGet(string? standing, long? body, string? period, long? measure, int page = 1)
    {
        Standing = Standings.Any(s => s.Key == standing) ? standing! : "";
        Body = Me.Is(Role.Executor) ? Me.Body ?? -1 : body;
        Period = Zakhid.Obligations.ReportingPeriod.TryParse(period, out var parsed) ? parsed.Code : "";
        At = Math.Clamp(page, 1, 4000);
        var filter = new ObligationFilter(Standing switch { "" => [], "owed" => ObligationFilter.NotHandedIn, _ => [Standing] }, Body, Period.Length == 0 ? null : Period, Measure: measure);
        await Read(async r =>
        {
            Count = await filter.Count(r);
            Lines = await filter.Page(r, PageSize, At);
            if (measure is not null) Measure = await r.Find<MeasureName>("SELECT id, plan_id, position, COALESCE(number, CAST(position AS TEXT)) AS number, gist FROM measure WHERE authority_id = @authority AND id = @measure", new { measure }) ?? throw new RuleBroken("measure.unknown");
            if (Body is { } id) BodyName = await r.Find<string>("SELECT name FROM body WHERE authority_id = @authority AND id = @id", new { id });
            return true;
        });
    }

    public string Link(string standing, int page) => $"/obligations?standing={standing}{(Body is null ? "" : $"&body={Body}")}{(Period.Length == 0 ? "" : $"&period={Period}")}{(Measure is null ? "" : $"&measure={Measure.Id}")}&page={page}";
}

sealed record MeasureName(long Id, long PlanId, int Position, string Number, string Gist);
