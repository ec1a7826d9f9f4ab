using System.Globalization;
using Zakhid.Criteria;
using Zakhid.Terms;
using Zakhid.Tests.Specs;

namespace Zakhid.Tests.Terms;

/// <summary>Every table of docs/specs/terms.md with «Фраза» and «Вид»; a column that a table lacks is not asked about.</summary>
public sealed class TermSpec
{
    public static IEnumerable<TheoryDataRow<SpecRow>> Rows => Spec.Rows("terms.md", "Фраза", "Вид");

    [Theory, MemberData(nameof(Rows), DisableDiscoveryEnumeration = true)]
    public void A_row_of_the_spec_holds(SpecRow row)
    {
        var context = Context(row);
        var term = TermLanguage.Read(row["Фраза"], Clause(row), context);

        Assert.Equal(row["Вид"], Kind(term));
        Check(row, "З", Day(term.Start));
        Check(row, "До", Day(term.End));
        Check(row, "Правила", string.Join(" ", term.Rules));
        if (row.Has("Дати")) Check(row, "Дати", string.Join(", ", Recurrence.Within(term.Rules, Window(term, context)).Select(day => Day(day))));
        Check(row, "Період", term.Period is { } period ? Name(period) : "");
        Check(row, "Звітує за", term.ReportsOn switch { ReportsOn.CurrentPeriod => "поточний", ReportsOn.PreviousPeriod => "минулий", _ => "" });
        Check(row, "Разів", term.Quota is { } quota ? Times(quota) : "");
        Check(row, "Відлік", term.Relative is { } relative ? Counted(relative) : "");
        Check(row, "Умова", term.Trigger ?? "");
        Check(row, "Далі", string.Join("; ", term.Then.Select(Stage)));
        Check(row, "Сумнів", term.Ambiguous ? "так" : "");
        Check(row, "Не зрозуміло", string.Join("; ", term.LeftOver.Select(span => span.Of(term.Phrase))));
    }

    static void Check(SpecRow row, string column, string said)
    {
        if (row.Has(column)) Assert.Equal(row[column], said);
    }

    static TermClause Clause(SpecRow row) => row.Find("Де") switch
    {
        "звіт" => TermClause.ReportClause,
        "доручення" => TermClause.ActTask,
        "назва" => TermClause.PlanTitle,
        _ => TermClause.MeasureTerm,
    };

    /// <summary>«2021» is a plan of that year with an act of 15 February; «2021–2025» likewise; «2021-09-01…2022-05-31» by days.</summary>
    static TermContext Context(SpecRow row)
    {
        var plan = row.Find("План") ?? "2021";
        if (plan == "немає") return new();
        var ends = plan.Split(plan.Contains('…', StringComparison.Ordinal) ? '…' : '–');
        var from = ends[0].Length == 4 ? new DateOnly(Year(ends[0]), 1, 1) : Parse(ends[0]);
        var to = ends[^1].Length == 4 ? new DateOnly(Year(ends[^1]), 12, 31) : Parse(ends[^1]);
        return new(from, to, row.Find("Акт") is { } act ? Parse(act) : new(from.Year, 2, 15));
    }

    static DateRange Window(Term term, TermContext context) => new(term.Start ?? context.PlanFrom!.Value, term.End ?? context.PlanTo!.Value.AddDays(40));

    static string Kind(Term term) => term.Kind switch
    {
        TermKind.Once => "один раз",
        TermKind.Range => "проміжок",
        TermKind.Recurring => "повторюваний",
        TermKind.Continuous => "постійний",
        _ => "умовний",
    };

    static string Stage(Term stage)
    {
        var role = stage.Role switch { StageRole.ConsolidatedReport => "узагальнення", StageRole.Report => "звіт", _ => "далі" };
        var what = stage.Rules.Count > 0 ? string.Join(" ", stage.Rules) : stage.Relative is { } relative ? Counted(relative) : stage.End is { } end ? "до " + Day(end) : Kind(stage);
        return $"{role}: {what}";
    }

    static string Counted(RelativeTerm relative)
    {
        var unit = relative.WorkingDays ? "робочий день" : Name(relative.Unit);
        var direction = relative.Direction switch { "before" => "до", "after" => "після", _ => "на" };
        return $"{relative.Amount} {unit} {direction} {relative.Anchor}";
    }

    static string Times(Quota quota)
    {
        var sign = quota.Op switch { Comparison.AtLeast => "≥", Comparison.AtMost => "≤", _ => "" };
        return $"{sign}{quota.Times} на {(quota.Periods > 1 ? quota.Periods.ToString(CultureInfo.InvariantCulture) + " " : "")}{Name(quota.Per)}";
    }

    static string Name(PeriodLength period) => period switch
    {
        PeriodLength.Day => "день",
        PeriodLength.Week => "тиждень",
        PeriodLength.Decade => "декада",
        PeriodLength.Month => "місяць",
        PeriodLength.Quarter => "квартал",
        PeriodLength.HalfYear => "півріччя",
        _ => "рік",
    };

    static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    static DateOnly Parse(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    static int Year(string year) => int.Parse(year, CultureInfo.InvariantCulture);
}
