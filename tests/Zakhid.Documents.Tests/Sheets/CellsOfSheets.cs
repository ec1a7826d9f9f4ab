namespace Zakhid.Documents.Tests.Sheets;

/// <summary>What a cell prints is what is read, from XLSX and ODS alike.</summary>
public class CellsOfSheets
{
    static string Text(Document document) => string.Join("\n", document.Tables.SelectMany(t => t.Rows).Select(r => string.Join(" | ", r.Cells.Select(c => c.Text))));

    static string Read(TestSheet sheet, string format) => Text(new SheetFile(sheet).Read(format));

    [Theory, InlineData("xlsx"), InlineData("ods"), InlineData("xls")]
    public void Texts_numbers_and_days_are_read_as_they_are_shown(string format)
    {
        var sheet = new TestSheet("План").Add(new(0, 0, Number: 1), new(0, 1, "Провести форум"), new(0, 2, Day: new(2024, 12, 25)), new(0, 3, Number: 12.5), new(1, 1, "у два\nрядки"));

        Assert.Equal("1 | Провести форум | 25.12.2024 | 12,5\n | у два\nрядки |  | ", Read(sheet, format));
    }

    [Fact]
    public void Texts_may_stand_in_their_cells()
    {
        var file = new SheetFile(new TestSheet("План").Row(0, "№", "Захід & строк")) { Shared = false };

        Assert.Equal("№ | Захід & строк", Text(file.Read("xlsx")));
    }

    [Theory, InlineData("xlsx"), InlineData("xls")]
    public void Days_may_be_counted_from_1904(string format)
    {
        var file = new SheetFile(new TestSheet("План").Add(new TestCell(0, 0, Day: new(2024, 12, 25)))) { From1904 = true };

        Assert.Equal("25.12.2024", Text(file.Read(format)));
    }

    [Theory]
    [InlineData("dd.mm.yyyy", 45651, "25.12.2024")]
    [InlineData("m/d/yy", 45651, "25.12.2024")]
    [InlineData("[$-422]d mmmm yyyy\" р.\"", 45651, "25 грудня 2024")]
    [InlineData("[$-FC22]dddd, d mmmm yyyy", 45651, "25 грудня 2024")]
    [InlineData("dd-mmm-yy", 45651, "25.12.2024")]
    [InlineData("mmmm yyyy", 45651, "грудень 2024")]
    [InlineData("d mmmm", 45651, "25 грудня")]
    [InlineData("mmmm", 45651, "грудень")]
    [InlineData("yyyy", 45651, "2024")]
    [InlineData("dd.mm.yyyy hh:mm", 45651.4375, "25.12.2024 10:30")]
    [InlineData("dd.mm.yyyy hh:mm", 45651, "25.12.2024")]
    [InlineData("hh:mm", 0.4375, "10:30")]
    [InlineData("[h]:mm", 1.5, "36:00")]
    [InlineData("yyyy\\-mm\\-dd;@", 45651, "25.12.2024")]
    [InlineData("General", 45651, "45651")]
    [InlineData("General", 0.1, "0,1")]
    [InlineData("General", 1.10, "1,1")]
    [InlineData("General", 123456789012345, "123456789012345")]
    [InlineData("0", 12.6, "13")]
    [InlineData("#,##0.00", 1234567.5, "1\u00A0234\u00A0567,50")]
    [InlineData("#,##0.0\" тис. грн\"", 1250.5, "1\u00A0250,5 тис. грн")]
    [InlineData("#,##0.00 [$₴-422];[Red]-#,##0.00 [$₴-422]", -5.5, "-5,50 ₴")]
    [InlineData("0%", 0.75, "75%")]
    [InlineData("0.0%", 0.755, "75,5%")]
    [InlineData("\"№ \"0", 7, "№ 7")]
    [InlineData("000", 7, "007")]
    [InlineData("0.##", 2.5, "2,5")]
    [InlineData("#,##0,", 1250000, "1\u00A0250")]
    [InlineData("@", 15, "15")]
    public void A_number_is_read_as_its_format_shows_it(string format, double value, string shown)
    {
        var sheet = new TestSheet("План").Add(new TestCell(0, 0, Number: value, Format: format));

        Assert.Equal([shown, shown], [Read(sheet, "xlsx"), Read(sheet, "xls")]);
    }

    [Theory, InlineData("xlsx"), InlineData("ods"), InlineData("xls")]
    public void Hidden_rows_columns_and_sheets_are_not_read_and_that_is_said(string format)
    {
        var seen = new TestSheet("План") { HiddenRows = [1], HiddenColumns = [2] }.Row(0, "№", "Захід", "Службове", "Строк").Row(1, "1", "Прихований захід", "а", "б").Row(2, "2", "Видимий захід", "в", "Постійно");
        var document = new SheetFile(seen, new TestSheet("Чернетка") { Hidden = true }.Row(0, "не для друку")).Read(format);

        Assert.Equal("№ | Захід | Строк\n2 | Видимий захід | Постійно", Text(document));
        Assert.Contains("У таблиці є приховані рядки або стовпці, їх не прочитано: «Службове · 1 · Прихований захід · а · б · в»", document.Remarks.Select(r => r.Text));
        Assert.Contains("У файлі є приховані аркуші, їх не прочитано: «Чернетка»", document.Remarks.Select(r => r.Text));
        Assert.Equal(2, document.Remarks.Count);
    }

    [Theory, InlineData("xlsx"), InlineData("ods"), InlineData("xls")]
    public void A_place_is_the_sheet_row_and_column_that_the_program_shows(string format)
    {
        var document = new SheetFile(new TestSheet("Зміст").Row(0, "Зміст"), new TestSheet("План") { HiddenRows = [3] }.Row(3, "сховано").Row(4, null, "Захід").Add(new TestCell(6, 27, "Строк"))).Read(format);

        var cells = document.Tables.Last().Rows.SelectMany(r => r.Cells).Where(c => c.Text.Length > 0).ToList();
        Assert.Equal(new SheetPlace("План", 5, 2), cells[0].Place.Sheet);
        Assert.Equal(new SheetPlace("План", 7, 28), cells[1].Place.Sheet);
        Assert.Equal("AB", cells[1].Place.Sheet!.Letters());
        Assert.Equal((2, 3, 2), (cells[1].Place.Table, cells[1].Place.Row, cells[1].Place.Cell));
    }

    [Theory, InlineData("xlsx"), InlineData("ods"), InlineData("xls")]
    public void A_merged_cell_covers_what_is_seen_of_it(string format)
    {
        var sheet = new TestSheet("План") { HiddenRows = [1], HiddenColumns = [0] }.Add(new(1, 0, "Ціль", Down: 3, Across: 2), new(1, 2, "сховано"), new(2, 2, "А"), new(3, 2, "Б"));

        var table = new SheetFile(sheet).Read(format).Tables.Single();
        Assert.Equal("Ціль", table.At(1, 0)!.Text);
        Assert.Equal((2, 1, 2, 2), (table.Rows.Count, table.Rows[0].Cells[0].ColumnSpan, table.Rows[0].Cells[0].RowSpan, table.Columns));
    }

    [Theory, InlineData("xlsx"), InlineData("ods"), InlineData("xls")]
    public void Empty_rows_between_others_are_one(string format)
    {
        Assert.Equal("ПЛАН | \n | \n№ | Захід", Read(new TestSheet("План").Row(1, "ПЛАН").Row(7, "№", null, "Захід"), format));
    }

    [Fact]
    public void A_formula_is_read_by_the_value_it_was_saved_with()
    {
        static Document Sheet(string cells) => DocumentFile.Open(new SheetFile(new TestSheet("План").Row(0, "а")).Xlsx(new Hostile.RawZip()).With("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row>{cells}</row></sheetData></worksheet>").Bytes(), "план.xlsx");

        var read = Sheet("<c><f>A1+1</f><v>12</v></c><c t=\"str\"><f>A2</f><v>Постійно</v></c>");
        Assert.Equal("12 | Постійно", Text(read));
        Assert.Empty(read.Remarks);
        Assert.Equal("У файлі є формули без обчисленого значення, їхні клітинки прочитано порожніми", Sheet("<c><f>A1+1</f></c><c><v>1</v></c>").Remarks.Single().Text);
        Assert.Equal("Частину формул не обчислено (#REF!), їхні клітинки прочитано порожніми", Sheet("<c t=\"e\"><f>A1+1</f><v>#REF!</v></c><c><v>1</v></c>").Remarks.Single().Text);
    }
}
