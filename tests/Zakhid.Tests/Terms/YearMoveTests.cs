using Zakhid.Terms;
using Zakhid.Tests.Specs;

namespace Zakhid.Tests.Terms;

public class YearMoveTests
{
    static readonly TermContext _year2020 = new(new(2020, 1, 1), new(2020, 12, 31), new(2020, 8, 3)), _year2021 = new(new(2021, 1, 1), new(2021, 12, 31));

    public static IEnumerable<TheoryDataRow<SpecRow>> Terms => Spec.Rows("versions.md", "Строк", "Наступного року");

    [Theory, MemberData(nameof(Terms))]
    public void A_term_of_the_plans_own_year_moves_or_is_asked(SpecRow row)
    {
        var next = YearMove.Term(row["Строк"], 1, _year2020, _year2021);

        Assert.Equal(row.Find("Наступного року"), next.IsSure ? next.Text : null);
    }

    [Fact]
    public void Years_of_other_acts_stay() =>
        Assert.Equal("Виконати у 2021 році рішення від 12.03.2020 № 45 і програму на 2019 рік", YearMove.Words("Виконати у 2020 році рішення від 12.03.2020 № 45 і програму на 2019 рік", 1, year => year == 2020));
}
