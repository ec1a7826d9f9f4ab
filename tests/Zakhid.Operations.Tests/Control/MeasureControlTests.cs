using Zakhid.Control;
using Zakhid.Bodies;
using Zakhid.Operations.Bodies;
using Zakhid.Operations.Control;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Reporting;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Reporting;
using Zakhid.Operations.Tests.Storage;
using Zakhid.Reporting;

namespace Zakhid.Operations.Tests.Control;

public class MeasureControlTests(PostgresCluster cluster) : RunningPlanTest(cluster)
{
    static readonly DateOnly YearEnd = new(2020, 12, 31);

    [Theory, OnBoth]
    public async Task A_granted_request_moves_the_day_and_the_old_one_stays_in_the_record(Kind kind)
    {
        var (store, people) = await Town(kind);
        var deed = new ExtendTerm(store);
        var request = await deed.Ask(people.Executor, At, people.Measure, YearEnd, new(2021, 3, 31), "очікуємо кошторис");
        await deed.Grant(people.Coordinator, On(9, 17), people.Measure, request, new(2021, 3, 15), "погоджено до 15 березня", new(new("Глухівська міська рада", "резолюція", "12", new(2020, 9, 17))));

        var record = await Record(store, people);
        var term = Assert.Single(record.Control.Terms);
        Assert.Equal((YearEnd, new DateOnly(2021, 3, 15), ControlState.Extended), (term.First.Nominal, term.Now.Nominal, record.Control.State));
        Assert.Equal(["ControlStart", "ExtensionRequest", "Extension"], record.Facts.Select(f => f.Fact.GetType().Name));
        Assert.Equal("резолюція від 17.09.2020 № 12, Глухівська міська рада", record.Facts[^1].Fact.Document!.Cited);
        Assert.Equal(["Відділ культури", "Відділ культури"], record.Facts.Skip(1).Select(f => f.Body));
        Assert.Equal(
            [("2020-12-31", true), ("2021-03-15", false)],
            await store.Read(people.By.Authority, r => r.All<(string, bool)>("SELECT nominal, moved_by IS NOT NULL FROM control_date WHERE authority_id = @authority AND measure_id = @Measure ORDER BY position", new { people.Measure })));
        // The next period is owed from now on, as an ordinary one.
        Assert.Equal(
            "до 17 березня 2021: пункт 2 розпорядження № 149-ОД",
            await store.Read(people.By.Authority, r => r.Find<string>("SELECT ground FROM obligation WHERE authority_id = @authority AND measure_id = @Measure AND period_code = '2021-Q1' ORDER BY id", new { people.Measure })));
    }

    [Theory, OnBoth]
    public async Task A_request_is_refused_to_who_does_not_carry_the_measure_out_and_a_decision_to_an_executor(Kind kind)
    {
        var (store, people) = await Town(kind);
        var deed = new ExtendTerm(store);
        var stranger = people.Executor with { Person = 99, Body = await NewBody(store, people.By, "Інший відділ") };
        await Broken("extension.not-executor", () => deed.Ask(stranger, At, people.Measure, YearEnd, new(2021, 3, 31), "лист"));
        await Broken("extension.paper-missing", () => deed.Ask(people.Coordinator, At, people.Measure, YearEnd, new(2021, 3, 31), "лист", body: people.Executor.Body));
        var request = await deed.Ask(people.Coordinator, At, people.Measure, YearEnd, new(2021, 3, 31), "лист", body: people.Executor.Body, onBehalf: "лист від 15.09.2020 № 4");

        await Broken("extension.not-for-you", () => deed.Grant(people.Executor, At, people.Measure, request, new(2021, 3, 31), "так"));
        await Broken("extension.not-for-you", () => deed.Run(people.Executor, At, people.Measure, YearEnd, new(2021, 3, 31), "так"));
        await deed.Decline(people.Coordinator, At, people.Measure, request, "строк достатній");

        Assert.Equal(YearEnd, (await Record(store, people)).Control.CurrentTerm!.Nominal);
    }

    [Theory, OnBoth]
    public async Task A_day_of_a_higher_act_moves_only_by_a_document_of_the_body_above(Kind kind)
    {
        var (store, people) = await Town(kind);
        await store.Write(people.By, At, w => w.Do("UPDATE act SET issuer = 'Сумська обласна державна адміністрація' WHERE authority_id = @authority"));
        var deed = new ExtendTerm(store);

        var refused = await Assert.ThrowsAsync<RuleBroken>(() => deed.Run(people.Coordinator, At, people.Measure, YearEnd, new(2021, 3, 31), "лист"));
        Assert.Equal(("extension.higher-date", "розпорядження від 03.08.2020 № 149-ОД, Сумська обласна державна адміністрація"), (refused.Rule, refused.Arguments[0]));
        await Broken("extension.requisites", () => deed.Run(people.Coordinator, At, people.Measure, YearEnd, new(2021, 3, 31), "лист", byHigher: true));

        await deed.Run(people.Coordinator, At, people.Measure, YearEnd, new(2021, 3, 31), "зміни до плану", byHigher: true, new(new("Сумська обласна державна адміністрація", "розпорядження", "401-ОД", new(2020, 9, 10))));
        Assert.Equal(DateSetter.HigherAct, (await Record(store, people)).Control.Terms[0].SetBy);
    }

    [Theory, OnBoth]
    public async Task A_removed_measure_owes_what_was_overdue_and_nothing_that_falls_due_later_until_it_is_put_back(Kind kind)
    {
        var (store, people) = await Town(kind);
        var late = On(9, 21);
        await new RemoveFromControl(store).Run(people.Coordinator, late, people.Measure, "звіт про виконання", new(new(null, "доповідна записка", "8", new(2020, 9, 21))));

        Assert.Equal(["2020-Q3 Expected", "2020-Q4 Lapsed"], await Standings(store, people));
        await Broken("control.removed", () => new GiveInterim(store).Run(people.Executor, late, people.Measure, "триває"));

        await new TakeUnderControl(store).Run(people.Coordinator, On(10, 5), people.Measure, "виконання не підтвердилося");
        Assert.Equal(["2020-Q3 Expected", "2020-Q4 Expected"], await Standings(store, people));
        await Broken("control.started", () => new TakeUnderControl(store).Run(people.Coordinator, On(10, 6), people.Measure, "знову"));
    }

    [Theory, OnBoth]
    public async Task What_fell_due_while_a_measure_was_off_control_stays_unasked(Kind kind)
    {
        var (store, people) = await Town(kind);
        await new RemoveFromControl(store).Run(people.Coordinator, On(9, 21), people.Measure, "звіт");
        await new NewDay(store).Reach(people.By.Authority, Moment.Of(new(2021, 4, 2)));
        await new TakeUnderControl(store).Run(people.Coordinator, Moment.Of(new(2021, 4, 5)), people.Measure, "доручення");

        Assert.Equal(["2020-Q3 Expected", "2020-Q4 Lapsed", "2021-Q2 Expected"], await Standings(store, people));
    }

    [Theory, OnBoth]
    public async Task Only_who_put_a_measure_under_control_the_head_or_a_successor_removes_it(Kind kind)
    {
        var (store, people) = await Town(kind);
        var controller = people.Coordinator with { Person = await Person(store, people.By, Role.Controller), Role = Role.Controller };
        await new RemoveFromControl(store).Run(controller, On(9, 21), people.Measure, "звіт");
        await new TakeUnderControl(store).Run(controller, On(9, 22), people.Measure, "доручення");

        var refused = await Assert.ThrowsAsync<RuleBroken>(() => new RemoveFromControl(store).Run(people.Coordinator, On(9, 23), people.Measure, "звіт"));
        Assert.Equal(("control.not-yours", "Controller"), (refused.Rule, refused.Arguments[0]));
        await Broken("control.not-for-you", () => new RemoveFromControl(store).Run(people.Executor, On(9, 23), people.Measure, "звіт"));

        await store.Write(people.By, At, w => w.Do("UPDATE person SET blocked_at = @at WHERE authority_id = @authority AND id = @Person", new { controller.Person, at = At.At }));
        await new RemoveFromControl(store).Run(people.Coordinator, On(9, 24), people.Measure, "звіт");
    }

    [Theory, OnBoth]
    public async Task A_delay_is_reported_to_who_stands_above_with_its_letter_and_only_where_there_is_one(Kind kind)
    {
        var (store, people) = await Town(kind);
        var body = people.Executor.Body!.Value;
        await Broken("escalation.nothing", () => new Escalate(store).Run(people.Coordinator, At, people.Measure, body, null, "Координатор"));
        await store.Write(people.By, At, w => w.Do("UPDATE authority SET head_post_dative = 'Міському голові' WHERE id = @authority"));
        await new Escalate(store).Run(people.Coordinator, On(9, 22), people.Measure, body, null, "Начальник відділу");

        var fact = Assert.IsType<Escalation>((await Record(store, people)).Facts[^1].Fact);
        Assert.Equal("Міському голові", fact.Addressee);
        Assert.Contains("— захід 1, інформація за III квартал 2020 року: строк минув 17 вересня 2020 року, прострочено на 3 робочі дні.", fact.Text, StringComparison.Ordinal);
        Assert.Contains("Відповідальний виконавець: Відділ культури.", fact.Text, StringComparison.Ordinal);
        Assert.EndsWith("Начальник відділу", fact.Text, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task The_card_tells_everything_in_order_of_time_and_becomes_a_paper(Kind kind)
    {
        var (store, people) = await Town(kind);
        await new Remind(store).Run(people.Coordinator, At, people.Executor.Body!.Value, people.Plan, "2020-Q3", [people.Obligation], "Нагадуємо.");
        await new SaveDraft(store).Run(people.Executor, On(9, 17), people.Obligation, Full, 0);
        var receipt = (await new SubmitReport(store).Run(people.Executor, On(9, 17), people.Obligation, "к")).Receipt;
        await new ReturnReport(store).Run(people.Coordinator, On(9, 18), people.Obligation, new Dictionary<string, string> { ["narrative"] = "Допишіть кількість." }, new(2020, 9, 25));
        var request = await new ExtendTerm(store).Ask(people.Executor, On(9, 21), people.Measure, YearEnd, new(2021, 3, 31), "очікуємо кошторис");
        await new ExtendTerm(store).Grant(people.Coordinator, On(9, 22), people.Measure, request, new(2021, 3, 31), "погоджено");

        var (card, paper) = await store.Read(people.By.Authority, async r =>
        {
            var card = await ControlCard.Read(r, people.Plan, 1);
            return (card, await ControlCardPaper.Of(r, card, On(9, 22)));
        });

        Assert.Equal(
            ["Узято на контроль", "Нагадано про звіт за III квартал 2020 року", $"Звіт за III квартал 2020 року, № {receipt}", "Повернено звіт за III квартал 2020 року до 25.09.2020", "Клопотання: з 31.12.2020 на 31.03.2021", "Строк продовжено: з 31.12.2020 на 31.03.2021"],
            card.Events.Select(e => e.Ukrainian));
        Assert.Equal([(YearEnd, true), (new DateOnly(2021, 3, 31), false)], card.Days.Select(d => (d.Nominal, d.IsMoved)));
        Assert.Equal("до 31 березня 2021: рішення про продовження з 31 грудня 2020 (погоджено)", card.Days[1].Ground);
        Assert.Equal("продовжено, не чинний", paper.Tables[1].Rows[0][2].Text);
        // As of the day before the decision the old day stood.
        var before = card.AsOf(new(2020, 9, 21));
        Assert.Equal([(YearEnd, false)], before.Days.Select(d => (d.Nominal, d.IsMoved)));
        Assert.Equal(5, before.Events.Count);
    }

    [Theory, OnBoth]
    public async Task What_waits_for_control_is_a_request_until_it_is_decided_and_a_term_until_it_is_done(Kind kind)
    {
        var (store, people) = await Town(kind);
        var request = await new ExtendTerm(store).Ask(people.Executor, At, people.Measure, YearEnd, new(2021, 3, 31), "лист");
        var queue = await store.Read(people.By.Authority, r => ControlQueue.Read(r, At.Day));
        Assert.Equal(("Відділ культури", YearEnd, new DateOnly(2021, 3, 31)), (queue.Requests[0].Who, queue.Requests[0].Day, queue.Requests[0].To));

        await new ExtendTerm(store).Grant(people.Coordinator, At, people.Measure, request, new(2021, 3, 31), "так");
        queue = await store.Read(people.By.Authority, r => ControlQueue.Read(r, new(2021, 1, 4)));
        // The second measure's term was not moved.
        Assert.Equal((0, 1, 2), (queue.Requests.Count, (int)queue.OverdueCount, queue.Overdue[0].Position));
    }

    [Theory, OnBoth]
    public async Task A_fact_of_control_is_never_rewritten(Kind kind)
    {
        var (store, people) = await Town(kind);
        await new GiveInterim(store).Run(people.Executor, At, people.Measure, "Зібрано пропозиції.");

        await Assert.ThrowsAnyAsync<Exception>(() => store.Write(people.By, At, w => w.Do("UPDATE control_fact SET ground = 'інше' WHERE authority_id = @authority")));
        await Assert.ThrowsAnyAsync<Exception>(() => store.Write(people.By, At, w => w.Do("DELETE FROM control_fact WHERE authority_id = @authority")));
        Assert.Equal("Зібрано пропозиції.", (await Record(store, people)).Facts[^1].Fact.Ground);
    }

    [Theory, OnBoth]
    public async Task A_closed_window_takes_no_draft_no_file_and_no_report_until_an_exception_opens_it(Kind kind)
    {
        var (store, people) = await Town(kind);
        await new SetReportingWindow(store).Run(people.Coordinator, At, new(3, false));
        await new SaveDraft(store).Run(people.Executor, On(9, 22), people.Obligation, Full, 0);

        var closed = On(9, 23);
        var refused = await Assert.ThrowsAsync<RuleBroken>(() => new SubmitReport(store).Run(people.Executor, closed, people.Obligation, "к"));
        Assert.Equal(("window.days-passed", new DateOnly(2020, 9, 22), 3), (refused.Rule, refused.Arguments[0], refused.Arguments[1]));
        await Broken("window.days-passed", () => new SaveDraft(store).Run(people.Executor, closed, people.Obligation, Full, 1));
        await Broken("window.days-passed", () => new KeepEvidence(store).Add(people.Executor, closed, people.Obligation, "а.pdf", new MemoryStream("%PDF-1.4"u8.ToArray())));

        await Broken("window.open-not-for-you", () => new OpenWindow(store).Run(people.Executor, closed, people.Plan, "2020-Q3", people.Executor.Body!.Value, new(2020, 9, 25), "лист"));
        await new OpenWindow(store).Run(people.Coordinator, closed, people.Plan, "2020-Q3", people.Executor.Body!.Value, new(2020, 9, 25), "лист від 23.09.2020 № 7");
        Assert.True((await new SubmitReport(store).Run(people.Executor, On(9, 25), people.Obligation, "к")).Id > 0);
    }

    [Theory, OnBoth]
    public async Task Who_took_over_or_acts_for_the_one_who_put_it_under_control_removes_it(Kind kind)
    {
        var (store, people) = await Town(kind);
        var (starter, heir, acting) = (people.Coordinator, new Actor(people.By.Authority, await Person(store, people.By, Role.Coordinator), Role.Coordinator), new Actor(people.By.Authority, await Person(store, people.By, Role.Controller), Role.Controller));
        await store.Write(people.By, At, w => w.Do("UPDATE plan SET control_by = @Person WHERE authority_id = @authority", new { starter.Person }));
        var second = await store.Read(people.By.Authority, r => r.One<long>("SELECT id FROM measure WHERE authority_id = @authority AND position = 2"));
        await Broken("control.not-yours", () => new RemoveFromControl(store).Run(heir, At, people.Measure, "виконано"));
        await Broken("control.not-yours", () => new RemoveFromControl(store).Run(acting, At, second, "виконано"));

        // The controller acts while the coordinator is on leave.
        var post = await new Posts(store).Add(people.By, At, people.Executor.Body!.Value, "начальник відділу");
        await new Posts(store).Appoint(people.By, At, post, "Посада 1", new(2020, 1, 1), null, Holding.Full, person: starter.Person);
        await new Posts(store).Appoint(people.By, At, post, "Посада 2", new(2020, 9, 20), new(2020, 9, 30), Holding.TemporarilyActing, "наказ № 5", acting.Person);
        await Broken("control.not-yours", () => new RemoveFromControl(store).Run(acting, At, second, "виконано"));
        await new RemoveFromControl(store).Run(acting, On(9, 21), second, "виконано");

        await store.Write(people.By, At, w => w.Do("INSERT INTO hand_over (authority_id, id, from_person_id, to_person_id, ground, day, at, person_id) VALUES (@authority, 1, @from, @to, 'наказ', '2020-09-16', '2020-09-16T00:00:00.000Z', 0)", new { from = starter.Person, to = heir.Person }));
        await new RemoveFromControl(store).Run(heir, On(9, 22), people.Measure, "виконано");
        Assert.Equal(ControlState.Removed, (await Record(store, people)).Control.State);
    }

    [Theory, OnBoth]
    public async Task Whom_an_amendment_took_off_the_measure_asks_and_informs_no_more_and_is_not_complained_of(Kind kind)
    {
        var (store, people) = await Town(kind);
        await store.Write(people.By, At, w => w.Do("UPDATE assignment SET left_day = '2020-09-10' WHERE authority_id = @authority AND measure_id = @Measure AND body_id = @Body", new { people.Measure, people.Executor.Body }));

        await Broken("extension.not-executor", () => new ExtendTerm(store).Ask(people.Executor, At, people.Measure, YearEnd, new(2021, 3, 31), "лист"));
        await Broken("interim.not-executor", () => new GiveInterim(store).Run(people.Executor, At, people.Measure, "Зібрано пропозиції."));
        var record = await Record(store, people);
        await store.Write(people.By, At, w => w.Do("UPDATE obligation SET lapsed_day = '2020-09-10' WHERE authority_id = @authority AND measure_id = @Measure AND body_id = @Body", new { people.Measure, people.Executor.Body }));
        Assert.Null(await store.Read(people.By.Authority, r => EscalationDraft.Of(r, record, people.Executor.Body!.Value, new(2021, 2, 1), "координатор")));
        Assert.Equal(["Відділ з правової політики"], (await store.Read(people.By.Authority, r => ControlCard.Read(r, people.Plan, 1))).Printed.Select(e => e.Printed));
    }

    sealed record Cast(Actor By, Actor Coordinator, Actor Executor, long Plan, long Measure, long Obligation);

    async Task<(Store Store, Cast People)> Town(Kind kind)
    {
        var (store, by, obligation) = await Running(kind);
        await store.Write(by, At, w => w.Do("UPDATE authority SET name = 'Глухівська міська рада' WHERE id = @authority"));
        var (measure, body, plan) = await store.Read(by.Authority, r => r.One<(long, long, long)>("SELECT measure_id, body_id, plan_id FROM obligation WHERE authority_id = @authority AND id = @obligation", new { obligation }));
        return (store, new(by, new(by.Authority, await Person(store, by, Role.Coordinator), Role.Coordinator), new(by.Authority, await Person(store, by, Role.Executor), Role.Executor, body), plan, measure, obligation));
    }

    static Task<long> Person(Store store, Actor by, Role role) => store.Write(by, At, async w =>
    {
        var id = await w.Next("person");
        await w.Do("INSERT INTO person (authority_id, id, login, post, role, created_at) VALUES (@authority, @id, @login, @post, @role, @at)", new { id, login = $"{role}-{id}", post = role.ToString(), role, at = At.At });
        return id;
    });

    static Task<ControlRecord> Record(Store store, Cast people) => store.Read(people.By.Authority, r => ControlRecord.Read(r, people.Measure));

    static Task<List<string>> Standings(Store store, Cast people) => store.Read(people.By.Authority, r => r.All<string>(
        "SELECT period_code || ' ' || standing FROM obligation WHERE authority_id = @authority AND measure_id = @Measure AND body_id = @Body ORDER BY period_code", new { people.Measure, people.Executor.Body }));

    static Moment On(int month, int day) => Moment.Of(new(2020, month, day));

    static async Task Broken(string rule, Func<Task> deed) => Assert.Equal(rule, (await Assert.ThrowsAsync<RuleBroken>(deed)).Rule);
}
