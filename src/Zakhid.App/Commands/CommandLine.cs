using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;

namespace Zakhid.App.Commands;

static class CommandLine
{
    /// One line a command. Only the named one is made, and what it needs is loaded when it runs.
    internal static readonly (string Name, Func<Command> Create)[] Commands =
    [
        ("phrases", PhrasesCommand.Create),
        ("explain", ExplainCommand.Create),
        ("serve", ServeCommand.Create),
        ("demo", DemoCommand.Create),
        ("read", ReadCommand.Create),
        ("amend", Amendments.AmendCommand.Create),
        ("changes", Amendments.ChangesCommand.Create),
        ("repeal", Amendments.RepealCommand.Create),
        ("rollover", Amendments.RollOverCommand.Create),
        ("template", TemplateCommand.Create),
        ("import", ImportCommand.Create),
        ("imports", Imports.ImportsCommand.Create),
        ("plans", PlansCommand.Create),
        ("obligations", ObligationsCommand.Create),
        ("days", DaysCommand.Create),
        ("divide", DivideCommand.Create),
        ("join", JoinCommand.Create),
        ("report", Reports.ReportCommand.Create),
        ("consolidate", ConsolidateCommand.Create),
        ("publish", PublishCommand.Create),
        ("cascade", CascadeCommand.Create),
        ("exchange", ExchangeCommand.Create),
        ("authority", AuthorityCommand.Create),
        ("bodies", Bodies.BodiesCommand.Create),
        ("people", People.PeopleCommand.Create),
        ("remind", RemindCommand.Create),
        ("mail", MailCommand.Create),
        ("letter", LetterCommand.Create),
        ("consent", ConsentCommand.Create),
        ("control", Control.ControlCommand.Create),
        ("discipline", Control.DisciplineCommand.Create),
        ("deadlines", Control.DeadlinesCommand.Create),
        ("window", Control.WindowCommand.Create),
        ("verify", VerifyCommand.Create),
        ("backup", BackupCommand.Create),
        ("restore", RestoreCommand.Create),
        ("doctor", DoctorCommand.Create),
        ("generate", GenerateCommand.Create),
    ];

    /// Exit status: 0 done; 1 refused or failed, with the reason on standard error; 2 wrong usage.
    public static async Task<int> Run(string[] args)
    {
        var root = new RootCommand(Say(
            "Захід: підписаний план заходів стає виконуваним, підзвітним і зведеним",
            "Zakhid: a signed plan of measures becomes a running, reported, consolidated plan"));
        foreach (var command in Named(args)) root.Subcommands.Add(command.Create());
        var help = root.Options.OfType<HelpOption>().Single();
        (help.Action, help.Description) = (new HelpPage(), Say("ця довідка", "this page"));
        root.Options.OfType<VersionOption>().Single().Description = Say("версія програми", "version of the program");

        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0 || parsed.Action is HelpPage) return await parsed.InvokeAsync();
        await Console.Error.WriteLineAsync(WrongUsage.Of(parsed));
        return 2;
    }

    /// All where none is named: for the list of them, and for what is written where a command should stand.
    static ReadOnlySpan<(string Name, Func<Command> Create)> Named(string[] args)
    {
        var at = args is [var name, ..] ? Array.FindIndex(Commands, c => c.Name == name) : -1;
        return at < 0 ? Commands : Commands.AsSpan(at, 1);
    }

    /// The words of the commands follow the locale of the shell: Ukrainian, else English.
    public static string Say(string ukrainian, string english) => IsEnglish ? english : ukrainian;

    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is not "uk";
}
