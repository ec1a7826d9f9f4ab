using Zakhid.Bodies;
using Zakhid.Calendar;
using Zakhid.Control;
using Zakhid.Reporting;
using Zakhid.Tests.Specs;

namespace Zakhid.Tests.Control;

public sealed class ControlSpecs
{
    static readonly WorkingCalendar Calendar = WorkingCalendar.Ukraine;
    static readonly DateOnly AsOf = new(2020, 9, 18);

    public static IEnumerable<TheoryDataRow<SpecRow>> Requests => Spec.Rows("control.md", "Строк контролю", "Клопотання", "Наслідок");
    public static IEnumerable<TheoryDataRow<SpecRow>> Issuers => Spec.Rows("control.md", "Видавник акта", "Установа", "Чий строк");
    public static IEnumerable<TheoryDataRow<SpecRow>> Windows => Spec.Rows("control.md", "Строк вікна", "На день", "Вікно");
    public static IEnumerable<TheoryDataRow<SpecRow>> Discipline => Spec.Rows("control.md", "Стан", "Строк звіту", "Відсоток");

    [Theory, MemberData(nameof(Requests))]
    public void A_request_is_in_time_three_working_days_before_the_term(SpecRow row)
    {
        var (term, day) = (DueDate.Of(Day(row["Строк контролю"])!.Value, Calendar, DayOffPolicy.Preceding), Day(row["Клопотання"])!.Value);
        var start = new ControlStart(new(3, term.Nominal.AddDays(-60), default), "акт");
        var control = new MeasureControl([ControlTerm.Of(term, DateSetter.Authority)], [start]);
        var said = "";
        try
        {
            said = control.Ask(new(4, day, default), term.Nominal, DueDate.Of(term.Nominal.AddDays(30), Calendar, DayOffPolicy.Preceding), "лист", Calendar).Late ? "із запізненням" : "вчасно";
        }
        catch (RuleBroken broken)
        {
            Assert.Equal("extension.after-term", broken.Rule);
            said = "відмова";
        }
        Assert.Equal(row["Наслідок"], said);
    }

    [Theory, MemberData(nameof(Issuers))]
    public void Whose_a_day_is_follows_from_who_issued_the_act(SpecRow row) =>
        Assert.Equal(row["Чий строк"], IssuerOf.IsOwn(row["Видавник акта"] is { Length: > 0 } issuer ? issuer : null, row["Установа"]) ? "свій" : "вищий");

    [Theory, MemberData(nameof(Windows))]
    public void A_window_closes_by_days_or_by_sending_and_an_exception_opens_it(SpecRow row)
    {
        var window = new ReportingWindow(row["Днів"] is { Length: > 0 } days ? int.Parse(days) : null, row["До надсилання"] == "так");
        var closed = window.Closed(Day(row["Строк вікна"])!.Value, row["Повернено"] == "так", Day(row["Надіслано"]), Day(row["Виняток до"]), Day(row["На день"])!.Value, Calendar);

        Assert.Equal(row["Вікно"], closed switch
        {
            null => "відкрите",
            { Reason: ClosingReason.Sent } => $"надіслано {closed.LastDay:yyyy-MM-dd}",
            _ => $"минуло днів, останній {closed.LastDay:yyyy-MM-dd}",
        });
    }

    [Theory, MemberData(nameof(Discipline))]
    public void A_report_is_counted_in_one_column_of_the_table_of_discipline(SpecRow row)
    {
        var state = Enum.GetValues<ReportState>().First(s => StateWords.Ukrainian(s) == row["Стан"]);
        var (due, submitted) = (Day(row["Строк звіту"])!.Value, Day(row["Подано"]));
        var late = submitted > due;
        var table = ExecutionDiscipline.Of([new(1, "Відділ культури", state, late, due, row["Згода"] == "запитано", 1)], late ? [new(1, due, submitted!.Value)] : [], AsOf, Calendar);

        var line = Assert.Single(table.Lines);
        string[] columns = ["Належить", "Вчасно", "Із запізненням", "Не подано", "На доопрацюванні", "Не настав", "Окремо", "Відсоток", "Запізнення"];
        Assert.Equal(columns.Select(c => row[c]), [$"{line.Owed}", $"{line.InTime}", $"{line.Late}", $"{line.Overdue}", $"{line.Returned}", $"{line.Waiting}", $"{line.Apart}", $"{line.Percent}", $"{line.MeanDelay:0.#}"]);
        Assert.Equal(line with { Body = 0, Name = "Усього" }, table.Total);
    }

    [Fact]
    public void The_worst_body_stands_on_top_and_one_that_is_only_asked_at_the_end()
    {
        LikeReports Of(long body, ReportState state, int count, bool apart = false) => new(body, $"орган {body}", state, false, new(2020, 9, 17), apart, count);
        var table = ExecutionDiscipline.Of([Of(1, ReportState.Accepted, 4), Of(2, ReportState.Expected, 1), Of(3, ReportState.Expected, 3), Of(4, ReportState.Expected, 2, apart: true)], [], AsOf, Calendar);

        Assert.Equal([3, 2, 1, 4], table.Lines.Select(l => l.Body));
        Assert.Equal((8, 4, 4, 2, 50), (table.Total.Owed, table.Total.InTime, table.Total.Overdue, table.Total.Apart, table.Total.Percent));
    }

    static DateOnly? Day(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd");
}
