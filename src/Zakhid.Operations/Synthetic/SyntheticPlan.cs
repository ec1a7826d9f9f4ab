using Zakhid.Executors;
using Zakhid.Obligations;
using Zakhid.Operations.Reading;
using Zakhid.Terms;
using Zakhid.Text;

namespace Zakhid.Operations.Synthetic;

/// <summary>
/// A plan of a year, made up for tests of scale: a quarterly report on every measure by each of its bodies, a summary a
/// quarter. Words are plain and marked as a sample; bodies carry numbers, no real one is meant.
/// </summary>
static class SyntheticPlan
{
    /// <summary>Reports and summaries a year that a measure all year long, and a plan, give.</summary>
    public const int Quarters = 4;
    const int MostBodiesOfMeasure = 8;

    static readonly string[] Deeds = ["Проведення інформаційної кампанії", "Підготовка та розміщення публікацій", "Проведення тренінгів", "Організація зустрічей", "Оновлення розділу вебсайту", "Проведення опитування"];
    static readonly string[] Themes = ["європейської інтеграції", "енергоефективності", "безпеки дорожнього руху", "цифрових послуг", "здорового способу життя", "протидії корупції", "екології", "підтримки ветеранів"];
    const int MeasuresOfSection = 24;
    const string Outside = "Районна рада";
    static readonly string[] Units = ["Управління освіти", "Відділ культури", "Управління соціального захисту", "Відділ молоді та спорту", "Фінансове управління", "Відділ інформаційної роботи", Outside];

    /// <param name="rows">How many obligations the plan has to give, at least <see cref="Quarters"/> more than none.</param>
    /// <param name="bodies">Names, see <see cref="Body"/>.</param>
    public static MadePlan Of(int number, int year, int rows, IReadOnlyList<string> bodies, Random random)
    {
        var act = new Act
        {
            Issuer = "Зразкова обласна державна адміністрація",
            Kind = "розпорядження",
            Number = $"{number}-З",
            Date = new(year, 1, 10),
            Title = $"Про затвердження плану заходів з питань {Themes[random.Next(Themes.Length)]} у {year} році (зразок № {number})",
            Reporting =
            [
                new() { Who = "виконавцям", To = Units[^2], Periodicity = PeriodLength.Quarter, Day = 17, MonthRule = MonthRule.LastMonthOfPeriod, ClauseNumber = "2" },
                new() { Who = Units[^2], To = "голові", Periodicity = PeriodLength.Quarter, Day = 20, MonthRule = MonthRule.LastMonthOfPeriod, ClauseNumber = "3" },
            ],
        };
        var measures = new List<MadeMeasure>();
        for (var left = rows - Quarters; left > 0;)
        {
            // What four quarters do not divide is given by measures of one quarter.
            var whole = left >= Quarters;
            var count = whole ? Math.Min(random.Next(1, Math.Min(MostBodiesOfMeasure, bodies.Count) + 1), left / Quarters) : 1;
            left -= whole ? count * Quarters : 1;
            var first = random.Next(bodies.Count);
            measures.Add(Measure(measures.Count + 1, year, whole, [.. Enumerable.Range(0, count).Select(i => bodies[(first + i) % bodies.Count])], random));
        }
        return new()
        {
            Act = act,
            TextHash = $"synthetic-{number}",
            Title = act.Title!,
            Days = new(new(year, 1, 1), new(year, 12, 31)),
            Rules = ReportingRule.Of(act),
            CoordinatorKey = Folding.Key(bodies[0]),
            CoordinatorName = bodies[0],
            Sections = [.. measures.Select(m => m.Printed.Section!).Distinct()],
            Measures = measures,
        };
    }

    /// <summary>«Відділ культури, громада № 17 (зразок)».</summary>
    public static string Body(int number) => $"{Units[number % Units.Length]}, громада № {number / Units.Length + 1} (зразок)";

    /// <summary>So many measures one after another make a section.</summary>
    static string Section(int measure)
    {
        var at = (measure - 1) / MeasuresOfSection;
        return $"Розділ {at + 1}. Заходи з питань {Themes[at % Themes.Length]} (зразок)";
    }

    /// <summary>One kind of body is asked «за згодою» and has not answered.</summary>
    static bool IsOutside(string body) => body.StartsWith(Outside, StringComparison.Ordinal);

    static MadeMeasure Measure(int number, int year, bool allYear, string[] bodies, Random random)
    {
        var (text, term) = allYear ? ("Протягом року", new DateRange(new(year, 1, 1), new(year, 12, 31))) : ("IV квартал", new DateRange(new(year, 10, 1), new(year, 12, 31)));
        return new()
        {
            Printed = new()
            {
                Number = number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Section = Section(number),
                Text = $"{Deeds[random.Next(Deeds.Length)]} з питань {Themes[random.Next(Themes.Length)]} (зразок {number})",
                TermText = text,
                ExecutorText = string.Join("; ", bodies),
            },
            Term = new() { Phrase = text, Kind = TermKind.Range, Start = term.Start, End = term.End },
            Executors = [.. bodies.Select(name => new MadeExecutor(new Executor { Name = name, Kind = ExecutorKind.Unit, Printed = name, ByConsent = IsOutside(name) }, Folding.Key(name), name))],
        };
    }
}
