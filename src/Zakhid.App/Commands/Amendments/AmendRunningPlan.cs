using System.CommandLine;
using Zakhid.App.Pages.Imports;
using Zakhid.Obligations;
using Zakhid.Operations.Amendments;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.People;
using Zakhid.Operations.Reading;
using Zakhid.Operations.Storage;

namespace Zakhid.App.Commands.Amendments;

/// `zakhid amend hlukhiv-1 ACT`: the amending act is read, its difference and effect are told; with --yes it becomes the plan's next version.
static class AmendRunningPlan
{
    public static Task<int> Run(DataOptions data, ParseResult parsed, string name, string[] acts, bool confirm, bool yes, CancellationToken stop) => DataOptions.Sentence(async () =>
    {
        await using var store = await data.Open(parsed);
        var plan = await PlanName.Find(store, name, stop);
        var (by, at) = (Actor.Program(plan.Authority.Id), new AuthorityClock(TimeProvider.System).Now(data.AsOf(parsed) ?? plan.Authority.Day));
        foreach (var act in acts)
        {
            if (!File.Exists(act)) throw new FileNotFoundException(CommandLine.Say($"Файлу {act} немає: перевірте шлях.", $"There is no file {act}: check the path."));
            var id = await Taken(store, by, at, plan, act, stop);
            var sheet = await store.Read(by.Authority, r => AmendmentSheet.Find(r, id), stop);
            if (confirm)
                foreach (var doubt in sheet.Open) await new EditAmendment(store).Answer(by, at, id, doubt.Pointer, stop);
            else if (sheet.Open.Count > 0)
            {
                foreach (var doubt in sheet.Open) Console.WriteLine($"? {doubt.Remarks[0].Text} {doubt.Remarks[0].Proposal}");
                return DataOptions.Fail(CommandLine.Say($"Дайте відповіді на сторінці /amendments/{id} або повторіть із --confirm.", $"Answer at /amendments/{id}, or repeat with --confirm."));
            }
            Tell(sheet, await new AmendPlan(store).Rehearse(by, at, id, stop));
            if (!yes)
            {
                Console.WriteLine(CommandLine.Say($"Нічого не змінено. Підтвердити: --yes або сторінка /amendments/{id}.", $"Nothing is changed. Confirm with --yes or at /amendments/{id}."));
                return 0;
            }
            var version = await new AmendPlan(store).Run(by, at, id, stop);
            TellVersion(plan, sheet, version, at.Day);
        }
        return 0;
    });

    /// The amendment of a file; one dropped before and not yet confirmed goes on with its answers.
    static async Task<long> Taken(Store store, Actor by, Moment at, PlanName plan, string file, CancellationToken stop)
    {
        Dropped dropped;
        try
        {
            await using var content = File.OpenRead(file);
            dropped = await new DropFile(store).Take(by, at, Path.GetFileName(file), content, stop);
        }
        catch (RuleBroken rule) when (rule.Rule == "amendment.same-file" && rule.Arguments[^1] is long earlier)
        {
            dropped = new(null, earlier);
        }
        if (dropped.Amendment is not { } id) throw new RuleBroken("amendment.no-amendment", Path.GetFileName(file));
        var sheet = await store.Read(by.Authority, r => AmendmentSheet.Find(r, id), stop);
        if (sheet.PlanId is null) await new AmendmentDrafts(store).ChoosePlan(by, at, id, plan.Id, stop);
        else if (sheet.PlanId != plan.Id) throw new RuleBroken("amendment.other-plan", $"{plan.Authority.Code}-{sheet.PlanId}");
        return id;
    }

    public static void TellVersion(PlanName plan, AmendmentSheet sheet, int version, DateOnly today) =>
        Console.WriteLine(sheet.EffectiveDay > today ? CommandLine.Say($"{plan.Short}: редакція {version} набуде чинності {sheet.EffectiveDay:dd.MM.yyyy}", $"{plan.Short}: version {version} takes effect on {sheet.EffectiveDay:yyyy-MM-dd}") : CommandLine.Say($"{plan.Short}: чинна редакція {version}", $"{plan.Short}: version {version} holds"));

    public static void Tell(AmendmentSheet sheet, AmendmentEffect effect)
    {
        var english = CommandLine.Say("uk", "en") == "en";
        foreach (var field in sheet.Difference.Act) Console.WriteLine($"  {FieldNames.Of(field.Field, english)}: «{One(field.Before)}» → «{One(field.After)}»");
        foreach (var item in sheet.Difference.Clauses) Console.WriteLine(CommandLine.Say($"  пункт {item.Field} акта: ", $"  item {item.Field} of the act: ") + $"«{One(item.Before)}» → «{One(item.After)}»");
        foreach (var m in sheet.Difference.Measures)
        {
            var number = (m.After ?? m.Before!).Number ?? "—";
            if (m.Before is null) Console.WriteLine($"  + {number} {One(m.After!.Text)}");
            else if (m.After is null) Console.WriteLine($"  − {number} {One(m.Before.Text)}");
            foreach (var field in m.Fields) Console.WriteLine($"  {number} {FieldNames.Of(field.Field, english)}: «{One(field.Before)}» → «{One(field.After)}»");
        }
        Console.WriteLine(CommandLine.Say($"Звітів припиняється: {effect.Lapsed}, додається: {effect.Arisen}, змінюють строк: {effect.Moved}", $"Reports that lapse: {effect.Lapsed}, arise: {effect.Arisen}, change day: {effect.Moved}"));
        foreach (var one in effect.Obligations.OrderBy(o => o.Body, StringComparer.CurrentCulture))
            Console.WriteLine($"    {One(one.Body)}, {one.Measure ?? "—"}, {ReportingPeriod.Parse(one.Period).ShortName}: {Day(one.Before)} → {(one.Change == ObligationChange.Lapsed ? CommandLine.Say("припиняється", "lapses") : Day(one.After))} ({one.Ground})");
    }

    static string Day(DateOnly? day) => day is { } known ? CommandLine.Say($"{known:dd.MM.yyyy}", $"{known:yyyy-MM-dd}") : "—";

    static string One(string? text) => (text ?? "—").Replace("\n", "; ");
}
