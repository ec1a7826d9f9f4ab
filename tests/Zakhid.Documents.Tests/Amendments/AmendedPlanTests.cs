using Zakhid.Documents.Amendments;
using Zakhid.Documents.Reading;
using Zakhid.Documents.Tests.Layouts;
using static Zakhid.Documents.Tests.Layouts.Cells;

namespace Zakhid.Documents.Tests.Amendments;

/// <summary>An earlier plan and an act that changes it: what the plan becomes, and what is said where it cannot.</summary>
public sealed class AmendedPlanTests
{
    static Paper Order(string number, string title) => new Paper().Title("ЗРАЗКІВСЬКА МІСЬКА РАДА", "РОЗПОРЯДЖЕННЯ МІСЬКОГО ГОЛОВИ").P($"15.01.2024 № {number}").P(title);

    static readonly PlanReading Plan = PlanReader.Read(Order("9", "Про план заходів щодо підтримки ветеранів на 2023 рік")
        .P("1. Затвердити план заходів щодо підтримки ветеранів на 2023 рік (додається).").P("2. Контроль за виконанням розпорядження залишаю за собою.").P("Міський голова\tОлена ЗРАЗОК")
        .P("ЗАТВЕРДЖЕНО").P("Розпорядження міського голови").P("15.01.2024 № 9").Title("ПЛАН ЗАХОДІВ", "щодо підтримки ветеранів на 2023 рік")
        .Table(4, Head("№ з/п", "Назва заходу", "Строк виконання", "Відповідальні виконавці"), Row(new CellText("І. Працевлаштування", Across: 4)),
            Row("1", "Провести ярмарок вакансій для ветеранів", "До 1 травня 2023 року", "Відділ освіти міської ради"), Row("2", "Створити базу вакансій «Ветеран»", "Постійно", "Відділ освіти міської ради\nрайонна філія центру зайнятості (за згодою)"),
            Row("3", "Навчити ОТГ працювати з ветеранами", "Щокварталу", "Відділ соціального захисту"), Row(new CellText("ІІ. Дозвілля", Across: 4)),
            Row("4", "Провести турнір", "Червень 2023 року", "Відділ молоді"), Row("5", "Надати допомогу ОТГ", "Протягом року", "Відділ молоді"), Row("8", "Видати буклет", "Протягом року", "Відділ молоді")).Document);

    static AmendedPlan Amended(params string[] items)
    {
        var paper = Order("88", "Про внесення змін до плану заходів").P("1. Внести до плану заходів щодо підтримки ветеранів на 2023 рік, затвердженого розпорядженням міського голови від 15.01.2024 № 9, такі зміни:");
        foreach (var line in items) paper.P(line);
        return AmendedPlan.Of(Plan, PlanReader.Read(paper.P("2. Контроль за виконанням розпорядження залишаю за собою.").P("Міський голова\tОлена ЗРАЗОК").Document));
    }

    static string Point(AmendedPlan plan, string number) => plan.Reading.Measures.Where(m => m.Number == number).Select(m => $"{m.Text} | {m.TermText} | {string.Join("; ", m.Executors.Select(e => e.Name + (e.ByConsent ? "*" : "")))}").Single();

    [Fact]
    public void A_point_in_a_new_wording_takes_the_place_of_the_old_one()
    {
        var plan = Amended("1) пункт 3 викласти в такій редакції:", "«3. Навчити посадових осіб.", "Відділ кадрів міської ради.", "До 1 липня 2024 року.».");

        Assert.Equal("Навчити посадових осіб. | До 1 липня 2024 року | Відділ кадрів міської ради", Point(plan, "3"));
        Assert.Equal("І. Працевлаштування", plan.Reading.Measures[2].Section);
        Assert.Equal(["text", "term_text", "executors"], plan.Steps.Single().Changes.Select(c => c.Field));
        Assert.Equal(("Щокварталу", "До 1 липня 2024 року"), plan.Steps.Single().Changes.Where(c => c.Field == "term_text").Select(c => (c.Before, c.After)).Single());
        Assert.Empty(plan.Remarks);
    }

    [Fact]
    public void Points_numbered_with_a_bracket_are_found_by_their_number_and_keep_the_bracket()
    {
        var printed = Plan with { Measures = [.. Plan.Measures.Select(m => m with { Number = m.Number + ")" })] };
        var act = PlanReader.Read(Order("88", "Про внесення змін до плану заходів").P("1. Внести до плану заходів щодо підтримки ветеранів на 2023 рік, затвердженого розпорядженням міського голови від 15.01.2024 № 9, такі зміни:")
            .P("1) пункт 2 виключити;").P("2) пункт 3 вважати пунктом 2.").P("2. Контроль за виконанням розпорядження залишаю за собою.").P("Міський голова\tОлена ЗРАЗОК").Document);

        var plan = AmendedPlan.Of(printed, act);

        Assert.Equal(["1)", "2)", "4)", "5)", "8)"], plan.Reading.Measures.Select(m => m.Number));
        Assert.Equal("Навчити ОТГ працювати з ветеранами", plan.Reading.Measures[1].Text);
        Assert.Empty(plan.Remarks);
    }

    [Fact]
    public void An_added_point_stands_where_its_number_puts_it()
    {
        var plan = Amended("1) доповнити пунктами 2¹ і 6 такого змісту:", "«2¹. Провести зустріч.", "Відділ культури міської ради.", "Травень 2024 року.", "6. Оновити сайт.", "Відділ культури міської ради.", "Постійно.».");

        Assert.Equal(["1", "2", "2-1", "3", "4", "5", "6", "8"], plan.Reading.Measures.Select(m => m.Number));
        Assert.Equal(["І. Працевлаштування", "ІІ. Дозвілля"], plan.Reading.Measures.Where(m => m.Number is "2-1" or "6").Select(m => m.Section));
        Assert.Equal("Провести зустріч. | Травень 2024 року | Відділ культури міської ради", Point(plan, "2-1"));
    }

    [Fact]
    public void Removed_points_are_gone_and_the_rest_are_renumbered_at_once()
    {
        var plan = Amended("1) пункти 2 і 4 виключити;", "2) у зв’язку з цим пункти 3, 5, 8 вважати відповідно пунктами 2, 3, 5.");

        Assert.Equal(["1", "2", "3", "5"], plan.Reading.Measures.Select(m => m.Number));
        Assert.Equal("Надати допомогу ОТГ | Протягом року | Відділ молоді", Point(plan, "3"));
        Assert.Equal(Plan.Places["/measures/4/text"], plan.Reading.Places["/measures/2/text"]);
    }

    [Fact]
    public void Words_are_replaced_whatever_their_quotation_marks_and_capitals()
    {
        var plan = Amended("1) у пункті 1 слова «до 1 травня» замінити словами «до 1 вересня»;", "2) у пункті 2 слова \"базу вакансій “Ветеран”\" замінити словами «реєстр»;", "3) у графі «Відповідальні виконавці» пункту 5 слова «відділ молоді» замінити словами «Відділ спорту»;",
            "4) пункт 8 після слова «буклет» доповнити словами «для ветеранів»;", "5) у пункті 2 слова «Відділ освіти міської ради» виключити;", "6) у назві цифри «2023» замінити цифрами «2024».");

        Assert.Equal("Провести ярмарок вакансій для ветеранів | До 1 вересня 2023 року | Відділ освіти міської ради", Point(plan, "1"));
        Assert.Equal("Створити реєстр | Постійно | районна філія центру зайнятості*", Point(plan, "2"));
        Assert.Equal("Надати допомогу ОТГ | Протягом року | Відділ спорту", Point(plan, "5"));
        Assert.Equal("Видати буклет для ветеранів | Протягом року | Відділ молоді", Point(plan, "8"));
        Assert.Equal("Про план заходів щодо підтримки ветеранів на 2024 рік", plan.Reading.Act.Title);
        Assert.Empty(plan.Remarks);
    }

    [Fact]
    public void Words_of_the_whole_plan_change_in_every_point_and_a_term_moves()
    {
        var plan = Amended("1) у тексті плану абревіатуру «ОТГ» замінити словом «громада»;", "2) строк виконання пунктів 4 і 8 перенести на 1 грудня 2024 року;", "3) пункт 4 доповнити словами «відділ культури міської ради (за згодою)».");

        Assert.Equal("Навчити громада працювати з ветеранами | Щокварталу | Відділ соціального захисту", Point(plan, "3"));
        Assert.Equal("Провести турнір | до 1 грудня 2024 року | Відділ молоді міської ради; відділ культури міської ради*", Point(plan, "4"));
        Assert.Equal("Видати буклет | до 1 грудня 2024 року | Відділ молоді", Point(plan, "8"));
    }

    [Fact]
    public void What_the_plan_does_not_have_is_said_and_nothing_is_guessed()
    {
        var plan = Amended("1) пункт 12 виключити;", "2) у пункті 1 слова «до 7 березня» замінити словами «до 1 квітня»;", "3) доповнити пунктом 3 такого змісту:", "«3. Провести зустріч.", "Відділ культури міської ради.", "Травень 2024 року.»;",
            "4) абзац другий пункту 4 виключити;", "5) пункт 2 розділу ІІ виключити;", "6) у графі «Примітка» пункту 5 слова «так» замінити словами «ні».");

        Assert.Equal(Plan.Measures, plan.Reading.Measures);
        Assert.Equal(
        [
            "Пункту 12 у плані немає: зміну не внесено.", "У пункті 1 немає слів «до 7 березня»: зміну не внесено.", "Пункт 3 у плані вже є: другого не додано.",
            "Пункт 4, абзац 2: у прочитаному плані пункт не поділено на такі частини.", "Пункту 2 у плані немає: у розділі 2 його не знайдено.", "Не зрозуміло, що в плані названо графою «Примітка».",
        ], plan.Remarks.Select(r => r.Text.Replace("План, п", "П", StringComparison.Ordinal)));
        Assert.Equal("/amendments/0/operations/0", plan.Remarks[0].Pointer);
        Assert.Equal("Перевірте номер або додайте пункт.", plan.Remarks[0].Proposal);
    }

    [Fact]
    public void A_section_is_removed_with_its_points()
    {
        var plan = Amended("1) розділ ІІ виключити.");

        Assert.Equal(["І. Працевлаштування"], plan.Reading.Sections);
        Assert.Equal(["1", "2", "3"], plan.Reading.Measures.Select(m => m.Number));
    }

    [Fact]
    public void A_restated_plan_takes_the_place_of_the_whole()
    {
        var act = Order("88", "Про внесення змін до плану заходів").P("1. План заходів щодо підтримки ветеранів на 2023 рік, затверджений розпорядженням міського голови від 15.01.2024 № 9, викласти в новій редакції (додається).").P("2. Контроль за виконанням розпорядження залишаю за собою.").P("Міський голова\tОлена ЗРАЗОК")
            .P("ЗАТВЕРДЖЕНО").P("Розпорядження міського голови").P("15.01.2024 № 9").Title("ПЛАН ЗАХОДІВ", "щодо підтримки ветеранів на 2024 рік").Table(4, Head("№ з/п", "Назва заходу", "Строк виконання", "Відповідальні виконавці"), Row("1", "Провести зустріч", "Травень 2024 року", "Відділ молоді")).Document;

        var plan = AmendedPlan.Of(Plan, PlanReader.Read(act));

        Assert.Equal("Провести зустріч | Травень 2024 року | Відділ молоді", Point(plan, "1"));
        Assert.Single(plan.Reading.Measures);
        Assert.Empty(plan.Reading.Sections);
        Assert.Equal(7, plan.Steps.Single().Changes.Count);
    }

    [Fact]
    public void Points_of_a_plan_without_numbers_are_counted_as_they_stood_and_the_clerk_is_asked()
    {
        var unnumbered = Plan with { Measures = [.. Plan.Measures.Select(m => m with { Number = null })] };
        var act = Order("88", "Про внесення змін до плану заходів").P("1. Внести до плану заходів, затвердженого розпорядженням міського голови від 15.01.2024 № 9, такі зміни:")
            .P("1) пункт 2 виключити;").P("2) строк виконання пункту 4 перенести на 1 грудня 2024 року;").P("3) доповнити пунктом 7 такого змісту:").P("«7. Провести зустріч.").P("Відділ культури міської ради.").P("Травень 2024 року.».");

        var plan = AmendedPlan.Of(unnumbered, PlanReader.Read(act.P("2. Контроль за виконанням розпорядження залишаю за собою.").P("Міський голова\tОлена ЗРАЗОК").Document));

        Assert.Equal([0, 2, 3, 4, 5, null], plan.Origins);
        Assert.Equal("до 1 грудня 2024 року", plan.Reading.Measures[2].TermText);
        Assert.Equal("Провести зустріч.", plan.Reading.Measures[^1].Text);
        Assert.Equal(["Заходи плану не пронумеровано: пунктом 2 вважаємо 2-й за порядком — Створити базу вакансій «Ветеран»", "Заходи плану не пронумеровано: пунктом 4 вважаємо 4-й за порядком — Провести турнір"],
            plan.Remarks.Where(r => r.Severity == Severity.Question).Select(r => r.Text));
    }

    [Fact]
    public void A_repealed_plan_is_said_and_another_act_changes_nothing()
    {
        PlanReading Act(string clause) => PlanReader.Read(Order("88", "Про визнання таким, що втратило чинність, розпорядження").P("1. " + clause).P("2. Контроль за виконанням розпорядження залишаю за собою.").P("Міський голова\tОлена ЗРАЗОК").Document);

        Assert.True(AmendedPlan.Of(Plan, Act("Визнати таким, що втратило чинність, розпорядження міського голови від 15.01.2024 № 9.")).IsRepealed);
        var other = AmendedPlan.Of(Plan, Act("Визнати таким, що втратило чинність, розпорядження міського голови від 15.01.2024 № 10."));
        Assert.False(other.IsRepealed);
        Assert.Equal("Акт не змінює цього плану: він називає інші документи.", Assert.Single(other.Remarks).Text);
    }

    [Fact]
    public void Nothing_of_the_earlier_reading_is_changed_in_place()
    {
        var before = string.Join('\n', Plan.Measures);

        Amended("1) пункти 1–3 виключити;", "2) у пункті 4 слово «турнір» замінити словом «змагання».");

        Assert.Equal(before, string.Join('\n', Plan.Measures));
    }
}
