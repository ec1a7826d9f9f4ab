using Zakhid.Operations.Reading;
using Zakhid.Operations.Reporting;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Storage;
using Zakhid.Reporting;

namespace Zakhid.Operations.Tests.Reporting;

/// <summary>A small plan under control, on either database, with one report at hand: that of «Відділ культури» on the first measure.</summary>
public abstract class RunningPlanTest(PostgresCluster cluster) : StoreTest(cluster)
{
    protected static readonly ReportContent Full = new() { Narrative = "Проведено дві зустрічі.", DeclaredState = ExecutionState.InProgress };

    protected async Task<(Store Store, Actor By, long Obligation)> Running(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");
        await new AdoptPlan(store).Run(by, At, SmallPlan.Made());
        var obligation = await store.Read(by.Authority, r => r.One<long>("""
            SELECT o.id FROM obligation o JOIN body b ON b.authority_id = o.authority_id AND b.id = o.body_id
            WHERE o.authority_id = @authority AND o.kind = 'Report' AND b.name = 'Відділ культури' AND o.period_code = '2020-Q3' ORDER BY o.id LIMIT 1
            """));
        return (store, by, obligation);
    }

    /// <summary>The same with its days of reports on Sundays: 20 September and 20 December 2020.</summary>
    protected async Task<(Store Store, Actor By)> OnSundays(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");
        var plan = SmallPlan.Made("неділі");
        await new AdoptPlan(store).Run(by, At, plan with { Rules = [plan.Rules[0] with { Day = 20 }] });
        return (store, by);
    }

    protected static Task<string> StateOf(Store store, Actor by, long obligation) =>
        store.Read(by.Authority, r => r.One<string>("SELECT report_state FROM obligation WHERE authority_id = @authority AND id = @obligation", new { obligation }));
}
