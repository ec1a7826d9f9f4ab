using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Zakhid.Documents.Consolidation;
using SheetCell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using SheetRow = DocumentFormat.OpenXml.Spreadsheet.Row;

namespace Zakhid.Documents.Tests.Consolidation;

public class ConsolidatedXlsx
{
    [Fact]
    public void It_is_valid_by_the_schema_of_Excel()
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream((Papers.Quarter with { IsSample = true }).Xlsx()), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(file).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public void What_looks_like_a_formula_stays_text()
    {
        var paper = Papers.Quarter with { Rows = [new PaperMeasure { Number = "=1+1", Text = "+HYPERLINK(\"http://x\")", Status = [new("@SUM(A1)"), new("-2")] }] };
        using var file = SpreadsheetDocument.Open(new MemoryStream(paper.Xlsx()), isEditable: false);
        var cells = file.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<SheetCell>().ToList();
        Assert.All(cells, c => Assert.Equal(CellValues.InlineString, c.DataType!.Value));
        Assert.Empty(file.WorkbookPart.WorksheetParts.Single().Worksheet.Descendants<CellFormula>());
        Assert.Contains(cells, c => c.InnerText == "=1+1");
        Assert.Contains(cells, c => c.InnerText == "@SUM(A1)\n-2");
    }

    [Fact]
    public void The_heading_is_repeated_in_print_and_frozen_on_screen()
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(Papers.Quarter.Xlsx()), isEditable: false);
        Assert.Equal("'Інформація'!$7:$7", file.WorkbookPart!.Workbook.DefinedNames!.Single().InnerText);
        Assert.Equal(7, file.WorkbookPart.WorksheetParts.Single().Worksheet.Descendants<Pane>().Single().VerticalSplit!.Value);
        Assert.Equal("Найменування заходу", file.WorkbookPart.WorksheetParts.Single().Worksheet.Descendants<SheetRow>().ElementAt(6).Elements<SheetCell>().ElementAt(1).InnerText);
    }

    [Fact]
    public void A_sample_says_so_first()
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream((Papers.Quarter with { IsSample = true }).Xlsx()), isEditable: false);
        Assert.Equal("Зразок: дані демонстрації", file.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<SheetCell>().First().InnerText);
    }

    [Fact]
    public void Equal_papers_give_equal_bytes() => Assert.Equal(Papers.Quarter.Xlsx(), Papers.Quarter.Xlsx());
}
