using System.Text.Json.Nodes;
using Zakhid.Calendar;
using Zakhid.Executors;
using Zakhid.Obligations;
using Zakhid.Terms;

namespace Zakhid.Tests.Obligations;

/// <summary>
/// One of the five real plans as a faultless reader would give it. Terms and executors are given their meaning by the few
/// lines below, so that these tests stand without the languages of phrases.
/// </summary>
sealed record GoldPlan(Act Act, IReadOnlyList<Term?> Terms, IReadOnlyList<IReadOnlyList<Executor>> Executors)
{
    public static GoldPlan Hlukhiv { get; } = Read("001");
    public static GoldPlan Zhytomyr { get; } = Read("004");
    public static GoldPlan Khmelnytskyi { get; } = Read("000");
    public static GoldPlan Kyiv { get; } = Read("002");
    public static GoldPlan Kolomyia { get; } = Read("003");

    public static WorkingCalendar Calendar => WorkingCalendar.Ukraine;

    public IReadOnlyList<Assignment> Assignments => Assignment.Of(Executors);
    public PlanPeriod Days => PlanPeriod.Of(Act.Title, Act.Date);

    /// <summary>A person enters the requisites of a draft.</summary>
    public GoldPlan Dated(DateOnly date) => this with { Act = Act with { Date = date, IsDraft = false } };

    public IReadOnlyList<Obligation> Obligations(IReadOnlyList<ReportingRule>? rules = null, DateOnly? asOf = null, Func<Assignment, Owing, Owing>? with = null)
    {
        if (Act.Date is not { } date) return [];
        var owing = Assignments.Select((a, i) =>
        {
            var one = new Owing(i, MeasureWindow.Of(Terms[a.Measure], Days, date), a.Owes) { Name = a.Executor.Printed };
            return with is null ? one : with(a, one);
        }).ToList();
        return ObligationCalendar.Derive(date, Days, rules ?? ReportingRule.Of(Act), owing, Calendar, DayOffPolicy.Preceding, asOf);
    }

    public IReadOnlyList<ControlDate> ControlDates() =>
        [.. Assignments.SelectMany(a => ControlDate.Of(Terms[a.Measure], Days, Act.Date!.Value, Calendar, DayOffPolicy.Preceding))];

    static GoldPlan Read(string number)
    {
        var file = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "gold"), $"{number}_*.json").Single();
        var json = JsonNode.Parse(File.ReadAllText(file))!;
        var act = json["act"]!;
        var date = (string?)act["date"];
        var measures = json["measures"]!.AsArray();
        return new(
            new()
            {
                Issuer = (string?)act["authority"], Kind = (string?)act["kind"], Number = (string?)act["number"], Title = (string?)act["title"],
                Date = date is null ? null : DateOnly.Parse(date), IsDraft = (string?)act["status"] == "draft",
                Reporting = [.. act["reporting"]!.AsArray().Select((r, i) => Clause(r!, number == "001" ? $"{i + 2}" : "2"))],
            },
            [.. measures.Select(m => GoldTerms.Read((string?)m!["term_text"]))],
            [.. measures.Select(m => (IReadOnlyList<Executor>)[.. m!["executors"]!.AsArray().Select(e => GoldExecutors.Read((string)e!["name"]!, (bool)e["consent"]!))])]);
    }

    static ReportingClause Clause(JsonNode clause, string number) => new()
    {
        Who = (string?)clause["who"], To = (string?)clause["to"], Periodicity = PeriodLength.Quarter, Day = (int?)clause["day"],
        MonthRule = (string?)clause["month_rule"] == "next_month" ? MonthRule.NextMonth : MonthRule.LastMonthOfPeriod,
        Text = (string)clause["text"]!, ClauseNumber = number,
    };
}

static class GoldTerms
{
    const string Quarters = "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1";

    public static Term? Read(string? phrase) => phrase switch
    {
        null => null,
        "Постійно" => new() { Phrase = phrase, Kind = TermKind.Continuous },
        "Постійно, починаючи з II кварталу 2022 року" => new() { Phrase = phrase, Kind = TermKind.Continuous, Start = new(2022, 4, 1) },
        "Щоквартально" => new() { Phrase = phrase, Kind = TermKind.Recurring, Rules = [Quarters], Period = PeriodLength.Quarter },
        "I квартал, щорічно" => new()
        {
            Phrase = phrase, Kind = TermKind.Recurring, Rules = ["FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1"], Period = PeriodLength.Year, Window = new([], [1]),
        },
        "III квартал 2022 року" => Range(phrase, new(2022, 7, 1), new(2022, 9, 30)),
        "Протягом року" or "III-IV квартали 2020 року" or "IV квартал 2020 року" or "ІІ-ІV квартали" =>
            Range(phrase, new(2020, phrase[0] switch { 'П' => 1, 'І' => 4, _ => phrase.StartsWith("III") ? 7 : 10 }, 1), new(2020, 12, 31)),
        "Протягом 2019 року" => Range(phrase, new(2019, 1, 1), new(2019, 12, 31)),
        "II квартал 2019 року" => Range(phrase, new(2019, 4, 1), new(2019, 6, 30)),
        "Грудень 2019 року" => Range(phrase, new(2019, 12, 1), new(2019, 12, 31)),
        "До 25 грудня 2020 року" => new() { Phrase = phrase, Kind = TermKind.Once, End = new(2020, 12, 25) },
        _ => throw new InvalidOperationException($"The test does not know the term «{phrase}»"),
    };

    static Term Range(string phrase, DateOnly from, DateOnly to) => new() { Phrase = phrase, Kind = TermKind.Range, Start = from, End = to };
}

static class GoldExecutors
{
    static readonly string[] Parents =
    [
        "міської ради", "облдержадміністрації", "виконавчого органу Київської міської ради (Київської міської державної адміністрації)",
        "Київської міської ради (Київської міської державної адміністрації)",
    ];

    public static Executor Read(string printed, bool byConsent)
    {
        var isUnit = printed.StartsWith("Відділ", StringComparison.Ordinal) || printed.StartsWith("Управління", StringComparison.Ordinal) || printed.StartsWith("Департамент", StringComparison.Ordinal);
        var parent = isUnit ? Array.Find(Parents, p => printed.EndsWith(p, StringComparison.Ordinal)) : null;
        return new()
        {
            Name = parent is null ? printed : printed[..^(parent.Length + 1)], Parent = parent, Printed = printed, ByConsent = byConsent,
            Kind = printed.StartsWith("зацікавлені", StringComparison.Ordinal) ? ExecutorKind.Unspecified
                : isUnit ? ExecutorKind.Unit
                : char.IsLower(printed[0]) || printed == "ОТГ" || printed.StartsWith("Структурні", StringComparison.Ordinal) ? ExecutorKind.Class : ExecutorKind.Org,
        };
    }
}
