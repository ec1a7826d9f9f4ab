using Zakhid.Control;
using Zakhid.Operations.Control;
using Zakhid.Operations.Mail;
using Zakhid.Operations.Reporting;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Storage;

namespace Zakhid.Operations.Tests.Mail;

/// <summary>Who is written to on which day. The reports of the small plan are due on 17 September 2020, a Thursday.</summary>
public sealed class QueueRemindersTests(PostgresCluster cluster) : MailTest(cluster)
{
    static readonly MailServer Server = new() { Host = "127.0.0.1", Port = 9, Safety = MailSafety.Tls, FromAddress = "zakhid@zakhid.test" };

    static DateTimeOffset Nine(int day, int month = 9) => new(2020, month, day, 6, 0, 0, TimeSpan.Zero);

    [Theory, OnBoth]
    public async Task Letters_go_five_and_one_working_days_before_on_the_day_and_one_three_and_five_after(Kind kind)
    {
        var (store, by, _) = await WithMail(kind, Server);
        var days = new List<int>();
        for (Clock.Now = Nine(1); Clock.Now < Nine(1, 10); Clock.Pass(TimeSpan.FromDays(1)))
            for (var again = 0; again < 2; again++)
                if (await Queue(store, by) > 0) days.Add(Clock.Now.Day);

        Assert.Equal([10, 16, 17, 18, 22, 24], days);
        Assert.All(await Letters(store, by), l => Assert.Equal((Culture, "Відділ культури"), (l.ToAddress, l.ToName)));
        Assert.Equal(12, await store.Read(by.Authority, r => r.One<int>("SELECT COUNT(*) FROM reminded WHERE authority_id = @authority")));
    }

    [Theory, OnBoth]
    public async Task A_day_on_which_the_program_stood_still_is_made_up_for_once(Kind kind)
    {
        var (store, by, _) = await WithMail(kind, Server);
        Clock.Now = Nine(12);
        Assert.Equal(0, await Queue(store, by));
        Clock.Now = Nine(14);
        Assert.Equal(1, await Queue(store, by));
        Clock.Now = Nine(15);
        Assert.Equal(0, await Queue(store, by));
    }

    [Theory, OnBoth]
    public async Task What_was_handed_in_is_no_longer_spoken_of_and_what_is_overdue_is(Kind kind)
    {
        var (store, by, obligation) = await WithMail(kind, Server);
        await new SaveDraft(store).Run(by, At, obligation, Full, 0);
        await new SubmitReport(store).Run(by, At, obligation, "ключ-1");
        Clock.Now = Nine(18);

        Assert.Equal(1, await Queue(store, by));
        var letter = Assert.Single(await Letters(store, by));
        Assert.Equal("Нагадування про звіти: прострочено 1", letter.Subject);
        Assert.Contains("Строк минув 17 вересня 2020 року: належить невідкладно подати інформацію за III квартал 2020 року про виконання заходу 2 плану", letter.Text, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_return_with_a_new_day_is_reminded_of_by_its_own_day(Kind kind)
    {
        var (store, by, obligation) = await WithMail(kind, Server);
        Clock.Now = Nine(16);
        Assert.Equal(1, await Queue(store, by));
        await store.Write(by, Now, w => w.Do("UPDATE obligation SET returned_due = '2020-09-23' WHERE authority_id = @authority AND id = @obligation", new { obligation }));
        await store.Write(by, Now, w => w.Do("UPDATE obligation SET report_state = 'Accepted' WHERE authority_id = @authority AND id <> @obligation", new { obligation }));

        var days = new List<int>();
        for (Clock.Now = Nine(17); Clock.Now < Nine(25); Clock.Pass(TimeSpan.FromDays(1)))
            if (await Queue(store, by) > 0) days.Add(Clock.Now.Day);
        Assert.Equal([17, 22, 23, 24], days);
    }

    [Theory, OnBoth]
    public async Task A_person_who_can_sign_in_gets_the_letter_else_the_body_and_a_shared_box_gets_one(Kind kind)
    {
        var (store, by, _) = await WithMail(kind, Server);
        await SetEmail(store, by, "Відділ з правової політики", Culture);
        Assert.Equal(1, await Queue(store, by));
        var shared = Assert.Single(await Letters(store, by));
        Assert.Contains("Відділ культури", shared.Text, StringComparison.Ordinal);
        Assert.Contains("Відділ з правової політики", shared.Text, StringComparison.Ordinal);

        var body = await store.Read(by.Authority, r => r.One<long>("SELECT id FROM body WHERE authority_id = @authority AND name = 'Відділ культури'"));
        await new Zakhid.Operations.People.AddPerson(store).Run(by, new("kultura", "головний спеціаліст", Role.Executor, body), Now, "довгий пароль для особи");
        await store.Write(by, Now, w => w.Do("UPDATE person SET email = 'osoba@zakhid.test' WHERE authority_id = @authority"));
        Clock.Now = Nine(16);
        Assert.Equal(2, await Queue(store, by));
        var letters = (await Letters(store, by)).Where(l => l.Day.Day == 16).ToDictionary(l => l.ToAddress);
        Assert.DoesNotContain("Відділ культури", letters[Culture].Text, StringComparison.Ordinal);
        Assert.Equal("головний спеціаліст", letters["osoba@zakhid.test"].ToName);
    }

    [Theory, OnBoth]
    public async Task Switched_off_before_its_hour_or_without_a_server_nothing_is_queued_and_who_has_no_address_is_named(Kind kind)
    {
        var (store, by, _) = await WithMail(kind, Server);
        Clock.Pass(TimeSpan.FromHours(-2));
        Assert.Equal(0, await Queue(store, by));
        Clock.Pass(TimeSpan.FromHours(2));
        await new SetReminderPolicy(store).Run(by, Now, ReminderPolicy.Default with { IsOn = false });
        Assert.Equal(0, await Queue(store, by));
        await new SetReminderPolicy(store).Run(by, Now, ReminderPolicy.Default with { Before = [3, 5, 3] });
        await new ForgetMailServer(store).Run(Actor.Program(0), Now);
        Assert.Equal(0, await Queue(store, by));

        var day = await store.Read(by.Authority, r => MailReminders.Of(r, Now.Day, null));
        Assert.Equal([5, 3], day.Policy.Before);
        Assert.Equal(["Відділ з правової політики"], day.Unreachable);
        Assert.Single(day.Letters);
        Assert.Equal("reminders.days", (await Assert.ThrowsAsync<RuleBroken>(() => new SetReminderPolicy(store).Run(by, Now, ReminderPolicy.Default with { After = [0] }))).Rule);
    }

    [Theory, OnBoth]
    public async Task A_crash_in_the_middle_of_queueing_leaves_nothing_and_the_next_time_all_of_it(Kind kind)
    {
        var (store, by, _) = await WithMail(kind, Server);
        await store.Write(by, At, w => w.Do(kind == Kind.Sqlite
            ? "CREATE TRIGGER fails BEFORE INSERT ON reminder BEGIN SELECT RAISE(ABORT, 'stopped'); END -- @authority"
            : "ALTER TABLE reminder ADD CONSTRAINT fails CHECK (id < 0) -- @authority"));
        await Assert.ThrowsAnyAsync<Exception>(() => Queue(store, by));
        Assert.Empty(await Letters(store, by));

        await store.Write(by, At, w => w.Do(kind == Kind.Sqlite ? "DROP TRIGGER fails -- @authority" : "ALTER TABLE reminder DROP CONSTRAINT fails -- @authority"));
        Assert.Equal(1, await Queue(store, by));
        Assert.Equal(2, await store.Read(by.Authority, r => r.One<int>("SELECT COUNT(*) FROM reminded WHERE authority_id = @authority")));
        Assert.True((await store.Read(by.Authority, r => DueReminders.Of(r, Now.Day, "координатор"))).Single(d => d.Body == "Відділ культури").IsDone);
    }

    [Theory]
    [InlineData("")]
    [InlineData("mail.example .gov.ua")]
    [InlineData("mail.example.gov.ua\r\nEHLO")]
    public async Task A_host_that_is_none_is_refused(string host)
    {
        var store = await Open(Kind.Sqlite);
        Assert.Equal("mail.host", (await Assert.ThrowsAsync<RuleBroken>(() => new SetMailServer(store).Run(Actor.Program(0), Server with { Host = host }, null, Now))).Rule);
    }

    [Fact]
    public async Task Where_authorities_share_an_installation_none_of_them_turns_the_others_letters_elsewhere()
    {
        var store = await Open(Kind.Sqlite);
        var first = await NewAuthority(store, "hlukhiv");
        await new SetMailServer(store).Run(new Actor(first.Authority, 5, Role.Administrator), Server, null, Now);
        await NewAuthority(store, "zhytomyr");
        Assert.Equal("mail.shared", (await Assert.ThrowsAsync<RuleBroken>(() => new SetMailServer(store).Run(new Actor(first.Authority, 5, Role.Administrator), Server, null, Now))).Rule);
        Assert.Equal("mail.not-for-you", (await Assert.ThrowsAsync<RuleBroken>(() => new SetMailServer(store).Run(new Actor(first.Authority, 5, Role.Coordinator), Server, null, Now))).Rule);
    }
}
