using Zakhid.Executors;
using Zakhid.Obligations;
using Zakhid.Operations.Reading;
using Zakhid.Terms;
using Zakhid.Text;

namespace Zakhid.Operations.Tests.Reporting;

/// <summary>Two measures of the Hlukhiv plan, made by hand: what the reader would give is not in question here.</summary>
static class SmallPlan
{
    public static readonly DateOnly Signed = new(2020, 8, 3);

    public static MadePlan Made(string text = "перший")
    {
        var act = new Act
        {
            Issuer = "Глухівська міська рада",
            Kind = "розпорядження",
            Number = "149-ОД",
            Date = Signed,
            Title = "Про план заходів у 2020 році",
            Signatory = "Юрій БУРЛАКА",
            Reporting =
            [
                new() { Who = "виконавцям", To = "відділу з правової політики", Periodicity = PeriodLength.Quarter, Day = 17, MonthRule = MonthRule.LastMonthOfPeriod, ClauseNumber = "2" },
                new() { Who = "відділу з правової політики", To = "міського голову", Periodicity = PeriodLength.Quarter, Day = 18, MonthRule = MonthRule.LastMonthOfPeriod, ClauseNumber = "3" },
            ],
        };
        return new()
        {
            Act = act,
            TextHash = text,
            Title = act.Title!,
            Days = PlanPeriod.Of(act.Title, act.Date),
            Rules = ReportingRule.Of(act),
            CoordinatorKey = Folding.Key("Відділ з правової політики"),
            Measures =
            [
                Measure("1", "Проведення брифінгів", TermKind.Range, new(2020, 1, 1), new(2020, 12, 31), Unit("Відділ культури"), Unit("Відділ з правової політики")),
                Measure("2", "Семінар", TermKind.Range, new(2020, 7, 1), new(2020, 12, 31), Unit("Відділ культури"), Unit("ОТГ", byConsent: true), Unit("зацікавлені ГО", ExecutorKind.Unspecified)),
            ],
        };
    }

    /// <summary>The same plan where the second measure is carried out when asked for.</summary>
    public static MadePlan OnRequest()
    {
        var plan = Made("на запит");
        return plan with { Measures = [plan.Measures[0], plan.Measures[1] with { Term = Read("у разі звернення громадян", plan) }] };
    }

    /// <summary>The same plan where the second measure waits for an event: «протягом 10 днів після затвердження бюджету».</summary>
    public static MadePlan AfterBudget()
    {
        var plan = Made("після бюджету");
        return plan with { Measures = [plan.Measures[0], plan.Measures[1] with { Term = Read("протягом 10 днів після затвердження бюджету", plan) }] };
    }

    static Term Read(string phrase, MadePlan plan) => TermLanguage.Read(phrase, TermClause.MeasureTerm, new(plan.Days.From, plan.Days.To, Signed));

    static MadeMeasure Measure(string number, string text, TermKind kind, DateOnly start, DateOnly end, params MadeExecutor[] executors) => new()
    {
        Printed = new() { Number = number, Text = text, TermText = "Протягом року" },
        Term = new() { Phrase = "Протягом року", Kind = kind, Start = start, End = end },
        Executors = executors,
    };

    static MadeExecutor Unit(string name, ExecutorKind kind = ExecutorKind.Unit, bool byConsent = false) =>
        new(new Executor { Name = name, Kind = kind, Printed = name, ByConsent = byConsent }, Folding.Key(name), name);
}
