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
        // As they are kept: what came late stands beside what came in time, and to put the two together would sort them all.
        // Bodies by themselves: joined, a planner may walk all counters once for each of them.
        var bodies = (await scope.All<(long Id, string Name)>("SELECT id, name FROM body WHERE authority_id = @authority")).ToDictionary(b => b.Id, b => b.Name);
        foreach (var row in await scope.All<Row>($"""
            SELECT plan_id, body_id, period_code, adjusted, standing, due_day, n FROM tally
            WHERE authority_id = @authority AND plan_id {scope.Dialect.Among("@plans")} AND body_id > 0 AND period_code > '' AND kind = 'Report' AND adjusted >= @from
                AND standing NOT IN ('Lapsed', 'Declined') AND n > 0
            """, new { plans, from }))
            if (row.Told(bodies[row.BodyId]) is var report && report.Period.Start >= from && report.Period.Start <= to) told[row.PlanId].Add(report);

        foreach (var (plan, reports) in told)
        {
            var waited = reports.FindAll(report => report is { IsIn: false, IsApart: false });
            if (waited.Count == 0 || waited.Sum(report => report.Count) > Few) continue;
            reports.RemoveAll(report => report is { IsIn: false, IsApart: false });
            reports.AddRange((await ObligationLine.List(scope, $"o.kind = 'Report'{(plan == All ? "" : " AND o.plan_id = @plan")} AND o.period_code {scope.Dialect.Among("@codes")} AND o.due_day >= @from AND o.standing IN ('Expected', 'Draft', 'Returned')",
                new { plan, codes = waited.Select(report => report.Period.Code).Distinct().ToList(), from })).Select(line => line.AsOwed()));
        }
        return told;
    }

    sealed record Row
    {
        public long PlanId { get; init; }
        public long BodyId { get; init; }
        public string PeriodCode { get; init; } = "";
        public DateOnly Adjusted { get; init; }
        public string Standing { get; init; } = "";
        public DateOnly DueDay { get; init; }
        public long N { get; init; }

        public OwedReport Told(string body) => new()
        {
            Body = BodyId.ToString(System.Globalization.CultureInfo.InvariantCulture),
            BodyName = body,
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
