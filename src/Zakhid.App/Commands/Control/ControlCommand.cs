using System.CommandLine;
using Zakhid.Documents.Writing;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.Control;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.People;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.App.Commands.Control;

/// `zakhid control …`: what waits, the card of a measure, and every deed of its page.
static class ControlCommand
{
    public static Command Create()
    {
        var command = new Command("control", CommandLine.Say("Контроль: черга, картка заходу, продовження, зняття", "Control: what waits, a measure's card, extension, removal"))
        {
            Queue(), Card(), Ask(), Decide("grant", grant: true), Decide("decline", grant: false), Extend(), Inform(), Escalate(),
            Plain("remove", CommandLine.Say("Зняти захід з контролю", "Remove a measure from control"), d => new RemoveFromControl(d.Store).Run(d.By, d.Now, d.Measure, d.Ground, d.Paper)),
            Plain("return", CommandLine.Say("Повернути захід на контроль", "Put a measure back under control"), d => new TakeUnderControl(d.Store).Run(d.By, d.Now, d.Measure, d.Ground, d.Paper)),
        };
        return command;
    }

    static Command Queue()
    {
        var command = new Command("list", CommandLine.Say("Що чекає: клопотання, прострочені й близькі строки заходів", "What waits: requests, terms past and near"));
        var data = new DataOptions(command);
        var json = new Option<bool>("--json") { Description = "JSON" };
        command.Options.Add(json);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            await using var store = await data.OpenToRead(parsed);
            var all = new List<object>();
            foreach (var authority in await new AllAuthorities(store).List(stop))
            {
                var queue = await store.Read(authority.Id, r => ControlQueue.Read(r, data.AsOf(parsed) ?? authority.Day ?? DataOptions.Now.Day), stop);
                foreach (var (kind, uk, lines) in new[] { ("request", "клопотання", queue.Requests), ("overdue", "строк минув", queue.Overdue), ("soon", "скоро строк", queue.Soon) })
                    foreach (var line in lines)
                    {
                        all.Add(new { Authority = authority.Code, Kind = kind, Plan = $"{authority.Code}-{line.PlanId}", Measure = line.Number, line.Position, line.Day, line.To, Late = kind == "request" && line.Late, Executor = line.Who });
                        if (!parsed.GetValue(json)) Console.WriteLine($"{UkrainianDate.Short(line.Day)}  {CommandLine.Say(uk, kind),-12}  {authority.Code}-{line.PlanId}  {line.Number,-6}  {line.Gist}{(line.To is { } to ? $" → {UkrainianDate.Short(to)}, {line.Who}" : "")}");
                    }
            }
            if (parsed.GetValue(json)) JsonOut.Write(all);
            else if (all.Count == 0) Console.WriteLine(CommandLine.Say("Контроль нічого не чекає.", "Nothing waits for control."));
            return 0;
        }));
        return command;
    }

    static Command Card()
    {
        var plan = new Argument<string>("plan") { Description = CommandLine.Say("план, як його називає zakhid plans", "the plan, as zakhid plans calls it") };
        var measure = new Argument<string>("measure") { Description = CommandLine.Say("номер заходу або його місце в плані", "the measure's number, or its place in the plan") };
        var file = new Option<string?>("--out") { Description = CommandLine.Say("файл .docx", "a .docx file"), HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "JSON" };
        var command = new Command("card", CommandLine.Say("Контрольна картка заходу", "The control card of a measure")) { plan, measure, file, json };
        var data = new DataOptions(command);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            await using var store = await data.OpenToRead(parsed);
            var named = await PlanName.Find(store, parsed.GetValue(plan)!, stop);
            var now = new AuthorityClock(TimeProvider.System).Now(named.Authority.Day);
            var (card, paper) = await store.Read(named.Authority.Id, async r =>
            {
                var card = await ControlCard.Read(r, named.Id, await ControlOptions.Position(r, named.Id, parsed.GetValue(measure)!));
                return (card.AsOf(data.AsOf(parsed)), await ControlCardPaper.Of(r, card.AsOf(data.AsOf(parsed)), now));
            }, stop);
            if (parsed.GetValue(file) is { } path)
            {
                if (!path.EndsWith(".docx", StringComparison.OrdinalIgnoreCase)) throw new RuleBroken("control.card-ending", path);
                if (await OutFile.Write(path, OfficialDocx.Of(paper), stop) is { } failed) return DataOptions.Fail(failed);
                Console.WriteLine(path);
            }
            else if (parsed.GetValue(json)) JsonOut.Write(new
            {
                Measure = card.Record.Number,
                card.Record.Position,
                State = card.Control.State,
                Days = card.Days.Select(d => new { d.Nominal, d.Adjusted, d.Ground, Stands = !d.IsMoved, Extended = d.IsExtension }),
                Requests = card.Control.Open.Select(q => new { q.Id, q.Of, To = q.To.Nominal, q.Late, q.Ground }),
                Events = card.Events.Select(e => new { e.Day, e.At, What = e.Ukrainian, e.Who, Ground = e.Detail, Document = e.Paper }),
            });
            else
            {
                Console.WriteLine($"{card.Record.Number}. {card.Text}");
                foreach (var day in card.Days) Console.WriteLine($"{UkrainianDate.Short(day.Adjusted)}{(day.IsMoved ? CommandLine.Say(" (продовжено)", " (extended)") : "")}  {day.Ground}");
                foreach (var e in card.Events) Console.WriteLine($"{UkrainianDate.Short(e.Day)}  {(CommandLine.IsEnglish ? e.English : e.Ukrainian)}; {e.Who}{(e.Detail is { } detail ? $": {detail}" : "")}{(e.Paper is { } cited ? $" ({cited})" : "")}");
            }
            return 0;
        }));
        return command;
    }

    static Command Ask()
    {
        var command = new Command("ask", CommandLine.Say("Записати клопотання виконавця про продовження строку", "Record an executor's request for an extension"));
        var (of, to, body, paper) = (Of(), To(), Body(), OnPaper());
        foreach (var option in new Option[] { of, to, body, paper }) command.Options.Add(option);
        var options = new ControlOptions(command);
        command.SetAction((parsed, stop) => options.Do(parsed, async d =>
        {
            var id = await new ExtendTerm(d.Store).Ask(d.By, d.Now, d.Measure, d.Of(parsed.GetValue(of)), parsed.GetValue(to) ?? throw new RuleBroken("control.day-missing"), d.Ground, d.Paper, ControlOptions.Body(d.Card, parsed.GetValue(body)), parsed.GetValue(paper), stop);
            Console.WriteLine(CommandLine.Say($"Клопотання {id}", $"Request {id}"));
        }, stop));
        return command;
    }

    static Command Decide(string name, bool grant)
    {
        var command = new Command(name, grant ? CommandLine.Say("Продовжити строк за клопотанням", "Grant a request") : CommandLine.Say("Відхилити клопотання", "Decline a request"));
        var request = new Option<long?>("--request") { Description = CommandLine.Say("номер клопотання; без нього — єдине, що чекає", "the request's number; without it, the only one that waits"), HelpName = "N" };
        var to = To();
        command.Options.Add(request);
        if (grant) command.Options.Add(to);
        var options = new ControlOptions(command);
        command.SetAction((parsed, stop) => options.Do(parsed, d =>
        {
            var asked = d.Card.Control.Open.SingleOrDefaultOf(parsed.GetValue(request)) ?? throw new RuleBroken("extension.no-request");
            return grant ? new ExtendTerm(d.Store).Grant(d.By, d.Now, d.Measure, asked.Id, parsed.GetValue(to) ?? asked.To.Nominal, d.Ground, d.Paper, stop)
                : new ExtendTerm(d.Store).Decline(d.By, d.Now, d.Measure, asked.Id, d.Ground, d.Paper, stop);
        }, stop));
        return command;
    }

    static Zakhid.Control.ExtensionRequest? SingleOrDefaultOf(this IReadOnlyList<Zakhid.Control.ExtensionRequest> open, long? id) => id is { } number ? open.FirstOrDefault(r => r.Id == number) : open is [var only] ? only : null;

    static Command Extend()
    {
        var command = new Command("extend", CommandLine.Say("Перенести строк без клопотання: своїм рішенням або документом вищого органу", "Move a day without a request: by a decision or by a higher body's document"));
        var (of, to) = (Of(), To());
        var higher = new Option<bool>("--higher") { Description = CommandLine.Say("документ вищого органу; потрібні --doc-number, --doc-date, --doc-issuer", "a document of the higher body; needs --doc-number, --doc-date, --doc-issuer") };
        foreach (var option in new Option[] { of, to, higher }) command.Options.Add(option);
        var options = new ControlOptions(command);
        command.SetAction((parsed, stop) => options.Do(parsed, d => new ExtendTerm(d.Store).Run(d.By, d.Now, d.Measure, d.Of(parsed.GetValue(of)), parsed.GetValue(to) ?? throw new RuleBroken("control.day-missing"), d.Ground, parsed.GetValue(higher), d.Paper, stop), stop));
        return command;
    }

    static Command Inform()
    {
        var command = new Command("inform", CommandLine.Say("Записати проміжну інформацію; її текст — підстава", "Record interim information; its text is the ground"));
        var (body, paper) = (Body(), OnPaper());
        command.Options.Add(body);
        command.Options.Add(paper);
        var options = new ControlOptions(command);
        command.SetAction((parsed, stop) => options.Do(parsed, d => new GiveInterim(d.Store).Run(d.By, d.Now, d.Measure, d.Ground, d.Paper, ControlOptions.Body(d.Card, parsed.GetValue(body)), parsed.GetValue(paper), stop), stop));
        return command;
    }

    static Command Escalate()
    {
        var command = new Command("escalate", CommandLine.Say("Доповісти про затримку: надрукувати лист і записати факт", "Report a delay: print the letter and record the fact"));
        var body = Body();
        command.Options.Add(body);
        var options = new ControlOptions(command);
        command.SetAction((parsed, stop) => options.Do(parsed, async d =>
        {
            var late = ControlOptions.Body(d.Card, parsed.GetValue(body)) ?? throw new RuleBroken("control.body-unknown", "", string.Join("; ", d.Card.Executors.Select(e => e.Called)));
            var draft = await d.Store.Read(d.By.Authority, r => EscalationDraft.Of(r, d.Card.Record, late, d.Now.Day, d.From), stop) ?? throw new RuleBroken("escalation.nothing");
            await new Escalate(d.Store).Run(d.By, d.Now, d.Measure, late, d.Ground.Length > 0 ? d.Ground : null, d.From, d.Paper, stop);
            Console.WriteLine(d.Ground.Length > 0 ? d.Ground : draft.Text);
        }, stop));
        return command;
    }

    static Command Plain(string name, string says, Func<ControlOptions.Deed, Task> deed)
    {
        var command = new Command(name, says);
        var options = new ControlOptions(command);
        command.SetAction((parsed, stop) => options.Do(parsed, deed, stop));
        return command;
    }

    static Option<DateOnly?> Of() => DayOption.Create("--of", "який строк, коли їх кілька", "which day, where there are several");
    static Option<DateOnly?> To() => DayOption.Create("--to", "новий строк", "the new day");
    static Option<string?> Body() => new("--body") { Description = CommandLine.Say("виконавець: початок назви", "the executor: the beginning of its name"), HelpName = "NAME" };
    static Option<string?> OnPaper() => new("--paper") { Description = CommandLine.Say("на чому надійшло: лист, дата, номер", "what it came on: the letter, its date and number"), HelpName = "TEXT" };
}
