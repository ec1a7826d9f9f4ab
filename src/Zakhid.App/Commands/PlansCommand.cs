using System.CommandLine;
using Zakhid.Operations.Authorities;
using Zakhid.Text;

namespace Zakhid.App.Commands;

/// `zakhid plans`: what other commands call PLAN, and what waits to be checked after reading.
static class PlansCommand
{
    public static Command Create()
    {
        var command = new Command("plans", CommandLine.Say("Плани установки та як їх називати в командах", "The plans and what commands call them"));
        var data = new DataOptions(command);
        var json = new Option<bool>("--json") { Description = "JSON" };
        command.Options.Add(json);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            await using var store = await data.OpenToRead(parsed);
            var plans = await PlanName.All(store, stop);
            var waiting = new List<Waiting>();
            foreach (var authority in await new AllAuthorities(store).List(stop))
                waiting.AddRange((await store.Read(authority.Id, r => r.All<(long Id, string? Title, long Measures, long Questions)>(
                    "SELECT id, title, measures, questions FROM import WHERE authority_id = @authority AND plan_id IS NULL AND withdrawn_at IS NULL ORDER BY id"), stop))
                    .Select(i => new Waiting(i.Id, authority.Code, i.Title, i.Measures, i.Questions)));

            if (parsed.GetValue(json))
            {
                JsonOut.Write(new
                {
                    Plans = plans.Select(p => new { Id = p.Short, Authority = p.Authority.Code, p.Title, Act = new { Kind = p.ActKind, Number = p.ActNumber, Date = p.ActDate }, p.State, p.ControlDay, p.From, p.To, p.Measures }),
                    Imports = waiting.Select(w => new { w.Id, w.Authority, w.Title, State = "waiting", w.Measures, w.Questions }),
                });
                return 0;
            }
            foreach (var p in plans)
                Console.WriteLine($"{p.Short,-16} {p.Title}{(p.ActNumber is null ? "" : $", № {p.ActNumber}")}{(p.ActDate is { } d ? $" {CommandLine.Say("від", "of")} {UkrainianDate.Short(d)}" : "")}; "
                    + CommandLine.Say($"{Plural.Count(p.Measures, "захід", "заходи", "заходів")}; {(p.ControlDay is null ? "проєкт" : "на контролі")}", $"{p.Measures} measures; {(p.ControlDay is null ? "draft" : "under control")}"));
            foreach (var w in waiting)
                Console.WriteLine($"{w.Authority,-16} {w.Title ?? "—"}; " + CommandLine.Say($"{Plural.Count(w.Measures, "захід", "заходи", "заходів")}; чекає перевірки на сторінці /imports/{w.Id}", $"{w.Measures} measures; waits to be checked at /imports/{w.Id}"));
            if (plans.Count + waiting.Count == 0) Console.WriteLine(CommandLine.Say("Планів ще немає: прочитайте перший командою zakhid import.", "There are no plans yet: read the first with zakhid import."));
            return 0;
        }));
        return command;
    }

    sealed record Waiting(long Id, string Authority, string? Title, long Measures, long Questions);
}
