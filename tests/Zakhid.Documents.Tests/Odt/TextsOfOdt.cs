using static Zakhid.Documents.Tests.Odt.OdtFile;

namespace Zakhid.Documents.Tests.Odt;

public class TextsOfOdt
{
    static string[] Texts(Document document) => [.. document.Paragraphs.Select(p => p.ListLabel is null ? p.Text : $"{p.ListLabel}|{p.Text}")];
    static string[][] Rows(string table) => [.. Read(table).Tables.Single().Rows.Select(r => r.Cells.Select(c => $"{c.Column}:{c.ColumnSpan}×{c.RowSpan} {c.Text}").ToArray())];
    static string Item(string text) => $"<text:list-item>{text}</text:list-item>";

    const string Numbers = """<text:list-style style:name="Н"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix=")" text:display-levels="2"/><text:list-level-style-bullet text:level="3" text:bullet-char=""/></text:list-style>""";

    [Fact]
    public void Blanks_of_the_source_are_one_and_written_blanks_are_as_many_as_they_say() =>
        Assert.Equal(["Голова    ради\tОлена\nЗРАЗОК"], Texts(Read(P("\n  Голова <text:s text:c=\"3\"/>ради<text:tab/><text:span>Олена<text:line-break/>ЗРАЗОК</text:span>\n"))));

    [Fact]
    public void Styles_are_followed_to_those_they_stand_on()
    {
        var read = Read(P("ПЛАН", "Б") + P("далі", "В"), Style("Б", "<style:text-properties fo:font-weight=\"bold\"/>", parent: "А") + Style("В", "", attributes: "style:master-page-name=\"Друга\""), Style("А", "<style:paragraph-properties fo:text-align=\"center\"/>", parent: "А"));
        Assert.Equal([(Alignment.Center, true, false), (Alignment.Start, false, true)], read.Paragraphs.Select(p => (p.Alignment, p.Bold, p.PageBreakBefore)));
    }

    [Fact]
    public void A_list_numbers_its_items_and_the_levels_inside() =>
        Assert.Equal(["1.|а", "продовження", "2.|б", "2.1)|в", "2.2)|г", "•|ґ", "3.|д"],
            Texts(Read($"<text:list text:style-name=\"Н\">{Item(P("а") + P("продовження"))}{Item(P("б") + $"<text:list>{Item(P("в"))}{Item(P("г") + $"<text:list>{Item(P("ґ"))}</text:list>")}</text:list>")}{Item(P("д"))}</text:list>", Numbers)));

    [Fact]
    public void A_list_goes_on_where_it_says_so_and_starts_anew_otherwise() =>
        Assert.Equal(["1.|а", "2.|б", "1.|в", "5.|г"],
            Texts(Read($"<text:list xml:id=\"х\" text:style-name=\"Н\">{Item(P("а"))}</text:list><text:list text:continue-list=\"х\" text:style-name=\"Н\">{Item(P("б"))}</text:list><text:list text:style-name=\"Н\">{Item(P("в"))}<text:list-item text:start-value=\"5\">{P("г")}</text:list-item></text:list>", Numbers)));

    [Theory]
    [InlineData("а, б, .., аа, бб, ... (uk)", "г)"), InlineData("А, Б, .., Аа, Бб, ... (ru)", "Г)"), InlineData("i", "iv)"), InlineData("A", "D)")]
    public void A_level_counts_in_its_own_signs(string format, string label) =>
        Assert.Equal(label, Read($"<text:list text:style-name=\"Л\"><text:list-item text:start-value=\"4\">{P("а")}</text:list-item></text:list>", $"<text:list-style style:name=\"Л\"><text:list-level-style-number text:level=\"1\" style:num-format=\"{format}\" style:num-suffix=\")\"/></text:list-style>").Paragraphs.Single().ListLabel);

    [Fact]
    public void The_pattern_of_a_level_is_followed() =>
        Assert.Equal(["Розділ 1.|а"], Texts(Read($"<text:list text:style-name=\"Л\">{Item(P("а"))}</text:list>", "<text:list-style style:name=\"Л\"><text:list-level-style-number text:level=\"1\" loext:num-list-format=\"Розділ %1%.\" style:num-format=\"1\"/></text:list-style>")));

    [Fact]
    public void Headings_are_numbered_where_the_document_numbers_its_chapters()
    {
        var read = Read("<text:h text:outline-level=\"2\">Заходи</text:h><text:h text:outline-level=\"2\">Контроль</text:h>", styles: "<text:outline-style style:name=\"Outline\"><text:outline-level-style text:level=\"2\" style:num-format=\"I\" style:num-suffix=\".\"/></text:outline-style>");
        Assert.Equal(["I.|Заходи", "II.|Контроль"], Texts(read));
        Assert.All(read.Paragraphs, p => Assert.Equal(2, p.OutlineLevel));
    }

    [Fact]
    public void Deleted_text_is_left_out_and_said()
    {
        var read = Read($"<text:tracked-changes><text:changed-region><text:deletion>{P("вилучено")}</text:deletion></text:changed-region></text:tracked-changes>" + P("до <text:change text:change-id=\"1\"/><text:change-start/>2<text:change-end/> грудня"));
        Assert.Equal(("до 2 грудня", "У файлі лишилися невраховані виправлення: вилучене не прочитано, додане прочитано"), (read.Paragraphs.Single().Text, read.Remarks.Single().Text));
    }

    [Fact]
    public void Notes_come_last_with_their_numbers_and_comments_do_not_come() =>
        Assert.Equal(["Охопити 50 осіб", "далі", "1|за згодою"], Texts(Read(P($"Охопити 50<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body>{P("за згодою")}</text:note-body></text:note><office:annotation>{P("ні")}</office:annotation> осіб") + P("далі"))));

    [Fact]
    public void A_stamp_in_a_text_box_stands_before_its_paragraph() =>
        Assert.Equal(["ЗАТВЕРДЖУЮ", "ПЛАН"], Texts(Read(P($"<draw:frame><draw:text-box>{P("ЗАТВЕРДЖУЮ")}</draw:text-box></draw:frame>ПЛАН"))));

    [Fact]
    public void Hidden_and_white_text_is_said()
    {
        var read = Read(P("видно <text:span text:style-name=\"Х\">сховане</text:span><text:span text:style-name=\"Б\">біле</text:span>"), Style("Х", "<style:text-properties text:display=\"none\"/>", "text") + Style("Б", "<style:text-properties fo:color=\"#FFFFFF\"/>", "text"));
        Assert.Equal("видно біле", read.Paragraphs.Single().Text);
        Assert.Equal(["У файлі є прихований текст, його не прочитано: «сховане»", "Частину тексту набрано білим: «біле»"], read.Remarks.Select(r => r.Text));
    }

    [Fact]
    public void Macros_are_ignored_and_said() => Assert.Equal("У файлі є макроси. Їх не запущено, текст прочитано", Read(P("а"), more: ("Basic/Standard/Module1.xml", "<x/>")).Remarks.Single().Text);

    [Fact]
    public void Cells_span_columns_and_rows_over_those_they_cover() =>
        Assert.Equal([["0:1×2 №", "1:2×1 Виконавці"], ["1:1×1 головний", "2:1×1 інші"], ["0:1×1 1", "1:1×1 а", "2:1×1 б"]],
            Rows($"<table:table><table:table-row><table:table-cell table:number-rows-spanned=\"2\">{P("№")}</table:table-cell><table:table-cell table:number-columns-spanned=\"2\">{P("Виконавці")}</table:table-cell><table:covered-table-cell/></table:table-row><table:table-row><table:covered-table-cell/><table:table-cell>{P("головний")}</table:table-cell><table:table-cell>{P("інші")}</table:table-cell></table:table-row><table:table-row><table:table-cell>{P("1")}</table:table-cell><table:table-cell>{P("а")}</table:table-cell><table:table-cell>{P("б")}</table:table-cell></table:table-row></table:table>"));

    [Fact]
    public void Repeated_cells_and_rows_stand_as_often_as_they_say() =>
        Assert.Equal([["0:1×1 а", "1:1×1 а", "2:1×1 б"], ["0:1×1 а", "1:1×1 а", "2:1×1 б"]],
            Rows($"<table:table><table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-repeated=\"2\">{P("а")}</table:table-cell><table:table-cell>{P("б")}</table:table-cell></table:table-row></table:table>"));

    [Fact]
    public void Covered_cells_that_nothing_covers_keep_the_columns() =>
        Assert.Equal([["0:1×1 а", "1:1×1 б"], ["1:1×1 в"]], Rows($"<table:table><table:table-row><table:table-cell>{P("а")}</table:table-cell><table:table-cell>{P("б")}</table:table-cell></table:table-row><table:table-row><table:covered-table-cell/><table:table-cell>{P("в")}</table:table-cell></table:table-row></table:table>"));

    [Fact]
    public void Hidden_rows_are_left_out_and_said()
    {
        var read = Read($"<table:table><table:table-row><table:table-cell>{P("а")}</table:table-cell></table:table-row><table:table-row table:visibility=\"collapse\"><table:table-cell>{P("б")}</table:table-cell></table:table-row></table:table>");
        Assert.Equal((1, "У таблиці є приховані рядки або стовпці, їх не прочитано"), (read.Tables.Single().Rows.Count, read.Remarks.Single().Text));
    }

    /// <summary>LibreOffice writes an empty shelf for programs into every such file.</summary>
    [Theory]
    [InlineData("<ooo:libraries xmlns:ooo=\"http://openoffice.org/2004/office\"/>", null)]
    [InlineData("<ooo:libraries xmlns:ooo=\"http://openoffice.org/2004/office\"><ooo:library-embedded><ooo:module ooo:name=\"M\"><ooo:source-code>Sub Main</ooo:source-code></ooo:module></ooo:library-embedded></ooo:libraries>", "У файлі є макроси. Їх не запущено, текст прочитано")]
    public void Programs_kept_in_one_file_with_the_text_are_mentioned_and_not_run(string shelf, string? said)
    {
        var read = DocumentFile.Open(OdtFile.Flat(OdtFile.P("План"), scripts: $"<office:scripts><office:script>{shelf}</office:script></office:scripts>"), "план");
        Assert.Equal("fodt", read.Format);
        Assert.Equal("План", Assert.Single(read.Paragraphs).Text);
        Assert.Equal(said, read.Remarks.SingleOrDefault()?.Text);
    }
}
