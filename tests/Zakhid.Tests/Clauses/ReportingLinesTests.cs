using Zakhid.Clauses;

namespace Zakhid.Tests.Clauses;

public sealed class ReportingLinesTests
{
    [Theory]
    [InlineData("Виконавцям — відділу культури: щокварталу до 17 числа останнього місяця звітного періоду (пункт 2)", PeriodLength.Quarter, 17, MonthRule.LastMonthOfPeriod)]
    [InlineData("Управлінню освіти — міського голову: щопівроку до 5 числа місяця, наступного за звітним періодом", PeriodLength.HalfYear, 5, MonthRule.NextMonth)]
    [InlineData("Виконавцям: щомісяця до 3 числа", PeriodLength.Month, 3, MonthRule.SameMonth)]
    [InlineData("щороку до 20 грудня (пункт 4.1)", PeriodLength.Year, 20, MonthRule.Fixed)]
    [InlineData("Райдержадміністраціям — департаменту: щопівроку до 5 липня, до 5 січня", PeriodLength.HalfYear, 5, MonthRule.Fixed)]
    public void A_duty_in_one_line_is_read_and_written_alike(string line, PeriodLength periodicity, int day, MonthRule rule)
    {
        var duty = Assert.Single(ReportingLines.Read(line));

        Assert.Equal((periodicity, day, rule, false), (duty.Periodicity, duty.Day, duty.MonthRule, duty.Once));
        Assert.Equal(line, ReportingLines.Write([duty]));
    }

    [Fact]
    public void Who_and_whom_and_the_clause_are_told_apart_and_a_single_day_has_its_year()
    {
        var duties = ReportingLines.Read("Відповідальним виконавцям — відділу культури: щокварталу до 17 числа останнього місяця (пункт 2)\n\nВідділу культури — міського голову: до 25 грудня 2025 року (пункт 3)");

        Assert.Equal([("Відповідальним виконавцям", "відділу культури", "2"), ("Відділу культури", "міського голову", "3")], duties.Select(d => (d.Who!, d.To!, d.ClauseNumber!)));
        Assert.Equal((true, 25, 2025), (duties[1].Once, duties[1].Day!.Value, duties[1].Year!.Value));
        Assert.Equal([12], duties[1].Months);
    }

    [Fact]
    public void A_line_without_a_time_is_told_to_who_wrote_it()
    {
        var broken = Assert.Throws<RuleBroken>(() => ReportingLines.Read("Виконавцям — відділу культури: вчасно"));
        Assert.Equal(("reading.reporting", "Виконавцям — відділу культури: вчасно"), (broken.Rule, broken.Arguments[0]));
    }
}
