using System.CommandLine;
using Zakhid.Operations.People;
using Zakhid.Operations.Storage;

namespace Zakhid.App.Commands;

/// The folder or database that a command opens, and the day it looks from: shared by every command that opens data.
sealed class DataOptions
{
    readonly Option<string> _data = new("--data") { Description = CommandLine.Say("Тека даних", "Folder of the data"), DefaultValueFactory = _ => "data" };
    readonly Option<string?> _database = new("--database") { Description = CommandLine.Say("Підключення PostgreSQL (або ZAKHID_DATABASE)", "PostgreSQL connection (or ZAKHID_DATABASE)") };

    readonly Option<DateOnly?> _asOf = DayOption.Create("--as-of", "станом на день, РРРР-ММ-ДД", "as of a day, YYYY-MM-DD");

    public DataOptions(Command command)
    {
        command.Options.Add(_asOf);
        command.Options.Add(_data);
        command.Options.Add(_database);
    }

    public DateOnly? AsOf(ParseResult parsed) => parsed.GetValue(_asOf);
    public string Folder(ParseResult parsed) => parsed.GetValue(_data)!;
    public string? Database(ParseResult parsed) => parsed.GetValue(_database) ?? Environment.GetEnvironmentVariable("ZAKHID_DATABASE");
    public Task<Store> Open(ParseResult parsed) => Store.Open(Folder(parsed), Database(parsed));
    public Task<Store> OpenToRead(ParseResult parsed) => Store.OpenToRead(Folder(parsed), Database(parsed));

    /// One catch for every command: a sentence on standard error, exit status 1.
    public static async Task<int> Sentence(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (RuleBroken rule)
        {
            return Fail(Web.RuleWords.Of(rule, CommandLine.Say("uk", "en") == "en"));
        }
        catch (Exception refused) when (refused is StorageFailed or Documents.FileRefused or FormatException or FileNotFoundException)
        {
            return Fail(refused.Message);
        }
    }

    public static int Fail(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return 1;
    }

    public static Moment Now => new AuthorityClock(TimeProvider.System).Now();
}
