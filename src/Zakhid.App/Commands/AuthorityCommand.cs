using System.CommandLine;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.People;
using Zakhid.Text;

namespace Zakhid.App.Commands;

/// `zakhid authority add CODE NAME`: a new authority of the installation; `authority edrpou`: its code of the state register; `authority day`: the day of a demonstration; `authority days-off`: what is done with days off.
static class AuthorityCommand
{
    public static Command Create()
    {
        var code = new Argument<string>("code") { Description = CommandLine.Say("код латиницею: hlukhiv", "a code in Latin letters: hlukhiv") };
        var name = new Argument<string>("name") { Description = CommandLine.Say("назва: «Глухівська міська рада»", "the name") };
        var head = new Option<string?>("--head") { Description = CommandLine.Say("кому зведений звіт, у давальному: «Міському голові»", "the addressee of the consolidated report, dative"), HelpName = "POST" };
        var edrpou = Said.Text("--edrpou", "CODE", "код ЄДРПОУ: за ним орган упізнають у пакетах обміну", "code ЄДРПОУ, by which exchange packages know the authority");
        var add = new Command("add", CommandLine.Say("Додати орган", "Add an authority")) { code, name, head, edrpou };
        var data = new DataOptions(add);
        add.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            await using var store = await data.Open(parsed);
            await new AddAuthority(store).Run(new Authority { Code = parsed.GetValue(code)!, Name = parsed.GetValue(name)!, HeadPostDative = parsed.GetValue(head), Edrpou = parsed.GetValue(edrpou) }, DataOptions.Now, stop);
            Console.WriteLine(CommandLine.Say($"Додано: {parsed.GetValue(code)}", $"Added: {parsed.GetValue(code)}"));
            return 0;
        }));
        return new Command("authority", CommandLine.Say("Органи установки", "Authorities of the installation")) { add, Edrpou(), Day(), DaysOff() };
    }

    static Command DaysOff()
    {
        var policy = new Option<string?>("--policy") { Description = CommandLine.Say("строк у вихідний: earlier, later, none", "a day off: earlier, later, none") };
        policy.AcceptOnlyFromAmong("earlier", "later", "none");
        var transfers = new Option<string?>("--transfers") { Description = CommandLine.Say("враховувати перенесення робочих днів: yes, no", "count transfers of working days: yes, no") };
        transfers.AcceptOnlyFromAmong("yes", "no");
        var (ground, yes) = (Said.Text("--ground", "TEXT", "хто так вирішив", "who decided so"), Said.Flag("--yes", "підтвердити; без цього лише показує, що зміниться", "confirm; without it what changes is only shown"));
        var command = new Command("days-off", CommandLine.Say("Куди переходить строк у вихідний, для всіх планів органу", "Where a day off moves the due day, for all plans of the authority")) { policy, transfers, ground, yes };
        InAuthority.Handle(command, writes: true, async (at, parsed, stop) =>
        {
            var now = await at.Read(SetDayOffPolicy.Of, stop);
            var (way, moved) = (parsed.GetValue(policy) is { } said ? DaysCommand.Policy(said)!.Value : now.Policy, parsed.GetValue(transfers) is { } word ? word == "yes" : now.Transfers);
            var counted = parsed.GetValue(yes) ? await new SetDayOffPolicy(at.Store).Run(at.By, at.At, way, moved, parsed.GetValue(ground) ?? "", stop) : await new SetDayOffPolicy(at.Store).Rehearse(at.By, at.At, way, moved, stop);
            foreach (var plan in counted)
            {
                Console.WriteLine($"{at.Authority.Code}-{plan.Id}  {plan.Title}");
                DaysCommand.Tell(plan.Counted);
            }
            return parsed.GetValue(yes) ? Said.Done("Строки перелічено.", "The days are counted anew.") : Said.Done("Нічого не змінено. Підтвердити: --yes.", "Nothing is changed. Confirm with --yes.");
        });
        return command;
    }

    static Command Day()
    {
        var day = DayOption.Create("--to", "до якого дня", "to which day");
        var command = new Command("day", CommandLine.Say("Переставити день демонстрації", "Move the day of a demonstration")) { day };
        InAuthority.Handle(command, writes: true, async (at, parsed, stop) =>
        {
            var to = parsed.GetValue(day) ?? throw new RuleBroken("control.day-missing");
            await new MoveDay(at.Store).Run(at.By, at.At, to, stop);
            return Said.Done($"{at.Authority.Name}: сьогодні {UkrainianDate.Full(to)}", $"{at.Authority.Name}: today is {EnglishDate.Full(to)}");
        });
        return command;
    }

    static Command Edrpou()
    {
        var typed = Said.Argument("code", "код ЄДРПОУ; порожній — невідомий", "code ЄДРПОУ; empty: unknown");
        var command = new Command("edrpou", CommandLine.Say("Внести код ЄДРПОУ органу", "Enter an authority’s code ЄДРПОУ")) { typed };
        InAuthority.Handle(command, writes: true, async (at, parsed, stop) =>
        {
            var kept = await new SetEdrpou(at.Store).Run(at.By, at.At, parsed.GetValue(typed), stop);
            return Said.Done($"{at.Authority.Name}: {kept ?? "код не названо"}", $"{at.Authority.Name}: {kept ?? "no code"}");
        });
        return command;
    }
}
