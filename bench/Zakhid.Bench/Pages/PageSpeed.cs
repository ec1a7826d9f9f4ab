using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Zakhid.Bench.Pages;

/// The filtered list of obligations as a signed-in coordinator sees it, beside a bare Razor page with the same rows.
static partial class PageSpeed
{
    const int Connections = 32, Seconds = 8, Answers = 41;
    const string Few = "/obligations?standing=Accepted&body=2", Many = "/obligations?standing=Submitted";

    /// What a coordinator opens in a day; the plan is one of 5,000 obligations. After «#» stands how the link begins that is followed first.
    public static readonly (string What, string Path)[] Pages =
    [
        ("overview", "/overview"), ("my day", "/today"), ("one-page brief", "/brief"), ("plans", "/plans"), ("a plan", "/plans/1"), ("its days", "/plans/1/days"), ("its changes", "/plans/1/changes"), ("its cascade", "/plans/1/cascade"),
        ("its consolidated report", "/plans/1/consolidation/2025-Q3"), ("a measure", "/plans/1/measures/7"), ("its control card", "/plans/1/measures/7/control"), ("a report under review", Many + "#/reports/"), ("obligations", Many), ("bodies", "/bodies"), ("a body", "/bodies/2"),
        ("control", "/control"), ("deadlines", "/deadlines"), ("discipline", "/discipline"), ("reminders", "/reminders"), ("consents", "/consents"), ("letters", "/letters"), ("search", "/search?q=енергоефективності"), ("people", "/people"), ("log", "/audit"), ("read files", "/imports/new"),
    ];

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

    /// Milliseconds to the whole answer, nobody else asking: the median of many after the server has warmed.
    public static double Answer(Served server, string cookie, string path)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        var way = path.Split('#');
        var address = server.Url + way[0];
        if (way is [_, var link]) address = server.Url + Regex.Match(client.GetStringAsync(address).Result, $"href=\"({link}[^\"]+)").Groups[1].Value;
        double Once()
        {
            var begun = Stopwatch.GetTimestamp();
            using var answer = client.GetAsync(address).Result;
            if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}");
            return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        }
        for (var warming = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(warming) < TimeSpan.FromSeconds(4);) Once();
        List<double> times = [.. Enumerable.Range(0, Answers).Select(_ => Once()).Order()];
        return times[Answers / 2];
    }

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
