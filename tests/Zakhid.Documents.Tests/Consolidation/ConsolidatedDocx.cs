using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Zakhid.Documents.Consolidation;

namespace Zakhid.Documents.Tests.Consolidation;

public class ConsolidatedDocx
{
    static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    static XDocument Part(ConsolidatedPaper paper, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(paper.Docx()));
        using var part = zip.GetEntry(name)!.Open();
        return XDocument.Load(part);
    }

    static string Plain(string text) => text.Replace('\u00A0', ' ');

    public static TheoryData<string, ConsolidatedPaper> Kinds => new()
    {
        { "усе", Papers.Quarter },
        { "зразок", Papers.Quarter with { IsSample = true } },
        { "без показників", Papers.Quarter with { Columns = PaperColumn.Usual } },
        { "порожній", Papers.Quarter with { Rows = [], Signature = null, Checkpoint = null, Addressee = [] } },
        { "погані знаки", Papers.Quarter with { Rows = [new PaperMeasure { Text = "а\u0001б\uD800в\uFFFFг\tд\nе" }] } },
    };

    [Theory, MemberData(nameof(Kinds))]
    public void It_is_valid_by_the_schema_of_Word(string kind, ConsolidatedPaper paper)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(paper.Docx()), isEditable: false);
        var errors = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(file).Select(e => $"{kind}: {e.Part?.Uri} {e.Path?.XPath}: {e.Description}");
        Assert.Empty(errors);
    }

    [Fact]
    public void It_reads_back_as_it_was_given()
    {
        var read = DocumentFile.Open(Papers.Quarter.Docx(), "звіт.docx");
        var table = read.Tables.Single();
        Assert.Equal(["№\nз/п", "Найменування заходу", "Строк виконання", "Відповідальні за виконання", "Стан виконання", "Показники"], table.Rows[0].Cells.Select(c => Plain(c.Text)));
        Assert.True(table.Rows[0].IsHeader);
        Assert.Equal("I. Інформування громадян", Plain(table.Rows[1].Cells.Single().Text));
        Assert.Equal(6, table.Rows[1].Cells.Single().ColumnSpan);
        Assert.Equal(
            ["1", "Проведення «круглих столів» <для громад> & молоді", "II–IV квартали", "Відділ освіти міської ради;\nГУНП в місті Глухові (за згодою)", "Виконується. 12 серпня проведено брифінг.\nГУНП в місті Глухові: інформації не надано.", "Заходів: 2 із 2 потрібних"],
            table.Rows[2].Cells.Select(c => Plain(c.Text)));
        Assert.Equal("Начальник відділу з правової та внутрішньої політики міської ради\tІм’я ПРІЗВИЩЕ", Plain(read.Paragraphs.Single(p => p.Text.Contains('\t')).Text));
    }

    [Fact]
    public void The_name_of_a_measure_is_never_cut()
    {
        var measure = (PaperMeasure)Papers.Quarter.Rows[2];
        Assert.Equal(measure.Text.Trim(), Plain(DocumentFile.Open(Papers.Quarter.Docx(), "звіт.docx").Tables.Single().Rows[3].Cells[1].Text).Trim());
    }

    [Fact]
    public void A_body_that_gave_no_information_stands_in_bold_in_a_line_of_its_own()
    {
        var status = DocumentFile.Open(Papers.Quarter.Docx(), "звіт.docx").Tables.Single().Rows[2].Cells[4].Paragraphs;
        Assert.True(status[1].Bold);
        Assert.False(status[0].Bold);
    }

    [Fact]
    public void The_page_is_A4_landscape_with_the_margins_of_the_office()
    {
        var section = Part(Papers.Quarter, "word/document.xml").Descendants(W + "sectPr").Single();
        var (size, margins) = (section.Element(W + "pgSz")!, section.Element(W + "pgMar")!);
        Assert.Equal(("16838", "11906", "landscape"), ((string)size.Attribute(W + "w")!, (string)size.Attribute(W + "h")!, (string)size.Attribute(W + "orient")!));
        int[] millimetres = [.. new[] { "left", "right", "top", "bottom" }.Select(side => (int)Math.Round((int)margins.Attribute(W + side)! / 56.7))];
        Assert.Equal([30, 10, 20, 20], millimetres);
        Assert.NotNull(section.Element(W + "titlePg"));
    }

    [Fact]
    public void Every_table_has_a_grid_as_wide_as_its_cells()
    {
        var table = Part(Papers.Quarter, "word/document.xml").Descendants(W + "tbl").Single();
        var grid = table.Element(W + "tblGrid")!.Elements(W + "gridCol").Select(c => (int)c.Attribute(W + "w")!).ToList();
        Assert.Equal(16838 - 1701 - 567, grid.Sum());
        Assert.Equal(grid, table.Elements(W + "tr").First().Elements(W + "tc").Select(c => (int)c.Descendants(W + "tcW").Single().Attribute(W + "w")!));
    }

    [Fact]
    public void A_short_row_stays_whole_and_a_tall_one_may_be_torn() =>
        Assert.Equal([true, true, true, false], Part(Papers.Quarter, "word/document.xml").Descendants(W + "tr").Select(r => r.Descendants(W + "cantSplit").Any()));

    [Fact]
    public void Equal_papers_give_equal_bytes() => Assert.Equal(Papers.Quarter.Docx(), Papers.Quarter.Docx());

    [Fact]
    public void A_sample_says_so_first_and_an_ordinary_paper_nowhere()
    {
        var sample = DocumentFile.Open((Papers.Quarter with { IsSample = true }).Docx(), "звіт.docx");
        Assert.Equal("Зразок: дані демонстрації", Plain(sample.Paragraphs.First().Text));
        Assert.DoesNotContain(DocumentFile.Open(Papers.Quarter.Docx(), "звіт.docx").Paragraphs, p => p.Text.Contains("разок"));
    }

    [Fact]
    public void The_checkpoint_is_the_last_line() =>
        Assert.Equal("Мітка журналу дій: запис 1536, 7F3A 91C2 04BE D815, 18.09.2020 16:05", Plain(DocumentFile.Open(Papers.Quarter.Docx(), "звіт.docx").Paragraphs.Last().Text));

    [Fact]
    public void The_language_and_the_title_are_in_its_properties()
    {
        var properties = Part(Papers.Quarter, "docProps/core.xml").Root!.Elements().ToDictionary(e => e.Name.LocalName, e => e.Value);
        Assert.Equal(("Інформація про виконання плану заходів за III квартал 2020 року", "Глухівська міська рада", "uk-UA", "2020-09-18T13:05:00Z"),
            (properties["title"], properties["creator"], properties["language"], properties["created"]));
    }

    [Fact]
    public void A_long_post_is_set_in_lines_and_the_name_stands_by_the_last()
    {
        var paper = Papers.Quarter with { Signature = new("Заступник начальника управління інформаційної діяльності та комунікацій з громадськістю Житомирської облдержадміністрації", "Ім’я ПРІЗВИЩЕ") };
        Assert.Equal("Заступник начальника управління інформаційної діяльності\nта комунікацій з громадськістю Житомирської облдержадміністрації\tІм’я ПРІЗВИЩЕ",
            Plain(DocumentFile.Open(paper.Docx(), "звіт.docx").Paragraphs.Single(p => p.Text.Contains('\t')).Text));
    }
}
