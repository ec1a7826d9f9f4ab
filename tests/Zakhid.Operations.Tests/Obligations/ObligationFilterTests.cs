using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Synthetic;
using Zakhid.Operations.Tests.Storage;

namespace Zakhid.Operations.Tests.Obligations;

/// <summary>Lists at scale: what the counters say and what a page shows is what counting every row would say.</summary>
public class ObligationFilterTests(PostgresCluster cluster) : StoreTest(cluster)
{
    [Theory, OnBoth]
    public async Task Counters_and_pages_say_what_a_recount_says(Kind kind)
    {
        var store = await Open(kind);
        var authority = await new GenerateAuthority(store).Run("zrazok", "Зразковий орган", new Scale(1_203, 12, 3, 2, 7), "довгий пароль зразка");
        List<(long Id, string Standing, long Body, string Period)> all = await store.Read(authority, r => r.All<(long, string, long, string)>(
            "SELECT id, standing, body_id, period_code FROM obligation WHERE authority_id = @authority AND kind = 'Report' ORDER BY due_day, id"));

        IReadOnlyList<string>[] standings = [[], ObligationFilter.NotHandedIn, ["Submitted"], ["Accepted"]];
        foreach (var standing in standings)
            foreach (var body in new long?[] { null, all[0].Body })
                foreach (var period in new[] { null, "2025-Q3", "2024-Q1" })
                {
                    var filter = new ObligationFilter(standing, body, period);
                    var expected = all.Where(o => (standing.Count == 0 || standing.Contains(o.Standing)) && (body is null || o.Body == body) && (period is null || o.Period == period)).Select(o => o.Id).ToList();
                    Assert.Equal(expected.Count, await store.Read(authority, filter.Count));
                    Assert.Equal(expected.Take(25), (await store.Read(authority, r => filter.Page(r, 25, 1))).Select(l => l.Id));
                    Assert.Equal(expected.Skip(50).Take(25), (await store.Read(authority, r => filter.Page(r, 25, 3))).Select(l => l.Id));
                }
        Assert.Equal(1_203, await store.Read(authority, r => r.One<long>("SELECT COUNT(*) FROM obligation WHERE authority_id = @authority")));
    }
}
