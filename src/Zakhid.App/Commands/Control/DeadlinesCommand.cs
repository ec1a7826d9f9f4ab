using System.CommandLine;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.Control;
using Zakhid.Text;

namespace Zakhid.App.Commands.Control;

/// `zakhid deadlines CODE`: what is due in a month, as the calendar's list says it.
static class DeadlinesCommand
{
    public static Command Create()
    {
        var code = new Argument<string>("authority") { Description = CommandLine.Say("код органу: hlukhiv", "the authority's code: hlukhiv") };
        var from = DayOption.Create("--from", "від якого дня; без нього — сьогодні", "from which day; without it, today");
        var to = DayOption.Create("--to", "до якого дня; без нього — за 31 день", "to which day; without it, 31 days on");
        var json = new Option<bool>("--json") { Description = "JSON" };
        var command = new Command("deadlines", CommandLine.Say("Календар: строки звітів, зведень і заходів", "Calendar: due days of reports, summaries and measures")) { code, from, to, json };
        var data = new DataOptions(command);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            await using var store = await data.OpenToRead(parsed);
            var authority = await new AllAuthorities(store).ByCode(parsed.GetValue(code)!, stop) ?? throw new RuleBroken("authority.unknown", parsed.GetValue(code)!);
            var first = parsed.GetValue(from) ?? data.AsOf(parsed) ?? authority.Day ?? DataOptions.Now.Day;
            var last = parsed.GetValue(to) ?? first.AddDays(31);
            var deadlines = new Deadlines(new HashSet<DeadlineKind>());
            var (owed, controls, acts) = await store.Read(authority.Id, async r => (await deadlines.Owed(r, first, last), await deadlines.Controls(r, first, last), await deadlines.Acts(r, first, last)), stop);
            var lines = owed.Select(o => new { Day = o.DueDay, Kind = o.Kind == "Report" ? DeadlineKind.Report : DeadlineKind.Consolidation, Plan = $"{authority.Code}-{o.PlanId}", Measure = (string?)(o.Measure.Length > 0 ? o.Measure : null), Executor = (string?)o.Body, o.Ground, Open = o.IsOwed })
                .Concat(controls.Select(c => new { Day = c.Adjusted, Kind = DeadlineKind.Control, Plan = $"{authority.Code}-{c.PlanId}", Measure = (string?)c.Number, Executor = (string?)null, c.Ground, Open = c.IsOpen }))
                .Concat(acts.Select(a => new { Day = a.Due, Kind = DeadlineKind.Act, Plan = $"{authority.Code}-{a.PlanId}", Measure = (string?)null, Executor = (string?)a.Body, a.Ground, Open = a.IsOpen })).OrderBy(l => l.Day).ToList();
            if (parsed.GetValue(json)) JsonOut.Write(lines);
            else foreach (var l in lines) Console.WriteLine($"{UkrainianDate.Short(l.Day)}  {(l.Open ? " " : "✓")}  {l.Plan}  {l.Measure ?? (l.Kind == DeadlineKind.Act ? CommandLine.Say("акт", "act") : CommandLine.Say("зведення", "summary")),-9}  {l.Executor ?? CommandLine.Say("строк заходу", "term of the measure")}  — {l.Ground}");
            return 0;
        }));
        return command;
    }
}
