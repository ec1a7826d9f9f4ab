using System.Text;

namespace Zakhid.Documents.Tests.Txt;

public class TextFiles
{
    const string Sample = "Розпорядження міського голови\r\n№ 149-ОД від 03.08.2020\r\n\r\nЗатвердити план заходів щодо реалізації Стратегії комунікації у сфері європейської інтеграції. Її здійснює відділ з ґрунтовною підготовкою.";

    static Document Read(byte[] bytes) => DocumentFile.Open(bytes, "план.txt");

    static Encoding Page(int number) => CodePagesEncodingProvider.Instance.GetEncoding(number)!;

    public static TheoryData<string, byte[], string?> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Sample), null },
        { "UTF-8 з міткою", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Sample)], null },
        { "UTF-16 LE з міткою", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Sample)], "Кодування файлу: UTF-16" },
        { "UTF-16 BE з міткою", [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(Sample)], "Кодування файлу: UTF-16" },
        { "UTF-16 LE без мітки", Encoding.Unicode.GetBytes(Sample), "Кодування файлу: UTF-16" },
        { "UTF-16 BE без мітки", Encoding.BigEndianUnicode.GetBytes(Sample), "Кодування файлу: UTF-16" },
        { "windows-1251", Page(1251).GetBytes(Sample), "Кодування файлу: windows-1251" },
        { "CP1125", [.. Page(866).GetBytes(string.Concat(Sample.Replace('«', '"').Replace('»', '"').Select(c => "ҐґЄєІіЇї".IndexOf(c) is >= 0 and var at ? "ЄєЇїЎў°∙"[at] : c)))], "Кодування файлу: CP1125" },
        { "KOI8-U", Page(21866).GetBytes(Sample.Replace('№', 'N')), "Кодування файлу: KOI8-U" },
    };

    [Theory, MemberData(nameof(Encodings))]
    public void Every_encoding_of_a_Ukrainian_office_is_told_apart(string name, byte[] bytes, string? remark)
    {
        var read = Read(bytes);
        Assert.Equal(name == "KOI8-U" ? Sample.Replace('№', 'N').Split("\r\n") : Sample.Split("\r\n"), read.Paragraphs.Select(p => p.Text));
        Assert.Equal(remark, read.Remarks.SingleOrDefault()?.Text);
    }

    [Fact]
    public void Every_real_plan_survives_windows_1251()
    {
        foreach (var file in Directory.GetFiles(Cases.Plans, "*.txt"))
        {
            var page = Page(1251);
            var bytes = page.GetBytes(File.ReadAllText(file));
            Assert.Equal(Read(Encoding.UTF8.GetBytes(page.GetString(bytes))).Paragraphs.Select(p => p.Text), Read(bytes).Paragraphs.Select(p => p.Text));
        }
    }

    [Fact]
    public void A_line_is_a_paragraph_and_its_start_is_kept() =>
        Assert.Equal(["   1. Затвердити", "\tКонтроль", "", "Голова                Ім’я ПРІЗВИЩЕ"], Read(Encoding.UTF8.GetBytes("   1. Затвердити  \n\tКонтроль\t\n\nГолова                Ім’я ПРІЗВИЩЕ\n\n")).Paragraphs.Select(p => p.Text));

    [Fact]
    public void Lines_with_the_same_number_of_tabs_are_a_table()
    {
        var table = Read(Encoding.UTF8.GetBytes("План\n№\tЗахід\tСтрок\n1.\tНавчання\tПостійно\n\n2.\tЗустріч\t\nПідпис")).Tables.Single();
        Assert.Equal((3, 3), (table.Columns, table.Rows.Count));
        Assert.Equal(["2.", "Зустріч", ""], table.Rows[2].Cells.Select(c => c.Text));
        Assert.Equal(new Place(Table: 1, Row: 3, Cell: 2), table.Rows[2].Cells[1].Place);
    }

    [Fact]
    public void Two_such_lines_may_be_chance_and_stay_lines() =>
        Assert.Equal(["а\tб\tв", "г\tґ\tд"], Read(Encoding.UTF8.GetBytes("а\tб\tв\nг\tґ\tд")).Paragraphs.Select(p => p.Text));

    [Fact]
    public void A_cell_a_line_behind_a_tab_stays_lines() =>
        Assert.Equal(["\t1.1", "\tЗахід", "\tВиконавець", "М. Ю."], Read(Encoding.UTF8.GetBytes("\t1.1\n\tЗахід\n\tВиконавець\nМ. Ю.")).Paragraphs.Select(p => p.Text));

    [Fact]
    public void A_form_feed_starts_a_page() => Assert.Equal([false, true], Read(Encoding.UTF8.GetBytes("а\n\fб")).Paragraphs.Select(p => p.PageBreakBefore));

    [Fact]
    public void Broken_letters_are_said()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("Розпорядження міського голови про план заходів"), 0xD0];
        Assert.Equal("Частину літер у файлі пошкоджено, їх замінено знаком «\uFFFD»", Read(bytes).Remarks.Single().Text);
    }

    [Theory]
    [InlineData("а\nб"), InlineData("а\r\nб"), InlineData("а\rб")]
    public void Every_end_of_line_is_known(string text) => Assert.Equal(["а", "б"], Read(Encoding.UTF8.GetBytes(text)).Paragraphs.Select(p => p.Text));
}
