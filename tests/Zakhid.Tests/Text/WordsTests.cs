using Zakhid.Calendar;
using Zakhid.Text;

namespace Zakhid.Tests.Text;

public sealed class WordsTests
{
    [Theory]
    [InlineData(0, "0 звітів")]
    [InlineData(1, "1 звіт")]
    [InlineData(2, "2 звіти")]
    [InlineData(5, "5 звітів")]
    [InlineData(11, "11 звітів")]
    [InlineData(12, "12 звітів")]
    [InlineData(21, "21 звіт")]
    [InlineData(22, "22 звіти")]
    [InlineData(111, "111 звітів")]
    [InlineData(1200, "1\u00A0200 звітів")]
    public void A_noun_agrees_with_its_number(int count, string expected) => Assert.Equal(expected, Plural.Count(count, "звіт", "звіти", "звітів"));

    [Theory]
    [InlineData(14, 19, "14 із 19 звітів")]
    [InlineData(0, 1, "0 з 1 звіту")]
    [InlineData(2, 3, "2 з 3 звітів")]
    [InlineData(3, 4, "3 із 4 звітів")]
    [InlineData(20, 21, "20 із 21 звіту")]
    public void A_part_is_out_of_a_whole(int part, int whole, string expected) => Assert.Equal(expected, Plural.OutOf(part, whole, "звіту", "звітів"));

    [Fact]
    public void Small_counts_are_words_in_their_case_and_gender()
    {
        Assert.Equal(["один", "одна", "два", "дві", "п’ять", "десять", "11"],
            [CountInWords.Of(1), CountInWords.Of(1, Gender.Feminine), CountInWords.Of(2), CountInWords.Of(2, Gender.Feminine), CountInWords.Of(5), CountInWords.Of(10), CountInWords.Of(11)]);
        Assert.Equal(["одного", "двох", "п’яти", "14"], [CountInWords.Genitive(1), CountInWords.Genitive(2), CountInWords.Genitive(5), CountInWords.Genitive(14)]);
    }

    [Fact]
    public void Days_are_written_in_words()
    {
        var day = new DateOnly(2020, 9, 17);

        Assert.Equal("17 вересня 2020 року", UkrainianDate.Full(day));
        Assert.Equal("17 вересня", UkrainianDate.DayMonth(day));
        Assert.Equal("17.09.2020", UkrainianDate.Short(day));
        Assert.Equal("четвер", UkrainianDate.Weekday(day));
        Assert.Equal("п’ятниця", UkrainianDate.Weekday(day.AddDays(1)));
        Assert.Equal("17 September 2020", EnglishDate.Full(day));
        Assert.Equal(["1-ше", "2-ге", "3-тє", "7-ме", "8-ме", "11-те", "13-те", "17-те", "20-те", "21-ше", "23-тє", "25-те", "30-те"],
            new[] { 1, 2, 3, 7, 8, 11, 13, 17, 20, 21, 23, 25, 30 }.Select(UkrainianDate.Ordinal));
    }

    [Theory]
    [InlineData("2020-09-17T20:59:59Z", "2020-09-17")]
    [InlineData("2020-09-17T21:00:00Z", "2020-09-18")]
    [InlineData("2020-12-24T21:59:59Z", "2020-12-24")]
    [InlineData("2020-12-24T22:00:00Z", "2020-12-25")]
    [InlineData("2021-03-28T00:59:00Z", "2021-03-28")]
    [InlineData("2021-10-31T22:30:00Z", "2021-11-01")]
    public void A_day_ends_at_midnight_in_Kyiv_wherever_the_server_stands(string instant, string day)
    {
        var at = DateTimeOffset.Parse(instant);

        Assert.Equal(DateOnly.Parse(day), KyivTime.DayOf(at));
        Assert.Equal(DateOnly.Parse(day), KyivTime.DayOf(KyivTime.StartOf(DateOnly.Parse(day))));
        Assert.NotEqual(DateOnly.Parse(day), KyivTime.DayOf(KyivTime.StartOf(DateOnly.Parse(day)).AddTicks(-1)));
    }

    [Fact]
    public void A_machine_without_time_zones_gives_the_same_days()
    {
        for (var hour = new DateTimeOffset(2019, 1, 1, 0, 30, 0, TimeSpan.Zero); hour.Year < 2027; hour = hour.AddHours(1))
            Assert.True(TimeZoneInfo.ConvertTime(hour, KyivTime.BuiltIn()).DateTime == KyivTime.Local(hour).DateTime, $"{hour:O}");
    }
}
