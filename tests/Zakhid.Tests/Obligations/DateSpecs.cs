using Zakhid.Calendar;
using Zakhid.Obligations;
using Zakhid.Terms;
using Zakhid.Tests.Specs;

namespace Zakhid.Tests.Obligations;

/// <summary>docs/specs/dates.md: what follows from a term once it is read.</summary>
public sealed class DateSpecs
{
    static readonly TermContext Year = new(new(2021, 1, 1), new(2021, 12, 31), new(2021, 2, 1));

    public static IEnumerable<TheoryDataRow<SpecRow>> Events => Spec.Rows("dates.md", "Чекає на подію");
    public static IEnumerable<TheoryDataRow<SpecRow>> Occasions => Spec.Rows("dates.md", "Випадок");
    public static IEnumerable<TheoryDataRow<SpecRow>> Conditions => Spec.Rows("dates.md", "Умова");
    public static IEnumerable<TheoryDataRow<SpecRow>> Quotas => Spec.Rows("dates.md", "Проміжки");
    public static IEnumerable<TheoryDataRow<SpecRow>> Spans => Spec.Rows("dates.md", "Від зрізу");
    public static IEnumerable<TheoryDataRow<SpecRow>> Conflicts => Spec.Rows("dates.md", "Суперечність");
    public static IEnumerable<TheoryDataRow<SpecRow>> Hands => Spec.Rows("dates.md", "Разом за період");

    [Theory]
    [MemberData(nameof(Events))]
    public void A_term_waits_for_its_event_and_is_counted_from_its_day(SpecRow row)
    {
        var term = TermLanguage.Read(row["Фраза"], TermClause.MeasureTerm, Year);
        var awaited = AwaitedEvent.Of(term);
        Assert.Equal(row.Find("Чекає на подію"), awaited?.Words);

        if (awaited is not null) Assert.Empty(ControlDate.Of(term, new(Year.PlanFrom, Year.PlanTo), Year.ActDate!.Value, WorkingCalendar.Ukraine, DayOffPolicy.None));
        var days = row["День події"].Split('…', StringSplitOptions.RemoveEmptyEntries).Select(DateOnly.Parse).ToList();
        var dated = AwaitedEvent.Dated(term, key => key == awaited?.Key ? new(days[0], days.Count > 1 ? days[1] : null) : null, WorkingCalendar.Ukraine);
        Assert.Equal((Day(row, "Від"), Day(row, "До")), (dated.Start, dated.End));
    }

    [Theory]
    [MemberData(nameof(Occasions))]
    public void A_case_that_may_never_arise_is_told_from_an_event(SpecRow row) =>
        Assert.Equal(row["Випадок"] == "так", Occasion.Is(TermLanguage.Read(row["Фраза"], TermClause.MeasureTerm, Year)));

    [Theory]
    [MemberData(nameof(Conditions))]
    public void A_condition_may_stand_in_the_measure_itself(SpecRow row) => Assert.Equal(row.Find("Умова"), Occasion.Of(null, row["Захід"]));

    [Theory]
    [MemberData(nameof(Quotas))]
    public void A_quota_has_slots_and_no_days(SpecRow row)
    {
        var term = TermLanguage.Read(row["Фраза"], TermClause.MeasureTerm, Year);
        var days = new DateRange(DateOnly.Parse(row["Захід від"]), DateOnly.Parse(row["Захід до"]));

        Assert.Equal(row["Проміжки"], string.Join("; ", QuotaSlots.Of(term, days).Select(slot => slot.Ukrainian)));
        if (row.Find("Проміжки") is not null) Assert.Empty(ControlDate.Of(term, new(days.Start, days.End), days.Start, WorkingCalendar.Ukraine, DayOffPolicy.None));
    }

    [Theory]
    [MemberData(nameof(Spans))]
    public void A_report_says_of_which_days_it_speaks(SpecRow row) => Assert.Equal(row["Слова"],
        ReportSpan.Of(DateOnly.Parse(row["Від зрізу"]), DateOnly.Parse(row["Строк"]), DateOnly.Parse(row["Кінець періоду"])).Ukrainian(row["Останній"] == "так"));

    [Theory]
    [MemberData(nameof(Conflicts))]
    public void Days_that_cannot_all_be_kept_are_named(SpecRow row)
    {
        ReportingRule? Rule(string column, ObligationKind kind, string ground) => row.Find(column) is not { } words || words == "?" ? null : new()
        {
            Kind = kind,
            Day = int.Parse(words.Split(' ')[0]),
            MonthRule = words.EndsWith("наступний", StringComparison.Ordinal) ? MonthRule.NextMonth : MonthRule.LastMonthOfPeriod,
            Ground = ground,
        };
        var higher = row.Find("Вищий орган") is null ? Array.Empty<HigherRung>() : [new("міська рада", "облдержадміністрація", Rule("Вищий орган", ObligationKind.Report, ""), "розпорядження ОДА")];
        var rungs = Ladder.Of(ReportingPeriod.Parse(row["Період"]), [Rule("Звіти", ObligationKind.Report, "пункт 2 акта")!, Rule("Зведений", ObligationKind.Consolidation, "пункт 3 акта")!], higher, WorkingCalendar.Ukraine, DayOffPolicy.Preceding);

        Assert.Equal(row["Суперечність"], string.Join(' ', LadderConflict.Of(rungs).Select(conflict => conflict.Ukrainian)));
    }

    [Theory]
    [MemberData(nameof(Hands))]
    public void A_day_counted_by_hand_is_the_day_of_the_program(SpecRow row)
    {
        var plan = GoldPlan.Named(row["План"]);
        if (row.Find("Підписано") is { } signed) plan = plan.Dated(DateOnly.Parse(signed));
        var kind = row["Що"] == "звіти" ? ObligationKind.Report : ObligationKind.Consolidation;
        var mine = plan.Obligations(GoldPlan.Rules(row["Правило"])).Where(o => o.Kind == kind && o.Period.Code == row["Період"]).ToList();

        Assert.Equal(int.Parse(row["Разом за період"]), mine.Count);
        Assert.All(mine, o => Assert.Equal((DateOnly.Parse(row["Названо"]), DateOnly.Parse(row["Строк"])), (o.Due.Nominal, o.Due.Adjusted)));
    }

    [Fact]
    public void The_yearly_report_of_Zhytomyr_is_due_with_the_data_that_it_is_made_of()
    {
        var plan = GoldPlan.Zhytomyr;
        var terms = plan.Terms;
        var conflicts = plan.Texts.Select((text, i) => LadderConflict.OfMeasure(text, (i + 1).ToString(), terms[i], ReportingRule.Of(plan.Act), GoldPlan.Calendar, DayOffPolicy.Preceding)).OfType<LadderConflict>().ToList();

        Assert.Equal("Захід 9 — звіт до 24 грудня (названо 25 грудня; строк заходу «До 25 грудня 2020 року»), а дані за IV квартал надходять того самого дня (пункт 2 розпорядження № 464).", Assert.Single(conflicts).Ukrainian);
    }

    [Fact]
    public void A_yearly_duty_before_the_data_of_the_last_quarter_is_named()
    {
        var quarterly = new ReportingRule { Kind = ObligationKind.Report, Day = 25, MonthRule = MonthRule.LastMonthOfPeriod, Ground = "пункт 2 акта" };
        var yearly = new ReportingRule { Kind = ObligationKind.Consolidation, Periodicity = PeriodLength.Year, Day = 15, MonthRule = MonthRule.Fixed, Months = [12], Ground = "пункт 4 акта" };

        var conflict = Assert.Single(LadderConflict.OfYear([quarterly, yearly], 2020, WorkingCalendar.Ukraine, DayOffPolicy.Preceding));
        Assert.Equal("Річний звіт — до 15 грудня (пункт 4 акта), а дані за IV квартал надходять лише до 24 грудня (названо 25 грудня; пункт 2 акта).", conflict.Ukrainian);
        Assert.Empty(LadderConflict.OfYear([quarterly, yearly with { Day = 28 }], 2020, WorkingCalendar.Ukraine, DayOffPolicy.Preceding));
    }

    [Fact]
    public void A_term_that_begins_after_the_plan_ends_leaves_no_day()
    {
        var window = MeasureWindow.Of(TermLanguage.Read("Постійно, починаючи з IV кварталу 2020 року", TermClause.MeasureTerm, Year), new(new(2020, 1, 1), new(2020, 8, 30)), new(2020, 2, 1));

        Assert.False(window.Meets(ReportingPeriod.Parse("2020-H2")));
        Assert.False(window.Meets(ReportingPeriod.Parse("2020")));
    }

    static DateOnly? Day(SpecRow row, string column) => row.Find(column) is { } day ? DateOnly.Parse(day) : null;
}
