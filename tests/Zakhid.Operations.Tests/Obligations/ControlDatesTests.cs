using Zakhid.Calendar;
using Zakhid.Control;
using Zakhid.Operations.Control;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Reading;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Reporting;
using Zakhid.Operations.Tests.Storage;
using Zakhid.Reporting;
using Zakhid.Terms;

namespace Zakhid.Operations.Tests.Obligations;

/// <summary>Days of control when the way with days off is decided anew: what follows from a term moves and tells it, what a person decided stays.</summary>
public class ControlDatesTests(PostgresCluster cluster) : RunningPlanTest(cluster)
{
    static readonly Moment Autumn = Moment.Of(new DateOnly(2020, 10, 1));
    /// <summary>Sundays both.</summary>
    static readonly DateOnly First = new(2020, 12, 20), Second = new(2020, 11, 22);

    [Theory, OnBoth]
    public async Task A_day_that_follows_from_a_term_moves_and_the_old_one_stays_to_be_seen(Kind kind)
    {
        var (store, by) = await UntilSundays(kind);

        var told = Assert.Single(await new SetDayOffPolicy(store).Rehearse(by, Autumn, DayOffPolicy.Following, true)).Counted;
        Assert.Equal([("1", new DateOnly(2020, 12, 18), new DateOnly(2020, 12, 21)), ("2", new(2020, 11, 20), new(2020, 11, 23))], told.Dates.Select(d => (d.Measure, d.Before, d.After)));
        Assert.Equal(0, told.Held);
        Assert.Equal(new DateOnly(2020, 12, 18), Assert.Single((await Card(store, by, 1)).Days).Adjusted);

        await new SetDayOffPolicy(store).Run(by, Autumn, DayOffPolicy.Following, true, "розпорядження № 200");

        var day = Assert.Single((await Card(store, by, 1)).Days);
        Assert.Equal((First, new DateOnly(2020, 12, 21)), (day.Nominal, day.Adjusted));
        var earlier = Assert.Single(day.Earlier);
        Assert.Equal((Autumn.Day, First, new DateOnly(2020, 12, 18), "розпорядження № 200"), (earlier.Until, earlier.Nominal, earlier.Adjusted, earlier.Decision));
        Assert.Contains("політика переносить назад", earlier.Ground, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2020, 12, 18), Assert.Single((await Card(store, by, 1)).AsOf(Autumn.Day.AddDays(-1)).Days).Adjusted);
        Assert.Equal(2, Assert.Single(await store.Read(by.Authority, r => DayOffChange.All(r))).MovedDates);
    }

    [Theory, OnBoth]
    public async Task A_day_that_a_persons_decision_set_stays_and_so_does_the_one_it_moved(Kind kind)
    {
        var (store, by) = await UntilSundays(kind);
        var sunday = new DateOnly(2021, 1, 17);
        await new ExtendTerm(store).Run(by, Moment.Of(new DateOnly(2020, 9, 20)), 1, First, sunday, "рішення сесії");
        var before = (await Card(store, by, 1)).Days.Select(Told);
        Assert.Equal(["20.12 → 18.12 moved", "17.01 → 16.01"], before);

        var told = Assert.Single(await new SetDayOffPolicy(store).Rehearse(by, Autumn, DayOffPolicy.Following, true)).Counted;
        Assert.Equal(("2", 1), (Assert.Single(told.Dates).Measure, told.Held));
        await new SetDayOffPolicy(store).Run(by, Autumn, DayOffPolicy.Following, true, "розпорядження № 200");

        var card = await Card(store, by, 1);
        Assert.Equal(before, card.Days.Select(Told));
        Assert.Equal((ControlState.Extended, sunday), (card.Control.State, card.Control.CurrentTerm!.Nominal));
        Assert.Equal(["22.11 → 23.11"], (await Card(store, by, 2)).Days.Select(Told));
    }

    [Theory, OnBoth]
    public async Task A_day_that_passed_stays_and_none_moves_to_before_the_decision(Kind kind)
    {
        var (store, by) = await UntilSundays(kind);
        // Saturday: by the old way the day was yesterday, by the new one it would be on Monday.
        await new SetDayOffPolicy(store).Run(by, Moment.Of(new DateOnly(2020, 11, 21)), DayOffPolicy.Following, true, "розпорядження № 200");
        Assert.Equal(["22.11 → 20.11"], (await Card(store, by, 2)).Days.Select(Told));
        Assert.Equal(["20.12 → 21.12"], (await Card(store, by, 1)).Days.Select(Told));

        // And back again when it is too late for the day before.
        await new SetDayOffPolicy(store).Run(by, Moment.Of(new DateOnly(2020, 12, 19)), DayOffPolicy.Preceding, true, "розпорядження № 201");
        Assert.Equal(["20.12 → 21.12"], (await Card(store, by, 1)).Days.Select(Told));
    }

    [Theory, OnBoth]
    public async Task An_extension_falls_by_the_way_of_the_act_and_not_of_the_authority(Kind kind)
    {
        var (store, by) = await UntilSundays(kind);
        await new ChoosePolicy(store).Run(by, At, 1, DayOffPolicy.Following, "пункт 5");
        await new ExtendTerm(store).Run(by, Moment.Of(new DateOnly(2020, 9, 20)), 1, First, new(2021, 1, 17), "рішення сесії");

        Assert.Equal(["20.12 → 21.12 moved", "17.01 → 18.01"], (await Card(store, by, 1)).Days.Select(Told));
    }

    [Theory, OnBoth]
    public async Task A_corrected_day_of_an_event_leaves_an_extension_as_it_was_decided(Kind kind)
    {
        var store = await Open(kind);
        var by = await Town(store);
        await new AdoptPlan(store).Run(by, At, SmallPlan.AfterBudget());
        const string budget = "затвердження бюджету";
        await new EnterEventDay(store).Run(by, At, 1, budget, new(2020, 9, 14), null, "рішення № 7");
        await new ExtendTerm(store).Run(by, At, 2, new(2020, 9, 24), new(2020, 11, 2), "рішення сесії");
        await new EnterEventDay(store).Run(by, At, 1, budget, new(2020, 9, 15), null, "рішення № 7, виправлено");

        var card = await Card(store, by, 2);
        Assert.Equal(["24.09 → 24.09 moved", "02.11 → 02.11"], card.Days.Select(Told));
        Assert.Equal((ControlState.Extended, new DateOnly(2020, 11, 2)), (card.Control.State, card.Control.CurrentTerm!.Nominal));
    }

    async Task<(Store, Actor)> UntilSundays(Kind kind)
    {
        var store = await Open(kind);
        var by = await Town(store);
        var plan = SmallPlan.Made("неділі");
        MadeMeasure Until(int at, DateOnly end) => plan.Measures[at] with { Term = new() { Phrase = "до неділі", Kind = TermKind.Once, End = end } };
        await new AdoptPlan(store).Run(by, At, plan with { Measures = [Until(0, First), Until(1, Second)] });
        return (store, by);
    }

    /// <summary>The act is its own, and so are the days that it sets.</summary>
    static async Task<Actor> Town(Store store)
    {
        var by = await NewAuthority(store, "hlukhiv");
        await store.Write(by, At, w => w.Do("UPDATE authority SET name = 'Глухівська міська рада' WHERE id = @authority"));
        return by;
    }

    static Task<ControlCard> Card(Store store, Actor by, int position) => store.Read(by.Authority, r => ControlCard.Read(r, 1, position));

    static string Told(CardDay day) => $"{day.Nominal:dd.MM} → {day.Adjusted:dd.MM}{(day.IsMoved ? " moved" : "")}";
}
