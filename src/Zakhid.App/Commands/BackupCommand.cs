using System.CommandLine;
using Zakhid.Operations.Backups;
using Zakhid.Operations.People;
using Zakhid.Text;

namespace Zakhid.App.Commands;

/// `zakhid backup`: one moment of the data as one archive, also while the server runs.
static class BackupCommand
{
    public static Command Create()
    {
        var file = new Option<string?>("--out") { Description = CommandLine.Say("архів; звичайно в теці даних, backups/zakhid-ДАТА-ЧАС.zip", "the archive; usually in the data folder, backups/zakhid-DATE-TIME.zip"), HelpName = "FILE" };
        var command = new Command("backup", CommandLine.Say("Зробити й перевірити копію даних", "Make and check a backup of the data")) { file };
        var data = new DataOptions(command);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            var now = DataOptions.Now;
            var path = parsed.GetValue(file) ?? Path.Combine(data.Folder(parsed), "backups", $"zakhid-{AuthorityClock.InKyiv(now.Machine):yyyy-MM-dd-HHmmss}.zip");
            await using var store = await data.OpenToRead(parsed);
            var made = await new MakeBackup(store).Run(path, now.Machine, stop);
            Console.WriteLine(CommandLine.Say(
                $"Копію зроблено й перевірено: {path}, {Size(path)}, {Plural.Count(made.Authorities.Count, "орган", "органи", "органів")}, {Plural.Count(made.Files.Count, "файл", "файли", "файлів")}",
                $"The backup is made and checked: {path}, {Size(path)}, {Plural.English(made.Authorities.Count, "authority", "authorities")}, {Plural.English(made.Files.Count, "file", "files")}"));
            return Lost(made);
        }));
        return command;
    }

    /// What was gone before the backup was made is said with every backup and restore.
    public static int Lost(BackupManifest manifest) => manifest.Lost.Count == 0 ? 0 : DataOptions.Fail(CommandLine.Say(
        $"Ще до копії зникло або пошкодилося {Plural.Count(manifest.Lost.Count, "файл", "файли", "файлів")}: дізнайтеся які командою zakhid verify й поверніть їх зі старішої копії.",
        $"Missing or damaged before the backup: {Plural.English(manifest.Lost.Count, "file", "files")}. See which with zakhid verify and take them from an older backup."));

    static string Size(string path) => new FileInfo(path).Length switch
    {
        >= 10_000_000 and var bytes => CommandLine.Say($"{bytes / 1_000_000} МБ", $"{bytes / 1_000_000} MB"),
        var bytes => CommandLine.Say($"{bytes / 1000} КБ", $"{bytes / 1000} KB"),
    };
}
