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

    /// <param name="plan">Null: all plans of the authority.</param>
    public static async Task<List<OwedReport>> Of(Scope scope, DateOnly day, long? plan = null)
    {
        var (from, to) = (day.AddMonths(-Months), day.AddMonths(Months));
        var told = (await scope.All<Row>($"""
            SELECT t.body_id, b.name AS body, t.period_code, t.adjusted, t.standing, t.n FROM tally t
            JOIN body b ON b.authority_id = t.authority_id AND b.id = t.body_id
            WHERE t.authority_id = @authority AND t.plan_id = @plan AND t.body_id > 0 AND t.period_code > '' AND t.kind = 'Report' AND t.adjusted >= @from
                AND t.standing NOT IN ('Lapsed', 'Declined') AND t.n > 0
            """, new { plan = plan ?? 0, from })).ConvertAll(row => row.Told());
        told.RemoveAll(report => report.Period.Start < from || report.Period.Start > to);

        // A returned report has a day of its own, which the counters do not keep: they say where to look for it.
        var waited = told.FindAll(report => report is { IsIn: false, IsApart: false });
        var few = waited.Sum(report => report.Count) <= Few;
        told.RemoveAll(report => few ? report is { IsIn: false, IsApart: false } : report.State == ReportState.Returned);
        var codes = waited.Where(report => few || report.State == ReportState.Returned).Select(report => report.Period.Code).Distinct().ToList();
        if (codes.Count == 0) return told;

        var of = $"o.kind = 'Report'{(plan is null ? "" : " AND o.plan_id = @plan")} AND o.period_code {scope.Dialect.Among("@codes")} AND o.due_day >= @from";
        var where = new { plan = plan ?? 0, codes, from };
        if (few) return [.. told, .. (await ObligationLine.List(scope, $"{of} AND o.standing IN ('Expected', 'Draft', 'Returned')", where)).Select(line => line.AsOwed())];
        told.AddRange((await scope.All<Row>($"""
            SELECT r.body_id, b.name AS body, r.period_code, r.adjusted, r.standing, r.due_day, r.n FROM (
                SELECT o.authority_id, o.body_id, o.period_code, o.adjusted, o.standing, o.due_day, COUNT(*) AS n FROM obligation o
                WHERE o.authority_id = @authority AND o.standing = 'Returned' AND {of}
                GROUP BY o.authority_id, o.body_id, o.period_code, o.adjusted, o.standing, o.due_day) r
            JOIN body b ON b.authority_id = r.authority_id AND b.id = r.body_id
            """, where)).Select(row => row.Told()));
        return told;
    }

    sealed record Row
    {
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
