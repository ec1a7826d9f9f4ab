using System.ComponentModel;
using System.Diagnostics;

namespace Zakhid.Documents.Converters;

/// <summary>
/// A program that reads a file nobody vouches for: a process of its own with limits on time, memory and what it may print.
/// It is ended with its children when a limit is passed. Memory and processor time are limited by the system where it has
/// <c>prlimit</c> (util-linux); elsewhere the time on the clock and the printed bytes are.
/// </summary>
/// <param name="Program">Path of the program.</param>
/// <param name="ShownName">Its name for people.</param>
sealed record LimitedProcess(string Program, string ShownName)
{
    const long Memory = 1L << 30;

    static readonly string? Limiter = OperatingSystem.IsLinux() ? Programs.Find("prlimit", "/usr/bin/prlimit") : null;

    public required TimeSpan Allowed { get; init; }

    /// <summary>Name of the file that is read, for the sentence of a refusal.</summary>
    public required string File { get; init; }

    /// <summary>Variables that the program is given beside those of the system.</summary>
    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    /// <param name="arguments">Passed one by one, never through a shell.</param>
    /// <param name="read">Reads what the program prints; may stop before the end.</param>
    /// <returns>What the program said on its error stream (at most 4,000 characters) and its exit status.</returns>
    /// <exception cref="FileRefused">The program cannot be started or takes longer than allowed; or as <paramref name="read"/> throws.</exception>
    public (int Status, string Errors) Run(IEnumerable<string> arguments, Action<Stream> read, CancellationToken stop = default)
    {
        var start = new ProcessStartInfo(Limiter ?? Program) { UseShellExecute = false, CreateNoWindow = true, RedirectStandardOutput = true, RedirectStandardError = true };
        if (Limiter is not null)
            foreach (var limit in (string[])[$"--as={Memory}", $"--cpu={Math.Ceiling(Allowed.TotalSeconds) + 1}", "--core=0", "--", Program]) start.ArgumentList.Add(limit);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);

        foreach (var (name, value) in Environment) start.Environment[name] = value;

        using var process = Start(start);
        var since = Stopwatch.GetTimestamp();
        var late = false;
        using var alarm = new Timer(_ => { late = true; Kill(process); }, null, Allowed, Timeout.InfiniteTimeSpan);
        using var given = stop.Register(() => Kill(process));
        var errors = new char[4000];
        var said = Task.Run(() => Said(process.StandardError, errors));
        try
        {
            read(process.StandardOutput.BaseStream);
            process.StandardOutput.BaseStream.CopyTo(Stream.Null);
            process.WaitForExit();
        }
        catch (Exception) when (late)
        {
            throw Refusal.TooSlow(File, Allowed);
        }
        finally
        {
            Kill(process);
        }
        stop.ThrowIfCancellationRequested();
        // A busy machine may sound the alarm too late to stop the program; what came after the time is refused all the same.
        return late || Stopwatch.GetElapsedTime(since) > Allowed ? throw Refusal.TooSlow(File, Allowed) : (process.ExitCode, new string(errors, 0, said.GetAwaiter().GetResult()));
    }

    /// <summary>The start of the error stream; the rest is drained, so that the program never waits for it.</summary>
    static int Said(StreamReader from, char[] into)
    {
        var length = from.ReadBlock(into);
        var rest = new char[4096];
        while (from.ReadBlock(rest) > 0) { }
        return length;
    }

    Process Start(ProcessStartInfo start)
    {
        try { return Process.Start(start) ?? throw Refusal.ConverterFailed(File, ShownName); }
        catch (Win32Exception absent) { throw Refusal.ConverterFailed(File, ShownName, absent); }
    }

    static void Kill(Process process)
    {
        try { if (!process.HasExited) process.Kill(entireProcessTree: true); }
        catch (InvalidOperationException) { /* It ended by itself in between. */ }
    }
}
