using System.CommandLine;
using System.Text;
using Zakhid.App.Commands.Read;
using Zakhid.Documents;
using Zakhid.Documents.Amendments;
using Zakhid.Documents.Reading;

namespace Zakhid.App.Commands.Amendments;

/// `zakhid amend PLAN ACT…`: what the plan becomes when the acts that change it are carried out, one after another.
static class AmendCommand
{
    public static Command Create()
    {
        var plan = new Argument<string>("plan") { Description = CommandLine.Say("файл чинного плану або план на контролі: hlukhiv-1", "the file of the plan as it holds, or a plan under control: hlukhiv-1") };
        var acts = new Argument<string[]>("act") { Description = CommandLine.Say("файли актів про зміни, за порядком", "files of the amending acts, in order"), Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = CommandLine.Say("змінений план об’єктом JSON", "the amended plan as a JSON object") };
        var confirm = new Option<bool>("--confirm") { Description = CommandLine.Say("питання переглянуто: внести решту змін", "the questions were looked at: make the other changes") };
        var yes = new Option<bool>("--yes") { Description = CommandLine.Say("внести зміни до плану на контролі", "change the plan under control") };
        var command = new Command("amend", CommandLine.Say("Показати або внести зміни, які вносить інший акт", "Show or make the changes that another act orders")) { plan, acts, json, confirm, yes };
        var data = new DataOptions(command);
        command.SetAction((parsed, stop) => !File.Exists(parsed.GetValue(plan)) && data.HasPlans(parsed) ? AmendRunningPlan.Run(data, parsed, parsed.GetValue(plan)!, parsed.GetValue(acts)!, parsed.GetValue(confirm), parsed.GetValue(yes), stop) : Run(parsed.GetValue(plan)!, parsed.GetValue(acts)!, parsed.GetValue(json), stop));
        return command;
    }

    static async Task<int> Run(string plan, string[] acts, bool json, CancellationToken stop)
    {
        if (await Read(plan) is not { } reading) return 1;
        var text = new StringBuilder();
        var failed = false;
        foreach (var act in acts)
        {
            if (await Read(act) is not { } amending) return 1;
            var amended = AmendedPlan.Of(reading, amending);
            Tell(text, amending, amended);
            failed |= amended.Steps.Count == 0;
            reading = amended.Reading;
        }
        using var output = Console.OpenStandardOutput();
        if (json)
        {
            var written = new MemoryStream();
            ReadingJson.Write(Linted.Of(reading), written);
            written.WriteByte((byte)'\n');
            await output.WriteAsync(written.ToArray(), stop);
        }
        else await output.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), stop);
        return failed ? 1 : 0;
    }

    static async Task<PlanReading?> Read(string path)
    {
        var read = FileReading.Of(path);
        if (read.Reason is { } reason) await Console.Error.WriteLineAsync(reason);
        return read.Reading;
    }

    static void Tell(StringBuilder text, PlanReading act, AmendedPlan plan)
    {
        text.AppendLine(Refusal.Shown(act.FileName));
        foreach (var step in plan.Steps)
        {
            text.AppendLine().AppendLine($"  {step.Alteration.ClauseNumber} {step.Alteration.Text}".Replace("   ", "  "));
            foreach (var change in step.Changes) text.AppendLine($"    {Line(change)}");
        }
        if (plan.IsRepealed) text.AppendLine().AppendLine(CommandLine.Say("  План втратив чинність.", "  The plan has lost force."));
        if (plan.Remarks.Count > 0) text.AppendLine();
        foreach (var remark in plan.Remarks) text.AppendLine($"  {(remark.Severity == Severity.Note ? '·' : '?')} {remark.Text}{(remark.Proposal is { } proposal ? " " + proposal : "")}");
        text.AppendLine();
    }

    static string Line(AmendedField change)
    {
        var point = change.Number is { } number ? $"{CommandLine.Say("пункт", "point")} {number}, " : "";
        if (change is { Field: "clause", Number: var item }) return CommandLine.Say($"пункт {item} акта: ", $"item {item} of the act: ") + $"«{One(change.Before)}» → «{One(change.After)}»";
        if (change.Field != "measure") return $"{point}{Field(change.Field)}: «{One(change.Before)}» → «{One(change.After)}»";
        return change.After is { } added ? $"+ {point}{One(added)}" : $"− {point}{One(change.Before)}";
    }

    static string One(string? text) => (text ?? "").Replace("\n", "; ");

    static string Field(string name) => name switch
    {
        "text" => CommandLine.Say("захід", "measure"),
        "goal" => CommandLine.Say("ціль", "goal"),
        "audience" => CommandLine.Say("аудиторія", "audience"),
        "criteria" => CommandLine.Say("критерії", "criteria"),
        "funding" => CommandLine.Say("фінансування", "funding"),
        "term_text" => CommandLine.Say("строк", "term"),
        "place" => CommandLine.Say("місце", "venue"),
        "executors" => CommandLine.Say("виконавці", "executors"),
        "supervisors" => CommandLine.Say("керівники", "supervisors"),
        "no" => CommandLine.Say("номер", "number"),
        "section" => CommandLine.Say("розділ", "section"),
        "act_title" => CommandLine.Say("назва акта", "title of the act"),
        _ => CommandLine.Say("назва плану", "title of the plan"),
    };
}
