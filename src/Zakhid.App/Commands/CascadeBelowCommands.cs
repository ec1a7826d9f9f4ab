using System.CommandLine;
using Zakhid.App.Web;
using Zakhid.Operations.Cascade;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.App.Commands;

/// The part of `zakhid cascade` about the bodies below a plan: what they were ordered to issue, and how they compare.
static class CascadeBelowCommands
{
    static string T(string ukrainian, string english) => CommandLine.Say(ukrainian, english);

    static Option<string[]> Bodies(bool required = true) => new("--body") { Description = T("орган реєстру: повна назва", "a body of the register: its full name") + (required ? "" : T("; без нього — усі, кого називає пункт", "; without it, all whom the clause names")), HelpName = "NAME", Required = required };

    public static Command Order()
    {
        var name = CascadeCommand.Plan();
        var bodies = Bodies(required: false);
        var command = new Command("order", T("Доручити органам видати акт: строк — за пунктом акта плану", "Order bodies to issue an act: the day is that of the plan's own clause")) { name, bodies };
        var data = new DataOptions(command);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            await using var store = await data.Open(parsed);
            var plan = await PlanName.Find(store, parsed.GetValue(name)!, stop);
            var (named, by, now) = (parsed.GetValue(bodies) ?? [], Actor.Program(plan.Authority.Id), ExchangeCommand.NowOf(data, parsed, plan.Authority));
            var added = named.Length == 0 ? await new RecordIssued(store).AssignNamed(by, now, plan.Id, stop)
                : await new RecordIssued(store).Assign(by, now, plan.Id, await store.Read(plan.Authority.Id, async r => { var found = new List<long>(); foreach (var body in named) found.Add(await BodyOf(r, body)); return found; }, stop), stop);
            Console.WriteLine(T($"Доручено: {added}", $"Ordered: {added}"));
            return 0;
        }));
        return command;
    }

    public static Command Issued()
    {
        var name = CascadeCommand.Plan();
        var bodies = Bodies();
        var kind = new Option<string?>("--kind") { Description = T("вид акта", "kind of act"), HelpName = "KIND" };
        var number = new Option<string?>("--number") { Description = T("номер акта", "number of the act"), HelpName = "NUMBER" };
        var date = DayOption.Create("--date", "дата акта, РРРР-ММ-ДД", "date of the act, YYYY-MM-DD");
        var ground = new Option<string?>("--ground") { Description = T("лист, яким його надіслано", "the letter that brought it"), HelpName = "LETTER" };
        var command = new Command("issued", T("Записати акт, який видав орган", "Write down the act that a body issued")) { name, bodies, kind, number, date, ground };
        var data = new DataOptions(command);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            await using var store = await data.Open(parsed);
            var plan = await PlanName.Find(store, parsed.GetValue(name)!, stop);
            foreach (var body in parsed.GetValue(bodies)!)
            {
                var duty = await store.Read(plan.Authority.Id, async r => { var id = await BodyOf(r, body); return (await IssuedAct.Of(r, plan.Id)).Find(a => a.BodyId == id)?.Id; }, stop) ?? throw new RuleBroken("cascade.no-such-duty");
                await new RecordIssued(store).Run(Actor.Program(plan.Authority.Id), ExchangeCommand.NowOf(data, parsed, plan.Authority), duty, parsed.GetValue(kind), parsed.GetValue(number), parsed.GetValue(date), parsed.GetValue(ground), stop);
                Console.WriteLine(T($"Записано: {body}", $"Kept: {body}"));
            }
            return 0;
        }));
        return command;
    }

    public static Command Compare()
    {
        var name = CascadeCommand.Plan();
        var csv = new Option<bool>("--csv") { Description = T("таблиця CSV", "a table, CSV") };
        var order = new Option<string>("--order") { Description = T("порядок: body, act, in-time, late, silent, done", "order: body, act, in-time, late, silent, done"), HelpName = "COLUMN", DefaultValueFactory = _ => "body" };
        order.AcceptOnlyFromAmong([.. BodyComparison.Orders]);
        var command = new Command("compare", T("Порівняти нижчі органи за одним планом", "Compare the bodies below for one plan")) { name, csv, order };
        var data = new DataOptions(command);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            await using var store = await data.OpenToRead(parsed);
            var plan = await PlanName.Find(store, parsed.GetValue(name)!, stop);
            var today = ExchangeCommand.NowOf(data, parsed, plan.Authority).Day;
            var rows = await store.Read(plan.Authority.Id, r => BodyComparison.Of(r, plan.Id, today, parsed.GetValue(order)!), stop);
            if (parsed.GetValue(csv)) { using var output = Console.OpenStandardOutput(); await output.WriteAsync(ComparisonCsv.Of(rows, CommandLine.IsEnglish), stop); return 0; }
            foreach (var row in rows)
            {
                Console.WriteLine(row.Body);
                Console.WriteLine($"  {T("акт", "act")}: {ComparisonCsv.Issue(row, CommandLine.IsEnglish)}");
                Console.WriteLine(T($"  звітів вчасно {row.InTime}, із запізненням {row.Late}, не подано {row.Silent}, строк попереду {row.Ahead}; виконано {row.Done} з {row.Measures}", $"  reports in time {row.InTime}, late {row.Late}, silent {row.Silent}, ahead {row.Ahead}; done {row.Done} of {row.Measures}"));
                foreach (var figure in row.Figures) Console.WriteLine($"  {figure}");
            }
            return 0;
        }));
        return command;
    }

    /// <exception cref="RuleBroken">«cascade.body».</exception>
    internal static async Task<long> BodyOf(Scope scope, string name)
    {
        var key = Folding.Key(name);
        var found = (await scope.All<(long Id, string Name)>("SELECT id, name FROM body WHERE authority_id = @authority AND withdrawn_at IS NULL ORDER BY id")).Find(b => Folding.Key(b.Name) == key);
        return found.Id > 0 ? found.Id : throw new RuleBroken("cascade.body");
    }
}
