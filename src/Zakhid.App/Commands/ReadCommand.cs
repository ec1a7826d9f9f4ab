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
        var recognise = new Option<bool>("--ocr") { Description = CommandLine.Say("розпізнавати скани", "recognise scans") };
        var command = new Command("read", CommandLine.Say("Прочитати акт і план із файлу", "Read an act and its plan from a file")) { files, json, folder, recognise };
        command.SetAction((parsed, stop) => Run(parsed.GetValue(files)!, parsed.GetValue(json), parsed.GetValue(folder), parsed.GetValue(recognise), stop));
        return command;
    }

    static async Task<int> Run(string[] paths, bool json, DirectoryInfo? folder, bool recognise, CancellationToken stop)
    {
        if (recognise) await Console.Error.WriteLineAsync(CommandLine.Say("Розпізнавання сканів у цій версії немає: файли прочитано без нього.", "This version does not recognise scans: the files are read without it."));
        folder?.Create();
        var (refused, files) = (0, Files(paths));
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        var readings = files.Select(file => new Lazy<Task<FileReading>>(() => Task.Run(() => FileReading.Of(file), stop))).ToList();
        var ahead = Environment.ProcessorCount;
        for (var i = 0; i < readings.Count; i++)
        {
            for (var next = i; next < Math.Min(readings.Count, i + ahead); next++) _ = readings[next].Value;
            var reading = await readings[i].Value;
            readings[i] = null!;
            if (folder is not null) await File.WriteAllBytesAsync(Path.Combine(folder.FullName, reading.Name + ".json"), reading.Json(), stop);
            if (json) { await output.WriteAsync(reading.Json(), stop); output.WriteByte((byte)'\n'); }
            else if (reading.Reading is { } read) await output.WriteAsync(ReadingText.Of(read, brief: folder is not null), stop);

            if (reading.Reason is not { } reason) continue;
            refused++;
            await output.FlushAsync(stop);
            await Console.Error.WriteLineAsync(files.Count > 1 && !reason.Contains(reading.Name) ? $"{Refusal.Shown(reading.Name)}: {reason}" : reason);
        }
        return refused > 0 ? 1 : 0;
    }

    /// A folder stands for the files in it, in the order of their names.
    static List<string> Files(string[] paths) =>
        [.. paths.SelectMany(path => Directory.Exists(path) ? Directory.GetFiles(path).Order(StringComparer.Ordinal).ToArray() : [path])];
}
