using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Zakhid.Bodies;
using Zakhid.Executors;
using Zakhid.Linting;

namespace Zakhid.Tests.Linting;

public sealed partial class PlanLinterTests
{
    [Fact]
    public void A_plan_without_a_fault_is_left_in_peace() =>
        Assert.Empty(PlanLinter.Check(Plans.Act, null, [Plans.Good with { Number = "1" }, Plans.Good with { Number = "2" }]));

    [Fact]
    public void Numbers_that_repeat_are_absent_or_leave_a_gap_are_said()
    {
        var remarks = Checked(Plans.Good with { Number = "1.8" }, Plans.Good with { Number = "1.8" }, Plans.Good with { Number = "1.11" }, Plans.Good);

        Assert.Equal(
            [
                ("number.repeated", "/measures/1/no", "Номер 1.8 повторюється: його має також захід «Проведення брифінгів»."),
                ("number.gap", "/measures/2/no", "Після номера 1.8 надруковано 1.11: номер пропущено."),
                ("number.missing", "/measures/3/no", "Захід надруковано без номера."),
            ],
            remarks.Select(r => (r.Code, r.Pointer, r.Text)));
    }

    [Fact]
    public void The_same_number_in_two_sections_is_no_repetition() =>
        Assert.Empty(Checked(Plans.Good with { Number = "1", Section = "Розділ І" }, Plans.Good with { Number = "1", Section = "Розділ ІІ" }));

    [Fact]
    public void A_draft_is_a_question_and_nothing_else_of_it_is_dated()
    {
        var remarks = PlanLinter.Check(Plans.Act with { Date = null, Number = null, IsDraft = true }, null, [Plans.Good with { TermText = "До 1 січня 2020 року" }]);

        var draft = Assert.Single(remarks, r => r.Severity == Severity.Question);
        Assert.Equal("Акт не має дати або номера: це проєкт.", draft.Text);
        Assert.DoesNotContain(remarks, r => r.Code == "term.past");
    }

    [Fact]
    public void An_act_without_a_day_of_reports_says_so_once()
    {
        var remark = Assert.Single(PlanLinter.Check(Plans.Act with { Reporting = [] }, null, [Plans.Good, Plans.Good]));

        Assert.Equal(("reporting.none", "Акт не називає дня, до якого виконавці звітують."), (remark.Code, remark.Text));
        Assert.Equal("Ухваліть правило один раз: щокварталу до 25 числа останнього місяця.", remark.Proposal);
    }

    [Theory]
    [InlineData(18, "reporting.short-slack", "На узагальнення лишається один день: виконавці звітують до 17-го, узагальнення — до 18-го.")]
    [InlineData(17, "reporting.short-slack", "На узагальнення лишається той самий день: виконавці звітують до 17-го, узагальнення — до 17-го.")]
    [InlineData(10, "reporting.order", "Узагальнення належить 10 вересня, раніше за звіти виконавців, 17 вересня.")]
    public void Too_little_time_to_summarise_is_said(int day, string code, string sentence)
    {
        var act = Plans.Act with { Reporting = [Plans.Act.Reporting[0], Plans.Act.Reporting[1] with { Day = day }] };

        var remark = Assert.Single(PlanLinter.Check(act, null, [Plans.Good]));

        Assert.Equal((code, sentence), (remark.Code, remark.Text));
    }

    [Fact]
    public void A_clause_without_a_day_is_said()
    {
        var act = Plans.Act with { Reporting = [Plans.Clause("Виконавцям", "відділу", null, null, "щокварталу інформувати відділ")] };

        Assert.Equal("Пункт про звіт не називає дня місяця: «Виконавцям щокварталу інформувати відділ».", Assert.Single(PlanLinter.Check(act, null, [Plans.Good])).Text);
    }

    [Theory]
    [InlineData("Підготовка та оприлюднення річного звіту про виконання плану заходів", "До 25 грудня 2020 року", "Звіт має бути 25 грудня 2020 року, а дані виконавців за IV квартал надходять того самого дня.")]
    [InlineData("Оприлюднення узагальненої інформації про хід реалізації плану", "до 20 грудня", "Звіт має бути 20 грудня 2020 року, а дані виконавців за IV квартал надходять лише 25 грудня.")]
    [InlineData("Підготовка річного звіту про виконання плану", "до 28 грудня 2020 року", null)]
    [InlineData("Подання річного звіту про виконання плану", "до 15 січня 2021 року", null)]
    [InlineData("Проведення звітних зустрічей депутатів", "до 20 грудня 2020 року", null)]
    public void A_report_due_before_its_data_is_said(string text, string term, string? sentence)
    {
        var act = Plans.Act with
        {
            Date = new(2020, 8, 13),
            Reporting = [Plans.Act.Reporting[0] with { Day = 25 }, Plans.Act.Reporting[1] with { Day = 10, MonthRule = MonthRule.NextMonth }],
        };

        var remarks = PlanLinter.Check(act, "План заходів на 2020–2021 роки", [Plans.Good with { Text = text, TermText = term }]);

        Assert.Equal(sentence, remarks.SingleOrDefault(r => r.Code == "term.before-data")?.Text);
        if (sentence is not null) Assert.Equal("Перенесіть строк на день після узагальнення, 10 січня 2021 року, або зберіть дані раніше.", remarks.Single(r => r.Code == "term.before-data").Proposal);
    }

    [Fact]
    public void A_plan_where_no_measure_has_a_term_is_said_once()
    {
        var remark = Assert.Single(Checked(Plans.Good with { TermText = null, Number = "1" }, Plans.Good with { TermText = null, Number = "2" }));

        Assert.Equal(("/measures", "План не називає строку для 2 заходів.", "Внесіть строки або залиште один для всіх: до 31 грудня 2020 року."), (remark.Pointer, remark.Text, remark.Proposal));
    }

    [Fact]
    public void A_plan_where_no_measure_has_a_criterion_is_said_once()
    {
        var remark = Assert.Single(Checked(Plans.Good with { Criteria = null }, Plans.Good with { Criteria = null }));

        Assert.Equal(("criterion.none", "План не називає критерію ефективності для 2 заходів.", "Внесіть критерії, де їх можна полічити, або звітуйте лише про зроблене."), (remark.Code, remark.Text, remark.Proposal));
    }

    [Fact]
    public void Indicators_by_year_are_criteria_enough() =>
        Assert.Empty(Checked(Plans.Good with { Criteria = null, Indicators = new Dictionary<string, string> { ["2020"] = "12" } }));

    [Fact]
    public void A_part_that_ends_after_the_whole_is_said()
    {
        var remarks = Checked(
            Plans.Good with { Number = "2", TermText = "До 1 жовтня 2020 року" },
            Plans.Good with { Number = "2.1", TermText = "До 25 вересня 2020 року" },
            Plans.Good with { Number = "2.2", TermText = "До 25 грудня 2020 року" });

        var remark = Assert.Single(remarks);
        Assert.Equal(("term.after-parent", "/measures/2/term_text"), (remark.Code, remark.Pointer));
        Assert.Equal("Строк заходу 2.2 — до 25 грудня 2020 року, а заходу 2, частиною якого він є, — до 1 жовтня 2020 року.", remark.Text);
        Assert.Equal("Узгодьте строки: ціле не завершується раніше за частину.", remark.Proposal);
    }

    [Theory]
    [InlineData("Відділ культри міської ради", "executor.alike", "Органу «Відділ культри міської ради» у реєстрі немає; схожий — «Відділ культури».")]
    [InlineData("Відділ туризму", "executor.new", "У реєстрі ще немає: «Відділ туризму».")]
    [InlineData("Ліцей № 5", "executor.new", "У реєстрі ще немає: «Ліцей № 5».")]
    [InlineData("відділ культури міської ради", null, null)]
    [InlineData("зацікавлені представники ГО", null, null)]
    public void A_body_that_the_register_does_not_have_is_said(string printed, string? code, string? sentence)
    {
        var register = new BodyRegister([.. new[] { "Відділ культури", "Відділ освіти", "Ліцей № 3" }.Select((name, i) => new KnownBody(i, BodyName.Key(name, null), name))]);

        var remarks = PlanLinter.Check(Plans.Act, null, [Plans.Good with { Number = "1" }, Plans.Good with { Number = "2", Executors = [new(printed, false)] }], register: register)
            .Where(r => r.Code is "executor.alike" or "executor.new").ToList();

        Assert.Equal(code, remarks.SingleOrDefault()?.Code);
        Assert.Equal(sentence, remarks.SingleOrDefault()?.Text);
        if (code is not null) Assert.Equal(code == "executor.alike" ? "/bodies/відділ культри" : "/measures/1/executors", remarks[0].Pointer);
    }

    [Fact]
    public void Many_new_bodies_are_one_remark_and_an_empty_register_misses_nobody()
    {
        Measure[] plan = [.. Enumerable.Range(1, 5).Select(i => Plans.Good with { Number = $"{i}", Executors = [new($"Ліцей № {i}", false)] })];

        Assert.Equal("У реєстрі ще немає: «Ліцей № 1», «Ліцей № 2», «Ліцей № 3» та ще 2.", Assert.Single(PlanLinter.Check(Plans.Act, null, plan, register: new BodyRegister([new(1, "школа", "Школа")]))).Text);
        Assert.Empty(Checked(plan));
    }

    [Fact]
    public void A_body_named_in_many_measures_is_said_once_with_their_number()
    {
        var police = Plans.Good with { Executors = [new("ГУНП в місті Глухові", false)] };

        var remark = Assert.Single(Checked(police, Plans.Good, police, police));

        Assert.Equal("Видавцеві акта не підпорядковано: «ГУНП в місті Глухові»; слів «за згодою» немає (так у 3 заходах).", remark.Text);
        Assert.Equal("/measures/0/executors", remark.Pointer);
    }

    [Fact]
    public void A_remark_stands_where_its_text_was_read_or_where_the_measure_was()
    {
        var remarks = PlanLinter.Check(Plans.Act, null, [Plans.Good, Plans.Good with { TermText = null }, Plans.Good with { TermText = "До 1 липня 2020 року" }],
            pointer => pointer switch { "/measures/1/text" => new Place(Table: 1, Row: 3, Cell: 2), "/measures/2/term_text" => new Place(Table: 1, Row: 4, Cell: 5), _ => null });

        Assert.Equal([new Place(Table: 1, Row: 3, Cell: 2), new Place(Table: 1, Row: 4, Cell: 5)], remarks.Select(r => r.Place));
    }

    [Fact]
    public void Any_plan_gives_remarks_of_the_closed_list_in_short_sentences()
    {
        string?[] terms = [null, "Протягом року", "До 1 липня 2020 року", "I квартал, щорічно", "у разі потреби", "31.13.2020", "до 25 грудня", ""];
        string?[] criteria = [null, "", "Не потребує", "не менше 75 %", "Збільшення кількості заходів", "Кількість учасників", "–", "У 2019 році проведено 5 заходів"];
        string[] executors = ["", "ГУНП", "зацікавлені представники ГО", "виконавчі комітети міських рад", "Відділ культури міської ради", "(за згодою)", "Усі"];
        var measures = from term in Gen.Elements(terms)
                       from criterion in Gen.Elements(criteria)
                       from executor in Gen.Elements(executors)
                       from consent in Gen.Elements(true, false)
                       from number in Gen.Elements(null, "1", "2", "5.")
                       select Plans.Good with { TermText = term, Criteria = criterion, Number = number, Executors = executor.Length == 0 ? [] : [new PrintedExecutor(executor, consent)] };
        var plans = from plan in measures.ListOf() from dated in Gen.Elements(true, false) select (plan, dated);

        Prop.ForAll(Arb.From(plans), p =>
        {
            var remarks = PlanLinter.Check(p.dated ? Plans.Act : Plans.Act with { Date = null }, null, [.. p.plan]);
            Assert.All(remarks, r =>
            {
                Assert.True(PlanLinter.Codes.Contains(r.Code), r.Code);
                Assert.True(Words().Count(r.Text) <= 25, r.Text);
                Assert.EndsWith(".", r.Text, StringComparison.Ordinal);
            });
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    static IReadOnlyList<Remark> Checked(params Measure[] measures) => PlanLinter.Check(Plans.Act, null, measures);

    [GeneratedRegex(@"\w+", RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}
