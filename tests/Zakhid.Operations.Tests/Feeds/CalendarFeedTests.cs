using System.Text;
using Zakhid.Operations.Feeds;
using Zakhid.Operations.People;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Reporting;
using Zakhid.Operations.Tests.Storage;

namespace Zakhid.Operations.Tests.Feeds;

public sealed class CalendarFeedTests(PostgresCluster cluster) : RunningPlanTest(cluster)
{
    readonly TestClock _clock = new(new DateTimeOffset(2020, 9, 10, 6, 0, 0, TimeSpan.Zero));
    Moment Now => new AuthorityClock(_clock).Now();
    CalendarFeed Feed(Store store) => new(store, new AuthorityClock(_clock));

    async Task<(Store Store, Actor By, Actor Person, long Obligation)> WithPerson(Kind kind, Role role = Role.Executor)
    {
        var (store, by, obligation) = await Running(kind);
        var body = await store.Read(by.Authority, r => r.One<long>("SELECT id FROM body WHERE authority_id = @authority AND name = 'Відділ культури'"));
        var (id, _) = await new AddPerson(store).Run(by, new("kultura", "головний спеціаліст", role, body), Now, "довгий пароль для особи");
        return (store, by, new(by.Authority, id, role, body), obligation);
    }

    async Task<List<string>> Events(Store store, string token)
    {
        var answer = await Feed(store).Find(token);
        return [.. Encoding.UTF8.GetString(answer!.Bytes).Replace("\r\n ", "", StringComparison.Ordinal).Split("BEGIN:VEVENT").Skip(1)];
    }

    static string Value(string one, string name) => one.Split("\r\n").Single(l => l.StartsWith(name, StringComparison.Ordinal))[(name.Length + 1)..];

    [Theory, OnBoth]
    public async Task An_executor_has_the_due_days_of_his_body_one_for_each_period(Kind kind)
    {
        var (store, _, person, _) = await WithPerson(kind);
        var events = await Events(store, await new OpenCalendarFeed(store).Run(person, Now));

        Assert.Equal([("20200917", "Звіт за III квартал 2020 року: заходи 1\\, 2"), ("20201217", "Звіт за IV квартал 2020 року: заходи 1\\, 2")], events.Select(e => (Value(e, "DTSTART;VALUE=DATE"), Value(e, "SUMMARY"))));
        Assert.All(events, e => Assert.Contains("STATUS:CONFIRMED", e, StringComparison.Ordinal));
        Assert.Contains("пункт 2 розпорядження № 149-ОД", events[0], StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task The_coordinator_has_control_dates_and_days_of_consolidated_reports_too(Kind kind)
    {
        var (store, _, person, _) = await WithPerson(kind, Role.Coordinator);
        var summaries = (await Events(store, await new OpenCalendarFeed(store).Run(person, Now))).ConvertAll(e => Value(e, "SUMMARY"));

        Assert.Contains("Зведений звіт за III квартал 2020 року", summaries);
        Assert.Contains(summaries, s => s.StartsWith("Контрольний строк: заход", StringComparison.Ordinal));
    }

    [Theory, OnBoth]
    public async Task What_was_handed_in_says_so_a_return_stands_on_its_own_day_and_what_lapsed_is_cancelled_under_the_same_names(Kind kind)
    {
        var (store, by, person, obligation) = await WithPerson(kind);
        var token = await new OpenCalendarFeed(store).Run(person, Now);
        var before = (await Events(store, token)).ToDictionary(e => Value(e, "DTSTART;VALUE=DATE"), e => Value(e, "UID"));
        var (uid, mark) = (before["20200917"], (await Feed(store).Find(token))!.Mark);

        await store.Write(by, Now, w => w.Do("UPDATE obligation SET report_state = 'Accepted', submitted_day = '2020-09-11' WHERE authority_id = @authority AND period_code = '2020-Q3' AND body_id = @Body", new { person.Body }));
        var handedIn = (await Events(store, token)).Single(e => Value(e, "UID") == uid);
        Assert.Equal("Подано: Звіт за III квартал 2020 року: заходи 1\\, 2", Value(handedIn, "SUMMARY"));
        Assert.NotEqual(mark, (await Feed(store).Find(token))!.Mark);

        await store.Write(by, Now, w => w.Do("UPDATE obligation SET report_state = 'Returned', returned_due = '2020-09-23' WHERE authority_id = @authority AND id = @obligation", new { obligation }));
        Assert.Contains(await Events(store, token), e => Value(e, "DTSTART;VALUE=DATE") == "20200923" && Value(e, "SUMMARY") == "Доопрацювати звіт за III квартал 2020 року: захід 1");

        await store.Write(by, Now, w => w.Do("UPDATE obligation SET lapsed_day = '2020-09-14', lapsed_ground = 'зразок' WHERE authority_id = @authority AND period_code = '2020-Q4' AND body_id = @Body", new { person.Body }));
        var lapsed = (await Events(store, token)).Single(e => Value(e, "UID") == before["20201217"]);
        Assert.Contains("STATUS:CANCELLED", lapsed, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_renewed_withdrawn_or_guessed_address_and_that_of_a_blocked_person_open_nothing(Kind kind)
    {
        var (store, by, person, _) = await WithPerson(kind);
        var first = await new OpenCalendarFeed(store).Run(person, Now);
        var second = await new OpenCalendarFeed(store).Run(person, Now);
        Assert.Null(await Feed(store).Find(first));
        Assert.NotNull(await Feed(store).Find(second));
        foreach (var guess in new[] { "", "1", "1-1", "1-1-", "1-1-x", second + "x", second[..^1], $"9{second}", "0-0-" + second.Split('-', 3)[2], "99999999999999999999-1-x", "-1--1-x" }) Assert.Null(await Feed(store).Find(guess));

        var bytes = await store.Read(by.Authority, r => r.One<byte[]>("SELECT token_hash FROM calendar_feed WHERE authority_id = @authority"));
        Assert.Equal(32, bytes.Length);
        Assert.DoesNotContain(second.Split('-', 3)[2], await store.Read(by.Authority, r => r.One<string>("SELECT detail FROM audit_entry WHERE authority_id = @authority AND action = 'person.calendar-opened'")), StringComparison.Ordinal);

        await new BlockPerson(store).Run(by, person.Person, Now);
        Assert.Null(await Feed(store).Find(second));
        await new UnblockPerson(store).Run(by, person.Person, Now);
        await new CloseCalendarFeed(store).Run(person, Now);
        Assert.Null(await Feed(store).Find(second));
        Assert.Null(await Feed(store).MadeAt(person));
    }
}
