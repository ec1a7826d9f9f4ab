using System.Diagnostics;
using Zakhid.Documents;
using Zakhid.Documents.Reading;

namespace Zakhid.Bench.Documents;

/// A mix of real plans, each opened, read, linted and written as JSON, as `zakhid read FOLDER --out FOLDER` does it. Figures
/// of processor time hold on a busy machine too; those of the clock only where the first line shows a quiet one.
static class BulkSpeed
{
    const int Files = 1000;

    public static IEnumerable<Line> Run()
    {
        var plans = Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Cases", "plans", "docs"), "*.docx").Order(StringComparer.Ordinal).ToArray();
        var mix = plans.Select(File.ReadAllBytes).ToArray();
        for (var i = 0; i < Files; i++) Read(mix[i % mix.Length]);

        var (clock, processor) = Measure(() => { for (var i = 0; i < Files / 2; i++) Read(mix[i % mix.Length]); });
        yield return new($"mix of {mix.Length} real DOCX plans, one thread, warm: documents a second", Files / 2 / clock, "/s");
        yield return new("  the same by processor time (its garbage collector's included)", Files / 2 / processor, "/s", AtLeast: 80);

        (clock, processor) = Measure(() => Parallel.For(0, Files, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i => Read(mix[i % mix.Length])));
        yield return new($"the same on {Environment.ProcessorCount} cores: documents a second and core", Files / clock / Environment.ProcessorCount, "/s", AtLeast: 80);
        yield return new("  the same by processor time", Files / processor, "/s");

        var folder = Directory.CreateTempSubdirectory("zakhid-bench-");
        var (from, into) = (folder.CreateSubdirectory("in").FullName, Path.Combine(folder.FullName, "out"));
        for (var i = 0; i < Files; i++) File.Copy(plans[i % plans.Length], Path.Combine(from, $"{i:0000}.docx"));
        var program = Published.As("src/Zakhid.App/Zakhid.App.csproj", "zakhid", folder.FullName);
        var whole = Machine.MedianOfProcess(1, program, "read", from, "--out", into)!.Value;
        yield return new($"zakhid read FOLDER of {Files} files, whole process: files a second", Files / whole * 1000, "/s");
        yield return new("  a second run, which finds them read", Machine.MedianOfProcess(1, program, "read", from, "--out", into)!.Value, "ms");
        folder.Delete(recursive: true);
    }

    /// Seconds by the clock, and of processor time over all threads.
    static (double Clock, double Processor) Measure(Action run)
    {
        using var process = Process.GetCurrentProcess();
        var (watch, before) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
        run();
        process.Refresh();
        return (Stopwatch.GetElapsedTime(watch).TotalSeconds, (process.TotalProcessorTime - before).TotalSeconds);
    }

    static void Read(byte[] docx) => ReadingJson.Write(Linted.Of(PlanReader.Read(DocumentFile.Open(docx, "план.docx"))), new MemoryStream());
}
