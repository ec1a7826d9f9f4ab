using System.CommandLine;
using System.CommandLine.Parsing;

namespace Zakhid.App.Commands;

/// A command line that was not understood, in one sentence: what, and where to look.
static class WrongUsage
{
    public static string Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var path = HelpPage.Path(command);
        if (parsed.Errors.Select(e => e.Message).FirstOrDefault(IsOurs) is { } said) return said;
        if (parsed.UnmatchedTokens is [var unknown, ..])
            return command.Subcommands.Count > 0
                ? CommandLine.Say($"Команди «{unknown}» немає. Перегляньте список: {path} --help", $"There is no command “{unknown}”. See the list: {path} --help")
                : CommandLine.Say($"Приберіть або виправте «{unknown}»: такого в команді немає. Перегляньте {path} --help", $"Remove or mend “{unknown}”: the command knows no such thing. See {path} --help");
        if (command.Subcommands.Count > 0) return CommandLine.Say($"Назвіть команду. Перегляньте список: {path} --help", $"Name a command. See the list: {path} --help");
        if (command.Options.FirstOrDefault(o => o.Required && parsed.GetResult(o) is null or { IdentifierTokenCount: 0 }) is { } missing)
            return CommandLine.Say($"Додайте {missing.Name} {missing.HelpName}: {missing.Description}", $"Add {missing.Name} {missing.HelpName}: {missing.Description}");
        if (command.Arguments.FirstOrDefault(a => a.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(a) is null or { Tokens.Count: 0 }) is { } empty)
            return CommandLine.Say($"Вкажіть <{empty.Name}>: {empty.Description}", $"Give <{empty.Name}>: {empty.Description}");
        return parsed.Errors[0].SymbolResult switch
        {
            OptionResult { Tokens.Count: 0 } bare => CommandLine.Say($"Після {bare.Option.Name} напишіть значення: {bare.Option.Description}", $"Write a value after {bare.Option.Name}: {bare.Option.Description}"),
            OptionResult unfit => CommandLine.Say($"Виправте значення {unfit.Option.Name}: «{Typed(unfit)}» не підходить. Перегляньте {path} --help", $"Mend {unfit.Option.Name}: “{Typed(unfit)}” does not fit. See {path} --help"),
            var other => CommandLine.Say($"Виправте «{Typed(other)}»: не підходить. Перегляньте {path} --help", $"Mend “{Typed(other)}”: it does not fit. See {path} --help"),
        };
    }

    static string Typed(SymbolResult? symbol) => string.Join(' ', (symbol?.Tokens ?? []).Select(t => t.Value));

    /// Of our own parsers; the library's messages are English and begin otherwise.
    static bool IsOurs(string message) => message.StartsWith(DayOption.Beginning, StringComparison.Ordinal);
}
