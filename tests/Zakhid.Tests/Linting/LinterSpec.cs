using Zakhid.Executors;
using Zakhid.Linting;
using Zakhid.Tests.Specs;

namespace Zakhid.Tests.Linting;

public sealed class LinterSpec
{
    static readonly string[] TermColumns = ["Строк", "Код", "Зауваження"];
    static readonly string[] CriteriaColumns = ["Критерій", "Код", "Зауваження"];
    static readonly string[] ExecutorColumns = ["Видавець", "Виконавці", "Код", "Зауваження"];

    public static IEnumerable<TheoryDataRow<SpecRow>> Terms => Spec.Rows("linter.md", TermColumns);
    public static IEnumerable<TheoryDataRow<SpecRow>> Criteria => Spec.Rows("linter.md", CriteriaColumns);
    public static IEnumerable<TheoryDataRow<SpecRow>> Executors => Spec.Rows("linter.md", ExecutorColumns);

    [Theory]
    [MemberData(nameof(Terms))]
    public void A_term_is_remarked(SpecRow row) => Says(row, "term_text", Plans.Act, Plans.Good with { TermText = row.Find("Строк") });

    [Theory]
    [MemberData(nameof(Criteria))]
    public void A_criterion_is_remarked(SpecRow row) => Says(row, "criteria", Plans.Act, Plans.Good with { Criteria = row.Find("Критерій") });

    [Theory]
    [MemberData(nameof(Executors))]
    public void An_executor_is_remarked(SpecRow row)
    {
        var issuer = row["Видавець"];
        IReadOnlyList<PrintedExecutor> executors = row.Find("Виконавці") is { } cell ? ExecutorLanguage.Read(cell, issuer).Listed : [];

        Says(row, "executors", Plans.Act with { Issuer = issuer }, Plans.Good with { Executors = executors });
    }

    static void Says(SpecRow row, string field, Act act, Measure second)
    {
        var remarks = PlanLinter.Check(act, null, [Plans.Good with { Number = "1" }, second with { Number = "2" }]).Where(r => r.Pointer == $"/measures/1/{field}").ToList();

        Assert.Equal(row["Код"], string.Join(' ', remarks.Select(r => r.Code)));
        Assert.Equal(row["Зауваження"], string.Join(' ', remarks.Select(r => r.Text)));
        Assert.All(remarks, r => Assert.True(r.Proposal is { Length: > 10 } && r.Proposal.EndsWith('.')));
    }
}

static class Plans
{
    public static readonly Act Act = new()
    {
        Issuer = "Глухівська міська рада",
        Kind = "рішення",
        Number = "149-ОД",
        Date = new(2020, 8, 3),
        Title = "Про план заходів на 2020 рік",
        Reporting =
        [
            Clause("Відповідальним виконавцям", "відділу внутрішньої політики", 17, MonthRule.LastMonthOfPeriod, "надавати інформацію відділу внутрішньої політики"),
            Clause("Відділу внутрішньої політики", "міського голову", 25, MonthRule.LastMonthOfPeriod, "узагальнювати та інформувати міського голову"),
        ],
    };

    public static readonly Measure Good = new()
    {
        Text = "Проведення брифінгів",
        TermText = "ІV квартал 2020 року",
        Criteria = "Не менше 1 заходу на місяць",
        Executors = [new("відділ культури міської ради", false)],
    };

    public static ReportingClause Clause(string who, string to, int? day, MonthRule? rule, string text) =>
        new() { Who = who, To = to, Periodicity = PeriodLength.Quarter, Day = day, MonthRule = rule, Text = $"{who} {text}", ClauseNumber = "2" };
}
