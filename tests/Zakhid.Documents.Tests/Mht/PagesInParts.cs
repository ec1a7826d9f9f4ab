using System.Text;
using Zakhid.Documents.Tests.Layouts.Formats;

namespace Zakhid.Documents.Tests.Mht;

/// <summary>Pages with all that belongs to them in one file.</summary>
public class PagesInParts
{
    static string Told(string message) => Told(Encoding.UTF8.GetBytes(message.ReplaceLineEndings("\r\n")));

    static string Told(byte[] message)
    {
        var read = DocumentFile.Open(message, "план");
        Assert.Equal("mht", read.Format);
        return string.Join('|', read.Blocks.Select(b => b is Table t ? string.Join('/', t.Rows.SelectMany(r => r.Cells).Select(c => c.Text)) : ((Paragraph)b).Text));
    }

    [Theory, InlineData("quoted-printable"), InlineData("base64"), InlineData("8bit")]
    public void The_page_is_read_however_it_is_packed(string coding) =>
        Assert.Equal("ПЛАН ЗАХОДІВ|Провести нараду", Told(MhtPaper.Of(("text/html; charset=\"utf-8\"", coding, "file:///a.htm", Encoding.UTF8.GetBytes("<html><body><p>ПЛАН ЗАХОДІВ</p>\n<p>Провести нараду</p>")))));

    [Fact]
    public void The_part_says_its_encoding_where_the_page_does_not() =>
        Assert.Equal("Її", Told(MhtPaper.Of(("text/html; charset=\"koi8-u\"", "8bit", "file:///a.htm", [.. "<p>"u8, 0xB7, 0xA7]))));

    [Fact]
    public void A_page_kept_by_a_browser_is_read() => Assert.Equal("План заходів", Told("""
        From: <Saved by Blink>
        Snapshot-Content-Location: https://example.org/plan
        Subject: =?utf-8?Q?=D0=9F=D0=BB=D0=B0=D0=BD?=
        MIME-Version: 1.0
        Content-Type: multipart/related;
        	type="text/html";
        	boundary="----MultipartBoundary--abc----"


        ------MultipartBoundary--abc----
        Content-Type: text/html
        Content-ID: <frame-1@mhtml.blink>
        Content-Transfer-Encoding: quoted-printable
        Content-Location: https://example.org/plan

        <!DOCTYPE html><html><head><meta charset=3D"utf-8"></head><body>=D0=9F=D0=BB=
        =D0=B0=D0=BD =D0=B7=D0=B0=D1=85=D0=BE=D0=B4=D1=96=D0=B2</body></html>
        ------MultipartBoundary--abc------
        """));

    [Fact]
    public void Of_several_pages_the_one_is_read_that_the_file_begins_with() => Assert.Equal("План", Told("""
        MIME-Version: 1.0
        Content-Type: multipart/related; start="<2@x>"; boundary=x

        --x
        Content-Type: text/html
        Content-ID: <1@x>

        <p>Рамка</p>
        --x
        Content-Type: text/html
        Content-ID: <2@x>

        <p>План</p>
        --x--
        """));

    [Fact]
    public void A_book_of_sheets_is_read_sheet_after_sheet_without_its_tabs() => Assert.Equal("1/Нарада|2/Буклет", Told(MhtPaper.Of(
        ("text/html", "8bit", "file:///C:/b.htm", "<html><head><link id=\"shLink\" href=\"b_files/sheet001.htm\"><link id=\"shLink\" href=\"b_files/sheet002.htm\"></head><frameset><frame src=\"b_files/sheet001.htm\"><frame src=\"b_files/tabstrip.htm\"><noframes><body>Frames</body></noframes></frameset></html>"u8.ToArray()),
        ("text/html; charset=utf-8", "quoted-printable", "file:///C:/b_files/sheet001.htm", "<table><tr><td>1<td>Нарада</table>"u8.ToArray()),
        ("text/html; charset=utf-8", "base64", "file:///C:/b_files/sheet002.htm", "<table><tr><td>2<td>Буклет</table>"u8.ToArray()),
        ("text/html; charset=utf-8", "8bit", "file:///C:/b_files/tabstrip.htm", "<table><tr><td>Аркуш1<td>Аркуш2</table>"u8.ToArray()))));

    [Fact]
    public void A_letter_is_read_without_what_is_attached_and_says_so()
    {
        var read = DocumentFile.Open(Encoding.UTF8.GetBytes("""
            From: a@example.org
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=a

            --a
            Content-Type: multipart/alternative; boundary=b

            --b
            Content-Type: text/plain; charset=utf-8

            План
            --b
            Content-Type: text/html; charset=utf-8

            <p>План</p>
            --b--
            --a
            Content-Type: application/pdf
            Content-Disposition: attachment; filename="a.pdf"

            x
            --a--
            """.ReplaceLineEndings("\r\n")), "лист");
        Assert.Equal("План", Assert.IsType<Paragraph>(Assert.Single(read.Blocks)).Text);
        Assert.Equal("У файл вкладено інший документ, його не прочитано", Assert.Single(read.Remarks).Text);
    }

    [Theory]
    [InlineData("From: начальника відділу\r\nMIME-Version: 1.0\r\nПлан заходів")]
    [InlineData("План: заходи\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related")]
    public void A_text_that_only_begins_like_a_message_stays_a_text(string text) => Assert.Equal("txt", DocumentFile.Open(Encoding.UTF8.GetBytes(text), "план").Format);
}
