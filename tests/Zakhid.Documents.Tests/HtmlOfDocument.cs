using static Zakhid.Documents.Tests.Docx.DocxFile;

namespace Zakhid.Documents.Tests;

public class HtmlOfDocument
{
    static string Html(string body) => DocumentHtml.Of(Read(body));

    [Fact]
    public void Every_place_has_an_id_that_can_be_linked_to()
    {
        var html = Html(P("ПЛАН", "<w:jc w:val=\"center\"/>") + Tbl(Row("1", "Захід")));
        Assert.Equal("<p id=\"p1\" class=\"center\">ПЛАН</p>\n<table id=\"t1\">\n<tbody>\n<tr id=\"t1r1\"><td id=\"t1r1c1\"><p>1</p>\n</td><td id=\"t1r1c2\"><p>Захід</p>\n</td></tr>\n</tbody>\n</table>\n", html);
        Assert.Equal("t1r1c2", DocumentHtml.Id(new(Table: 1, Row: 1, Cell: 2)));
        Assert.Equal("p1", DocumentHtml.Id(new(Paragraph: 1)));
    }

    [Fact]
    public void Merged_cells_and_header_rows_stay_what_they_are()
    {
        var html = Html(Tbl("<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p><w:r><w:t>Ціль</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>",
            Row(Cell("а", "<w:vMerge w:val=\"restart\"/>"), "1"), Row(Cell("", "<w:vMerge/>"), "2"), Row(Cell("Разом", "<w:gridSpan w:val=\"2\"/>"))));
        Assert.Contains("<thead>\n<tr id=\"t1r1\"><th id=\"t1r1c1\"><p>Ціль</p>", html);
        Assert.Contains("<td id=\"t1r2c1\" rowspan=\"2\">", html);
        Assert.Contains("<td id=\"t1r4c1\" colspan=\"2\">", html);
        Assert.DoesNotContain("none", html);
    }

    [Theory]
    [InlineData("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("&lt;img src=x onerror=alert(1)&gt;", "&lt;img src=x onerror=alert(1)&gt;")]
    [InlineData("\" onmouseover=\"alert(1)", "&quot; onmouseover=&quot;alert(1)")]
    [InlineData("об'єкт &amp;amp; «лапки»", "об&#x27;єкт &amp;amp; «лапки»")]
    public void Text_is_text_whatever_it_says(string printed, string shown) => Assert.Contains($">{shown}</p>", Html(P(printed)));

    [Fact]
    public void A_place_leads_back_to_what_was_read_there()
    {
        var links = new Dictionary<string, PlaceLink> { ["t1r1c2"] = new("f-measures-0-text", "Захід 1: <b>назва</b>"), ["p1"] = new("f-act-title", "Назва акта") };

        var html = DocumentHtml.Of(Read(P("ПЛАН") + Tbl(Row("1", "Захід"))), links);

        Assert.Contains("<p id=\"p1\"><a class=\"back-to\" tabindex=\"-1\" href=\"#f-act-title\">Назва акта</a>ПЛАН</p>", html);
        Assert.Contains("<td id=\"t1r1c2\"><a class=\"back-to\" tabindex=\"-1\" href=\"#f-measures-0-text\">Захід 1: &lt;b&gt;назва&lt;/b&gt;</a><p>Захід</p>", html);
    }

    [Fact]
    public void A_heading_cell_that_says_nothing_is_no_heading() =>
        Assert.Contains("<th id=\"t1r1c1\"><p>Ціль</p>\n</th><td id=\"t1r1c2\"></td>",
            Html(Tbl("<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p><w:r><w:t>Ціль</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>", Row("а", "б"))));

    [Fact]
    public void An_excerpt_shows_the_heading_the_rows_asked_for_and_their_neighbours()
    {
        var table = Tbl(Row("№", "Захід"), Row("1", "а"), Row("2", "б"), Row("3", "в"), Row("4", "г"), Row("5", "ґ"));

        var html = DocumentHtml.Of(DocumentExcerpt.Of(Read(P("один") + P("два") + P("три") + table), [new(Table: 1, Row: 5, Cell: 2)]));

        Assert.Equal(["t1r1", "t1r4", "t1r5", "t1r6"], System.Text.RegularExpressions.Regex.Matches(html, "<tr id=\"([^\"]+)\"").Select(m => m.Groups[1].Value));
        Assert.DoesNotContain("два", html);
        Assert.Equal("<p id=\"p1\">один</p>\n<p id=\"p2\">два</p>\n", DocumentHtml.Of(DocumentExcerpt.Of(Read(P("один") + P("два") + P("три") + table), [new(Paragraph: 1)])));
    }

    [Fact]
    public void A_merged_cell_that_began_above_is_printed_in_an_excerpt()
    {
        var body = Tbl(Row("Ціль", "Захід"), Row(Cell("спільна", "<w:vMerge w:val=\"restart\"/>"), "1"), Row(Cell("", "<w:vMerge/>"), "2"), Row(Cell("", "<w:vMerge/>"), "3"), Row(Cell("", "<w:vMerge/>"), "4"));

        var html = DocumentHtml.Of(DocumentExcerpt.Of(Read(body), [new(Table: 1, Row: 5, Cell: 2)]));

        Assert.Contains("<tr id=\"t1r4\"><td id=\"t1r2c1\" rowspan=\"2\"><p>спільна</p>", html);
    }

    [Fact]
    public void Every_real_plan_is_shown_whole()
    {
        foreach (var file in Directory.GetFiles(Cases.Plans, "*.docx"))
        {
            var read = DocumentFile.Open(file);
            var html = DocumentHtml.Of(read);
            Assert.All(read.Paragraphs.Where(p => !p.IsBlank), p => Assert.Contains($"id=\"{DocumentHtml.Id(p.Place)}\"", html));
            Assert.All(read.Tables.SelectMany(t => t.Rows).SelectMany(r => r.Cells), c => Assert.Contains($"id=\"{DocumentHtml.Id(c.Place)}\"", html));
        }
    }
}
