using Zakhid.Text;

namespace Zakhid.Tests.Text;

public sealed class NumeralsTests
{
    [Theory]
    [InlineData("п'ять", 5)]
    [InlineData("трьох", 3)]
    [InlineData("двадцять п’яти", 25)]
    [InlineData("ста двадцяти", 120)]
    [InlineData("сорока", 40)]
    [InlineData("1200", 1200)]
    public void A_cardinal_is_read_in_any_case(string text, int value)
    {
        var at = 0;
        Assert.Equal(value, Numerals.ReadCardinal(Token.Cut(text), ref at));
        Assert.Equal(Token.Cut(text).Count, at);
    }

    [Theory]
    [InlineData("першого", 1)]
    [InlineData("третьої", 3)]
    [InlineData("двадцять п'ятого", 25)]
    [InlineData("15-го", 15)]
    [InlineData("останньому", Numerals.Last)]
    public void An_ordinal_is_read_in_any_case(string text, int value)
    {
        var at = 0;
        Assert.Equal(value, Numerals.ReadOrdinal(Token.Cut(text), ref at));
    }

    [Theory]
    [InlineData("двомісячний", 2, "місячний")]
    [InlineData("п’ятнадцятиденного", 15, "денного")]
    [InlineData("двадцятиденний", 20, "денний")]
    public void A_compound_adjective_gives_its_number(string word, int value, string remainder) => Assert.Equal((value, remainder), Numerals.Compound(Folding.Fold(word)));

    [Fact]
    public void Two_numbers_side_by_side_are_not_one()
    {
        var at = 0;
        Assert.Equal(2, Numerals.ReadCardinal(Token.Cut("два три"), ref at));
    }
}
