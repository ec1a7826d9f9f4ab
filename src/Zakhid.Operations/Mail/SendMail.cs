using Zakhid.Documents.Mail;
using Zakhid.Mail;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.People;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Mail;

/// <summary>What one round of sending did.</summary>
/// <param name="Trouble">Why the round ended before its time: the server itself is not to be spoken with.</param>
public sealed record SendingRound(int Sent, int PutOff, int GivenUp, MailFailed? Trouble = null);

/// <summary>
/// Sends what waits in the outbox. A letter is claimed, sent, marked: three steps, and a crash between any two of them loses
/// nothing. What was sent and not marked is sent once more, with the same Message-ID and the same bytes, which mailboxes
/// show once. Any number of processes may send from one database.
/// </summary>
public sealed class SendMail(Store store, AuthorityClock clock, MailPatience? patience = null)
{
    /// <summary>Longer than any conversation about one letter can last.</summary>
    static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);
    static readonly TimeSpan LongestPause = TimeSpan.FromHours(2);
    /// <summary>Since the letter was written; a server that is down for a weekend is waited for.</summary>
    public static readonly TimeSpan GivenUpAfter = TimeSpan.FromDays(4);
    readonly MailPatience _patience = patience ?? MailPatience.Default;

    /// <param name="all">Also what waits for its next try.</param>
    public async Task<SendingRound> Run(bool all = false, CancellationToken stop = default)
    {
        if (await MailServer.Find(store, stop) is not { } server) return new(0, 0, 0);
        var (sent, putOff, givenUp) = (0, 0, 0);
        SmtpSession? open = null;
        try
        {
            foreach (var authority in await new AllAuthorities(store).List(stop))
            {
                // A round tries a letter once: those put off in it stand after its beginning.
                var began = all ? DateTimeOffset.MaxValue : clock.Now().Machine;
                var tried = new HashSet<long>();
                while (await Claim(authority, began, tried, stop) is { } letter)
                {
                    try
                    {
                        open ??= await SmtpSession.Open(server, MailPassword.Find(store), _patience, stop);
                    }
                    catch (MailFailed failed)
                    {
                        if (await PutOff(authority, letter, failed)) givenUp++;
                        else putOff++;
                        return new(sent, putOff, givenUp, failed);
                    }
                    try
                    {
                        await open.Send(Message(server, authority, letter), stop);
                        await Mark(authority, letter);
                        sent++;
                    }
                    catch (MailFailed failed)
                    {
                        // Nobody knows what the rest of this conversation would mean.
                        await open.DisposeAsync();
                        open = null;
                        if (await PutOff(authority, letter, failed)) givenUp++;
                        else putOff++;
                    }
                }
            }
            return new(sent, putOff, givenUp);
        }
        finally
        {
            if (open is not null) await open.DisposeAsync();
        }
    }

    /// <summary>Takes the next letter that is due, for this process alone until its lease ends.</summary>
    async Task<QueuedLetter?> Claim(Authority authority, DateTimeOffset until, HashSet<long> tried, CancellationToken stop)
    {
        var at = clock.Now(authority.Day);
        var with = new { until, now = at.Machine, lease = at.Machine + Lease, tried = tried.ToList() };
        string Waiting(Dialect dialect) => $"""
            SELECT id FROM letter WHERE authority_id = @authority AND sent_at IS NULL AND given_up_at IS NULL AND run_at <= @until
              AND (claimed_until IS NULL OR claimed_until <= @now) AND NOT id {dialect.Among("@tried")} ORDER BY run_at, id LIMIT 1
            """;
        // Mostly nothing waits, and looking costs no write.
        if (await store.Read(authority.Id, r => r.Find<long?>(Waiting(r.Dialect), with), stop) is null) return null;
        var letter = await store.Write(Actor.Program(authority.Id), at, w => w.Find<QueuedLetter>($"""
            UPDATE letter SET claimed_until = @lease, attempts = attempts + 1 WHERE authority_id = @authority AND id = ({Waiting(w.Dialect)}) RETURNING {Outbox.Columns}
            """, with), stop);
        if (letter is not null) tried.Add(letter.Id);
        return letter;
    }

    static MailMessage Message(MailServer server, Authority authority, QueuedLetter letter) => new(
        letter.MessageId, new(EmailAddress.Parse(server.FromAddress), $"{server.FromName}: {authority.ShortName ?? authority.Name}"),
        new(EmailAddress.Parse(letter.ToAddress), letter.ToName), letter.Subject, letter.Text, AuthorityClock.InKyiv(letter.QueuedAt));

    // The server has the letter: this is written whoever wants to stop meanwhile.
    Task Mark(Authority authority, QueuedLetter letter) => store.Write(Actor.Program(authority.Id), clock.Now(authority.Day), w => w.Do(
        "UPDATE letter SET sent_at = @now, claimed_until = NULL, trouble = NULL, said = NULL WHERE authority_id = @authority AND id = @Id", new { letter.Id, now = w.At.Machine }), CancellationToken.None);

    /// <returns>True: it is given up.</returns>
    Task<bool> PutOff(Authority authority, QueuedLetter letter, MailFailed failed) => store.Write(Actor.Program(authority.Id), clock.Now(authority.Day), async w =>
    {
        var now = w.At.Machine;
        var givesUp = failed.IsFinal || now - letter.QueuedAt > GivenUpAfter;
        await w.Do("UPDATE letter SET claimed_until = NULL, run_at = @next, trouble = @Trouble, said = @Said, given_up_at = @end WHERE authority_id = @authority AND id = @Id",
            new { letter.Id, failed.Trouble, failed.Said, next = now + Pause(letter.Attempts), end = givesUp ? now : (DateTimeOffset?)null });
        if (givesUp) await w.Log("letter.given-up", $"letter/{letter.Id}", new { letter.ToAddress, failed.Trouble, failed.Said });
        return givesUp;
    }, CancellationToken.None);

    /// <summary>One minute after the first try, then twice as long each time, up to two hours.</summary>
    static TimeSpan Pause(int attempts) => attempts > 8 ? LongestPause : TimeSpan.FromMinutes(Math.Min(Math.Pow(2, attempts - 1), LongestPause.TotalMinutes));
}

/// <summary>Sends a given-up letter once more, when its cause is mended.</summary>
public sealed class SendAgain(Store store)
{
    /// <exception cref="RuleBroken">«letter.not-for-you»; «letter.not-given-up».</exception>
    public Task Run(Actor by, Moment at, long letter, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        if (!by.IsProgram && !by.Is(Role.Coordinator, Role.Controller, Role.Administrator)) throw new RuleBroken("letter.not-for-you");
        if (await w.Do("UPDATE letter SET given_up_at = NULL, trouble = NULL, said = NULL, attempts = 0, queued_at = @now, run_at = @now WHERE authority_id = @authority AND id = @letter AND given_up_at IS NOT NULL", new { letter, now = at.Machine }) == 0) throw new RuleBroken("letter.not-given-up");
        await w.Log("letter.sent-again", $"letter/{letter}");
    }, stop);
}

/// <summary>A letter that tells whether letters go; sent at once, past the outbox.</summary>
public sealed class TestMail(Store store, MailPatience? patience = null)
{
    /// <exception cref="RuleBroken">«mail.none», «email.form».</exception>
    /// <exception cref="MailFailed">It did not go.</exception>
    public async Task Run(string to, Moment at, CancellationToken stop = default)
    {
        var server = await MailServer.Find(store, stop) ?? throw new RuleBroken("mail.none");
        var (address, from) = (EmailAddress.Parse(to), EmailAddress.Parse(server.FromAddress));
        await using var session = await SmtpSession.Open(server, MailPassword.Find(store), patience ?? MailPatience.Default, stop);
        await session.Send(new($"test.{Guid.NewGuid():N}@{from.Domain}", new(from, server.FromName), new(address), "Перевірка пошти",
            $"Лист дійшов: Захід надсилає пошту через {server.Host}.", at.At), stop);
    }
}
