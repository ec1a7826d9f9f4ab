using Zakhid.Operations.Authorities;
using Zakhid.Operations.Control;
using Zakhid.Operations.Mail;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.People;
using Zakhid.Operations.Storage;

namespace Zakhid.App.Web;

/// While the server runs: writes the day's reminders into the outbox and sends what waits there. Where no mail server is
/// set it looks once a minute and does nothing.
sealed partial class Postman(Store store, AuthorityClock clock, NewDay newDay, ILogger<Postman> log) : BackgroundService
{
    static readonly TimeSpan Round = TimeSpan.FromMinutes(1);
    /// Looking through a large authority for reminders costs more than looking into the outbox.
    const int RoundsBetweenQueueing = 10;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        for (var round = 0; !stoppingToken.IsCancellationRequested; round++)
        {
            try
            {
                if (await MailServer.Find(store, stoppingToken) is not null)
                {
                    if (round % RoundsBetweenQueueing == 0) await Queue(stoppingToken);
                    if ((await new SendMail(store, clock).Run(stop: stoppingToken)).Trouble is { } trouble) NotSent(log, trouble.Trouble, trouble.Said);
                }
                await Task.Delay(Round, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failed)
            {
                // A disk that is full today is not full for ever.
                RoundFailed(log, failed);
                await Task.Delay(Round, CancellationToken.None).WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    async Task Queue(CancellationToken stop)
    {
        foreach (var authority in await new AllAuthorities(store).List(stop)) await new QueueReminders(store, newDay).Run(authority.Id, clock.Now(authority.Day), stop: stop);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Letters wait: {Trouble} {Said}")]
    private static partial void NotSent(ILogger log, MailTrouble trouble, string said);

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of letters failed")]
    private static partial void RoundFailed(ILogger log, Exception failed);
}
