using Zakhid.Obligations;

namespace Zakhid.Tests.Obligations;

public sealed class RuleInWordsTests
{
    [Theory]
    [InlineData(PeriodLength.Quarter, 17, MonthRule.LastMonthOfPeriod, "Щокварталу до 17 числа останнього місяця", "Every quarter by day 17 of its last month")]
    [InlineData(PeriodLength.Quarter, 5, MonthRule.NextMonth, "Щокварталу до 5 числа наступного місяця", "Every quarter by day 5 of the month after")]
    [InlineData(PeriodLength.Month, 25, MonthRule.SameMonth, "Щомісяця до 25 числа", "Every month by day 25")]
    [InlineData(PeriodLength.Month, 5, MonthRule.NextMonth, "Щомісяця до 5 числа наступного місяця", "Every month by day 5 of the month after")]
    [InlineData(PeriodLength.HalfYear, 1, MonthRule.LastMonthOfPeriod, "Щопівроку до 1 числа останнього місяця", "Every half-year by day 1 of its last month")]
    public void A_rule_says_how_often_and_by_which_day(PeriodLength every, int day, MonthRule month, string ukrainian, string english)
    {
        var rule = new ReportingRule { Kind = ObligationKind.Report, Periodicity = every, Day = day, MonthRule = month, Ground = "" };
        Assert.Equal((ukrainian, english), (RuleInWords.Ukrainian(rule), RuleInWords.English(rule)));
    }

    [Fact]
    public void Named_months_are_named()
    {
        var rule = new ReportingRule { Kind = ObligationKind.Report, Periodicity = PeriodLength.Year, Day = 5, MonthRule = MonthRule.Fixed, Months = [1, 7], Ground = "" };
        Assert.Equal("Щороку до 5 січня і до 5 липня", RuleInWords.Ukrainian(rule));
        Assert.Equal("До 5 січня і до 5 липня 2021 року", RuleInWords.Ukrainian(rule with { Once = true, Year = 2021 }));
        Assert.Equal("Every year by 5 January and by 5 July", RuleInWords.English(rule));
    }
}
