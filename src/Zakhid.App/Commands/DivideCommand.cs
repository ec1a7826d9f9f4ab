using System.CommandLine;
using System.Globalization;
using Zakhid.Operations.Control;
using Zakhid.Operations.People;
using Zakhid.Text;

namespace Zakhid.App.Commands;

/// `zakhid divide PLAN MEASURE --part "TEXT" --part "TEXT | executor, executor"`: a compound measure in parts; without parts, those it has.
static class DivideCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("plan") { Description = CommandLine.Say("план, як його називає zakhid plans", "the plan, as zakhid plans calls it") };
        var number = new Argument<int>("measure") { Description = CommandLine.Say("місце заходу в плані, від 1", "the measure's place in the plan, from 1") };
        var parts = new Option<string[]>("--part") { Description = CommandLine.Say("що зробити | хто (через крапку з комою; без цього — усі)", "what to do | who (by semicolons; without it everybody)") };
        var undo = new Option<bool>("--undo") { Description = CommandLine.Say("знову один захід", "one measure again") };
        var command = new Command("divide", CommandLine.Say("Поділити захід на частини, за якими звітують окремо", "Divide a measure into parts that are reported on by themselves")) { name, number, parts, undo };
        var data = new DataOptions(command);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            var texts = parsed.GetValue(parts) ?? [];
            await using var store = texts.Length == 0 && !parsed.GetValue(undo) ? await data.OpenToRead(parsed) : await data.Open(parsed);
            var plan = await PlanName.Find(store, parsed.GetValue(name)!, stop);
            var (by, at) = (Actor.Program(plan.Authority.Id), new AuthorityClock(TimeProvider.System).Now(data.AsOf(parsed) ?? plan.Authority.Day));
            var position = parsed.GetValue(number);
            var measure = await store.Read(plan.Authority.Id, r => r.Find<long?>("SELECT id FROM measure WHERE authority_id = @authority AND plan_id = @Id AND position = @position", new { plan.Id, position }), stop) ?? throw new RuleBroken("measure.unknown");
            if (parsed.GetValue(undo)) await new DivideMeasure(store).Undo(by, at, measure, stop);
            if (texts.Length > 0)
            {
                var executors = await store.Read(plan.Authority.Id, r => r.All<(long Id, string Printed)>("SELECT id, printed FROM assignment WHERE authority_id = @authority AND measure_id = @measure AND owes = 1 AND part_id IS NULL AND member_of IS NULL ORDER BY position", new { measure }), stop);
                await new DivideMeasure(store).Run(by, at, measure, [.. texts.Select(text => Part(text, executors))], stop);
            }
            foreach (var part in await store.Read(plan.Authority.Id, r => DivideMeasure.Parts(r, measure), stop))
                Console.WriteLine($"{position.ToString(CultureInfo.InvariantCulture)}.{part.Letter}  {part.Text}  — {string.Join("; ", part.Executors)}");
            return 0;
        }));
        return command;
    }

    static NewPart Part(string text, List<(long Id, string Printed)> executors)
    {
        var bar = text.LastIndexOf('|');
        if (bar < 0) return new(text, null, executors.ConvertAll(one => one.Id));
        var named = text[(bar + 1)..].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Folding.Key).ToHashSet(StringComparer.Ordinal);
        return new(text[..bar].Trim(), null, [.. executors.Where(one => named.Contains(Folding.Key(one.Printed))).Select(one => one.Id)]);
    }
}
