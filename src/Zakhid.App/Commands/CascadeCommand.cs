using System.CommandLine;
using Zakhid.Clauses;
using Zakhid.Obligations;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.Cascade;
using Zakhid.Text;

namespace Zakhid.App.Commands;

/// `zakhid cascade …`: the acts above a plan, links of measures, a draft made of a higher plan, the bodies below.
static class CascadeCommand
{
    static string T(string ukrainian, string english) => CommandLine.Say(ukrainian, english);

    public static Command Create() => new("cascade", T("Каскад: вищі акти, зв’язки заходів, нижчі органи", "The cascade: higher acts, links of measures, bodies below")) { Show(), Above(), Day(), Link(), Remove(), Derive(), CascadeBelowCommands.Order(), CascadeBelowCommands.Issued(), CascadeBelowCommands.Compare() };

    internal static Argument<string> Plan() => new("plan") { Description = T("план, як його називає zakhid plans", "the plan, as zakhid plans calls it") };

    static Option<string?> Act() => new("--act") { Description = T("номер вищого акта; без цього — найближчий", "number of the higher act; without it, the nearest"), HelpName = "NUMBER" };

    static Command Show()
    {
        var name = Plan();
        var json = new Option<bool>("--json") { Description = "JSON" };
        var command = new Command("show", T("Показати вищі акти плану, їхні дні та пов’язані заходи", "Show the acts above a plan, their days and linked measures")) { name, json };
        var data = new DataOptions(command);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            await using var store = await data.OpenToRead(parsed);
            var plan = await PlanName.Find(store, parsed.GetValue(name)!, stop);
            var acts = await store.Read(plan.Authority.Id, async r =>
            {
                var found = new List<(StoredHigherAct Act, IReadOnlyList<LinkedMeasure> Links)>();
                foreach (var act in await StoredHigherAct.Above(r, plan.Id)) found.Add((act, await LinkedMeasure.Of(r, plan.Id, act.Id)));
                return found;
            }, stop);
            if (parsed.GetValue(json))
            {
                JsonOut.Write(acts.Select(a => new { a.Act.Issuer, a.Act.Kind, a.Act.Number, a.Act.Date, a.Act.Title, Source = a.Act.Source.ToString(), Reporting = ReportingLines.Write(a.Act.Act.Reporting), a.Act.Measures, Links = a.Links.SelectMany(l => l.Above, (l, h) => new { Measure = l.Position, Higher = h.Place }) }));
                return 0;
            }
            foreach (var (act, links) in acts)
            {
                var rules = ReportingRule.Of(act.Act);
                Console.WriteLine($"{CountInWords.Capital(act.Name)}, {act.Issuer}");
                Console.WriteLine(rules.Count == 0 ? T("  день невідомий: впишіть з zakhid cascade day", "  day unknown: enter it with zakhid cascade day") : $"  {ReportingLines.Write(act.Act.Reporting).Replace("\n", "\n  ", StringComparison.Ordinal)}");
                foreach (var link in links.Where(l => l.Above.Count > 0)) Console.WriteLine($"  {link.Named} → {string.Join(", ", link.Above.Select(h => h.Named))}");
            }
            if (acts.Count == 0) Console.WriteLine(T("Вищих актів ще не додано.", "No higher act is added yet."));
            return 0;
        }));
        return command;
    }

    static Command Above()
    {
        var name = Plan();
        var file = new Option<FileInfo?>("--file") { Description = T("прочитати акт із файлу", "read the act from a file"), HelpName = "FILE" };
        var issuer = new Option<string?>("--issuer") { Description = T("видавник", "issuer"), HelpName = "NAME" };
        var kind = new Option<string?>("--kind") { Description = T("вид: розпорядження", "kind of act"), HelpName = "KIND" };
        var number = new Option<string?>("--number") { Description = T("номер", "number"), HelpName = "NUMBER" };
        var date = DayOption.Create("--date", "дата акта, РРРР-ММ-ДД", "date of the act, YYYY-MM-DD");
        var title = new Option<string?>("--title") { Description = T("назва", "title"), HelpName = "TITLE" };
        var reporting = new Option<string[]>("--reporting") { Description = T("хто кого й до якого дня інформує, словами акта", "who informs whom by which day, in the words of the act"), HelpName = "LINE" };
        var over = new Option<string?>("--over") { Description = T("над яким вищим актом стоїть; без цього — над планом", "the higher act that it stands above; without it, the plan"), HelpName = "NUMBER" };
        var command = new Command("above", T("Додати вищий акт: за реквізитами або з файлу", "Add a higher act: by its requisites or from a file")) { name, file, issuer, kind, number, date, title, reporting, over };
        var data = new DataOptions(command);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            await using var store = await data.Open(parsed);
            var plan = await PlanName.Find(store, parsed.GetValue(name)!, stop);
            var (by, at) = (Actor.Program(plan.Authority.Id), ExchangeCommand.NowOf(data, parsed, plan.Authority));
            long id;
            if (parsed.GetValue(file) is { } path)
            {
                if (!path.Exists) throw new FileNotFoundException(T($"Файлу {path} немає: перевірте шлях.", $"There is no file {path}: check the path."));
                await using var bytes = path.OpenRead();
                id = await new KeepHigherAct(store).FromFile(by, at, path.Name, bytes, plan.Id, stop);
            }
            else
            {
                var act = new Act { Issuer = parsed.GetValue(issuer), Kind = parsed.GetValue(kind), Number = parsed.GetValue(number), Date = parsed.GetValue(date), Title = parsed.GetValue(title), Reporting = ReportingLines.Read(string.Join('\n', parsed.GetValue(reporting) ?? [])) };
                var lower = parsed.GetValue(over) is { } below ? (await store.Read(plan.Authority.Id, r => HigherActName.Find(r, plan.Id, below), stop)).Id : (long?)null;
                id = await new KeepHigherAct(store).Run(by, at, act, lower is null ? plan.Id : null, lower, stop);
            }
            var kept = await store.Read(plan.Authority.Id, r => StoredHigherAct.Find(r, id), stop);
            Console.WriteLine(T($"Додано: {kept.Name}, {kept.Issuer}", $"Added: {kept.Name}, {kept.Issuer}"));
            return 0;
        }));
        return command;
    }

    static Command Day()
    {
        var name = Plan();
        var lines = new Argument<string[]>("line") { Description = T("хто кого й до якого дня інформує, словами акта", "who informs whom by which day, in the words of the act"), Arity = ArgumentArity.OneOrMore };
        var number = Act();
        var command = new Command("day", T("Вписати день звіту, який називає вищий акт", "Enter the day of reports that a higher act names")) { name, lines, number };
        var data = new DataOptions(command);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            await using var store = await data.Open(parsed);
            var plan = await PlanName.Find(store, parsed.GetValue(name)!, stop);
            var act = await store.Read(plan.Authority.Id, r => HigherActName.Find(r, plan.Id, parsed.GetValue(number)), stop);
            await new KeepHigherAct(store).SetReporting(Actor.Program(plan.Authority.Id), ExchangeCommand.NowOf(data, parsed, plan.Authority), act.Id, string.Join('\n', parsed.GetValue(lines)!), stop);
            Console.WriteLine(T($"Записано: {act.Name}", $"Kept: {act.Name}"));
            return 0;
        }));
        return command;
    }

    static Command Link()
    {
        var name = Plan();
        var number = Act();
        var confirm = new Option<string[]>("--confirm") { Description = T("пара: свій захід = вищий, за порядком у планах", "a pair: own measure = higher one, by their order in the plans"), HelpName = "OWN=HIGHER" };
        var undo = new Option<string[]>("--undo") { Description = T("пара, яку пов’язано помилково", "a pair linked by mistake"), HelpName = "OWN=HIGHER" };
        var command = new Command("link", T("Запропонувати зв’язки заходів за схожістю тексту; --confirm пов’язує", "Propose links of measures by likeness; --confirm links")) { name, number, confirm, undo };
        var data = new DataOptions(command);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            var pairs = (parsed.GetValue(confirm) ?? []).Select(Pair).ToList();
            var undone = (parsed.GetValue(undo) ?? []).Select(Pair).ToList();
            await using var store = pairs.Count + undone.Count > 0 ? await data.Open(parsed) : await data.OpenToRead(parsed);
            var plan = await PlanName.Find(store, parsed.GetValue(name)!, stop);
            var act = await store.Read(plan.Authority.Id, r => HigherActName.Find(r, plan.Id, parsed.GetValue(number)), stop);
            var measures = await store.Read(plan.Authority.Id, r => LinkedMeasure.Of(r, plan.Id, act.Id), stop);
            var ids = measures.ToDictionary(m => m.Position, m => m.Id);
            var places = (await store.Read(plan.Authority.Id, r => HigherMeasure.Of(r, act.Id), stop)).ToDictionary(m => m.Place!.Value, m => m.Position);
            int Higher(int place) => places.TryGetValue(place, out var position) ? position : throw new RuleBroken("cascade.unknown-measure");
            foreach (var (own, higher) in undone)
                await new LinkMeasures(store).Undo(Actor.Program(plan.Authority.Id), ExchangeCommand.NowOf(data, parsed, plan.Authority), plan.Id, act.Id, ids.TryGetValue(own, out var wrong) ? wrong : throw new RuleBroken("measure.unknown"), Higher(higher), stop);
            if (undone.Count > 0) measures = await store.Read(plan.Authority.Id, r => LinkedMeasure.Of(r, plan.Id, act.Id), stop);
            if (pairs.Count > 0)
            {
                var added = await new LinkMeasures(store).Run(Actor.Program(plan.Authority.Id), ExchangeCommand.NowOf(data, parsed, plan.Authority), plan.Id, act.Id, [.. pairs.Select(p => (ids.TryGetValue(p.Own, out var id) ? id : throw new RuleBroken("measure.unknown"), Higher(p.Higher)))], stop);
                Console.WriteLine(T($"Пов’язано: {added}", $"Linked: {added}"));
                return 0;
            }
            foreach (var m in measures)
                Console.WriteLine(m.Above.Count > 0 ? $"{m.Position} → {string.Join(", ", m.Above.Select(h => h.Place?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? T($"{h.Named} (вилучено)", $"{h.Named} (gone)")))}"
                    : m.Proposed.Count > 0 ? $"{m.Position} ? {string.Join(", ", m.Proposed.Select(p => $"{p.Measure.Place} ({p.Likeness:0.00})"))}" : $"{m.Position} —");
            return 0;
        }));
        return command;
    }

    static Command Remove()
    {
        var number = Act();
        return InPlan.Handle(new Command("remove", T("Вищий акт над планом не стоїть: прибрати його разом зі зв’язками", "The higher act does not stand above the plan: take it away with its links")) { number }, writes: true, async (at, parsed, stop) =>
        {
            var act = await at.Read(r => HigherActName.Find(r, at.Plan.Id, parsed.GetValue(number)), stop);
            await new PlaceAbove(at.Store).Remove(at.By, at.At, at.Plan.Id, act.Id, stop);
            return Said.Done($"Прибрано: {act.Name}", $"Taken away: {act.Name}");
        });
    }

    static (int Own, int Higher) Pair(string text) => text.Split('=') is [var own, var higher] && int.TryParse(own, out var a) && int.TryParse(higher, out var b) ? (a, b) : throw new RuleBroken("cascade.pair", text);

    static Command Derive()
    {
        var code = new Option<string>("--authority") { Description = T("код органу", "code of the authority"), HelpName = "CODE", Required = true };
        var number = new Argument<string>("act") { Description = T("номер вищого акта", "number of the higher act") };
        var chosen = new Option<int[]>("--measure") { Description = T("захід вищого плану, за порядком; без цього — усі", "a measure of the higher plan, by its order; without it, all"), HelpName = "N", AllowMultipleArgumentsPerToken = true };
        var command = new Command("derive", T("Скласти проєкт свого плану із заходів вищого", "Make a draft of one's own plan out of a higher one")) { number, code, chosen };
        var data = new DataOptions(command);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            await using var store = await data.Open(parsed);
            var authority = await new AllAuthorities(store).ByCode(parsed.GetValue(code)!, stop) ?? throw new RuleBroken("authority.unknown", parsed.GetValue(code)!);
            var act = await store.Read(authority.Id, r => HigherActName.Any(r, parsed.GetValue(number)!), stop);
            var above = await store.Read(authority.Id, r => HigherMeasure.Of(r, act.Id), stop);
            var positions = parsed.GetValue(chosen) is { Length: > 0 } named ? [.. named.Select(n => above.Find(m => m.Place == n)?.Position ?? throw new RuleBroken("cascade.unknown-measure"))] : above.ConvertAll(m => m.Position);
            var import = await new DerivePlan(store).Run(Actor.Program(authority.Id), ExchangeCommand.NowOf(data, parsed, authority), act.Id, positions, stop);
            Console.WriteLine(T($"Проєкт чекає на сторінці /imports/{import}: впишіть виконавців і реквізити.", $"The draft waits at /imports/{import}: fill in executors and requisites."));
            return 0;
        }));
        return command;
    }
}
