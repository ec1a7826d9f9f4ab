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
