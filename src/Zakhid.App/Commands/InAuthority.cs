using System.CommandLine;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.People;
using Zakhid.Operations.Storage;

namespace Zakhid.App.Commands;

/// What a command about one authority opens: its data on a day.
sealed record InAuthority(Store Store, Authority Authority, Actor By, Moment At)
{
    public Task<T> Read<T>(Func<Scope, Task<T>> read, CancellationToken stop) => Store.Read(By.Authority, read, stop);

    public static void Handle(Command command, bool writes, Func<InAuthority, ParseResult, CancellationToken, Task<int>> run)
    {
        var code = new Option<string>("--authority") { Description = CommandLine.Say("код органу", "code of the authority"), HelpName = "CODE", Required = true };
        command.Options.Add(code);
        var data = new DataOptions(command);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            await using var store = writes ? await data.Open(parsed) : await data.OpenToRead(parsed);
            var authority = await new AllAuthorities(store).ByCode(parsed.GetValue(code)!, stop) ?? throw new RuleBroken("authority.unknown", parsed.GetValue(code)!);
            return await run(new(store, authority, Actor.Program(authority.Id), new AuthorityClock(TimeProvider.System).Now(data.AsOf(parsed) ?? authority.Day)), parsed, stop);
        }));
    }
}

/// What a command about one plan opens: it is named by the first argument.
sealed record InPlan(Store Store, PlanName Plan, Actor By, Moment At)
{
    public Task<T> Read<T>(Func<Scope, Task<T>> read, CancellationToken stop) => Store.Read(By.Authority, read, stop);

    public static Command Handle(Command command, bool writes, Func<InPlan, ParseResult, CancellationToken, Task<int>> run)
    {
        var name = new Argument<string>("plan") { Description = CommandLine.Say("план, як його називає zakhid plans", "the plan, as zakhid plans calls it") };
        command.Arguments.Insert(0, name);
        var data = new DataOptions(command);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            await using var store = writes ? await data.Open(parsed) : await data.OpenToRead(parsed);
            var plan = await PlanName.Find(store, parsed.GetValue(name)!, stop);
            return await run(new(store, plan, Actor.Program(plan.Authority.Id), new AuthorityClock(TimeProvider.System).Now(data.AsOf(parsed) ?? plan.Authority.Day)), parsed, stop);
        }));
        return command;
    }
}

/// Arguments and options in the words of both languages.
static class Said
{
    public static Argument<string> Argument(string name, string ukrainian, string english) => new(name) { Description = CommandLine.Say(ukrainian, english) };
    public static Option<string?> Text(string name, string help, string ukrainian, string english) => new(name) { Description = CommandLine.Say(ukrainian, english), HelpName = help };
    public static Option<bool> Flag(string name, string ukrainian, string english) => new(name) { Description = CommandLine.Say(ukrainian, english) };
    public static Option<bool> Json() => new("--json") { Description = "JSON" };

    public static int Done(string ukrainian, string english)
    {
        Console.WriteLine(CommandLine.Say(ukrainian, english));
        return 0;
    }
}
