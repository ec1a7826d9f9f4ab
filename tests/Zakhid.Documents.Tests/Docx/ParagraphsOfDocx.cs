using static Zakhid.Documents.Tests.Docx.DocxFile;

namespace Zakhid.Documents.Tests.Docx;

public class ParagraphsOfDocx
{
    static string TextOf(string paragraph) => Read(P(paragraph)).Paragraphs.Last().Text;

    [Fact]
    public void Tabs_breaks_and_hyphens_are_text_and_soft_hyphens_are_not() =>
        Assert.Equal("Київ\tЖитомир\nХуст\u2011Рахів перенос", TextOf("<w:r><w:t>Київ</w:t><w:tab/><w:t>Житомир</w:t><w:br/><w:t>Хуст</w:t><w:noBreakHyphen/><w:t>Рахів</w:t><w:t xml:space=\"preserve\"> пере\u00ADнос</w:t><w:softHyphen/></w:r>"));

    [Fact]
    public void Insertions_are_kept_and_deletions_dropped_with_a_remark()
    {
        var read = Read(P("<w:r><w:t xml:space=\"preserve\">до </w:t></w:r><w:del><w:r><w:delText>17</w:delText></w:r></w:del><w:ins><w:r><w:t>25</w:t></w:r></w:ins><w:r><w:t xml:space=\"preserve\"> числа</w:t></w:r>"));
        Assert.Equal("до 25 числа", read.Paragraphs.Single().Text);
        Assert.Equal("У файлі лишилися невраховані виправлення: вилучене не прочитано, додане прочитано", read.Remarks.Single().Text);
    }

    [Fact]
    public void A_deleted_paragraph_mark_joins_the_next_paragraph() =>
        Assert.Equal(["Перша половина речення", "Інше"], Read(P("Перша ", "<w:rPr><w:del w:id=\"1\"/></w:rPr>") + P("половина речення") + P("Інше")).Paragraphs.Select(p => p.Text));

    [Fact]
    public void Hidden_text_is_dropped_and_shown_in_a_remark()
    {
        var read = Read(P("<w:r><w:t>Постійно</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>до 1 травня</w:t></w:r>"));
        Assert.Equal("Постійно", read.Paragraphs.Single().Text);
        Assert.Equal("У файлі є прихований текст, його не прочитано: «до 1 травня»", read.Remarks.Single().Text);
    }

    [Fact]
    public void White_text_is_read_and_said()
    {
        var read = Read(P("<w:r><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr><w:t>до 1 травня</w:t></w:r>"));
        Assert.Equal("до 1 травня", read.Paragraphs.Single().Text);
        Assert.Equal("Частину тексту набрано білим: «до 1 травня»", read.Remarks.Single().Text);
    }

    [Fact]
    public void Of_a_field_only_the_result_is_text() =>
        Assert.Equal("стор. 7 з 9", TextOf("<w:r><w:t xml:space=\"preserve\">стор. </w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE \\* ARABIC</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t xml:space=\"preserve\"> з </w:t></w:r><w:fldSimple w:instr=\"NUMPAGES\"><w:r><w:t>9</w:t></w:r></w:fldSimple>"));

    [Fact]
    public void A_field_inside_the_instruction_of_another_prints_nothing() =>
        Assert.Equal("так", TextOf("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>IF </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>так</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"));

    [Fact]
    public void A_field_that_was_never_closed_hides_one_paragraph_at_most() =>
        Assert.Equal("2. Другий", Read(P("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>") + P("2. Другий")).Paragraphs.Last().Text);

    [Fact]
    public void Content_controls_hyperlinks_and_smart_tags_are_transparent() =>
        Assert.Equal("Відділ освіти міської ради", TextOf("<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent><w:r><w:t xml:space=\"preserve\">Відділ </w:t></w:r></w:sdtContent></w:sdt><w:hyperlink><w:r><w:t>освіти</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t xml:space=\"preserve\"> міської ради</w:t></w:r></w:smartTag>"));

    [Fact]
    public void A_text_box_stands_before_its_paragraph_and_is_read_once()
    {
        const string box = "<w:txbxContent><w:p><w:r><w:t>ЗАТВЕРДЖЕНО</w:t></w:r></w:p></w:txbxContent>";
        var read = Read(P($"<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>ПЛАН</w:t></w:r>"));
        Assert.Equal(["ЗАТВЕРДЖЕНО", "ПЛАН"], read.Paragraphs.Select(p => p.Text));
    }

    [Fact]
    public void An_old_text_box_is_read_too() =>
        Assert.Equal(["Додаток 1", ""], Read(P("<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>Додаток 1</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>")).Paragraphs.Select(p => p.Text));

    [Fact]
    public void Small_raised_digits_stay_raised() =>
        Assert.Equal("7¹. Забезпечити", TextOf("<w:r><w:t>7</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>1</w:t></w:r><w:r><w:t>. Забезпечити</w:t></w:r>"));

    [Fact]
    public void Capitals_that_Word_makes_are_printed() =>
        Assert.Equal("РІШЕННЯ", TextOf("<w:r><w:rPr><w:caps/></w:rPr><w:t>Рішення</w:t></w:r>"));

    [Fact]
    public void Letters_and_their_marks_are_joined() => Assert.Equal("й ї", TextOf("<w:r><w:t>и\u0306 і\u0308</w:t></w:r>"));

    [Fact]
    public void A_symbol_of_a_drawing_font_becomes_a_sign() =>
        Assert.Equal("✓ зроблено", TextOf("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/><w:t xml:space=\"preserve\"> зроблено</w:t></w:r>"));

    [Fact]
    public void Footnotes_come_last_with_their_numbers()
    {
        var read = DocxFile.Of(P("<w:r><w:t>Строк</w:t><w:footnoteReference w:id=\"5\"/></w:r>") + P("Підпис"))
            .WithPart("footnotes", "footnotes", $"<w:footnote w:id=\"-1\">{P("риска")}</w:footnote><w:footnote w:id=\"5\">{P("До 1 жовтня")}</w:footnote>").Read();
        Assert.Equal(["Строк", "Підпис", "До 1 жовтня"], read.Paragraphs.Select(p => p.Text));
        Assert.Equal("1", read.Paragraphs.Last().ListLabel);
    }

    [Fact]
    public void The_look_comes_from_the_paragraph_its_style_and_the_styles_under_it()
    {
        var read = DocxFile.Of(P("ПЛАН", "<w:pStyle w:val=\"Назва\"/>") + P("Розділ", "<w:pStyle w:val=\"Заголовок2\"/><w:jc w:val=\"right\"/>"))
            .WithPart("styles", "styles", "<w:style w:type=\"paragraph\" w:styleId=\"Основа\"><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:rPr><w:b/></w:rPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"Назва\"><w:basedOn w:val=\"Основа\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"Заголовок2\"><w:basedOn w:val=\"Основа\"/><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr><w:rPr><w:b w:val=\"0\"/></w:rPr></w:style>").Read();
        var (title, heading) = (read.Paragraphs.First(), read.Paragraphs.Last());
        Assert.Equal((Alignment.Center, true, null), (title.Alignment, title.Bold, title.OutlineLevel));
        Assert.Equal((Alignment.End, false, 2), (heading.Alignment, heading.Bold, heading.OutlineLevel));
    }

    [Fact]
    public void A_page_starts_where_the_author_broke_it()
    {
        var read = Read(P("1") + P("<w:r><w:br w:type=\"page\"/></w:r><w:r><w:t>2</w:t></w:r>") + P("3", "<w:pageBreakBefore/>") + P("4", "<w:sectPr><w:type w:val=\"nextPage\"/></w:sectPr>") + P("5") + P("6", "<w:sectPr><w:type w:val=\"continuous\"/></w:sectPr>") + P("7"));
        Assert.Equal([false, true, true, false, true, false, false], read.Paragraphs.Select(p => p.PageBreakBefore));
    }

    [Fact]
    public void The_strict_name_space_reads_the_same()
    {
        var strict = DocxFile.Of(P("Рішення", "<w:jc w:val=\"center\"/>")).Bytes();
        var file = new DocxFile();
        using (var zip = new System.IO.Compression.ZipArchive(new MemoryStream(strict)))
            foreach (var entry in zip.Entries)
                using (var text = new StreamReader(entry.Open())) file.With(entry.FullName, text.ReadToEnd().Replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main"));
        Assert.Equal(("Рішення", Alignment.Center), (file.Read().Paragraphs.Single().Text, file.Read().Paragraphs.Single().Alignment));
    }

    [Fact]
    public void Macros_are_said_and_never_run() =>
        Assert.Equal("У файлі є макроси. Їх не запущено, текст прочитано", DocxFile.Of(P("План")).With("word/vbaProject.bin", "x").Read().Remarks.Single().Text);

    [Fact]
    public void A_template_on_another_host_is_said_and_not_fetched()
    {
        var read = DocxFile.Of(P("План")).WithPart("settings", "settings", "")
            .With("word/_rels/settings.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"x/attachedTemplate\" Target=\"http://example.org/t.dotm\" TargetMode=\"External\"/></Relationships>").Read();
        Assert.Equal("Файл посилається на зовнішні дані, їх не завантажено", read.Remarks.Single().Text);
    }

    [Fact]
    public void A_field_that_reaches_outside_is_said() =>
        Assert.Equal("У файлі є поле DDEAUTO, що звертається назовні. Його не виконано", Read(P("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> DDEAUTO c:\\\\windows\\\\cmd.exe </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")).Remarks.Single().Text);
}
