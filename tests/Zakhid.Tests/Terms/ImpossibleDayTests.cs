using Zakhid.Terms;

namespace Zakhid.Tests.Terms;

/// <summary>A day that its month does not have is no date: the nearest one is proposed, and a person is asked.</summary>
public class ImpossibleDayTests
{
    [Theory]
    [InlineData("до 30 лютого 2021 року", "2021-02-28")]
    [InlineData("29 лютого 2021 року", "2021-02-28")]
    [InlineData("до 31 вересня 2021 року", "2021-09-30")]
    [InlineData("30.02.2021", "2021-02-28")]
    [InlineData("з 1 лютого до 31 червня 2021 року", "2021-06-30")]
    public void It_is_asked_about(string phrase, string nearest) => Assert.Equal((true, nearest), Read(phrase));

    [Theory]
    [InlineData("до 29 лютого 2024 року", "2024-02-29")]
    [InlineData("до 31 серпня 2021 року", "2021-08-31")]
    public void A_day_that_is_there_is_sure(string phrase, string day) => Assert.Equal((false, day), Read(phrase));

    static (bool, string?) Read(string phrase)
    {
        var term = TermLanguage.Read(phrase, TermClause.MeasureTerm, new(new(2021, 1, 1), new(2024, 12, 31), new(2021, 1, 15)));
        return (term.Ambiguous, term.End?.ToString("yyyy-MM-dd"));
    }
}
