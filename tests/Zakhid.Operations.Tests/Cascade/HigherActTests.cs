using System.Runtime.CompilerServices;
using Zakhid.Clauses;
using Zakhid.Obligations;
using Zakhid.Operations.Cascade;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Reading;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Reporting;
using Zakhid.Operations.Tests.Storage;

namespace Zakhid.Operations.Tests.Cascade;

public class HigherActTests(PostgresCluster cluster) : StoreTest(cluster)
{
    static readonly Act Sumy = new() { Issuer = "Сумська обласна державна адміністрація", Kind = "розпорядження", Number = "325-ОД", Date = new(2020, 7, 21) };
    static readonly Act Cabinet = new() { Issuer = "Кабінет Міністрів України", Kind = "розпорядження", Number = "776-р", Date = new(2020, 6, 25), Reporting = ReportingLines.Read("ОДА — МКІП: щокварталу до 25 числа останнього місяця звітного періоду") };

    async Task<(Store Store, Actor By, long Plan)> Running(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "Глухівська міська рада");
        return (store, by, await new AdoptPlan(store).Run(by, At, SmallPlan.Made()));
    }

    static Task<IReadOnlyList<Rung>> Ladder(Store store, Actor by, long plan) => store.Read(by.Authority, r => PlanLadder.Of(r, plan, ReportingPeriod.Parse("2020-Q3")));

    static async Task<string> Refused(Func<Task> deed) => (await Assert.ThrowsAsync<RuleBroken>(deed)).Rule;

    [Theory, OnBoth]
    public async Task The_chain_above_a_plan_is_on_its_ladder_and_the_unknown_day_is_asked(Kind kind)
    {
        var (store, by, plan) = await Running(kind);
        var sumy = await new KeepHigherAct(store).Run(by, At, Sumy, under: plan);
        await new KeepHigherAct(store).Run(by, At, Cabinet, above: sumy);

        var rungs = await Ladder(store, by, plan);
        Assert.Equal(["17 вересня", "18 вересня", "День невідомий", "25 вересня"], rungs.Select(r => r.DayText));
        Assert.Equal(("Глухівська міська рада", sumy), (rungs[2].Who, rungs[2].Document));

        await new KeepHigherAct(store).SetReporting(by, At, sumy, "Міськвиконкоми — облдержадміністрації: щокварталу до 21 числа останнього місяця звітного періоду");
        Assert.Equal(["17 вересня", "18 вересня", "21 вересня", "25 вересня"], (await Ladder(store, by, plan)).Select(r => r.DayText));
        var kept = await store.Read(by.Authority, r => StoredHigherAct.Find(r, sumy));
        Assert.Equal((0L, At.Day), (kept.ReportingBy, kept.ReportingDay));
    }

    [Theory, OnBoth]
    public async Task An_act_entered_twice_is_one(Kind kind)
    {
        var (store, by, plan) = await Running(kind);
        var first = await new KeepHigherAct(store).Run(by, At, Sumy, under: plan);
        Assert.Equal(first, await new KeepHigherAct(store).Run(by, At, Sumy with { Issuer = " Сумська  обласна державна адміністрація" }, under: plan));
        Assert.Single(await store.Read(by.Authority, r => StoredHigherAct.Above(r, plan)));
    }

    [Theory, OnBoth]
    public async Task Circles_are_refused_and_nothing_is_kept(Kind kind)
    {
        var (store, by, plan) = await Running(kind);
        var sumy = await new KeepHigherAct(store).Run(by, At, Sumy, under: plan);
        var cabinet = await new KeepHigherAct(store).Run(by, At, Cabinet, above: sumy);
        var own = SmallPlan.Made().Act;

        Assert.Equal("cascade.circle", await Refused(() => new PlaceAbove(store).OverAct(by, At, cabinet, sumy)));
        Assert.Equal("cascade.above-itself", await Refused(() => new PlaceAbove(store).OverAct(by, At, sumy, sumy)));
        Assert.Equal("cascade.above-itself", await Refused(() => new KeepHigherAct(store).Run(by, At, own, under: plan)));
        Assert.Equal("cascade.circle", await Refused(() => new KeepHigherAct(store).Run(by, At, own, above: cabinet)));
        Assert.Equal(2, (await store.Read(by.Authority, StoredHigherAct.All)).Count);
    }

    [Theory, OnBoth]
    public async Task Requisites_are_needed_and_only_the_coordinator_enters_them(Kind kind)
    {
        var (store, by, plan) = await Running(kind);
        Assert.Equal("cascade.requisites", await Refused(() => new KeepHigherAct(store).Run(by, At, Sumy with { Date = null }, under: plan)));
        Assert.Equal("cascade.not-for-you", await Refused(() => new KeepHigherAct(store).Run(by with { Person = 7, Role = Role.Executor }, At, Sumy, under: plan)));
        Assert.Equal("plan.unknown", await Refused(() => new KeepHigherAct(store).Run(by, At, Sumy, under: 99)));
    }

    [Theory, OnBoth]
    public async Task A_file_brings_the_measures_and_the_day_of_the_higher_act(Kind kind)
    {
        var (store, by, plan) = await Running(kind);
        var entered = await new KeepHigherAct(store).Run(by, At, new() { Issuer = "Житомирська обласна державна адміністрація", Kind = "розпорядження", Number = "464", Date = new(2020, 8, 13) }, under: plan);
        await using var file = File.OpenRead(Path.Combine(Cases(), "plans", "docs", "004_c1c52d2aa4e1ed30.docx"));

        var id = await new KeepHigherAct(store).FromFile(by, At, "464.docx", file, under: plan);

        var act = await store.Read(by.Authority, r => StoredHigherAct.Find(r, id));
        Assert.Equal((HigherActSource.File, "464", new DateOnly(2020, 8, 13)), (act.Source, act.Number, act.Date));
        Assert.Equal(9, act.Measures);
        Assert.Contains(await Ladder(store, by, plan), r => r.Document == id && r.Due is not null);
        Assert.Equal(entered, id);
    }

    static string Cases([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "Cases"));
}
