using Zakhid.Operations.Obligations;
using Zakhid.Operations.Reading;
using Zakhid.Operations.Reporting;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Reporting;
using Zakhid.Operations.Tests.Storage;
using Zakhid.Reporting;

namespace Zakhid.Operations.Tests.Obligations;

public class NewDayTests(PostgresCluster cluster) : StoreTest(cluster)
{
    [Theory, OnBoth]
    public async Task A_measure_that_nobody_confirmed_done_by_its_term_is_owed_again_when_the_next_period_begins(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");
        await new AdoptPlan(store).Run(by, At, SmallPlan.Made());
        var owed = await Count(store, by, null);
        var newDay = new NewDay(store);

        Assert.Equal(0, await newDay.Reach(by.Authority, On(new(2020, 12, 31))));
        Assert.Equal(owed, await Count(store, by, null));

        // Four executors who owe, and the summary of what they say.
        Assert.Equal(5, await newDay.Reach(by.Authority, On(new(2021, 1, 1))));
        Assert.Equal(0, await newDay.Reach(by.Authority, On(new(2021, 1, 1))));
        Assert.Equal(0, await new NewDay(store).Reach(by.Authority, On(new(2021, 1, 1))));
        Assert.Equal(0, await newDay.Reach(by.Authority, On(new(2021, 3, 31))));
        Assert.Equal(5, await Count(store, by, "2021-Q1"));
        Assert.Equal(
            "до 17 березня 2021: пункт 2 розпорядження № 149-ОД; строк заходу минув, виконання не підтверджено",
            await store.Read(by.Authority, r => r.One<string>("SELECT ground FROM obligation WHERE authority_id = @authority AND period_code = '2021-Q1' AND kind = 'Report' ORDER BY id LIMIT 1")));
    }

    [Theory, OnBoth]
    public async Task What_was_confirmed_done_is_not_owed_again_and_days_that_nobody_saw_are_made_up_for(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");
        await new AdoptPlan(store).Run(by, At, SmallPlan.Made());
        var report = await store.Read(by.Authority, r => r.One<long>("SELECT MIN(id) FROM obligation WHERE authority_id = @authority AND period_code = '2020-Q3' AND kind = 'Report'"));
        await new SaveDraft(store).Run(by, At, report, new() { Narrative = "Проведено.", DeclaredState = ExecutionState.Done }, 0);
        await new SubmitReport(store).Run(by, At, report, "ключ");
        await new AcceptReport(store).Run(by, At, report, ExecutionState.Done);

        await new NewDay(store).Reach(by.Authority, On(new(2021, 4, 2)));

        Assert.Equal((4, 4), (await Count(store, by, "2021-Q1"), await Count(store, by, "2021-Q2")));
    }

    static Moment On(DateOnly day) => At with { Day = day };

    static Task<long> Count(Store store, Actor by, string? period) =>
        store.Read(by.Authority, r => r.One<long>("SELECT COUNT(*) FROM obligation WHERE authority_id = @authority AND (@period IS NULL OR period_code = @period)", new { period }));
}
