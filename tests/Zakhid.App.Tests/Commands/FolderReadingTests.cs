using System.Diagnostics;
using System.Text.Json;
using Zakhid.App.Commands.Read;

namespace Zakhid.App.Tests.Commands;

/// A folder of many files, read from the shell.
public sealed class FolderReadingTests : IDisposable
{
    readonly string _in = Directory.CreateTempSubdirectory("zakhid-in-").FullName;
    readonly string _out = Directory.CreateTempSubdirectory("zakhid-out-").FullName;

    public void Dispose()
    {
        Directory.Delete(_in, recursive: true);
        Directory.Delete(_out, recursive: true);
    }

    static readonly string _plan = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "plans"), "004*.docx").Single();

    string[] Fill(int plans)
    {
        var names = Enumerable.Range(1, plans).Select(i => $"план-{i:000}.docx").ToArray();
        foreach (var name in names) File.Copy(_plan, Path.Combine(_in, name));
        return names;
    }

    (int Status, string Said, string Failed) Read(params string[] more) => ZakhidProcess.Run("", ["read", _in, "--out", _out, .. more]);

    [Fact]
    public void Each_file_of_a_folder_gets_its_result_and_the_run_its_summary()
    {
        Fill(3);
        File.WriteAllBytes(Path.Combine(_in, "пошкоджений.docx"), File.ReadAllBytes(_plan)[..9000]);
        File.WriteAllText(Path.Combine(_in, "лист.txt"), "Шановні колеги! Надсилаємо запрошення на нараду щодо підготовки до зими, яка відбудеться у вівторок.");
        File.WriteAllText(Path.Combine(_in, "~$план.docx"), "");
        File.WriteAllText(Path.Combine(_in, ".прихований"), "");
        Directory.CreateDirectory(Path.Combine(_in, "2020"));
        File.Copy(_plan, Path.Combine(_in, "2020", "план-001.docx"));

        var (status, said, failed) = Read();

        Assert.Equal((1, ""), (status, failed));
        Assert.Contains("Прочитано 6 файлів за ", said, StringComparison.Ordinal);
        Assert.Contains("Заходів: 36; запитань: ", said, StringComparison.Ordinal);
        Assert.Contains("файлів без плану: 1.", said, StringComparison.Ordinal);
        Assert.Contains($"Відмов: 1. Причини записано у {Path.Combine(_out, "refusals.csv")}", said, StringComparison.Ordinal);
        Assert.Equal($"file,code,reason\r\n{Path.Combine(_in, "пошкоджений.docx")},damaged,\"Файл «пошкоджений.docx» пошкоджено. Відкрийте його, збережіть як DOCX і додайте ще раз\"\r\n", File.ReadAllText(Path.Combine(_out, "refusals.csv")));
        Assert.Equal(["2020/план-001.docx.json", "refusals.csv", "лист.txt.json", "план-001.docx.json", "план-002.docx.json", "план-003.docx.json", "пошкоджений.docx.json"],
            Directory.GetFiles(_out, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(_out, f)).Order(StringComparer.Ordinal));
        Assert.Equal(9, Result("план-002.docx").GetProperty("measures").GetArrayLength());
        Assert.Equal("damaged", Result("пошкоджений.docx").GetProperty("code").GetString());
    }

    [Fact]
    public void A_second_run_reads_only_what_is_new_changed_or_cut()
    {
        var names = Fill(4);
        File.WriteAllText(Path.Combine(_in, "порожній.docx"), "");
        Assert.Equal(1, Read().Status);
        var before = names.ToDictionary(n => n, n => File.GetLastWriteTimeUtc(Target(n)));
        File.WriteAllBytes(Target(names[1]), File.ReadAllBytes(Target(names[1]))[..500]);
        File.SetLastWriteTimeUtc(Path.Combine(_in, names[2]), DateTime.UtcNow.AddMinutes(1));
        File.Copy(_plan, Path.Combine(_in, "новий.docx"));

        var (status, said, _) = Read();

        Assert.Equal(1, status);
        Assert.Contains("Прочитано 3 файли за ", said, StringComparison.Ordinal);
        Assert.Contains("уже прочитаних раніше: 3.", said, StringComparison.Ordinal);
        Assert.Contains("Заходів: 45;", said, StringComparison.Ordinal);
        Assert.Contains("порожній.docx", File.ReadAllText(Path.Combine(_out, "refusals.csv")), StringComparison.Ordinal);
        Assert.Equal(before[names[0]], File.GetLastWriteTimeUtc(Target(names[0])));
        Assert.Equal(9, Result(names[1]).GetProperty("measures").GetArrayLength());
        Assert.Contains("Прочитано 6 файлів за ", Read("--again").Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_stopped_leaves_only_whole_results_and_goes_on_from_them()
    {
        const int Plans = 300;
        Fill(Plans);
        using var process = ZakhidProcess.Start("read", _in, "--out", _out);
        process.StandardInput.Close();
        var (said, failed) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        for (var watch = Stopwatch.StartNew(); Directory.GetFiles(_out, "*.json").Length < 10 && watch.Elapsed < TimeSpan.FromMinutes(1);) await Task.Delay(20);
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync();
        await process.WaitForExitAsync();

        var read = Directory.GetFiles(_out, "*.json");
        Assert.Equal((1, ""), (process.ExitCode, await failed));
        Assert.Contains("Зупинено: прочитано ", await said, StringComparison.Ordinal);
        Assert.Contains("Повторіть ту саму команду, щоб продовжити.", await said, StringComparison.Ordinal);
        Assert.InRange(read.Length, 10, Plans - 1);
        Assert.All(read, file => JsonDocument.Parse(File.ReadAllBytes(file)).Dispose());

        var (status, further, _) = Read();

        Assert.Equal(0, status);
        Assert.Contains($"уже прочитаних раніше: {read.Length}.", further, StringComparison.Ordinal);
        Assert.Equal(Plans, Directory.GetFiles(_out, "*.json").Length);
        Assert.Empty(Directory.GetFiles(_out, "*.part"));
    }

    [Fact]
    public void Results_inside_the_folder_itself_are_not_read_as_documents()
    {
        Fill(2);
        foreach (var into in (string[])[_in, Path.Combine(_in, "результати")])
            for (var run = 0; run < 2; run++)
            {
                var (status, said, _) = ZakhidProcess.Run("", "read", _in, "--out", into);
                Assert.Equal(0, status);
                Assert.Contains("Заходів: 18;", said, StringComparison.Ordinal);
                if (run == 1) foreach (var file in Directory.GetFiles(into, "*.json").Append(Path.Combine(into, "refusals.csv"))) File.Delete(file);
            }
    }

    [Fact]
    public void Two_files_that_would_overwrite_each_other_are_named()
    {
        Fill(1);
        var (status, _, failed) = ZakhidProcess.Run("", "read", _in, _plan, Path.Combine(_in, "план-001.docx"), "--out", _out);

        Assert.Equal((2, $"Прочитайте теки окремо: «{Path.Combine(_in, "план-001.docx")}» і «{Path.Combine(_in, "план-001.docx")}» записалися б в один файл.\n"), (status, failed));
    }

    [Fact]
    public async Task A_file_that_breaks_the_program_costs_no_other()
    {
        Fill(3);
        var files = FolderFiles.Into(_out, [_in]);
        var reading = new FolderReading(files, path => path.EndsWith("002.docx", StringComparison.Ordinal) ? throw new InvalidOperationException() : FileReading.Of(path), again: false);

        await reading.Run(TestContext.Current.CancellationToken);

        Assert.True(reading.Tally.IsWhole);
        Assert.Equal("failed", Result("план-002.docx").GetProperty("code").GetString());
        Assert.Equal("Файл «план-002.docx» програма не змогла прочитати (InvalidOperationException). Надішліть його розробникам", Result("план-002.docx").GetProperty("reason").GetString());
    }

    [Fact]
    public void The_line_of_progress_says_how_far_and_how_many_refusals()
    {
        var tally = new FolderTally(19);
        tally.Add(new("а", 3, 0), isNew: false);
        tally.Add(new("б", 0, 0, "empty", "Порожній"), isNew: true);

        Assert.Contains(tally.Progress(), (string[])["2 із 19 файлів · відмов 1", "2 of 19 files · 1 refused"]);
    }

    string Target(string name) => Path.Combine(_out, name + ".json");

    JsonElement Result(string name) => JsonDocument.Parse(File.ReadAllBytes(Target(name))).RootElement;
}
