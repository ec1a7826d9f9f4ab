using Zakhid.Documents.Reading;

namespace Zakhid.Documents.Tests.Sheets;

/// <summary>Plans as offices keep them in workbooks: beside other sheets, with days as days, with totals, stamps and hidden columns.</summary>
public class PlansInSheets
{
    static readonly string[] Heading = ["№ з/п", "Найменування заходу", "Строк виконання", "Відповідальні виконавці"];

    static string[] Told(PlanReading reading) => [.. reading.Measures.Select(m => $"{m.Number} | {m.Section} | {m.Text} | {m.TermText} | {string.Join("; ", m.Executors.Select(e => e.Name))}")];

    static PlanReading Read(params TestSheet[] sheets) => PlanReader.Read(new SheetFile(sheets).Read("xlsx"));

    [Fact]
    public void The_sheet_of_the_plan_is_found_among_lists_and_estimates()
    {
        var list = new TestSheet("Склад групи").Row(0, "СКЛАД робочої групи").Row(2, "№", "Прізвище, ім’я", "Посада").Row(3, "1", "Зразок Олена", "начальниця відділу").Row(4, "2", "Приклад Петро", "староста");
        var plan = new TestSheet("Заходи").Row(0, "ПЛАН ЗАХОДІВ", null).Row(1, "щодо підтримки молоді на 2025 рік").Row(3, Heading).Row(4, "1", "Провести форум молоді", "до 25.09.2025", "Відділ культури").Row(5, "2", "Оновити сторінку на сайті", "щокварталу", "Сектор комунікацій");
        var estimate = new TestSheet("Кошторис").Row(0, "№", "Найменування заходу", "Виконавець", "Сума, тис. грн").Row(1, "1", "Оренда зали", "Відділ культури", "12").Row(2, "2", "Друк листівок", "Відділ культури", "5");

        var reading = Read(list, plan, estimate);

        Assert.Equal(["1 |  | Провести форум молоді | до 25.09.2025 | Відділ культури", "2 |  | Оновити сторінку на сайті | щокварталу | Сектор комунікацій"], Told(reading));
        Assert.Equal("ПЛАН ЗАХОДІВ щодо підтримки молоді на 2025 рік", reading.Act.Title);
        Assert.Equal(new SheetPlace("Заходи", 5, 3), reading.Places["/measures/0/term_text"].Sheet);
    }

    [Fact]
    public void Plans_on_several_sheets_are_one_with_their_sheets_as_sections()
    {
        var reading = Read(new TestSheet("Освіта").Row(0, Heading).Row(1, "1", "Провести олімпіаду", "Травень 2025 року", "Управління освіти"),
            new TestSheet("Культура").Row(0, Heading).Row(1, "1", "Провести фестиваль", "Червень 2025 року", "Відділ культури"));

        Assert.Equal(["1 | Освіта | Провести олімпіаду | Травень 2025 року | Управління освіти", "1 | Культура | Провести фестиваль | Червень 2025 року | Відділ культури"], Told(reading));
    }

    [Fact]
    public void Days_numbers_and_totals_are_what_they_look_like()
    {
        var sheet = new TestSheet("План") { HiddenColumns = [4] }.Row(1, null, "План заходів з благоустрою на 2025 рік").Row(3, null, "№", "Захід", "Термін", "Службове", "Виконавець", "Джерело фінансування", "Обсяг, тис. грн");
        sheet.Add(new(4, 1, Number: 1), new(4, 2, "Висадити дерева"), new(4, 3, Day: new(2025, 10, 25)), new(4, 4, "не друкувати"), new(4, 5, "КП «Зелене господарство»"), new(4, 6, "Місцевий бюджет"), new(4, 7, Number: 120.5, Format: "#,##0.00"));
        sheet.Add(new(5, 1, Number: 2), new(5, 2, "Полагодити лави"), new(5, 3, Number: 45931, Format: "mmmm yyyy"), new(5, 5, "КП «Зелене господарство»"), new(5, 6, "Місцевий бюджет"), new(5, 7, Number: 1080, Format: "#,##0.00"));
        sheet.Add(new(6, 2, "Разом"), new(6, 7, Number: 1200.5, Format: "#,##0.00"), new(9, 1, "Керуючий справами"), new(9, 6, "Петро ПРИКЛАД"));

        var reading = Read(sheet);

        Assert.Equal(["1 |  | Висадити дерева | 25.10.2025 | КП «Зелене господарство»", "2 |  | Полагодити лави | жовтень 2025 | КП «Зелене господарство»"], Told(reading));
        Assert.Equal([120.5m, 1080m], reading.Measures.Select(m => m.FundingItems.Single().Sums.Values.Single()));
        Assert.Equal("Петро ПРИКЛАД", reading.Act.Signatory);
        Assert.Contains(reading.Remarks, r => r.Code == "document.hidden-cells");
    }

    [Fact]
    public void A_stamp_beside_another_is_read_by_its_own_column()
    {
        var sheet = new TestSheet("План").Row(0, "ПОГОДЖЕНО", null, null, "ЗАТВЕРДЖУЮ").Row(1, "Голова громадської ради", null, null, "Міський голова").Row(2, "Ганна ВИГАДАНА", null, null, "Олена ЗРАЗОК").Row(3, "10.01.2025", null, null, "12.01.2025")
            .Row(5, "ПЛАН ЗАХОДІВ на 2025 рік").Row(7, Heading).Row(8, "1", "Провести форум", "Постійно", "Відділ культури");

        var reading = Read(sheet);

        Assert.Equal("12.01.2025 Олена ЗРАЗОК", $"{reading.Act.Date:dd.MM.yyyy} {reading.Act.Signatory}");
        Assert.Single(reading.Measures);
    }

    [Fact]
    public void A_stamp_beside_a_letterhead_is_read_whole_and_the_title_under_both_stays_a_title()
    {
        var sheet = new TestSheet("План").Row(0, "Зразківська міська рада", null, null, "ЗАТВЕРДЖЕНО").Row(1, "Відділ культури", null, null, "рішення виконавчого комітету").Row(2, null, null, null, "Зразківської міської ради").Row(3, null, null, null, "12.01.2025 № 15")
            .Row(4, "ПЛАН ЗАХОДІВ на 2025 рік").Row(5, Heading).Row(6, "1", "Провести форум", "Постійно", "Відділ культури");

        var act = Read(sheet).Act;

        Assert.Equal("рішення 15 12.01.2025 виконавчий комітет Зразківської міської ради | ПЛАН ЗАХОДІВ на 2025 рік", $"{act.Kind} {act.Number} {act.Date:dd.MM.yyyy} {act.Issuer} | {act.Title}");
    }

    [Fact]
    public void An_act_on_one_sheet_approves_the_plan_on_the_next()
    {
        var act = new TestSheet("Рішення").Row(0, "ЗРАЗКІВСЬКА МІСЬКА РАДА").Row(1, "РІШЕННЯ").Row(2, "12.01.2025", null, "м. Зразків", null, "№ 15").Row(3, "Про затвердження плану заходів на 2025 рік").Row(4, "1. Затвердити план заходів на 2025 рік (додається).").Row(5, "2. Контроль за виконанням рішення покласти на керуючого справами.").Row(7, "Міський голова", null, null, "Олена ЗРАЗОК");
        var plan = new TestSheet("План").Row(0, "ПЛАН ЗАХОДІВ на 2025 рік").Row(1, Heading).Row(2, "1", "Провести форум", "Постійно", "Відділ культури");

        var reading = Read(act, plan);

        Assert.Equal("рішення 15 12.01.2025 Зразківська міська рада Олена ЗРАЗОК", $"{reading.Act.Kind} {reading.Act.Number} {reading.Act.Date:dd.MM.yyyy} {reading.Act.Issuer} {reading.Act.Signatory}");
        Assert.Equal(["1 |  | Провести форум | Постійно | Відділ культури"], Told(reading));
    }

    [Fact]
    public void A_heading_typed_into_the_first_cell_is_a_section()
    {
        var reading = Read(new TestSheet("План").Row(0, Heading).Row(1, "Інформування населення").Row(2, "1", "Провести форум", "Постійно", "Відділ культури").Row(3, "Благоустрій громади").Row(4, "2", "Висадити дерева", "Постійно", "Відділ благоустрою"));

        Assert.Equal(["Інформування населення", "Благоустрій громади"], reading.Sections);
    }

    [Fact]
    public void The_tenth_number_that_a_sheet_shortened_is_whole_again_and_asked_about()
    {
        var sheet = new TestSheet("План").Row(0, Heading);
        for (var n = 8; n <= 11; n++) sheet.Add(new TestCell(n, 0, Number: double.Parse($"1.{n}", System.Globalization.CultureInfo.InvariantCulture))).Add(new(n, 1, $"Провести захід номер {n}"), new(n, 2, "Постійно"), new(n, 3, "Відділ культури"));

        var reading = Read(sheet);

        Assert.Equal(["1.8", "1.9", "1.10", "1.11"], reading.Measures.Select(m => m.Number));
        Assert.Equal(["/measures/2/no"], reading.Unsure);
    }

    [Fact]
    public void A_table_without_headings_is_told_by_what_its_cells_look_like()
    {
        var reading = Read(new TestSheet("Аркуш1").Row(0, "План заходів громади на 2025 рік").Row(2, "1", "Провести форум молоді громади", "до 25.09.2025", "Відділ культури міської ради").Row(3, "2", "Оновити сторінку на сайті", "щокварталу", "Сектор комунікацій міської ради"));

        Assert.Equal(["1 |  | Провести форум молоді громади | до 25.09.2025 | Відділ культури міської ради", "2 |  | Оновити сторінку на сайті | щокварталу | Сектор комунікацій міської ради"], Told(reading));
    }

    [Fact]
    public void A_sheet_of_prices_is_no_plan()
    {
        var reading = Read(new TestSheet("Прайс").Row(0, "Товар", "Ціна", "Кількість").Row(1, "Папір", "120", "3").Row(2, "Ручки", "15", "40"));

        Assert.Empty(reading.Measures);
        Assert.NotNull(reading.LooksLike);
    }
}
