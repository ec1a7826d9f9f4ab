using System.CommandLine;
using Zakhid.Operations.Amendments;
using Zakhid.Operations.People;

namespace Zakhid.App.Commands.Amendments;

/// `zakhid repeal PLAN --ground TEXT --open lapse|owe`: closes a plan that lost force; without --yes only tells what would become of the reports.
static class RepealCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("plan") { Description = CommandLine.Say("план: hlukhiv-1 або номер акта", "the plan: hlukhiv-1 or its act's number") };
        var ground = new Option<string>("--ground") { Description = CommandLine.Say("яким актом: «рішення від 12.01.2022 № 5, пункт 4»", "by which act: «рішення від 12.01.2022 № 5, пункт 4»"), HelpName = "TEXT", Required = true };
        var day = new Option<DateOnly?>("--day") { Description = CommandLine.Say("з якого дня; без цього — сьогодні", "from which day; today without it"), HelpName = "DAY" };
        var open = new Option<string?>("--open") { Description = CommandLine.Say("відкриті звіти: lapse — припинити всі, owe — дозвітувати за минулі періоди", "open reports: lapse ends all, owe keeps those of periods that ended"), HelpName = "RULE" };
        var yes = new Option<bool>("--yes") { Description = CommandLine.Say("закрити план", "close the plan") };
        var command = new Command("repeal", CommandLine.Say("Закрити план, що втратив чинність", "Close a plan that lost force")) { name, ground, day, open, yes };
        var data = new DataOptions(command);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            OpenReports? rule = parsed.GetValue(open) switch { "lapse" => OpenReports.Lapse, "owe" => OpenReports.OweEnded, null => null, _ => throw new RuleBroken("repeal.choice-missing") };
            await using var store = await data.Open(parsed);
            var plan = await PlanName.Find(store, parsed.GetValue(name)!, stop);
            var (by, at) = (Actor.Program(plan.Authority.Id), new AuthorityClock(TimeProvider.System).Now(data.AsOf(parsed) ?? plan.Authority.Day));
            var from = parsed.GetValue(day) ?? at.Day;
            foreach (var choice in Enum.GetValues<OpenReports>().Where(c => rule is null || c == rule))
            {
                var would = await store.Read(by.Authority, r => RepealPlan.Effect(r, plan.Id, from, choice), stop);
                Console.WriteLine(CommandLine.Say($"{(choice == OpenReports.Lapse ? "lapse" : "owe")}: із {would.Open} відкритих припиниться {would.Lapsed}, лишиться {would.Owed}", $"{(choice == OpenReports.Lapse ? "lapse" : "owe")}: of {would.Open} open ones {would.Lapsed} lapse, {would.Owed} stay"));
            }
            if (!parsed.GetValue(yes)) return 0;
            await new RepealPlan(store).Run(by, at, plan.Id, new(parsed.GetValue(ground)!, from, rule), stop: stop);
            Console.WriteLine(CommandLine.Say($"{plan.Short}: закрито", $"{plan.Short}: closed"));
            return 0;
        }));
        return command;
    }
}
