using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;

namespace Zakhid.App.Pages.Plans;

/// How the reports of a measure, or of several, stand in one period. Who did not agree is not counted.
sealed record PeriodCount(int Owed, int In, int Accepted, int Returned, int Overdue)
{
    public static PeriodCount None { get; } = new(0, 0, 0, 0, 0);

    public int UnderReview => In - Accepted;

    public static PeriodCount operator +(PeriodCount a, PeriodCount b) => new(a.Owed + b.Owed, a.In + b.In, a.Accepted + b.Accepted, a.Returned + b.Returned, a.Overdue + b.Overdue);

    /// By measure, of lines as they stood on a day.
    public static Dictionary<long, PeriodCount> Of(IEnumerable<ObligationLine> lines, DateOnly day) => lines
        .Where(l => l.MeasureId is not null && l.Standing is "Expected" or "Draft" or "Returned" or "Submitted" or "Accepted").GroupBy(l => l.MeasureId!.Value)
        .ToDictionary(g => g.Key, g => new PeriodCount(g.Count(), g.Count(l => !l.IsOwed), g.Count(l => l.Standing == "Accepted"), g.Count(l => l.Standing == "Returned"), g.Count(l => l.IsOverdue(day))));

    /// By measure, counted along the index of the plan's periods.
    public static async Task<Dictionary<long, PeriodCount>> OfPlan(Scope scope, long plan, string period, DateOnly today)
    {
        var counts = new Dictionary<long, PeriodCount>();
        foreach (var (measure, standing, due, n) in await scope.All<(long, string, DateOnly, int)>("""
            SELECT measure_id, standing, due_day, COUNT(*) FROM obligation
            WHERE authority_id = @authority AND plan_id = @plan AND period_code = @period AND standing IN ('Expected', 'Draft', 'Returned', 'Submitted', 'Accepted') AND measure_id IS NOT NULL
            GROUP BY measure_id, standing, due_day
            """, new { plan, period }))
        {
            var isIn = standing is "Submitted" or "Accepted";
            var one = new PeriodCount(n, isIn ? n : 0, standing == "Accepted" ? n : 0, standing == "Returned" ? n : 0, !isIn && due < today ? n : 0);
            counts[measure] = counts.GetValueOrDefault(measure, None) + one;
        }
        return counts;
    }
}
