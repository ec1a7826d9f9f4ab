using System.CommandLine;
using Zakhid.App.Pages.Control;
using Zakhid.Documents.Writing;
using Zakhid.Obligations;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.Control;
using Zakhid.Operations.People;

namespace Zakhid.App.Commands.Control;

/// `zakhid discipline CODE --period P`: the table of execution discipline, as the page gives it.
static class DisciplineCommand
{
    public static Command Create()
    {
        var code = new Argument<string>("authority") { Description = CommandLine.Say("код органу: hlukhiv", "the authority's code: hlukhiv") };
        var period = new Option<string>("--period") { Description = CommandLine.Say("період: 2020-Q3, 2020", "period: 2020-Q3, 2020"), HelpName = "P", Required = true };
        var plan = new Option<string?>("--plan") { Description = CommandLine.Say("лише один план", "one plan only"), HelpName = "PLAN" };
        var file = new Option<string?>("--out") { Description = CommandLine.Say("файл .docx, .xlsx або .csv", "a file .docx, .xlsx or .csv"), HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "JSON" };
        var command = new Command("discipline", CommandLine.Say("Виконавська дисципліна за період", "Execution discipline of a period")) { code, period, plan, file, json };
        var data = new DataOptions(command);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            if (!ReportingPeriod.TryParse(parsed.GetValue(period), out var asked)) throw new RuleBroken("period.form", parsed.GetValue(period)!);
            await using var store = await data.OpenToRead(parsed);
            var authority = await new AllAuthorities(store).ByCode(parsed.GetValue(code)!, stop) ?? throw new RuleBroken("authority.unknown", parsed.GetValue(code)!);
            var of = parsed.GetValue(plan) is { } said ? (await PlanName.Find(store, said, stop)).Id : (long?)null;
            var now = new AuthorityClock(TimeProvider.System).Now(data.AsOf(parsed) ?? authority.Day);
            var (table, paper) = await store.Read(authority.Id, async r =>
            {
                var table = data.AsOf(parsed) is { } day ? await DisciplineThen.Read(r, asked, day, of) : await DisciplineTable.Read(r, asked, now.Day, of);
                return (table, await table.Paper(r, now));
            }, stop);
            if (parsed.GetValue(file) is { } path)
            {
                var bytes = Path.GetExtension(path).ToLowerInvariant() switch
                {
                    ".docx" => OfficialDocx.Of(paper),
                    ".xlsx" => OfficialXlsx.Of(paper, "Виконавська дисципліна"),
                    ".csv" => DisciplineCsv.Of(table.Discipline),
                    _ => throw new RuleBroken("discipline.ending", path),
                };
                if (await OutFile.Write(path, bytes, stop) is { } failed) return DataOptions.Fail(failed);
                Console.WriteLine($"{path}: {table.Finding}");
            }
            else if (parsed.GetValue(json)) JsonOut.Write(table.Discipline.Lines.Append(table.Discipline.Total).Select(l => new { Executor = l.Name, l.Owed, l.InTime, l.Late, NotHandedIn = l.Overdue, l.Returned, NotYetDue = l.Waiting, l.Percent, l.MeanDelay, ByConsent = l.Apart }));
            else
            {
                Console.WriteLine(table.Finding);
                foreach (var l in table.Discipline.Lines) Console.WriteLine($"{(l.Percent is { } p ? $"{p} %" : "—"),6}  {l.InTime,4} {l.Late,4} {l.Overdue,4} {l.Returned,4} {l.Waiting,4}  {l.Name}{(l.Apart > 0 ? CommandLine.Say($" (за згодою {l.Apart})", $" (by consent {l.Apart})") : "")}");
            }
            return 0;
        }));
        return command;
    }
}
