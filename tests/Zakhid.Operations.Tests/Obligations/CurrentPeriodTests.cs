using Zakhid.Operations.Obligations;
using Zakhid.Operations.Tests.Reporting;
using Zakhid.Operations.Tests.Storage;

namespace Zakhid.Operations.Tests.Obligations;

/// <summary>Reports of the third quarter are due on the 17th of September, its document on the 18th.</summary>
public sealed class CurrentPeriodTests(PostgresCluster cluster) : RunningPlanTest(cluster)
{
    [Theory, OnBoth]
    public async Task A_period_stays_on_the_ladder_until_its_document_is_due_and_the_last_one_for_good(Kind kind)
    {
        var (store, by, _) = await Running(kind);
        var plan = await store.Read(by.Authority, r => r.One<long>("SELECT id FROM plan WHERE authority_id = @authority"));
        async Task<string> On(int month, int day) => (await store.Read(by.Authority, r => PlanConflicts.CurrentPeriod(r, plan, new(2020, month, day)))).ToString()!;
        Assert.Equal("2020-Q3", await On(9, 17));
        Assert.Equal("2020-Q3", await On(9, 18));
        Assert.Equal("2020-Q4", await On(9, 19));
        Assert.Equal("2020-Q4", await On(12, 31));
    }
}
