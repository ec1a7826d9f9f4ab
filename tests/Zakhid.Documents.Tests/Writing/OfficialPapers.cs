using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Zakhid.Documents.Consolidation;
using Zakhid.Documents.Writing;

namespace Zakhid.Documents.Tests.Writing;

public class OfficialPapers
{
    static readonly OfficialPaper Paper = new()
    {
        File = new("Довідка", "Глухівська міська рада", IsSample: true, new(2020, 9, 18, 10, 0, 0, TimeSpan.FromHours(3))),
        Heading = "ДОВІДКА",
        Title = ["про стан виконавської дисципліни", "станом на 18 вересня 2020 року"],
        Introduction = ["Із 2 звітів вчасно подано 1."],
        Tables =
        [
            new() { Headings = ["№\nз/п", "Виконавець", "Належало"], Shares = [10, 60, 30], Rows = [[1, "=1+1 & <відділ>", 2], ["", new PaperCell("Усього", Strong: true), new PaperCell("2", 2, Strong: true)]] },
            new() { Title = "Строки", Shares = [30, 70], Rows = [["Строк", "31.12.2020"]] },
        ],
        Notes = ["Примітка."],
        Signature = new("Начальник відділу", ""),
        Date = "18.09.2020",
        Checkpoint = "Мітка журналу дій: запис 214, 7F3A 91C2",
    };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_paper_of_tables_is_a_valid_document_and_says_that_its_data_are_samples(bool wide)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(OfficialDocx.Of(Paper with { IsWide = wide })), false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        var text = file.MainDocumentPart!.Document!.Body!.InnerText.Replace('\u00A0', ' ');
        Assert.StartsWith("Зразок: дані демонстраціїДОВІДКА", text, StringComparison.Ordinal);
        Assert.Contains("=1+1 & <відділ>", text, StringComparison.Ordinal);
        Assert.EndsWith("Мітка журналу дій: запис 214, 7F3A 91C2", text, StringComparison.Ordinal);
        Assert.Equal(wide ? 16838U : 11906U, file.MainDocumentPart.Document.Descendants<DocumentFormat.OpenXml.Wordprocessing.PageSize>().Single().Width!.Value);
    }

    [Fact]
    public void A_workbook_counts_with_its_numbers_and_takes_no_text_for_a_formula()
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(OfficialXlsx.Of(Paper, "Дисципліна")), false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        var cells = file.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>().ToDictionary(c => c.CellReference!.Value!);
        Assert.Equal("=1+1 & <відділ>", cells["B6"].InnerText);
        Assert.Null(cells["B6"].CellFormula);
        Assert.Equal(("2", null), (cells["C7"].CellValue!.Text, cells["C7"].DataType?.Value.ToString()));
    }

    [Fact]
    public void Equal_papers_are_equal_bytes()
    {
        Assert.Equal(OfficialDocx.Of(Paper), OfficialDocx.Of(Paper));
        Assert.Equal(OfficialXlsx.Of(Paper, "а"), OfficialXlsx.Of(Paper, "а"));
    }
}
