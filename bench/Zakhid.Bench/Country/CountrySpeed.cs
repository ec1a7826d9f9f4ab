using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Zakhid.Bench.Pages;

namespace Zakhid.Bench.Country;

/// All oblasts and communities in one PostgreSQL: how fast their obligations are computed and stored, and how soon pages answer
/// after that. A million stands for the ten that ZAKHID_COUNTRY=10000000 asks for.
static class CountrySpeed
{
    public static IEnumerable<Line> Run()
    {
        var rows = int.TryParse(Environment.GetEnvironmentVariable("ZAKHID_COUNTRY"), CultureInfo.InvariantCulture, out var asked) ? asked : 1_000_000;
        var folder = Directory.CreateTempSubdirectory("zakhid-bench-").FullName;
        try
        {
            var zakhid = Published.As("src/Zakhid.App", "zakhid", folder);
            using var cluster = new Cluster();
            var data = Path.Combine(folder, "data");
            var (begun, spent) = (Stopwatch.GetTimestamp(), Spent(cluster));
            var said = Machine.Run(zakhid, "generate", "--country", "--future", "--obligations", rows.ToString(CultureInfo.InvariantCulture), "--data", data, "--database", cluster.Connection, "--bulk", cluster.Bulk);
            var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
            spent = Spent(cluster) - spent;
            var after = AfterStoring(said);
            double stored = long.Parse(cluster.Sql("SELECT count(*) FROM obligation"), CultureInfo.InvariantCulture);
            yield return new($"{stored.ToString("N0", CultureInfo.InvariantCulture)} obligations computed and stored: keys, references, one index in place", stored / (seconds - after), "/s", AtLeast: 50_000);
            yield return new("the same with the further indexes and statistics built at the end of the job", stored / seconds, "/s");
            yield return new("the whole command", seconds, "s");
            yield return new("of that further indexes and statistics", after, "s");
            yield return new($"rows in a second of processor time, program and server; {Machine.Load()} at the end", stored / spent, "/s");
            yield return new("size of the database", long.Parse(cluster.Sql("SELECT pg_database_size('zakhid')"), CultureInfo.InvariantCulture) / 1024.0 / 1024.0, "MiB");

            // The reports of all those are expected yet; one more oblast among them has a past.
            Machine.Run(zakhid, "generate", "--seed", "1", "--obligations", Math.Max(1000, rows / 62).ToString(CultureInfo.InvariantCulture), "--data", data, "--database", cluster.Connection, "--bulk", cluster.Bulk);
            using var server = Served.Start(zakhid, "/sign-in", "serve", "--data", data, "--database", cluster.Connection, "--urls", "URL");
            var cookie = server.SignIn("zrazok-1-koordynator");
            foreach (var (what, path) in PageSpeed.Pages) yield return new($"{what} of an oblast, one connection", PageSpeed.Answer(server, cookie, path), "ms", AtMost: 50);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static double Spent(Cluster cluster) => cluster.ProcessorSeconds() + Machine.ProcessorSeconds(Environment.ProcessId);

    /// The command says for itself how long the end of the job took.
    static double AfterStoring(string said) => double.Parse(Regex.Matches(said, @"(\d+[.,]\d) (с|s)\b")[1].Groups[1].Value.Replace(',', '.'), CultureInfo.InvariantCulture);
}
