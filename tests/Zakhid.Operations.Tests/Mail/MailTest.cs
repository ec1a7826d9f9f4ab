using Zakhid.Operations.Control;
using Zakhid.Operations.Mail;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.People;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Reporting;
using Zakhid.Operations.Tests.Storage;

namespace Zakhid.Operations.Tests.Mail;

/// <summary>The small plan with a mail server set and «Відділ культури» reachable, at nine in the morning of 10 September 2020: five working days before its day.</summary>
public abstract class MailTest(PostgresCluster cluster) : RunningPlanTest(cluster)
{
    protected const string Culture = "kultura@zakhid.test";
    protected TestClock Clock { get; } = new(new DateTimeOffset(2020, 9, 10, 6, 0, 0, TimeSpan.Zero));
    protected Moment Now => new AuthorityClock(Clock).Now();

    protected async Task<(Store Store, Actor By, long Obligation)> WithMail(Kind kind, MailServer server, string password = "пароль")
    {
        var (store, by, obligation) = await Running(kind);
        await new SetMailServer(store).Run(Actor.Program(Store.Installation), server, password, Now);
        await SetEmail(store, by, "Відділ культури", Culture);
        return (store, by, obligation);
    }

    protected static MailServer At127(int port, MailSafety safety, string ca) => new() { Host = "127.0.0.1", Port = port, Safety = safety, Login = "zakhid", FromAddress = "zakhid@zakhid.test", Ca = ca };

    protected static Task SetEmail(Store store, Actor by, string body, string? email) =>
        store.Write(by, At, w => w.Do("UPDATE body SET email = @email WHERE authority_id = @authority AND name = @body", new { body, email }));

    protected Task<int> Queue(Store store, Actor by) => new QueueReminders(store, new NewDay(store)).Run(by.Authority, Now);

    /// <param name="hasty">With a server that is known to stall: everybody else gets time, on a busy machine too.</param>
    protected Task<SendingRound> Send(Store store, bool hasty = false) => new SendMail(store, new AuthorityClock(Clock), hasty ? new(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1)) : null).Run(stop: TestContext.Current.CancellationToken);

    protected static Task<List<QueuedLetter>> Letters(Store store, Actor by) => store.Read(by.Authority, r => Outbox.List(r));
}
