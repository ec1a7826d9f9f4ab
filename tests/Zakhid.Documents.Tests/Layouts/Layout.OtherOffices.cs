using static Zakhid.Documents.Tests.Layouts.Cells;

namespace Zakhid.Documents.Tests.Layouts;

sealed partial record Layout
{
    static string First(SampleMeasure m) => Named(m.Executors[0]);
    static string Rest(SampleMeasure m) => string.Join("\n", m.Executors.Skip(1).Select(Named));
    static string Named((string Name, bool Consent) e) => e.Consent ? $"{e.Name} (за згодою)" : e.Name;
    static string Money(decimal sum) => sum.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture).Replace('.', ',');

    /// <summary>Ways that were not thought of when the reader was written.</summary>
    static Layout[] OfOtherOffices() =>
    [
        new("строк і відповідальні в одній клітинці", "no term executors", plan => Plan().Table(3, [Head("№ з/п", "Найменування заходу", "Строк виконання, відповідальні"), .. Rows(plan, m => Row(m.Number, m.Text, m.Term + "\n" + WhoLines(m)))])),
        new("відповідальні і строк в одній клітинці", "no term executors", plan => Plan().Table(3, [Head("№", "Заходи", "Відповідальні за виконання, термін"), .. Rows(plan, m => Row(m.Number + ".", m.Text, WhoLines(m) + "\n" + m.Term))])),
        new("головний виконавець і співвиконавці", "no term executors", plan => Plan().Table(5, [Head(new("№ з/п", Down: 2), new("Заходи", Down: 2), new("Термін", Down: 2), new("Виконавці", Across: 2)), Head("головний", "співвиконавці"), .. Rows(plan, m => Row(m.Number, m.Text, m.Term, First(m), Rest(m)))])),
        new("календар із контактами", "term executors venue", plan => Plan().Table(6, [Head("Дата", "Час", "Назва заходу", "Місце проведення", "Відповідальні", "Контактна особа, телефон"), .. Rows(plan, m => Row(m.Term, "10.00", m.Text, m.Venue, WhoLines(m), "0-00-00"))])),
        new("строк за табуляцією", "no term executors", plan => Signed(plan.Measures.Aggregate(Plan(), (paper, m) => paper.P($"{m.Number}. {Dotted(m)}").P($"{Who(m)}\t\t{m.Term}")))),
        new("усього над джерелами", "no term executors sources2", plan => Plan().Table(6, [Head("№", "Найменування заходів", "Відповідальні", "Термін", "Джерело фінансування", "Обсяг, тис. грн"),
            .. plan.Measures.SelectMany(m => new[] { Row(new(m.Number, Down: 3), new(m.Text, Down: 3), new(WhoLines(m), Down: 3), new(m.Term, Down: 3), "Всього", "30"), Row("обласний бюджет", "10"), Row("місцеві бюджети", "20") })])),
        new("джерела колонками", "no term executors", plan => Plan().Table(7, [Head(new("№", Down: 2), new("Захід", Down: 2), new("Термін реалізації", Down: 2), new("Виконавець", Down: 2), new("Обсяги фінансування, тис. грн", Across: 3)), Head("обласний бюджет", "місцевий бюджет", "разом"), .. Rows(plan, m => Row(m.Number, m.Text, m.Term, WhoLines(m), Money(m.Money), "-", Money(m.Money)))])),
        new("назва плану в таблиці", "no term executors", plan => Order().Table(4, [Row(new CellText("ПЛАН ЗАХОДІВ щодо розвитку комунікацій Зразківської громади на 2024 рік", Across: 4)), Head("№ з/п", "Назва заходу", "Виконавець", "Строк"), .. Rows(plan, m => Row(m.Number, m.Text, WhoLines(m), m.Term))])),
        new("продовження додатка на кожній сторінці", "no term executors", plan => plan.Sections.Aggregate(Plan(), (paper, s) => paper.Table(4, [Head("№ з/п", "Заходи", "Термін", "Виконавці"), Row("1", "2", "3", "4"), .. s.Measures.Select(m => Row(m.Number, m.Text, m.Term, WhoLines(m)))]).P("2", newPage: true).P("Продовження додатка"))),
        new("жирні розділи, номери знову з першого", "section restarted term executors", plan => Signed(plan.Sections.Aggregate(Plan(), (paper, s) => s.Measures.Select((m, k) => (m, k)).Aggregate(paper.P("").P(s.Title, bold: true), (p, x) => p.P($"{x.k + 1}. {Dotted(x.m)}").P("Виконавці: " + WhoLines(x.m)).P("Термін: " + x.m.Term))))),
        new("розділи без виділення, номери знову з першого", "section restarted term executors", plan => Signed(plan.Sections.Aggregate(Plan("txt"), (paper, s) => s.Measures.Select((m, k) => (m, k)).Aggregate(paper.P("").P(s.Title), (p, x) => p.P($"{x.k + 1}. {Dotted(x.m)}").P("Виконавці: " + Who(x.m)).P("Термін: " + x.m.Term))))),
        new("римський номер розділу у своїй клітинці", "no section term executors", plan => Plan().Table(4, [Head("№ п/п", "ЗАХОДИ", "ВИКОНАВЦІ", "ТЕРМІН\nВИКО-\nНАННЯ"), .. plan.Sections.SelectMany((s, i) => new[] { Row(Roman[i] + ".", s.Title, "", "") }.Concat(s.Measures.Select(m => Row(m.Number, m.Text, WhoLines(m), m.Term))))])),
        new("клітинка в рядку, між рядками порожньо", "no term executors", plan => plan.Measures.Aggregate(new[] { "№ з/п", "Назва заходу", "Термін", "Виконавці", "Примітка" }.Aggregate(Plan("txt").P(""), (p, h) => p.P("\t" + h)).P(""), (paper, m) => paper.P("\t" + m.Number).P("\t" + m.Text).P("\t" + m.Term).P("\t" + Who(m)).P("\t").P(""))),
        new("розділи рядком між клітинками в рядку", "no section term executors", plan => plan.Sections.Select((s, i) => (s, i)).Aggregate(new[] { "№ з/п", "Назва заходу", "Термін", "Виконавці" }.Aggregate(Plan("txt").P(""), (p, h) => p.P("\t" + h)).P(""), (paper, x) => x.s.Measures.Aggregate(paper.P($"\t{Roman[x.i]}. {x.s.Title}").P(""), (p, m) => p.P("\t" + m.Number).P("\t" + m.Text).P("\t" + m.Term).P("\t" + Who(m)).P("")))),
        new("хто і коли за тире", "no) term executors", plan => plan.Measures.Aggregate(Plan(), (paper, m) => paper.P($"{m.Number}) {m.Text.TrimEnd('.')} – {Who(m)}, {m.Term};"))),
        new("коли і хто останніми реченнями", "no term executors sentences", plan => Signed(plan.Measures.Aggregate(Plan(), (paper, m) => paper.P($"{m.Number}. {Dotted(m)} {Capital(m.Term)}. {Capital(Who(m))}.")))),
        new("мета рядком таблиці", "no goal term executors", plan => Plan().Table(4, [Head("№ з/п", "Що робимо", "До якого часу", "Хто відповідає"), .. plan.Sections.SelectMany(s => new[] { Row(new CellText($"Мета: {s.Measures[0].Goal}", Across: 4)) }.Concat(s.Measures.Select(m => Row(m.Number, m.Text, m.Term, WhoLines(m)))))])),
        new("номер напряму і номер заходу", "numbered goal term executors", plan => Plan().Table(5, [Head("№ з/п", "Напрям", "Перелік заходів", "Термін", "Виконавці"), .. plan.Sections.SelectMany((s, i) => s.Measures.Select((m, k) => k == 0
            ? Row(new($"{i + 1}", Down: s.Measures.Count), new(m.Goal, Down: s.Measures.Count), $"{i + 1}.{k + 1}. {m.Text}", m.Term, WhoLines(m)) : Row($"{i + 1}.{k + 1}. {m.Text}", m.Term, WhoLines(m))))])),
        new("зірочка замість «за згодою»", "no term executors", plan => Plan().Table(4, [Head("№ з/п", "Зміст заходу", "Строк", "Виконавці"), .. Rows(plan, m => Row(m.Number, m.Text, m.Term, string.Join(", ", m.Executors.Select(e => e.Name + (e.Consent ? "*" : "")))))]).P("* – за згодою")),
    ];

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0], System.Globalization.CultureInfo.InvariantCulture) + text[1..];
}
