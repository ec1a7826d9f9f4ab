using System.Text;

namespace Zakhid.Documents.Tests.Html;

public class PagesOfHtml
{
    static Document Read(string page) => DocumentFile.Open(Encoding.UTF8.GetBytes(page.StartsWith('<') ? page : "<p>" + page), "план");

    static string[] Texts(string page) => [.. Read(page).Paragraphs.Select(p => p.ListLabel is null ? p.Text : $"{p.ListLabel}|{p.Text}")];

    static string[][] Rows(string page) => [.. Read(page).Tables.Single().Rows.Select(r => r.Cells.Select(c => $"{c.Column}:{c.ColumnSpan}×{c.RowSpan} {c.Text}").ToArray())];

    [Fact]
    public void Paragraphs_left_open_end_where_the_next_begins() => Assert.Equal(["перший", "другий", "третій"], Texts("<p>перший<p>другий<div>третій</div>"));

    [Fact]
    public void Blanks_and_line_ends_of_the_source_are_one_blank() => Assert.Equal(["а б в"], Texts("<p>\r\n  а\r\n б   <b> в</b> </p>"));

    [Fact]
    public void References_are_signs() => Assert.Equal(["«Захід» – 5 < 6 & ’ї’"], Texts("<p>&laquo;Захід&raquo; &ndash; 5 &lt; 6 &amp; &#8217;&#1111;&#x2019;"));

    [Fact]
    public void An_empty_paragraph_stays_and_a_mark_that_is_no_tag_is_text() => Assert.Equal(["а", "", "б < в"], Texts("<p>а</p><p>&nbsp;</p><p>б < в</p>"));

    [Fact]
    public void Nothing_of_scripts_menus_forms_and_comments_is_read() =>
        Assert.Equal(["план"], Texts("<html><head><title>Сайт</title><script>var a='<p>ні</p>';</script></head><body><nav><p>меню</p></nav><!-- <p>ні</p> --><p>план</p><select><option>вибір</select></body>"));

    [Fact]
    public void The_main_part_of_a_page_stands_for_it() =>
        Assert.Equal(["Про затвердження плану заходів"], Texts("<div>Громада</div><main><p>Про затвердження плану заходів</p></main><div>Адреса</div>"));

    [Fact]
    public void A_small_main_part_does_not_hide_the_rest() => Assert.Equal(["а", "Про затвердження плану заходів"], Texts("<main>а</main><p>Про затвердження плану заходів</p>"));

    [Fact]
    public void Lists_are_numbered_as_a_browser_prints_them() =>
        Assert.Equal(["3.|а", "4.|б", "a.|в", "5.|г", "•|ґ"], Texts("<ol start=3><li>а<li>б<ol type=a><li>в</ol><li>г</ol><ul><li>ґ</ul>"));

    [Fact]
    public void The_number_that_Word_prints_into_a_list_item_is_its_label() =>
        Assert.Equal(["1.2.|Навчання", "•|зустріч"], Texts("<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>1.2.<span>&nbsp; </span></span><![endif]>Навчання</p><p><span style='mso-list:Ignore'>·<span>&nbsp;</span></span>зустріч</p>"));

    [Fact]
    public void The_mark_of_a_note_is_left_out_and_its_note_is_labelled() =>
        Assert.Equal(["Охопити 50 осіб", "1|за згодою"], Texts("<p>Охопити 50<a href=\"#_ftn1\" name=\"_ftnref1\"><sup>[1]</sup></a> осіб</p><p><a href=\"#_ftnref1\" name=\"_ftn1\">[1]</a> за згодою</p>"));

    [Fact]
    public void A_target_that_leads_elsewhere_with_words_in_it_is_text() => Assert.Equal(["див. додаток про строки"], Texts("<p>див. <a href=\"#d\" name=\"a\">додаток</a> про <a href=\"#e\" name=\"f\">строки</a></p>"));

    [Fact]
    public void Cells_span_columns_and_rows() =>
        Assert.Equal([["0:1×2 №", "1:2×1 Виконавці"], ["1:1×1 головний", "2:1×1 інші"], ["0:1×1 1", "1:1×1 а", "2:1×1 б"]],
            Rows("<table><tr><td rowspan=2>№<td colspan=2>Виконавці<tr><td>головний<td>інші<tr><td>1<td>а<td>б</table>"));

    [Fact]
    public void Rows_typed_without_a_row_and_text_between_cells_are_kept() =>
        Assert.Equal([["0:1×1 а", "1:1×1 б"], ["0:1×1 в"]], Rows("<table><td>а</td><td>б</td></tr><tr><td>в</td></table>"));

    [Fact]
    public void A_heading_row_is_marked_and_a_frame_of_the_page_dissolves()
    {
        var read = Read("<table><tr><td><p>вгорі</p><table><thead><tr><th>№<th>Захід</thead><tr><td>1<td>а<tr><td>2<td>б</table></td></tr></table>");
        Assert.Equal("вгорі", read.Paragraphs.Single().Text);
        Assert.Equal([true, false, false], read.Tables.Single().Rows.Select(r => r.IsHeader));
        Assert.True(read.Tables.Single().Rows[0].Cells[1].Paragraphs.Single().Bold);
    }

    [Fact]
    public void Hidden_text_is_left_out_and_said()
    {
        var read = Read("<style>.x{display:none}</style><p>видно <span class=x>не видно</span></p>");
        Assert.Equal(("видно", "У файлі є прихований текст, його не прочитано: «не видно»"), (read.Paragraphs.Single().Text, read.Remarks.Single().Text));
    }

    [Fact]
    public void White_letters_are_said_but_not_on_a_coloured_field()
    {
        Assert.Equal("Частину тексту набрано білим: «таємне»", Read("<p>а <font color=white></font><span style='color:#FFFFFF'>таємне</span></p>").Remarks.Single().Text);
        Assert.Empty(Read("<table><tr bgcolor=navy><td style='color:white'>Захід</td></tr></table>").Remarks);
    }

    [Fact]
    public void Deleted_text_is_left_out_and_said()
    {
        var read = Read("<p>до <del>1</del><ins>2</ins> грудня</p>");
        Assert.Equal(("до 2 грудня", "document.deletions"), (read.Paragraphs.Single().Text, read.Remarks.Single().Code));
    }

    [Fact]
    public void Styles_tell_how_a_paragraph_stands()
    {
        var read = Read("<style><!-- p.c {text-align:center; font-weight:700} h1.n {page-break-before:always} --></style><p class=c>план</p><h2 align=right>розділ</h2><h1 class=n>далі</h1>");
        Assert.Equal([(Alignment.Center, true, null, false), (Alignment.End, true, 2, false), (Alignment.Start, true, 1, true)], read.Paragraphs.Select(p => (p.Alignment, p.Bold, p.OutlineLevel, p.PageBreakBefore)));
    }

    [Fact]
    public void What_the_page_declares_is_its_encoding_where_the_bytes_do_not_tell()
    {
        var koi8 = CodePagesEncodingProvider.Instance.GetEncoding("koi8-u")!;
        var read = DocumentFile.Open(koi8.GetBytes("<html><head><meta charset=\"koi8-u\"></head><body>ГІМН</body></html>"), "план");
        Assert.Equal(("ГІМН", "Кодування файлу: KOI8-U"), (read.Paragraphs.Single().Text, read.Remarks.Single().Text));
    }

    [Fact]
    public void Letters_are_looked_for_behind_a_long_head()
    {
        var page = $"<html><style>{new string(' ', 100_000)}</style><body><p>Затвердити план заходів з реалізації Стратегії</p></body>";
        Assert.Equal("Затвердити план заходів з реалізації Стратегії", DocumentFile.Open(CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(page), "план").Paragraphs.Single().Text);
    }

    [Theory]
    [InlineData("\uFEFF<!DOCTYPE HTML PUBLIC \"-//W3C//DTD\"><p>а"), InlineData("<?xml version=\"1.0\"?><html xmlns=\"x\"><p>а</p></html>"), InlineData("<!-- saved -->\n<table><tr><td>а</table>"), InlineData("<P CLASS=x>а")]
    public void A_page_is_known_by_its_first_tag(string page) => Assert.Equal("html", DocumentFile.Open(Encoding.UTF8.GetBytes(page), "план.doc").Format);

    [Theory]
    [InlineData("<укр> план"), InlineData("< 5 осіб"), InlineData("План <b>")]
    public void A_text_with_angles_is_a_text(string text) => Assert.Equal("txt", DocumentFile.Open(Encoding.UTF8.GetBytes(text), "план.html").Format);
}
