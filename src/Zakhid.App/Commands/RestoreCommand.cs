using System.CommandLine;
using Zakhid.Operations.Backups;
using Zakhid.Operations.People;
using Zakhid.Text;

namespace Zakhid.App.Commands;

/// `zakhid restore FILE --data DIR`: a backup becomes a folder of data; `--check` only compares.
static class RestoreCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = CommandLine.Say("архів, зроблений командою zakhid backup", "an archive made by zakhid backup") };
        var check = new Option<bool>("--check") { Description = CommandLine.Say("лише перевірити, нічого не записувати", "check only, write nothing") };
        var command = new Command("restore", CommandLine.Say("Відновити дані з копії в порожню теку", "Restore data from a backup into an empty folder")) { file, check };
        var data = new DataOptions(command);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            var (archive, folder) = (parsed.GetValue(file)!, data.Folder(parsed));
            if (data.Database(parsed) is not null) throw new Operations.Storage.StorageFailed(Operations.Storage.StorageTrouble.CopiedElsewhere);
            var manifest = parsed.GetValue(check) ? await RestoreBackup.Check(archive, stop) : await RestoreBackup.Run(archive, folder, stop: stop);
            var of = UkrainianDate.Full(AuthorityClock.DayOf(manifest.MadeAt));
            Console.WriteLine(parsed.GetValue(check)
                ? CommandLine.Say($"Копія ціла: {of}, {Plural.Count(manifest.Files.Count, "файл", "файли", "файлів")}", $"The backup is whole: {manifest.MadeAt:yyyy-MM-dd}, {Plural.English(manifest.Files.Count, "file", "files")}")
                : CommandLine.Say($"Відновлено в {folder}: копія за {of}, {Plural.Count(manifest.Files.Count, "файл", "файли", "файлів")}", $"Restored to {folder}: the backup of {manifest.MadeAt:yyyy-MM-dd}, {Plural.English(manifest.Files.Count, "file", "files")}"));
            foreach (var authority in manifest.Authorities)
                Console.WriteLine(CommandLine.Say($"  {authority.Code}: {Plural.Count(authority.Entries, "запис", "записи", "записів")} журналу, мітка «{authority.Mark}»", $"  {authority.Code}: {Plural.English(authority.Entries, "entry", "entries")} of the log, mark “{authority.Mark}”"));
            return BackupCommand.Lost(manifest);
        }));
        return command;
    }
}
