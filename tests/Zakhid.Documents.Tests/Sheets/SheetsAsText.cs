using System.Text;
using Zakhid.Documents.Reading;

namespace Zakhid.Documents.Tests.Sheets;

/// <summary>Sheets saved as text: what parts their cells and how they are encoded, their contents tell.</summary>
public class SheetsAsText
{
    static readonly TestSheet Plan = new TestSheet("План")
        .Row(0, null, "ПЛАН ЗАХОДІВ", null, null).Row(1, null, "на 2024 рік", null, null)
        .Row(3, "№ з/п", "Найменування заходу", "Строк виконання", "Відповідальні за виконання")
        .Row(4, "1", "Провести нараду; підбити підсумки", "до 25.12.2024", "Відділ освіти, відділ культури")
        .Row(5, "2", "Видати буклет «Безпека»,\nрозмістити \"банери\"", "Щокварталу", "Відділ культури");

    static string Told(byte[] file, string name = "план.xyz") =>
        string.Join('\n', PlanReader.Read(DocumentFile.Open(file, name)).Measures.Select(m => string.Join(" | ", m.Number, m.Text.ReplaceLineEndings("¶"), m.TermText, string.Join(", ", m.Executors.Select(e => e.Name)))));

    const string Read = "1 | Провести нараду; підбити підсумки | до 25.12.2024 | Відділ освіти, відділ культури\n2 | Видати буклет «Безпека», розмістити \"банери\" | Щокварталу | Відділ культури";

    [Theory, InlineData(';'), InlineData(','), InlineData('\t')]
    public void What_parts_the_cells_is_found_by_content(char sign) => Assert.Equal(Read, Told(CsvFile.Of(Plan, sign)));

    [Theory, InlineData(1251), InlineData(21866), InlineData(1200), InlineData(65001)]
    public void The_encoding_is_found_by_content(int page)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.GetEncoding(page);
        Assert.Equal(Read.Replace("«", "\"").Replace("»", "\""), Told(encoding.GetBytes(CsvFile.Text(Plan, ';').Replace("«", "\"\"").Replace("»", "\"\""))));
    }

    [Fact]
    public void A_file_may_name_its_sign_in_its_first_line() => Assert.Equal(Read, Told(Encoding.UTF8.GetBytes("\uFEFFsep=,\r\n" + CsvFile.Text(Plan, ','))));

    [Fact]
    public void Rows_that_leave_out_their_last_empty_cells_stay_rows() => Assert.Equal(Read, Told(Encoding.UTF8.GetBytes(CsvFile.Text(Plan, ';').Replace(";;\r", "\r"))));

    [Fact]
    public void A_day_as_programs_write_it_is_printed_as_acts_print_it() => Assert.Equal(Read.Replace("до 25", "25"), Told(Encoding.UTF8.GetBytes(CsvFile.Text(Plan, ';').Replace("до 25.12.2024", "2024-12-25"))));

    [Fact]
    public void A_cell_is_placed_where_a_spreadsheet_program_shows_it()
    {
        var reading = PlanReader.Read(DocumentFile.Open(CsvFile.Of(Plan), "план.csv"));
        Assert.Equal(new SheetPlace("Аркуш", 6, 2), reading.Places["/measures/1/text"].Sheet);
    }

    [Theory]
    [InlineData("1) провести нараду, підбити підсумки, скласти звіт;\n2) видати буклет, плакат, листівку;\n3) розмістити, оновити, перевірити.")]
    [InlineData("Відділ освіти;\nвідділ культури;\nвідділ молоді;")]
    [InlineData("Іваненко, відділ освіти\nПетренко, відділ культури")]
    public void Prose_with_commas_stays_prose(string text) => Assert.Equal("txt", DocumentFile.Open(Encoding.UTF8.GetBytes(text), "план.csv").Format);
}
