using Zakhid.Terms;

namespace Zakhid.Tests.Terms;

public class YearMoveTests
{
    static readonly TermContext Year2020 = new(new(2020, 1, 1), new(2020, 12, 31), new(2020, 8, 3)), Year2021 = new(new(2021, 1, 1), new(2021, 12, 31));

    [Theory]
    [InlineData("II квартал 2020 року", "II квартал 2021 року")]
    [InlineData("До 25 грудня 2020 року", "До 25 грудня 2021 року")]
    [InlineData("до 01.12.2020", "до 01.12.2021")]
    [InlineData("Протягом 2020 року", "Протягом 2021 року")]
    [InlineData("Протягом року", "Протягом року")]
    [InlineData("ІІ-ІV квартали", "ІІ-ІV квартали")]
    [InlineData("Постійно", "Постійно")]
    [InlineData("Щокварталу до 10 числа", "Щокварталу до 10 числа")]
    public void A_term_of_the_plans_own_year_moves(string term, string moved)
    {
        var next = YearMove.Term(term, 1, Year2020, Year2021);

        Assert.Equal((moved, true), (next.Text, next.IsSure));
    }

    [Theory]
    [InlineData("До 2025 року")]
    [InlineData("29 лютого 2020 року")]
    [InlineData("У місячний строк після затвердження бюджету на 2019 рік")]
    public void What_does_not_move_by_exactly_a_year_is_asked(string term) => Assert.False(YearMove.Term(term, 1, Year2020, Year2021).IsSure);

    [Fact]
    public void Years_of_other_acts_stay() =>
        Assert.Equal("Виконати у 2021 році рішення від 12.03.2020 № 45 і програму на 2019 рік", YearMove.Words("Виконати у 2020 році рішення від 12.03.2020 № 45 і програму на 2019 рік", 1, year => year == 2020));
}
