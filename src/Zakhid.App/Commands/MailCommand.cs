using System.CommandLine;
using Zakhid.App.Commands.Mail;
using Zakhid.App.Web;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.Control;
using Zakhid.Operations.Mail;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.People;
using Zakhid.Text;

namespace Zakhid.App.Commands;

/// `zakhid mail settings | days | test | queue | again | send`: the mail server of the installation, and its outbox.
static class MailCommand
{
    public static Command Create() => new("mail", CommandLine.Say("Пошта: сервер, черга, надсилання", "Mail: the server, the outbox, sending")) { MailSettingsCommand.Create(), MailDaysCommand.Create(), Test(), Queue(), Again(), Send() };

    static Command Test()
    {
        var to = new Argument<string>("address") { Description = CommandLine.Say("кому надіслати перевірний лист", "whom to send a letter of trial") };
        var command = new Command("test", CommandLine.Say("Надіслати один лист і сказати, чи прийняв його сервер", "Send one letter and say whether the server took it")) { to };
        var data = new DataOptions(command);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            await using var store = await data.OpenToRead(parsed);
            try
            {
                await new TestMail(store).Run(parsed.GetValue(to)!, DataOptions.Now, stop);
            }
            catch (MailFailed failed)
            {
                return DataOptions.Fail(MailWords.Of(failed.Trouble, failed.Said, CommandLine.IsEnglish));
            }
            Console.WriteLine(CommandLine.Say($"Сервер прийняв лист для {parsed.GetValue(to)}.", $"The server took the letter for {parsed.GetValue(to)}."));
            return 0;
        }));
        return command;
    }

    static Command Queue()
    {
        var command = new Command("queue", CommandLine.Say("Листи, що чекають, пішли або не пішли", "Letters that wait, went or failed"));
        var data = new DataOptions(command);
        var json = new Option<bool>("--json") { Description = "JSON" };
        command.Options.Add(json);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            await using var store = await data.OpenToRead(parsed);
            var found = new List<(Authority Authority, QueuedLetter Letter)>();
            foreach (var authority in await new AllAuthorities(store).List(stop))
                found.AddRange((await store.Read(authority.Id, r => Outbox.List(r, 10_000), stop)).Select(l => (authority, l)));
            if (parsed.GetValue(json))
            {
                JsonOut.Write(found.Select(f => new { Authority = f.Authority.Code, f.Letter.Id, f.Letter.Kind, f.Letter.Day, To = f.Letter.ToAddress, f.Letter.Subject, f.Letter.Attempts, Trouble = f.Letter.Trouble?.ToString(), f.Letter.Said, f.Letter.SentAt, f.Letter.GivenUpAt, f.Letter.MessageId }));
                return 0;
            }
            foreach (var (authority, letter) in found) Console.WriteLine($"{State(letter)} {authority.Code} {letter.Day:yyyy-MM-dd} {letter.ToAddress}: {letter.Subject}{(letter.Trouble is { } trouble ? "\n    " + MailWords.Of(trouble, letter.Said, CommandLine.IsEnglish) : "")}{(letter.GivenUpAt is null ? "" : $"\n    zakhid mail again {letter.Id} --authority {authority.Code}")}");
            if (found.Count == 0) Console.WriteLine(CommandLine.Say("Листів ще не було.", "There were no letters yet."));
            return 0;
        }));
        return command;
    }

    static string State(QueuedLetter letter) => letter switch
    {
        { SentAt: not null } => CommandLine.Say("✓ надіслано", "✓ sent"),
        { GivenUpAt: not null } => CommandLine.Say("✗ не надіслано", "✗ not sent"),
        _ => CommandLine.Say("… чекає", "… waits"),
    };

    static Command Again()
    {
        var letter = new Argument<long>("letter") { Description = CommandLine.Say("номер листа, що не пішов: zakhid mail queue", "number of a letter that failed: zakhid mail queue") };
        var command = new Command("again", CommandLine.Say("Надіслати ще раз лист, від якого відмовилися", "Send a given-up letter once more")) { letter };
        InAuthority.Handle(command, writes: true, async (at, parsed, stop) =>
        {
            await new SendAgain(at.Store).Run(at.By, at.At, parsed.GetValue(letter), stop);
            return Said.Done("Лист знову чекає надсилання.", "The letter waits to be sent again.");
        });
        return command;
    }

    static Command Send()
    {
        var all = new Option<bool>("--all") { Description = CommandLine.Say("і те, що чекає наступної спроби", "also what waits for its next try") };
        var command = new Command("send", CommandLine.Say("Поставити сьогоднішні нагадування в чергу й надіслати все, що в ній", "Queue today’s reminders and send all that waits")) { all };
        var data = new DataOptions(command);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            await using var store = await data.Open(parsed);
            if (await MailServer.Find(store, stop) is null) throw new RuleBroken("mail.none");
            var clock = new AuthorityClock(TimeProvider.System);
            var (newDay, queued) = (new NewDay(store), 0);
            foreach (var authority in await new AllAuthorities(store).List(stop)) queued += await new QueueReminders(store, newDay).Run(authority.Id, clock.Now(authority.Day), anyHour: true, stop);
            var round = await new SendMail(store, clock).Run(parsed.GetValue(all), stop);
            Console.WriteLine(CommandLine.Say(
                $"Додано до черги: {queued}. Надіслано {Plural.Count(round.Sent, "лист", "листи", "листів")}, відкладено {round.PutOff}, не вдалося {round.GivenUp}.",
                $"Queued: {queued}. {Plural.English(round.Sent, "letter", "letters")} sent, {round.PutOff} put off, {round.GivenUp} failed."));
            return round.Trouble is { } trouble ? DataOptions.Fail(MailWords.Of(trouble.Trouble, trouble.Said, CommandLine.IsEnglish)) : 0;
        }));
        return command;
    }
}
