using System.Globalization;
using Zakhid.Amendments;
using Zakhid.Tests.Specs;

namespace Zakhid.Tests.Amendments;

public class EffectiveDayTests
{
    public static IEnumerable<TheoryDataRow<SpecRow>> Days => Spec.Rows("versions.md", "Пункт акта", "Діє з");

    [Theory, MemberData(nameof(Days))]
    public void An_act_holds_from_the_day_that_it_names(SpecRow row)
    {
        var day = EffectiveDay.Of(new() { Date = new(2021, 9, 20), Clauses = [new("3", row["Пункт акта"], ClauseKind.Other)] });

        Assert.Equal(row.Find("Діє з"), day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
