using System.Text;
using Zakhid.Documents.Tests.Sheets;

namespace Zakhid.Documents.Tests.Hostile;

static partial class HostileFiles
{
    const string ManySigns = "У файлі «акт.docx» понад 30\u00A0000\u00A0000 знаків" + OnlyPlan;
    const string ManySheetCells = "У файлі «акт.docx» понад 50\u00A0000 клітинок у таблицях" + OnlyPlan;
    const string OldBook = "Файл «акт.docx» збережено у старому форматі XLS. " + Again;

    static IEnumerable<(string, Func<byte[]>, string?)> Workbooks()
    {
        static RawZip Book() => new SheetFile(new TestSheet("План").Row(0, "№", "Захід")).Xlsx();
        static byte[] Sheet(string data) => Book().With("xl/worksheets/sheet1.xml", $"<worksheet>{data}</worksheet>").Bytes();
        static byte[] Rows(string rows) => Sheet($"<sheetData>{rows}</sheetData>");
        const string text = "<c t=\"str\"><v>х</v></c>";

        yield return ("a sheet: a dimension that lies", () => Sheet("<dimension ref=\"A1:XFD1048576\"/><sheetData><row><c t=\"str\"><v>х</v></c></row></sheetData>"), null);
        yield return ("a sheet: twenty thousand cells in a row", () => Rows("<row>" + Filled(text, 20_000 * text.Length) + "</row>"), Damaged);
        yield return ("a sheet: two thousand columns", () => Rows("<row>" + Filled(text, 2_000 * text.Length) + "</row>"), WideTable);
        yield return ("a sheet: a row beyond the last", () => Rows($"<row r=\"2000000\">{text}</row>"), Damaged);
        yield return ("a sheet: a row of no number", () => Rows($"<row r=\"-5\">{text}</row><row r=\"99999999999999\">{text}</row><row r=\"x\">{text}</row>"), null);
        yield return ("a sheet: a cell of no address", () => Rows("<row><c r=\"!!\" t=\"str\"><v>х</v></c><c r=\"ZZZZZZZZ9\" t=\"str\"><v>х</v></c></row>"), null);
        yield return ("a sheet: half a million cells", () => Rows(Filled("<row>" + string.Concat(Enumerable.Repeat(text, 100)) + "</row>", 5_100 * (2 + 13 + (100 * text.Length)))), ManySheetCells);
        yield return ("a sheet: ten million empty cells", () => Rows(Filled("<row><c/><c/><c/><c/></row>", 100 * Megabyte)), ManySheetCells);
        yield return ("a sheet: few cells in a huge grid", () => Rows(string.Concat(Enumerable.Range(1, 1000).Select(i => $"<row r=\"{i}\"><c r=\"{SheetPlace.LettersOf(i)}{i}\" t=\"str\"><v>х</v></c></row>"))), ManySheetCells);
        yield return ("a sheet: one text a thousand times", () => Book().With("xl/sharedStrings.xml", $"<sst><si><t>{new string('х', 32_000)}</t></si></sst>").With("xl/worksheets/sheet1.xml", $"<worksheet><sheetData>{Filled("<row><c t=\"s\"><v>0</v></c></row>", 36_000)}</sheetData></worksheet>").Bytes(), ManySigns);
        yield return ("a sheet: a million texts that no cell names", () => Book().With("xl/sharedStrings.xml", "<sst>" + string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $"<si><t>{i}</t></si>")) + "</sst>").Bytes(), ManyCells);
        yield return ("a sheet: a text that is not there", () => Rows("<row><c t=\"s\"><v>77</v></c></row>"), Damaged);
        yield return ("a sheet: a style that is not there", () => Rows("<row><c s=\"99999\"><v>1</v></c><c s=\"-1\"><v>1</v></c></row>"), null);
        yield return ("a sheet: numbers that are none", () => Rows("<row><c><v>1e999</v></c><c><v>NaN</v></c><c><v>-1E+308</v></c><c><v>х</v></c><c t=\"d\"><v>31.31.31</v></c></row>"), null);
        yield return ("a sheet: everything is one cell", () => Sheet($"<sheetData><row>{text}{text}</row></sheetData><mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>"), null);
        yield return ("a sheet: a hundred thousand cells over each other", () => Sheet("<sheetData>" + string.Concat(Enumerable.Repeat("<row>" + string.Concat(Enumerable.Repeat(text, 200)) + "</row>", 200)) + "</sheetData><mergeCells>" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<mergeCell ref=\"{SheetPlace.LettersOf((i % 200) + 1)}{(i / 200) + 1}:KN999\"/>")) + "</mergeCells>"), null);
        yield return ("a sheet: merged backwards and without end", () => Sheet($"<sheetData><row>{text}</row></sheetData><mergeCells><mergeCell ref=\"D9:A1\"/><mergeCell ref=\"A1\"/><mergeCell ref=\"A1:B2:C3\"/><mergeCell ref=\":\"/></mergeCells>"), null);
        yield return ("a sheet: a hundred thousand hidden stretches", () => Sheet("<cols>" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<col min=\"{100_000 - i}\" max=\"2000000000\" hidden=\"1\"/>")) + $"</cols><sheetData><row>{text}</row></sheetData>"), null);
        yield return ("a sheet: rows out of order, a cell twice", () => Rows($"<row r=\"9\">{text}</row><row r=\"2\"><c r=\"B2\" t=\"str\"><v>а</v></c><c r=\"A2\" t=\"str\"><v>б</v></c><c r=\"B2\" t=\"str\"><v>в</v></c></row>"), null);
        yield return ("a sheet: a formula that runs a program", () => Rows("<row><c t=\"str\"><f>cmd|'/c calc'!A0</f><v>х</v></c></row>"), null);
        yield return ("a sheet: a number format without end", () => Book().With("xl/styles.xml", $"<styleSheet><numFmts><numFmt numFmtId=\"200\" formatCode=\"{new string('[', 200_000)}\"/></numFmts><cellXfs><xf numFmtId=\"200\"/></cellXfs></styleSheet>").With("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c s=\"0\"><v>1</v></c></row></sheetData></worksheet>").Bytes(), null);
        yield return ("a sheet: an entity", () => Book().With("xl/worksheets/sheet1.xml", "<!DOCTYPE w [<!ENTITY a \"х\">]><worksheet>&a;</worksheet>").Bytes(), Damaged);
        yield return ("a sheet: cells inside each other", () => Rows("<row>" + Filled("<c><is>", 4_000) + "</row>"), Deep);
        yield return ("a sheet: too deep to follow", () => Rows("<row><c>" + Filled("<a>", 3_000)), Deep);
        yield return ("a workbook: another root", () => Book().With("xl/workbook.xml", "<html/>").Bytes(), Damaged);
        yield return ("a workbook: a sheet that leads out", () => Book().With("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"s0\" Type=\"x/worksheet\" Target=\"../../../../etc/passwd\"/></Relationships>").Bytes(), Damaged);
        yield return ("a workbook: binary", () => new RawZip().Add("_rels/.rels", Rels.Replace("word/document.xml", "xl/workbook.bin")).Add("xl/workbook.bin", "x").Bytes(), "Файл «акт.docx» має формат XLSB, а плани читаємо з DOCX, ODT, RTF, PDF, XLSX і TXT. " + Again);
    }

    static IEnumerable<(string, Func<byte[]>, string?)> OpenSheets()
    {
        static RawZip Empty() => new RawZip().Add(new("mimetype", "application/vnd.oasis.opendocument.spreadsheet"u8.ToArray()) { Method = 0 });
        static byte[] Table(string rows) => Empty().Add("content.xml", $"<o:document-content xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><o:body><o:spreadsheet><table:table>{rows}</table:table></o:spreadsheet></o:body></o:document-content>").Bytes();
        static byte[] Cell(string cell) => Table($"<table:table-row>{cell}</table:table-row>");

        yield return ("an open sheet: a text in sixteen thousand columns", () => Cell("<table:table-cell table:number-columns-repeated=\"16384\"><text:p>х</text:p></table:table-cell>"), WideTable);
        yield return ("an open sheet: a text in two thousand million columns", () => Cell("<table:table-cell table:number-columns-repeated=\"2000000000\"><text:p>х</text:p></table:table-cell>"), WideTable);
        yield return ("an open sheet: a text in a million rows", () => Table("<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell><text:p>х</text:p></table:table-cell></table:table-row>"), ManySheetCells);
        yield return ("an open sheet: empty rows without end", () => Table(string.Concat(Enumerable.Repeat("<table:table-row table:number-rows-repeated=\"1048576\"/>", 20)) + "<table:table-row><table:table-cell><text:p>х</text:p></table:table-cell></table:table-row>"), Damaged);
        yield return ("an open sheet: a million empty columns before a text", () => Cell("<table:table-cell table:number-columns-repeated=\"1000000\"/><table:table-cell><text:p>х</text:p></table:table-cell>"), Damaged);
        yield return ("an open sheet: repeated less than once", () => Cell("<table:table-cell table:number-columns-repeated=\"-3\" table:number-columns-spanned=\"99999999999\" table:number-rows-spanned=\"2147483647\"><text:p>х<text:s text:c=\"2147483647\"/>х</text:p></table:table-cell>"), null);
        yield return ("an open sheet: groups inside each other", () => Table(Filled("<table:table-row-group>", 400 * 23)), Deep);
        yield return ("an open sheet: spans inside each other", () => Cell("<table:table-cell><text:p>" + Filled("<text:span>", 400 * 11)), Deep);
        yield return ("an open sheet: behind a password", () => Empty().Add("META-INF/manifest.xml", "<m:manifest xmlns:m=\"x\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>").Add("content.xml", "x").Bytes(), Locked);
        yield return ("an open sheet: without contents", () => Empty().Bytes(), Damaged);
    }

    static IEnumerable<(string, Func<byte[]>, string?)> OldSheets()
    {
        static byte[] Good() => XlsFile.Of([new TestSheet("План").Row(0, "№", "Захід")], from1904: false);
        static byte[] Records(params (int Kind, byte[] Data)[] records) => XlsFile.Compound([.. new (int Kind, byte[] Data)[] { (0x809, [0, 6, 5, 0, .. new byte[12]]) }.Concat(records).Append((0x0A, [])).SelectMany(r => (byte[])[(byte)r.Kind, (byte)(r.Kind >> 8), (byte)r.Data.Length, (byte)(r.Data.Length >> 8), .. r.Data])]);
        static byte[] Changed(int at, params byte[] with) { var bytes = Good(); with.CopyTo(bytes, at); return bytes; }

        yield return ("an old sheet", Good, null);
        yield return ("an old sheet: cut in half", () => Good()[..2000], Damaged);
        yield return ("an old sheet: only its header", () => Good()[..512], Strange);
        yield return ("an old sheet: sectors in a circle", () => Changed(512 + 8, 2, 0, 0, 0), Damaged);
        yield return ("an old sheet: a sector out of the file", () => Changed(512 + 8, 0xF0, 0xFF, 0xFF, 0x7F), Damaged);
        yield return ("an old sheet: a directory out of the file", () => Changed(48, 0xF0, 0xFF, 0xFF, 0x7F), Damaged);
        yield return ("an old sheet: sectors of a huge size", () => Changed(30, 31), Damaged);
        yield return ("an old sheet: behind a password", () => Records((0x2F, new byte[6])), Locked);
        yield return ("an old sheet: of 1995", () => XlsFile.Compound([0x09, 0x08, 8, 0, 0, 5, 5, 0, 0, 0, 0, 0, 0x0A, 0, 0, 0]), OldBook);
        yield return ("an old sheet: a table of four thousand million texts", () => Records((0xFC, [1, 0, 0, 0, 255, 255, 255, 255])), Damaged);
        yield return ("an old sheet: a text that goes on nowhere", () => Records((0xFC, [1, 0, 0, 0, 1, 0, 0, 0, 255, 255, 1, 65, 4])), Damaged);
        yield return ("an old sheet: runs of fonts without end", () => Records((0xFC, [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 13, 255, 255, 255, 255, 255, 255, 65, 4])), Damaged);
        yield return ("an old sheet: a sheet out of the file", () => Records((0x85, [255, 255, 255, 127, 0, 0, 1, 0, 65])), Damaged);
        yield return ("an old sheet: a sheet within another record", () => Records((0x85, [3, 0, 0, 0, 0, 0, 1, 0, 65])), Damaged);
        yield return ("an old sheet: a record longer than the file", () => XlsFile.Compound([0x09, 0x08, 255, 255]), Damaged);
        yield return ("an old sheet: ten thousand sheets in one place", () => Records([.. Enumerable.Repeat((0x85, (byte[])[0, 0, 0, 0, 0, 0, 1, 0, 65]), 10_000)]), "У файлі «акт.docx» понад 2\u00A0000 частин" + OnlyPlan);
    }
}
