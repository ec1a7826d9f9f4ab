using System.Globalization;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Tests.Storage;

/// <summary>Days as columns keep them.</summary>
public class ValuesTests
{
    [Fact]
    public void Every_day_of_two_centuries_comes_back_as_it_was_kept()
    {
        for (var day = new DateOnly(1990, 1, 1); day.Year < 2190; day = day.AddDays(1)) Assert.Equal(day, Values.Day(Values.Text(day)));
        Assert.Equal((DateOnly.MinValue, DateOnly.MaxValue), (Values.Day(Values.Text(DateOnly.MinValue)), Values.Day(Values.Text(DateOnly.MaxValue))));
    }

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("2023-04-31")]
    [InlineData("2023-13-01")]
    [InlineData("2023-00-10")]
    [InlineData("0000-01-01")]
    [InlineData("2023-01-00")]
    [InlineData("2023-1-001")]
    [InlineData("2023/01/01")]
    [InlineData("+023-01-01")]
    [InlineData("2023-01- 1")]
    [InlineData("٢٠٢٣-01-01")]
    [InlineData("2023-01-01 ")]
    [InlineData("")]
    public void What_is_no_day_is_refused_as_the_general_parser_refuses_it(string text)
    {
        Assert.False(DateOnly.TryParseExact(text, Values.DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        Assert.Throws<FormatException>(() => Values.Day(text));
    }
}
