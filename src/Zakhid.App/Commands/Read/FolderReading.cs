using Zakhid.Documents;

namespace Zakhid.App.Commands.Read;

/// A folder read on all cores, each file into a JSON of its own. What is written is whole, so that a run that was stopped
/// goes on from there; in memory are only the documents in hand.
sealed class FolderReading(IReadOnlyList<FolderFile> files, Func<string, FileReading> read, bool again)
{
    /// How long the documents in hand may still take when the run is stopped; the shell's own patience is two seconds.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    public FolderTally Tally { get; } = new(files.Count);

    public async Task Run(CancellationToken stop)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = stop };
        var all = Parallel.ForEachAsync(files, options, (file, _) => { One(file); return ValueTask.CompletedTask; });
        var stopped = new TaskCompletionSource();
        await using (stop.Register(() => _ = Task.Delay(Patience, CancellationToken.None).ContinueWith(_ => stopped.TrySetResult(), TaskScheduler.Default)))
            await Task.WhenAny(all, stopped.Task);
        if (all.IsFaulted) await all;
    }

    void One(FolderFile file)
    {
        if (!again && Earlier(file) is { } earlier) { Tally.Add(earlier, isNew: false); return; }
        var reading = Read(file.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(file.Target)!);
        var part = file.Target + ".part";
        File.WriteAllBytes(part, reading.Json());
        File.Move(part, file.Target, overwrite: true);
        Tally.Add(Outcome.Of(file.Path, reading), isNew: true);
    }

    /// One file that breaks the program must not cost the other thousand.
    FileReading Read(string path)
    {
        try { return read(path); }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            var name = Path.GetFileName(path);
            return new(name, null, "failed", $"Файл «{Refusal.Shown(name)}» програма не змогла прочитати ({broken.GetType().Name}). Надішліть його розробникам");
        }
    }

    static Outcome? Earlier(FolderFile file) =>
        File.Exists(file.Target) && File.Exists(file.Path) && File.GetLastWriteTimeUtc(file.Target) > File.GetLastWriteTimeUtc(file.Path)
            ? Outcome.Of(file.Path, File.ReadAllBytes(file.Target)) : null;
}
