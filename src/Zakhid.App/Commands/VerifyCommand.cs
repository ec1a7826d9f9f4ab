using System.CommandLine;
using Zakhid.App.Web;
using Zakhid.Operations.Audit;
using Zakhid.Text;

namespace Zakhid.App.Commands;

/// `zakhid verify`: whether what is kept is what was kept: logs, files, reports, counters, the database itself.
static class VerifyCommand
{
    public static Command Create()
    {
        var mark = new Option<string[]>("--mark")
        {
            Description = CommandLine.Say("мітка журналу з надрукованого звіту: hlukhiv:214:7F3A91C2", "a mark of the log from a printed report: hlukhiv:214:7F3A91C2"),
            HelpName = "CODE:N:MARK",
        };
        var command = new Command("verify", CommandLine.Say("Перевірити журнали, файли й подані звіти", "Check the logs, files and reports that were handed in")) { mark };
        var data = new DataOptions(command);
        var json = new Option<bool>("--json") { Description = "JSON" };
        command.Options.Add(json);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            var marks = (parsed.GetValue(mark) ?? []).Select(MarkOf).ToDictionary(m => m.Code, m => m.Mark, StringComparer.Ordinal);
            await using var store = await data.OpenToRead(parsed);
            var database = await store.Faults(stop);
            var inspections = await new InspectInstallation(store).Run(marks, stop);
            if (marks.Keys.FirstOrDefault(code => inspections.All(i => i.Authority.Code != code)) is { } unknown) throw new RuleBroken("authority.unknown", unknown);

            if (parsed.GetValue(json)) JsonOut.Write(new { Database = database, Authorities = inspections.Select(AsJson) });
            else
            {
                foreach (var line in inspections.SelectMany(Lines)) Console.WriteLine(line);
                foreach (var fault in database) Console.WriteLine($"✗ {CommandLine.Say("база даних", "database")}: {fault}");
            }
            var broken = inspections.Count(i => !i.IsWhole) + (database.Count > 0 ? 1 : 0);
            return broken == 0 ? 0 : DataOptions.Fail(CommandLine.Say("Дані змінено поза програмою або пошкоджено: зупиніть її, збережіть теку як є й відновіть останню цілу копію.", "The data were changed outside the program or damaged: stop it, keep the folder as it is and restore the last whole backup."));
        }));
        return command;
    }

    static IEnumerable<string> Lines(Inspection of)
    {
        var log = of.Log.IsWhole
            ? CommandLine.Say($"журнал цілий: {Plural.Count(of.Log.Entries, "запис", "записи", "записів")}, мітка «{of.Log.Head.Short}»", $"the log is whole: {Plural.English(of.Log.Entries, "entry", "entries")}, mark “{of.Log.Head.Short}”")
            : CommandLine.Say(of.Log.Sentence, $"the log is broken at entry {of.Log.BrokenAt}");
        var seen = CommandLine.Say(
            $"{Plural.Count(of.Files, "файл", "файли", "файлів")}, {Plural.Count(of.Reports, "звіт", "звіти", "звітів")}, {Plural.Count(of.Sent, "зведений звіт", "зведені звіти", "зведених звітів")}",
            $"{Plural.English(of.Files, "file", "files")}, {Plural.English(of.Reports, "report", "reports")}, {Plural.English(of.Sent, "consolidated report", "consolidated reports")}");
        yield return $"{(of.IsWhole ? "✓" : "✗")} {of.Authority.Code}: {log}; {seen}";
        foreach (var fault in of.Faults) yield return $"  ✗ {Say(fault)}";
    }

    static object AsJson(Inspection of) => new
    {
        Authority = of.Authority.Code,
        Whole = of.IsWhole,
        Log = new { of.Log.Entries, Mark = of.Log.Head.Short, of.Log.BrokenAt },
        of.Files,
        of.Reports,
        of.Sent,
        Faults = of.Faults.Select(Say),
    };

    static string Say(RuleBroken fault) => RuleWords.Of(fault, CommandLine.Say("uk", "en") == "en");

    /// <exception cref="RuleBroken">mark.form.</exception>
    static (string Code, Checkpoint Mark) MarkOf(string text) =>
        text.Split(':') is [var code, var number, var mark] && long.TryParse(number, out var seq) && mark.Replace(" ", "") is { Length: >= 8 } hash && hash.All(char.IsAsciiHexDigit)
            ? (code, new Checkpoint(seq, hash.ToLowerInvariant())) : throw new RuleBroken("mark.form", text);
}
