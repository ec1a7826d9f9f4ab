using System.CommandLine;
using Zakhid.Documents.Cascade;
using Zakhid.Obligations;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.Cascade;
using Zakhid.Operations.People;
using Zakhid.Text;

namespace Zakhid.App.Commands;

/// `zakhid exchange make|check|take`: one file between two authorities, verified part by part.
static class ExchangeCommand
{
    public static Command Create() => new("exchange", CommandLine.Say("Пакет обміну між органами: зробити, перевірити, прийняти", "The exchange package between authorities: make, check, take")) { Make(), Check(), Take() };

    static Command Make()
    {
        var name = new Argument<string>("plan") { Description = CommandLine.Say("план, як його називає zakhid plans", "the plan, as zakhid plans calls it") };
        var to = new Option<string?>("--to") { Description = CommandLine.Say("кому: повна назва органу; для відповіді — без цього видавець вищого акта", "for whom: the full name; of an answer, without it, the issuer of the higher act"), HelpName = "NAME" };
        var period = new Option<string?>("--period") { Description = CommandLine.Say("відповідь за період: 2020-Q3; без цього — план як завдання", "an answer for the period: 2020-Q3; without it, the plan as a task"), HelpName = "P" };
        var act = new Option<string?>("--act") { Description = CommandLine.Say("номер вищого акта, якщо їх кілька", "number of the higher act, where there are several"), HelpName = "NUMBER" };
        var files = new Option<bool>("--files") { Description = CommandLine.Say("покласти й самі файли підтверджень, а не лише відбитки", "lay in the evidence itself, not only its hashes") };
        var file = new Option<string>("--out") { Description = CommandLine.Say("куди записати .zip", "the .zip to write"), HelpName = "FILE", Required = true };
        var command = new Command("make", CommandLine.Say("Зробити пакет: план для нижчого органу або звіт для вищого", "Make a package: a plan for a body below, or a report for the one above")) { name, to, period, act, files, file };
        var data = new DataOptions(command);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            await using var store = await data.Open(parsed);
            var plan = await PlanName.Find(store, parsed.GetValue(name)!, stop);
            var (by, at) = (Actor.Program(plan.Authority.Id), NowOf(data, parsed, plan.Authority));
            MadePackage made;
            if (parsed.GetValue(period) is { } code)
            {
                if (!ReportingPeriod.TryParse(code, out _)) throw new RuleBroken("period.form", code);
                var higher = await store.Read(plan.Authority.Id, r => HigherActName.Find(r, plan.Id, parsed.GetValue(act)), stop);
                made = await new MakePackage(store).Answer(by, at, plan.Id, code, higher.Id, parsed.GetValue(to), parsed.GetValue(files), stop);
            }
            else made = await new MakePackage(store).Task(by, at, plan.Id, parsed.GetValue(to) ?? "", stop);
            await using (var bytes = store.Files.Open(made.Sha256)) await WriteWhole(parsed.GetValue(file)!, bytes, stop);
            Console.WriteLine(CommandLine.Say($"{parsed.GetValue(file)}: пакет № {made.Number}, редакція {made.Edition}", $"{parsed.GetValue(file)}: package no. {made.Number}, edition {made.Edition}"));
            Console.WriteLine(CommandLine.Say($"Відбиток: {PackageFile.Shown(made.Digest)}", $"Digest: {PackageFile.Shown(made.Digest)}"));
            return 0;
        }));
        return command;
    }

    static Command Check()
    {
        var file = new Argument<FileInfo>("file") { Description = CommandLine.Say("файл пакета", "the file of the package") };
        var code = new Option<string?>("--authority") { Description = CommandLine.Say("код органу: що принесе саме йому", "code of the authority: what it would bring there"), HelpName = "CODE" };
        var digest = Digest();
        var command = new Command("check", CommandLine.Say("Перевірити пакет і показати, що він приносить; нічого не записує", "Verify a package and show what it brings; writes nothing")) { file, code, digest };
        var data = new DataOptions(command);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            var package = PackageFile.Read(await Bytes(parsed.GetValue(file)!, stop));
            if (parsed.GetValue(digest) is { } typed && !PackageFile.IsSame(package.Digest, typed)) throw new RuleBroken("package.not-this-digest");
            Tell(package);
            if (parsed.GetValue(code) is not { } named) return 0;
            await using var store = await data.OpenToRead(parsed);
            var authority = await new AllAuthorities(store).ByCode(named, stop) ?? throw new RuleBroken("authority.unknown", named);
            Tell(await store.Read(authority.Id, r => PackagePreview.Of(r, package), stop));
            return 0;
        }));
        return command;
    }

    static Command Take()
    {
        var file = new Argument<FileInfo>("file") { Description = CommandLine.Say("файл пакета", "the file of the package") };
        var code = new Option<string>("--authority") { Description = CommandLine.Say("код органу, що приймає", "code of the authority that takes it"), HelpName = "CODE", Required = true };
        var signature = new Option<FileInfo?>("--signature") { Description = CommandLine.Say("файл підпису .p7s: зберігаємо поруч, не перевіряємо", "the signature .p7s: kept beside, not verified"), HelpName = "FILE" };
        var body = new Option<string?>("--body") { Description = CommandLine.Say("орган реєстру, якщо видавця названо інакше", "the body of the register, where the issuer is called otherwise"), HelpName = "NAME" };
        var digest = Digest();
        var same = new Option<string[]>("--same") { Description = CommandLine.Say("захід нової редакції — той самий, що названо в exchange check: 3=5", "a measure of the later edition is the one that exchange check names: 3=5"), HelpName = "NEW=OLD" };
        var fresh = new Option<int[]>("--new") { Description = CommandLine.Say("захід нової редакції — новий", "a measure of the later edition is new"), HelpName = "N" };
        var command = new Command("take", CommandLine.Say("Прийняти пакет: завдання стає вищим актом, відповідь — звітами на розгляд", "Take a package: a task becomes a higher act, an answer reports to be reviewed")) { file, code, signature, body, digest, same, fresh };
        var data = new DataOptions(command);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            var bytes = await Bytes(parsed.GetValue(file)!, stop);
            var signed = parsed.GetValue(signature) is { } beside ? await Bytes(beside, stop) : null;
            await using var store = await data.Open(parsed);
            var authority = await new AllAuthorities(store).ByCode(parsed.GetValue(code)!, stop) ?? throw new RuleBroken("authority.unknown", parsed.GetValue(code)!);
            var who = parsed.GetValue(body) is { } named ? await store.Read(authority.Id, r => CascadeBelowCommands.BodyOf(r, named), stop) : (long?)null;
            var taken = await new TakePackage(store).Run(Actor.Program(authority.Id), NowOf(data, parsed, authority), bytes, signed, parsed.GetValue(digest), who, Sames(parsed.GetValue(same) ?? [], parsed.GetValue(fresh) ?? []), stop);
            if (taken.Again) Console.WriteLine(CommandLine.Say("Цей пакет уже прийнято раніше: нічого не змінилося.", "This package was taken before: nothing has changed."));
            if (taken.HigherId is not null) Console.WriteLine(CommandLine.Say($"Пакет № {taken.Number}: вищий акт додано з його заходами й днем звіту.", $"Package no. {taken.Number}: the higher act is added with its measures and its day."));
            foreach (var (measure, receipt) in taken.Receipts) Console.WriteLine(CommandLine.Say($"захід {measure}: звіт № {receipt}, чекає розгляду", $"measure {measure}: report no. {receipt}, to be reviewed"));
            foreach (var (measure, why) in taken.Left) Console.WriteLine(CommandLine.Say($"захід {measure}: {Web.FateWords.Ukrainian(why)}", $"measure {measure}: {Web.FateWords.English(why)}"));
            return 0;
        }));
        return command;
    }

    static Dictionary<int, int?> Sames(string[] pairs, int[] fresh)
    {
        var said = fresh.Distinct().ToDictionary(n => n, _ => (int?)null);
        foreach (var pair in pairs)
            said[pair.Split('=') is [var later, var earlier] && int.TryParse(later, out var a) && int.TryParse(earlier, out var b) ? a : throw new RuleBroken("package.same-form", pair)] = b;
        return said;
    }

    static Option<string?> Digest() => new("--digest") { Description = CommandLine.Say("відбиток із листа: звірити", "the digest of the letter, to compare"), HelpName = "HEX" };

    static void Tell(CheckedPackage package)
    {
        var p = package.Package;
        Console.WriteLine(CommandLine.Say($"Пакет № {p.Number} від {UkrainianDate.Short(p.Day)}, редакція {p.Edition}: {(p.Kind == PackageKind.Task ? "план як завдання" : $"відповідь за {p.Report!.Period}")}", $"Package no. {p.Number} of {UkrainianDate.Short(p.Day)}, edition {p.Edition}: {(p.Kind == PackageKind.Task ? "a plan as a task" : $"an answer for {p.Report!.Period}")}"));
        Console.WriteLine($"{p.Issuer.Name} → {p.Addressee.Name}");
        Console.WriteLine($"{Zakhid.Cascade.HigherAct.NameOf(p.Act)}: {p.Title}, {CommandLine.Say(Plural.Count(p.Measures.Count, "захід", "заходи", "заходів"), Plural.English(p.Measures.Count, "measure", "measures"))}");
        Console.WriteLine(CommandLine.Say($"Усі частини цілі. Відбиток: {package.DigestShown}", $"Every part is whole. Digest: {package.DigestShown}"));
        Console.WriteLine(CommandLine.Say("Хто зробив пакет, каже лише підпис; програма його не перевіряє.", "Who made the package only a signature tells; the program does not verify it."));
    }

    static void Tell(PackagePreview preview)
    {
        if (preview.Same is { } same) { Console.WriteLine(CommandLine.Say($"Цей пакет уже прийнято {UkrainianDate.Full(same.Day)}.", $"This package was taken on {EnglishDate.Full(same.Day)}.")); return; }
        if (preview.PlanTitle is { } plan) Console.WriteLine(CommandLine.Say($"Відповідає на план: {plan}", $"Answers the plan: {plan}"));
        if (preview.Package.Kind == PackageKind.Answer) Console.WriteLine(preview.BodyName is { } body ? CommandLine.Say($"Видавець у реєстрі: {body}", $"The issuer in the register: {body}") + (preview.BodyByCode ? "" : CommandLine.Say(" (за назвою, код ЄДРПОУ не звірено)", " (by its name; no code compared)")) : CommandLine.Say("Видавця в реєстрі немає: назвіть його з --body.", "The register does not have the issuer: name it with --body."));
        foreach (var u in preview.Unsure) Console.WriteLine(CommandLine.Say($"? захід {u.Place} «{u.Text}»: той самий, що «{u.Earlier.Text}»? --same {u.Place}={u.Earlier.Position} або --new {u.Place}", $"? measure {u.Place} «{u.Text}»: the same as «{u.Earlier.Text}»? --same {u.Place}={u.Earlier.Position} or --new {u.Place}"));
        foreach (var line in preview.Answers) Console.WriteLine(CommandLine.Say($"захід {line.Named}: {Web.FateWords.Ukrainian(line.Fate)}", $"measure {line.Named}: {Web.FateWords.English(line.Fate)}"));
    }

    internal static Moment NowOf(DataOptions data, ParseResult parsed, Authority authority) => new AuthorityClock(TimeProvider.System).Now(data.AsOf(parsed) ?? authority.Day);

    static async Task<byte[]> Bytes(FileInfo file, CancellationToken stop)
    {
        if (!file.Exists) throw new FileNotFoundException(CommandLine.Say($"Файлу {file} немає: перевірте шлях.", $"There is no file {file}: check the path."));
        if (file.Length > PackageFile.Limits.FileBytes) throw new RuleBroken("package.too-large", (int)(PackageFile.Limits.FileBytes / 1_000_000));
        return await File.ReadAllBytesAsync(file.FullName, stop);
    }

    /// Written beside and moved: half a package never stands under the name.
    static async Task WriteWhole(string path, Stream bytes, CancellationToken stop)
    {
        var half = path + ".part";
        await using (var into = new FileStream(half, FileMode.Create, FileAccess.Write)) await bytes.CopyToAsync(into, stop);
        File.Move(half, path, overwrite: true);
    }
}
