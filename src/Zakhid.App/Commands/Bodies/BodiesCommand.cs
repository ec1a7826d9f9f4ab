using System.CommandLine;
using System.Globalization;
using Zakhid.App.Pages.Bodies;
using Zakhid.App.Web;
using Zakhid.Documents.Bodies;
using Zakhid.Operations.Bodies;
using Zakhid.Operations.People;
using Zakhid.Text;

namespace Zakhid.App.Commands.Bodies;

/// `zakhid bodies …`: the register of bodies from the shell; what its pages do.
static class BodiesCommand
{
    public static Command Create() => new("bodies", CommandLine.Say("Реєстр органів: список, таблиці, члени груп", "The register of bodies: list, tables, members of groups"))
    {
        List(), CardCommands.Show(), CardCommands.Add(), CardCommands.Change(), Import(), Export(), Members(), PostCommands.Add(), PostCommands.Appoint(), PostCommands.Release(), Merge(), Withdraw(), Restore(), HandOver(),
    };

    static Command List()
    {
        var (find, groups, json) = (Said.Text("--find", "WORDS", "слова назви або код", "words of the name, or a code"), Said.Flag("--groups", "лише групи", "groups only"), Said.Json());
        var withdrawn = Said.Flag("--withdrawn", "вилучені", "those withdrawn");
        var command = new Command("list", CommandLine.Say("Перелічити органи", "List the bodies")) { find, groups, withdrawn, json };
        InAuthority.Handle(command, writes: false, async (at, parsed, stop) =>
        {
            var all = await at.Read(r => BodyLine.List(r, at.At.Day, parsed.GetValue(find), parsed.GetValue(withdrawn) ? BodyFilter.Withdrawn : parsed.GetValue(groups) ? BodyFilter.Groups : BodyFilter.Standing), stop);
            if (parsed.GetValue(json)) JsonOut.Write(all.Select(b => new { b.Id, b.Name, b.IsGroup, b.IsOutside, b.Parent, b.Edrpou, b.Katottg, b.Email, b.Phone, b.Address, b.Members, b.Owed, b.Overdue }));
            else
            {
                foreach (var b in all) Console.WriteLine($"{b.Id,5}  {b.Name}{(b.IsGroup ? CommandLine.Say($" — група, членів: {b.Members}", $" — a group of {b.Members}") : "")}{(b.Edrpou is null ? "" : $", {b.Edrpou}")}{(b.Owed > 0 ? CommandLine.Say($"; не подано {b.Owed}", $"; {b.Owed} not handed in") : "")}{(b.Overdue > 0 ? CommandLine.Say($", прострочено {b.Overdue}", $", {b.Overdue} overdue") : "")}");
                if (all.Count == 0) Console.WriteLine(CommandLine.Say("Органів не знайдено.", "No bodies were found."));
            }
            return 0;
        });
        return command;
    }

    static Command Import()
    {
        var file = new Argument<FileInfo>("file") { Description = CommandLine.Say("таблиця: CSV, XLSX, ODS, DOCX", "a table: CSV, XLSX, ODS, DOCX") };
        var (show, leaveOut) = (Said.Flag("--show", "лише показати, що буде", "only show what would follow"), Said.Flag("--leave-out", "рядки з помилками пропустити", "leave out the rows with faults"));
        var command = new Command("import", CommandLine.Say("Внести таблицю до реєстру", "Take a table into the register")) { file, show, leaveOut };
        InAuthority.Handle(command, writes: true, async (at, parsed, stop) =>
        {
            var given = parsed.GetValue(file)!;
            if (!given.Exists) throw new FileNotFoundException(CommandLine.Say($"Файлу {given} немає: перевірте шлях.", $"There is no file {given}: check the path."));
            var table = BodyTable.OfFile(await File.ReadAllBytesAsync(given.FullName, stop), given.Name);
            var import = new ImportBodies(at.Store);
            var outcomes = parsed.GetValue(show) ? await import.Preview(at.By, at.At, table, stop) : await import.Run(at.By, at.At, table, parsed.GetValue(leaveOut), stop);
            foreach (var one in outcomes.Where(o => o.Fate == RowFate.Refused))
                await Console.Error.WriteLineAsync(CommandLine.Say($"Рядок {one.Number}: ", $"Row {one.Number}: ") + string.Join(". ", one.Faults.Select(fault => RuleWords.Of(fault, CommandLine.IsEnglish))));
            int Of(RowFate fate) => outcomes.Count(o => o.Fate == fate);
            var kept = !parsed.GetValue(show) && (Of(RowFate.Refused) == 0 || parsed.GetValue(leaveOut));
            Console.WriteLine(CommandLine.Say($"Нових {Of(RowFate.Added)}, зміниться {Of(RowFate.Changed)}, без змін {Of(RowFate.Same)}, з помилками {Of(RowFate.Refused)}; ", $"New {Of(RowFate.Added)}, changing {Of(RowFate.Changed)}, as they are {Of(RowFate.Same)}, with faults {Of(RowFate.Refused)}; ")
                + (kept ? CommandLine.Say("внесено.", "entered.") : CommandLine.Say("нічого не внесено.", "nothing is entered.")));
            return kept || parsed.GetValue(show) ? 0 : 1;
        });
        return command;
    }

    static Command Export()
    {
        var file = new Argument<FileInfo>("file") { Description = CommandLine.Say("куди: .csv або .xlsx", "where to: .csv or .xlsx") };
        var command = new Command("export", CommandLine.Say("Записати реєстр у файл", "Write the register to a file")) { file };
        InAuthority.Handle(command, writes: false, async (at, parsed, stop) =>
        {
            var into = parsed.GetValue(file)!;
            var rows = await at.Read(r => ExportBodies.Rows(r, at.At.Day), stop);
            var bytes = into.Extension.ToLowerInvariant() switch { ".csv" => BodyFiles.Csv(rows), ".xlsx" => BodyFiles.Xlsx(rows), _ => throw new RuleBroken("table.ending", into.Name) };
            await File.WriteAllBytesAsync(into.FullName, bytes, stop);
            Console.WriteLine(CommandLine.Say($"Записано {Plural.Count(rows.Count, "рядок", "рядки", "рядків")}: {into}", $"{Plural.English(rows.Count, "row", "rows")} written: {into}"));
            return 0;
        });
        return command;
    }

    static Command Members()
    {
        var group = Said.Argument("group", "група", "the group");
        var add = new Option<string[]>("--add") { Description = CommandLine.Say("внести члена: назва або код", "enter a member: name or code"), HelpName = "BODY", AllowMultipleArgumentsPerToken = true };
        var (end, added) = (Said.Text("--end", "BODY", "вказати останній день члена (--to)", "give a member's last day (--to)"), Said.Flag("--new", "додати до реєстру тих, кого немає", "add to the register whom it does not have"));
        var mistake = Said.Text("--mistake", "BODY", "члена внесено помилково: він ним не був", "the member was entered by mistake: it never was one");
        var (from, to) = (DayOption.Create("--from", "з дня", "from a day"), DayOption.Create("--to", "до дня", "until a day"));
        var json = new Option<bool>("--json") { Description = "JSON" };
        var command = new Command("members", CommandLine.Say("Члени групи: показати, внести, вказати останній день", "Members of a group: show, enter, give the last day")) { group, add, end, mistake, added, from, to, json };
        InAuthority.Handle(command, writes: true, async (at, parsed, stop) =>
        {
            var id = await at.Read(r => RegisterSearch.One(r, parsed.GetValue(group)!), stop);
            var members = new Members(at.Store);
            if (parsed.GetValue(add) is { Length: > 0 } names)
            {
                var count = await members.AddNamed(at.By, at.At, id, names, parsed.GetValue(from) ?? at.At.Day, parsed.GetValue(to), parsed.GetValue(added), stop);
                Console.WriteLine(CommandLine.Say($"Внесено; зобов’язань додано: {count}.", $"Entered; obligations added: {count}."));
            }
            if ((parsed.GetValue(end) ?? parsed.GetValue(mistake)) is { } leaving)
            {
                var body = await at.Read(r => RegisterSearch.One(r, leaving), stop);
                var last = (await at.Read(r => MemberLine.Of(r, id), stop)).FindLast(m => m.BodyId == body) ?? throw new RuleBroken("member.unknown");
                if (parsed.GetValue(mistake) is null) await members.End(at.By, at.At, id, body, last.FromDay, parsed.GetValue(to) ?? at.At.Day, stop);
                else await members.Withdraw(at.By, at.At, id, body, last.FromDay, stop);
            }
            var all = await at.Read(r => MemberLine.Of(r, id), stop);
            if (parsed.GetValue(json)) JsonOut.Write(all.Select(m => new { Id = m.BodyId, m.Name, From = m.FromDay, To = m.ToDay, Entered = m.EnteredDay }));
            else foreach (var m in all) Console.WriteLine($"{m.BodyId,5}  {m.Name}, {CommandLine.Say("з", "from")} {UkrainianDate.Short(m.FromDay)}{(m.ToDay is { } last ? $" {CommandLine.Say("до", "to")} {UkrainianDate.Short(last)}" : "")}");
            return 0;
        });
        return command;
    }

    static Command Merge()
    {
        var (from, into, ground) = (Said.Argument("body", "орган, якого більше не буде", "the body that will be no more"), Said.Argument("into", "орган, яким він є або став", "the body that it is or became"), Said.Text("--ground", "TEXT", "підстава", "the ground"));
        var command = new Command("merge", CommandLine.Say("Об’єднати два записи одного органу", "Merge two entries of one body")) { from, into, ground };
        InAuthority.Handle(command, writes: true, async (at, parsed, stop) =>
        {
            var (old, heir) = await at.Read(async r => (await RegisterSearch.One(r, parsed.GetValue(from)!), await RegisterSearch.One(r, parsed.GetValue(into)!)), stop);
            await new MergeBodies(at.Store).Run(at.By, at.At, old, heir, parsed.GetValue(ground), stop);
            Console.WriteLine(CommandLine.Say("Об’єднано.", "Merged."));
            return 0;
        });
        return command;
    }

    static Command Withdraw()
    {
        var (body, ground) = (Said.Argument("body", "орган", "the body"), Said.Text("--ground", "TEXT", "підстава", "the ground"));
        var command = new Command("withdraw", CommandLine.Say("Вилучити орган із реєстру", "Withdraw a body from the register")) { body, ground };
        InAuthority.Handle(command, writes: true, async (at, parsed, stop) =>
        {
            await new WithdrawBody(at.Store).Run(at.By, at.At, await at.Read(r => RegisterSearch.One(r, parsed.GetValue(body)!), stop), parsed.GetValue(ground), stop);
            Console.WriteLine(CommandLine.Say("Вилучено.", "Withdrawn."));
            return 0;
        });
        return command;
    }

    static Command Restore()
    {
        var body = Said.Argument("body", "номер вилученого органу: zakhid bodies list --withdrawn", "number of the withdrawn body: zakhid bodies list --withdrawn");
        var command = new Command("restore", CommandLine.Say("Повернути вилучений орган до реєстру", "Put a withdrawn body back into the register")) { body };
        InAuthority.Handle(command, writes: true, async (at, parsed, stop) =>
        {
            await new WithdrawBody(at.Store).Restore(at.By, at.At, long.TryParse(parsed.GetValue(body), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : throw new RuleBroken("body.unknown"), stop);
            return Said.Done("Повернуто.", "Put back.");
        });
        return command;
    }

    static Command HandOver()
    {
        var (from, to, ground) = (Said.Argument("login", "логін того, хто передає", "sign-in name of who hands over"), Said.Argument("to", "логін того, хто приймає", "sign-in name of who takes over"), Said.Text("--ground", "TEXT", "підстава", "the ground"));
        var command = new Command("hand-over", CommandLine.Say("Передати все, що веде одна особа, іншій", "Hand all that a person holds over to another")) { from, to, ground };
        InAuthority.Handle(command, writes: true, async (at, parsed, stop) =>
        {
            var people = await new AllPeople(at.Store).All(at.By, stop);
            long Of(Argument<string> login) => people.Find(p => p.Login == parsed.GetValue(login))?.Id ?? throw new RuleBroken("person.unknown");
            await new HandOver(at.Store).Run(at.By, at.At, Of(from), Of(to), parsed.GetValue(ground), stop);
            Console.WriteLine(CommandLine.Say("Передано.", "Handed over."));
            return 0;
        });
        return command;
    }
}
