using Zakhid.Operations.People;
using Zakhid.Operations.Storage;

namespace Zakhid.App.Web;

/// The days worth going to in a demonstration: the eve of the next due day, the day itself, the day after it, and the one due next.
static class DemoDays
{
    public static async Task<IReadOnlyList<DateOnly>> Of(Store store, Visit visit)
    {
        var today = visit.Now.Day;
        var due = await store.Read(visit.Actor.Authority, r => r.All<DateOnly>(
            "SELECT DISTINCT adjusted FROM tally WHERE authority_id = @authority AND plan_id = 0 AND body_id = 0 AND period_code = '' AND kind = 'Report' AND adjusted >= @from ORDER BY adjusted LIMIT 2", new { from = today.AddDays(-1) }));
        return due.Count == 0 ? [today] : [.. new[] { due[0].AddDays(-1), due[0], due[0].AddDays(1), due[^1] }.Append(today).Distinct().Order()];
    }
}
