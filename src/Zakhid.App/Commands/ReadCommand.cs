using System.CommandLine;
using Zakhid.App.Commands.Read;
using Zakhid.Documents;
using Zakhid.Documents.Reading;

namespace Zakhid.App.Commands;

/// `zakhid read FILE…`: what the files say, without any database. Several files are read at once and told in their order.
static class ReadCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("file") { Description = CommandLine.Say("файли або теки з ними", "files, or folders of them"), Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = CommandLine.Say("об’єкт JSON для кожного файлу", "a JSON object for each file") };
        var folder = new Option<DirectoryInfo?>("--out") { Description = CommandLine.Say("тека, куди записати <ім’я файлу>.json", "the folder for <file name>.json") };
        var again = new Option<bool>("--again") { Description = CommandLine.Say("перечитати й те, що вже прочитано з теки", "read again what was read of the folder already") };
        var recognise = new Option<bool>("--ocr") { Description = CommandLine.Say("розпізнавати скани (tesseract з українськими даними); кожне поле буде під сумнівом", "recognise scans (tesseract with Ukrainian data); every field will be doubted") };
        var command = new Command("read", CommandLine.Say("Прочитати акт і план із файлу", "Read an act and its plan from a file")) { files, json, folder, again, recognise };
        command.SetAction((parsed, stop) => parsed.GetValue(folder) is { } into && !parsed.GetValue(json) && parsed.GetValue(files)!.Any(Directory.Exists)
            ? RunFolder(parsed.GetValue(files)!, into, parsed.GetValue(again), parsed.GetValue(recognise), stop)
            : Run(parsed.GetValue(files)!, parsed.GetValue(json), parsed.GetValue(folder), parsed.GetValue(recognise), stop));
        return command;
    }

    static Task<int> Run(string[] paths, bool json, DirectoryInfo? folder, bool recognise, CancellationToken stop)
    {
        folder?.Create();
        var files = FolderFiles.Of(paths);
        // One file waits for nobody: threads would only be started for it.
        return files.Count == 1
            ? Task.FromResult(Tell([FileReading.Of(files[0], recognise)], severalFiles: false, json, folder))
            : Task.Run(() => Tell(Ahead(files, recognise, stop), severalFiles: true, json, folder), stop);
    }

    /// In the order of the files, as many at once as there are processors; what was told is let go.
    static IEnumerable<FileReading> Ahead(List<string> files, bool recognise, CancellationToken stop)
    {
        var readings = new Queue<Task<FileReading>>();
        foreach (var file in files)
        {
            if (readings.Count == Environment.ProcessorCount) yield return readings.Dequeue().GetAwaiter().GetResult();
            readings.Enqueue(Task.Run(() => FileReading.Of(file, recognise), stop));
        }
        while (readings.TryDequeue(out var reading)) yield return reading.GetAwaiter().GetResult();
    }

    static int Tell(IEnumerable<FileReading> readings, bool severalFiles, bool json, DirectoryInfo? folder)
    {
        var refused = 0;
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        foreach (var reading in readings)
        {
            if (folder is not null) File.WriteAllBytes(Path.Combine(folder.FullName, reading.Name + ".json"), reading.Json());
            if (json) { output.Write(reading.Json()); output.WriteByte((byte)'\n'); }
            else if (reading.Reading is { } read) output.Write(ReadingText.Of(read, brief: folder is not null));

            if (reading.Reason is not { } reason) continue;
            refused++;
            output.Flush();
            Console.Error.WriteLine(severalFiles && !reason.Contains(reading.Name) ? $"{Refusal.Shown(reading.Name)}: {reason}" : reason);
        }
        return refused > 0 ? 1 : 0;
    }

    /// A folder into a folder: on all cores, in any order, goes on where it was stopped.
    static async Task<int> RunFolder(string[] paths, DirectoryInfo into, bool again, bool recognise, CancellationToken stop)
    {
        var files = FolderFiles.Into(into.FullName, paths);
        if (FolderFiles.Clash(files) is var (first, second))
        {
            await Console.Error.WriteLineAsync(CommandLine.Say($"Прочитайте теки окремо: «{first.Path}» і «{second.Path}» записалися б в один файл.", $"Read the folders apart: “{first.Path}” and “{second.Path}” would be written into one file."));
            return 2;
        }
        try
        {
            into.Create();
            var reading = new FolderReading(files, file => FileReading.Of(file, recognise), again);
            await Progress.While(reading.Run(stop), reading.Tally.Progress);
            var refusals = Path.Combine(into.FullName, FolderFiles.Refusals);
            await File.WriteAllBytesAsync(refusals, reading.Tally.Refusals(), CancellationToken.None);
            await Console.Out.WriteAsync(reading.Tally.Summary(refusals));
            return reading.Tally is { IsWhole: true, Refused: 0 } ? 0 : 1;
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(CommandLine.Say($"Результат не записано. Перевірте місце на диску й права на теку «{into.FullName}».", $"The result was not written. Check the disk's space and the rights on “{into.FullName}”."));
            return 1;
        }
    }
}
