using Zakhid.Calendar;
using Zakhid.Obligations;
using Zakhid.Text;

namespace Zakhid.Tests.Obligations;

/// <summary>The numbers and days that the five real plans give (docs/specs/obligations.md).</summary>
public sealed class RealPlanTests
{
    static readonly ReportingRule Rule = ReportingRule.Adopted(PeriodLength.Quarter, 25, MonthRule.LastMonthOfPeriod, "начальник відділу", new(2022, 6, 20));

    [Fact]
    public void Hlukhiv_owes_38_reports_and_two_summaries()
    {
        var plan = GoldPlan.Hlukhiv;
        var obligations = plan.Obligations();

        Assert.Equal(19, plan.Assignments.Count);
        Assert.Equal(38, obligations.Count(o => o.Kind == ObligationKind.Report));
        Assert.Equal(
            [("2020-Q3", "17.09.2020", "17.09.2020"), ("2020-Q4", "17.12.2020", "17.12.2020")], Days(obligations, ObligationKind.Report));
        Assert.Equal(
            [("2020-Q3", "18.09.2020", "18.09.2020"), ("2020-Q4", "18.12.2020", "18.12.2020")], Days(obligations, ObligationKind.Consolidation));
        Assert.Equal("до 17 вересня 2020: пункт 2 розпорядження № 149-ОД", obligations[0].Due.Explain(ReportingRule.Of(plan.Act)[0].Ground, GoldPlan.Calendar));
        Assert.Equal(new(2020, 8, 3), obligations[0].CoversFrom);
        Assert.Equal(new(2020, 9, 18), obligations[19].CoversFrom);
    }

    [Fact]
    public void Ten_printed_names_of_Hlukhiv_are_nine_bodies()
    {
        var plan = GoldPlan.Hlukhiv;

        Assert.Equal(10, plan.Executors.SelectMany(e => e).Select(e => e.Printed).Distinct().Count());
        Assert.Equal(9, plan.Assignments.Select(a => a.Body.Key).Distinct().Count());
        Assert.Equal(5, plan.Assignments.Count(a => a.Body.Name == "Відділ з правової та внутрішньої політики міської ради"));
    }

    [Fact]
    public void Zhytomyr_owes_20_and_33_reports_29_of_them_by_consent()
    {
        var plan = GoldPlan.Zhytomyr;
        var obligations = plan.Obligations();
        var reports = obligations.Where(o => o.Kind == ObligationKind.Report).ToList();

        Assert.Equal([20, 33], reports.GroupBy(o => o.Period).Select(g => g.Count()));
        Assert.Equal(29, reports.Count(o => plan.Assignments[o.Assignment!.Value].ByConsent));
        Assert.Equal([("2020-Q3", "25.09.2020", "25.09.2020"), ("2020-Q4", "25.12.2020", "24.12.2020")], Days(obligations, ObligationKind.Report));
        Assert.Equal([("2020-Q3", "10.10.2020", "09.10.2020"), ("2020-Q4", "10.01.2021", "06.01.2021")], Days(obligations, ObligationKind.Consolidation));
        Assert.Equal("24 грудня: пункт 2 розпорядження № 464 називає 25-те; то святковий день, політика переносить назад",
            reports[^1].Due.Explain(ReportingRule.Of(plan.Act)[0].Ground, GoldPlan.Calendar));
    }

    [Fact]
    public void Khmelnytskyi_owes_nothing_until_a_rule_is_adopted_and_380_reports_then()
    {
        var plan = GoldPlan.Khmelnytskyi;

        Assert.Empty(plan.Obligations());
        Assert.Equal(127, plan.ControlDates().Count);

        var obligations = plan.Obligations([Rule]);
        Assert.Equal(380, obligations.Count);
        Assert.Equal([23, 23, 26, 23, 26, 23, 23, 23, 26, 23, 23, 23, 26, 23, 23, 23], obligations.GroupBy(o => o.Period).Select(g => g.Count()));
        Assert.Equal(
            ["25.03.2022", "24.06.2022", "23.09.2022", "23.12.2022", "24.03.2023", "23.06.2023", "25.09.2023", "25.12.2023"],
            Days(obligations, ObligationKind.Report).Take(8).Select(d => d.Adjusted));
        Assert.Equal(
            "24 червня: правило координатора від 20 червня 2022 року (начальник відділу; акт дня не називає) називає 25-те; то субота, політика переносить назад",
            obligations[23].Due.Explain(Rule.Ground, GoldPlan.Calendar));
    }

    [Fact]
    public void Kyiv_owes_nothing_as_a_draft_and_143_less_16_of_nobody_once_dated()
    {
        Assert.Empty(GoldPlan.Kyiv.Obligations([Rule]));

        var plan = GoldPlan.Kyiv.Dated(new(2019, 3, 18));
        var obligations = plan.Obligations([Rule]);
        var everybody = plan.Obligations([Rule], with: (_, one) => one with { Owes = true });

        Assert.Equal([34, 35, 34, 40], everybody.GroupBy(o => o.Period).Select(g => g.Count()));
        Assert.Equal(143 - 16, obligations.Count);
        Assert.Equal(4, plan.Assignments.Count(a => a.WhyNot == WhyNotOwing.Unidentifiable));
        Assert.Equal(("2019-Q4", "25.12.2019", "24.12.2019"), Days(obligations, ObligationKind.Report)[^1]);
    }

    [Fact]
    public void Kolomyia_owes_168_once_dated()
    {
        Assert.Empty(GoldPlan.Kolomyia.Obligations([Rule]));

        var plan = GoldPlan.Kolomyia.Dated(new(2021, 4, 12));
        var obligations = plan.Obligations([Rule]);

        Assert.Equal(56, plan.Assignments.Count);
        Assert.Equal(168, obligations.Count);
        Assert.Equal(["25.06.2021", "24.09.2021", "24.12.2021"], Days(obligations, ObligationKind.Report).Select(d => d.Adjusted));
    }

    [Fact]
    public void The_five_plans_hold_178_assignments() => Assert.Equal([29, 19, 41, 56, 33],
        new[] { GoldPlan.Khmelnytskyi, GoldPlan.Hlukhiv, GoldPlan.Kyiv, GoldPlan.Kolomyia, GoldPlan.Zhytomyr }.Select(p => p.Assignments.Count));

    static List<(string Period, string Nominal, string Adjusted)> Days(IEnumerable<Obligation> obligations, ObligationKind kind) =>
        [.. obligations.Where(o => o.Kind == kind).Select(o => (o.Period.Code, UkrainianDate.Short(o.Due.Nominal), UkrainianDate.Short(o.Due.Adjusted))).Distinct()];
}
