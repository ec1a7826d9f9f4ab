using System.Globalization;
using Zakhid.Bodies;
using Zakhid.Calendar;
using Zakhid.Cascade;
using Zakhid.Tests.Specs;

namespace Zakhid.Tests.Cascade;

public class IssueDutyTests
{
    static readonly DateOnly Signed = new(2020, 6, 25);

    public static IEnumerable<TheoryDataRow<SpecRow>> Clauses => Spec.Rows("cascade.md", "Пункт", "Кому", "Строк");

    static IReadOnlyList<IssueDuty> Read(params Clause[] clauses) => IssueDuty.Of(new Act { Date = Signed, Clauses = clauses });

    [Theory, MemberData(nameof(Clauses))]
    public void A_clause_that_orders_an_act_names_who_issues_it_and_by_which_day(SpecRow row)
    {
        var duties = Read(new Clause("2", row["Пункт"] + ".", ClauseKind.Execution));

        if (row["Строк"] == "немає") { Assert.Empty(duties); return; }
        var duty = Assert.Single(duties);
        Assert.Equal(row["Кому"], duty.Who);
        Assert.Equal(row["Строк"], duty.Due(WorkingCalendar.Ukraine, DayOffPolicy.None)?.Nominal.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "питаємо");
    }

    public static IEnumerable<TheoryDataRow<SpecRow>> Kinds => Spec.Rows("cascade.md", "Вид", "Орган реєстру", "Один із них");

    [Theory, MemberData(nameof(Kinds))]
    public void A_body_is_of_a_kind_when_its_name_says_all_that_the_kinds_does(SpecRow row) =>
        Assert.Equal(row["Один із них"] == "так", new NameOfKind(row["Вид"]).Has(row["Орган реєстру"]));

    [Fact]
    public void A_heading_names_the_bearer_of_the_items_under_it()
    {
        var duties = Read(
            new Clause("3", "Обласним державним адміністраціям:", ClauseKind.Execution),
            new Clause("1)", "у місячний строк розробити та видати акти;", ClauseKind.Execution),
            new Clause("4", "Міністерству у місячний строк затвердити форму звіту.", ClauseKind.Execution));

        var duty = Assert.Single(duties);
        Assert.Equal(("Обласним державним адміністраціям", "1)"), (duty.Who, duty.ClauseNumber));
    }

    [Fact]
    public void The_day_of_a_term_that_falls_on_a_day_off_is_moved_as_any_other()
    {
        var duty = Assert.Single(Read(new Clause("2", "Райдержадміністраціям у місячний строк видати розпорядження.", ClauseKind.Execution)));

        // 25 July 2020 is a Saturday.
        Assert.Equal(new DueDate(new(2020, 7, 25), new(2020, 7, 24), DayOffPolicy.Preceding), duty.Due(WorkingCalendar.Ukraine, DayOffPolicy.Preceding));
    }
}
