using System.CommandLine;
using Zakhid.App.Pages.Bodies;
using Zakhid.App.Web;
using Zakhid.Documents.Bodies;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.Bodies;
using Zakhid.Operations.People;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.App.Commands;

/// `zakhid bodies …`: the register of bodies from the shell; what its pages do.
static class BodiesCommand
{
    public static Command Create() => new("bodies", CommandLine.Say("Реєстр органів: список, таблиці, члени груп", "The register of bodies: list, tables, members of groups"))
    {
        List(), Add(), Import(), Export(), Members(), Merge(), Withdraw(), HandOver(),
    };

    /// What every one of them opens: an authority on a day.
    sealed record Opened(Store Store, Actor By, Moment At) : IAsyncDisposable
    {
        public Task<T> Read<T>(Func<Scope, Task<T>> read, CancellationToken stop) => Store.Read(By.Authority, read, stop);
        public ValueTask DisposeAsync() => Store.DisposeAsync();
    }

    static void Handle(Command command, bool writes, Func<Opened, ParseResult, CancellationToken, Task<int>> run)
    {
        var code = new Option<string>("--authority") { Description = CommandLine.Say("код органу, чий реєстр", "code of the authority whose register it is"), HelpName = "CODE", Required = true };
        command.Options.Add(code);
        var data = new DataOptions(command);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            var store = writes ? await data.Open(parsed) : await data.OpenToRead(parsed);
            await using var closing = store;
            var authority = await new AllAuthorities(store).ByCode(parsed.GetValue(code)!, stop) ?? throw new RuleBroken("authority.unknown", parsed.GetValue(code)!);
            return await run(new(store, Actor.Program(authority.Id), new AuthorityClock(TimeProvider.System).Now(data.AsOf(parsed) ?? authority.Day)), parsed, stop);
        }));
    }

    static Argument<string> Body(string name, string ukrainian, string english) => new(name) { Description = CommandLine.Say(ukrainian, english) };
    static Option<string?> Text(string name, string help, string ukrainian, string english) => new(name) { Description = CommandLine.Say(ukrainian, english), HelpName = help };
    static Option<bool> Flag(string name, string ukrainian, string english) => new(name) { Description = CommandLine.Say(ukrainian, english) };

    static Command List()
    {
        var (find, groups, json) = (Text("--find", "WORDS", "слова назви або код", "words of the name, or a code"), Flag("--groups", "лише групи", "groups only"), new Option<bool>("--json") { Description = "JSON" });
        var command = new Command("list", CommandLine.Say("Перелічити органи", "List the bodies")) { find, groups, json };
        Handle(command, writes: false, async (at, parsed, stop) =>
        {
            var all = await at.Read(r => BodyLine.List(r, at.At.Day, parsed.GetValue(find), parsed.GetValue(groups) ? BodyFilter.Groups : BodyFilter.Standing), stop);
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

    static Command Add()
    {
        var name = Body("name", "назва в називному відмінку", "the name, nominative");
        var (group, outside) = (Flag("--group", "це група", "it is a group"), Flag("--outside", "не підпорядкований", "it is outside"));
        var (parent, edrpou, katottg) = (Text("--parent", "BODY", "кому підпорядкований", "under whom"), Text("--edrpou", "CODE", "код ЄДРПОУ", "code ЄДРПОУ"), Text("--katottg", "CODE", "код КАТОТТГ", "code КАТОТТГ"));
        var (email, phone, address) = (Text("--email", "ADDRESS", "електронна пошта", "e-mail"), Text("--phone", "NUMBER", "телефон", "telephone"), Text("--address", "TEXT", "адреса", "address"));
        var command = new Command("add", CommandLine.Say("Додати орган", "Add a body")) { name, group, outside, parent, edrpou, katottg, email, phone, address };
        Handle(command, writes: true, async (at, parsed, stop) =>
        {
            var over = parsed.GetValue(parent) is { } said ? await at.Read(r => RegisterSearch.One(r, said), stop) : (long?)null;
            var id = await new AddBody(at.Store).Run(at.By, at.At, new()
            {
                Name = parsed.GetValue(name)!,
                IsGroup = parsed.GetValue(group),
                IsOutside = parsed.GetValue(outside),
                Parent = over,
                Edrpou = parsed.GetValue(edrpou),
                Katottg = parsed.GetValue(katottg),
                Email = parsed.GetValue(email),
                Phone = parsed.GetValue(phone),
                Address = parsed.GetValue(address),
            }, stop);
            Console.WriteLine(CommandLine.Say($"Додано орган {id}.", $"Body {id} added."));
            return 0;
        });
        return command;
    }

    static Command Import()
    {
        var file = new Argument<FileInfo>("file") { Description = CommandLine.Say("таблиця: CSV, XLSX, ODS, DOCX", "a table: CSV, XLSX, ODS, DOCX") };
        var (show, leaveOut) = (Flag("--show", "лише показати, що буде", "only show what would follow"), Flag("--leave-out", "рядки з помилками пропустити", "leave out the rows with faults"));
        var command = new Command("import", CommandLine.Say("Внести таблицю до реєстру", "Take a table into the register")) { file, show, leaveOut };
        Handle(command, writes: true, async (at, parsed, stop) =>
        {
            var given = parsed.GetValue(file)!;
            if (!given.Exists) throw new FileNotFoundException(CommandLine.Say($"Файлу {given} немає: перевірте шлях.", $"There is no file {given}: check the path."));
            var table = BodyTable.OfFile(await File.ReadAllBytesAsync(given.FullName, stop), given.Name);
            var import = new ImportBodies(at.Store);
            var outcomes = parsed.GetValue(show) ? await import.Preview(at.By, at.At, table, stop) : await import.Run(at.By, at.At, table, parsed.GetValue(leaveOut), stop);
            foreach (var one in outcomes.Where(o => o.Broken is not null))
                await Console.Error.WriteLineAsync(CommandLine.Say($"Рядок {one.Number}: ", $"Row {one.Number}: ") + RuleWords.Of(one.Broken!, CommandLine.IsEnglish));
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
        Handle(command, writes: false, async (at, parsed, stop) =>
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
        var group = Body("group", "група", "the group");
        var add = new Option<string[]>("--add") { Description = CommandLine.Say("внести члена: назва або код", "enter a member: name or code"), HelpName = "BODY", AllowMultipleArgumentsPerToken = true };
        var (end, added) = (Text("--end", "BODY", "вказати останній день члена (--to)", "give a member's last day (--to)"), Flag("--new", "додати до реєстру тих, кого немає", "add to the register whom it does not have"));
        var (from, to) = (DayOption.Create("--from", "з дня", "from a day"), DayOption.Create("--to", "до дня", "until a day"));
        var json = new Option<bool>("--json") { Description = "JSON" };
        var command = new Command("members", CommandLine.Say("Члени групи: показати, внести, вказати останній день", "Members of a group: show, enter, give the last day")) { group, add, end, added, from, to, json };
        Handle(command, writes: true, async (at, parsed, stop) =>
        {
            var id = await at.Read(r => RegisterSearch.One(r, parsed.GetValue(group)!), stop);
            var members = new Members(at.Store);
            if (parsed.GetValue(add) is { Length: > 0 } names)
            {
                var count = await members.AddNamed(at.By, at.At, id, names, parsed.GetValue(from) ?? at.At.Day, parsed.GetValue(to), parsed.GetValue(added), stop);
                Console.WriteLine(CommandLine.Say($"Внесено; зобов’язань додано: {count}.", $"Entered; obligations added: {count}."));
            }
            if (parsed.GetValue(end) is { } leaving)
            {
                var body = await at.Read(r => RegisterSearch.One(r, leaving), stop);
                var last = (await at.Read(r => MemberLine.Of(r, id), stop)).FindLast(m => m.BodyId == body) ?? throw new RuleBroken("member.unknown");
                await members.End(at.By, at.At, id, body, last.FromDay, parsed.GetValue(to) ?? at.At.Day, stop);
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
        var (from, into, ground) = (Body("body", "орган, якого більше не буде", "the body that will be no more"), Body("into", "орган, яким він є або став", "the body that it is or became"), Text("--ground", "TEXT", "підстава", "the ground"));
        var command = new Command("merge", CommandLine.Say("Об’єднати два записи одного органу", "Merge two entries of one body")) { from, into, ground };
        Handle(command, writes: true, async (at, parsed, stop) =>
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
        var (body, ground) = (Body("body", "орган", "the body"), Text("--ground", "TEXT", "підстава", "the ground"));
        var command = new Command("withdraw", CommandLine.Say("Вилучити орган із реєстру", "Withdraw a body from the register")) { body, ground };
        Handle(command, writes: true, async (at, parsed, stop) =>
        {
            await new WithdrawBody(at.Store).Run(at.By, at.At, await at.Read(r => RegisterSearch.One(r, parsed.GetValue(body)!), stop), parsed.GetValue(ground), stop);
            Console.WriteLine(CommandLine.Say("Вилучено.", "Withdrawn."));
            return 0;
        });
        return command;
    }

    static Command HandOver()
    {
        var (from, to, ground) = (Body("login", "логін того, хто передає", "sign-in name of who hands over"), Body("to", "логін того, хто приймає", "sign-in name of who takes over"), Text("--ground", "TEXT", "підстава", "the ground"));
        var command = new Command("hand-over", CommandLine.Say("Передати все, що веде одна особа, іншій", "Hand all that a person holds over to another")) { from, to, ground };
        Handle(command, writes: true, async (at, parsed, stop) =>
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
