using Zakhid.App.Web;
using Zakhid.Documents;
using Zakhid.Documents.Reading;
using Zakhid.Executors;

namespace Zakhid.App.Commands.Read;

/// Nearly all the time of a short reading goes into code that is loaded when it is first called. While the command line is
/// understood and the file unpacked, other cores call it over a small sample, each from another end.
static class HeadStart
{
    public static void Take()
    {
        if (Environment.ProcessorCount < 3) return;
        foreach (var end in Ends) Aside(end);
    }

    /// One for each further core that even a small machine has.
    internal static Action[] Ends =>
    [
        () => PlanReader.Read(Plan),
        () => Linted.Of(Reading),
        () =>
        {
            DocumentFile.Open(Embedded.Open("sample.docx")!, "sample.docx");
            ExecutorLanguage.Read(Executors, Reading.Act.Issuer);
            ReadingJson.Write(Reading, Stream.Null);
        },
    ];

    /// The process does not wait for it; what goes wrong here goes wrong again where somebody waits.
    static void Aside(Action call) => new Thread(() => { try { call(); } catch (Exception unheard) when (unheard is not OutOfMemoryException) { } }) { IsBackground = true }.Start();

    internal static Document Plan => new()
    {
        FileName = "",
        Format = "docx",
        Blocks =
        [
            Line("СУМСЬКА ОБЛАСНА ДЕРЖАВНА АДМІНІСТРАЦІЯ"), Line("РОЗПОРЯДЖЕННЯ"), Line("12 березня 2020 року № 5-ОД"),
            Line("Про план заходів щодо доступності послуг"), Line("Відповідно до статті 6 Закону України «Про місцеві державні адміністрації»:"),
            Line("1. Затвердити план заходів, що додається."), Line("2. Визнати таким, що втратило чинність, розпорядження голови від 9 квітня 2019 року № 8."),
            Line("3. Виконавцям інформувати управління щокварталу до 5 числа місяця, що настає за звітним періодом."),
            Line("4. Контроль за виконанням цього розпорядження покласти на заступника голови."), Line("Голова"),
            Line("ЗАТВЕРДЖЕНО"), Line("Розпорядження голови обласної державної адміністрації"), Line("12 березня 2020 року № 5-ОД"), Line("ПЛАН ЗАХОДІВ"), Line("щодо доступності послуг"),
            Table(["№ з/п", "Зміст заходу", "Строк виконання", "Відповідальні виконавці", "Критерії виконання"],
                ["1", "Провести навчання працівників (семінари, наради тощо)", Terms[0], Executors, Criteria[0]],
                ["2", "Розмістити матеріали на сайті\nта в мережах", Terms[1], "Управління освіти, відділ культури", Criteria[1]]),
        ],
    };

    static PlanReading Reading => new()
    {
        FileName = "",
        Act = new()
        {
            Issuer = "Сумська обласна державна адміністрація",
            Kind = "розпорядження",
            Number = "5",
            Date = new(2020, 3, 12),
            Control = ["заступника голови"],
            Reporting = [new() { Who = "Виконавцям", To = "управління", Periodicity = PeriodLength.Quarter, Day = 5, MonthRule = MonthRule.NextMonth, Text = "Виконавцям інформувати управління щокварталу до 5 числа місяця, що настає за звітним періодом." }],
        },
        Measures = [.. Terms.Select((term, i) => new Measure { Number = $"{i + 1}", Text = "Провести навчання працівників", TermText = term, Criteria = Criteria[i], Executors = [new("Управління освіти міської ради", false), new("служба у справах дітей", true)] })],
        Remarks = [new("act.kind", "/act/kind", new(Table: 1, Row: 2, Cell: 3), "", null, Severity.Note)],
        Places = new Dictionary<string, Place>(StringComparer.Ordinal) { ["/act/date"] = new(Paragraph: 3) },
    };

    static string[] Terms => ["Щокварталу до 15 числа, до 1 грудня 2020 року", "Протягом року", "II–III квартали 2020 року", "Постійно", "Травень – вересень"];

    static string[] Criteria =>
    [
        "Проведено не менше 10 заходів, охоплено 50 відсотків працівників щороку", "Публікація матеріалів раз на тиждень; 2 виступи на місяць",
        "Загальна кількість учасників становитиме не менше 10 тисяч осіб", "Кількість закладів, залучених до участі у навчанні (зокрема сільських)", "Забезпечено доступ до послуг",
    ];

    const string Executors = "Управління освіти міської ради, відділи та служби районних державних адміністрацій, КНП «Міська лікарня»\nвиконавчі комітети сільських, селищних рад (за згодою)";

    static Paragraph Line(string text) => new(new Place(Paragraph: 1), text);

    static Table Table(params string[][] rows) =>
        new(new(Table: 1), rows[0].Length, [.. rows.Select((cells, row) => new Row(new(Table: 1, Row: row + 1), [.. cells.Select((text, column) => Cell(text, row, column))]))]);

    static Cell Cell(string text, int row, int column)
    {
        var place = new Place(Table: 1, Row: row + 1, Cell: column + 1);
        return new(place, column, 1, 1, [new(place, text)]);
    }
}
