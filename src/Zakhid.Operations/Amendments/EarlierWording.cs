using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Amendments;

/// <summary>How measures read on an earlier day: a period that is past is shown in the words that held in it.</summary>
static class EarlierWording
{
    /// <summary>Only measures that read otherwise then than now, by their number.</summary>
    public static Task<Dictionary<long, Measure>> OfPlan(Scope scope, long plan, DateOnly day) => Of(scope, "m.plan_id", plan, day);

    /// <summary>Null: it read as now.</summary>
    public static async Task<Measure?> OfMeasure(Scope scope, long measure, DateOnly day) => (await Of(scope, "m.id", measure, day)).GetValueOrDefault(measure);

    static async Task<Dictionary<long, Measure>> Of(Scope scope, string column, long id, DateOnly day)
    {
        var then = new Dictionary<long, Measure>();
        // The earliest of those that ended later stays.
        foreach (var (measure, wording) in await scope.All<(long, string)>($"""
            SELECT w.measure_id, w.wording FROM measure m JOIN measure_wording w ON w.authority_id = m.authority_id AND w.measure_id = m.id
            WHERE w.authority_id = @authority AND {column} = @id AND w.until_day > @day ORDER BY w.until_version DESC
            """, new { id, day })) then[measure] = Json.Read<Measure>(wording);
        return then;
    }
}
