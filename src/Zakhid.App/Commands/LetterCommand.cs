using System.CommandLine;
using Zakhid.Documents.Control;
using Zakhid.Obligations;
using Zakhid.Operations.Control;
using Zakhid.Operations.People;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.App.Commands;

/// `zakhid letter reminder|consent PLAN --out DIR`: official letters on the authority's letterhead, one DOCX for each body.
static class LetterCommand
{
    public static Command Create() => new("letter", CommandLine.Say("Офіційні листи на бланку, DOCX", "Official letters on letterhead, DOCX")) { Reminder(), Consent() };

    static Command Reminder()
    {
        var period = new Option<string?>("--period") { Description = CommandLine.Say("усе, що належить за період: 2020-Q3; без нього — прострочене й те, що за два тижні", "all that is owed in a period: 2020-Q3; without it, what is past or due in two weeks"), HelpName = "P" };
        var command = new Command("reminder", CommandLine.Say("Нагадування органам, що не подали звітів або не видали актів", "Reminders to bodies that owe reports or acts")) { period };
        return Write(command, async (scope, plan, options, now) =>
        {
            if (options.GetValue(period) is { } code && !ReportingPeriod.TryParse(code, out _)) throw new RuleBroken("period.form", code);
            return [.. (await DueReminders.Of(scope, now.Day, plan.Authority.CoordinatorPost ?? "координатор", plan.Id, options.GetValue(period))).Select(due =>
                (due.BodyId, due.Body, $"nahaduvannia-{due.Period?.Code ?? "akt"}", (Func<LetterMark, Task<OfficialLetter>>)(mark => MakeLetter.Reminder(scope, due, mark, plan.Authority.CoordinatorPost ?? "координатор", now))))];
        });
    }

    static Command Consent()
    {
        var record = new Option<bool>("--record") { Description = CommandLine.Say("записати, що лист надіслано: --day і --number підуть у журнал", "record that the letter is sent, with its --day and --number") };
        var command = new Command("consent", CommandLine.Say("Прохання погодити участь тим, хто «за згодою»", "Questions for consent to those who take part by consent")) { record };
        return Write(command, async (scope, plan, _, now) =>
        [
            .. (await ConsentsAsked.Of(scope, now.Day)).Where(asked => asked.PlanId == plan.Id && asked.IsOpen).Select(asked =>
                (asked.BodyId, asked.Body, "zhoda", (Func<LetterMark, Task<OfficialLetter>>)(mark => MakeLetter.Consent(scope, asked, mark, plan.Authority.CoordinatorPost ?? "координатор", now)))),
        ], record);
    }

    static Command Write(Command command, Func<Scope, PlanName, ParseResult, Moment, Task<List<(long Id, string Body, string Kind, Func<LetterMark, Task<OfficialLetter>> Make)>>> letters, Option<bool>? record = null)
    {
        var name = new Argument<string>("plan") { Description = CommandLine.Say("план, як його називає zakhid plans", "the plan, as zakhid plans calls it") };
        var body = new Option<string?>("--body") { Description = CommandLine.Say("лише органи, у назві яких є ці слова", "only bodies with these words in their name"), HelpName = "NAME" };
        var day = DayOption.Create("--day", "дата листа, РРРР-ММ-ДД", "day of the letter, YYYY-MM-DD");
        var number = new Option<string?>("--number") { Description = CommandLine.Say("номер листа; без нього в файлі лишиться місце", "number of the letter; without it the file keeps a place"), HelpName = "N" };
        var folder = new Option<string>("--out") { Description = CommandLine.Say("тека для файлів", "folder for the files"), HelpName = "DIR", Required = true };
        command.Arguments.Add(name);
        foreach (var option in new Option[] { body, day, number, folder }) command.Options.Add(option);
        var data = new DataOptions(command);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            var keeps = record is not null && parsed.GetValue(record);
            await using var store = keeps ? await data.Open(parsed) : await data.OpenToRead(parsed);
            var plan = await PlanName.Find(store, parsed.GetValue(name)!, stop);
            var now = new AuthorityClock(TimeProvider.System).Now(data.AsOf(parsed) ?? plan.Authority.Day);
            var (mark, wanted, into) = (new LetterMark(parsed.GetValue(day), parsed.GetValue(number)).Checked(), parsed.GetValue(body), Directory.CreateDirectory(parsed.GetValue(folder)!).FullName);
            var written = await store.Read(plan.Authority.Id, async r =>
            {
                var done = new List<long>();
                foreach (var (id, of, kind, make) in await letters(r, plan, parsed, now))
                {
                    if (wanted is not null && !Folding.Key(of).Contains(Folding.Key(wanted), StringComparison.Ordinal)) continue;
                    var file = Path.Combine(into, $"lyst-{kind}-{plan.Short}-{id}.docx");
                    await using (var stream = File.Create(file)) OfficialLetterDocx.Write(await make(mark), stream);
                    Console.WriteLine($"{file}  {of}");
                    done.Add(id);
                }
                return done;
            }, stop);
            if (keeps) foreach (var id in written) await new AskForConsent(store).Run(Actor.Program(plan.Authority.Id), now, id, plan.Id, mark with { Day = mark.Day ?? now.Day }, stop);
            if (written.Count == 0) Console.WriteLine(CommandLine.Say("Писати нема кому.", "There is nobody to write to."));
            return 0;
        }));
        return command;
    }
}
