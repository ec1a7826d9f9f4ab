using System.CommandLine;
using System.Diagnostics;
using Zakhid.App.Demo;
using Zakhid.Operations.Synthetic;

namespace Zakhid.App.Commands;

/// `zakhid generate`: synthetic authorities for tests of scale.
static class GenerateCommand
{
    const int Oblasts = 25, Communities = 1469;

    public static Command Create()
    {
        var command = new Command("generate", CommandLine.Say("Згенерувати орган для перевірки обсягів (зразок)", "Make a synthetic authority for tests of scale"));
        var data = new DataOptions(command);
        var obligations = Number("--obligations", 10_000, "скільки зобов’язань", "how many obligations");
        var bodies = Number("--bodies", 60, "скільки органів-виконавців", "how many bodies");
        var plans = Number("--plans", 0, "скільки планів (0: за обсягом)", "how many plans (0: by size)");
        var years = Number("--years", 3, "за скільки років", "over how many years");
        var seed = Number("--seed", 1, "зерно: те саме дає ті самі рядки", "the same seed gives the same rows");
        var country = new Option<bool>("--country") { Description = CommandLine.Say($"{Oblasts} областей і {Communities} громад; --obligations — на всіх разом", $"{Oblasts} oblasts and {Communities} communities; --obligations is for all together") };
        var future = new Option<bool>("--future") { Description = CommandLine.Say("без минулого: жодного звіту ще не подано", "without a past: no report is handed in yet") };
        var bulk = new Option<string?>("--bulk") { HelpName = "CONNECTION", Description = CommandLine.Say("підключення ролі масового запису до тієї самої бази PostgreSQL (або ZAKHID_BULK)", "connection of the role of bulk jobs to the same PostgreSQL database (or ZAKHID_BULK)") };
        foreach (var option in new Option[] { obligations, bodies, plans, years, seed, country, future, bulk }) command.Options.Add(option);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            await using var store = await data.Open(parsed);
            var fast = (parsed.GetValue(bulk) ?? Environment.GetEnvironmentVariable("ZAKHID_BULK")) is { } role ? await store.OpenBulk(role, stop) : null;
            await using var job = fast;
            var generate = new GenerateAuthority(store, fast);
            var (total, started) = (parsed.GetValue(obligations), Stopwatch.GetTimestamp());
            Scale Of(int rows, int number) => new(rows, parsed.GetValue(bodies), parsed.GetValue(plans) is > 0 and var said ? said : Math.Max(1, rows / 5000), Math.Max(1, parsed.GetValue(years)), parsed.GetValue(seed) + number) { HasPast = !parsed.GetValue(future) };
            if (!parsed.GetValue(country)) await generate.Run($"zrazok-{parsed.GetValue(seed)}", $"Зразковий орган {parsed.GetValue(seed)}", Of(total, 0), FillDemo.Password, stop);
            else
            {
                // An oblast owes as much as forty communities.
                var share = total / (double)(Oblasts * 40 + Communities);
                // SQLite has one writer; authorities of one PostgreSQL do not wait for one another, and while one is computed another is stored.
                await Parallel.ForEachAsync(Enumerable.Range(0, Oblasts + Communities), new ParallelOptions { MaxDegreeOfParallelism = data.Database(parsed) is null ? 1 : 2 * Environment.ProcessorCount, CancellationToken = stop }, async (i, stop) =>
                {
                    var oblast = i < Oblasts;
                    var (code, name) = oblast ? ($"oblast-{i + 1}", $"Область {i + 1} (зразок)") : ($"hromada-{i - Oblasts + 1}", $"Громада {i - Oblasts + 1} (зразок)");
                    await generate.Run(code, name, Of(Math.Max(10, (int)(share * (oblast ? 40 : 1))), i), i == 0 ? FillDemo.Password : null, stop);
                });
            }
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            if (fast is not null)
            {
                await fast.DisposeAsync();
                var all = Stopwatch.GetElapsedTime(started).TotalSeconds;
                Console.WriteLine(CommandLine.Say($"Обчислено й збережено за {seconds:0.0} с; індекси й статистика — ще {all - seconds:0.0} с", $"Computed and stored in {seconds:0.0} s; indexes and statistics took {all - seconds:0.0} s more"));
                seconds = all;
            }
            var first = parsed.GetValue(country) ? "oblast-1" : $"zrazok-{parsed.GetValue(seed)}";
            Console.WriteLine(CommandLine.Say($"Готово за {seconds:0.0} с. Вхід: {first}-koordynator або {first}-vykonavets, пароль {FillDemo.Password}", $"Done in {seconds:0.0} s. Sign in: {first}-koordynator or {first}-vykonavets, password {FillDemo.Password}"));
            return 0;
        }));
        return command;
    }

    static Option<int> Number(string name, int usual, string ukrainian, string english) => new(name) { Description = CommandLine.Say(ukrainian, english), DefaultValueFactory = _ => usual, HelpName = "N" };
}
