using System.Text.Json.Nodes;
using Zakhid.Calendar;
using Zakhid.Executors;
using Zakhid.Obligations;
using Zakhid.Terms;

namespace Zakhid.Tests.Obligations;

/// <summary>
/// One of the five real plans as a faultless reader would give it; what its terms and executors mean is told by the
/// languages of the program.
/// </summary>
sealed record GoldPlan(Act Act, IReadOnlyList<string?> TermTexts, IReadOnlyList<IReadOnlyList<Executor>> Executors, IReadOnlyList<string> Texts)
{
    public static GoldPlan Hlukhiv { get; } = Read("001");
    public static GoldPlan Zhytomyr { get; } = Read("004");
    public static GoldPlan Khmelnytskyi { get; } = Read("000");
    public static GoldPlan Kyiv { get; } = Read("002");
    public static GoldPlan Kolomyia { get; } = Read("003");

    /// <summary>As specs name it: «Глухів», «Житомир», «Хмельницький», «Київ», «Коломия».</summary>
    public static GoldPlan Named(string name) => name switch
    {
        "Глухів" => Hlukhiv,
        "Житомир" => Zhytomyr,
        "Хмельницький" => Khmelnytskyi,
        "Київ" => Kyiv,
        "Коломия" => Kolomyia,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such plan"),
    };

    /// <summary>«акт»: those of the act (null); else the rule that the coordinator adopts.</summary>
    public static IReadOnlyList<ReportingRule>? Rules(string words) => words == "акт" ? null
        : [ReportingRule.Adopted(PeriodLength.Quarter, 25, MonthRule.LastMonthOfPeriod, "координатор", new(2022, 6, 20))];

    public static WorkingCalendar Calendar => WorkingCalendar.Ukraine;

    public IReadOnlyList<Assignment> Assignments => Assignment.Of(Executors);
    public IReadOnlyList<Term?> Terms => [.. TermTexts.Select(text => text is null ? null : TermLanguage.Read(text, TermClause.MeasureTerm, new(Days.From, Days.To, Act.Date)))];
    public PlanPeriod Days => PlanPeriod.Of(Act.Title, Act.Date);

    /// <summary>A person enters the requisites of a draft.</summary>
    public GoldPlan Dated(DateOnly date) => this with { Act = Act with { Date = date, IsDraft = false } };

    public IReadOnlyList<Obligation> Obligations(IReadOnlyList<ReportingRule>? rules = null, DateOnly? asOf = null, Func<Assignment, Owing, Owing>? with = null)
    {
        if (Act.Date is not { } date) return [];
        var terms = Terms;
        var owing = Assignments.Select((a, i) =>
        {
            var one = new Owing(i, MeasureWindow.Of(terms[a.Measure], Days, date), a.Owes) { Name = a.Executor.Printed };
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
                Issuer = (string?)act["authority"],
                Kind = (string?)act["kind"],
                Number = (string?)act["number"],
                Title = (string?)act["title"],
                Date = date is null ? null : DateOnly.Parse(date),
                IsDraft = (string?)act["status"] == "draft",
                Reporting = [.. act["reporting"]!.AsArray().Select((r, i) => Clause(r!, number == "001" ? $"{i + 2}" : "2"))],
            },
            [.. measures.Select(m => (string?)m!["term_text"])],
            [.. measures.Select(m => (IReadOnlyList<Executor>)[.. m!["executors"]!.AsArray().Select(e => Executor((string)e!["name"]!, (bool)e["consent"]!, (string?)act["authority"]))])],
            [.. measures.Select(m => (string)m!["text"]!)]);
    }

    static Executor Executor(string printed, bool byConsent, string? authority)
    {
        var read = ExecutorLanguage.Read(printed, authority).Executors;
        return (read.Count == 1 ? read[0] : new() { Name = printed, Printed = printed, Kind = ExecutorKind.Unit }) with { ByConsent = byConsent, Printed = printed };
    }

    static ReportingClause Clause(JsonNode clause, string number) => new()
    {
        Who = (string?)clause["who"],
        To = (string?)clause["to"],
        Periodicity = PeriodLength.Quarter,
        Day = (int?)clause["day"],
        MonthRule = (string?)clause["month_rule"] == "next_month" ? MonthRule.NextMonth : MonthRule.LastMonthOfPeriod,
        Text = (string)clause["text"]!,
        ClauseNumber = number,
    };
}
