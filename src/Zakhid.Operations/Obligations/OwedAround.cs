using Zakhid.Obligations;
using Zakhid.Operations.Storage;
using Zakhid.Reporting;

namespace Zakhid.Operations.Obligations;

/// <summary>
/// The reports of the periods about a day, like ones told together, from the counters: an authority that owes a million costs
/// no more rows than its bodies and periods. Where few are waited for, these are told one by one, with their measures.
/// </summary>
public static class OwedAround
{
    /// <summary>Periods that begin so many months before the day or after it: a plan of years would not fit one page.</summary>
    public const int Months = 6;
    const int Few = 100;
    /// <summary>As the counters call all plans together.</summary>
    const long All = 0;

    /// <param name="plan">Null: all plans of the authority.</param>
    public static async Task<List<OwedReport>> Of(Scope scope, DateOnly day, long? plan = null) => (await Of(scope, day, [plan ?? All]))[plan ?? All];

    /// <summary>Of each of many plans by itself, with as many queries as of one.</summary>
    public static async Task<Dictionary<long, List<OwedReport>>> OfEach(Scope scope, DateOnly day, IReadOnlyList<long> plans)
    {
        // Plans of years ago have nothing about the day; their counters are not walked body by body.
        var near = await scope.All<long>($"""
            SELECT DISTINCT plan_id FROM tally WHERE authority_id = @authority AND plan_id {scope.Dialect.Among("@plans")} AND body_id = 0 AND period_code > '' AND kind = 'Report' AND adjusted >= @from AND n > 0
            """, new { plans, from = day.AddMonths(-Months) });
        var told = await Of(scope, day, near);
        return plans.ToDictionary(plan => plan, plan => told.GetValueOrDefault(plan) ?? []);
    }

    static async Task<Dictionary<long, List<OwedReport>>> Of(Scope scope, DateOnly day, IReadOnlyList<long> plans)
    {
        var (from, to) = (day.AddMonths(-Months), day.AddMonths(Months));
        var told = plans.ToDictionary(plan => plan, _ => new List<OwedReport>());
        foreach (var row in await scope.All<Row>($"""
            SELECT t.plan_id, t.body_id, b.name AS body, t.period_code, t.adjusted, t.standing, t.n FROM tally t
            JOIN body b ON b.authority_id = t.authority_id AND b.id = t.body_id
            WHERE t.authority_id = @authority AND t.plan_id {scope.Dialect.Among("@plans")} AND t.body_id > 0 AND t.period_code > '' AND t.kind = 'Report' AND t.adjusted >= @from
                AND t.standing NOT IN ('Lapsed', 'Declined') AND t.n > 0
            """, new { plans, from }))
            if (row.Told() is var report && report.Period.Start >= from && report.Period.Start <= to) told[row.PlanId].Add(report);

        // A returned report has a day of its own, which the counters do not keep: they say where to look for it.
        var (many, codes) = (new List<long>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (plan, reports) in told)
        {
            var waited = reports.FindAll(report => report is { IsIn: false, IsApart: false });
            var few = waited.Sum(report => report.Count) <= Few;
            reports.RemoveAll(report => few ? report is { IsIn: false, IsApart: false } : report.State == ReportState.Returned);
            var ofPlan = waited.Where(report => few || report.State == ReportState.Returned).Select(report => report.Period.Code).Distinct().ToList();
            if (ofPlan.Count == 0) continue;
            if (few) reports.AddRange((await ObligationLine.List(scope, $"{Among(scope, plan == All, "@ofPlan")} AND o.standing IN ('Expected', 'Draft', 'Returned')", new { many = new[] { plan }, ofPlan, from })).Select(line => line.AsOwed()));
            else
            {
                many.Add(plan);
                codes.UnionWith(ofPlan);
            }
        }
        if (many.Count == 0) return told;
        var whole = many[0] == All;
        var group = $"o.authority_id, {(whole ? "" : "o.plan_id, ")}o.body_id, o.period_code, o.adjusted, o.standing, o.due_day";
        foreach (var row in await scope.All<Row>($"""
            SELECT {(whole ? "0 AS plan_id" : "r.plan_id")}, r.body_id, b.name AS body, r.period_code, r.adjusted, r.standing, r.due_day, r.n FROM (
                SELECT {group}, COUNT(*) AS n FROM obligation o WHERE o.authority_id = @authority AND o.standing = 'Returned' AND {Among(scope, whole, "@codes")} GROUP BY {group}) r
            JOIN body b ON b.authority_id = r.authority_id AND b.id = r.body_id
            """, new { many, codes = codes.ToList(), from })) told[row.PlanId].Add(row.Told());
        return told;
    }

    static string Among(Scope scope, bool whole, string codes) =>
        $"o.kind = 'Report'{(whole ? "" : $" AND o.plan_id {scope.Dialect.Among("@many")}")} AND o.period_code {scope.Dialect.Among(codes)} AND o.due_day >= @from";

    sealed record Row
    {
        public long PlanId { get; init; }
        public long BodyId { get; init; }
        public string Body { get; init; } = "";
        public string PeriodCode { get; init; } = "";
        public DateOnly Adjusted { get; init; }
        public string Standing { get; init; } = "";
        public DateOnly? DueDay { get; init; }
        public long N { get; init; }

        public OwedReport Told() => new()
        {
            Body = BodyId.ToString(System.Globalization.CultureInfo.InvariantCulture),
            BodyName = Body,
            Measure = "",
            Count = (int)N,
            Period = ReportingPeriod.Parse(PeriodCode),
            Due = Adjusted,
            State = Standing == "Apart" ? ReportState.Expected : Enum.Parse<ReportState>(Standing),
            ReturnedDue = DueDay,
            Consent = Standing == "Apart" ? ConsentState.Asked : null,
        };
    }
}
