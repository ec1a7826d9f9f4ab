using System.CommandLine;
using Zakhid.Operations.Amendments;
using Zakhid.Operations.People;
using Zakhid.Operations.Reading;

namespace Zakhid.App.Commands.Amendments;

/// `zakhid rollover PLAN`: a draft of the next year's plan, its years moved; what cannot be moved is asked.
static class RollOverCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("plan") { Description = CommandLine.Say("план: hlukhiv-1 або номер акта", "the plan: hlukhiv-1 or its act's number") };
        var command = new Command("rollover", CommandLine.Say("Перенести план на наступний рік як проєкт", "Roll a plan over to the next year, as a draft")) { name };
        var data = new DataOptions(command);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            await using var store = await data.Open(parsed);
            var plan = await PlanName.Find(store, parsed.GetValue(name)!, stop);
            var (by, at) = (Actor.Program(plan.Authority.Id), new AuthorityClock(TimeProvider.System).Now(data.AsOf(parsed) ?? plan.Authority.Day));
            var import = await new RollOverPlan(store).Run(by, at, plan.Id, stop);
            var sheet = await store.Read(by.Authority, r => ImportSheet.Find(r, import), stop);
            Console.WriteLine(sheet.Reading.PlanTitle);
            foreach (var doubt in sheet.Open)
                foreach (var remark in doubt.Remarks) Console.WriteLine($"? {remark.Pointer}: {remark.Text} {remark.Proposal}".TrimEnd());
            Console.WriteLine(CommandLine.Say($"Проєкт чекає на сторінці /imports/{import}", $"The draft waits at /imports/{import}"));
            return 0;
        }));
        return command;
    }
}
