using System.Text;

namespace Zakhid.Documents.Tests.Rtf;

public class TextsOfRtf
{
    const string Head = @"{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0\fcharset204 Times New Roman;}{\f1\fcharset2 Symbol;}{\f2\fcharset238 Arial;}}{\colortbl;\red0\green0\blue0;\red255\green255\blue255;}";

    static Document Read(string body, string head = Head) =>
        DocumentFile.Open(CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(head + body + "}"), "акт.rtf");
    static string[] Texts(string body) => [.. Read(body).Paragraphs.Select(p => p.ListLabel is null ? p.Text : $"{p.ListLabel}|{p.Text}")];
    static string[][] Rows(string body) => [.. Read(body).Tables.Single().Rows.Select(r => r.Cells.Select(c => $"{c.Column}:{c.ColumnSpan}×{c.RowSpan} {c.Text}").ToArray())];

    [Fact]
    public void Signs_are_read_as_bytes_as_hexadecimal_and_by_number() =>
        Assert.Equal(["План ї № – план ∑ґ"], Texts("План \\'bf \\'b9 \\endash  {\\uc3\\u1087abc}\\u1083?\\uc0\\u1072\\uc1\\u1085? \\u8721\\'53\\u1169?"));

    [Fact]
    public void A_font_tells_which_signs_its_bytes_are() =>
        Assert.Equal(["Рада • ŕ"], Texts("{\\f0\\'d0\\'e0\\'e4\\'e0} {\\f1\\'b7} {\\f2\\'e0}"));

    [Fact]
    public void Cyrillic_that_calls_itself_Western_is_read_as_Cyrillic()
    {
        var read = Read("Про затвердження плану заходів виконавчого комітету\\par", "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Arial;}}");
        Assert.Equal(("Про затвердження плану заходів виконавчого комітету", "Кодування файлу: windows-1251"), (read.Paragraphs.Single().Text, read.Remarks.Single().Text));
    }

    [Fact]
    public void Line_ends_of_the_source_are_nothing_and_breaks_are_kept() => Assert.Equal(["а б\n\tв", "г"], Texts("а\r\n б\\line\\tab в\\par\r\nг"));

    [Fact]
    public void Headers_pictures_binary_data_comments_and_unknown_groups_are_passed_by() =>
        Assert.Equal(["план"], Texts("{\\header\\pard колонтитул\\par}{\\*\\unknown х{\\b у}}{\\pict\\wmetafile8 0102{\\*\\blipuid ff}}{\\*\\shppict{\\pict\\bin5 }{{}}}}пл{\\*\\annotation коментар}ан{\\*\\bkmkstart б}"));

    [Fact]
    public void Of_a_field_its_last_result_is_read_and_a_dangerous_one_is_said()
    {
        var read = Read("від {\\field{\\*\\fldinst {INCLUDETEXT \"http://127.0.0.1\"}}{\\fldrslt 12.01.2024}}");
        Assert.Equal(("від 12.01.2024", "У файлі є поле INCLUDETEXT, що звертається назовні. Його не виконано"), (read.Paragraphs.Single().Text, read.Remarks.Single().Text));
    }

    [Fact]
    public void The_printed_number_of_a_list_item_is_its_label() =>
        Assert.Equal(["1.2.|Навчання", "•|зустріч"], Texts("{\\listtext\\pard\\plain\\f0 1.2.\\tab}\\ls1 Навчання\\par{\\pntext\\f1\\'b7\\tab}зустріч\\par"));

    [Fact]
    public void Notes_come_last_with_their_numbers() =>
        Assert.Equal(["Охопити 50 осіб", "далі", "1|за згодою"], Texts("Охопити 50{\\super\\chftn{\\footnote\\pard\\plain {\\super\\chftn} за згодою}} осіб\\par далі").Select(t => t.Replace("| ", "|")));

    [Fact]
    public void A_stamp_in_a_text_box_stands_before_its_paragraph() =>
        Assert.Equal(["ЗАТВЕРДЖУЮ", "ПЛАН"], Texts("{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt\\pard ЗАТВЕРДЖУЮ\\par}}{\\shprslt ні}}ПЛАН\\par"));

    [Fact]
    public void The_Unicode_form_is_read_where_both_are_given() => Assert.Equal(["заходи"], Texts("{\\upr{захoди?}{\\*\\ud{заходи}}}"));

    [Fact]
    public void How_a_paragraph_stands_is_told()
    {
        var read = Read("{\\stylesheet{\\s3\\b heading 2;}{\\*\\cs4 heading 3;}}\\pard\\qc\\b ПЛАН\\b0\\par\\pard\\s3\\qr розділ\\par\\pard\\page\\outlinelevel0 далі\\par");
        Assert.Equal([(Alignment.Center, true, null, false), (Alignment.End, false, 2, false), (Alignment.Start, false, 1, true)], read.Paragraphs.Select(p => (p.Alignment, p.Bold, p.OutlineLevel, p.PageBreakBefore)));
    }

    [Fact]
    public void Hidden_white_and_deleted_text_is_said()
    {
        var read = Read("видно{\\v  сховане}{\\cf2  біле}{\\deleted  вилучене}");
        Assert.Equal("видно біле", read.Paragraphs.Single().Text);
        Assert.Equal(["document.deletions", "document.hidden", "document.white"], read.Remarks.Select(r => r.Code));
    }

    [Fact]
    public void Cells_are_merged_by_their_borders_and_by_their_marks() =>
        Assert.Equal([["0:1×2 №", "1:2×1 Виконавці"], ["1:1×1 головний", "2:1×1 інші"], ["0:1×1 1", "1:2×1 разом"]],
            Rows("\\trowd\\trleft-108\\clvmgf\\cellx900\\cellx4000\\pard\\intbl №\\cell Виконавці\\cell\\row\\trowd\\trleft-70\\clvmrg\\cellx905\\cellx2500\\cellx4001\\pard\\intbl\\cell головний\\cell інші\\cell\\row"
                + "\\trowd\\trleft-108\\cellx900\\clmgf\\cellx2500\\clmrg\\cellx4000\\pard\\intbl 1\\cell разом\\cell\\cell\\row\\pard"));

    [Fact]
    public void A_table_inside_a_cell_stands_in_it()
    {
        var read = Read("\\trowd\\cellx3000\\cellx6000\\pard\\intbl до\\par\\pard\\intbl\\itap2 а\\nestcell{\\nonesttables\\par}б\\nestcell{\\*\\nesttableprops\\trowd\\cellx1000\\cellx2000\\nestrow}\\pard\\intbl після\\cell друга\\cell\\row\\pard далі\\par");
        Assert.Equal(["до\nа\nб\nпісля", "друга"], read.Tables.Single().Rows.Single().Cells.Select(c => c.Text));
        Assert.Equal("далі", read.Paragraphs.Single().Text);
    }

    [Fact]
    public void Cells_of_a_row_whose_paragraphs_do_not_say_so_are_cells() =>
        Assert.Equal([["0:1×1 а", "1:1×1 б"]], Rows("\\trowd\\cellx3000\\cellx6000 а\\cell б\\cell\\row"));

    [Fact]
    public void A_file_that_ends_too_soon_is_damaged() =>
        Assert.Equal("Файл «акт.rtf» пошкоджено. Відкрийте його, збережіть як DOCX і додайте ще раз", Assert.Throws<FileRefused>(() => DocumentFile.Open("{\\rtf1 plan {\\b of"u8.ToArray(), "акт.rtf")).Message);
}
