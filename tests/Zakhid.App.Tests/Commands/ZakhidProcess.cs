using System.Diagnostics;
using System.Text;

namespace Zakhid.App.Tests.Commands;

/// The program as a shell runs it, in Ukrainian where no other locale is said.
static class ZakhidProcess
{
    const string Ukrainian = "uk_UA.UTF-8";

    public static (int Status, string Said, string Failed) Run(string input, params string[] arguments) => RunIn(Ukrainian, input, arguments);

    public static (int Status, string Said, string Failed) RunIn(string locale, string input, params string[] arguments)
    {
        using var process = StartIn(locale, arguments);
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var failed = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said, failed.Result);
    }

    /// One that goes on until it is ended.
    public static Process Start(params string[] arguments) => StartIn(Ukrainian, arguments);

    static Process StartIn(string locale, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "zakhid.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["LC_ALL"] = locale;
        return Process.Start(start)!;
    }
}
