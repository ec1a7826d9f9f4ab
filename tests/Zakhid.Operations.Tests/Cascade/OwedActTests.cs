using Zakhid.Calendar;
using Zakhid.Operations.Bodies;
using Zakhid.Operations.Cascade;
using Zakhid.Operations.Control;
using Zakhid.Operations.Mail;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Mail;
using Zakhid.Operations.Tests.Storage;

namespace Zakhid.Operations.Tests.Cascade;

/// <summary>«У місячний строк видати акт»: the day stands in the calendar and is reminded of like that of a report.</summary>
public sealed class OwedActTests(PostgresCluster cluster) : MailTest(cluster)
{
    static readonly MailServer Server = new() { Host = "127.0.0.1", Port = 9, Safety = MailSafety.Tls, FromAddress = "zakhid@zakhid.test" };
    static readonly DateOnly Day = new(2020, 9, 3);

    async Task<(Store Store, Actor By, long Body)> Ordered(Kind kind)
    {
        var (store, by, _) = await WithMail(kind, Server);
        var body = await new AddBody(store).Run(by, At, new() { Name = "Березівська сільська рада", Email = "berezivka@zakhid.test" });
        await store.Write(by, At, w => w.Do("INSERT INTO clause (authority_id, act_id, position, number, kind, text) SELECT @authority, act_id, 9, '3', 'Execution', 'Сільським головам до 3 вересня 2020 року видати розпорядження про затвердження відповідних планів заходів.' FROM plan WHERE authority_id = @authority AND id = 1"));
        Assert.Equal(1, await new RecordIssued(store).Assign(by, At, 1, [body]));
        return (store, by, body);
    }

    [Theory, OnBoth]
    public async Task Its_day_stands_in_the_calendar_until_the_act_is_issued(Kind kind)
    {
        var (store, by, body) = await Ordered(kind);
        var acts = new Deadlines(new HashSet<DeadlineKind> { DeadlineKind.Act });

        var owed = Assert.Single(await store.Read(by.Authority, r => acts.Acts(r, Day, Day)));
        Assert.Equal(("Березівська сільська рада", true), (owed.Body, owed.IsOverdue(Day.AddDays(1))));
        Assert.StartsWith("пункт 3 розпорядження", owed.Ground, StringComparison.Ordinal);
        Assert.Equal([new(Day, DeadlineKind.Act, 1, 1)], await store.Read(by.Authority, r => acts.Counts(r, Day, Day)));
        Assert.Empty(await store.Read(by.Authority, r => (acts with { Body = body + 1 }).Acts(r, Day, Day)));

        await new RecordIssued(store).Run(by, Moment.Of(new DateOnly(2020, 9, 10)), owed.Id, "розпорядження", "12", new DateOnly(2020, 9, 2), "лист № 40");

        Assert.Equal([new(Day, DeadlineKind.Act, 1, 0)], await store.Read(by.Authority, r => acts.Counts(r, Day, Day)));
        Assert.Empty(await store.Read(by.Authority, r => OwedAct.Open(r, body, DateOnly.MaxValue)));
    }

    [Theory, OnBoth]
    public async Task It_is_reminded_of_by_the_policys_days_once_each_and_no_more_when_issued(Kind kind)
    {
        var (store, by, _) = await Ordered(kind);
        var days = new List<string>();
        for (Clock.Now = new(2020, 8, 20, 6, 0, 0, TimeSpan.Zero); Clock.Now < new DateTimeOffset(2020, 9, 5, 0, 0, 0, TimeSpan.Zero); Clock.Pass(TimeSpan.FromDays(1)))
            for (var again = 0; again < 2; again++)
                if (await Queue(store, by) > 0) days.Add($"{Clock.Now:dd.MM}");
        Assert.Equal(["27.08", "02.09", "03.09", "04.09"], days);

        var letter = (await Letters(store, by)).Single(l => l.Day == Day);
        Assert.Equal(("berezivka@zakhid.test", "Нагадування про строки: сьогодні — 1"), (letter.ToAddress, letter.Subject));
        Assert.Contains("Нагадуємо: до 3 вересня 2020 року належить видати акт і надіслати його копію", letter.Text, StringComparison.Ordinal);

        await new RecordIssued(store).Run(by, Moment.Of(new DateOnly(2020, 9, 7)), 1, "розпорядження", "12", new DateOnly(2020, 9, 2), "лист № 40");
        Clock.Now = new(2020, 9, 8, 6, 0, 0, TimeSpan.Zero);
        Assert.Equal(0, await Queue(store, by));
    }

    [Theory, OnBoth]
    public async Task It_is_reminded_of_beside_the_reports_and_its_letter_says_what_is_to_be_issued(Kind kind)
    {
        var (store, by, body) = await Ordered(kind);
        var today = new DateOnly(2020, 9, 10);
        async Task<DueReminder> Due() => (await store.Read(by.Authority, r => DueReminders.Of(r, today, "координатор"))).Single(d => d.BodyId == body);

        var due = await Due();
        Assert.Equal((null, 1, null, false), (due.Period, due.Acts.Count, due.RemindedOn, due.IsDone));
        Assert.StartsWith("Березівська сільська рада\n\nСтрок минув 3 вересня 2020 року: належить невідкладно видати акт і надіслати його копію на виконання плану «", due.Text, StringComparison.Ordinal);
        Assert.EndsWith("\n\nкоординатор", due.Text, StringComparison.Ordinal);
        var letter = await store.Read(by.Authority, r => MakeLetter.Reminder(r, due, new(), "координатор", Moment.Of(today)));
        Assert.Equal(("Березівська сільська рада", "Про видання акта"), (letter.Addressee, letter.Subject));
        Assert.StartsWith("Підстава: пункт 3 розпорядження", letter.Text[^1], StringComparison.Ordinal);

        await new Remind(store).Run(by, Moment.Of(today), due);
        due = await Due();
        Assert.Equal((today, true), (due.RemindedOn, due.IsDone));

        await new RecordIssued(store).Run(by, Moment.Of(today), due.Acts[0].Id, "розпорядження", "12", new DateOnly(2020, 9, 2), "лист № 40");
        Assert.DoesNotContain(await store.Read(by.Authority, r => DueReminders.Of(r, today, "координатор")), d => d.BodyId == body);
        Assert.Equal("remind.nothing", (await Assert.ThrowsAsync<RuleBroken>(() => new Remind(store).Run(by, Moment.Of(today), due))).Rule);
    }

    [Theory, OnBoth]
    public async Task Whom_the_clause_names_the_register_tells(Kind kind)
    {
        var (store, by, _) = await WithMail(kind, Server);
        async Task<long> Body(string name, bool group = false) => await new AddBody(store).Run(by, At, new() { Name = name, IsGroup = group });
        var (first, second) = (await Body("Глухівська районна державна адміністрація"), await Body("Шосткинська районна державна адміністрація"));
        var (council, committee) = (await Body("Березівська сільська рада"), await Body("Виконавчий комітет Березівської сільської ради"));
        await store.Write(by, At, w => w.Do("INSERT INTO clause (authority_id, act_id, position, number, kind, text) SELECT @authority, act_id, 9, '3', 'Execution', 'Райдержадміністраціям, виконавчому комітету Березівської сільської ради, органам місцевого самоврядування до 3 вересня 2020 року видати розпорядження про затвердження відповідних планів заходів.' FROM plan WHERE authority_id = @authority AND id = 1"));
        async Task<List<(string, BearerKnown, long[])>> Bearers() => (await store.Read(by.Authority, async r => await DutyBearer.Of(r, (await PlanContents.Of(r, 1)).Act))).Select(b => (b.Name, b.Known, b.Bodies.Select(x => x.Id).ToArray())).ToList();
        Task<List<long>> Tracked() => store.Read(by.Authority, r => r.All<long>("SELECT body_id FROM act_duty WHERE authority_id = @authority ORDER BY body_id"));

        var bearers = await Bearers();
        Assert.Equal([BearerKnown.ByKind, BearerKnown.ByName, BearerKnown.Unknown], bearers.Select(b => b.Item2));
        Assert.Equal([first, second], bearers[0].Item3);
        Assert.Equal([committee], bearers[1].Item3);
        Assert.Empty(await Tracked());

        // A group of the register, once it has members, leaves no doubt: its members and the body named have the duty by themselves.
        var group = await Body("органи місцевого самоврядування", group: true);
        await new Members(store).Add(by, At, group, [council], new(2020, 1, 1));
        Assert.Equal([council, committee], await Tracked());

        Assert.Equal(2, await new RecordIssued(store).AssignNamed(by, At, 1));
        Assert.Equal([first, second, council, committee], await Tracked());
        Assert.Equal(0, await new RecordIssued(store).AssignNamed(by, At, 1));
    }

    [Theory, OnBoth]
    public async Task Who_leaves_the_group_before_the_day_is_bound_no_more_and_who_joins_before_it_is(Kind kind)
    {
        var (store, by, _) = await WithMail(kind, Server);
        async Task<long> Body(string name, bool group = false) => await new AddBody(store).Run(by, At, new() { Name = name, IsGroup = group });
        var (stays, leaves, issued, chosen, joins, late) = (await Body("Перша сільська рада"), await Body("Друга сільська рада"), await Body("Третя сільська рада"), await Body("Четверта сільська рада"), await Body("П’ята сільська рада"), await Body("Шоста сільська рада"));
        await store.Write(by, At, w => w.Do("INSERT INTO clause (authority_id, act_id, position, number, kind, text) SELECT @authority, act_id, 9, '3', 'Execution', 'Органам місцевого самоврядування до 3 вересня 2020 року видати розпорядження про затвердження відповідних планів заходів.' FROM plan WHERE authority_id = @authority AND id = 1"));
        await new RecordIssued(store).Assign(by, At, 1, [chosen]);
        var group = await Body("органи місцевого самоврядування", group: true);
        var begun = new DateOnly(2020, 1, 1);
        await new Members(store).Add(by, At, group, [stays, leaves, issued, chosen], begun);
        Task<List<OwedAct>> Owed() => store.Read(by.Authority, r => OwedAct.Open(r, null, DateOnly.MaxValue));
        async Task<List<long>> Bound() => [.. (await Owed()).Select(o => o.BodyId).Order()];
        Assert.Equal([stays, leaves, issued, chosen], await Bound());
        await new RecordIssued(store).Run(by, Moment.Of(new DateOnly(2020, 8, 20)), (await Owed()).Single(o => o.BodyId == issued).Id, "розпорядження", "12", new DateOnly(2020, 8, 19), "лист № 40");

        var (today, last) = (Moment.Of(new DateOnly(2020, 8, 25)), new DateOnly(2020, 8, 24));
        foreach (var body in (long[])[leaves, issued, chosen]) await new Members(store).End(by, today, group, body, begun, last);
        await new Members(store).Add(by, today, group, [joins], today.Day);
        await new Members(store).Add(by, today, group, [late], Day.AddDays(1));

        Assert.Equal([stays, chosen, joins], await Bound());
        var acts = (await store.Read(by.Authority, r => IssuedAct.Of(r, 1))).ToDictionary(a => a.BodyId);
        Assert.Equal((IssueState.Ended, new DateOnly(2020, 8, 25), "вибув із групи «органи місцевого самоврядування»"), (acts[leaves].State(today.Day), acts[leaves].EndedDay!.Value, acts[leaves].EndedGround));
        Assert.Equal((IssueState.InTime, IssueState.Awaited), (acts[issued].State(today.Day), acts[chosen].State(today.Day)));
        Assert.False(acts.ContainsKey(late));

        // He did not leave after all: the same duty stands again, once.
        await new Members(store).End(by, today, group, leaves, begun, null);
        Assert.Equal([stays, leaves, chosen, joins], await Bound());
        // After the day who leaves still owes what he did not do in time.
        await new Members(store).End(by, Moment.Of(Day.AddDays(7)), group, stays, begun, Day.AddDays(5));
        Assert.Equal([stays, leaves, chosen, joins], await Bound());
        // Entered by mistake: he never was one of them.
        await new Members(store).Withdraw(by, today, group, joins, today.Day);
        Assert.Equal([stays, leaves, chosen], await Bound());
    }

    [Theory, OnBoth]
    public async Task Its_day_follows_another_way_with_days_off_and_tells_the_day_that_it_had(Kind kind)
    {
        var (store, by, _) = await WithMail(kind, Server);
        var body = await new AddBody(store).Run(by, At, new() { Name = "Березівська сільська рада" });
        await store.Write(by, At, w => w.Do("INSERT INTO clause (authority_id, act_id, position, number, kind, text) SELECT @authority, act_id, 9, '3', 'Execution', 'Сільським головам до 20 вересня 2020 року видати розпорядження про затвердження відповідних планів заходів.' FROM plan WHERE authority_id = @authority AND id = 1"));
        await new RecordIssued(store).Assign(by, At, 1, [body]);
        var (before, after) = (new DateOnly(2020, 9, 18), new DateOnly(2020, 9, 21));

        var told = Assert.Single(await new SetDayOffPolicy(store).Rehearse(by, At, DayOffPolicy.Following, true)).Counted.Acts;
        Assert.Equal([new("Березівська сільська рада", before, after)], told);
        await new SetDayOffPolicy(store).Run(by, At, DayOffPolicy.Following, true, "розпорядження № 200");

        var act = Assert.Single(await store.Read(by.Authority, r => IssuedAct.Of(r, 1)));
        Assert.Equal((after, before), (act.Adjusted!.Value, act.WasDue!.Value));
        // The day before has passed by now: what is due on Monday does not become late on Saturday.
        await new SetDayOffPolicy(store).Run(by, Moment.Of(new DateOnly(2020, 9, 19)), DayOffPolicy.Preceding, true, "розпорядження № 201");
        Assert.Equal(after, Assert.Single(await store.Read(by.Authority, r => IssuedAct.Of(r, 1))).Adjusted);
    }

    [Theory, OnBoth]
    public async Task Of_two_bodies_that_are_one_the_duty_stays_once_and_what_either_issued_meets_it(Kind kind)
    {
        var (store, by, body) = await Ordered(kind);
        var heir = await new AddBody(store).Run(by, At, new() { Name = "Березівська громада" });
        await new RecordIssued(store).Assign(by, At, 1, [heir]);
        var owed = (await store.Read(by.Authority, r => OwedAct.Open(r, body, DateOnly.MaxValue))).Single();
        await new RecordIssued(store).Run(by, Moment.Of(new DateOnly(2020, 9, 10)), owed.Id, "розпорядження", "12", new DateOnly(2020, 9, 2), "лист № 40");

        await new MergeBodies(store).Run(by, Moment.Of(new DateOnly(2020, 9, 11)), body, heir, "приєднано");

        Assert.Empty(await store.Read(by.Authority, r => OwedAct.Open(r, null, DateOnly.MaxValue)));
        Assert.Equal("12", (await store.Read(by.Authority, r => IssuedAct.Of(r, 1))).Single(a => a.BodyId == heir).IssuedNumber);
    }

    [Theory, OnBoth]
    public async Task A_body_that_is_merged_into_another_leaves_it_the_duty(Kind kind)
    {
        var (store, by, body) = await Ordered(kind);
        var heir = await new AddBody(store).Run(by, At, new() { Name = "Березівська громада" });

        await new MergeBodies(store).Run(by, At, body, heir, "приєднано");

        Assert.Equal("Березівська громада", Assert.Single(await store.Read(by.Authority, r => OwedAct.Open(r, heir, DateOnly.MaxValue))).Body);
    }

    [Theory, OnBoth]
    public async Task A_group_without_members_is_reminded_through_its_coordinator(Kind kind)
    {
        var (store, by, _) = await WithMail(kind, Server);
        await store.Write(by, At, async w =>
        {
            await w.Do("UPDATE body SET is_group = 1, email = NULL WHERE authority_id = @authority AND name = 'Відділ культури'");
            await w.Do("INSERT INTO person (authority_id, id, login, post, role, email, password, created_at) VALUES (@authority, 900, 'koord', 'координатор', 'Coordinator', 'koord@zakhid.test', 'x', '2020-01-01T00:00:00.000Z')");
        });
        Clock.Now = new(2020, 9, 10, 6, 0, 0, TimeSpan.Zero);

        Assert.Equal(1, await Queue(store, by));
        var letter = Assert.Single(await Letters(store, by));
        Assert.Equal("koord@zakhid.test", letter.ToAddress);
        Assert.StartsWith("Відділ культури", letter.Text, StringComparison.Ordinal);
    }
}
