using System.CommandLine;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.People;
using Zakhid.Operations.Reporting;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.App.Commands.Control;

/// `zakhid window CODE`: how long reports are taken; `zakhid window open`: an exception for one body and period.
static class WindowCommand
{
    public static Command Create() => new("window", CommandLine.Say("Вікно подання звітів і винятки", "The window of reports and exceptions")) { Set(), Ask(), Asked(), Open(), Decline() };

    static Command Set()
    {
        var code = new Argument<string>("authority") { Description = CommandLine.Say("код органу: hlukhiv", "the authority's code: hlukhiv") };
        var days = new Option<int?>("--days") { Description = CommandLine.Say("скільки робочих днів після строку; без нього — без межі", "working days after the due day; without it, no end"), HelpName = "N" };
        var sent = new Option<bool>("--until-sent") { Description = CommandLine.Say("лише до надсилання зведеного звіту", "only until the period's document is sent") };
        var command = new Command("set", CommandLine.Say("Встановити, доки приймати звіти", "Set how long reports are taken")) { code, days, sent };
        var data = new DataOptions(command);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            await using var store = await data.Open(parsed);
            var authority = await new AllAuthorities(store).ByCode(parsed.GetValue(code)!, stop) ?? throw new RuleBroken("authority.unknown", parsed.GetValue(code)!);
            await new SetReportingWindow(store).Run(Actor.Program(authority.Id), new AuthorityClock(TimeProvider.System).Now(authority.Day), new(parsed.GetValue(days), parsed.GetValue(sent)), stop);
            Console.WriteLine(CommandLine.Say("Збережено.", "Saved."));
            return 0;
        }));
        return command;
    }

    static Command Asked()
    {
        var command = new Command("asked", CommandLine.Say("Хто просить відкрити подання", "Who asks to open the window"));
        InAuthority.Handle(command, writes: false, async (at, parsed, stop) =>
        {
            var all = await at.Read(AskedWindow.Waiting, stop);
            foreach (var q in all) Console.WriteLine($"{q.Id,4}  {at.Authority.Code}-{q.PlanId}  {q.PeriodCode,-8}  {q.Body}, {UkrainianDate.Short(q.Day)}: {q.Ground}");
            if (all.Count == 0) Console.WriteLine(CommandLine.Say("Ніхто не просить.", "Nobody asks."));
            return 0;
        });
        return command;
    }

    static Command Decline()
    {
        var request = new Argument<long>("request") { Description = CommandLine.Say("номер прохання: zakhid window asked", "number of the request: zakhid window asked") };
        var ground = Said.Text("--ground", "TEXT", "чому", "why");
        var command = new Command("decline", CommandLine.Say("Відмовити у винятку", "Decline an exception")) { request, ground };
        InAuthority.Handle(command, writes: true, async (at, parsed, stop) =>
        {
            await new AskForWindow(at.Store).Decline(at.By, at.At, parsed.GetValue(request), parsed.GetValue(ground) ?? "", stop);
            return Said.Done("Відмовлено.", "Declined.");
        });
        return command;
    }

    static Command Ask()
    {
        var (body, period, ground) = (Body(), Period(), Said.Text("--ground", "TEXT", "чому звіт не подано вчасно", "why the report was not handed in in time"));
        var command = new Command("ask", CommandLine.Say("Попросити за орган: відкрити подання за період", "Ask for a body that the window of a period be opened")) { body, period, ground };
        return InPlan.Handle(command, writes: true, async (at, parsed, stop) =>
        {
            var code = parsed.GetValue(period)!;
            var meant = await at.Read(r => Meant(r, at.Plan.Id, parsed.GetValue(body)!), stop);
            var owed = await at.Read(r => r.All<long>("SELECT id FROM obligation WHERE authority_id = @authority AND plan_id = @Id AND period_code = @code AND body_id = @body AND kind = 'Report' AND report_state IN ('Expected', 'Draft', 'Returned') AND lapsed_day IS NULL ORDER BY id LIMIT 1", new { at.Plan.Id, code, body = meant.Id }), stop);
            if (owed.Count == 0) throw new RuleBroken("window.nothing-owed");
            var id = await new AskForWindow(at.Store).Run(at.By, at.At, owed[0], parsed.GetValue(ground) ?? "", stop);
            return Said.Done($"Прохання {id}: {meant.Name}", $"Request {id}: {meant.Name}");
        });
    }

    static Option<string> Body() => new("--body") { Description = CommandLine.Say("орган: початок назви", "the body: the beginning of its name"), HelpName = "NAME", Required = true };
    static Option<string> Period() => new("--period") { Description = CommandLine.Say("період: 2020-Q3", "period: 2020-Q3"), HelpName = "P", Required = true };

    static async Task<(long Id, string Name)> Meant(Scope scope, long plan, string said)
    {
        var key = Folding.Key(said);
        var bodies = await scope.All<(long Id, string Name)>("SELECT DISTINCT b.id, b.name FROM body b JOIN assignment s ON s.authority_id = b.authority_id AND s.body_id = b.id WHERE b.authority_id = @authority AND s.plan_id = @plan", new { plan });
        var meant = bodies.Find(b => Folding.Key(b.Name).StartsWith(key, StringComparison.Ordinal));
        return meant.Id > 0 ? meant : throw new RuleBroken("control.body-unknown", said, string.Join("; ", bodies.Select(b => b.Name)));
    }

    static Command Open()
    {
        var (body, period) = (Body(), Period());
        var until = DayOption.Create("--until", "до якого дня", "until which day");
        var ground = new Option<string>("--ground") { Description = CommandLine.Say("підстава", "the ground"), HelpName = "TEXT", Required = true };
        var command = new Command("open", CommandLine.Say("Дати виняток: відкрити вікно одному органу за період", "Grant an exception: open the window for one body and period")) { body, period, until, ground };
        return InPlan.Handle(command, writes: true, async (at, parsed, stop) =>
        {
            var day = parsed.GetValue(until) ?? throw new RuleBroken("control.day-missing");
            var meant = await at.Read(r => Meant(r, at.Plan.Id, parsed.GetValue(body)!), stop);
            await new OpenWindow(at.Store).Run(at.By, at.At, at.Plan.Id, parsed.GetValue(period)!, meant.Id, day, parsed.GetValue(ground)!, stop);
            return Said.Done($"Відкрито: {meant.Name}, до {UkrainianDate.Short(day)}", $"Open: {meant.Name}, until {UkrainianDate.Short(day)}");
        });
    }
}
