using Zakhid.Documents.Tests.Hostile;
using Zakhid.Documents.Reading;

namespace Zakhid.Documents.Tests.Pdf;

public class PagesOfPdf
{
    const string Again = "Відкрийте його, збережіть як DOCX і додайте ще раз";

    static Document Read(PdfFile file, Limits? limits = null)
    {
        Cases.SkipWithoutProgram(".pdf");
        return DocumentFile.Open(file.Bytes(), "акт.pdf", limits);
    }

    static string Refused(byte[] bytes, Limits? limits = null)
    {
        Cases.SkipWithoutProgram(".pdf");
        return Assert.Throws<FileRefused>(() => DocumentFile.Open(bytes, "акт.pdf", limits)).Message;
    }

    static PdfFile Prose(PdfFile file, double y = 100) => file
        .Text("Про затвердження плану заходів щодо розвитку ветеранської політики в нашій громаді", 57, y).Text("на 2024 рік, що додається до цього рішення", 57, y + 15);

    [Fact]
    public void Lines_become_a_paragraph_and_each_has_its_page_and_box()
    {
        var paragraph = Assert.Single(Read(Prose(new PdfFile().Page())).Paragraphs, p => !p.IsBlank);
        Assert.Equal("Про затвердження плану заходів щодо розвитку ветеранської політики в нашій громаді на 2024 рік, що додається до цього рішення", paragraph.Text);
        Assert.Equal(1, paragraph.Place.Page);
        Assert.InRange(paragraph.Place.Box!.Left, 56, 58);
        Assert.InRange(paragraph.Place.Box.Top, 85, 95);
        Assert.InRange(paragraph.Place.Box.Height, 25, 32);
    }

    [Fact]
    public void A_point_under_a_line_that_was_set_to_the_right_begins_anew()
    {
        var paragraphs = Read(new PdfFile().Page().Text("1. Провести обстеження населених пунктів, прилеглих до лісових масивів громади.", 57, 100).Text("До 15 березня 2025 року", 400, 115)
            .Text("2. Забезпечити створення захисних смуг навколо населених пунктів старостинських", 57, 130).Text("округів.", 57, 145)).Paragraphs.Where(p => !p.IsBlank).Select(p => p.Text);
        Assert.Equal(["1. Провести обстеження населених пунктів, прилеглих до лісових масивів громади.", "До 15 березня 2025 року", "2. Забезпечити створення захисних смуг навколо населених пунктів старостинських округів."], paragraphs);
    }

    [Fact]
    public void The_stem_of_a_letter_that_goes_on_in_a_border_under_it_parts_no_heading()
    {
        var file = new PdfFile().Page();
        foreach (var y in (double[])[90, 110, 123, 150]) file.Line(60, y, 460, y);
        foreach (var x in (double[])[60, 460]) file.Line(x, 90, x, 150);
        file.Line(260, 90, 260, 110);
        file.Line(260, 113.4, 260, 150);
        file.Text("Захід", 64, 104).Text("Строк", 264, 104).Text("Житловий", 200, 120, 10).Text("фонд", 257, 120, 10).Text("Ремонт", 64, 140).Text("травень", 264, 140);

        var table = Read(file).Tables.Single();

        Assert.Equal("Житловий фонд", Assert.Single(table.Rows[1].Cells).Collapsed);
    }

    [Fact]
    public void A_place_left_free_in_a_line_is_a_tab() =>
        Assert.Equal("12.01.2024\tм. Зразків\t№ 15", Read(new PdfFile().Page().Text("12.01.2024", 57, 100).Text("м. Зразків", 250, 100).Text("№ 15", 500, 100)).Paragraphs.Single().Text);

    [Fact]
    public void Small_raised_figures_are_raised() =>
        Assert.Equal("доповнити пунктом 7¹ такого змісту", Read(new PdfFile().Page().Text("доповнити пунктом 7", 57, 100).Text("1", 57 + PdfFile.Width("доповнити пунктом 7", 12), 95, 7).Text("такого змісту", 190, 100)).Paragraphs.Single().Text);

    [Fact]
    public void Numbers_of_pages_and_running_heads_are_no_part_of_the_text()
    {
        var file = new PdfFile();
        for (var page = 1; page <= 4; page++) file.Page().Text("Зразківська міська рада", 57, 40, 9).Text($"– {page} –", 290, 800, 10).Text($"Текст сторінки номер {page}", 57, 120);
        Assert.Equal(["Текст сторінки номер 1", "Текст сторінки номер 2", "Текст сторінки номер 3", "Текст сторінки номер 4"], Read(file).Paragraphs.Where(p => !p.IsBlank).Select(p => p.Text));
    }

    [Fact]
    public void A_hyphen_at_the_end_of_a_line_keeps_its_break_for_the_words_tell_what_it_is()
    {
        var text = Read(new PdfFile().Page().Text("Забезпечити висвітлення у засобах масової інформації перебігу соціально-", 57, 100).Text("економічних реформ", 57, 115)).Paragraphs.Single().Text;
        Assert.Equal("Забезпечити висвітлення у засобах масової інформації перебігу соціально-\nекономічних реформ", text);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(90)]
    [InlineData(270)]
    public void A_page_marked_as_turned_reads_as_it_is_shown(int turn)
    {
        var read = Read(new PdfFile().Page(turn: turn).Text("ПЛАН ЗАХОДІВ щодо розвитку громади", 100, 300, upwards: turn == 90).Text("на період до 2027 року включно", turn == 90 ? 115 : 100, turn == 90 ? 300 : 315, upwards: turn == 90));
        if (turn == 270) return; // Upside down words on such a page are beyond telling; it only must not fail.
        Assert.Contains(read.Paragraphs, p => p.Text.StartsWith("ПЛАН ЗАХОДІВ щодо розвитку громади", StringComparison.Ordinal));
    }

    [Fact]
    public void A_wide_table_printed_up_an_upright_page_is_set_upright()
    {
        var file = new PdfFile().Page();
        string[][] cells = [["Захід", "Термін", "Виконавець"], ["Провести навчання", "Щокварталу", "Відділ освіти"], ["Оновити вебсайт", "Протягом року", "Відділ культури"]];
        for (var row = 0; row < 3; row++)
            for (var column = 0; column < 3; column++) file.Text(cells[row][column], 100 + row * 40 + 25, 700 - column * 180, upwards: true);
        for (var row = 0; row <= 3; row++) file.Line(100 + row * 40, 720, 100 + row * 40, 180);
        for (var column = 0; column <= 3; column++) file.Line(100, 720 - column * 180, 220, 720 - column * 180);

        var table = Read(file).Tables.Single();
        Assert.Equal(cells.Select(r => string.Join('|', r)), table.Rows.Select(r => string.Join('|', r.Cells.Select(c => c.Text))));
        // The box lies where the cell lies on the page that is shown: at the left, low.
        var box = table.Rows[0].Cells[0].Place.Box!;
        Assert.InRange(box.Left, 99, 101);
        Assert.InRange(box.Top, 539, 541);
    }

    [Fact]
    public void What_nobody_sees_on_paper_is_left_out_and_said()
    {
        var read = Read(Prose(new PdfFile().Page()).Text("Невидимий виконавець", 57, 300, look: "1 g"));
        Assert.DoesNotContain(read.Paragraphs, p => p.Text.Contains("Невидимий"));
        Assert.Equal("У файлі є прихований текст, його не прочитано: «Невидимий виконавець»", Assert.Single(read.Remarks).Text);
    }

    [Fact]
    public void A_scan_is_refused_with_a_sentence_that_says_how_to_read_it() =>
        Assert.Equal("Файл «акт.pdf» — скан без тексту. Прочитайте його командою zakhid read --ocr або додайте DOCX", Refused(Scan().Bytes()));

    [Fact]
    public void A_page_of_a_scan_among_others_is_said()
    {
        var file = Scan();
        Prose(file.Page());
        Assert.Equal("Текст сторінки 1 не прочитано: це скан", Assert.Single(Read(file).Remarks).Text);
    }

    /// <summary>A page that shows something and has no words: a field of ink.</summary>
    static PdfFile Scan() => new PdfFile().Page().Raw("0 g 100 300 200 200 re f 80 700 300 8 re f");

    [Fact]
    public void An_empty_page_is_an_empty_file() => Assert.Equal("Файл «акт.pdf» порожній. Збережіть документ ще раз і додайте", Refused(new PdfFile().Page().Bytes()));

    [Fact]
    public void A_password_is_asked_to_be_taken_away()
    {
        var owner = new string('A', 64);
        var locked = Prose(new PdfFile { Encrypt = $"/ID[<{owner[..32]}><{owner[..32]}>]/Encrypt<</Filter/Standard/V 1/R 2/O<{owner}>/U<{owner}>/P -4>>" }.Page());
        Assert.Equal("Файл «акт.pdf» захищено паролем. Зніміть пароль і додайте ще раз", Refused(locked.Bytes()));
    }

    [Fact]
    public void A_file_that_breaks_off_is_read_as_far_as_it_goes_or_refused()
    {
        var whole = Prose(new PdfFile().Page()).Bytes();
        Assert.Equal($"Файл «акт.pdf» пошкоджено. {Again}", Refused(whole[..200]));
    }

    [Fact]
    public void More_pages_than_allowed_are_refused()
    {
        var file = new PdfFile();
        for (var page = 0; page < 6; page++) Prose(file.Page());
        Assert.Equal("У файлі «акт.pdf» понад 5 сторінок. Залиште в ньому лише акт із планом", Refused(file.Bytes(), new() { Pages = 5 }));
    }

    [Fact]
    public void A_program_that_takes_too_long_is_ended_with_a_sentence()
    {
        var file = new PdfFile().Page();
        for (var i = 0; i < 60_000; i++) file.Raw($"BT /R 12 Tf 1 0 0 1 {i % 500} {i % 800} Tm (abcdefghij) Tj ET");
        Assert.Equal($"Файл «акт.pdf» оброблявся довше за 0 с. {Again}", Refused(file.Bytes(), new() { ProgramTime = TimeSpan.FromMilliseconds(20) }));
    }

    [Theory]
    [InlineData(14400, 14400)]
    [InlineData(200_000, 200_000)]
    [InlineData(1, 1)]
    public void A_page_of_any_size_is_read_or_refused(double width, double height)
    {
        var outcomes = new Outcomes();
        outcomes.Try($"{width} × {height}", () => Read(Prose(new PdfFile().Page(width, height), Math.Min(height, 200))));
        Assert.Equal(1, outcomes.All);
    }

    [Fact]
    public void Every_mutated_file_is_read_or_refused_and_nothing_else()
    {
        Cases.SkipWithoutProgram(".pdf");
        var count = int.TryParse(Environment.GetEnvironmentVariable("ZAKHID_MUTATIONS"), out var asked) ? Math.Max(60, asked / 100) : 60;
        var seeds = new[] { File.ReadAllBytes(Cases.Plan("002_d80e42a410d479c1.pdf")), Prose(new PdfFile().Page()).Bytes() };
        var outcomes = new Outcomes();
        Parallel.For(0, count, i =>
        {
            var random = new Random(i);
            var bytes = (byte[])seeds[i % 2].Clone();
            for (var n = random.Next(1, 40); n > 0; n--) bytes[random.Next(20, bytes.Length)] = (byte)random.Next(256);
            outcomes.Try($"Mutation {i}", () => PlanReader.Read(DocumentFile.Open(bytes, "план.pdf")));
        });
        Assert.Equal(count, outcomes.All);
    }
}
