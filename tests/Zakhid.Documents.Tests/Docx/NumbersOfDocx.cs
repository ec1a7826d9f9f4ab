using static Zakhid.Documents.Tests.Docx.DocxFile;

namespace Zakhid.Documents.Tests.Docx;

/// <summary>The labels that Word prints before the paragraphs of a list.</summary>
public class NumbersOfDocx
{
    static string Item(int level = 0, int list = 1) => P("х", $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");

    static string Level(int level, string format, string text, string more = "") =>
        $"<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{text}\"/></w:lvl>";

    static string List(params string[] levels) => $"<w:abstractNum w:abstractNumId=\"0\">{string.Concat(levels)}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";

    static IEnumerable<string?> Labels(string body, string numbering) => DocxFile.Of(body).WithPart("numbering", "numbering", numbering).Read().Paragraphs.Select(p => p.ListLabel);

    [Fact]
    public void Levels_count_within_their_parents() =>
        Assert.Equal(["1.", "1.1.", "1.2.", "2.", "2.1."], Labels(Item() + Item(1) + Item(1) + Item() + Item(1), List(Level(0, "decimal", "%1."), Level(1, "decimal", "%1.%2."))));

    [Theory]
    [InlineData("upperRoman", "IV")]
    [InlineData("lowerRoman", "iv")]
    [InlineData("lowerLetter", "d")]
    [InlineData("upperLetter", "D")]
    [InlineData("russianLower", "г")]
    [InlineData("russianUpper", "Г")]
    [InlineData("decimalZero", "04")]
    [InlineData("somethingNew", "4")]
    public void The_fourth_item_in_each_format(string format, string fourth) =>
        Assert.Equal(fourth + ")", Labels(Item() + Item() + Item() + Item(), List(Level(0, format, "%1)"))).ElementAt(3));

    [Fact]
    public void Letters_of_the_Ukrainian_list_that_the_author_wrote() =>
        Assert.Equal(["а)", "б)", "в)", "г)", "ґ)"], Labels(string.Concat(Enumerable.Repeat(Item(), 5)),
            List("<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"custom\" w:format=\"а, б, в, г, ґ, ...\"/><w:lvlText w:val=\"%1)\"/></w:lvl>")));

    [Fact]
    public void A_bullet_of_a_drawing_font_is_a_bullet() => Assert.Equal(["•"], Labels(Item(), List(Level(0, "bullet", "\uF0B7"))));

    [Fact]
    public void Roman_sections_over_arabic_items_written_in_digits() =>
        Assert.Equal(["I", "1.1"], Labels(Item() + Item(1), List(Level(0, "upperRoman", "%1"), Level(1, "decimal", "%1.%2", "<w:isLgl/>"))));

    [Fact]
    public void An_override_starts_the_list_anew_once() =>
        Assert.Equal(["1.", "2.", "1.", "2.", "3."], Labels(Item() + Item() + Item(list: 2) + Item(list: 2) + Item(),
            List(Level(0, "decimal", "%1.")) + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"));

    [Fact]
    public void A_level_told_never_to_restart_goes_on() =>
        Assert.Equal(["1.", "1)", "2.", "2)"], Labels(Item() + Item(1) + Item() + Item(1), List(Level(0, "decimal", "%1."), Level(1, "decimal", "%2)", "<w:lvlRestart w:val=\"0\"/>"))));

    [Fact]
    public void A_numbered_style_numbers_its_paragraphs_and_zero_takes_the_number_away()
    {
        var read = DocxFile.Of(P("а", "<w:pStyle w:val=\"П\"/>") + P("б", "<w:pStyle w:val=\"П\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>") + P("в", "<w:pStyle w:val=\"П\"/>"))
            .WithPart("styles", "styles", "<w:style w:type=\"paragraph\" w:styleId=\"П\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>")
            .WithPart("numbering", "numbering", List(Level(0, "decimal", "%1."))).Read();
        Assert.Equal(["1.", null, "2."], read.Paragraphs.Select(p => p.ListLabel));
    }

    [Fact]
    public void An_empty_cell_with_an_automatic_number_is_not_blank()
    {
        var cell = DocxFile.Of(Tbl($"<w:tr><w:tc>{P("", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>")}</w:tc></w:tr>")).WithPart("numbering", "numbering", List(Level(0, "decimal", "%1."))).Read().Tables.Single().Rows[0].Cells[0];
        Assert.Equal("1.", cell.Collapsed);
    }
}
