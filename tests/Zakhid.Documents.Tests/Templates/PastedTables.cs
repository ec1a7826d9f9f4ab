using Zakhid.Documents.Reading;
using Zakhid.Documents.Templates;

namespace Zakhid.Documents.Tests.Templates;

/// <summary>A table pasted into a page becomes a file that is read like any other.</summary>
public class PastedTables
{
    static PlanReading Read(string text, string? html = null, SheetCard? card = null)
    {
        var file = new MemoryStream();
        PlanSheetXlsx.Write(card ?? new(), PastedTable.Read(text, html, "вставлене")!, file);
        return PlanReader.Read(DocumentFile.Open(file.ToArray(), "вставлене.xlsx"));
    }

    static string[] Told(PlanReading reading) => [.. reading.Measures.Select(m => $"{m.Number}|{m.Section}|{m.Text}|{m.TermText}|{string.Join(";", m.Executors.Select(e => e.Name))}")];

    [Fact]
    public void Cells_parted_by_tabs_are_a_table()
    {
        Assert.Equal(["1||Провести форум молоді|до 25.09.2025|Відділ культури", "2||Оновити сайт|Постійно|Сектор комунікацій"],
            Told(Read("№ з/п\tНайменування заходу\tСтрок\tВиконавці\n1\tПровести форум молоді\tдо 25.09.2025\tВідділ культури\n2\tОновити сайт\tПостійно\tСектор комунікацій\n")));
    }

    [Fact]
    public void A_cell_of_several_lines_is_one_cell_from_Excel_and_from_Word()
    {
        var expected = new[] { "1||Провести «форум» молоді громади|Постійно|Відділ культури;Сектор спорту", "2||Оновити сайт|Постійно|Сектор комунікацій" };

        Assert.Equal(expected, Told(Read("№\tЗахід\tСтрок\tВиконавці\r\n1\t\"Провести \"\"форум\"\"\nмолоді громади\"\tПостійно\t\"Відділ культури\nСектор спорту\"\r\n2\tОновити сайт\tПостійно\tСектор комунікацій")).Select(t => t.Replace("\"форум\"", "«форум»")));
        Assert.Equal(expected, Told(Read("№\tЗахід\tСтрок\tВиконавці\n1\tПровести «форум»\nмолоді громади\tПостійно\tВідділ культури,\nСектор спорту\n2\tОновити сайт\tПостійно\tСектор комунікацій")));
    }

    [Fact]
    public void Without_headings_columns_are_told_by_what_they_hold()
    {
        Assert.Equal(["1||Провести форум молоді|до 25.09.2025|Відділ культури міської ради", "2||Оновити сторінку на сайті|протягом року|Управління освіти міської ради"],
            Told(Read("1\tПровести форум молоді\tдо 25.09.2025\tВідділ культури міської ради\n2\tОновити сторінку на сайті\tпротягом року\tУправління освіти міської ради")));
    }

    [Fact]
    public void A_table_from_the_clipboard_keeps_its_merged_cells()
    {
        const string html = "<meta charset='utf-8'><table><tr><th>№</th><th>Захід</th><th>Строк</th><th>Виконавці</th></tr><tr><td colspan=4>Розділ І. Молодь</td></tr><tr><td>1</td><td>Провести форум</td><td rowspan=2>Постійно</td><td>Відділ культури</td></tr><tr><td>2</td><td>Оновити сайт</td><td>Сектор<br>комунікацій</td></tr></table>";

        Assert.Equal(["1|Розділ І. Молодь|Провести форум|Постійно|Відділ культури", "2|Розділ І. Молодь|Оновити сайт|Постійно|Сектор комунікацій"], Told(Read("", html)));
        Assert.Equal(2, Read(html).Measures.Count);
    }

    [Fact]
    public void Requisites_beside_the_table_are_those_of_the_act()
    {
        var act = Read("№\tЗахід\tСтрок\tВиконавці\n1\tПровести форум\tПостійно\tВідділ культури", card: new(Issuer: "Зразківська міська рада", Kind: "рішення", Number: "15", Date: "12.01.2025", Title: "Про план заходів")).Act;

        Assert.Equal("Зразківська міська рада рішення 15 12.01.2025 Про план заходів", $"{act.Issuer} {act.Kind} {act.Number} {act.Date:dd.MM.yyyy} {act.Title}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("просто текст\nі ще рядок")]
    [InlineData("<p>абзац</p>")]
    public void What_is_no_table_is_none(string text) => Assert.Null(PastedTable.Read(text, null, "вставлене"));
}
