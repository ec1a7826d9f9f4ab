using System.Globalization;
using Zakhid.Clauses;
using Zakhid.Tests.Specs;

namespace Zakhid.Tests.Clauses;

public sealed class ClauseSpecs
{
    static readonly string[] KindColumns = ["Пункт", "Вид"];
    static readonly string[] ReportingColumns = ["Пункт", "Хто", "Кому"];
    static readonly string[] RepealColumns = ["Пункт", "Втратили чинність", "Змінено"];
    static readonly string[] ControlColumns = ["Пункт", "Контролюють"];

    public static IEnumerable<TheoryDataRow<SpecRow>> Kinds => Spec.Rows("clauses.md", KindColumns);
    public static IEnumerable<TheoryDataRow<SpecRow>> Duties => Spec.Rows("clauses.md", ReportingColumns);
    public static IEnumerable<TheoryDataRow<SpecRow>> Repeals => Spec.Rows("clauses.md", RepealColumns);
    public static IEnumerable<TheoryDataRow<SpecRow>> Controllers => Spec.Rows("clauses.md", ControlColumns);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_clause_is_told_by_what_it_does(SpecRow row) =>
        Assert.Equal(row["Вид"], Read(row["Пункт"]).Clauses.Single().Kind.ToString());

    [Theory]
    [MemberData(nameof(Duties))]
    public void A_duty_to_report_says_who_whom_and_when(SpecRow row)
    {
        var duties = Read(row["Пункт"]).Reporting;

        Assert.Equal(row["Хто"], Joined(duties, d => d.Who));
        Assert.Equal(row["Кому"], Joined(duties, d => d.To));
        Assert.Equal(row["Період"], Joined(duties, d => d.Once ? "Once" : d.Periodicity?.ToString()));
        Assert.Equal(row["День"], Joined(duties, d => d.Day?.ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(row["Місяць"], Joined(duties, d => d.MonthRule?.ToString()));
        Assert.Equal(row["Місяці"], Joined(duties, d => d.Months.Count == 0 ? null : string.Join(',', d.Months)));
    }

    [Theory]
    [MemberData(nameof(Repeals))]
    public void Repealed_and_amended_acts_are_told_apart(SpecRow row)
    {
        var reading = Read(row["Пункт"]);

        Assert.Equal(row["Втратили чинність"], Acts(reading.Supersedes));
        Assert.Equal(row["Змінено"], Acts(reading.Amends));
    }

    [Theory]
    [MemberData(nameof(Controllers))]
    public void Control_names_each_post_apart(SpecRow row) =>
        Assert.Equal(row["Контролюють"], string.Join("; ", Read(row["Пункт"]).Control));

    [Fact]
    public void A_duty_under_a_heading_clause_belongs_to_whom_the_heading_names()
    {
        var reading = ClauseLanguage.Read([new("2", "Структурним підрозділам виконкому:"), new("2.1", "Забезпечити виконання плану."),
            new("2.2", "Інформувати відділ економіки про виконання плану щокварталу до 5 числа наступного місяця."), new("3", "Інформувати раду про виконання плану до 01.12.2024.")], null);

        Assert.Equal(["Структурним підрозділам виконкому", null], reading.Reporting.Select(d => d.Who));
        Assert.Equal(["2.2", "3"], reading.Reporting.Select(d => d.ClauseNumber));
    }

    static ClauseReading Read(string clause) => ClauseLanguage.Read([new("1", clause)], "Олена ПРИКЛАД");

    static string Joined(IReadOnlyList<ReportingClause> duties, Func<ReportingClause, string?> field)
    {
        var values = duties.Select(field).ToList();
        return values.TrueForAll(v => v is null) ? "" : string.Join(" | ", values);
    }

    static string Acts(IReadOnlyList<ActReference> acts) =>
        string.Join("; ", acts.Select(a => $"{a.Kind} {a.Number} {a.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"));
}
