using Zakhid.Operations.Audit;
using Zakhid.Operations.Reading;
using Zakhid.Operations.Reporting;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Synthetic;
using Zakhid.Operations.Tests.Reporting;
using Zakhid.Operations.Tests.Storage;
using Zakhid.Reporting;

namespace Zakhid.Operations.Tests.Synthetic;

public sealed class GenerateAuthorityTests(PostgresCluster cluster) : StoreTest(cluster)
{
    async Task<(Store Store, Actor By)> Generated(Kind kind, int obligations = 1003, int seed = 3)
    {
        var store = await Open(kind);
        var id = await new GenerateAuthority(store).Run("zrazok", "Зразковий орган", new(obligations, 14, 3, 3, seed), "довга фраза зразка");
        return (store, Actor.Program(id));
    }

    [Theory, OnBoth]
    public async Task It_owes_exactly_as_much_as_asked_in_every_standing_and_its_counters_agree(Kind kind)
    {
        var (store, by) = await Generated(kind);

        var standings = await store.Read(by.Authority, r => r.All<(string Standing, long Count)>("SELECT standing, COUNT(*) FROM obligation WHERE authority_id = @authority GROUP BY standing ORDER BY standing"));

        Assert.Equal(["Accepted", "Apart", "Draft", "Expected", "Returned", "Submitted"], standings.Select(s => s.Standing));
        Assert.Equal(1003, standings.Sum(s => s.Count));
        var inspection = Assert.Single(await new InspectInstallation(store).Run());
        Assert.True(inspection.IsWhole);
        Assert.True(inspection.Reports > 300);
    }

    [Theory, OnBoth]
    public async Task Work_goes_on_from_it_with_the_next_receipt(Kind kind)
    {
        var (store, by) = await Generated(kind);
        var at = Moment.Of(Scale.Day);
        var (owed, receipts) = await store.Read(by.Authority, async r => (
            await r.One<long>("SELECT MIN(id) FROM obligation WHERE authority_id = @authority AND standing = 'Expected' AND kind = 'Report' AND period_from <= '2025-09-01'"),
            await r.One<long>("SELECT MAX(receipt_number) FROM submission WHERE authority_id = @authority AND receipt_year = 2025")));

        await new SaveDraft(store).Run(by, at, owed, new() { Narrative = "Проведено.", DeclaredState = ExecutionState.InProgress }, 0);
        var submitted = await new SubmitReport(store).Run(by, at, owed, "ключ");

        Assert.Equal($"2025-{receipts + 1:0000}", submitted.Receipt);
        // Many were counted at once; the few that follow are counted by the triggers again.
        await new AdoptPlan(store).Run(by, at, SmallPlan.Made());
        Assert.True(Assert.Single(await new InspectInstallation(store).Run()).IsWhole);
    }

    [Fact]
    public async Task Another_seed_gives_other_rows()
    {
        async Task<string> Texts(string folder, int seed)
        {
            await using var store = await Store.Open(Path.Combine(Folder, folder));
            var id = await new GenerateAuthority(store).Run("zrazok", "Зразковий орган", new(203, 14, 1, 1, seed), "довга фраза зразка");
            return string.Join('\n', await store.Read(id, r => r.All<string>("SELECT text || executor_text FROM measure WHERE authority_id = @authority ORDER BY id")));
        }

        Assert.Equal(await Texts("a", 1), await Texts("b", 1));
        Assert.NotEqual(await Texts("c", 2), await Texts("b2", 1));
    }
}
