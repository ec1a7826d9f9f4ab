using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Zakhid.Bench.Pages;

/// A server of ours on a free port of 127.0.0.1, ended with its object.
sealed partial class Served : IDisposable
{
    const string SamplePassword = "zahid-demo-2020";
    readonly Process _process;

    Served(Process process, string url, double startedIn) => (_process, Url, StartedIn) = (process, url, startedIn);

    public string Url { get; }
    /// Seconds from the command to the first page.
    public double StartedIn { get; }

    /// <param name="first">The page asked for until it answers.</param>
    /// <param name="arguments">«URL» stands for the address.</param>
    public static Served Start(string program, string first, params string[] arguments)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        var begun = Stopwatch.GetTimestamp();
        var process = Process.Start(new ProcessStartInfo(program, arguments.Select(a => a == "URL" ? url : a)) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = new HttpClient();
        while (!process.HasExited && Stopwatch.GetElapsedTime(begun) < TimeSpan.FromMinutes(1))
        {
            try
            {
                using var answer = client.GetAsync(url + first).Result;
                if (answer.IsSuccessStatusCode) return new(process, url, Stopwatch.GetElapsedTime(begun).TotalSeconds);
            }
            catch (AggregateException)
            {
                Thread.Sleep(5);
            }
        }
        throw new InvalidOperationException($"{program} did not start");
    }

    /// The cookie of a signed-in person, as a header.
    public string SignIn(string login)
    {
        var jar = new CookieContainer();
        using var client = new HttpClient(new HttpClientHandler { CookieContainer = jar, UseCookies = true });
        var form = client.GetStringAsync(Url + "/sign-in").Result;
        var fields = new Dictionary<string, string> { ["login"] = login, ["password"] = SamplePassword, ["csrf"] = Token().Match(form).Groups[1].Value };
        using var content = new FormUrlEncodedContent(fields);
        using var answer = client.PostAsync(Url + "/sign-in", content).Result;
        var cookies = jar.GetCookieHeader(new Uri(Url));
        return cookies.Length > 0 ? cookies : throw new InvalidOperationException("sign-in failed");
    }

    public double MemoryMiB()
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return int.Parse(new string([.. line.Where(char.IsAsciiDigit)]), CultureInfo.InvariantCulture) / 1024.0;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("name=\"csrf\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
