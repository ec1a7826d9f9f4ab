using System.Text;

namespace Zakhid.Documents.Tests.Hostile;

static partial class HostileFiles
{
    const string Empty = "Файл «акт.docx» порожній. Збережіть документ ще раз і додайте";
    const string WideTable = "У файлі «акт.docx» понад 1\u00A0024 стовпців у таблиці" + OnlyPlan;
    const string ManyCells = "У файлі «акт.docx» понад 400\u00A0000 клітинок у таблицях" + OnlyPlan;
    const string ManyParagraphs = "У файлі «акт.docx» понад 400\u00A0000 абзаців" + OnlyPlan;
    const int Megabyte = 1 << 20;

    /// <summary>A text over and over until it fills as many bytes.</summary>
    static string Filled(string text, int bytes) => string.Concat(Enumerable.Repeat(text, bytes / Encoding.UTF8.GetByteCount(text)));

    static IEnumerable<(string, Func<byte[]>, string?)> Pages()
    {
        static byte[] Page(string body) => Encoding.UTF8.GetBytes("<!DOCTYPE html><html><p>План</p>" + body);

        yield return ("a page with a script", () => "<!DOCTYPE html><script>alert(1)</script>"u8.ToArray(), Empty);
        yield return ("a page of nothing but tags", () => "<!DOCTYPE html><p><b></b></p><table><tr><td></table>"u8.ToArray(), Empty);
        yield return ("a page: eight million bold tags left open", () => Page(Filled("<b>", 24 * Megabyte)), Deep);
        yield return ("a page: divisions left open", () => Page(Filled("<div>", 24 * Megabyte)), Deep);
        yield return ("a page: tables inside each other", () => Page(Filled("<table><tr><td>", 24 * Megabyte)), Deep);
        yield return ("a page: lists inside each other", () => Page(Filled("<ul><li>", 24 * Megabyte)), Deep);
        yield return ("a page: tags crossed", () => Page(Filled("<b><i></b>х</i>", 8 * Megabyte)), null);
        yield return ("a page: paragraphs left open", () => Page(Filled("<p>х", 24 * Megabyte)), ManyParagraphs);
        yield return ("a page: text where a table has no place for it", () => Page("<table>" + Filled("х<tr>", 8 * Megabyte)), ManyParagraphs);
        yield return ("a page: rows without an end", () => Page("<table>" + Filled("<tr><td>", 24 * Megabyte)), ManyCells);
        yield return ("a page: a cell as wide as the world", () => Page("<table><tr><td colspan=2147483647>х</table>"), WideTable);
        yield return ("a page: a cell of less than no width", () => Page("<table><tr><td colspan=-7 rowspan=-7>х</table>"), null);
        yield return ("a page: a span that is no number", () => Page("<table><tr><td colspan=9999999999999999999999 rowspan=x>х</table>"), null);
        yield return ("a page: cells that cover all rows below", () => Page("<table><tr>" + string.Concat(Enumerable.Repeat("<td rowspan=65534>х", 1000)) + Filled("<tr><td>", 4 * Megabyte)), ManyCells);
        yield return ("a page: wide cells one under another", () => Page("<table>" + Filled("<tr><td colspan=1000>х", 8 * Megabyte)), ManyCells);
        yield return ("a page: a million attributes", () => Page("<p " + string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $"a{i}=1 ")) + ">х"), null);
        yield return ("a page: an attribute that never ends", () => Page("<p style=\"" + Filled("color:red;", 20 * Megabyte)), null);
        yield return ("a page: a style of twenty megabytes", () => Page("<p style=\"" + Filled(";", 20 * Megabyte) + "\">х"), null);
        yield return ("a page: rules without an end", () => Page("<style>" + Filled("p{", 20 * Megabyte)), null);
        yield return ("a page: a million rules", () => Page("<style>" + string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $".a{i}{{color:red}}")) + "</style><p class=a7>х"), null);
        yield return ("a page: a comment that never ends", () => Page("<!--" + Filled("х-", 20 * Megabyte)), null);
        yield return ("a page: comments that never end", () => Page(Filled("<!--", 20 * Megabyte)), null);
        yield return ("a page: marks that are no tags", () => Page(Filled("<", 20 * Megabyte)), null);
        yield return ("a page: closing tags of nothing", () => Page(Filled("</b>", 20 * Megabyte)), null);
        yield return ("a page: ends of tables that never began", () => Page(Filled("</table></tr></td>", 20 * Megabyte)), null);
        yield return ("a page: scripts that never end", () => Page(Filled("<script></", 20 * Megabyte)), null);
        yield return ("a page: references to nowhere", () => Page(Filled("&#99999999999;&x;&", 20 * Megabyte)), null);
        yield return ("a page: one text of twenty-four megabytes", () => Page(Filled("заходи ", 24 * Megabyte)), null);
        yield return ("a page: notes one after another", () => Page(Filled("х<a href=#a name=b>1</a>", 20 * Megabyte)), null);
        yield return ("a page: a mark of blanks", () => Page("<a href=#a name=b>" + Filled("<i> </i>", 20 * Megabyte)), null);
        yield return ("a page: an item numbered past the end of numbers", () => Page("<ol start=2147483647><li>а<li>б</ol><ol start=-99999999999><li value=999999999999>в</ol>"), null);
        yield return ("a page: an external entity", () => Encoding.UTF8.GetBytes("<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><html><p>&x;"), null);
        yield return ("a page: pictures and frames from another host", () => Page("<img src=http://127.0.0.1:1/x.png><iframe src=http://127.0.0.1:1/></iframe><link rel=stylesheet href=http://127.0.0.1:1/x.css>"), null);
        yield return ("a page: half of a pair of signs", () => Page("&#xD800;&#0;&#x1F;"), null);
        yield return ("a page with zero bytes", () => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("<html><p>а\0б")], null);
    }
}
