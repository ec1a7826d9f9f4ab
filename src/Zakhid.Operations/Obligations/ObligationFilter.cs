using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Obligations;

/// <summary>
/// Which reports a list shows. How many there are is read from the counters, a page of them from an index in its order, so
/// that neither costs more in an authority of a hundred thousand obligations than in one of a thousand.
/// </summary>
/// <param name="Standings">Empty: all.</param>
/// <param name="Body">Null: all bodies.</param>
/// <param name="Period">«2020-Q3»; null: all periods.</param>
/// <param name="Until">The last due day; null: any.</param>
/// <param name="But">Not of this body.</param>
/// <param name="Measure">Only on this measure, of which there are no counters: its reports are few.</param>
public sealed record ObligationFilter(IReadOnlyList<string> Standings, long? Body = null, string? Period = null, DateOnly? Until = null, long? But = null, long? Measure = null)
{
    public static readonly IReadOnlyList<string> NotHandedIn = ["Expected", "Draft", "Returned"];

    public async Task<long> Count(Scope scope)
    {
        if (Measure is not null)
            return await scope.One<long>($"SELECT COUNT(*) FROM obligation o WHERE o.authority_id = @authority AND o.kind = 'Report'{Among("o.standing")}{Chosen}", With);
        // The counters keep the whole authority, body × period, plan × period, and all three: see the tally.
        var level = Body is null && Period is null ? "body_id = 0 AND period_code = ''"
            : (Body is null ? "body_id > 0" : "body_id = @Body") + (Period is null ? " AND period_code > ''" : " AND period_code = @Period");
        var others = But is null ? 0 : await Sum(scope, "body_id = @But" + (Period is null ? " AND period_code > ''" : " AND period_code = @Period"));
        return await Sum(scope, level) - others;
    }

    Task<long> Sum(Scope scope, string level) => scope.One<long>(
        $"SELECT COALESCE(SUM(n), 0) FROM tally WHERE authority_id = @authority AND plan_id = 0 AND kind = 'Report' AND {level}{Among("standing")}{(Until is null ? "" : " AND due_day <= @Until")}", With);

    /// <param name="page">From 1.</param>
    public async Task<List<ObligationLine>> Page(Scope scope, int size, int page)
    {
        var until = (page - 1) * size + size;
        // Each standing is read in the order of its index as far as the page can need; the few that are left are sorted.
        IReadOnlyList<string?> standings = Standings.Count == 0 ? [null] : [.. Standings];
        var parts = standings.Select((standing, i) => $"""
            SELECT * FROM (SELECT o.id, o.due_day FROM obligation o WHERE o.authority_id = @authority AND o.kind = 'Report'
                {(standing is null ? "" : $"AND o.standing = '{Known(standing)}'")}{Chosen}
                ORDER BY o.due_day, o.id LIMIT {until}) s{i}
            """);
        var ids = await scope.All<long>($"SELECT id FROM ({string.Join(" UNION ALL ", parts)}) page ORDER BY due_day, id LIMIT {size} OFFSET {(page - 1) * size}", With);
        if (ids.Count == 0) return [];
        // By number, so that the planner goes by the key; asked for the days' order it would walk the whole index of days.
        var lines = (await ObligationLine.List(scope, $"o.id {scope.Dialect.Among("@ids")}", new { ids }, "o.id")).ToDictionary(l => l.Id);
        return [.. ids.Select(id => lines[id])];
    }

    string Chosen => (Measure is null ? "" : " AND o.measure_id = @Measure") + (Body is null ? "" : " AND o.body_id = @Body") + (Period is null ? "" : " AND o.period_code = @Period")
        + (Until is null ? "" : " AND o.due_day <= @Until") + (But is null ? "" : " AND o.body_id <> @But");

    object With => new { Body = Body ?? 0, Period = Period ?? "", Until = Until ?? DateOnly.MaxValue, But = But ?? 0, Measure = Measure ?? 0 };

    string Among(string column) => Standings.Count == 0 ? "" : $" AND {column} IN ({string.Join(", ", Standings.Select(s => $"'{Known(s)}'"))})";

    /// <summary>Names of standings are put into the text of queries, so only those of the closed list are.</summary>
    static string Known(string standing) => standing is "Expected" or "Draft" or "Submitted" or "Returned" or "Accepted" or "Apart" or "Declined" or "Lapsed"
        ? standing : throw new ArgumentOutOfRangeException(nameof(standing), standing, "no such standing");
}
