using System.Globalization;
using Zakhid.Calendar;
using Zakhid.Control;
using Zakhid.Tests.Specs;

namespace Zakhid.Tests.Control;

public sealed class ReminderSpecs
{
    public static IEnumerable<TheoryDataRow<SpecRow>> Days => Spec.Rows("reminders.md", "До", "У день", "Після", "Строк", "День", "Крок");

    static int[] Numbers(string cell) => [.. cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(n => int.Parse(n, CultureInfo.InvariantCulture))];

    [Theory]
    [MemberData(nameof(Days))]
    public void A_day_stands_at_a_step_or_is_quiet(SpecRow row)
    {
        var policy = new ReminderPolicy { Before = Numbers(row["До"]), OnTheDay = row["У день"] == "так", After = Numbers(row["Після"]) };

        var step = policy.StepOn(DateOnly.Parse(row["Строк"], CultureInfo.InvariantCulture), DateOnly.Parse(row["День"], CultureInfo.InvariantCulture), WorkingCalendar.Ukraine);

        Assert.Equal(row["Крок"], step?.ToString(CultureInfo.InvariantCulture) ?? "");
    }
}
