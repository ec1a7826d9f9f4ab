using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Zakhid.Documents.Reading;

namespace Zakhid.Documents.Tests.Hostile;

/// <summary>
/// Files of every format that is read in this process, changed at random from outside and from inside, go all the way from
/// bytes to JSON. The short form runs always; `bin/fuzz 200000` is the long one, under a limit of memory.
/// </summary>
public class FuzzTests
{
    static readonly int Count = Asked("ZAKHID_FUZZ", 1000);
    static readonly int Workers = Asked("ZAKHID_FUZZ_WORKERS", 1);
    static readonly int First = Asked("ZAKHID_FUZZ_FROM", 0);
    /// <summary>Of processor time: a machine that does much else at once may hold up any file.</summary>
    static readonly TimeSpan Slowest = TimeSpan.FromSeconds(Environment.GetEnvironmentVariable("ZAKHID_FUZZ") is null ? 10 : 2);

    [Fact]
    public void A_changed_file_of_any_format_is_read_or_refused_soon_and_nothing_else()
    {
        var seeds = FuzzSeeds.All();
        var tally = seeds.ToDictionary(s => s.Format, _ => new Tally());
        var broken = new ConcurrentQueue<string>();
        var running = new ConcurrentDictionary<int, (long Since, byte[] File)>();
        using var watchdog = new Timer(_ => Watch(running), null, 1000, 1000);
        var (started, said) = (Stopwatch.GetTimestamp(), 0);

        Parallel.For(First, First + Count, new ParallelOptions { MaxDegreeOfParallelism = Workers }, i =>
        {
            var random = new Random(i);
            var (format, list) = seeds[i % seeds.Count];
            var bytes = list[random.Next(list.Count)].Changed(random);
            running[i] = (Stopwatch.GetTimestamp(), bytes);
            var before = ProcessorTime();
            try { tally[format].Add(i, Read(bytes), ProcessorTime() - before); }
            catch (Exception other) when (other is not Xunit.Sdk.XunitException) { broken.Enqueue($"Mutation {i} of {format}: {other}"); }
            running.TryRemove(i, out _);
            if (Count > 10_000 && Interlocked.Increment(ref said) % 10_000 == 0) Console.Error.WriteLine(Report(said, started, tally, brief: true));
        });

        Assert.True(broken.IsEmpty, $"{broken.Count} broke the reader\n{string.Join("\n\n", broken.Take(10))}");
        Assert.Equal(Count, tally.Values.Sum(t => t.Read + t.Refused));
        Assert.All(tally, t => Assert.True(t.Value.Read > 0, $"Of {t.Key} nothing was read"));
        Assert.All(tally, t => Assert.True(t.Value.Slowest < Slowest, $"The slowest of {t.Key}, mutation {t.Value.Which}, took {t.Value.Slowest}"));
        if (Count > 10_000) Console.Error.WriteLine(Report(Count, started, tally, brief: false));
    }

    /// <summary>Each line looks like the first cell of a table that never comes; once every one of them had the whole file looked through.</summary>
    [Fact]
    public void A_text_of_cells_without_a_table_is_soon_done_with()
    {
        var text = string.Concat(Enumerable.Repeat("\tпро те, що зроблено\n\tі що буде далі\n\n", 4000));
        var watch = Stopwatch.StartNew();

        Assert.Null(Read(System.Text.Encoding.UTF8.GetBytes(text)));

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"It took {watch.Elapsed}");
    }

    /// <summary>From each line on the rest of the paragraph was put together and looked at for executors once.</summary>
    [Fact]
    public void A_paragraph_of_thousands_of_lines_is_soon_done_with()
    {
        var text = "ПЛАН ЗАХОДІВ\n1. Провести нараду.\n" + string.Concat(Enumerable.Repeat("Управління справами вживає заходів.\n", 4000));
        var before = ProcessorTime();

        Assert.Null(Read(System.Text.Encoding.UTF8.GetBytes(text)));

        Assert.True(ProcessorTime() - before < TimeSpan.FromSeconds(5), $"It took {ProcessorTime() - before} of the processor");
    }

    /// <summary>With each word of a name the whole of it was looked through for a person once: ten thousand words took forty seconds.</summary>
    [Fact]
    public void A_cell_of_executors_that_never_ends_is_soon_done_with()
    {
        var before = ProcessorTime();

        Assert.Single(Zakhid.Executors.ExecutorLanguage.Read(string.Concat(Enumerable.Repeat("Ававава ", 10_000)), null).Executors);

        Assert.True(ProcessorTime() - before < TimeSpan.FromSeconds(5), $"It took {ProcessorTime() - before} of the processor");
    }

    /// <summary>A sheet as long as one may be; each of these shapes once took the square of its rows, or looked at every row many times.</summary>
    [Theory]
    [InlineData(12_000, 0, 0, true)]
    [InlineData(9_000, 10, 0, true)]
    [InlineData(9_000, 0, 10, true)]
    [InlineData(12_000, 0, 0, false)]
    public void A_long_sheet_is_soon_done_with(int measures, int rowsOfSection, int rowsOfHeading, bool headed)
    {
        const string heading = "№ з/п;Найменування заходу;Строк виконання;Відповідальні за виконання\n";
        var text = new System.Text.StringBuilder("ПЛАН ЗАХОДІВ;;;\n").Append(headed ? heading : "");
        for (var i = 1; i <= measures; i++)
        {
            if (rowsOfHeading > 0 && i % rowsOfHeading == 0) text.Append(heading);
            if (rowsOfSection > 0 && i % rowsOfSection == 0) text.Append(CultureInfo.InvariantCulture, $"Розділ {i / rowsOfSection}. Навчання населення;;;\n");
            text.Append(CultureInfo.InvariantCulture, $"{i};Провести нараду № {i} з питань цивільного захисту;до {1 + (i % 28)} грудня 2024 року;Відділ освіти, відділ культури {i % 50}\n");
        }
        var before = ProcessorTime();

        Assert.Null(Read(System.Text.Encoding.UTF8.GetBytes(text.ToString()), out var read));

        Assert.Equal(measures, read);
        Assert.True(ProcessorTime() - before < TimeSpan.FromSeconds(10), $"It took {ProcessorTime() - before} of the processor");
    }

    [Theory]
    [InlineData("План заходів на 31 червня 0000 року\n1. Провести нараду.\nВідділ освіти.\nдо 31 червня 0000 року")]
    [InlineData("ПЛАН ЗАХОДІВ\n| № | Захід | Строк | Виконавець |\n| 1 | Провести нараду | Травень | Відділ освіти |\n| № | Критерії | Строк | Виконавець |\n| 2 | Видати буклет | Червень | Відділ освіти |\n| | | | відділ спорту |")]
    [InlineData("ПЛАН ЗАХОДІВ\nПровести нараду з питань освіти\n99999999999.05\nВідділ освіти")]
    public void What_once_broke_the_reader_is_read(string text) => Assert.Null(Read(System.Text.Encoding.UTF8.GetBytes(text)));

    /// <summary>A file that is never done with cannot be waited for: it is kept, and the run ends.</summary>
    static void Watch(ConcurrentDictionary<int, (long Since, byte[] File)> running)
    {
        var (mutation, (since, file)) = running.FirstOrDefault(r => Stopwatch.GetElapsedTime(r.Value.Since) > TimeSpan.FromSeconds(60));
        if (since == 0) return;
        var kept = Path.Combine(Path.GetTempPath(), $"zakhid-fuzz-{mutation}");
        File.WriteAllBytes(kept, file);
        Environment.FailFast($"Mutation {mutation} does not end; it is kept as {kept}");
    }

    /// <summary>The code of the refusal, or null where the file was read to the end. Whatever else happens is a failure.</summary>
    static string? Read(byte[] bytes) => Read(bytes, out _);

    static string? Read(byte[] bytes, out int measures)
    {
        measures = 0;
        try
        {
            var document = DocumentFile.Open(bytes, "план");
            DocumentHtml.Of(document);
            var reading = Linted.Of(PlanReader.Read(document));
            ReadingJson.Write(reading, Stream.Null);
            measures = reading.Measures.Count;
            return null;
        }
        catch (FileRefused refused)
        {
            Assert.True(Enum.IsDefined(refused.Code));
            Assert.NotEmpty(refused.Message);
            return refused.Code.ToString();
        }
    }

    static string Report(int done, long started, Dictionary<string, Tally> tally, bool brief)
    {
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var lines = new List<string> { string.Create(CultureInfo.InvariantCulture, $"{done} mutations in {seconds:0} s, {Workers} at once; slowest {tally.Values.Max(t => t.Slowest.TotalMilliseconds):0} ms of processor time; peak memory {Peak()}") };
        if (!brief) lines.AddRange(tally.Select(t => string.Create(CultureInfo.InvariantCulture, $"  {t.Key,-6} {t.Value.Read,7} read, {t.Value.Refused,7} refused ({string.Join(", ", t.Value.Codes.OrderByDescending(c => c.Value).Select(c => $"{c.Key} {c.Value}"))}), slowest {t.Value.Slowest.TotalMilliseconds:0} ms")));
        return string.Join('\n', lines);
    }

    /// <summary>What this thread has used of the processor; by the clock where the system does not tell.</summary>
    static TimeSpan ProcessorTime()
    {
        const string Own = "/proc/thread-self/schedstat";
        return File.Exists(Own) ? TimeSpan.FromTicks(long.Parse(File.ReadAllText(Own).Split(' ')[0], CultureInfo.InvariantCulture) / 100) : TimeSpan.FromTicks(Stopwatch.GetElapsedTime(0).Ticks);
    }

    static string Peak() => File.Exists("/proc/self/status") ? File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal))["VmHWM:".Length..].Trim() : "unknown";

    static int Asked(string name, int usual) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : usual;

    sealed class Tally
    {
        readonly Lock _lock = new();

        public int Read { get; private set; }
        public int Refused { get; private set; }
        public TimeSpan Slowest { get; private set; }
        public int Which { get; private set; }
        public Dictionary<string, int> Codes { get; } = [];

        public void Add(int mutation, string? code, TimeSpan took)
        {
            lock (_lock)
            {
                if (code is null) Read++;
                else { Refused++; Codes[code] = Codes.GetValueOrDefault(code) + 1; }
                if (took > Slowest) (Slowest, Which) = (took, mutation);
            }
        }
    }
}
