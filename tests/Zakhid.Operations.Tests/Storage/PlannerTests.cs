namespace Zakhid.Operations.Tests.Storage;

/// <summary>A list of a large authority goes by its index; a planner that walks all obligations would be seen only when they are many.</summary>
public sealed class PlannerTests(PostgresCluster cluster) : StoreTest(cluster)
{
    [Theory]
    [InlineData("obligation_by_period", "o.plan_id = 3 AND o.kind = 'Report' AND o.period_code = '2025-Q3' ORDER BY o.due_day, o.id")]
    [InlineData("obligation_by_period", "o.plan_id = 3 AND o.kind = 'Report' AND o.standing IN ('Expected', 'Draft') AND o.period_from BETWEEN '2025-03-16' AND '2026-03-16' ORDER BY o.due_day, o.id")]
    [InlineData("obligation_by_body", "o.body_id IN (3, 4, 5) AND o.kind = 'Report' AND o.period_from BETWEEN '2025-03-16' AND '2026-03-16' ORDER BY o.due_day, o.id")]
    [InlineData("obligation_by_standing", "o.kind = 'Report' AND o.standing = 'Expected' ORDER BY o.due_day, o.id LIMIT 25")]
    [InlineData("obligation_by_measure", "o.measure_id = 7 AND o.kind = 'Report' ORDER BY o.due_day, o.id")]
    [InlineData("obligation_by_day", "o.kind = 'Report' ORDER BY o.due_day, o.id LIMIT 25")]
    public async Task A_list_goes_by_its_index(string index, string condition)
    {
        var store = await Open(Kind.Sqlite);
        var authority = (await NewAuthority(store, "zrazok")).Authority;

        var steps = await store.Read(authority, r => r.All<(long, long, long, string Step)>($"EXPLAIN QUERY PLAN SELECT o.id FROM obligation o WHERE o.authority_id = @authority AND {condition}"));

        Assert.Contains(steps, s => s.Step.Contains($"INDEX {index} ", StringComparison.Ordinal));
    }
}
