using System.Text;
using Zakhid.Documents.Tests.Odt;

namespace Zakhid.Documents.Tests.Hostile;

static partial class HostileFiles
{
    static string Other(string format) => $"Файл «акт.docx» має формат {format}, а плани читаємо з DOCX, ODT, RTF, PDF, XLSX і TXT. {Again}";

    static IEnumerable<(string, Func<byte[]>, string?)> OpenDocuments()
    {
        static byte[] Text(string body) => OdtFile.Of(OdtFile.P("План") + body);
        static byte[] Table(string rows) => Text($"<table:table>{rows}</table:table>");
        static string Cell(string attributes) => $"<table:table-row><table:table-cell {attributes}>{OdtFile.P("х")}</table:table-cell></table:table-row>";

        yield return ("OpenDocument: only its name", () => new RawZip().Add(new("mimetype", "application/vnd.oasis.opendocument.text"u8.ToArray()) { Method = 0 }).Bytes(), Damaged);
        yield return ("OpenDocument: a presentation", () => new RawZip().Add("mimetype", "application/vnd.oasis.opendocument.presentation").Bytes(), Other("OpenDocument"));
        yield return ("a document of Word in XML", () => "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument xmlns:w=\"x\"><w:body/></w:wordDocument>"u8.ToArray(), Other("XML"));
        yield return ("OpenDocument in one file: a drawing", () => OdtFile.Flat(OdtFile.P("х"), mime: "application/vnd.oasis.opendocument.graphics"), Other("OpenDocument"));
        yield return ("OpenDocument in one file: cut in the middle", () => OdtFile.Flat(OdtFile.P("План"))[..^40], Damaged);
        yield return ("OpenDocument in one file: an external entity", () => Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + Encoding.UTF8.GetString(OdtFile.Flat(OdtFile.P("&x;")))[38..]), Damaged);
        yield return ("OpenDocument in one file: spans inside each other", () => OdtFile.Flat("<text:p>" + string.Concat(Enumerable.Repeat("<text:span>", 300)) + string.Concat(Enumerable.Repeat("</text:span>", 300)) + "</text:p>"), Deep);
        yield return ("OpenDocument in one file: a billion columns", () => OdtFile.Flat($"<table:table>{Cell("table:number-columns-repeated=\"1000000000\"")}</table:table>"), WideTable);
        yield return ("OpenDocument in one file: shelves of programs inside each other", () => OdtFile.Flat(OdtFile.P("План"), scripts: "<office:scripts>" + string.Concat(Enumerable.Repeat("<office:script>", 200)) + string.Concat(Enumerable.Repeat("</office:script>", 200)) + "</office:scripts>"), null);
        yield return ("OpenDocument: behind a password", () => OdtFile.Of("", more: ("META-INF/manifest.xml", "<m><file-entry><encryption-data/></file-entry></m>")), Locked);
        yield return ("OpenDocument: another root", () => new RawZip().Add("mimetype", "application/vnd.oasis.opendocument.text").Add("content.xml", "<document-content/>").Bytes(), Damaged);
        yield return ("OpenDocument: an external entity", () => new RawZip().Add("mimetype", "application/vnd.oasis.opendocument.text").Add("content.xml", "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d>&x;</d>").Bytes(), Damaged);
        yield return ("OpenDocument: a bomb of text", () => OdtFile.Of(OdtFile.P(new string('х', 60 << 20))), Bomb);
        yield return ("OpenDocument: spans inside each other", () => Text("<text:p>" + string.Concat(Enumerable.Repeat("<text:span>", 300)) + string.Concat(Enumerable.Repeat("</text:span>", 300)) + "</text:p>"), Deep);
        yield return ("OpenDocument: lists inside each other", () => Text(string.Concat(Enumerable.Repeat("<text:list><text:list-item>", 110)) + OdtFile.P("х") + string.Concat(Enumerable.Repeat("</text:list-item></text:list>", 110))), null);
        yield return ("OpenDocument: tables inside each other", () => Text(string.Concat(Enumerable.Repeat("<table:table><table:table-row><table:table-cell>", 80)) + OdtFile.P("х") + string.Concat(Enumerable.Repeat("</table:table-cell></table:table-row></table:table>", 80))), null);
        yield return ("OpenDocument: a billion columns", () => Table(Cell("table:number-columns-repeated=\"1000000000\"")), WideTable);
        yield return ("OpenDocument: a cell as wide as the world", () => Table(Cell("table:number-columns-spanned=\"2147483647\"")), WideTable);
        yield return ("OpenDocument: a billion rows", () => Table($"<table:table-row table:number-rows-repeated=\"1000000000\"><table:table-cell>{OdtFile.P("х")}</table:table-cell></table:table-row>"), ManyCells);
        yield return ("OpenDocument: a billion rows of nothing", () => Table("<table:table-row table:number-rows-repeated=\"1000000000\"/>" + Cell("")), null);
        yield return ("OpenDocument: a billion covered cells", () => Table("<table:table-row><table:covered-table-cell table:number-columns-repeated=\"2147483647\"/><table:covered-table-cell table:number-columns-repeated=\"2147483647\"/><table:table-cell/></table:table-row>"), WideTable);
        yield return ("OpenDocument: spans that are no numbers", () => Table(Cell("table:number-columns-spanned=\"-1\" table:number-rows-spanned=\"99999999999999\" table:number-columns-repeated=\"x\"")), null);
        yield return ("OpenDocument: a cell that covers all rows below", () => Table(Cell("table:number-rows-spanned=\"2147483647\" table:number-columns-spanned=\"1000\"") + string.Concat(Enumerable.Repeat("<table:table-row><table:table-cell/></table:table-row>", 10_000))), ManyCells);
        yield return ("OpenDocument: a billion blanks", () => Text(OdtFile.P("а<text:s text:c=\"1000000000\"/>б")), null);
        yield return ("OpenDocument: blanks upon blanks", () => Text(OdtFile.P(string.Concat(Enumerable.Repeat("<text:s text:c=\"1000\"/>", 100_000)))), "У файлі «акт.docx» понад 30\u00A0000\u00A0000 знаків" + OnlyPlan);
        yield return ("OpenDocument: styles that stand on each other", () => OdtFile.Of(OdtFile.P("х", "А"), OdtFile.Style("А", "", parent: "Б") + OdtFile.Style("Б", "", parent: "А")), null);
        yield return ("OpenDocument: a list that goes on with itself", () => Text($"<text:list xml:id=\"а\" text:continue-list=\"а\" text:style-name=\"нема\"><text:list-item text:start-value=\"99999999999\">{OdtFile.P("х")}</text:list-item></text:list>"), null);
        yield return ("OpenDocument: a counter at the end of numbers", () => OdtFile.Of($"<text:list text:style-name=\"Л\"><text:list-item>{OdtFile.P("а")}</text:list-item><text:list-item>{OdtFile.P("б")}</text:list-item></text:list>", "<text:list-style style:name=\"Л\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" text:start-value=\"2147483647\" text:display-levels=\"999\" loext:num-list-format=\"%1%%99999999999%%%\"/><text:list-level-style-number text:level=\"77\"/></text:list-style>"), null);
        yield return ("OpenDocument: half a million paragraphs", () => Text(string.Concat(Enumerable.Repeat("<text:p/>", 500_000))), ManyParagraphs);
        yield return ("OpenDocument: notes inside notes", () => Text(string.Concat(Enumerable.Repeat("<text:p>х<text:note><text:note-body>", 60)) + string.Concat(Enumerable.Repeat("</text:note-body></text:note></text:p>", 60))), null);
        yield return ("OpenDocument: remote pictures and embedded files", () => Text(OdtFile.P("<draw:frame><draw:image xlink:href=\"http://127.0.0.1:1/x.png\"/><draw:object xlink:href=\"./Object 1\"/></draw:frame>х")), null);
    }
}
