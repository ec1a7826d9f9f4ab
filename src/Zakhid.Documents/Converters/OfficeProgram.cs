namespace Zakhid.Documents.Converters;

/// <summary>
/// LibreOffice as a separate process: it works in a folder of its own that is thrown away, with a profile of its own that
/// lets it run no macros and fetch nothing, and is ended with all its children when the time is up. Nothing depends on it
/// being there.
/// </summary>
public static class OfficeProgram
{
    public const string Name = "LibreOffice";

    /// <summary>Each takes hundreds of megabytes; who comes later waits.</summary>
    const int AtOnce = 2;
    const long LargestResult = 200L << 20;

    static readonly SemaphoreSlim Turn = new(AtOnce);

    static readonly string[] Candidates = OperatingSystem.IsWindows()
        ? ["soffice.exe", @"C:\Program Files\LibreOffice\program\soffice.exe"] : ["soffice", "/usr/bin/soffice", "/usr/lib/libreoffice/program/soffice", "/opt/libreoffice/program/soffice"];

    /// <summary>The path of the program, or null where it is not installed.</summary>
    public static string? Find() => Programs.Find(Candidates);

    /// <param name="file">Bytes of the file to convert.</param>
    /// <param name="shownName">Its name, for the sentence of a refusal.</param>
    /// <param name="from">Ending of the format it is in, without a dot.</param>
    /// <param name="to">Ending of the format wanted, with the filter where it matters («pdf», «pdf:writer_pdf_Export:…»).</param>
    /// <exception cref="FileRefused">The program is not installed, failed, or took longer than allowed.</exception>
    public static Task<byte[]> Convert(byte[] file, string shownName, string from, string to, TimeSpan allowed, CancellationToken stop) =>
        Task.Run(() => Converted(file, shownName, from, to, filter: null, allowed, stop), stop);

    /// <param name="filter">The filter that must read the file, so that it is taken for nothing else.</param>
    internal static byte[] Converted(byte[] file, string shownName, string from, string to, string? filter, TimeSpan allowed, CancellationToken stop = default)
    {
        var program = Find() ?? throw Refusal.ConverterMissing(shownName, Name);
        if (!Turn.Wait(allowed, stop)) throw Refusal.TooSlow(shownName, allowed);
        var folder = Directory.CreateTempSubdirectory("zakhid-");
        try
        {
            var profile = Path.Combine(folder.FullName, "profile");
            Directory.CreateDirectory(Path.Combine(profile, "user"));
            File.WriteAllText(Path.Combine(profile, "user", "registrymodifications.xcu"), Settings());
            var source = Path.Combine(folder.FullName, "source." + from);
            File.WriteAllBytes(source, file);

            var office = new LimitedProcess(program, Name) { Allowed = allowed, File = shownName, Environment = { ["HOME"] = folder.FullName } };
            var (status, _) = office.Run(["--headless", "--norestore", "--nolockcheck", "-env:UserInstallation=" + new Uri(profile).AbsoluteUri,
                .. filter is null ? [] : new[] { "--infilter=" + filter }, "--convert-to", to, "--outdir", folder.FullName, source], output => output.CopyTo(Stream.Null), stop);
            var made = new FileInfo(Path.Combine(folder.FullName, "source." + to.Split(':')[0]));
            return status != 0 || !made.Exists ? throw Refusal.ConverterFailed(shownName, Name)
                : made.Length > LargestResult ? throw Refusal.Bomb(shownName) : File.ReadAllBytes(made.FullName);
        }
        finally
        {
            Discard(folder);
            Turn.Release();
        }
    }

    /// <summary>No macros, no active content, no links that were not asked for; whatever is fetched all the same goes to a port where nobody is.</summary>
    static string Settings()
    {
        (string Path, string Name, string Value)[] settings =
        [
            ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"), ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
            ("org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"), ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
            ("org.openoffice.Inet/Settings", "ooInetProxyType", "2"), ("org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"), ("org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
            ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"), ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
        ];
        return $"""<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">{string.Concat(settings.Select(s => $"""<item oor:path="/{s.Path}"><prop oor:name="{s.Name}" oor:op="fuse"><value>{s.Value}</value></prop></item>"""))}</oor:items>""";
    }

    static void Discard(DirectoryInfo folder)
    {
        try { folder.Delete(recursive: true); }
        catch (IOException) { /* A child that is still ending keeps a file open; the system clears its own temporary folder. */ }
    }
}
