using System.CommandLine;
using Zakhid.Operations.Reading;
using Zakhid.Text;

namespace Zakhid.App.Commands.Imports;

/// `zakhid imports …`: readings that wait, and what their pages change in them; `zakhid import` reads a file and adopts it.
static class ImportsCommand
{
    public static Command Create() => new("imports", CommandLine.Say("Прочитані файли, що чекають: показати, виправити, прибрати", "Files read that wait: show, correct, put away"))
    {
        List(), Show(), Correct(), Add(),
        OnMeasure("remove", CommandLine.Say("Прибрати рядок, що не є заходом", "Take out a row that is no measure"), (at, import, measure, stop) => new RemoveMeasure(at.Store).Run(at.By, at.At, import, measure, stop)),
        OnMeasure("restore", CommandLine.Say("Повернути прибраний захід", "Put a measure back"), (at, import, measure, stop) => new RemoveMeasure(at.Store).Undo(at.By, at.At, import, measure, stop)),
        Choose(), Withdraw(),
    };

    static Argument<long> Number() => new("number") { Description = CommandLine.Say("номер прочитаного: zakhid imports list", "number of the reading: zakhid imports list") };

    static Command List()
    {
        var command = new Command("list", CommandLine.Say("Що прочитано й ще не взято на контроль", "What is read and not under control yet"));
        InAuthority.Handle(command, writes: false, async (at, _, stop) =>
        {
            var all = await at.Read(r => r.All<(long Id, string? Title, string File, long Measures, long Questions)>("SELECT id, title, file_name, measures, questions FROM import WHERE authority_id = @authority AND plan_id IS NULL AND withdrawn_at IS NULL ORDER BY id"), stop);
            foreach (var one in all) Console.WriteLine($"{one.Id,4}  {one.Title ?? one.File} — {CommandLine.Say(Plural.Count((int)one.Measures, "захід", "заходи", "заходів"), Plural.English((int)one.Measures, "measure", "measures"))}, {CommandLine.Say($"питань: {one.Questions}", $"questions: {one.Questions}")}");
            if (all.Count == 0) Console.WriteLine(CommandLine.Say("Нічого не чекає.", "Nothing waits."));
            return 0;
        });
        return command;
    }

    static Command Show()
    {
        var (number, json) = (Number(), Said.Json());
        var command = new Command("show", CommandLine.Say("Прочитані заходи з їхніми номерами й відкритими питаннями", "The measures read, their numbers and open questions")) { number, json };
        InAuthority.Handle(command, writes: false, async (at, parsed, stop) =>
        {
            var sheet = await at.Read(r => ImportSheet.Find(r, parsed.GetValue(number)), stop);
            if (parsed.GetValue(json)) JsonOut.Write(new
            {
                sheet.Id,
                sheet.FileName,
                Title = sheet.Value("/plan/title"),
                Measures = sheet.Measures.Select(m => new { Pointer = $"/measures/{m.Key}", m.Measure.Number, m.Measure.Text, m.Measure.TermText, Removed = m.IsRemoved, Added = m.IsAdded }),
                Questions = sheet.Open.Select(d => new { d.Pointer, Text = d.Remarks.Select(x => x.Text) }),
                Changes = sheet.Changes,
            });
            else
            {
                Console.WriteLine(sheet.Value("/plan/title") ?? sheet.FileName);
                foreach (var m in sheet.Measures) Console.WriteLine($"{m.Key,4}  {(m.IsRemoved ? CommandLine.Say("(прибрано) ", "(taken out) ") : "")}{m.Measure.Number} {m.Measure.Text.ReplaceLineEndings(" ")}");
                foreach (var doubt in sheet.Open) Console.WriteLine($"? {doubt.Pointer}: {(doubt.Remarks.Count > 0 ? string.Join(" ", doubt.Remarks.Select(x => x.Text)) : sheet.Value(doubt.Pointer))}");
                if (sheet.Changes is { } earlier) Console.WriteLine(CommandLine.Say($"Той самий акт з іншим текстом, що й {earlier}: оберіть zakhid imports choose.", $"The same act with another text as {earlier}: choose with zakhid imports choose."));
            }
            return 0;
        });
        return command;
    }

    static Command Correct()
    {
        var number = Number();
        var set = Set();
        var command = new Command("correct", CommandLine.Say("Виправити поля або підтвердити їх тим самим значенням", "Correct fields, or confirm them with the same value")) { number, set };
        InAuthority.Handle(command, writes: true, async (at, parsed, stop) =>
        {
            var values = Fields(parsed.GetValue(set)!);
            await new CorrectReading(at.Store).Run(at.By, at.At, parsed.GetValue(number), values, [.. values.Keys], null, stop);
            return Said.Done("Записано.", "Kept.");
        });
        return command;
    }

    static Command Add()
    {
        var number = Number();
        var after = new Option<int>("--after") { Description = CommandLine.Say("після якого (номер з imports show); −1 — перший", "after which (number in imports show); −1: first"), HelpName = "N", DefaultValueFactory = _ => -1 };
        var set = Set();
        var command = new Command("add", CommandLine.Say("Додати захід, якого читання не побачило: text=…, term_text=…, executors=…", "Add a measure that reading missed: text=…, term_text=…, executors=…")) { number, after, set };
        InAuthority.Handle(command, writes: true, async (at, parsed, stop) =>
        {
            var fields = Fields(parsed.GetValue(set)!);
            if (fields.Keys.FirstOrDefault(f => !ReadingFields.Measure.Contains(f, StringComparer.Ordinal)) is { } unknown) throw new RuleBroken("answer.form", unknown);
            var key = await new AddMeasure(at.Store).Run(at.By, at.At, parsed.GetValue(number), parsed.GetValue(after), fields, stop);
            return Said.Done($"Додано: /measures/{key}", $"Added: /measures/{key}");
        });
        return command;
    }

    static Command OnMeasure(string name, string says, Func<InAuthority, long, int, CancellationToken, Task> deed)
    {
        var number = Number();
        var measure = new Argument<int>("measure") { Description = CommandLine.Say("номер заходу з imports show", "number of the measure in imports show") };
        var command = new Command(name, says) { number, measure };
        InAuthority.Handle(command, writes: true, async (at, parsed, stop) =>
        {
            await deed(at, parsed.GetValue(number), parsed.GetValue(measure), stop);
            return Said.Done("Записано.", "Kept.");
        });
        return command;
    }

    static Command Choose()
    {
        var number = Number();
        var which = new Argument<string>("which") { Description = CommandLine.Say("earlier — лишити попередній файл, new — взяти цей", "earlier: the file before stays; new: this one is taken") };
        which.AcceptOnlyFromAmong("earlier", "new");
        var command = new Command("choose", CommandLine.Say("Змінений файл: обрати, який лишається", "A changed file: choose which one stays")) { number, which };
        InAuthority.Handle(command, writes: true, async (at, parsed, stop) =>
        {
            var stays = parsed.GetValue(number);
            if (parsed.GetValue(which) == "new") await new ChooseFile(at.Store).Replace(at.By, at.At, stays, stop);
            else stays = await new ChooseFile(at.Store).KeepEarlier(at.By, at.At, stays, stop);
            return Said.Done($"Лишається: {stays}", $"Stays: {stays}");
        });
        return command;
    }

    static Command Withdraw()
    {
        var number = Number();
        var command = new Command("withdraw", CommandLine.Say("Прибрати помилково доданий файл", "Put away a file that was added by mistake")) { number };
        InAuthority.Handle(command, writes: true, async (at, parsed, stop) =>
        {
            await new WithdrawImport(at.Store).Run(at.By, at.At, parsed.GetValue(number), stop);
            return Said.Done("Прибрано.", "Put away.");
        });
        return command;
    }

    static Option<string[]> Set() => new("--set") { Description = CommandLine.Say("поле=значення", "field=value"), HelpName = "FIELD=VALUE", Required = true };

    static Dictionary<string, string?> Fields(string[] said)
    {
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var one in said) fields[one.IndexOf('=') is > 0 and var equals ? one[..equals] : throw new RuleBroken("answer.form", one)] = one[(equals + 1)..];
        return fields;
    }
}
