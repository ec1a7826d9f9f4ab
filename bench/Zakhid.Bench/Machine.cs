using System.Diagnostics;
using System.Globalization;

namespace Zakhid.Bench;

/// Times and memory as the system tells them.
static class Machine
{
    /// The load of the last minute, so that a figure taken on a busy machine is not believed.
    public static string Load() => File.Exists("/proc/loadavg") ? "load " + File.ReadAllText("/proc/loadavg").Split(' ')[0] : "load unknown";

    public static double PeakMemoryMiB()
    {
        if (!File.Exists("/proc/self/status")) return Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0;
        var line = File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        return int.Parse(new string([.. line.Where(char.IsAsciiDigit)]), CultureInfo.InvariantCulture) / 1024.0;
    }

    const double TicksOfSecond = 100;

    /// Seconds of processor time of a process: its own, of its children that have ended, and of those that live.
    public static double ProcessorSeconds(int process)
    {
        var (own, ended, _) = Times(process);
        return own + ended + Directory.EnumerateDirectories("/proc").Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var one) ? Times(one) : default).Where(one => one.Parent == process).Sum(one => one.Own);
    }

    static (double Own, double Ended, int Parent) Times(int process)
    {
        try
        {
            // After the name in brackets: state, parent, …; the times are the fields 14 to 17.
            var fields = File.ReadAllText($"/proc/{process}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            double Of(int field) => long.Parse(fields[field - 3], CultureInfo.InvariantCulture) / TicksOfSecond;
            return (Of(14) + Of(15), Of(16) + Of(17), int.Parse(fields[1], CultureInfo.InvariantCulture));
        }
        catch (IOException)
        {
            return default;
        }
    }

    /// The runtime compiles what is called often a second time, on a thread of its own; before that nothing is warm.
    static readonly TimeSpan Compiled = TimeSpan.FromSeconds(3);

    /// Milliseconds of each run, warm: the first ones are not counted.
    public static double MedianInProcess(int times, int warm, Action run)
    {
        var begun = Stopwatch.GetTimestamp();
        for (var i = 0; i < warm || Stopwatch.GetElapsedTime(begun) < Compiled; i++) run();
        return Median([.. Enumerable.Range(0, times).Select(_ =>
        {
            var watch = Stopwatch.GetTimestamp();
            run();
            return Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
        })]);
    }

    /// Milliseconds from start to end of a process; null where the program is not installed.
    public static double? MedianOfProcess(int times, string program, params string[] arguments)
    {
        if (OnPath(program) is not { } path) return null;
        return Median([.. Enumerable.Range(0, times).Select(_ =>
        {
            var watch = Stopwatch.GetTimestamp();
            Run(path, arguments);
            return Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
        })]);
    }

    public static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {errors.Result}");
    }

    public static double Median(double[] values)
    {
        Array.Sort(values);
        return values.Length % 2 == 1 ? values[values.Length / 2] : (values[values.Length / 2 - 1] + values[values.Length / 2]) / 2;
    }

    static string? OnPath(string program) => Path.IsPathRooted(program) ? (File.Exists(program) ? program : null)
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
