using Zakhid.Calendar;
using Zakhid.Tests.Specs;

namespace Zakhid.Tests.Calendar;

public sealed class CalendarSpecs
{
    static readonly WorkingCalendar Calendar = WorkingCalendar.Ukraine;

    public static IEnumerable<TheoryDataRow<SpecRow>> Days => Spec.Rows("calendar.md", "День", "Робочий", "Чому");
    public static IEnumerable<TheoryDataRow<SpecRow>> Moved => Spec.Rows("calendar.md", "Названо", "Політика", "Зсунуто");
    public static IEnumerable<TheoryDataRow<SpecRow>> Counts => Spec.Rows("calendar.md", "Від", "До", "Робочих днів");

    [Theory]
    [MemberData(nameof(Days))]
    public void A_day_is_worked_or_not_and_says_why(SpecRow row)
    {
        var day = DateOnly.Parse(row["День"]);

        Assert.Equal(row["Робочий"] == "так", Calendar.IsWorking(day));
        Assert.Equal(row["Чому"], Calendar.Why(day));
    }

    [Theory]
    [MemberData(nameof(Moved))]
    public void A_due_day_moves_by_the_policy_and_says_so(SpecRow row)
    {
        var policy = row["Політика"] switch { "назад" => DayOffPolicy.Preceding, "вперед" => DayOffPolicy.Following, _ => DayOffPolicy.None };
        var due = DueDate.Of(DateOnly.Parse(row["Названо"]), Calendar, policy);

        Assert.Equal(DateOnly.Parse(row["Зсунуто"]), due.Adjusted);
        Assert.Equal(row["Пояснення"], due.Explain("пункт 2 розпорядження № 1", Calendar));
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void Working_days_are_counted_after_the_first_day_to_the_last(SpecRow row)
    {
        var (from, to, count) = (DateOnly.Parse(row["Від"]), DateOnly.Parse(row["До"]), int.Parse(row["Робочих днів"]));

        Assert.Equal(count, Calendar.Between(from, to));
        Assert.Equal(to, Calendar.Add(from, count));
    }
}
