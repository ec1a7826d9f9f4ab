using System.CommandLine;
using Zakhid.Obligations;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.Control;
using Zakhid.Operations.Mail;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.People;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.App.Commands;

/// `zakhid remind [PLAN]`: the text for every body whose day is past or within two weeks, and the fact that it was reminded.
static class RemindCommand
{
    public static Command Create()
    {
        var name = new Argument<string?>("plan") { Description = CommandLine.Say("план, як його називає zakhid plans; без нього — усі плани", "the plan, as zakhid plans calls it; without it, every plan"), Arity = ArgumentArity.ZeroOrOne };
        var period = new Option<string?>("--period") { Description = CommandLine.Say("усе, що належить за період: 2020-Q3; без нього — прострочене й те, що за два тижні", "all that is owed in a period: 2020-Q3; without it, what is past or due in two weeks"), HelpName = "P" };
        var show = new Option<bool>("--show") { Description = CommandLine.Say("лише показати тексти, не записувати, що нагадано", "show the texts only, do not record a reminder") };
        var mail = new Option<bool>("--mail") { Description = CommandLine.Say("поставити в чергу листи, що йдуть сьогодні за днями нагадувань; надсилає їх сервер або zakhid mail send", "queue the letters that go today by the days of reminders; the server or zakhid mail send sends them") };
        var command = new Command("remind", CommandLine.Say("Нагадати про звіти й акти: надрукувати тексти й записати, що нагадано", "Remind of reports and acts: print the texts and record it")) { name, period, show, mail };
        var data = new DataOptions(command);
        var json = new Option<bool>("--json") { Description = "JSON" };
        command.Options.Add(json);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            if (parsed.GetValue(period) is { } code && !ReportingPeriod.TryParse(code, out _)) throw new RuleBroken("period.form", code);
            // A view of another day changes nothing.
            var onlyShow = parsed.GetValue(show) || data.AsOf(parsed) is not null;
            await using var store = onlyShow ? await data.OpenToRead(parsed) : await data.Open(parsed);
            var plan = parsed.GetValue(name) is { } said ? await PlanName.Find(store, said, stop) : null;
            var newDay = new NewDay(store);
            if (parsed.GetValue(mail)) return await Queue(store, newDay, onlyShow, stop);
            var made = new List<(Authority Authority, DueReminder Due)>();
            foreach (var authority in plan is not null ? [plan.Authority] : await new AllAuthorities(store).List(stop))
            {
                var now = new AuthorityClock(TimeProvider.System).Now(data.AsOf(parsed) ?? authority.Day);
                if (!onlyShow) await newDay.Reach(authority.Id, now, stop);
                var due = await store.Read(authority.Id, r => DueReminders.Of(r, now.Day, authority.CoordinatorPost ?? "координатор", plan?.Id, parsed.GetValue(period)), stop);
                foreach (var one in due.Where(d => !d.IsDone))
                {
                    if (!onlyShow) await new Remind(store).Run(Actor.Program(authority.Id), now, one, stop: stop);
                    made.Add((authority, one));
                }
            }
            if (parsed.GetValue(json)) JsonOut.Write(made.Select(m => new { Authority = m.Authority.Code, Plan = $"{m.Authority.Code}-{m.Due.PlanId}", Period = m.Due.Period?.Code, Executor = m.Due.Body, Reports = m.Due.Lines.Count, Acts = m.Due.Acts.Count, m.Due.RemindedOn, m.Due.Text }));
            else Tell(made, onlyShow);
            return 0;
        }));
        return command;
    }

    static async Task<int> Queue(Store store, NewDay newDay, bool onlyShow, CancellationToken stop)
    {
        if (await MailServer.Find(store, stop) is not { } server) throw new RuleBroken("mail.none");
        var queued = 0;
        foreach (var authority in await new AllAuthorities(store).List(stop))
        {
            var now = new AuthorityClock(TimeProvider.System).Now(authority.Day);
            if (!onlyShow) queued += await new QueueReminders(store, newDay).Run(authority.Id, now, anyHour: true, stop);
            else foreach (var letter in (await store.Read(authority.Id, r => MailReminders.Of(r, now.Day, server.Site), stop)).Letters) Console.WriteLine($"{letter.Address.Text}: {letter.Subject}\n\n{letter.Text}\n\n———\n");
        }
        if (!onlyShow) Console.WriteLine(CommandLine.Say($"Додано до черги: {queued}.", $"Queued: {queued}."));
        return 0;
    }

    static void Tell(IReadOnlyList<(Authority Authority, DueReminder Due)> made, bool onlyShow)
    {
        foreach (var (_, due) in made) Console.WriteLine(due.Text + "\n\n———\n");
        Console.WriteLine((made.Count, onlyShow) switch
        {
            (0, _) => CommandLine.Say("Нагадувати нема про що.", "There is nothing to remind of."),
            (_, true) => CommandLine.Say($"Показано {Plural.Count(made.Count, "нагадування", "нагадування", "нагадувань")}; нічого не записано.", $"{Plural.English(made.Count, "reminder", "reminders")} shown; nothing is recorded."),
            _ => CommandLine.Say($"Записано {Plural.Count(made.Count, "нагадування", "нагадування", "нагадувань")}.", $"{Plural.English(made.Count, "reminder", "reminders")} recorded."),
        });
    }
}
