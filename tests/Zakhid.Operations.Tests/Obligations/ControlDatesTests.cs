using Zakhid.Calendar;
using Zakhid.Control;
using Zakhid.Operations.Amendments;
using Zakhid.Operations.Control;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Reading;
using Zakhid.Operations.Reporting;
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

    [Theory, OnBoth]
    public async Task What_waits_is_what_a_recount_finds_whatever_happens_to_measure_and_plan(Kind kind)
    {
        var (store, by) = await UntilSundays(kind);
        var late = new DateOnly(2021, 2, 1);
        async Task<string> Waiting()
        {
            var counted = await store.Read(by.Authority, r => r.All<(long, long)>("""
                SELECT d.waits, CASE WHEN d.moved_by IS NULL AND (m.done_to IS NULL OR m.done_to < d.nominal) AND (m.removed_day IS NULL OR d.adjusted <= m.removed_day) AND (m.excluded_day IS NULL OR d.adjusted < m.excluded_day) AND p.closed_day IS NULL THEN 1 ELSE 0 END
                FROM control_date d JOIN measure m ON m.authority_id = d.authority_id AND m.id = d.measure_id JOIN plan p ON p.authority_id = m.authority_id AND p.id = m.plan_id WHERE d.authority_id = @authority
                """));
            Assert.All(counted, d => Assert.Equal(d.Item2, d.Item1));
            var queue = await store.Read(by.Authority, r => ControlQueue.Read(r, late, 60));
            Assert.Equal(queue.Overdue.Count, queue.OverdueCount);
            return string.Join(", ", queue.Overdue.Concat(queue.Soon).Select(q => $"{q.Number} {q.Day:dd.MM}"));
        }

        Assert.Equal("2 20.11, 1 18.12", await Waiting());
        await new ExtendTerm(store).Run(by, At, 1, First, new(2021, 3, 15), "рішення сесії");
        Assert.Equal("2 20.11, 1 15.03", await Waiting());
        await new RemoveFromControl(store).Run(by, At, 2, "виконано раніше");
        Assert.Equal("1 15.03", await Waiting());
        await new TakeUnderControl(store).Run(by, At, 2, "доповідна");
        Assert.Equal("2 20.11, 1 15.03", await Waiting());
        await new RepealPlan(store).Run(by, At, 1, new("рішення № 5", At.Day, OpenReports.Lapse));
        Assert.Equal("", await Waiting());
        Assert.Empty(await store.Read(by.Authority, r => new Deadlines(new HashSet<DeadlineKind> { DeadlineKind.Control }).Controls(r, At.Day, late.AddDays(60))));
        Assert.Null((await Card(store, by, 2)).Overdue(late));
    }

    [Theory, OnBoth]
    public async Task What_recurs_is_waited_for_again_after_it_was_confirmed_done_for_a_period(Kind kind)
    {
        var store = await Open(kind);
        var by = await Town(store);
        var plan = SmallPlan.Made("щоквартально");
        var term = TermLanguage.Read("щоквартально", TermClause.MeasureTerm, new(plan.Days.From, plan.Days.To, SmallPlan.Signed));
        await new AdoptPlan(store).Run(by, At, plan with { Measures = [plan.Measures[0] with { Term = term, Executors = [plan.Measures[0].Executors[0]] }] });
        var report = await store.Read(by.Authority, r => r.One<long>("SELECT id FROM obligation WHERE authority_id = @authority AND kind = 'Report' AND period_code = '2020-Q3'"));
        await new SaveDraft(store).Run(by, At, report, Full with { DeclaredState = ExecutionState.Done }, 0);
        await new SubmitReport(store).Run(by, At, report, "к");
        await new AcceptReport(store).Run(by, At, report, ExecutionState.Done);

        var queue = await store.Read(by.Authority, r => ControlQueue.Read(r, new(2021, 1, 15)));
        Assert.Equal([new DateOnly(2020, 12, 31)], queue.Overdue.Select(q => q.Day));
        Assert.Equal(new DateOnly(2020, 12, 31), (await Card(store, by, 1)).Overdue(new(2021, 1, 15))!.Nominal);
        Assert.Null((await Card(store, by, 1)).Overdue(new(2020, 10, 15)));
    }

    [Theory, OnBoth]
    public async Task The_queue_goes_by_the_index_of_what_waits(Kind kind)
    {
        var (store, by) = await UntilSundays(kind);
        var from = new { from = At.Day, until = At.Day.AddDays(400) };
        List<string> steps = kind == Kind.Sqlite
            ? [.. (await store.Read(by.Authority, r => r.All<(long, long, long, string Step)>("EXPLAIN QUERY PLAN " + ControlQueue.Waiting, from))).Select(s => s.Step)]
            : await store.Write(by, At, async w =>
            {
                // So few rows a planner would otherwise walk.
                await w.Do("SET LOCAL enable_seqscan = off -- for @authority");
                return await w.All<string>("EXPLAIN " + ControlQueue.Waiting, from);
            });
        Assert.Contains(steps, s => s.Contains("control_date_waiting", StringComparison.Ordinal));
        Assert.DoesNotContain(steps, s => s.Contains("Sort", StringComparison.Ordinal) || s.Contains("TEMP B-TREE", StringComparison.Ordinal));
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
