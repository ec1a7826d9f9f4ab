using System.CommandLine;
using System.Globalization;
using Zakhid.App.Pages.Amendments;
using Zakhid.App.Pages.Imports;
using Zakhid.Obligations;
using Zakhid.Operations.Amendments;
using Zakhid.Operations.Reading;
using Zakhid.Text;

namespace Zakhid.App.Commands.Amendments;

/// `zakhid changes …`: versions of a plan, and an amendment entered or mended by hand, as its pages do it.
static class ChangesCommand
{
    public static Command Create() => new("changes", CommandLine.Say("Зміни плану: редакції, внесення змін від руки, підтвердження", "Changes of a plan: versions, amendments by hand, confirmation"))
    {
        List(), Version(), Begin(), Show(), Edit(), Add(), Confirm(),
        Deed("renew", CommandLine.Say("Почати від чинного тексту: план тим часом змінився", "Begin from the present text: the plan has changed meanwhile"), (at, id, stop) => new AmendmentDrafts(at.Store).Renew(at.By, at.At, id, stop), ("Почато від чинного тексту.", "Begun from the present text.")),
        Deed("withdraw", CommandLine.Say("Відкласти зміни, що ще не набули чинності", "Put away changes that do not hold yet"), (at, id, stop) => new AmendmentDrafts(at.Store).Withdraw(at.By, at.At, id, stop), ("Відкладено.", "Put away.")),
    };

    static Argument<long> Number() => new("number") { Description = CommandLine.Say("номер змін: zakhid changes list", "number of the changes: zakhid changes list") };

    /// Changes of this plan; another plan's are not touched under its name.
    static async Task<AmendmentSheet> Find(InPlan at, long id, CancellationToken stop)
    {
        var sheet = await at.Read(r => AmendmentSheet.Find(r, id), stop);
        return sheet.PlanId == at.Plan.Id ? sheet : throw new RuleBroken("amendment.other-plan", sheet.PlanId is { } other ? $"{at.Plan.Authority.Code}-{other}" : "—");
    }

    static Command List()
    {
        var json = Said.Json();
        var command = new Command("list", CommandLine.Say("Редакції плану й зміни, що чекають", "Versions of a plan, and changes that wait")) { json };
        return InPlan.Handle(command, writes: false, async (at, parsed, stop) =>
        {
            var all = await at.Read(r => VersionLine.All(r, at.Plan.Id), stop);
            if (parsed.GetValue(json)) JsonOut.Write(all.Select(v => new { v.Id, v.Version, v.Kind, v.Number, v.Date, v.FileName, v.EffectiveDay, v.ConfirmedDay, v.AppliedDay, v.Did }));
            else foreach (var v in all) Console.WriteLine($"{v.Id,4}  {State(v),-24}  {(v.Number is null ? CommandLine.Say("акт без номера", "an act without a number") : ActWords.Cited(v.Act))}{(v.EffectiveDay is { } day ? CommandLine.Say($", з {UkrainianDate.Short(day)}", $", from {day:yyyy-MM-dd}") : "")}");
            if (all.Count == 0 && !parsed.GetValue(json)) Console.WriteLine(CommandLine.Say("План не змінювали.", "The plan was not changed."));
            return 0;
        });
    }

    static string State(VersionLine v) => v switch
    {
        { ConfirmedDay: null } => CommandLine.Say("чекає підтвердження", "waits"),
        { AppliedDay: null } => CommandLine.Say($"редакція {v.Version}, згодом", $"version {v.Version}, to come"),
        _ => CommandLine.Say($"редакція {v.Version}", $"version {v.Version}"),
    };

    static Command Version()
    {
        var version = new Argument<int>("version") { Description = CommandLine.Say("номер редакції, від 1", "number of the version, from 1") };
        var command = new Command("version", CommandLine.Say("План у тій редакції", "The plan as that version says it")) { version };
        return InPlan.Handle(command, writes: false, async (at, parsed, stop) =>
        {
            var text = await at.Read(r => PlanText.Of(r, at.Plan.Id, parsed.GetValue(version)), stop);
            Console.WriteLine(text.Reading.PlanTitle);
            foreach (var m in text.Reading.Measures) Console.WriteLine($"{m.Number,-6} {OneLine(m.Text)} — {OneLine(m.TermText)} — {string.Join("; ", m.Executors.Select(e => e.Name))}");
            return 0;
        });
    }

    static Command Begin()
    {
        var name = new NameOptions();
        var command = new Command("begin", CommandLine.Say("Почати зміни, що вносяться від руки", "Begin changes that are entered by hand"));
        name.AddTo(command);
        return InPlan.Handle(command, writes: true, async (at, parsed, stop) =>
        {
            var id = await new AmendmentDrafts(at.Store).Begin(at.By, at.At, at.Plan.Id, stop);
            await name.Name(at, id, parsed, stop);
            return Said.Done($"Почато зміни {id}. Далі: zakhid changes edit {at.Plan.Short} {id}", $"Changes {id} begun. Next: zakhid changes edit {at.Plan.Short} {id}");
        });
    }

    static Command Show()
    {
        var number = Number();
        var command = new Command("show", CommandLine.Say("Що зміниться: текст і звіти, до підтвердження", "What changes: the text and the reports, before it is confirmed")) { number };
        return InPlan.Handle(command, writes: true, async (at, parsed, stop) =>
        {
            var sheet = await Find(at, parsed.GetValue(number), stop);
            foreach (var doubt in sheet.Open) Console.WriteLine($"? {doubt.Pointer}: {doubt.Remarks[0].Text} {doubt.Remarks[0].Proposal}".TrimEnd());
            AmendRunningPlan.Tell(sheet, await new AmendPlan(at.Store).Rehearse(at.By, at.At, sheet.Id, stop));
            return 0;
        });
    }

    static Command Edit()
    {
        var (number, name) = (Number(), new NameOptions());
        var set = new Option<string[]>("--set") { Description = CommandLine.Say("поле=текст: 3/term_text=до 1 березня 2021 року, reporting=…, title=…", "field=text: 3/term_text=до 1 березня 2021 року, reporting=…, title=…"), HelpName = "FIELD=TEXT" };
        var exclude = new Option<string[]>("--exclude") { Description = CommandLine.Say("номер заходу, який вилучено", "number of a measure that is taken out"), HelpName = "NO" };
        var keep = new Option<string[]>("--keep") { Description = CommandLine.Say("номер заходу, який таки лишається", "number of a measure that stays after all"), HelpName = "NO" };
        var answer = Said.Text("--answer", "POINTER", "питання розглянуто: /remarks/0 або all", "the question was looked at: /remarks/0, or all");
        var command = new Command("edit", CommandLine.Say("Змінити текст плану від руки; назвати акт; відповісти на питання", "Change the plan’s text by hand; name the act; answer questions")) { number, set, exclude, keep, answer };
        name.AddTo(command);
        return InPlan.Handle(command, writes: true, async (at, parsed, stop) =>
        {
            var sheet = await Find(at, parsed.GetValue(number), stop);
            await name.Name(at, sheet.Id, parsed, stop);
            var values = new Dictionary<string, string?>(StringComparer.Ordinal);
            foreach (var said in parsed.GetValue(set) ?? [])
            {
                if (said.IndexOf('=') is not (> 0 and var equals)) throw new RuleBroken("answer.form", said);
                values[Pointer(sheet, said[..equals])] = said[(equals + 1)..];
            }
            if (values.Count > 0) await new EditAmendment(at.Store).Change(at.By, at.At, sheet.Id, values, stop);
            foreach (var gone in parsed.GetValue(exclude) ?? []) await new EditAmendment(at.Store).Exclude(at.By, at.At, sheet.Id, Key(sheet, gone), stop: stop);
            foreach (var back in parsed.GetValue(keep) ?? []) await new EditAmendment(at.Store).Exclude(at.By, at.At, sheet.Id, Key(sheet, back), exclude: false, stop: stop);
            if (parsed.GetValue(answer) is { } which) foreach (var doubt in sheet.Open.Where(d => which == "all" || d.Pointer == which)) await new EditAmendment(at.Store).Answer(at.By, at.At, sheet.Id, doubt.Pointer, stop);
            return Said.Done("Збережено. Перегляньте: zakhid changes show", "Saved. Look: zakhid changes show");
        });
    }

    static Command Add()
    {
        var (number, text, after) = (Number(), Said.Argument("text", "найменування заходу", "the measure"), Said.Text("--after", "NO", "після якого заходу; без цього — останнім", "after which measure; without it, as the last"));
        var fields = ReadingFields.Measure.Where(f => f != "text").ToDictionary(f => f, f => Said.Text($"--{f.Replace('_', '-')}", "TEXT", FieldNames.Of(f, false), FieldNames.Of(f, true)), StringComparer.Ordinal);
        var command = new Command("add", CommandLine.Say("Додати захід", "Add a measure")) { number, text, after };
        foreach (var option in fields.Values) command.Options.Add(option);
        return InPlan.Handle(command, writes: true, async (at, parsed, stop) =>
        {
            var sheet = await Find(at, parsed.GetValue(number), stop);
            var typed = fields.Where(f => parsed.GetValue(f.Value) is not null).ToDictionary(f => f.Key, f => parsed.GetValue(f.Value), StringComparer.Ordinal);
            typed["text"] = parsed.GetValue(text);
            var last = sheet.Corrected.Measures.LastOrDefault(m => !m.IsRemoved)?.Key ?? -1;
            await new EditAmendment(at.Store).Add(at.By, at.At, sheet.Id, parsed.GetValue(after) is { } no ? Key(sheet, no) : last, typed, stop);
            return Said.Done("Додано.", "Added.");
        });
    }

    static Command Confirm()
    {
        var number = Number();
        var command = new Command("confirm", CommandLine.Say("Підтвердити: зміни стають редакцією плану", "Confirm: the changes become a version of the plan")) { number };
        return InPlan.Handle(command, writes: true, async (at, parsed, stop) =>
        {
            var sheet = await Find(at, parsed.GetValue(number), stop);
            AmendRunningPlan.TellVersion(at.Plan, sheet, await new AmendPlan(at.Store).Run(at.By, at.At, sheet.Id, stop), at.At.Day);
            return 0;
        });
    }

    static Command Deed(string name, string says, Func<InPlan, long, CancellationToken, Task> deed, (string Ukrainian, string English) done)
    {
        var number = Number();
        return InPlan.Handle(new Command(name, says) { number }, writes: true, async (at, parsed, stop) =>
        {
            await deed(at, (await Find(at, parsed.GetValue(number), stop)).Id, stop);
            return Said.Done(done.Ukrainian, done.English);
        });
    }

    /// «3/term_text» names a measure by its printed number; «reporting» and «title» are the act's and the plan's.
    static string Pointer(AmendmentSheet sheet, string said) => said switch
    {
        "reporting" => "/act/reporting",
        "title" => "/plan/title",
        _ when said.StartsWith('/') => said,
        _ => said.LastIndexOf('/') is > 0 and var slash ? string.Create(CultureInfo.InvariantCulture, $"/measures/{Key(sheet, said[..slash])}/{said[(slash + 1)..]}") : throw new RuleBroken("answer.form", said),
    };

    static int Key(AmendmentSheet sheet, string number)
    {
        var key = Folding.Key(number.TrimEnd('.', ')'));
        return sheet.Corrected.Measures.FirstOrDefault(m => m.Measure.Number is { } printed && Folding.Key(printed.TrimEnd('.', ')')) == key)?.Key ?? throw new RuleBroken("amendment.no-such-point", number);
    }

    static string OneLine(string? text) => (text ?? "—").Replace("\n", "; ", StringComparison.Ordinal);

    /// Requisites of the amending act; what is not said stays.
    sealed class NameOptions
    {
        readonly Option<string?> _kind = Said.Text("--kind", "KIND", "вид акта", "kind of the act");
        readonly Option<string?> _number = Said.Text("--number", "N", "номер акта", "number of the act");
        readonly Option<string?> _date = Said.Text("--date", "D", "дата акта", "date of the act");
        readonly Option<string?> _from = Said.Text("--from", "D", "з якого дня набуває чинності", "from which day it holds");

        public void AddTo(Command command)
        {
            foreach (var option in new[] { _kind, _number, _date, _from }) command.Options.Add(option);
        }

        public async Task Name(InPlan at, long id, ParseResult parsed, CancellationToken stop)
        {
            if (!new[] { _kind, _number, _date, _from }.Any(o => parsed.GetValue(o) is not null)) return;
            var sheet = await Find(at, id, stop);
            await new AmendmentDrafts(at.Store).Name(at.By, at.At, id, parsed.GetValue(_kind) ?? sheet.Act.Kind, parsed.GetValue(_number) ?? sheet.Act.Number,
                parsed.GetValue(_date) ?? Day(sheet.Act.Date), parsed.GetValue(_from) ?? Day(sheet.EffectiveDay), stop);
        }

        static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
