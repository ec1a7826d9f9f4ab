using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;

namespace Zakhid.App.Commands;

static class CommandLine
{
    /// One line a command. Making a command must stay cheap: what it needs is loaded when it runs.
    static readonly Func<Command>[] Commands =
    [
        PhrasesCommand.Create,
        ExplainCommand.Create,
        ServeCommand.Create,
        DemoCommand.Create,
        ReadCommand.Create,
        Amendments.AmendCommand.Create,
        Amendments.ChangesCommand.Create,
        Amendments.RepealCommand.Create,
        Amendments.RollOverCommand.Create,
        TemplateCommand.Create,
        ImportCommand.Create,
        Imports.ImportsCommand.Create,
        PlansCommand.Create,
        ObligationsCommand.Create,
        DaysCommand.Create,
        DivideCommand.Create,
        JoinCommand.Create,
        Reports.ReportCommand.Create,
        ConsolidateCommand.Create,
        PublishCommand.Create,
        CascadeCommand.Create,
        ExchangeCommand.Create,
        AuthorityCommand.Create,
        Bodies.BodiesCommand.Create,
        People.PeopleCommand.Create,
        RemindCommand.Create,
        MailCommand.Create,
        LetterCommand.Create,
        ConsentCommand.Create,
        Control.ControlCommand.Create,
        Control.DisciplineCommand.Create,
        Control.DeadlinesCommand.Create,
        Control.WindowCommand.Create,
        VerifyCommand.Create,
        BackupCommand.Create,
        RestoreCommand.Create,
        DoctorCommand.Create,
        GenerateCommand.Create,
    ];

    /// Exit status: 0 done; 1 refused or failed, with the reason on standard error; 2 wrong usage.
    public static async Task<int> Run(string[] args)
    {
        var root = new RootCommand(Say(
            "Захід: підписаний план заходів стає виконуваним, підзвітним і зведеним",
            "Zakhid: a signed plan of measures becomes a running, reported, consolidated plan"));
        foreach (var command in Commands) root.Subcommands.Add(command());
        var help = root.Options.OfType<HelpOption>().Single();
        (help.Action, help.Description) = (new HelpPage(), Say("ця довідка", "this page"));
        root.Options.OfType<VersionOption>().Single().Description = Say("версія програми", "version of the program");

        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0 || parsed.Action is HelpPage) return await parsed.InvokeAsync();
        await Console.Error.WriteLineAsync(WrongUsage.Of(parsed));
        return 2;
    }

    /// The words of the commands follow the locale of the shell: Ukrainian, else English.
    public static string Say(string ukrainian, string english) => IsEnglish ? english : ukrainian;

    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is not "uk";
}
