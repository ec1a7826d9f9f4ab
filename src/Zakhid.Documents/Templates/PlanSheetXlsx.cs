using System.IO.Compression;
using Zakhid.Documents.Writing;

namespace Zakhid.Documents.Templates;

/// <summary>
/// A plan on a sheet: the requisites of its act as a card, the table under it. Empty, it is the template that clerks fill
/// in; with a table, the file that a table pasted into a page is kept as. What is written here is read by
/// <see cref="Reading.PlanReader"/>. Equal contents give equal bytes.
/// </summary>
public static class PlanSheetXlsx
{
    const string Sheet = "План заходів", Explanations = "Пояснення";
    const string Hint = "Заповніть поля акта й таблицю, збережіть файл і додайте його на сторінці «Додати план». Як писати, сказано на аркуші «Пояснення».";
    const int NumberedRows = 40;
    /// <summary>Rows of the sheet, from one: a hint, the title, an empty one, the card.</summary>
    const int TitleRow = 2, CardRow = 4;

    static readonly (string Heading, int Width, string Example, string Prompt)[] Columns =
    [
        ("№ з/п", 8, "приклад", ""),
        ("Найменування заходу", 40, "Провести день відкритих дверей у центрі надання адміністративних послуг", "Один рядок — один захід. Розділ впишіть в окремий рядок: «Розділ 1. Назва»."),
        ("Строк виконання", 19, "до 25 вересня 2025 року", "Пишіть, як у плані: «до 25 вересня 2025 року», «щокварталу», «протягом року»."),
        ("Відповідальні за виконання", 29, "Відділ культури;\nгромадські організації (за згодою)", "Кожного виконавця пишіть з нового рядка (Alt+Enter) або через крапку з комою. «(за згодою)» — після назви."),
        ("Критерії ефективності", 26, "Не менше 200 учасників", "Скільки й чого: «не менше 200 учасників», «12 публікацій на рік». Можна лишити порожнім."),
        ("Цільова аудиторія", 22, "Мешканці громади", "Для кого захід. Можна лишити порожнім."),
        ("Джерело фінансування", 20, "Місцевий бюджет", "Звідки кошти, або «Не потребує фінансування». Можна лишити порожнім."),
    ];

    /// <summary>The template: an empty card, the headings, a row that shows how, numbered rows, and a sheet that explains.</summary>
    public static void WriteTemplate(Stream into)
    {
        using var package = new Package(CompressionLevel.Optimal);
        var card = new SheetCard().Rows;
        var heading = CardRow + card.Count + 1;
        package.WriteFrame([Sheet, Explanations], heading);
        using (var xml = package.Part("xl/worksheets/sheet1.xml"))
        {
            var last = Columns.Length - 1;
            xml.OpenSheet([.. Columns.Select(c => c.Width)]);
            xml.OpenRow(1, 20);
            xml.CellOrBlank(0, 1, Hint, (int)SheetLook.Hint);
            xml.CloseRow();
            var merged = new List<(int, int, int, int)> { (1, 0, 1, last) };
            WriteCard(xml, card, last, merged);
            xml.OpenRow(heading, 36);
            for (var c = 0; c <= last; c++) xml.CellOrBlank(c, heading, Columns[c].Heading, (int)SheetLook.Heading);
            xml.CloseRow();
            xml.OpenRow(heading + 1, 52);
            for (var c = 0; c <= last; c++) xml.CellOrBlank(c, heading + 1, Columns[c].Example, (int)(c == 0 ? SheetLook.ExampleNumber : SheetLook.Example));
            xml.CloseRow();
            for (var n = 1; n <= NumberedRows; n++)
            {
                xml.OpenRow(heading + 1 + n);
                for (var c = 0; c <= last; c++) xml.CellOrBlank(c, heading + 1 + n, c == 0 ? n.ToString(System.Globalization.CultureInfo.InvariantCulture) : "", (int)(c == 0 ? SheetLook.Number : SheetLook.Text));
                xml.CloseRow();
            }
            xml.Raw("</sheetData>"u8);
            xml.Merged(merged);
            WriteHints(xml, heading + 2, heading + 1 + NumberedRows);
            xml.CloseSheet();
        }
        WriteExplanations(package);
        PlanSheetStyles.Write(package);
        package.CopyTo(into);
    }

    /// <summary>A filled card over any table, as it is: its own headings, its merged cells.</summary>
    public static void Write(SheetCard card, Table table, Stream into)
    {
        using var package = new Package(CompressionLevel.Fastest);
        var rows = card.Rows.Where(r => !string.IsNullOrWhiteSpace(r.Value)).ToList();
        // A single requisite is no card: the empty ones beside it make it one.
        if (rows.Count > 0) rows = [.. card.Rows];
        var heading = rows.Count > 0 ? CardRow + rows.Count + 1 : TitleRow + 2;
        package.WriteFrame([Sheet], heading);
        using (var xml = package.Part("xl/worksheets/sheet1.xml"))
        {
            var last = Math.Max(table.Columns - 1, 3);
            xml.OpenSheet([.. Enumerable.Range(0, last + 1).Select(c => WidthOf(table, c))]);
            var merged = new List<(int, int, int, int)>();
            WriteCard(xml, rows, last, merged);
            for (var r = 0; r < table.Rows.Count; r++)
            {
                xml.OpenRow(heading + r);
                foreach (var cell in table.Rows[r].Cells)
                {
                    xml.CellOrBlank(cell.Column, heading + r, cell.Text, (int)(table.Rows[r].IsHeader ? SheetLook.Heading : SheetLook.Text));
                    if (cell.ColumnSpan > 1 || cell.RowSpan > 1) merged.Add((heading + r, cell.Column, heading + r + cell.RowSpan - 1, cell.Column + cell.ColumnSpan - 1));
                }
                xml.CloseRow();
            }
            xml.Raw("</sheetData>"u8);
            xml.Merged(merged);
            xml.CloseSheet();
        }
        PlanSheetStyles.Write(package);
        package.CopyTo(into);
    }

    static int WidthOf(Table table, int column)
    {
        var longest = table.Rows.SelectMany(r => r.Cells).Where(c => c.Column == column && c.ColumnSpan == 1).Select(c => c.Text.Length).DefaultIfEmpty().Max();
        return longest switch { < 6 => 8, < 40 => 18, < 90 => 28, _ => 40 };
    }

    static void WriteCard(Utf8Xml xml, IReadOnlyList<(string Label, string? Value)> card, int last, List<(int, int, int, int)> merged)
    {
        xml.OpenRow(TitleRow, 30);
        xml.CellOrBlank(0, TitleRow, Sheet, (int)SheetLook.Title);
        xml.CloseRow();
        merged.Add((TitleRow, 0, TitleRow, last));
        for (var i = 0; i < card.Count; i++)
        {
            var row = CardRow + i;
            xml.OpenRow(row, card[i].Label == "Назва акта" ? 40 : 22);
            xml.CellOrBlank(0, row, card[i].Label, (int)SheetLook.Label);
            xml.CellOrBlank(1, row, "", (int)SheetLook.Label);
            for (var c = 2; c <= last; c++) xml.CellOrBlank(c, row, c == 2 ? card[i].Value ?? "" : "", (int)(card[i].Label == "Дата акта" && string.IsNullOrEmpty(card[i].Value) ? SheetLook.Day : SheetLook.Value));
            xml.CloseRow();
            merged.Add((row, 0, row, 1));
            merged.Add((row, 2, row, last));
        }
    }

    /// <summary>What a spreadsheet program says when a cell is chosen; a list for the kind of the act, a warning at a day that is none.</summary>
    static void WriteHints(Utf8Xml xml, int from, int to)
    {
        var prompts = Columns.Select((c, i) => (c, i)).Where(x => x.c.Prompt.Length > 0).ToList();
        xml.Raw("<dataValidations count=\""u8).Number(prompts.Count + 2).Raw("\">"u8);
        xml.Raw("<dataValidation type=\"list\" errorStyle=\"warning\" allowBlank=\"1\" showInputMessage=\"1\" promptTitle=\"Вид акта\" prompt=\"Виберіть зі списку або впишіть свій.\" sqref=\"C"u8).Number(CardRow + 1).Raw("\"><formula1>\"розпорядження,рішення,наказ,постанова\"</formula1></dataValidation>"u8);
        xml.Raw("<dataValidation type=\"date\" operator=\"greaterThan\" errorStyle=\"warning\" allowBlank=\"1\" showInputMessage=\"1\" showErrorMessage=\"1\" errorTitle=\"Дата акта\" error=\"Впишіть дату числами: 12.01.2025.\" promptTitle=\"Дата акта\" prompt=\"Числами: 12.01.2025. У проєкту акта лишіть порожнім.\" sqref=\"C"u8).Number(CardRow + 3).Raw("\"><formula1>33239</formula1></dataValidation>"u8);
        foreach (var (column, index) in prompts)
        {
            var letter = SheetPlace.LettersOf(index + 1);
            xml.Raw("<dataValidation allowBlank=\"1\" showInputMessage=\"1\" promptTitle=\""u8).Text(column.Heading).Raw("\" prompt=\""u8).Text(column.Prompt).Raw("\" sqref=\""u8).Text(letter).Number(from).Raw(":"u8).Text(letter).Number(to).Raw("\"/>"u8);
        }
        xml.Raw("</dataValidations>"u8);
    }

    static void WriteExplanations(Package package)
    {
        using var xml = package.Part("xl/worksheets/sheet2.xml");
        xml.OpenSheet([34, 96]);
        (string, string)[] lines =
        [
            ("Поля акта", "Хто видав, номер, дата й назва акта, яким затверджено план. У проєкту акта номер і дату лишіть порожніми."),
            .. Columns.Where(c => c.Prompt.Length > 0).Select(c => (c.Heading, c.Prompt)),
            ("Рядок «приклад»", "Показує, як писати. До плану він не потрапляє: лишіть його або вилучіть."),
            ("Зайві рядки", "Рядки, де є лише номер, пропускаємо. Більше рядків — копіюйте останній."),
            ("Що далі", "Збережіть файл і додайте на сторінці «Додати план»: спершу побачите прочитане й виправите сумнівне."),
        ];
        for (var i = 0; i < lines.Length; i++)
        {
            xml.OpenRow(i + 1, 22);
            xml.CellOrBlank(0, i + 1, lines[i].Item1, (int)SheetLook.Term);
            xml.CellOrBlank(1, i + 1, lines[i].Item2, (int)SheetLook.Prose);
            xml.CloseRow();
        }
        xml.Raw("</sheetData>"u8);
        xml.CloseSheet();
    }
}
