using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Zakhid.Bench.Pages;

/// The filtered list of obligations as a signed-in coordinator sees it, beside a bare Razor page with the same rows.
static partial class PageSpeed
{
    const int Connections = 32, Seconds = 8;
    const string Few = "/obligations?standing=Accepted&body=2", Many = "/obligations?standing=Submitted";

    /// The pages that a coordinator and a head open first.
    public static readonly (string What, string Path)[] Pages = [("overview", "/overview"), ("a plan", "/plans/1"), ("one-page brief", "/brief"), ("bodies", "/bodies"), ("a body", "/bodies/2"), ("obligations", Many)];

    public static IEnumerable<Line> Run()
    {
        var folder = Directory.CreateTempSubdirectory("zakhid-bench-").FullName;
        try
        {
            var zakhid = Published.As("src/Zakhid.App", "zakhid", folder);
            var bare = Published.As("bench/BarePage", "BarePage", folder);
            var (small, large) = (Path.Combine(folder, "small"), Path.Combine(folder, "large"));
            // Fewer bodies, so that the list of one of them fills a page in both.
            Machine.Run(zakhid, "generate", "--obligations", "1000", "--bodies", "6", "--seed", "1", "--data", small);
            var generated = Stopwatch.GetTimestamp();
            Machine.Run(zakhid, "generate", "--obligations", "100000", "--seed", "1", "--data", large);
            yield return new("100 000 obligations generated: plans adopted, days derived, reports written", Stopwatch.GetElapsedTime(generated).TotalSeconds, "s");

            using (var server = Served.Start(bare, "/obligations", large, "URL"))
            {
                var least = Rate(server.Url + Many, null);
                yield return new("bare Razor page, count and list as prepared queries, 32 connections", least, "/s");
                using var ours = Served.Start(zakhid, "/sign-in", "serve", "--data", large, "--urls", "URL");
                var cookie = ours.SignIn("zrazok-1-koordynator");
                var rate = Rate(ours.Url + Many, cookie);
                yield return new("our list, 25 of the rows under review, signed in, 32 connections", rate, "/s");
                yield return new("ours to the bare one", rate / least, "×", AtLeast: 0.5);
                yield return new("memory of our server after that", ours.MemoryMiB(), "MiB", AtMost: 300);
                foreach (var (what, path) in Pages) yield return new($"{what}, one connection, among 100 000", Answer(ours, cookie, path), "ms", AtMost: 50);
            }

            using (var again = Served.Start(zakhid, "/sign-in", "serve", "--data", large, "--urls", "URL"))
                yield return new("second start: from the command to the sign-in page", again.StartedIn, "s", AtMost: 1);

            var (thousand, hundred) = (One(zakhid, small), One(zakhid, large));
            yield return new("list of one body, one connection, among 1 000 obligations", thousand, "ms");
            yield return new("the same among 100 000", hundred, "ms");
            yield return new("growth", hundred / thousand, "×", AtMost: 1.5);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static double One(string zakhid, string data)
    {
        using var server = Served.Start(zakhid, "/sign-in", "serve", "--data", data, "--urls", "URL");
        var cookie = server.SignIn("zrazok-1-koordynator");
        return 1000 / Rate(server.Url + Few, cookie, connections: 1);
    }

    /// Milliseconds to the answer, nobody else asking.
    public static double Answer(Served server, string cookie, string path) => 1000 / Rate(server.Url + path, cookie, connections: 1);

    /// Requests a second by wrk, warm; an answer that is not 200 makes the figure worthless.
    static double Rate(string url, string? cookie, int connections = Connections)
    {
        string Wrk(int seconds) => Machine.Run("wrk", ["-t", Math.Min(2, connections).ToString(CultureInfo.InvariantCulture), "-c", connections.ToString(CultureInfo.InvariantCulture), "-d", $"{seconds}s", .. cookie is null ? [] : new[] { "-H", $"Cookie: {cookie}" }, url]);
        Wrk(3);
        var output = Wrk(Seconds);
        if (output.Contains("Non-2xx", StringComparison.Ordinal)) throw new InvalidOperationException($"{url} did not answer 200: {output}");
        return double.Parse(PerSecond().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex PerSecond();
}
