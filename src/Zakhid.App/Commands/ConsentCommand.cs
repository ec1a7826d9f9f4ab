using System.CommandLine;
using Zakhid.Operations.Bodies;
using Zakhid.Operations.Control;
using Zakhid.Text;

namespace Zakhid.App.Commands;

/// `zakhid consent list | answer`: bodies that take part «за згодою», and what they answered.
static class ConsentCommand
{
    static readonly Dictionary<string, string> _answers = new(StringComparer.Ordinal) { ["agreed"] = "Agreed", ["declined"] = "Declined", ["silent"] = "Silent" };

    public static Command Create() => new("consent", CommandLine.Say("«За згодою»: хто чекає запиту, хто що відповів", "By consent: who waits to be asked, who answered what")) { List(), Answer() };

    static Command List()
    {
        var json = Said.Json();
        var command = new Command("list", CommandLine.Say("Хто «за згодою» й де стоїть запит", "Who takes part by consent, and where the asking stands")) { json };
        return InPlan.Handle(command, writes: false, async (at, parsed, stop) =>
        {
            var all = (await at.Read(r => ConsentsAsked.Of(r, at.At.Day), stop)).FindAll(a => a.PlanId == at.Plan.Id);
            if (parsed.GetValue(json)) JsonOut.Write(all.Select(a => new { a.BodyId, a.Body, a.State, a.Day, a.Note, Written = a.IsWritten, a.Measures, a.AnswerBy }));
            else foreach (var a in all) Console.WriteLine($"{State(a),-14} {a.Body}: {CommandLine.Say("заходи", "measures")} {string.Join(", ", a.Measures)}{(a.Day is { } day ? $"; {UkrainianDate.Short(day)}{(string.IsNullOrEmpty(a.Note) ? "" : $", {a.Note}")}" : "")}");
            if (all.Count == 0 && !parsed.GetValue(json)) Console.WriteLine(CommandLine.Say("У плані нікого не названо «за згодою».", "The plan names nobody by consent."));
            return 0;
        });
    }

    static string State(ConsentAsked one) => one.State switch
    {
        "Agreed" => CommandLine.Say("погоджено", "agreed"),
        "Declined" => CommandLine.Say("відмовлено", "declined"),
        "Silent" => CommandLine.Say("без відповіді", "no answer"),
        _ => one.IsWritten ? CommandLine.Say("запитано", "asked") : CommandLine.Say("не запитано", "not asked"),
    };

    static Command Answer()
    {
        var body = Said.Argument("body", "орган: назва або код", "the body: its name or code");
        var answer = Said.Argument("answer", "agreed — погоджено, declined — відмовлено, silent — без відповіді", "agreed, declined or silent");
        answer.AcceptOnlyFromAmong([.. _answers.Keys]);
        var note = Said.Text("--note", "TEXT", "лист, дата, номер", "the letter, its date and number");
        var plan = Said.Text("--plan", "PLAN", "лише про цей план; без нього — про всі, де названо орган", "about this plan only; without it about all that name the body");
        var command = new Command("answer", CommandLine.Say("Записати відповідь органу", "Record a body’s answer")) { body, answer, note, plan };
        InAuthority.Handle(command, writes: true, async (at, parsed, stop) =>
        {
            var id = await at.Read(r => RegisterSearch.One(r, parsed.GetValue(body)!), stop);
            var about = parsed.GetValue(plan) is { } named ? await PlanName.Find(at.Store, named, stop) : null;
            if (about is not null && about.Authority.Id != at.Authority.Id) throw new RuleBroken("plan.unknown-name", parsed.GetValue(plan)!, string.Join(", ", (await PlanName.All(at.Store, stop)).Where(p => p.Authority.Id == at.Authority.Id).Select(p => p.Short)));
            await new AnswerConsent(at.Store).Run(at.By, at.At, id, _answers[parsed.GetValue(answer)!], parsed.GetValue(note)?.Trim() ?? "", about?.Id, stop);
            return Said.Done("Записано.", "Recorded.");
        });
        return command;
    }
}
