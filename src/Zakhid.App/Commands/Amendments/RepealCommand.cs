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
        var withdraw = Said.Flag("--withdraw", "скасувати рішення, чий день ще не настав", "withdraw a repeal whose day has not come");
        var ground = new Option<string>("--ground") { Description = CommandLine.Say("яким актом: «рішення від 12.01.2022 № 5, пункт 4»", "by which act: «рішення від 12.01.2022 № 5, пункт 4»"), HelpName = "TEXT", DefaultValueFactory = _ => "" };
        var day = DayOption.Create("--day", "з якого дня, і майбутнього; без цього — сьогодні", "from which day, also one to come; today without it");
        var open = new Option<string?>("--open") { Description = CommandLine.Say("відкриті звіти: lapse — припинити всі, owe — дозвітувати за минулі періоди", "open reports: lapse ends all, owe keeps those of periods that ended"), HelpName = "RULE" };
        var yes = new Option<bool>("--yes") { Description = CommandLine.Say("закрити план", "close the plan") };
        var command = new Command("repeal", CommandLine.Say("Закрити план, що втратив чинність", "Close a plan that lost force")) { name, ground, day, open, yes, withdraw };
        var data = new DataOptions(command);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            OpenReports? rule = parsed.GetValue(open) switch { "lapse" => OpenReports.Lapse, "owe" => OpenReports.OweEnded, null => null, _ => throw new RuleBroken("repeal.choice-missing") };
            await using var store = await data.Open(parsed);
            var plan = await PlanName.Find(store, parsed.GetValue(name)!, stop);
            var (by, at) = (Actor.Program(plan.Authority.Id), new AuthorityClock(TimeProvider.System).Now(data.AsOf(parsed) ?? plan.Authority.Day));
            var from = parsed.GetValue(day) ?? at.Day;
            if (parsed.GetValue(withdraw))
            {
                await new RepealPlan(store).Withdraw(by, at, plan.Id, stop);
                return Said.Done($"{plan.Short}: лишається чинним", $"{plan.Short}: stays in force");
            }
            foreach (var choice in Enum.GetValues<OpenReports>().Where(c => rule is null || c == rule))
            {
                var would = await store.Read(by.Authority, r => RepealPlan.Effect(r, plan.Id, from, choice), stop);
                Console.WriteLine(CommandLine.Say($"{(choice == OpenReports.Lapse ? "lapse" : "owe")}: із {would.Open} відкритих припиниться {would.Lapsed}, лишиться {would.Owed}", $"{(choice == OpenReports.Lapse ? "lapse" : "owe")}: of {would.Open} open ones {would.Lapsed} lapse, {would.Owed} stay"));
            }
            if (!parsed.GetValue(yes)) return 0;
            await new RepealPlan(store).Run(by, at, plan.Id, new(parsed.GetValue(ground)!, from, rule), stop: stop);
            return from > at.Day ? Said.Done($"{plan.Short}: втратить чинність {from:dd.MM.yyyy}", $"{plan.Short}: loses force on {from:yyyy-MM-dd}") : Said.Done($"{plan.Short}: закрито", $"{plan.Short}: closed");
        }));
        return command;
    }
}
