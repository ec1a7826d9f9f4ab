using Zakhid.Terms;

namespace Zakhid.Tests.Terms;

public sealed class RecurrenceTests
{
    static readonly DateRange Year = new(new(2021, 1, 1), new(2021, 12, 31));

    [Theory]
    [InlineData("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", "31.03 30.06 30.09 31.12")]
    [InlineData("FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=15", "15.01 15.04 15.07 15.10")]
    [InlineData("FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=-11", "21.01 20.06 20.11")]
    [InlineData("FREQ=YEARLY;BYMONTH=9;BYDAY=1SA", "04.09")]
    [InlineData("FREQ=MONTHLY;BYMONTH=2,5;BYDAY=-1FR", "26.02 28.05")]
    [InlineData("FREQ=MONTHLY;BYMONTH=1,2,5;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "29.01 26.02 31.05")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;COUNT=3", "03.01 17.01 31.01")]
    [InlineData("RRULE:FREQ=MONTHLY;BYMONTHDAY=10;UNTIL=20210331", "10.01 10.02 10.03")]
    [InlineData("FREQ=DAILY;INTERVAL=100", "01.01 11.04 20.07 28.10")]
    public void A_rule_gives_its_dates_in_a_year(string rule, string dates) =>
        Assert.Equal(dates, string.Join(' ', Recurrence.Parse(rule).Within(Year).Select(day => day.ToString("dd.MM"))));

    [Fact]
    public void A_rule_by_position_counts_whole_months_even_where_the_range_cuts_them() =>
        Assert.Empty(Recurrence.Parse("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1").Within(new(new(2021, 3, 2), new(2021, 3, 31))));

    [Fact]
    public void An_interval_of_years_begins_with_the_range() =>
        Assert.Equal([2021, 2023, 2025], Recurrence.Parse("FREQ=YEARLY;INTERVAL=2;BYMONTH=12;BYMONTHDAY=31").Within(new(new(2021, 2, 15), new(2025, 12, 31))).Select(day => day.Year));

    [Fact]
    public void Several_rules_give_each_date_once() =>
        Assert.Equal(2, Recurrence.Within(["FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=10", "FREQ=YEARLY;BYMONTH=7,12;BYMONTHDAY=10"], Year).Count);

    [Theory]
    [InlineData("FREQ=HOURLY")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=3")]
    [InlineData("щокварталу")]
    public void A_rule_that_terms_do_not_use_is_refused(string rule) => Assert.Throws<FormatException>(() => Recurrence.Parse(rule));
}
