using System.Diagnostics;
using System.Globalization;
using Zakhid.Calendar;
using Zakhid.Executors;
using Zakhid.Obligations;
using Zakhid.Operations.Amendments;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Reading;
using Zakhid.Operations.Storage;
using Zakhid.Terms;
using Zakhid.Text;

namespace Zakhid.Bench.Amendments;

/// A running plan of 10,000 open obligations changed by an amendment that moves the day of every one of them, and by one that excludes a point.
static class AmendSpeed
{
    const int Measures = 500, Bodies = 5;

    public static IEnumerable<Line> Run() => Measured().GetAwaiter().GetResult();

    static async Task<List<Line>> Measured()
    {
        var folder = Directory.CreateTempSubdirectory("zakhid-bench-").FullName;
        try
        {
            await using var store = await Store.Open(folder);
            var at = Moment.Of(new DateOnly(2021, 1, 4));
            var authority = await new AddAuthority(store).Run(new() { Code = "bench", Name = "Зразок" }, at);
            var by = Actor.Program(authority);
            var plan = await new AdoptPlan(store).Run(by, at, Plan());
            var open = await store.Read(authority, r => r.One<long>("SELECT COUNT(*) FROM obligation WHERE authority_id = @authority AND kind = 'Report'"));

            var lines = new List<Line> { new("open obligations of the plan", open, "") };
            var (times, worked) = (new List<double>(), new List<double>());
            AmendmentEffect effect = new();
            for (var i = 0; i < 5; i++)
            {
                var amendment = await Draft(store, by, at, plan, i);
                var day = (10 + i).ToString(CultureInfo.InvariantCulture);
                await new EditAmendment(store).Change(by, at, amendment, new Dictionary<string, string?>(StringComparer.Ordinal) { ["/act/reporting"] = $"виконавцям — відділу: щокварталу до {day} числа останнього місяця звітного періоду (пункт 2)" });
                var began = Stopwatch.GetTimestamp();
                effect = await new AmendPlan(store).Rehearse(by, at, amendment);
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                began = Stopwatch.GetTimestamp();
                var processor = Environment.CpuUsage.TotalTime;
                await new AmendPlan(store).Run(by, at, amendment);
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                worked.Add((Environment.CpuUsage.TotalTime - processor).TotalMilliseconds);
            }
            lines.Add(new("obligations that get another day", effect.Moved, ""));
            lines.Add(new("all of them recomputed and kept, median of 10", Median(times), "ms", AtMost: 1000));
            lines.Add(new("the same by processor time, median of 5", Median(worked), "ms"));

            times.Clear();
            for (var i = 0; i < 5; i++)
            {
                var amendment = await Draft(store, by, at, plan, 10 + i);
                await new EditAmendment(store).Exclude(by, at, amendment, 0);
                var began = Stopwatch.GetTimestamp();
                await new AmendPlan(store).Run(by, at, amendment);
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
            lines.Add(new("one point excluded, median of 5", Median(times), "ms", AtMost: 1000));
            lines.Add(new("another way with days off, rehearsed and set, median of 10", Median(await DaysOff(store, by, at)), "ms", AtMost: 1000));
            return lines;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// The way changes there and back: every obligation and every day of control is counted by the other policy.
    static async Task<List<double>> DaysOff(Store store, Actor by, Moment at)
    {
        var times = new List<double>();
        for (var i = 0; i < 5; i++)
        {
            var policy = i % 2 == 0 ? DayOffPolicy.Following : DayOffPolicy.Preceding;
            var began = Stopwatch.GetTimestamp();
            _ = await new SetDayOffPolicy(store).Rehearse(by, at, policy, transfers: true);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            began = Stopwatch.GetTimestamp();
            _ = await new SetDayOffPolicy(store).Run(by, at, policy, transfers: true, "розпорядження");
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        return times;
    }

    static async Task<long> Draft(Store store, Actor by, Moment at, long plan, int number)
    {
        var amendment = await new AmendmentDrafts(store).Begin(by, at, plan);
        await new AmendmentDrafts(store).Name(by, at, amendment, "розпорядження", (100 + number).ToString(CultureInfo.InvariantCulture), "04.01.2021", "04.01.2021");
        return amendment;
    }

    static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    static MadePlan Plan()
    {
        var act = new Act
        {
            Issuer = "Зразок",
            Kind = "розпорядження",
            Number = "1",
            Date = new(2021, 1, 4),
            Title = "Про план заходів на 2021 рік",
            Reporting = [new() { Who = "виконавцям", To = "відділу", Periodicity = PeriodLength.Quarter, Day = 17, MonthRule = MonthRule.LastMonthOfPeriod, ClauseNumber = "2" }],
        };
        return new()
        {
            Act = act,
            TextHash = "зразок",
            Title = act.Title,
            Days = PlanPeriod.Of(act.Title, act.Date),
            Rules = ReportingRule.Of(act),
            Measures =
            [
                .. Enumerable.Range(1, Measures).Select(i => new MadeMeasure
                {
                    Printed = new() { Number = i.ToString(CultureInfo.InvariantCulture), Text = $"Провести захід {i} для мешканців громади", TermText = "Протягом року", Executors = [.. Enumerable.Range(1, Bodies).Select(b => new PrintedExecutor($"Відділ {b}", false))] },
                    Term = new() { Phrase = "Протягом року", Kind = TermKind.Range, Start = new(2021, 1, 1), End = new(2021, 12, 31) },
                    Executors = [.. Enumerable.Range(1, Bodies).Select(b => new MadeExecutor(new Executor { Name = $"Відділ {b}", Kind = ExecutorKind.Unit, Printed = $"Відділ {b}" }, Folding.Key($"Відділ {b}"), $"Відділ {b}"))],
                }),
            ],
        };
    }
}
