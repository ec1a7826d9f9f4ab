using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text;

namespace Zakhid.App.Commands;

/// `--help` in the language of the shell; the library's own page has English headings.
sealed class HelpPage : SynchronousCommandLineAction
{
    const int Widest = 34;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.Write(Of(parseResult.CommandResult.Command));
        return 0;
    }

    public static string Of(Command command)
    {
        var page = new StringBuilder().AppendLine(command.Description).AppendLine();
        page.AppendLine($"{CommandLine.Say("Як писати", "Usage")}: {Path(command)}{Arguments(command)}{Commands(command)}{CommandLine.Say(" [параметри]", " [options]")}");
        Section(page, CommandLine.Say("Що вказати", "Arguments"), command.Arguments.Where(a => !a.Hidden).Select(a => ($"<{a.Name}>", a.Description)));
        Section(page, CommandLine.Say("Команди", "Commands"), command.Subcommands.Where(c => !c.Hidden).Select(c => (c.Name + Arguments(c), c.Description)));
        Section(page, CommandLine.Say("Параметри", "Options"), AllOptions(command).Select(o => (Names(o), (string?)Described(o))));
        return page.ToString();
    }

    /// «zakhid authority add».
    public static string Path(Command command) => command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{Path(parent)} {command.Name}" : "zakhid";

    static string Arguments(Command command) => string.Concat(command.Arguments.Select(a => a.Arity.MinimumNumberOfValues == 0 ? $" [{a.Name}]" : a.Arity.MaximumNumberOfValues > 1 ? $" <{a.Name}>…" : $" <{a.Name}>"));

    static string Commands(Command command) => command.Subcommands.Count > 0 ? CommandLine.Say(" <команда>", " <command>") : "";

    static IEnumerable<Option> AllOptions(Command command) => command.Options.Where(o => !o.Hidden)
        .Concat(command.Parents.OfType<Command>().SelectMany(AllOptions).Where(o => o.Recursive)).Distinct();

    static string Names(Option option)
    {
        var name = string.Join(", ", option.Aliases.Where(a => a is not ("/h" or "/?" or "-?")).Append(option.Name).Distinct(StringComparer.Ordinal).OrderBy(n => n.Length));
        return option.Arity.MaximumNumberOfValues == 0 || option.ValueType == typeof(bool) ? name : $"{name} {option.HelpName ?? option.Name.TrimStart('-').ToUpperInvariant()}";
    }

    static string Described(Option option) =>
        (option.Required ? CommandLine.Say("обов’язково: ", "required: ") : "") + option.Description
        + (option.HasDefaultValue && option.GetDefaultValue() is { } usual and not false ? $" [{CommandLine.Say("звичайно", "usually")} {usual}]" : "");

    static void Section(StringBuilder page, string heading, IEnumerable<(string Name, string? Words)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0) return;
        page.AppendLine().AppendLine($"{heading}:");
        var width = Math.Min(Widest, all.Max(r => r.Name.Length));
        foreach (var (name, words) in all)
            page.AppendLine(name.Length <= width ? $"  {name.PadRight(width)}  {words}" : $"  {name}\n  {new string(' ', width)}  {words}");
    }
}
