using Zakhid.Calendar;
using Zakhid.Executors;
using Zakhid.Operations.Bodies;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Reading;
using Zakhid.Operations.Reporting;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Reporting;
using Zakhid.Operations.Tests.Storage;
using Zakhid.Reporting;
using Zakhid.Terms;

namespace Zakhid.Operations.Tests.Bodies;

public sealed class GroupExpansionTests(PostgresCluster cluster) : StoreTest(cluster)
{
    static readonly DateOnly NewYear = new(2020, 1, 1);

    [Theory, OnBoth]
    public async Task Members_of_a_group_owe_open_and_future_periods_each_for_itself(Kind kind)
    {
        var (store, by, group) = await Running(kind);
        var whole = await Owed(store, by);
        var bodies = await NewBodies(store, by, 3);

        var added = await new Members(store).Add(by, At, group, bodies, NewYear);

        // Two measures, two periods: three members stand for the group in each.
        Assert.Equal(12, added);
        Assert.Equal(whole + 12 - 4, await Owed(store, by));
        Assert.Equal(["Lapsed 2020-Q3 за групу звітують її члени", "Lapsed 2020-Q4 за групу звітують її члени"], await Rows(store, by, group));
        foreach (var body in bodies) Assert.Equal(["Expected 2020-Q3 ", "Expected 2020-Q4 "], await Rows(store, by, body));
        await Agrees(store, by);
    }

    [Theory, OnBoth]
    public async Task Before_the_day_on_which_its_members_were_entered_the_group_stood_alone(Kind kind)
    {
        var (store, by, group) = await Running(kind);
        var bodies = await NewBodies(store, by, 2);
        await new Members(store).Add(by, At, group, bodies, NewYear);
        async Task<List<string>> On(DateOnly day)
        {
            var then = await store.Read(by.Authority, r => StandingOn.Of(r, 1, day));
            var owed = await store.Read(by.Authority, r => r.All<(long Id, long Body)>("SELECT id, body_id FROM obligation WHERE authority_id = @authority AND period_code = '2020-Q3' AND kind = 'Report' ORDER BY id"));
            return [.. owed.Where(o => !then[o.Id].IsToCome && then[o.Id].Standing != "Lapsed" && (o.Body == group || bodies.Contains(o.Body))).Select(o => o.Body == group ? "group" : "member").Distinct()];
        }

        Assert.Equal(["group"], await On(At.Day.AddDays(-1)));
        Assert.Equal(["member"], await On(At.Day));
    }

    [Theory, OnBoth]
    public async Task Entering_the_members_again_changes_nothing(Kind kind)
    {
        var (store, by, group) = await Running(kind);
        var bodies = await NewBodies(store, by, 2);
        await new Members(store).Add(by, At, group, bodies, NewYear);
        var owed = await Owed(store, by);

        var again = await Assert.ThrowsAsync<RuleBroken>(() => new Members(store).Add(by, At, group, bodies, NewYear));
        await new NewDay(store).Reach(by.Authority, At);
        await new NewDay(store).Reach(by.Authority, At with { Day = At.Day.AddDays(1) });

        Assert.Equal(("member.overlap-open", owed), (again.Rule, await Owed(store, by)));
        await Agrees(store, by);
    }

    [Theory, OnBoth]
    public async Task A_period_that_had_fallen_due_stays_with_the_group(Kind kind)
    {
        var (store, by, group) = await Running(kind);
        var bodies = await NewBodies(store, by, 2);

        await new Members(store).Add(by, At with { Day = new(2020, 9, 20) }, group, bodies, NewYear);

        Assert.Equal(["Expected 2020-Q3 ", "Lapsed 2020-Q4 за групу звітують її члени"], await Rows(store, by, group));
        Assert.Equal(["Expected 2020-Q4 "], await Rows(store, by, bodies[0]));
        await Agrees(store, by);
    }

    [Theory, OnBoth]
    public async Task What_the_group_has_reported_itself_its_members_are_not_asked_again(Kind kind)
    {
        var (store, by, group) = await Running(kind);
        var bodies = await NewBodies(store, by, 2);
        var report = await store.Read(by.Authority, r => r.One<long>("SELECT MIN(id) FROM obligation WHERE authority_id = @authority AND body_id = @group AND period_code = '2020-Q3'", new { group }));
        await new SaveDraft(store).Run(by, At, report, new() { Narrative = "Зібрано від громад.", DeclaredState = ExecutionState.InProgress }, 0);
        await new SubmitReport(store).Run(by, At, report, "ключ");

        await new Members(store).Add(by, At, group, bodies, NewYear);

        // The other measure of the period is theirs.
        Assert.Equal(["Lapsed 2020-Q3 за групу звітують її члени", "Lapsed 2020-Q4 за групу звітують її члени", "Submitted 2020-Q3 "], await Rows(store, by, group));
        Assert.Equal(1 + 2, await store.Read(by.Authority, r => r.One<long>("SELECT COUNT(*) FROM obligation WHERE authority_id = @authority AND body_id = @body", new { body = bodies[0] })));
        await Agrees(store, by);
    }

    [Theory, OnBoth]
    public async Task A_member_who_leaves_stops_owing_from_the_next_period_and_owes_again_when_back(Kind kind)
    {
        var (store, by, group) = await Running(kind);
        var bodies = await NewBodies(store, by, 2);
        var members = new Members(store);
        await members.Add(by, At, group, bodies, NewYear);

        await members.End(by, At, group, bodies[0], NewYear, new(2020, 9, 25));

        Assert.Equal(["Expected 2020-Q3 ", "Lapsed 2020-Q4 вибув із групи"], await Rows(store, by, bodies[0]));
        Assert.Equal(["Expected 2020-Q3 ", "Expected 2020-Q4 "], await Rows(store, by, bodies[1]));

        await members.End(by, At, group, bodies[0], NewYear, null);
        Assert.Equal(["Expected 2020-Q3 ", "Expected 2020-Q4 "], await Rows(store, by, bodies[0]));
        await Agrees(store, by);
    }

    [Theory, OnBoth]
    public async Task Without_members_entered_by_mistake_the_group_owes_as_before(Kind kind)
    {
        var (store, by, group) = await Running(kind);
        var owed = await Owed(store, by);
        var bodies = await NewBodies(store, by, 1);
        await new Members(store).Add(by, At, group, bodies, NewYear);

        await new Members(store).Withdraw(by, At, group, bodies[0], NewYear);

        Assert.Equal(owed, await Owed(store, by));
        Assert.Equal(["Expected 2020-Q3 ", "Expected 2020-Q4 "], await Rows(store, by, group));
        await Agrees(store, by);
    }

    [Theory, OnBoth]
    public async Task A_group_within_a_group_expands_to_its_own_members_and_a_circle_is_refused(Kind kind)
    {
        var (store, by, group) = await Running(kind);
        var members = new Members(store);
        var within = await new AddBody(store).Run(by, At, new() { Name = "Громади Шосткинського району", IsGroup = true });
        await members.Add(by, At, group, [within], NewYear);
        Assert.Equal(["Expected 2020-Q3 ", "Expected 2020-Q4 "], await Rows(store, by, within));

        var bodies = await NewBodies(store, by, 2);
        await members.Add(by, At, within, bodies, NewYear);

        Assert.Equal(["Lapsed 2020-Q3 вибув із групи", "Lapsed 2020-Q4 вибув із групи"], await Rows(store, by, within));
        Assert.Equal(["Expected 2020-Q3 ", "Expected 2020-Q4 "], await Rows(store, by, bodies[0]));
        var circle = await Assert.ThrowsAsync<RuleBroken>(() => members.Add(by, At, within, [group], NewYear));
        Assert.Equal("member.circular", circle.Rule);
        await Agrees(store, by);
    }

    [Theory, OnBoth]
    public async Task A_plan_that_names_a_group_with_known_members_is_owed_by_them_at_once(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "oda");
        await new AdoptPlan(store).Run(by, At, Plan("перший", "149-ОД"));
        var group = await Id(store, by, "Райдержадміністрації");
        await new Members(store).Add(by, At, group, await NewBodies(store, by, 3), NewYear);

        var made = Plan("другий", "150-ОД");
        var forecast = PlanForecast.Of(made, SmallPlan.Signed, null, WorkingCalendar.Ukraine, DayOffPolicy.Preceding, await store.Read(by.Authority, Membership.ByKey));
        // What is foretold counts the members: three in two measures and two periods, beside the units.
        Assert.Equal((16, 4), (forecast.Reports, forecast.Bodies));

        var second = await new AdoptPlan(store).Run(by, At, made);

        Assert.Equal((12, 12), await store.Read(by.Authority, r => r.One<(long, long)>("""
            SELECT COUNT(*), COUNT(CASE WHEN s.member_of IS NOT NULL THEN 1 END) FROM obligation o JOIN assignment s ON s.authority_id = o.authority_id AND s.id = o.assignment_id
            JOIN body b ON b.authority_id = o.authority_id AND b.id = o.body_id
            WHERE o.authority_id = @authority AND o.plan_id = @second AND b.name NOT LIKE 'Відділ%'
            """, new { second })));
    }

    [Theory, OnBoth]
    public async Task A_measure_is_done_when_all_members_are_and_the_group_is_not_waited_for(Kind kind)
    {
        var (store, by, group) = await Running(kind);
        var bodies = await NewBodies(store, by, 2);
        await new Members(store).Add(by, At, group, bodies, NewYear);
        var reports = await store.Read(by.Authority, r => r.All<long>("""
            SELECT o.id FROM obligation o JOIN measure m ON m.authority_id = o.authority_id AND m.id = o.measure_id
            WHERE o.authority_id = @authority AND o.period_code = '2020-Q3' AND o.standing = 'Expected' AND m.number = '2' ORDER BY o.id
            """));
        foreach (var report in reports)
        {
            await new SaveDraft(store).Run(by, At, report, new() { Narrative = "Проведено.", DeclaredState = ExecutionState.Done }, 0);
            await new SubmitReport(store).Run(by, At, report, $"ключ {report}");
            await new AcceptReport(store).Run(by, At, report, ExecutionState.Done);
        }

        Assert.Equal(3, reports.Count);
        Assert.Equal("Done", await store.Read(by.Authority, r => r.One<string>("SELECT confirmed_state FROM measure WHERE authority_id = @authority AND number = '2'")));
        // Done is done: nobody is asked about it past its term.
        await new NewDay(store).Reach(by.Authority, At with { Day = new(2021, 1, 2) });
        Assert.Equal(0, await store.Read(by.Authority, r => r.One<long>("""
            SELECT COUNT(*) FROM obligation o JOIN measure m ON m.authority_id = o.authority_id AND m.id = o.measure_id WHERE o.authority_id = @authority AND o.period_code = '2021-Q1' AND m.number = '2'
            """)));
    }

    /// <summary>Two measures, each for one unit and one group, by the small plan's rules.</summary>
    static MadePlan Plan(string text, string number)
    {
        var made = SmallPlan.Made(text);
        MadeExecutor Group() => new(new Executor { Name = "Райдержадміністрації", Kind = ExecutorKind.Class, ClassKey = "all_raion_administrations", Printed = "Райдержадміністрації" }, "class all_raion_administrations", "Райдержадміністрації");
        return made with
        {
            Act = made.Act with { Number = number },
            Measures = [.. made.Measures.Select(m => m with { Executors = [m.Executors[0], Group()], Term = m.Term! with { Kind = TermKind.Range } })],
        };
    }

    async Task<(Store Store, Actor By, long Group)> Running(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "oda");
        await new AdoptPlan(store).Run(by, At, Plan("перший", "149-ОД"));
        return (store, by, await Id(store, by, "Райдержадміністрації"));
    }

    static Task<long> Id(Store store, Actor by, string name) => store.Read(by.Authority, r => r.One<long>("SELECT id FROM body WHERE authority_id = @authority AND name = @name", new { name }));

    static async Task<List<long>> NewBodies(Store store, Actor by, int count)
    {
        var bodies = new List<long>();
        foreach (var name in new[] { "Шосткинська", "Сумська", "Охтирська" }.Take(count)) bodies.Add(await new AddBody(store).Run(by, At, new() { Name = name + " районна державна адміністрація" }));
        return bodies;
    }

    /// <summary>What a body is asked: standing, period and why it was laid aside; each once.</summary>
    static Task<List<string>> Rows(Store store, Actor by, long body) => store.Read(by.Authority, r => r.All<string>(
        "SELECT DISTINCT standing || ' ' || period_code || ' ' || COALESCE(lapsed_ground, '') FROM obligation WHERE authority_id = @authority AND body_id = @body ORDER BY 1", new { body }));

    static Task<long> Owed(Store store, Actor by) => store.Read(by.Authority, r => r.One<long>("SELECT COUNT(*) FROM obligation WHERE authority_id = @authority AND standing <> 'Lapsed'"));

    /// <summary>The counters are those of a recount.</summary>
    static async Task Agrees(Store store, Actor by)
    {
        var counted = await store.Read(by.Authority, r => r.All<(string, long)>("SELECT standing, COUNT(*) FROM obligation WHERE authority_id = @authority GROUP BY standing ORDER BY standing"));
        var kept = await store.Read(by.Authority, r => r.All<(string, long)>("SELECT standing, SUM(n) FROM tally WHERE authority_id = @authority AND plan_id = 0 AND body_id = 0 GROUP BY standing HAVING SUM(n) <> 0 ORDER BY standing"));
        Assert.Equal(counted, kept);
    }
}
