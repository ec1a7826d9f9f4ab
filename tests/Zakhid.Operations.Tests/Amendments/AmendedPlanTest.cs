using System.Text;
using Zakhid.Operations.Amendments;
using Zakhid.Operations.Reading;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Storage;

namespace Zakhid.Operations.Tests.Amendments;

/// <summary>A made-up plan of four points, read from a file and put under control, and acts that change it.</summary>
public abstract class AmendedPlanTest(PostgresCluster cluster) : StoreTest(cluster)
{
    /// <summary>In the third quarter, after its reports fell due.</summary>
    protected static readonly Moment Today = Moment.Of(new DateOnly(2021, 9, 20));

    protected static string Act(string number, string date, params string[] changes) => SamplePlan.Act(number, date, changes);

    protected async Task<(Store Store, Actor By, long Plan)> Running(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "zrazkiv");
        var import = (await Drop(store, by, "план.txt", SamplePlan.Text)).Import!.Value;
        return (store, by, await new AdoptImport(store).Run(by, Moment.Of(new DateOnly(2021, 2, 15)), import, "Відділ праці міської ради"));
    }

    protected static async Task<Dropped> Drop(Store store, Actor by, string name, string text)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await new DropFile(store).Take(by, Today, name, bytes);
    }

    /// <summary>Drops an amending act and confirms it.</summary>
    protected static async Task<long> Amend(Store store, Actor by, string number, string date, params string[] changes)
    {
        var amendment = (await Drop(store, by, $"{number}.txt", Act(number, date, changes))).Amendment!.Value;
        await new AmendPlan(store).Run(by, Today, amendment);
        return amendment;
    }

    protected static Task<AmendmentSheet> Sheet(Store store, Actor by, long amendment) => store.Read(by.Authority, r => AmendmentSheet.Find(r, amendment));

    protected static Task<PlanText> Text(Store store, Actor by, long plan, int? version = null) => store.Read(by.Authority, r => PlanText.Of(r, plan, version));

    /// <summary>«4 2021-Q4 2021-12-17 Expected», by measure and period.</summary>
    protected static async Task<List<string>> Owed(Store store, Actor by, string? measure = null) =>
        [.. (await store.Read(by.Authority, r => r.All<(string Number, string Body, string Period, DateOnly Day, string Standing)>("""
            SELECT m.number, b.name, o.period_code, o.adjusted, o.standing FROM obligation o JOIN measure m ON m.authority_id = o.authority_id AND m.id = o.measure_id
            JOIN body b ON b.authority_id = o.authority_id AND b.id = o.body_id WHERE o.authority_id = @authority AND (@measure IS NULL OR m.number = @measure) ORDER BY m.position, b.name, o.period_to, o.id
            """, new { measure }))).Select(o => $"{o.Number} {o.Body}: {o.Period} {o.Day:dd.MM} {o.Standing}")];

    protected static async Task<string> Broken(Func<Task> deed) => (await Assert.ThrowsAsync<RuleBroken>(deed)).Rule;
}
