using System.CommandLine;
using Zakhid.Calendar;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.People;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.App.Commands;

/// `zakhid days PLAN`: what the plan's terms wait for, how its days move, what does not fit; and the same entered.
static class DaysCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("plan") { Description = CommandLine.Say("план, як його називає zakhid plans", "the plan, as zakhid plans calls it") };
        var @event = new Option<string?>("--event") { Description = CommandLine.Say("подія, на яку чекає строк, її словами", "the event that a term waits for, in its words") };
        var on = DayOption.Create("--on", "коли вона відбулася", "when it happened");
        var until = DayOption.Create("--until", "коли скінчилася, якщо тривала", "when it ended, if it lasted");
        var document = new Option<string?>("--document") { Description = CommandLine.Say("документ або підстава", "the document, or the ground") };
        var policy = new Option<string?>("--policy") { Description = CommandLine.Say("вихідний для цього акта", "days off for this act") };
        policy.AcceptOnlyFromAmong("earlier", "later", "none", "authority");
        var rule = new Option<string?>("--rule") { Description = CommandLine.Say("коли звітувати, якщо акт не каже: quarter:25, month:5:next", "when to report where the act names no day: quarter:25, month:5:next"), HelpName = "RULE" };
        var yes = Said.Flag("--yes", "підтвердити; без цього --policy лише показує, що зміниться", "confirm; without it --policy only shows what changes");
        var command = new Command("days", CommandLine.Say("Строки плану: події без дня, вихідні, суперечності", "Days of a plan: events without a day, days off, conflicts")) { name, @event, on, until, document, policy, rule, yes };
        var data = new DataOptions(command);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            var (words, chosen) = (parsed.GetValue(@event), parsed.GetValue(policy));
            var adopted = parsed.GetValue(rule) is { } text ? ImportCommand.RuleOf(text) : null;
            await using var store = words is null && chosen is null && adopted is null ? await data.OpenToRead(parsed) : await data.Open(parsed);
            var plan = await PlanName.Find(store, parsed.GetValue(name)!, stop);
            var (by, at) = (Actor.Program(plan.Authority.Id), new AuthorityClock(TimeProvider.System).Now(data.AsOf(parsed) ?? plan.Authority.Day));
            if (words is not null)
            {
                if (parsed.GetValue(on) is not { } day)
                {
                    Console.Error.WriteLine(CommandLine.Say("Додайте --on: день події.", "Add --on: the day of the event."));
                    return 2;
                }
                Tell(await new EnterEventDay(store).Run(by, at, plan.Id, words, day, parsed.GetValue(until), parsed.GetValue(document) ?? "", stop));
            }
            if (adopted is not null)
            {
                var added = await new AdoptRule(store).Run(by, at, plan.Id, adopted.Periodicity, adopted.Day, adopted.MonthRule, stop);
                Console.WriteLine(CommandLine.Say($"Зобов’язань додано: {added}", $"Obligations added: {added}"));
            }
            if (chosen is not null && parsed.GetValue(yes)) Tell(await new ChoosePolicy(store).Run(by, at, plan.Id, Policy(chosen), parsed.GetValue(document) ?? "", stop));
            else if (chosen is not null)
            {
                Tell(await new ChoosePolicy(store).Rehearse(by, at, plan.Id, Policy(chosen), stop));
                return Said.Done("Нічого не змінено. Підтвердити: --yes.", "Nothing is changed. Confirm with --yes.");
            }
            foreach (var line in await store.Read(plan.Authority.Id, r => Lines(r, plan.Id, at.Day), stop)) Console.WriteLine(line);
            return 0;
        }));
        return command;
    }

    internal static DayOffPolicy? Policy(string word) => word switch { "earlier" => DayOffPolicy.Preceding, "later" => DayOffPolicy.Following, "none" => DayOffPolicy.None, _ => null };

    internal static void Tell(Recounted counted)
    {
        Tell(counted.Reports);
        foreach (var one in counted.Dates) Console.WriteLine($"{CommandLine.Say("контроль", "control"),-8}  {one.Measure,-8}  {Day(one.Before)} → {Day(one.After)}  — {one.Ground}");
        foreach (var one in counted.Acts) Console.WriteLine($"{CommandLine.Say("акт", "act"),-8}  {one.Body}: {Day(one.Before)} → {Day(one.After)}");
        if (counted.Held > 0) Console.WriteLine(CommandLine.Say($"Строки, установлені рішенням, лишаються: {counted.Held}", $"Days set by a decision stay: {counted.Held}"));
    }

    internal static void Tell(IReadOnlyList<ChangedObligation> changed)
    {
        foreach (var one in changed.OrderBy(one => one.Period, StringComparer.Ordinal))
            Console.WriteLine($"{one.Period,-8}  {one.Measure ?? CommandLine.Say("зведення", "summary"),-8}  {one.Body}: {Day(one.Before)} → {Day(one.After)}  — {one.Ground}");
    }

    static string Day(DateOnly? day) => day is { } known ? UkrainianDate.Short(known) : "—";

    static async Task<List<string>> Lines(Scope scope, long plan, DateOnly today)
    {
        var lines = new List<string>();
        var working = await AuthorityCalendar.Of(scope, plan);
        lines.Add(working.Policy switch
        {
            DayOffPolicy.Preceding => CommandLine.Say("Вихідний: попередній робочий день.", "A day off: the working day before."),
            DayOffPolicy.Following => CommandLine.Say("Вихідний: наступний робочий день.", "A day off: the working day after."),
            _ => CommandLine.Say("Вихідний: день не переноситься.", "A day off: the day stays."),
        });
        foreach (var one in await (await PlanEvents.Of(scope, plan)).Awaited(scope, plan))
            lines.Add($"{string.Join(", ", one.Measures),-8}  {one.Awaited.Words}: {(one.Known is { } known ? $"{UkrainianDate.Short(known.FromDay)}{(known.ToDay is { } last ? $"–{UkrainianDate.Short(last)}" : "")}, {known.Document}" : CommandLine.Say("дня ще немає", "no day yet"))}");
        if (await PlanConflicts.CurrentPeriod(scope, plan, today) is { } period)
            lines.AddRange((await PlanConflicts.Of(scope, plan, period)).Select(conflict => CommandLine.Say(conflict.Ukrainian, conflict.English)));
        return lines;
    }
}
