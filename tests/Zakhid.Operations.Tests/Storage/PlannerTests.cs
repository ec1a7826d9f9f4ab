using Zakhid.Operations.Obligations;

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
    [InlineData("obligation_by_measure", "o.measure_id IS NULL AND o.plan_id = 3 AND o.kind = 'Consolidation' ORDER BY o.due_day, o.id")]
    [InlineData("obligation_by_measure", "o.measure_id IS NULL AND o.kind = 'Consolidation' AND o.standing IN ('Expected', 'Draft', 'Returned') ORDER BY o.due_day, o.id LIMIT 2")]
    [InlineData("obligation_by_period", "o.plan_id = 3 AND o.period_code = '2025-Q3' AND o.standing IN ('Expected', 'Draft', 'Returned', 'Submitted', 'Accepted') AND o.measure_id IS NOT NULL GROUP BY o.measure_id, o.standing, o.due_day")]
    [InlineData("obligation_late", "o.kind = 'Report' AND o.late = 1 AND o.lapsed_day IS NULL AND o.consent <> 'Declined' AND o.period_code IN ('2025-Q1', '2025-Q2')")]
    [InlineData("obligation_by_body", "o.body_id IN (3, 4, 5) AND o.standing IN ('Expected', 'Draft', 'Submitted', 'Returned', 'Accepted', 'Apart', 'Declined', 'Lapsed') AND o.due_day >= '2025-03-16' AND o.kind = 'Report' AND o.period_from BETWEEN '2025-03-16' AND '2026-03-16' ORDER BY o.body_id, o.id LIMIT 1200")]
    public async Task A_list_goes_by_its_index(string index, string condition)
    {
        var store = await Open(Kind.Sqlite);
        var authority = (await NewAuthority(store, "zrazok")).Authority;

        var steps = await store.Read(authority, r => r.All<(long, long, long, string Step)>($"EXPLAIN QUERY PLAN SELECT o.id FROM obligation o WHERE o.authority_id = @authority AND {condition}"));

        Assert.Contains(steps, s => s.Step.Contains($"INDEX {index} ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("obligation_by_standing", "o.standing = 'Submitted'", "o.due_day, o.id", 50)]
    [InlineData("obligation_by_measure", "o.measure_id IS NULL AND o.kind = 'Consolidation' AND o.standing IN ('Expected', 'Draft', 'Returned')", "o.due_day, o.id", 2)]
    [InlineData("obligation_by_body", "o.body_id = 7 AND o.standing IN ('Submitted', 'Accepted')", "o.submitted_day DESC, o.id DESC", 10)]
    [InlineData("obligation_by_day", "o.due_day BETWEEN '2025-09-01' AND '2025-09-30' AND o.standing NOT IN ('Lapsed', 'Declined')", "o.due_day, o.id", 200)]
    public async Task A_page_of_a_list_is_chosen_on_the_obligations_alone_and_joined_afterwards(string index, string condition, string order, int limit)
    {
        var store = await Open(Kind.Sqlite);
        var authority = (await NewAuthority(store, "zrazok")).Authority;

        var steps = await store.Read(authority, r => r.All<(long, long, long, string Step)>("EXPLAIN QUERY PLAN " + ObligationLine.Query("o.id, b.name, m.gist, t.letter", condition, order, limit)));

        Assert.Contains($"INDEX {index} ", steps.Select(s => s.Step).First(s => s.StartsWith("SEARCH", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains(steps, s => s.Step.StartsWith("SEARCH o USING PRIMARY KEY", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("submission_of_obligation", "SELECT id FROM submission WHERE authority_id = @authority AND obligation_id = 9 ORDER BY id")]
    [InlineData("acceptance_of_obligation", "SELECT day FROM acceptance WHERE authority_id = @authority AND obligation_id = 9 ORDER BY submission_id DESC LIMIT 1")]
    [InlineData("report_return_of_obligation", "SELECT day FROM report_return WHERE authority_id = @authority AND obligation_id = 9 ORDER BY submission_id")]
    [InlineData("evidence_of_obligation", "SELECT name FROM evidence WHERE authority_id = @authority AND obligation_id = 9 AND removed_at IS NULL ORDER BY id")]
    [InlineData("control_fact_of_measure", "SELECT day FROM control_fact WHERE authority_id = @authority AND measure_id = 9 ORDER BY id")]
    [InlineData("assignment_by_consent", "SELECT id FROM assignment WHERE authority_id = @authority AND by_consent = 1 ORDER BY plan_id, body_id")]
    public async Task What_belongs_to_one_is_not_looked_for_among_all(string index, string query)
    {
        var store = await Open(Kind.Sqlite);
        var authority = (await NewAuthority(store, "zrazok")).Authority;

        var steps = await store.Read(authority, r => r.All<(long, long, long, string Step)>("EXPLAIN QUERY PLAN " + query));

        Assert.Contains($" {index} ", steps[0].Step, StringComparison.Ordinal);
    }
}
