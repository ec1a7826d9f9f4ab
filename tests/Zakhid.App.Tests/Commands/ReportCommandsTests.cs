using System.Text.Json;
using Zakhid.Operations.Tests.Amendments;

namespace Zakhid.App.Tests.Commands;

/// A report written, handed in, returned and accepted from the shell; windows, the public page, the consolidated report.
public sealed class ReportCommandsTests : CommandTest
{
    const string Staff = "Відділ кадрів";

    public ReportCommandsTests()
    {
        Done("authority", "add", "zrazkiv", "Зразківська міська рада", "--head", "Міському голові");
        Done("import", Written("план.txt", SamplePlan.Text), "--authority", "zrazkiv", "--yes", "--coordinator", "Відділ праці міської ради", "--as-of", "2021-02-15");
    }

    static string[] Of(params string[] deed) => ["report", deed[0], "zrazkiv-1", "3", "--period", "2021-Q2", "--body", Staff, .. deed[1..]];

    [Fact]
    public void A_report_goes_its_way_from_the_draft_to_its_acceptance()
    {
        Assert.StartsWith("Уточніть --period і --body. Звітів кілька: 2021-Q", Refused("report", "show", "zrazkiv-1", "3"), StringComparison.Ordinal);
        Assert.Equal("Опишіть, що зроблено за період", Refused(Of("submit", "--paper", "лист від 01.07.2021 № 12")));

        Done(Of("save", "--text", "Проведено навчання посадових осіб."));
        Assert.Equal("Оберіть стан заходу на сьогодні", Refused(Of("submit", "--paper", "лист від 01.07.2021 № 12")));
        Done(Of("save", "--state", "in-progress", "--link", "https://zrazkiv.gov.ua/1"));
        var file = Written("наказ.pdf", "%PDF-1.4\n%%EOF\n");
        Assert.Equal("Додано: файл 1.", Done(Of("attach", "--file", file)).Trim());
        Assert.Equal("Прибрано.", Done(Of("detach", "--file", "1")).Trim());
        Assert.Equal("Напишіть показник як 1=25: номер критерію й кількість. Отримано «багато»", Refused(Of("save", "--figure", "багато")));

        Assert.Matches("^Подано: № [0-9]{4}-0001\\.$", Done(Of("submit", "--paper", "лист від 01.07.2021 № 12")).Trim());
        Assert.Matches("^Повернуто до [0-9.]{10}\\.$", Done(Of("return", "--remark", "Вкажіть кількість осіб", "--due", "2099-01-05")).Trim());
        Assert.Contains("повернуто до 05.01.2099: Вкажіть кількість осіб", Done(Of("show")), StringComparison.Ordinal);
        Done(Of("save", "--text", "Проведено навчання 12 посадових осіб."));
        Done(Of("submit", "--paper", "лист від 02.07.2021 № 15"));
        Assert.Equal("Прийнято: виконується.", Done(Of("accept")).Trim());
        Assert.Equal("Розглянути можна лише поданий звіт. Оновіть сторінку", Refused(Of("accept")));

        var shown = JsonDocument.Parse(Done(Of("show", "--json"))).RootElement;
        Assert.Equal("accepted Проведено навчання 12 посадових осіб. 2", $"{shown.GetProperty("state")} {shown.GetProperty("narrative")} {shown.GetProperty("receipts").GetArrayLength()}");
    }

    [Fact]
    public void A_closed_window_is_asked_to_be_opened_and_is()
    {
        Done("window", "set", "zrazkiv", "--days", "3");
        string[] period = ["zrazkiv-1", "--body", Staff, "--period", "2021-Q2"];
        Assert.StartsWith("Прохання 1: ", Done(["window", "ask", .. period, "--ground", "хвороба начальника"]), StringComparison.Ordinal);
        Assert.StartsWith("Про це вже просили ", Refused(["window", "ask", .. period, "--ground", "ще раз"]), StringComparison.Ordinal);
        Assert.Contains("хвороба начальника", Done("window", "asked", "--authority", "zrazkiv"), StringComparison.Ordinal);

        Assert.StartsWith("Відкрито: ", Done(["window", "open", .. period, "--until", "2099-01-05", "--ground", "лист начальника"]), StringComparison.Ordinal);

        Assert.Equal("Ніхто не просить.", Done("window", "asked", "--authority", "zrazkiv").Trim());
        Assert.Equal("Подання відкрите: подайте звіт", Refused(["window", "ask", .. period, "--ground", "ще раз"]));
    }

    [Fact]
    public void The_public_page_opens_and_closes_and_the_consolidated_report_is_changed_and_sent()
    {
        Assert.Equal("Оприлюднено: /progress/zrazkiv/1", Done("publish", "zrazkiv-1").Trim());
        Assert.NotEmpty(Refused("publish", "zrazkiv-1", "--withdraw"));
        Assert.Equal("Закрито.", Done("publish", "zrazkiv-1", "--withdraw", "--ground", "помилка в даних").Trim());

        Assert.Equal("Записано.", Done("consolidate", "zrazkiv-1", "--period", "2021-Q2", "--edit", "3", "--text", "Навчання триває.").Trim());
        var paper = Path.Combine(Folder, "зведений.docx");
        Done("consolidate", "zrazkiv-1", "--period", "2021-Q2", "--send", "--out", paper);
        Assert.True(File.Exists(paper));
        Assert.StartsWith("Зведений звіт надіслано ", Refused("consolidate", "zrazkiv-1", "--period", "2021-Q2", "--edit", "3", "--text", "Інше."), StringComparison.Ordinal);
        Assert.NotEmpty(Refused("consolidate", "zrazkiv-1", "--period", "2021-Q2", "--supplement"));
    }

    [Fact]
    public void A_reading_that_waits_is_corrected_from_the_shell()
    {
        Done("import", Written("другий.txt", SamplePlan.Text.Replace("№ 9", "№ 10", StringComparison.Ordinal)), "--authority", "zrazkiv", "--as-of", "2021-02-16");
        string[] In(params string[] deed) => ["imports", .. deed, "--authority", "zrazkiv"];
        Assert.StartsWith("2  ", Done(In("list")).Trim(), StringComparison.Ordinal);

        Done(In("correct", "2", "--set", "/measures/0/term_text=до 1 грудня 2021 року"));
        Assert.StartsWith("Додано: /measures/", Done(In("add", "2", "--after", "0", "--set", "text=Провести концерт.", "--set", "executors=Відділ культури міської ради")), StringComparison.Ordinal);
        Assert.Equal("Напишіть відповідь як поле=значення: «строк»", Refused(In("add", "2", "--set", "text=Так.", "--set", "строк=завтра")));
        Done(In("remove", "2", "1"));
        Assert.Contains("(прибрано)", Done(In("show", "2")), StringComparison.Ordinal);
        Done(In("restore", "2", "1"));
        Assert.DoesNotContain("(прибрано)", Done(In("show", "2")), StringComparison.Ordinal);
        Assert.Contains("Провести концерт.", Done(In("show", "2")), StringComparison.Ordinal);

        Assert.Equal("Прибрано.", Done(In("withdraw", "2")).Trim());
        Assert.Equal("Нічого не чекає.", Done(In("list")).Trim());
    }

    [Fact]
    public void Whom_a_clause_orders_to_issue_an_act_the_register_tells_and_each_gets_a_letter()
    {
        string[] In(params string[] deed) => [.. deed, "--authority", "zrazkiv"];
        Done("import", Written("другий.txt", SamplePlan.Text.Replace("№ 9", "№ 10", StringComparison.Ordinal).Replace("3. Контроль", "3. Сільським радам у місячний строк розробити та затвердити відповідні плани заходів.\n4. Контроль", StringComparison.Ordinal)), "--authority", "zrazkiv", "--yes", "--coordinator", "Відділ праці міської ради", "--as-of", "2021-02-15");
        Assert.Equal("Реєстр не знає, хто це: «Сільські ради». Впишіть групу та її членів у реєстрі або оберіть органи зі списку", Refused("cascade", "order", "zrazkiv-2"));
        Done(In("bodies", "add", "Березівська сільська рада"));
        Done(In("bodies", "add", "Шосткинська міська рада"));

        Assert.Equal("Доручено: 1", Done("cascade", "order", "zrazkiv-2").Trim());

        Assert.Contains("Березівська сільська рада\n\nСтрок минув 12 березня 2021 року: належить невідкладно видати акт", Done("remind", "zrazkiv-2", "--show").ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Done("letter", "reminder", "zrazkiv-2", "--body", "Березівська", "--out", Path.Combine(Folder, "листи"));
        Assert.Single(Directory.GetFiles(Path.Combine(Folder, "листи"), "lyst-nahaduvannia-akt-*.docx"));
        Done(["cascade", "issued", "zrazkiv-2", "--body", "Березівська сільська рада", "--kind", "рішення", "--number", "5", "--date", "2021-03-10", "--ground", "лист № 7"]);
        Assert.DoesNotContain("Березівська", Done("remind", "zrazkiv-2", "--show"), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_way_with_days_off_is_shown_before_it_is_confirmed()
    {
        string[] DaysOff(params string[] more) => ["authority", "days-off", "--policy", "later", .. more, "--authority", "zrazkiv"];
        Assert.Equal("Нічого не змінено. Підтвердити: --yes.", Done(DaysOff()).Trim().Split('\n')[^1]);
        Assert.StartsWith("Впишіть підставу", Refused(DaysOff("--yes")), StringComparison.Ordinal);
        Assert.EndsWith("Строки перелічено.", Done(DaysOff("--yes", "--ground", "розпорядження № 20")).Trim(), StringComparison.Ordinal);
        Assert.Equal("Так уже й ведеться. Оберіть інше", Refused(DaysOff("--yes", "--ground", "ще раз")));
        Assert.StartsWith("Вихідний: наступний робочий день.", Done("days", "zrazkiv-1"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_day_of_a_demonstration_only_is_moved() =>
        Assert.Equal("День переставляється лише в демонстрації", Refused("authority", "day", "--to", "2021-03-01", "--authority", "zrazkiv"));
}
