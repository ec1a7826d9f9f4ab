using Zakhid.Calendar;

namespace Zakhid.Tests.Calendar;

public class WorkingCalendarTests
{
    [Theory]
    [InlineData("2020-10-10", "2020-10-09", "субота")]
    [InlineData("2020-12-25", "2020-12-24", "святковий день")]
    [InlineData("2021-01-10", "2021-01-06", "неділя")]
    [InlineData("2022-09-25", "2022-09-23", "неділя")]
    [InlineData("2019-12-25", "2019-12-24", "святковий день")]
    [InlineData("2021-09-25", "2021-09-24", "субота")]
    [InlineData("2021-12-25", "2021-12-24", "святковий день")]
    public void A_due_day_off_moves_back_to_the_working_day_before(string nominal, string adjusted, string why)
    {
        var due = DueDate.Of(DateOnly.Parse(nominal), WorkingCalendar.Ukraine, DayOffPolicy.Preceding);

        Assert.Equal(DateOnly.Parse(adjusted), due.Adjusted);
        Assert.Equal(why, WorkingCalendar.Ukraine.WhyOff(due.Nominal));
    }

    [Fact]
    public void Under_martial_law_a_holiday_is_an_ordinary_working_day()
    {
        Assert.True(WorkingCalendar.Ukraine.IsWorking(new(2023, 12, 25)));
        Assert.True(WorkingCalendar.Ukraine.IsWorking(new(2022, 6, 27)));
        Assert.False(WorkingCalendar.Ukraine.IsWorking(new(2022, 3, 8)));
    }

    [Fact]
    public void A_holiday_on_a_weekend_gives_the_next_day_off()
    {
        Assert.False(WorkingCalendar.Ukraine.IsWorking(new(2021, 12, 27)));
        Assert.False(WorkingCalendar.Ukraine.IsWorking(new(2021, 5, 3)));
        Assert.False(WorkingCalendar.Ukraine.IsWorking(new(2021, 5, 4)));
    }

    [Fact]
    public void A_worked_Saturday_is_a_working_day_unless_the_authority_leaves_transfers_out()
    {
        Assert.True(WorkingCalendar.Ukraine.IsWorking(new(2021, 1, 16)));
        Assert.False(WorkingCalendar.WithoutTransfers.IsWorking(new(2021, 1, 16)));
        Assert.True(WorkingCalendar.WithoutTransfers.IsWorking(new(2021, 1, 8)));
    }

    [Fact]
    public void The_explanation_names_the_ground_and_why_the_day_moved()
    {
        var due = DueDate.Of(new(2020, 12, 25), WorkingCalendar.Ukraine, DayOffPolicy.Preceding);

        Assert.Equal("24 грудня: пункт 2 розпорядження № 464 називає 25-те; то святковий день, політика переносить назад",
            due.Explain("пункт 2 розпорядження № 464", WorkingCalendar.Ukraine));
    }
}
