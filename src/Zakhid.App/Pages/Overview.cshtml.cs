using Zakhid.App.Figures;
using Zakhid.App.Web;
using Zakhid.Calendar;
using Zakhid.Obligations;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;
using Zakhid.Reporting;

namespace Zakhid.App.Pages;

[Access(Role.Coordinator, Role.Controller, Role.Head, Role.Administrator)]
sealed class OverviewModel : WorkPage
{
    public List<ObligationLine> Lines { get; private set; } = [];
    public Standing Standing { get; private set; } = null!;
    public Standing Now_ => Standing.Current is { } current ? Standing.For(current) : Standing;
    public List<ObligationLine> Late => [.. Lines.Where(l => l.IsOwed && (l.IsOverdue(Today) || l.IsSoon(Today, WorkingCalendar.Ukraine))).OrderBy(l => l.DueDay).ThenBy(l => l.Body, StringComparer.Ordinal).Take(60)];
    public Dictionary<long, DateOnly> Reminded { get; private set; } = [];

    /// Of each running plan, where they are few: who sends what by which day.
    public List<(long Plan, string Title, LadderView View)> Ladders { get; } = [];

    const int MostLadders = 3;

    public async Task OnGet()
    {
        // The running periods and their neighbours: a plan of years would not fit one page.
        Lines = await Read(r => ObligationLine.List(r, "o.kind = 'Report' AND o.period_from BETWEEN @from AND @to", new { from = Today.AddMonths(-6), to = Today.AddMonths(6) }, "o.due_day, o.id", 5000));
        Reminded = (await Read(r => r.All<(long Body, DateOnly Day)>("SELECT body_id, MAX(day) FROM reminder WHERE authority_id = @authority GROUP BY body_id"))).ToDictionary(x => x.Body, x => x.Day);
        Standing = Standing.Of(Lines.Select(Owed), Today, WorkingCalendar.Ukraine);
        if (Lines.Count > 0) await Read(r => ReadLadders(r, HeatMap.Current(Lines, [.. Lines.Select(l => ReportingPeriod.Parse(l.PeriodCode)).Distinct().Order()], Today)));
    }

    async Task<bool> ReadLadders(Scope scope, ReportingPeriod period)
    {
        var plans = await scope.All<(long Id, string Title)>("SELECT id, title FROM plan WHERE authority_id = @authority AND control_day IS NOT NULL AND closed_day IS NULL ORDER BY id LIMIT @most", new { most = MostLadders + 1 });
        if (plans.Count > MostLadders) return false;
        foreach (var (id, title) in plans)
            if (await PlanLadder.Of(scope, id, period) is { Count: > 0 } rungs) Ladders.Add((id, title, new(rungs, Today)));
        return true;
    }

    internal static OwedReport Owed(ObligationLine l) => new()
    {
        Body = l.BodyId.ToString(System.Globalization.CultureInfo.InvariantCulture),
        BodyName = l.Body,
        Measure = l.Measure,
        Period = ReportingPeriod.Parse(l.PeriodCode),
        Due = l.Adjusted,
        State = Enum.Parse<ReportState>(l.ReportState),
        FirstSubmitted = l.SubmittedDay,
        ReturnedDue = l.ReportState == "Returned" ? l.DueDay : null,
        Consent = l.Standing switch { "Apart" => ConsentOf("Asked"), "Declined" => ConsentOf("Declined"), _ => null },
        Lapsed = l.Standing == "Lapsed",
        Id = l.Id,
    };

    static ConsentState ConsentOf(string name) => Enum.Parse<ConsentState>(name);
}
