using System.Text;

namespace Zakhid.Documents.Tests.Hostile;

static partial class HostileFiles
{
    /// <summary>Pages in one file with what belongs to them, and sheets saved as text.</summary>
    static IEnumerable<(string, Func<byte[]>, string?)> MessagesAndLines()
    {
        static byte[] Message(string headers, string body) => Encoding.UTF8.GetBytes("MIME-Version: 1.0\r\n" + headers + "\r\n\r\n" + body);
        static byte[] Parts(string body, string boundary = "x") => Message("Content-Type: multipart/related; boundary=" + boundary, body);
        static string Page(string text, string more = "") => $"--x\r\nContent-Type: text/html; charset=utf-8\r\n{more}\r\n{text}\r\n";
        static byte[] Lines(string text) => Encoding.UTF8.GetBytes(text);

        yield return ("a page in parts: its page is empty", () => Parts(Page("<html>")), Empty);
        yield return ("a page in parts: without a page", () => Parts("--x\r\nContent-Type: image/png\r\n\r\nх\r\n--x--"), Damaged);
        yield return ("a page in parts: nothing but headers", () => Parts(""), Damaged);
        yield return ("a page in parts: no boundary is told", () => Message("Content-Type: multipart/related", Page("<p>х")), Damaged);
        yield return ("a page in parts: a boundary without end", () => Parts(Page("<p>х"), new string('x', 100_000)), Damaged);
        yield return ("a page in parts: cut off in the middle", () => Parts(Page("<p>План <b>заходів")), null);
        yield return ("a page in parts: a hundred thousand parts", () => Parts(Filled(Page("<p>х"), 8 * Megabyte)), "У файлі «акт.docx» понад 2\u00A0000 частин" + OnlyPlan);
        yield return ("a page in parts: parts inside each other", () => Parts(Filled("--x\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n", 2 * Megabyte)), Damaged);
        yield return ("a page in parts: each in another", () => Parts(string.Concat(Enumerable.Range(0, 40).Select(i => $"--{(i == 0 ? "x" : $"b{i}")}\r\nContent-Type: multipart/mixed; boundary=b{i + 1}\r\n\r\n"))), "У файлі «акт.docx» понад 8 рівнів вкладення. " + Again);
        yield return ("a page in parts: signs that are no base64", () => Parts(Page("****** ===", "Content-Transfer-Encoding: base64\r\n")), Empty);
        yield return ("a page in parts: marks of bytes that are none", () => Parts(Page("<p>План =ZZ =D =\r\n=\r\n==3D=", "Content-Transfer-Encoding: quoted-printable\r\n")), null);
        yield return ("a page in parts: twenty megabytes of equal signs", () => Parts(Page("<p>План" + Filled("=", 20 * Megabyte), "Content-Transfer-Encoding: quoted-printable\r\n")), null);
        yield return ("a page in parts: headers that go on and on", () => Parts("--x\r\nContent-Type: text/html;\r\n" + Filled(" a=\r\n", 8 * Megabyte) + "\r\n\r\n<p>План"), null);
        yield return ("a page in parts: a million headers", () => Parts("--x\r\nContent-Type: text/html\r\n" + Filled("Content-A: b\r\n", 8 * Megabyte) + "\r\n\r\n<p>План"), null);
        yield return ("a page in parts: frames of pages that are not there", () => Parts(Page("<html><frameset><frame src=\"a.htm\"><frame src=\"../../etc/passwd\"></frameset>")), Empty);
        yield return ("a page in parts: a frame of itself", () => Parts(Page("<html><frameset><frame src=\"a.htm\"></frameset>", "Content-Location: file:///a.htm\r\n")), Empty);
        yield return ("a page in parts: pictures from another host", () => Parts(Page("<p>План<img src=http://127.0.0.1:1/x.png>")), null);

        yield return ("lines of cells: millions of them", () => Lines("№;Захід;Строк\n" + Filled("1;а;х\n", 20 * Megabyte)), "У файлі «акт.docx» понад 50\u00A0000 клітинок у таблицях" + OnlyPlan);
        yield return ("lines of cells: millions of empty ones", () => Lines("№;Захід;Строк\n1;а;б\n" + Filled(";", 20 * Megabyte)), "У файлі «акт.docx» понад 50\u00A0000 клітинок у таблицях" + OnlyPlan);
        yield return ("lines of cells: two thousand columns", () => Lines(Filled("а;", 6000) + "\n" + Filled("а;", 6000)), WideTable);
        yield return ("lines of cells: a mark that never closes", () => Lines("№;Захід;Строк\n1;а;б\n2;\"" + Filled("заходи;\n", 8 * Megabyte)), "У файлі «акт.docx» понад 400\u00A0000 абзаців" + OnlyPlan);
        yield return ("lines of cells: millions of marks", () => Lines("№;Захід;Строк\n1;а;б\n2;в;" + Filled("\"", 20 * Megabyte)), null);
        yield return ("lines of cells: formulas", () => Lines("№;Захід;Строк\n1;=cmd|' /C calc'!A0;@SUM(1)\n2;+HYPERLINK(\"http://127.0.0.1\");-1"), null);
        yield return ("lines of cells: a sign that parts nothing", () => Lines("sep=я\n1;а;б"), null);
        yield return ("lines of cells: nothing in them", () => Lines("sep=;\n;;;\n;;;"), null);
    }
}
