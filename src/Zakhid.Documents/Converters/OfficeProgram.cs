using System.ComponentModel;
using System.Diagnostics;

namespace Zakhid.Documents.Converters;

/// <summary>
/// LibreOffice as a separate process: it works in a folder of its own that is thrown away, with a profile of its own, and
/// is ended with all its children when the time is up. Nothing depends on it being there.
/// </summary>
public static class OfficeProgram
{
    public const string Name = "LibreOffice";

    static readonly string[] Candidates = OperatingSystem.IsWindows()
        ? ["soffice.exe", @"C:\Program Files\LibreOffice\program\soffice.exe"] : ["soffice", "/usr/bin/soffice", "/usr/lib/libreoffice/program/soffice", "/opt/libreoffice/program/soffice"];

    /// <summary>The path of the program, or null where it is not installed.</summary>
    public static string? Find() => Programs.Find(Candidates);

    /// <param name="file">Bytes of the file to convert.</param>
    /// <param name="shownName">Its name, for the sentence of a refusal.</param>
    /// <param name="from">Ending of the format it is in, without a dot.</param>
    /// <param name="to">Ending of the format wanted, with the filter where it matters («pdf», «pdf:writer_pdf_Export:…»).</param>
    /// <exception cref="FileRefused">The program is not installed, failed, or took longer than allowed.</exception>
    public static async Task<byte[]> Convert(byte[] file, string shownName, string from, string to, TimeSpan allowed, CancellationToken stop)
    {
        var program = Find() ?? throw Refusal.ConverterMissing(shownName, Name);
        var folder = Directory.CreateTempSubdirectory("zakhid-");
        try
        {
            var source = Path.Combine(folder.FullName, "source." + from);
            await File.WriteAllBytesAsync(source, file, stop);
            await Run(program, folder.FullName, source, shownName, to, allowed, stop);
            var made = Path.Combine(folder.FullName, "source." + to.Split(':')[0]);
            return File.Exists(made) ? await File.ReadAllBytesAsync(made, stop) : throw Refusal.ConverterFailed(shownName, Name);
        }
        finally
        {
            Discard(folder);
        }
    }

    static async Task Run(string program, string folder, string source, string shownName, string to, TimeSpan allowed, CancellationToken stop)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])["--headless", "--norestore", "--nolockcheck", "-env:UserInstallation=" + new Uri(Path.Combine(folder, "profile")).AbsoluteUri, "--convert-to", to, "--outdir", folder, source])
            start.ArgumentList.Add(argument);
        start.Environment["HOME"] = folder;

        using var process = Start(start, shownName);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(allowed);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            await Task.WhenAll(output, errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            stop.ThrowIfCancellationRequested();
            throw Refusal.TooSlow(shownName, allowed);
        }
        if (process.ExitCode != 0) throw Refusal.ConverterFailed(shownName, Name);
    }

    static Process Start(ProcessStartInfo start, string shownName)
    {
        try { return Process.Start(start) ?? throw Refusal.ConverterFailed(shownName, Name); }
        catch (Win32Exception absent) { throw Refusal.ConverterFailed(shownName, Name, absent); }
    }

    static void Discard(DirectoryInfo folder)
    {
        try { folder.Delete(recursive: true); }
        catch (IOException) { /* A child that is still ending keeps a file open; the system clears its own temporary folder. */ }
    }
}
