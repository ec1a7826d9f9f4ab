using Zakhid.Obligations;
using Zakhid.Operations.Cascade;
using Zakhid.Operations.Control;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Reporting;
using Zakhid.Operations.Tests.Storage;

namespace Zakhid.Operations.Tests.Obligations;

/// <summary>Parts and the ladder of an earlier day: what was recorded by then.</summary>
public class LookingBackTests(PostgresCluster cluster) : RunningPlanTest(cluster)
{
    [Theory, OnBoth]
    public async Task Parts_stand_from_the_day_of_the_division_to_that_of_its_undoing(Kind kind)
    {
        var (store, by, _) = await Running(kind);
        var given = await store.Read(by.Authority, r => r.All<long>("SELECT id FROM assignment WHERE authority_id = @authority AND measure_id = 1 ORDER BY position"));
        var (divided, undone) = (Moment.Of(At.Day.AddDays(3)), Moment.Of(At.Day.AddDays(9)));
        await new DivideMeasure(store).Run(by, divided, 1, [new("Перша", null, given), new("Друга", null, given)]);
        var ofParts = await store.Read(by.Authority, r => r.All<long>("SELECT o.id FROM obligation o JOIN assignment s ON s.authority_id = o.authority_id AND s.id = o.assignment_id WHERE o.authority_id = @authority AND s.part_id IS NOT NULL"));
        await new DivideMeasure(store).Undo(by, undone, 1);
        async Task<int> Parts(DateOnly? day) => (await store.Read(by.Authority, r => DivideMeasure.Parts(r, 1, day))).Count(p => p.Executors.Count > 0);

        var seen = new List<int>();
        foreach (var day in (DateOnly?[])[divided.Day.AddDays(-1), divided.Day, undone.Day.AddDays(-1), undone.Day, null]) seen.Add(await Parts(day));
        Assert.Equal([0, 2, 2, 0, 0], seen);
        var then = await store.Read(by.Authority, r => StandingOn.Of(r, 1, divided.Day.AddDays(-1)));
        Assert.NotEmpty(ofParts);
        Assert.All(ofParts, id => Assert.True(then[id].IsToCome));
    }

    [Theory, OnBoth]
    public async Task The_ladder_of_an_earlier_day_has_the_rules_and_the_acts_above_that_were_known_by_it(Kind kind)
    {
        var (store, by, _) = await Running(kind);
        var (above, told) = (Moment.Of(At.Day.AddDays(3)), Moment.Of(At.Day.AddDays(9)));
        var higher = await new KeepHigherAct(store).Run(by, above, new() { Issuer = "Сумська обласна державна адміністрація", Kind = "розпорядження", Number = "325-ОД", Date = new(2020, 7, 21) }, under: 1);
        await new KeepHigherAct(store).SetReporting(by, told, higher, "Глухівська міська рада — Сумська обласна державна адміністрація: щокварталу до 20 числа останнього місяця звітного періоду");
        Task<IReadOnlyList<Rung>> Ladder(DateOnly? day) => store.Read(by.Authority, r => PlanLadder.Of(r, 1, ReportingPeriod.Parse("2020-Q3"), day));

        var own = (await Ladder(above.Day.AddDays(-1))).Count;
        Assert.True(own > 0);
        Assert.Equal((await Ladder(null)).Count, (await Ladder(told.Day)).Count);
        Assert.True((await Ladder(told.Day)).Count > own);
        Assert.NotEqual(string.Join(' ', (await Ladder(told.Day)).Select(r => $"{r.Due}")), string.Join(' ', (await Ladder(told.Day.AddDays(-1))).Select(r => $"{r.Due}")));
    }

    [Theory, OnBoth]
    public async Task An_act_taken_off_the_ladder_and_a_day_entered_anew_stay_on_the_ladder_of_the_days_before(Kind kind)
    {
        var (store, by, _) = await Running(kind);
        Moment Later(int days) => Moment.Of(At.Day.AddDays(days));
        var higher = await new KeepHigherAct(store).Run(by, Later(1), new() { Issuer = "Сумська обласна державна адміністрація", Kind = "розпорядження", Number = "325-ОД", Date = new(2020, 7, 21) }, under: 1);
        Task Say(int at, int day) => new KeepHigherAct(store).SetReporting(by, Later(at), higher, $"Глухівська міська рада — Сумська обласна державна адміністрація: щокварталу до {day} числа останнього місяця звітного періоду");
        await Say(2, 20);
        await Say(4, 22);
        var highest = await new KeepHigherAct(store).Run(by, Later(6), new() { Issuer = "Кабінет Міністрів України", Kind = "розпорядження", Number = "776-р", Date = new(2020, 6, 25) }, above: higher);
        await new PlaceAbove(store).Remove(by, Later(8), 1, higher);
        async Task<List<string>> Above(int? day) => (await store.Read(by.Authority, r => StoredHigherAct.Above(r, 1, day is { } d ? At.Day.AddDays(d) : null))).Select(h => $"{h.Number} {(h.Act.Reporting is [var duty, ..] ? duty.Day : null)}").ToList();

        Assert.Equal(["325-ОД 20"], await Above(3));
        Assert.Equal(["325-ОД 22"], await Above(5));
        Assert.Equal(["325-ОД 22", "776-р "], await Above(7));
        Assert.Empty(await Above(8));
        Assert.Empty(await Above(null));

        await new PlaceAbove(store).OverPlan(by, Later(10), 1, higher);
        Assert.Equal(["325-ОД 22", "776-р "], await Above(null));
        Assert.Empty(await Above(9));
        Assert.Equal(highest, (await store.Read(by.Authority, r => StoredHigherAct.Above(r, 1)))[1].Id);
    }
}
