using Zakhid.Calendar;
using Zakhid.Obligations;
using Zakhid.Reporting;
using Zakhid.Tests.Specs;

namespace Zakhid.Tests.Obligations;

public sealed class ObligationSpecs
{
    public static IEnumerable<TheoryDataRow<SpecRow>> Periods => Spec.Rows("obligations.md", "Код", "Назва", "Від", "До");
    public static IEnumerable<TheoryDataRow<SpecRow>> Rules => Spec.Rows("obligations.md", "Періодичність", "Число", "Період", "Строк");
    public static IEnumerable<TheoryDataRow<SpecRow>> Plans => Spec.Rows("obligations.md", "План", "Правило", "Звітів");
    public static IEnumerable<TheoryDataRow<SpecRow>> States => Spec.Rows("obligations.md", "Стан звіту", "Станом на", "За строком");
    public static IEnumerable<TheoryDataRow<SpecRow>> Returns => Spec.Rows("obligations.md", "Строк звіту", "Повертають");

    public static IEnumerable<TheoryDataRow<SpecRow>> Bearers => Spec.Rows("obligations.md", "Хто інформує", "Звітують", "Узагальнюють");
    public static IEnumerable<TheoryDataRow<SpecRow>> SeveralDays => Spec.Rows("obligations.md", "Дата акта", "Число", "Періоди і строки");

    [Theory]
    [MemberData(nameof(Bearers))]
    public void A_clause_that_binds_one_body_is_its_summary_and_asks_nothing_of_the_others(SpecRow row)
    {
        List<string> List(string column) => [.. row[column].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        var (who, to) = (List("Хто інформує"), List("Кого"));
        var act = new Act { Issuer = "Глухівська міська рада", Reporting = [.. to.Select((whom, i) => new ReportingClause { Who = i < who.Count ? who[i] : null, To = whom, Periodicity = PeriodLength.Quarter, Day = 10 + i })] };

        var rules = ReportingRule.Of(act, List("Виконавці плану"));

        List<string> Are(ObligationKind kind) => rules.Where(r => r.Kind == kind).Select(r => r.Who ?? "(усі)").ToList();
        Assert.Equal((row["Звітують"].TrimStart('—', ' '), row["Узагальнюють"].TrimStart('—', ' ')), (string.Join("; ", Are(ObligationKind.Report)), string.Join("; ", Are(ObligationKind.Consolidation))));
    }

    [Theory]
    [MemberData(nameof(SeveralDays))]
    public void A_report_of_several_named_days_is_due_on_each(SpecRow row)
    {
        var rule = new ReportingRule { Kind = ObligationKind.Report, Once = true, Day = int.Parse(row["Число"]), MonthRule = MonthRule.Fixed, Months = [.. row["Місяці"].Split(", ").Select(int.Parse)], Year = int.Parse(row["Рік"]), Ground = "пункт 3" };
        var act = DateOnly.Parse(row["Дата акта"]);
        var all = new MeasureWindow(act, new(2023, 12, 31), new HashSet<int>());

        var owed = ObligationCalendar.Derive(act, new(act, new(2023, 12, 31)), [rule], [new(0, all, true)], WorkingCalendar.Ukraine, DayOffPolicy.None);

        Assert.Equal(row["Періоди і строки"], string.Join("; ", owed.Select(o => $"{o.Period.Code} {o.Due.Nominal:yyyy-MM-dd}")));
    }

    [Theory]
    [MemberData(nameof(Periods))]
    public void A_period_has_a_code_a_name_and_days(SpecRow row)
    {
        var period = ReportingPeriod.Parse(row["Код"]);

        Assert.Equal(row["Назва"], period.Name);
        Assert.Equal(row["Код"], period.Code);
        Assert.Equal((DateOnly.Parse(row["Від"]), DateOnly.Parse(row["До"])), (period.Start, period.End));
        Assert.Equal(period, period.Next.Previous);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_clause_names_a_day_of_a_period(SpecRow row)
    {
        var months = row["Місяць"].Split(", ").Where(m => int.TryParse(m, out _)).Select(int.Parse).ToList();
        var act = new Act
        {
            Kind = "розпорядження",
            Number = "1",
            Reporting =
            [
                new()
                {
                    Periodicity = row["Періодичність"] switch { "щомісяця" => PeriodLength.Month, "щокварталу" => PeriodLength.Quarter, "щопівроку" => PeriodLength.HalfYear, _ => PeriodLength.Year },
                    Day = int.Parse(row["Число"]), Months = months,
                    MonthRule = row["Місяць"] switch { "" => null, "останній" => MonthRule.LastMonthOfPeriod, "наступний" => MonthRule.NextMonth, "той самий" => MonthRule.SameMonth, _ => MonthRule.Fixed },
                },
            ],
        };
        var rule = Assert.Single(ReportingRule.Of(act));
        var period = ReportingPeriod.Parse(row["Період"]);

        Assert.Equal(period.Length, rule.Length);
        Assert.Equal(DateOnly.Parse(row["Строк"]), rule.DueDay(period));
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void A_real_plan_owes_what_its_act_asks(SpecRow row)
    {
        var plan = GoldPlan.Named(row["План"]);
        if (row.Find("Дата акта") is { } date) plan = plan.Dated(DateOnly.Parse(date));
        var rules = GoldPlan.Rules(row["Правило"]);
        var obligations = plan.Obligations(rules);
        var everybody = plan.Obligations(rules, with: (_, one) => one with { Owes = true });

        Assert.Equal(int.Parse(row["Доручень"]), plan.Assignments.Count);
        Assert.Equal(int.Parse(row["Звітів"]), obligations.Count(o => o.Kind == ObligationKind.Report));
        Assert.Equal(int.Parse(row["Узагальнень"]), obligations.Count(o => o.Kind == ObligationKind.Consolidation));
        Assert.Equal(int.Parse(row["Невідомих виконавців"]), everybody.Count - obligations.Count);
        Assert.Equal(int.Parse(row["Контрольних дат"]), plan.Act.Date is null ? 0 : plan.ControlDates().Count);
    }

    [Theory]
    [MemberData(nameof(States))]
    public void The_calendar_says_its_own_of_a_report(SpecRow row)
    {
        DateOnly? Day(string column) => row.Find(column) is { } day ? DateOnly.Parse(day) : null;
        var state = Enum.GetValues<ReportState>().Single(s => StateWords.Ukrainian(s) == row["Стан звіту"]);
        ConsentState? consent = row.Find("Згода") is { } word ? Enum.GetValues<ConsentState>().Single(s => StateWords.Ukrainian(s) == word) : null;

        var schedule = Timeliness.Of(state, new(2020, 9, 17), Day("Повернено до"), Day("Подано вперше"), consent, Day("Станом на")!.Value, WorkingCalendar.Ukraine);

        Assert.Equal(row["За строком"], StateWords.Ukrainian(schedule));
    }

    [Theory]
    [MemberData(nameof(Returns))]
    public void A_return_proposes_its_day(SpecRow row) => Assert.Equal(
        DateOnly.Parse(row["Пропонується"]), Timeliness.ReturnDue(DateOnly.Parse(row["Строк звіту"]), DateOnly.Parse(row["Повертають"]), WorkingCalendar.Ukraine));
}
