using Zakhid.Operations.Mail;
using Zakhid.Operations.Tests.Storage;

namespace Zakhid.Operations.Tests.Mail;

/// <summary>Against exim of the distribution: what leaves, what arrives, and how it is read there.</summary>
public sealed class RealMailTests(PostgresCluster cluster, EximServer exim) : MailTest(cluster)
{
    void Needed() => Assert.SkipWhen(exim.Missing is not null, exim.Missing ?? "");

    [Theory, OnBoth]
    public async Task A_reminder_arrives_with_Ukrainian_subject_names_and_text_intact(Kind kind)
    {
        Needed();
        var (store, by, _) = await WithMail(kind, exim.Server(MailSafety.StartTls), EximServer.Password);
        var address = $"kultura-{kind}@zakhid.test".ToLowerInvariant();
        await SetEmail(store, by, "Відділ культури", address);

        Assert.Equal(1, await Queue(store, by));
        Assert.Equal(new SendingRound(1, 0, 0), await Send(store));

        var letter = Assert.Single(await exim.Delivered(address, 1, TestContext.Current.CancellationToken));
        Assert.Equal("Нагадування про звіти: до 17 вересня 2020 року — 2", letter.Subject);
        Assert.Equal("Захід: hlukhiv <zakhid@zakhid.test>", letter.From.Replace("\"", "", StringComparison.Ordinal));
        Assert.Equal($"Відділ культури <{address}>", letter.To);
        Assert.Equal("Thu, 10 Sep 2020 09:00:00 +0300", letter.Date);
        Assert.Equal("""
            Відділ культури

            Нагадуємо: до 17 вересня 2020 року належить подати інформацію за III квартал 2020 року про виконання заходів 1, 2 плану «Про план заходів у 2020 році».
            Підстава: пункт 2 розпорядження № 149-ОД.

            Станом на 10 вересня 2020 року. Якщо звіт уже подано, листа можна не зважати.
            Ваші звіти: https://zakhid.test/today

            Координатор
            hlukhiv

            """, letter.Text.ReplaceLineEndings("\n"));
        Assert.Equal($"<{(await Letters(store, by))[0].MessageId}>", letter.Id);
        Assert.Contains("Auto-Submitted", letter.Headers);
    }

    [Fact]
    public async Task Each_way_of_closing_the_wire_and_of_signing_in_works()
    {
        Needed();
        var (store, _, _) = await WithMail(Kind.Sqlite, exim.Server(MailSafety.Tls), EximServer.Password);
        foreach (var (server, to) in new[] { (exim.Server(MailSafety.Tls), "tls"), (exim.Server(MailSafety.StartTls), "starttls"), (exim.Server(MailSafety.StartTls, exim.LoginPort), "login") })
        {
            await new SetMailServer(store).Run(Actor.Program(0), server, null, Now);
            await new TestMail(store).Run($"{to}@zakhid.test", Now, TestContext.Current.CancellationToken);
            Assert.Equal("Перевірка пошти", Assert.Single(await exim.Delivered($"{to}@zakhid.test", 1, TestContext.Current.CancellationToken)).Subject);
        }
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_authority_of_certificates_stop_before_the_letter()
    {
        Needed();
        var (store, by, _) = await WithMail(Kind.Sqlite, exim.Server(MailSafety.StartTls), "не той");
        await Queue(store, by);
        Assert.Equal((0, 1, MailTrouble.SignIn), Told(await Send(store)));

        await new SetMailServer(store).Run(Actor.Program(0), exim.Server(MailSafety.StartTls) with { Ca = null }, EximServer.Password, Now);
        Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal((0, 1, MailTrouble.Certificate), Told(await Send(store)));
        Assert.Equal((MailTrouble.Certificate, 2, true), (await Letters(store, by)) is [var l] ? (l.Trouble!.Value, l.Attempts, l.IsWaiting) : default);
    }

    [Fact]
    public async Task A_dead_address_is_given_up_at_once_with_the_servers_words_and_the_others_go()
    {
        Needed();
        var (store, by, _) = await WithMail(Kind.Sqlite, exim.Server(MailSafety.Tls), EximServer.Password);
        await SetEmail(store, by, "Відділ культури", "nikoho@zakhid.test");
        await SetEmail(store, by, "Відділ з правової політики", "pravo@zakhid.test");

        Assert.Equal(2, await Queue(store, by));
        Assert.Equal(new SendingRound(1, 0, 1), await Send(store));

        var failed = (await Letters(store, by)).Single(l => l.ToAddress == "nikoho@zakhid.test");
        Assert.Equal((MailTrouble.Recipient, "550 no such mailbox"), (failed.Trouble, failed.Said));
        Assert.NotNull(failed.GivenUpAt);
        Assert.Single(await exim.Delivered("pravo@zakhid.test", 1, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_name_full_of_line_ends_adds_no_header_and_no_recipient()
    {
        Needed();
        var (store, by, _) = await WithMail(Kind.Sqlite, exim.Server(MailSafety.Tls), EximServer.Password);
        await store.Write(by, At, w => w.Do("UPDATE body SET email = 'rizne@zakhid.test', name = @name WHERE authority_id = @authority AND email IS NOT NULL", new { name = "Культура\r\nBcc: chuzhyi@zakhid.test\r\n\r\nтіло \"лапки\" <a@b>" }));

        await Queue(store, by);
        await Send(store);

        var letter = Assert.Single(await exim.Delivered("rizne@zakhid.test", 1, TestContext.Current.CancellationToken));
        Assert.DoesNotContain("Bcc", letter.Headers);
        Assert.EndsWith("<rizne@zakhid.test>", letter.To, StringComparison.Ordinal);
        Assert.Empty(await exim.Delivered("chuzhyi@zakhid.test", 0, TestContext.Current.CancellationToken));
    }

    static (int, int, MailTrouble) Told(SendingRound round) => (round.Sent, round.PutOff, round.Trouble!.Trouble);
}
