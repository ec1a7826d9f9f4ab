using Zakhid.Bodies;
using Zakhid.Operations.Bodies;
using Zakhid.Operations.People;
using Zakhid.Operations.Reading;
using Zakhid.Operations.Reporting;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Reporting;
using Zakhid.Operations.Tests.Storage;
using Zakhid.Reporting;

namespace Zakhid.Operations.Tests.Bodies;

public sealed class RegisterTests(PostgresCluster cluster) : StoreTest(cluster)
{
    [Theory, OnBoth]
    public async Task A_body_entered_by_hand_is_the_one_that_a_plan_then_names(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");
        var id = await new AddBody(store).Run(by, At, new() { Name = " Відділ  культури ", Edrpou = "131305", Katottg = "UА59100030000012345", Email = "kultura@hlukhiv.example", Phone = "+380 5444 2-22-33" });

        await new AdoptPlan(store).Run(by, At, SmallPlan.Made());

        var body = await store.Read(by.Authority, r => BodyLine.One(r, id, At.Day));
        Assert.Equal(("Відділ культури", "00131305", "UA59100030000012345"), (body.Name, body.Edrpou, body.Katottg));
        Assert.Equal((4L, 0L), (body.Owed, body.Overdue));
        Assert.Equal(1, await Count(store, by, "SELECT COUNT(*) FROM body WHERE authority_id = @authority AND name = 'Відділ культури'"));
    }

    [Theory, OnBoth]
    public async Task What_is_wrong_with_a_card_is_refused_by_name(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");
        var add = new AddBody(store);
        var one = await add.Run(by, At, new() { Name = "Відділ культури", Edrpou = "14360570" });

        async Task<string> Refused(BodyCard card) => (await Assert.ThrowsAsync<RuleBroken>(() => add.Run(by, At, card))).Rule;
        Assert.Equal("body.name-missing", await Refused(new() { Name = " — " }));
        Assert.Equal("body.exists", await Refused(new() { Name = "ВІДДІЛ КУЛЬТУРИ" }));
        Assert.Equal("body.edrpou-taken", await Refused(new() { Name = "Відділ освіти", Edrpou = "14360570" }));
        Assert.Equal("body.edrpou-digit", await Refused(new() { Name = "Відділ освіти", Edrpou = "14360571" }));
        Assert.Equal("body.katottg-form", await Refused(new() { Name = "Відділ освіти", Katottg = "5910500000" }));
        Assert.Equal("body.email", await Refused(new() { Name = "Відділ освіти", Email = "kultura@" }));
        Assert.Equal("body.phone", await Refused(new() { Name = "Відділ освіти", Phone = "не знаю" }));
        Assert.Equal("body.too-long", await Refused(new() { Name = new string('а', 501) }));
        Assert.Equal("body.not-for-you", (await Assert.ThrowsAsync<RuleBroken>(() => add.Run(new Actor(by.Authority, 7, Role.Executor, one), At, new() { Name = "Відділ освіти" }))).Rule);
        var under = await add.Run(by, At, new() { Name = "Сектор музеїв", Parent = one });
        Assert.Equal("body.parent-circular", (await Assert.ThrowsAsync<RuleBroken>(() => new ChangeBody(store).Run(by, At, one, new() { Name = "Відділ культури", Parent = under }))).Rule);
        Assert.Equal(2, await Count(store, by, "SELECT COUNT(*) FROM body WHERE authority_id = @authority"));
    }

    [Theory, OnBoth]
    public async Task A_renamed_body_is_found_by_its_old_name_and_by_its_new_one(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");
        await new AdoptPlan(store).Run(by, At, SmallPlan.Made());
        var id = await Id(store, by, "Відділ культури");

        await new ChangeBody(store).Run(by, At, id, new() { Name = "Управління культури і туризму" });

        foreach (var said in new[] { "Відділ культури", "управління культури і туризму" }) Assert.Equal(id, await store.Read(by.Authority, r => RegisterSearch.Find(r, said)));
        var second = SmallPlan.Made("другий");
        await new AdoptPlan(store).Run(by, At, second with { Act = second.Act with { Number = "150-ОД" } });
        Assert.Equal(8L, (await store.Read(by.Authority, r => BodyLine.One(r, id, At.Day))).Owed);
    }

    [Theory, OnBoth]
    public async Task Two_entries_of_one_body_become_one_and_nothing_is_asked_twice(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");
        await new AdoptPlan(store).Run(by, At, SmallPlan.Made());
        var (old, heir) = (await Id(store, by, "Відділ культури"), await Id(store, by, "Відділ з правової політики"));
        var report = await store.Read(by.Authority, r => r.One<long>("SELECT MIN(id) FROM obligation WHERE authority_id = @authority AND body_id = @old AND period_code = '2020-Q3'", new { old }));
        await new SaveDraft(store).Run(by, At, report, new() { Narrative = "Проведено.", DeclaredState = ExecutionState.InProgress }, 0);
        await new SubmitReport(store).Run(by, At, report, "ключ");

        await new MergeBodies(store).Run(by, At, old, heir, "рішення сесії");

        // The first measure named both: what the first has reported the heir is not asked; the second measure is the heir's now.
        Assert.Equal(["1 2020-Q3 Lapsed", "1 2020-Q3 Submitted", "1 2020-Q4 Expected", "1 2020-Q4 Lapsed", "2 2020-Q3 Expected", "2 2020-Q4 Expected"], await store.Read(by.Authority, r => r.All<string>("""
            SELECT m.number || ' ' || o.period_code || ' ' || o.standing FROM obligation o JOIN measure m ON m.authority_id = o.authority_id AND m.id = o.measure_id
            WHERE o.authority_id = @authority AND o.body_id = @heir ORDER BY 1
            """, new { heir })));
        Assert.Equal(heir, await store.Read(by.Authority, r => RegisterSearch.Find(r, "відділ культури")));
        Assert.Equal(0, await Count(store, by, $"SELECT COUNT(*) FROM obligation WHERE authority_id = @authority AND body_id = {old}"));
        Assert.Equal(0, await Count(store, by, $"SELECT COALESCE(SUM(ABS(n)), 0) FROM tally WHERE authority_id = @authority AND body_id = {old} AND n <> 0"));
        var again = await Assert.ThrowsAsync<RuleBroken>(() => new MergeBodies(store).Run(by, At, old, heir, "ще раз"));
        Assert.Equal("body.withdrawn", again.Rule);
        Assert.Equal("body.merged", (await Assert.ThrowsAsync<RuleBroken>(() => new WithdrawBody(store).Restore(by, At, old))).Rule);
        Assert.True((await store.Read(by.Authority, r => Operations.Audit.AuditLog.Verify(r))).IsWhole);
    }

    [Theory, OnBoth]
    public async Task Memberships_of_merged_bodies_become_one_stretch_of_days(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "oda");
        var add = new AddBody(store);
        var group = await add.Run(by, At, new() { Name = "Районні державні адміністрації", IsGroup = true });
        var (old, heir) = (await add.Run(by, At, new() { Name = "Глухівська районна державна адміністрація" }), await add.Run(by, At, new() { Name = "Шосткинська районна державна адміністрація" }));
        await new Members(store).Add(by, At, group, [old], new(2019, 1, 1), new(2020, 6, 30));
        await new Members(store).Add(by, At, group, [heir], new(2020, 7, 1));

        await new MergeBodies(store).Run(by, At, old, heir, "постанова Верховної Ради № 807-IX");

        var one = Assert.Single(await store.Read(by.Authority, r => MemberLine.Of(r, group)));
        Assert.Equal((heir, new DateOnly(2019, 1, 1), (DateOnly?)null), (one.BodyId, one.FromDay, one.ToDay));
    }

    [Theory, OnBoth]
    public async Task A_body_that_owes_is_not_withdrawn_and_one_that_does_not_comes_back(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");
        await new AdoptPlan(store).Run(by, At, SmallPlan.Made());
        var withdraw = new WithdrawBody(store);
        var owing = await Assert.ThrowsAsync<RuleBroken>(async () => await withdraw.Run(by, At, await Id(store, by, "Відділ культури"), "ліквідовано"));
        Assert.Equal(("body.owes", 4), (owing.Rule, owing.Arguments[1]));
        var idle = await new AddBody(store).Run(by, At, new() { Name = "Відділ архіву" });
        Assert.Equal("body.ground", (await Assert.ThrowsAsync<RuleBroken>(() => withdraw.Run(by, At, idle, " "))).Rule);

        await withdraw.Run(by, At, idle, "ліквідовано");
        Assert.Null(await store.Read(by.Authority, r => RegisterSearch.Find(r, "Відділ архіву")));
        await withdraw.Restore(by, At, idle);

        Assert.Equal(idle, await store.Read(by.Authority, r => RegisterSearch.Find(r, "Відділ архіву")));
    }

    [Theory, OnBoth]
    public async Task Posts_have_one_holder_a_day_and_who_acts_for_him(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");
        var posts = new Posts(store);
        var body = await new AddBody(store).Run(by, At, new() { Name = "Відділ культури" });
        var post = await posts.Add(by, At, body, "начальник відділу");
        var first = await posts.Appoint(by, At, post, "Перший ЗРАЗОК", new(2020, 1, 1), null, Holding.Full);
        await posts.Appoint(by, At, post, "Другий ЗРАЗОК", new(2020, 9, 14), new(2020, 9, 18), Holding.TemporarilyActing, "наказ № 5-к");

        var overlap = await Assert.ThrowsAsync<RuleBroken>(() => posts.Appoint(by, At, post, "Третій ЗРАЗОК", new(2020, 10, 1), null, Holding.Full));
        await posts.Release(by, At, first, new(2020, 9, 30));
        await posts.Appoint(by, At, post, "Третій ЗРАЗОК", new(2020, 10, 1), null, Holding.Full);

        Assert.Equal(("post.overlap-open", "Перший ЗРАЗОК"), (overlap.Rule, overlap.Arguments[0]));
        var sheet = Assert.Single(await store.Read(by.Authority, r => PostSheet.Of(r, body)));
        Assert.Equal(["Перший ЗРАЗОК", "т.в.о. Другий ЗРАЗОК", "Перший ЗРАЗОК", "Третій ЗРАЗОК"], new DateOnly[] { new(2020, 9, 13), new(2020, 9, 16), new(2020, 9, 30), new(2020, 10, 1) }.Select(day => sheet.On(day)!).Select(h => $"{h.Prefix} {h.Name}".Trim()));
    }

    [Theory, OnBoth]
    public async Task All_that_a_person_holds_becomes_anothers(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");
        await new AdoptPlan(store).Run(by, At, SmallPlan.Made());
        var (culture, other) = (await Id(store, by, "Відділ культури"), await Id(store, by, "Відділ з правової політики"));
        var people = new AddPerson(store);
        var (giver, _) = await people.Run(by, new("kultura", "начальник відділу", Role.Executor, culture), At);
        var (taker, _) = await people.Run(by, new("zastupnyk", "заступник начальника", Role.Executor, culture), At);
        var (stranger, _) = await people.Run(by, new("pravo", "юрист", Role.Executor, other), At);
        var posts = new Posts(store);
        var post = await posts.Add(by, At, culture, "начальник відділу");
        await posts.Appoint(by, At, post, "Перший ЗРАЗОК", new(2020, 1, 1), null, Holding.Full, person: giver);
        var hand = new HandOver(store);
        Assert.Equal((culture, 4L, "начальник відділу"), (await hand.What(by, At, giver)) is { } held ? (held.BodyId, held.Owed, Assert.Single(held.Posts)) : default);

        Assert.Equal("hand-over.other-body", (await Assert.ThrowsAsync<RuleBroken>(() => hand.Run(by, At, giver, stranger, "наказ"))).Rule);
        Assert.Equal("hand-over.ground", (await Assert.ThrowsAsync<RuleBroken>(() => hand.Run(by, At, giver, taker, ""))).Rule);
        Assert.Equal("hand-over.same", (await Assert.ThrowsAsync<RuleBroken>(() => hand.Run(by, At, giver, giver, "наказ"))).Rule);
        await hand.Run(by, At, giver, taker, "наказ № 7-к");

        Assert.Equal([(giver, null), (taker, culture)], await store.Read(by.Authority, r => r.All<(long, long?)>("SELECT id, body_id FROM person WHERE authority_id = @authority AND id IN (@giver, @taker) ORDER BY id", new { giver, taker })));
        var sheet = Assert.Single(await store.Read(by.Authority, r => PostSheet.Of(r, culture)));
        Assert.Equal("заступник начальника", sheet.On(At.Day)!.Name);
        Assert.Equal("Перший ЗРАЗОК", sheet.On(At.Day.AddDays(-1))!.Name);
        Assert.Equal(taker, await store.Read(by.Authority, r => HandOver.Successor(r, giver)));
        Assert.Equal("hand-over.nothing", (await Assert.ThrowsAsync<RuleBroken>(() => hand.Run(by, At, giver, taker, "ще раз"))).Rule);
    }

    [Theory, OnBoth]
    public async Task Load_says_of_how_many_measures_a_body_is_an_executor_and_its_busiest_day(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");
        await new AdoptPlan(store).Run(by, At, SmallPlan.Made());
        var culture = await Id(store, by, "Відділ культури");

        var load = Assert.Single(await store.Read(by.Authority, r => BodyLoad.OfBody(r, culture, At.Day)));

        Assert.Equal((2L, 2L, 4L, new DateOnly(2020, 9, 17), 2L), (load.Measures, load.Of, load.Owed, load.Busiest, load.OnBusiest));
    }

    static Task<long> Id(Store store, Actor by, string name) => store.Read(by.Authority, r => r.One<long>("SELECT id FROM body WHERE authority_id = @authority AND name = @name", new { name }));

    static Task<long> Count(Store store, Actor by, string query) => store.Read(by.Authority, r => r.One<long>(query));
}
