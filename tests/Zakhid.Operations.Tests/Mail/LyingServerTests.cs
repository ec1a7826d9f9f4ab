using Zakhid.Operations.Mail;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Storage;

namespace Zakhid.Operations.Tests.Mail;

/// <summary>Servers that lie, stall and are away: nothing is lost, and nobody sees a letter twice as two letters.</summary>
public sealed class LyingServerTests(PostgresCluster cluster) : MailTest(cluster)
{
    readonly OwnCertificates _certificates = new();

    async Task<(LyingServer Server, Store Store, Actor By)> Against(Kind kind, MailSafety safety, params Lie[] lies)
    {
        var server = new LyingServer(_certificates.Server(), safety, lies);
        var (store, by, _) = await WithMail(kind, At127(server.Port, safety, _certificates.Pem));
        Assert.Equal(1, await Queue(store, by));
        return (server, store, by);
    }

    [Theory]
    [InlineData(Lie.HangsUpAtOnce, MailTrouble.Dropped)]
    [InlineData(Lie.HangsUpInstead250, MailTrouble.Dropped)]
    [InlineData(Lie.Garbage, MailTrouble.Garbled)]
    [InlineData(Lie.EndlessLine, MailTrouble.Garbled)]
    [InlineData(Lie.Stalls, MailTrouble.Stalled)]
    [InlineData(Lie.StallsAfterData, MailTrouble.Stalled)]
    [InlineData(Lie.LaterAtGreeting, MailTrouble.Later)]
    [InlineData(Lie.LaterAtRecipient, MailTrouble.Later)]
    [InlineData(Lie.LaterAfterData, MailTrouble.Later)]
    [InlineData(Lie.NeverSignIn, MailTrouble.SignIn)]
    public async Task What_did_not_go_waits_and_goes_the_next_time_under_the_same_name(Lie lie, MailTrouble trouble)
    {
        var (server, store, by) = await Against(Kind.Sqlite, MailSafety.Tls, lie, Lie.None);
        await using var _ = server;

        var first = await Send(store, hasty: lie is Lie.Stalls or Lie.StallsAfterData);
        Assert.Equal((0, 1, 0), (first.Sent, first.PutOff, first.GivenUp));
        var waiting = Assert.Single(await Letters(store, by));
        Assert.Equal((true, trouble), (waiting.IsWaiting, waiting.Trouble));
        Assert.Equal(new SendingRound(0, 0, 0), await Send(store));

        Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(new SendingRound(1, 0, 0), await Send(store));
        Assert.Equal([$"<{waiting.MessageId}>"], server.Taken);
        Assert.All(server.Came, id => Assert.Equal($"<{waiting.MessageId}>", id));
        Assert.Equal((null, null), (await Letters(store, by)) is [var sent] ? (sent.Trouble, sent.Said) : default);
    }

    [Theory]
    [InlineData(Lie.NoStartTls, MailTrouble.NoTls)]
    [InlineData(Lie.SaysMoreBehindStartTls, MailTrouble.Garbled)]
    public async Task Without_a_closed_wire_neither_sign_in_nor_letter_is_said(Lie lie, MailTrouble trouble)
    {
        var (server, store, by) = await Against(Kind.Sqlite, MailSafety.StartTls, lie);
        await using var _ = server;

        Assert.Equal(trouble, (await Send(store)).Trouble!.Trouble);
        Assert.DoesNotContain(server.Heard, line => line.StartsWith("AUTH", StringComparison.Ordinal) || line.StartsWith("MAIL", StringComparison.Ordinal));
        Assert.True((await Letters(store, by))[0].IsWaiting);
    }

    [Theory]
    [InlineData(MailSafety.StartTls, MailSafety.Tls, MailTrouble.Garbled)]
    [InlineData(MailSafety.Tls, MailSafety.StartTls, MailTrouble.Stalled)]
    public async Task A_port_of_the_other_kind_of_protection_is_told_apart_from_a_bad_certificate(MailSafety has, MailSafety wants, MailTrouble trouble)
    {
        await using var server = new LyingServer(_certificates.Server(), has, Lie.None);
        var (store, by, _) = await WithMail(Kind.Sqlite, At127(server.Port, wants, _certificates.Pem));
        await Queue(store, by);

        Assert.Equal(trouble, (await Send(store, hasty: trouble == MailTrouble.Stalled)).Trouble!.Trouble);
        Assert.True((await Letters(store, by))[0].IsWaiting);
    }

    [Theory]
    [InlineData("mail.example.gov.ua", false)]
    [InlineData(null, true)]
    public async Task A_certificate_of_another_name_or_past_its_end_is_not_spoken_to(string? name, bool ended)
    {
        await using var server = new LyingServer(_certificates.Server(name, ended), MailSafety.Tls, Lie.None);
        var (store, by, _) = await WithMail(Kind.Sqlite, At127(server.Port, MailSafety.Tls, _certificates.Pem));
        await Queue(store, by);

        Assert.Equal(MailTrouble.Certificate, (await Send(store)).Trouble!.Trouble);
        Assert.Empty(server.Heard);
    }

    [Theory]
    [InlineData(Lie.NeverAtRecipient, "550 немає такої скриньки")]
    [InlineData(Lie.NeverAfterData, "554 не візьму")]
    public async Task A_plain_no_is_believed_at_once_and_can_be_sent_again_by_hand(Lie lie, string said)
    {
        var (server, store, by) = await Against(Kind.Sqlite, MailSafety.Tls, lie, Lie.None);
        await using var _ = server;

        Assert.Equal(new SendingRound(0, 0, 1), await Send(store));
        var letter = Assert.Single(await Letters(store, by));
        Assert.Equal((false, said), (letter.IsWaiting, letter.Said));

        await new SendAgain(store).Run(by, Now, letter.Id);
        Assert.Equal(new SendingRound(1, 0, 0), await Send(store));
        Assert.Equal("letter.not-given-up", (await Assert.ThrowsAsync<RuleBroken>(() => new SendAgain(store).Run(by, Now, letter.Id))).Rule);
    }

    [Theory, OnBoth]
    public async Task A_server_that_is_down_for_a_day_loses_and_doubles_nothing(Kind kind)
    {
        var (server, store, by) = await Against(kind, MailSafety.Tls, Lie.None);
        var port = server.Port;
        await server.DisposeAsync();
        var tries = 0;
        for (var until = Clock.Now.AddDays(1); Clock.Now < until; Clock.Pass(TimeSpan.FromMinutes(10)))
        {
            if ((await Send(store)).Trouble is { } trouble) { tries++; Assert.Equal(MailTrouble.Unreachable, trouble.Trouble); }
            Assert.Equal(0, await Queue(store, by));
        }
        // Minutes at first, then every two hours.
        Assert.InRange(tries, 14, 20);

        await using var back = new LyingServer(_certificates.Server(), MailSafety.Tls, Lie.None);
        await new SetMailServer(store).Run(Actor.Program(0), At127(back.Port, MailSafety.Tls, _certificates.Pem), null, Now);
        Clock.Pass(TimeSpan.FromHours(2));
        Assert.Equal(1, (await Send(store)).Sent);
        Assert.Equal([$"<{(await Letters(store, by))[0].MessageId}>"], back.Taken);
        Assert.NotEqual(0, port);
    }

    [Fact]
    public async Task After_four_days_a_letter_is_given_up_and_its_cause_stays_to_be_seen()
    {
        var (server, store, by) = await Against(Kind.Sqlite, MailSafety.Tls, Lie.LaterAtRecipient);
        await using var _ = server;
        for (var days = 0; days < 6; days++, Clock.Pass(TimeSpan.FromDays(1))) await Send(store);

        var letter = Assert.Single(await Letters(store, by));
        Assert.Equal((false, MailTrouble.Later, "450 пізніше"), (letter.IsWaiting, letter.Trouble, letter.Said));
        Assert.Equal(1, await store.Read(by.Authority, r => r.One<int>("SELECT COUNT(*) FROM audit_entry WHERE authority_id = @authority AND action = 'letter.given-up'")));
    }

    [Theory, OnBoth]
    public async Task A_crash_between_sending_and_marking_sends_the_same_letter_once_more_and_no_other(Kind kind)
    {
        var (server, store, by) = await Against(kind, MailSafety.Tls, Lie.None);
        await using var _ = server;
        // The process is gone before it could mark: what it held stays claimed until its lease ends.
        server.OnLetter = () => { Clock.Stopped = true; return Task.CompletedTask; };
        await Assert.ThrowsAsync<InvalidOperationException>(() => Send(store));
        (server.OnLetter, Clock.Stopped) = (() => Task.CompletedTask, false);

        Assert.Equal(new SendingRound(0, 0, 0), await Send(store));
        Clock.Pass(TimeSpan.FromMinutes(11));
        Assert.Equal(new SendingRound(1, 0, 0), await Send(store));
        Assert.Equal(0, await Queue(store, by));

        Assert.Equal(2, server.Came.Count);
        Assert.Single(server.Came.Distinct());
    }

    [Theory, OnBoth]
    public async Task Many_senders_at_once_send_each_letter_once(Kind kind)
    {
        await using var server = new LyingServer(_certificates.Server(), MailSafety.Tls, Lie.None);
        var (store, by, _) = await WithMail(kind, At127(server.Port, MailSafety.Tls, _certificates.Pem));
        await SetEmail(store, by, "Відділ з правової політики", "pravo@zakhid.test");

        // On PostgreSQL as two servers of one database.
        var other = kind == Kind.Postgres ? await Reopen(kind) : store;

        Assert.Equal(2, (await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Queue(i % 2 == 0 ? store : other, by)))).Sum());
        Assert.Equal(2, (await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => new SendMail(i % 2 == 0 ? store : other, new Zakhid.Operations.People.AuthorityClock(Clock)).Run())))).Sum(r => r.Sent));
        Assert.Equal(2, server.Came.Distinct().Count());
        Assert.Equal(2, server.Came.Count);
    }

    [Fact]
    public async Task The_password_is_in_no_row_no_entry_of_the_log_and_no_message()
    {
        var (server, store, _) = await Against(Kind.Sqlite, MailSafety.Tls, Lie.NeverSignIn);
        await using var serving = server;
        var round = await Send(store);

        var sealedWords = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes("\0zakhid\0пароль"));
        Assert.Contains(server.Heard, line => line.Contains(sealedWords, StringComparison.Ordinal));
        Assert.DoesNotContain(sealedWords, round.Trouble!.ToString(), StringComparison.Ordinal);
        await store.DisposeAsync();
        foreach (var file in Directory.EnumerateFiles(Folder, "zakhid.db*"))
        {
            var bytes = System.Text.Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
            Assert.DoesNotContain("пароль", bytes, StringComparison.Ordinal);
            Assert.DoesNotContain(sealedWords, bytes, StringComparison.Ordinal);
        }
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(Folder, "mail-password")));
    }
}
