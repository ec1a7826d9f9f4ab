using System.Text;
using Zakhid.Documents.Bodies;

namespace Zakhid.Documents.Tests.Bodies;

public sealed class BodyTableTests
{
    [Theory]
    [InlineData("Назва,ЄДРПОУ\nВідділ культури,00131305")]
    [InlineData("Назва;ЄДРПОУ\r\nВідділ культури;00131305\r\n")]
    [InlineData("sep=;\nНазва;ЄДРПОУ\nВідділ культури;00131305")]
    [InlineData("Назва\tЄДРПОУ\nВідділ культури\t00131305")]
    [InlineData("\"Повна назва\",\"Код ЄДРПОУ\"\n\"Відділ культури\",\"00131305\"")]
    [InlineData("Реєстр органів,,\n,,\n№ з/п,Найменування органу,Код за ЄДРПОУ\n1,Відділ культури,00131305")]
    public void Lines_of_cells_are_a_table_whatever_parts_them(string csv)
    {
        var row = Assert.Single(BodyTable.OfFile(Encoding.UTF8.GetBytes(csv), "органи.csv").Rows);

        Assert.Equal(("Відділ культури", "00131305"), (row[BodyColumn.Name], row[BodyColumn.Edrpou]));
    }

    [Fact]
    public void A_file_of_an_old_program_in_its_own_encoding_is_read()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes("Назва;Телефон\r\nВідділ культури Глухівської міської ради;22-33\r\n");

        Assert.Equal("Відділ культури Глухівської міської ради", Assert.Single(BodyTable.OfFile(bytes, "органи.csv").Rows)[BodyColumn.Name]);
    }

    [Fact]
    public void Cells_in_quotation_marks_hold_the_sign_that_parts_and_a_mark_of_a_name_is_no_opening()
    {
        var rows = BodyTable.OfPasted("Назва,Адреса\n\"КНП \"\"Лікарня\"\"\",\"м. Глухів,\nвул. Зразкова\"\n\"Зразок\" газета,м. Глухів", null, "таблиця").Rows;

        Assert.Equal(["КНП \"Лікарня\" | м. Глухів, вул. Зразкова", "\"Зразок\" газета | м. Глухів"], rows.Select(r => $"{r[BodyColumn.Name]} | {r[BodyColumn.Address]}"));
    }

    [Fact]
    public void Short_rows_lack_their_last_cells_and_columns_that_say_nothing_are_named()
    {
        var table = BodyTable.OfPasted("Назва\tПримітка\tТелефон\nВідділ культури\nВідділ освіти\tважливо\t22-33", null, "таблиця");

        Assert.Equal(["Відділ культури ", "Відділ освіти 22-33"], table.Rows.Select(r => $"{r[BodyColumn.Name]} {r[BodyColumn.Phone]}"));
        Assert.Equal(["Примітка"], table.Unknown);
    }

    [Fact]
    public void A_cell_merged_over_rows_speaks_for_each_and_one_merged_over_columns_is_a_heading()
    {
        const string html = """
            <table><tr><td>Назва</td><td>Підпорядкований</td><td>Телефон</td></tr>
            <tr><td colspan="3">Структурні підрозділи</td></tr>
            <tr><td>Відділ культури</td><td rowspan="2">Виконавчий комітет</td><td>1-11-11</td></tr>
            <tr><td>Відділ освіти</td><td>2-22-22</td></tr></table>
            """;
        var rows = BodyTable.OfPasted("", html, "таблиця").Rows;

        Assert.Equal(["2 True", "3 False", "4 False"], rows.Select(r => $"{r.Number} {r.IsHeading}"));
        Assert.Equal(["Відділ культури Виконавчий комітет 1-11-11", "Відділ освіти Виконавчий комітет 2-22-22"], rows.Skip(1).Select(r => $"{r[BodyColumn.Name]} {r[BodyColumn.Parent]} {r[BodyColumn.Phone]}"));
    }

    [Fact]
    public void The_apostrophe_that_keeps_a_cell_from_being_a_formula_is_no_part_of_it() =>
        Assert.Equal("+380542000000", BodyTable.OfPasted("Назва,Телефон\nВідділ культури,'+380542000000", null, "таблиця").Rows[0][BodyColumn.Phone]);

    [Theory]
    [InlineData("просто слова", "table.none")]
    [InlineData("Прізвище,Телефон\nПерший,1", "table.no-name")]
    [InlineData("Назва", "table.none")]
    [InlineData("", "table.none")]
    public void What_is_no_table_of_bodies_is_refused(string text, string rule) => Assert.Equal(rule, Assert.Throws<RuleBroken>(() => BodyTable.OfPasted(text, null, "таблиця")).Rule);

    [Fact]
    public void A_column_of_names_under_its_heading_is_a_table() =>
        Assert.Equal(["Відділ культури", "Відділ освіти"], BodyTable.OfPasted("Назва\r\nВідділ культури\r\nВідділ освіти\r\n", null, "таблиця").Rows.Select(r => r[BodyColumn.Name]));

    [Fact]
    public void A_flood_of_cells_is_refused() => Assert.Throws<FileRefused>(() => BodyTable.OfPasted("Назва,Телефон\n" + string.Concat(Enumerable.Repeat("а,б\n", 300_000)), null, "таблиця"));

    [Fact]
    public void A_written_sheet_is_read_back()
    {
        using var file = new MemoryStream();
        BodySheetXlsx.Write([new Dictionary<BodyColumn, string> { [BodyColumn.Name] = "=HYPERLINK(\"http://зразок\")", [BodyColumn.Edrpou] = "00131305", [BodyColumn.Group] = "Громади", [BodyColumn.From] = "01.01.2020" }], file);

        var row = Assert.Single(BodyTable.OfFile(file.ToArray(), "органи.xlsx").Rows);
        Assert.Equal(("=HYPERLINK(\"http://зразок\")", "00131305", "Громади", "01.01.2020"), (row[BodyColumn.Name], row[BodyColumn.Edrpou], row[BodyColumn.Group], row[BodyColumn.From]));
    }
}
