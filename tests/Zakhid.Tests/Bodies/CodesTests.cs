using System.Globalization;
using Zakhid.Bodies;

namespace Zakhid.Tests.Bodies;

public sealed class CodesTests
{
    /// <summary>Codes that large enterprises publish on their own pages, of each row of weights.</summary>
    [Theory]
    [InlineData("14360570", "14360570")]
    [InlineData("20077720", "20077720")]
    [InlineData("00032129", "00032129")]
    [InlineData("32129", "00032129")]
    [InlineData("131305", "00131305")]
    [InlineData("31316718", "31316718")]
    [InlineData("37193071", "37193071")]
    [InlineData(" 3719 3071 ", "37193071")]
    public void A_code_of_the_state_register_is_read_by_its_check_digit_and_zeros_eaten_by_a_spreadsheet_are_put_back(string typed, string digits) =>
        Assert.Equal(digits, Edrpou.Read(typed).Digits);

    [Fact]
    public void A_slip_in_one_digit_is_found_and_the_right_digit_named()
    {
        var broken = Assert.Throws<RuleBroken>(() => Edrpou.Read("14360571"));

        Assert.Equal(("body.edrpou-digit", "14360571", 0), (broken.Rule, broken.Arguments[0], broken.Arguments[1]));
    }

    [Theory]
    [InlineData("3213")]
    [InlineData("1436057O")]
    [InlineData("143605701")]
    [InlineData("")]
    [InlineData("ЄДРПОУ")]
    [InlineData("٣٧١٩٣٠٧١")]
    public void What_is_no_code_is_refused(string typed) => Assert.Equal("body.edrpou-form", Assert.Throws<RuleBroken>(() => Edrpou.Read(typed)).Rule);

    /// <summary>By the text of the rule, written a second time: the sums are those of long multiplication, not of a table.</summary>
    [Fact]
    public void Both_rows_of_weights_and_both_tries_agree_with_the_rule_done_again()
    {
        var tried = new HashSet<int>();
        for (var number = 7; number < 9_999_999; number += 997)
        {
            var digits = number.ToString("0000000", CultureInfo.InvariantCulture);
            Assert.Equal(Again(number, tried), Edrpou.CheckDigit(digits));
        }
        Assert.Equal([1, 2, 3], tried.Order());
    }

    static int Again(int number, HashSet<int> tried)
    {
        var middle = number is >= 3_000_000 and < 6_000_000;
        for (var more = 0; more <= 2; more += 2)
        {
            var sum = 0;
            for (var (i, rest) = (7, number); i >= 1; i--, rest /= 10) sum += rest % 10 * ((middle ? (i == 1 ? 7 : i - 1) : i) + more);
            if (sum % 11 < 10)
            {
                tried.Add(more == 0 ? 1 : 2);
                return sum % 11;
            }
        }
        tried.Add(3);
        return 0;
    }

    [Theory]
    [InlineData("UA80000000000093317", TerritoryLevel.Oblast)]
    [InlineData("UA59000000000018973", TerritoryLevel.Oblast)]
    [InlineData("UA59100000000012345", TerritoryLevel.Raion)]
    [InlineData("UA59100030000012345", TerritoryLevel.Hromada)]
    [InlineData("UA59100030010012345", TerritoryLevel.Settlement)]
    [InlineData("UA80000000000126643", TerritoryLevel.CityRaion)]
    public void A_code_of_the_codifier_says_what_it_names(string code, TerritoryLevel level) => Assert.Equal(level, Katottg.Read(code).Level);

    [Theory]
    [InlineData("UА59100030000012345")]
    [InlineData("УА59100030000012345")]
    [InlineData("ua 5910 0030 0000 12345")]
    public void Cyrillic_letters_that_look_the_same_are_mended(string typed)
    {
        var code = Katottg.Read(typed);

        Assert.Equal("UA59100030000012345", code.Code);
        Assert.Equal(!typed.StartsWith("ua", StringComparison.Ordinal), code.WasMended);
    }

    [Theory]
    [InlineData("UA5910003000001234")]
    [InlineData("UA591000300000123456")]
    [InlineData("59100030000012345")]
    [InlineData("UA00100030000012345")]
    [InlineData("UA5910003000001234X")]
    [InlineData("5910500000")]
    public void What_is_no_code_of_the_codifier_is_refused(string typed) => Assert.Equal("body.katottg-form", Assert.Throws<RuleBroken>(() => Katottg.Read(typed)).Rule);

    [Fact]
    public void A_hromada_lies_in_its_raion_and_oblast()
    {
        var hromada = Katottg.Read("UA59100030000012345");

        Assert.True(hromada.IsIn(Katottg.Read("UA59100000000012345")));
        Assert.True(hromada.IsIn(Katottg.Read("UA59000000000018973")));
        Assert.False(hromada.IsIn(Katottg.Read("UA59080000000012345")));
        Assert.False(Katottg.Read("UA59000000000018973").IsIn(hromada));
    }
}
