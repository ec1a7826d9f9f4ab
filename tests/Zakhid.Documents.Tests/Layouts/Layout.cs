using Zakhid.Documents.Reading;
using static Zakhid.Documents.Tests.Layouts.Cells;

namespace Zakhid.Documents.Tests.Layouts;

/// <summary>
/// A way in which offices lay out a plan: the document, and which of the plan's fields it prints. Sections are printed
/// where <see cref="Fields"/> hold «section»; its form may add a number («І. …»).
/// </summary>
sealed partial record Layout(string Name, string Fields, Func<SamplePlan, Paper> LayOut)
{
    public override string ToString() => Name;

    static Paper Order(string format = "docx") => new Paper(format).Title("ЗРАЗКІВСЬКА МІСЬКА РАДА", "ВИКОНАВЧИЙ КОМІТЕТ", "РІШЕННЯ").P("12.01.2024          м. Зразків          № 15")
        .P("Про затвердження плану заходів щодо розвитку комунікацій Зразківської громади на 2024 рік").P("Відповідно до статті 40 Закону України «Про місцеве самоврядування в Україні» виконавчий комітет міської ради").P("ВИРІШИВ:")
        .P("1. Затвердити план заходів щодо розвитку комунікацій Зразківської громади на 2024 рік (додається).").P("2. Контроль за виконанням рішення покласти на керуючого справами виконавчого комітету.")
        .P("Міський голова\tОлена ЗРАЗОК").P("ЗАТВЕРДЖЕНО", newPage: true).P("рішення виконавчого комітету").P("12.01.2024 № 15");

    static Paper Plan(string format = "docx") => Order(format).Title("ПЛАН ЗАХОДІВ", "щодо розвитку комунікацій Зразківської громади на 2024 рік");

    static Paper Signed(Paper paper) => paper.P("Керуючий справами\tПетро ПРИКЛАД");

    static string Who(SampleMeasure m) => string.Join(", ", m.Executors.Select(e => e.Consent ? $"{e.Name} (за згодою)" : e.Name));
    static string WhoLines(SampleMeasure m) => string.Join("\n", m.Executors.Select(e => e.Consent ? $"{e.Name} (за згодою)" : e.Name));
    static Cells[] Rows(SamplePlan plan, Func<SampleMeasure, Cells> row) => [.. plan.Measures.Select(row)];

    static readonly string[] Roman = ["І", "ІІ", "ІІІ", "ІV"];

    public static IReadOnlyList<Layout> All { get; } =
    [
        .. OfOtherOffices(),

        new("п’ять колонок без номера", "audience criteria term executors", plan => Signed(Plan().Table(5,
            [Head("Найменування заходу", "Цільова аудиторія", "Критерії ефективності", "Строки виконання", "Відповідальні за виконання"), .. Rows(plan, m => Row(m.Text, m.Audience, m.Criteria, m.Term, WhoLines(m)))]))),

        new("сім колонок", "no goal audience funding term executors", plan => Signed(Plan().Table(7,
            [Head("№ п/п", "Комунікаційні цілі", "Найменування заходу", "Цільова аудиторія", "Джерело фінансування", "Відповідальні за виконання", "Строк виконання"), .. Rows(plan, m => Row(m.Number + ".", m.Goal, m.Text, m.Audience, m.Funding, Who(m), m.Term))]))),

        new("колонки у зворотному порядку", "no criteria term executors", plan => Plan().Table(5,
            [Head("Виконавці", "Термін реалізації", "Очікуваний результат", "Зміст заходу", "№"), .. Rows(plan, m => Row(WhoLines(m), m.Term, m.Criteria, m.Text, m.Number))])),

        new("інші слова заголовків", "no audience criteria funding term executors", plan => Plan().Table(7,
            [Head("№ з/п", "Назва заходу", "Хто виконує", "Дата проведення", "Індикатор виконання", "Цільова група", "Джерела та обсяги фінансування"), .. Rows(plan, m => Row(m.Number, m.Text, Who(m), m.Term, m.Criteria, m.Audience, m.Funding))])),

        new("заголовок у два рядки з роками", "no funding term executors indicators", plan => Plan().Table(7,
            [Head(new("№ з/п", Down: 2), new("Найменування заходу", Down: 2), new("Строк виконання", Down: 2), new("Виконавець", Down: 2), new("Джерело фінансування", Down: 2), new("Показники виконання", Across: 2)), Head("2024 рік", "2025 рік"),
                .. Rows(plan, m => Row(m.Number, m.Text, m.Term, WhoLines(m), m.Funding, "10", "20"))])),

        new("заголовок у три рядки і номери колонок", "no funding term executors sums", plan => Plan().Table(7,
            [Head(new("№", Down: 3), new("Перелік заходів", Down: 3), new("Термін виконання", Down: 3), new("Відповідальні виконавці", Down: 3), new("Фінансування", Across: 3)), Head(new("Джерела фінансування", Down: 2), new("Обсяг, тис. грн", Across: 2)), Head("2024", "Всього"),
                Row("1", "2", "3", "4", "5", "6", "7"), .. Rows(plan, m => Row(m.Number, m.Text, m.Term, WhoLines(m), m.Funding, m.Money.ToString("0.0").Replace('.', ','), m.Money.ToString("0.0").Replace('.', ',')))])),

        new("об’єднані цілі", "no goal term executors", plan => Plan().Table(5,
            [Head("№ з/п", "Завдання", "Захід", "Строк", "Відповідальний"), .. plan.Sections.SelectMany(s => s.Measures.Select((m, i) => i == 0
                ? Row(m.Number, new CellText(m.Goal, Down: s.Measures.Count), m.Text, m.Term, Who(m)) : Row(m.Number, m.Text, m.Term, Who(m))))])),

        new("об’єднані виконавці й строки", "no shared", plan => Plan().Table(4,
            [Head("№ з/п", "Назва заходу", "Відповідальні за виконання", "Строк виконання"), .. plan.Sections.SelectMany(s => s.Measures.Select((m, i) => i == 0
                ? Row(m.Number, m.Text, new CellText(Who(s.Measures[0]), Down: s.Measures.Count), new CellText(s.Measures[0].Term, Down: s.Measures.Count)) : Row(m.Number, m.Text)))])),

        new("розділи рядками таблиці", "no section term executors", plan => Plan().Table(4,
            [Head("№ з/п", "Найменування заходу", "Термін виконання", "Відповідальні виконавці"), .. plan.Sections.SelectMany((s, i) => new[] { Row(new CellText($"{Roman[i]}. {s.Title}", Across: 4)) }.Concat(s.Measures.Select(m => Row(m.Number, m.Text, m.Term, WhoLines(m)))))])),

        new("розділи з номером у своїй клітинці", "no section term executors", plan => Plan().Table(4,
            [Head("№ з/п", "Найменування заходу", "Термін виконання", "Виконавці"), .. plan.Sections.SelectMany((s, i) => new[] { Row($"{i + 1}.", new CellText(s.Title, Across: 3)) }.Concat(s.Measures.Select(m => Row(m.Number, m.Text, m.Term, WhoLines(m)))))])),

        new("розділи без об’єднання клітинок", "no section term executors", plan => Plan().Table(4,
            [Head("№ з/п", "Найменування заходу", "Термін виконання", "Виконавці"), .. plan.Sections.SelectMany((s, i) => new[] { Row("", $"Розділ {i + 1}. {s.Title}", "", "") }.Concat(s.Measures.Select(m => Row(m.Number, m.Text, m.Term, WhoLines(m)))))])),

        new("заголовок таблиці на кожній сторінці", "no term executors criteria", plan => Signed(Plan().Table(5,
            [.. plan.Sections.SelectMany(s => new[] { Head("№ з/п", "Назва заходу", "Строк виконання", "Виконавець", "Показник") }.Concat(s.Measures.Select(m => Row(m.Number, m.Text, m.Term, WhoLines(m), m.Criteria))))]))),

        new("таблиця на кожній сторінці без заголовка", "no term executors", plan => plan.Sections.Skip(1).Aggregate(Plan().Table(4,
            [Head("№ з/п", "Назва заходу", "Строк виконання", "Виконавець"), .. plan.Sections[0].Measures.Select(m => Row(m.Number, m.Text, m.Term, WhoLines(m)))]), (paper, s) => paper.P("2", newPage: true).Table(4, [.. s.Measures.Select(m => Row(m.Number, m.Text, m.Term, WhoLines(m)))]))),

        new("рядки, розірвані сторінкою", "no goal term executors", plan => Plan().Table(5,
            [Head("№ з/п", "Ціль", "Назва заходу", "Виконавець", "Строк виконання"), .. plan.Measures.SelectMany(m => Torn(m))])),

        new("номер у клітинці заходу", "no term executors", plan => Plan().Table(3,
            [Head("Зміст заходу", "Відповідальні виконавці", "Термін виконання"), .. Rows(plan, m => Row($"{m.Number}. {m.Text}", WhoLines(m), m.Term))])),

        new("зайві колонки", "no term executors venue supervisors", plan => Plan().Table(8,
            [Head("№ з/п", "Назва заходу", "Обсяг робіт", "Дата", "Місце проведення", "Керівник", "Виконавець", "Відмітка про виконання"), .. Rows(plan, m => Row(m.Number, m.Text, "5 од.", m.Term, m.Venue, m.Supervisor, WhoLines(m), ""))])),

        new("дати рядками на всю ширину", "no dates venue executors", plan => Plan().Table(4,
            [Head("№ з/п", "Захід", "Місце проведення", "Відповідальні"), .. plan.Sections.SelectMany((s, i) => new[] { Row(new CellText($"{i + 15} травня 2024 року", Across: 4)) }.Concat(s.Measures.Select(m => Row(m.Number, m.Text, m.Venue, WhoLines(m)))))])),

        new("підсумки за джерелами", "no term executors funding sums", plan => Plan().Table(6,
            [Head("№ з/п", "Найменування заходу", "Строк виконання", "Виконавці", "Джерела фінансування", "Орієнтовні обсяги фінансування, тис. грн"), .. Rows(plan, m => Row(m.Number, m.Text, m.Term, WhoLines(m), m.Funding, m.Money.ToString("0.0"))), Row("", new CellText("Усього за планом", Across: 4), plan.Measures.Sum(m => m.Money).ToString("0.0"))])),

        new("таблиця в кожному розділі", "no section term executors", plan => plan.Sections.Select((s, i) => (s, i)).Aggregate(Plan(), (paper, x) => paper.Title($"{Roman[x.i]}. {x.s.Title}").Table(4,
            [Head("№ з/п", "Завдання", "Термін", "Виконавець"), .. x.s.Measures.Select(m => Row(m.Number, m.Text, m.Term, WhoLines(m)))]))),

        new("абзаци: текст, виконавці, строк", "no term executors", plan => Signed(plan.Measures.Aggregate(Plan(), (paper, m) => paper.P($"{m.Number}. {Dotted(m)}").P(Who(m)).P(m.Term)))),
        new("абзаци: текст, строк, виконавці", "no term executors", plan => Signed(plan.Measures.Aggregate(Plan(), (paper, m) => paper.P($"{m.Number}. {Dotted(m)}").P(m.Term).P(WhoLines(m))))),
        new("абзаци: виконавці кожен окремо", "no) term executors", plan => Signed(plan.Measures.Aggregate(Plan(), (paper, m) => WhoLines(m).Split('\n').Select((w, i) => i + 1 < m.Executors.Count ? w + "," : w).Aggregate(paper.P($"{m.Number}) {Dotted(m)}"), (p, w) => p.P(w)).P(m.Term)))),
        new("абзаци: виконавці і строк в одному рядку", "no term executors", plan => Signed(plan.Measures.Aggregate(Plan(), (paper, m) => paper.P($"{m.Number}. {Dotted(m)}").P($"{Who(m)}\n{m.Term}")))),
        new("абзаци: усе під одним номером", "no term executors", plan => Signed(plan.Measures.Aggregate(Plan(), (paper, m) => paper.P($"{m.Number}. {Dotted(m)}\n{Who(m)}\n{m.Term}")))),
        new("абзаци з підписами", "no term executors criteria", plan => Signed(plan.Measures.Aggregate(Plan(), (paper, m) => paper.P($"{m.Number}. {Dotted(m)}").P($"Відповідальні: {Who(m)}.").P($"Строк виконання: {m.Term}.").P($"Очікуваний результат: {m.Criteria}")))),
        new("підписи в тому самому абзаці", "no term executors", plan => Signed(plan.Measures.Aggregate(Plan(), (paper, m) => paper.P($"{m.Number}. {Dotted(m)} Виконавці: {Who(m)}. Термін виконання: {m.Term}.")))),
        new("автоматичні номери", "no term executors", plan => Signed(plan.Measures.Aggregate(Plan(), (paper, m) => paper.P(Dotted(m), label: m.Number + ".").P(Who(m)).P(m.Term)))),
        new("абзаци під римськими розділами", "no section term executors", plan => Signed(plan.Sections.Select((s, i) => (s, i)).Aggregate(Plan(), (paper, x) => x.s.Measures.Aggregate(paper.Title($"{Roman[x.i]}. {x.s.Title}"), (p, m) => p.P($"{m.Number}. {Dotted(m)}").P(Who(m)).P(m.Term))))),
        new("абзаци під арабськими розділами", "section term executors numbered", plan => Signed(plan.Sections.Select((s, i) => (s, i)).Aggregate(Plan(), (paper, x) => x.s.Measures.Select((m, k) => (m, k)).Aggregate(paper.P($"{x.i + 1}. {x.s.Title}"), (p, y) => p.P($"{x.i + 1}.{y.k + 1}. {Dotted(y.m)}").P(Who(y.m)).P(y.m.Term))))),
        new("абзаци без номерів", "term executors", plan => Signed(plan.Measures.Aggregate(Plan(), (paper, m) => paper.P(Dotted(m)).P(Who(m)).P(m.Term)))),
        new("текст, загорнутий руками", "no term executors", plan => Wrapped(plan)),
        new("таблиця знаками табуляції", "no goal term executors", plan => new[] { "№ з/п\tЦіль\tНазва заходу\tВиконавець\tСтрок виконання" }.Concat(plan.Measures.Select(m => $"{m.Number}.\t{m.Goal}\t{m.Text}\t{Who(m)}\t{m.Term}")).Aggregate(Plan("txt"), (p, line) => p) is var start
            ? start.Table(5, [Head("№ з/п", "Ціль", "Назва заходу", "Виконавець", "Строк виконання"), .. Rows(plan, m => Row(m.Number + ".", m.Goal, m.Text, Who(m), m.Term))]) : start),
        new("клітинка в рядку", "term executors", plan => Signed(plan.Measures.Aggregate(new[] { "Назва заходу", "Термін", "Виконавці" }.Aggregate(Plan("txt").P(""), (p, h) => p.P("\t" + h)).P(""), (paper, m) => paper.P("\t" + m.Text).P("\t" + m.Term).P("\t" + Who(m)).P("")).P("").P("").P(""))),
        new("таблиця рисками", "no term executors", plan => plan.Measures.Aggregate(Plan("txt").P("").P("| № з/п | Захід | Строк | Відповідальні |").P("|---|---|---|---|"), (p, m) => p.P($"| {m.Number} | {m.Text} | {m.Term} | {Who(m)} |"))),

        new("кілька додатків, з них один план", "no term executors", plan => Order().Title("СКЛАД", "робочої групи з питань розвитку комунікацій").Table(2, Row("Зразок Олена Василівна", "заступник міського голови, голова робочої групи"), Row("Приклад Петро Іванович", "начальник відділу освіти"))
            .P("ЗАТВЕРДЖЕНО", newPage: true).P("рішення виконавчого комітету").P("12.01.2024 № 15").Title("ПЛАН ЗАХОДІВ", "щодо розвитку комунікацій").Table(4, [Head("№ з/п", "Назва заходу", "Строк виконання", "Виконавець"), .. Rows(plan, m => Row(m.Number, m.Text, m.Term, WhoLines(m)))])
            .P("Додаток 3", newPage: true).P("до рішення виконавчого комітету").P("12.01.2024 № 15").Title("КОШТОРИС", "витрат на виконання плану").Table(4, Head("№", "Найменування витрат", "Кількість", "Сума, грн"), Row("1", "Папір", "10", "1500"), Row("2", "Буклети", "1000", "20000"))),

        new("операційний план: цілі, завдання, показники за роками", "no section2 goal2 term executors indicators", plan => Plan().Table(6,
            [Head(new("№", Down: 2), new("Найменування заходу", Down: 2), new("Строк виконання", Down: 2), new("Відповідальні виконавці", Down: 2), new("Індикатори виконання", Across: 2)), Head("2024", "2025"),
                .. plan.Sections.SelectMany((s, i) => new[] { Row(new CellText($"Стратегічна ціль {i + 1}. {s.Title}", Across: 6)), Row(new CellText($"Завдання {i + 1}.1. {s.Measures[0].Goal}", Across: 6)) }.Concat(s.Measures.Select(m => Row(m.Number, m.Text, m.Term, WhoLines(m), "10", "20"))))])),

        new("фінансування за джерелами рядками", "no term executors sources", plan => Plan().Table(7,
            [Head(new("№ з/п", Down: 2), new("Назва заходу", Down: 2), new("Термін", Down: 2), new("Виконавці", Down: 2), new("Джерела фінансування", Down: 2), new("Обсяг фінансування, тис. грн", Across: 2)), Head("2024", "2025"),
                .. plan.Measures.SelectMany(m => new[] { Row(new(m.Number, Down: 3), new(m.Text, Down: 3), new(m.Term, Down: 3), new(WhoLines(m), Down: 3), "Державний бюджет", "100,5", "20"), Row("Місцевий бюджет", "1 200", "0"), Row("Усього", "1300,5", "20") })])),

        new("латинські літери в словах", "no term executors", plan => Signed(Plan().Table(4, [Head("№ з/п", "Haзвa зaxoду", "Cтрок викoнання", "Викoнавець"), .. Rows(plan, m => Row(m.Number, Latin(m.Text), Latin(m.Term), Latin(WhoLines(m))))]))),
    ];

    static string Dotted(SampleMeasure m) => m.Text.TrimEnd('.') + ".";

    static string Latin(string text) => text.Replace("ення", "eння", StringComparison.Ordinal).Replace("ради", "рaди", StringComparison.Ordinal).Replace("року", "poку", StringComparison.Ordinal);

    /// <summary>The second half of the measure and of its goal stand in a row of their own.</summary>
    static Cells[] Torn(SampleMeasure m)
    {
        var words = m.Text.Split(' ');
        var goal = m.Goal.Split(' ');
        if (words.Length < 6 || int.Parse(m.Number) % 2 == 0) return [Row(m.Number + ".", m.Goal, m.Text, Who(m), m.Term)];
        return [Row(m.Number + ".", string.Join(' ', goal[..3]), string.Join(' ', words[..4]), Who(m), m.Term), Row("", string.Join(' ', goal[3..]), string.Join(' ', words[4..]), "", "")];
    }

    /// <summary>Lines of at most sixty characters, with an empty line between what belongs apart.</summary>
    static Paper Wrapped(SamplePlan plan)
    {
        var paper = Plan("txt").P("");
        foreach (var m in plan.Measures)
        {
            foreach (var line in Wrap($"{m.Number}. {Dotted(m)}")) paper.P(line);
            paper.P("");
            foreach (var line in Wrap(Who(m))) paper.P(line);
            paper.P(m.Term).P("");
        }
        return Signed(paper.P(""));
    }

    static IEnumerable<string> Wrap(string text)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length + word.Length > 60) { yield return line; line = word; }
            else line = line.Length == 0 ? word : line + " " + word;
        }
        yield return line;
    }
}
