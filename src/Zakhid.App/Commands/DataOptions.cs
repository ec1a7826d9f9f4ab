using System.CommandLine;
using Zakhid.Operations.People;
using Zakhid.Operations.Storage;

namespace Zakhid.App.Commands;

/// The folder or database that a command opens, and the day it looks from: shared by every command that opens data.
sealed class DataOptions
{
    readonly Option<string> _data = new("--data") { HelpName = "DIR", Description = CommandLine.Say("тека даних", "folder of the data"), DefaultValueFactory = _ => "data" };
    readonly Option<string?> _database = new("--database") { HelpName = "CONNECTION", Description = CommandLine.Say("підключення PostgreSQL (або ZAKHID_DATABASE)", "PostgreSQL connection (or ZAKHID_DATABASE)") };

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
    /// Whether there is an installation to look for plans in.
    public bool HasPlans(ParseResult parsed) => Database(parsed) is not null || File.Exists(Path.Combine(Folder(parsed), "zakhid.db"));
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
        catch (StorageFailed failed)
        {
            return Fail(Words(failed));
        }
        catch (Exception refused) when (refused is Documents.FileRefused or FormatException or FileNotFoundException)
        {
            return Fail(refused.Message);
        }
        catch (TypeInitializationException missing) when (missing.GetBaseException() is DllNotFoundException)
        {
            return Fail(CommandLine.Say("Бракує SQLite: встановіть пакет libsqlite3-0.", "SQLite is missing: install the package libsqlite3-0."));
        }
    }

    /// Where the usual sentence speaks of a page, the shell has its own.
    static string Words(StorageFailed failed) => failed.Trouble switch
    {
        StorageTrouble.DiskFull => CommandLine.Say("На диску немає місця: звільніть його й повторіть команду.", "The disk is full: make room and repeat the command."),
        StorageTrouble.Away => CommandLine.Say("База даних не відповідає: перевірте --data чи --database й повторіть команду.", "The database does not answer: check --data or --database and repeat the command."),
        StorageTrouble.Busy => CommandLine.Say("База даних зайнята іншим записом: повторіть команду за хвилину.", "The database is busy with another write: repeat the command in a minute."),
        _ => failed.Message,
    };

    public static int Fail(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return 1;
    }

    public static Moment Now => new AuthorityClock(TimeProvider.System).Now();
}
