using System.Text;
using Zakhid.Documents.Tests.Docx;
using static Zakhid.Documents.Tests.Docx.DocxFile;

namespace Zakhid.Documents.Tests.Hostile;

/// <summary>Files made to harm, or merely wrong, each with the sentence that its owner must see; null where it is read.</summary>
static partial class HostileFiles
{
    const string Again = "Відкрийте його, збережіть як DOCX і додайте ще раз";
    const string Author = "Попросіть автора зберегти його заново як DOCX";
    const string Damaged = "Файл «акт.docx» пошкоджено. " + Again;
    const string Harmful = "Файл «акт.docx» побудовано так, щоб обійти перевірку. " + Author;
    const string Bomb = "Файл «акт.docx» після розпакування завеликий для документа. " + Author;
    const string Forged = "У файлі «акт.docx» записано не той розмір, що є насправді. " + Author;
    const string Locked = "Файл «акт.docx» захищено паролем. Зніміть пароль і додайте ще раз";
    const string Strange = "Файл «акт.docx» не схожий на документ. Додайте DOCX або TXT";
    const string Deep = "У файлі «акт.docx» понад 256 рівнів вкладення. " + Again;
    const string Archive = "Файл «акт.docx» — архів. Розпакуйте його й додайте документ";
    const string Picture = "Файл «акт.docx» — зображення без тексту. Прочитайте його командою zakhid read --ocr або додайте DOCX";
    const string OnlyPlan = ". Залиште в ньому лише акт із планом";

    const string Rels = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""";
    static readonly string Plan = $"<w:document xmlns:w=\"{W}\"><w:body>{P("ПЛАН")}</w:body></w:document>";

    static RawZip Zip(RawZip? zip = null) => (zip ?? new()).Add("[Content_Types].xml", "<Types/>").Add("_rels/.rels", Rels);

    static byte[] WithDocument(RawZip.Entry entry) => Zip().Add(entry).Bytes();

    static byte[] WithXml(string xml) => Zip().Add("word/document.xml", xml).Bytes();

    static RawZip.Entry Document(string? xml = null) => new("word/document.xml", Encoding.UTF8.GetBytes(xml ?? Plan));

    /// <summary>Large ones are made when asked for.</summary>
    public static IEnumerable<(string Name, Func<byte[]> Bytes, string? Sentence)> All() =>
        [.. new[] { Archives(), Xml(), Words(), Others() }.SelectMany(few => few).Select(f => (f.Item1, (Func<byte[]>)(() => f.Item2), f.Item3)), .. Pages(), .. Workbooks(), .. OpenSheets(), .. OldSheets(), .. OpenDocuments(), .. RichTexts(), .. MessagesAndLines()];

    static IEnumerable<(string, byte[], string?)> Archives()
    {
        var zeros = new byte[30 << 20];
        yield return ("bomb: one part of zeros", WithDocument(new("word/document.xml", zeros)), Bomb);
        yield return ("bomb: a part that is never read", Zip().Add(Document()).Add(new("word/media/image1.bmp", zeros)).Bytes(), Bomb);
        yield return ("bomb: the size is forged to look small", WithDocument(new("word/document.xml", zeros) { Size = 1000 }), Forged);
        yield return ("forged size: shorter than the text", WithDocument(Document() with { Size = 120 }), Forged);
        yield return ("forged size: longer than the text", WithDocument(Document() with { Size = 5000 }), Forged);
        yield return ("forged size: zero", WithDocument(Document() with { Size = 0 }), Forged);
        yield return ("forged size: stored entry", WithDocument(Document() with { Method = 0, Size = 40 }), Forged);
        yield return ("declared 4 GB", WithDocument(Document() with { Size = 0xFFFFFFF0 }), Bomb);
        yield return ("zip64 field of a size that is absent", WithDocument(Document() with { Size = uint.MaxValue }), Bomb);
        yield return ("zip64 size below zero", WithDocument(Document() with { Size = uint.MaxValue, Extra = [1, 0, 8, 0, 255, 255, 255, 255, 255, 255, 255, 255] }), Damaged);
        yield return ("wrong checksum", WithDocument(Document() with { Crc = 1 }), Damaged);
        yield return ("two documents under one name", Zip().Add(Document()).Add(Document(Plan.Replace("ПЛАН", "ІНШЕ"))).Bytes(), Harmful);
        yield return ("two names that differ by case", Zip().Add(Document()).Add(new("WORD/Document.xml", Encoding.UTF8.GetBytes(Plan))).Bytes(), Harmful);
        yield return ("a name that climbs out", Zip().Add(Document()).Add("../../etc/cron.d/x", "x").Bytes(), Harmful);
        yield return ("a name with backslashes", Zip().Add(Document()).Add("..\\..\\windows\\x.dll", "x").Bytes(), Harmful);
        yield return ("an absolute name", Zip().Add(Document()).Add("/etc/passwd", "x").Bytes(), Harmful);
        yield return ("a name with a drive", Zip().Add(Document()).Add("C:/x", "x").Bytes(), Harmful);
        yield return ("a name with a zero byte", Zip().Add(Document()).Add("word/x\0.xml", "x").Bytes(), Harmful);
        yield return ("an empty name", Zip().Add(Document()).Add("", "x").Bytes(), Harmful);
        yield return ("another name in the local header", WithDocument(Document() with { LocalName = "word/document.txt" }), Harmful);
        yield return ("overlapping entries", Zip().Add(Document()).Add(new("word/styles.xml", []) { HeaderAt = 40 }).Bytes(), Harmful);
        yield return ("two entries over one data", Zip().Add(Document()).Add(Document() with { Name = "word/document.xml2", HeaderAt = Zip().Bytes().Length }).Bytes(), Harmful);
        yield return ("encrypted entry", WithDocument(Document() with { Flags = 0x801 }), Locked);
        yield return ("unknown method of packing", WithDocument(Document() with { Method = 14 }), Damaged);
        yield return ("data that do not unpack", WithDocument(new("word/document.xml", Encoding.UTF8.GetBytes("ÿÿÿÿ not deflate")) { Method = 0 }) is var raw ? Patch(raw) : raw, Damaged);
        yield return ("2 001 entries", Enumerable.Range(0, 1999).Aggregate(Zip(), (z, i) => z.Add($"word/{i}.xml", "")).Bytes(), "У файлі «акт.docx» понад 2\u00A0000 частин" + OnlyPlan);
        yield return ("a directory that claims 65 535 entries", Zip(new() { Count = 65535 }).Add(Document()).Bytes(), "У файлі «акт.docx» понад 2\u00A0000 частин" + OnlyPlan);
        yield return ("a directory outside the file", Zip(new() { DirectoryAt = 0x7FFFFFFF }).Add(Document()).Bytes(), Damaged);
        yield return ("cut in half", WithXml(Plan)[..300], Damaged);
        yield return ("only the first four bytes", "PK\u0003\u0004"u8.ToArray(), Damaged);
        yield return ("an archive of nothing", [.. "PK\u0005\u0006"u8, .. new byte[18]], Archive);
        yield return ("an archive of pictures", new RawZip().Add("фото.jpg", "x").Bytes(), Archive);
        yield return ("a package without a document", new RawZip().Add("[Content_Types].xml", "<Types/>").Bytes(), Damaged);
        yield return ("a document part that is absent", Zip().Bytes(), Damaged);
        yield return ("trailing data", Zip(new() { After = Encoding.UTF8.GetBytes(new string('x', 200)) }).Add(Document()).Bytes(), null);
        yield return ("a PDF that is also an archive", Zip(new() { Before = "%PDF-1.7\n"u8.ToArray() }).Add(Document()).Bytes(), Damaged);
        yield return ("a program that is also an archive", Zip(new() { Before = [0x4D, 0x5A, 0, 0, 1, 2, 3, 4, 0, 0] }).Add(Document()).Bytes(), Strange);
    }

    /// <summary>Calls stored bytes packed, so that they cannot be unpacked.</summary>
    static byte[] Patch(byte[] stored)
    {
        var at = stored.AsSpan().IndexOf("PK\u0001\u0002"u8);
        var bytes = stored.ToArray();
        for (var next = at; next >= 0; next = bytes.AsSpan(next + 4).IndexOf("PK\u0001\u0002"u8) is >= 0 and var step ? next + 4 + step : -1)
            if (bytes[next + 10] == 0) bytes[next + 10] = 8;
        return bytes;
    }

    static IEnumerable<(string, byte[], string?)> Xml()
    {
        yield return ("a document type", WithXml($"<!DOCTYPE w:document>{Plan}"), Damaged);
        yield return ("an external entity", WithXml($"<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>{Plan.Replace("ПЛАН", "&x;")}"), Damaged);
        yield return ("a billion laughs", WithXml($"<!DOCTYPE d [<!ENTITY a \"ха\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>{Plan.Replace("ПЛАН", "&c;")}"), Damaged);
        yield return ("an entity in the relationships", new RawZip().Add("[Content_Types].xml", "<Types/>").Add("_rels/.rels", "<!DOCTYPE r [<!ENTITY x SYSTEM \"http://127.0.0.1:1/\">]>" + Rels).Add(Document()).Bytes(), Damaged);
        yield return ("a million elements inside each other", WithXml(Plan[..Plan.IndexOf("<w:p>", StringComparison.Ordinal)] + string.Concat(Enumerable.Repeat("<a>", 1_000_000))), Deep);
        yield return ("three hundred tables inside each other", WithXml(Plan.Replace(P("ПЛАН"), string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 300)) + P("х") + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 300)))), Deep);
        yield return ("eighty tables inside each other", WithXml(Plan.Replace(P("ПЛАН"), string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 80)) + P("х") + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 80)))), null);
        yield return ("deep elements that are skipped", WithXml(Plan.Replace(P("ПЛАН"), "<w:x>" + string.Concat(Enumerable.Repeat("<w:y>", 400)) + string.Concat(Enumerable.Repeat("</w:y>", 400)) + "</w:x>")), Deep);
        yield return ("cut in the middle of a tag", WithXml(Plan[..(Plan.Length - 40)]), Damaged);
        yield return ("no root", WithXml("   "), Damaged);
        yield return ("another root", WithXml("<html/>"), Damaged);
        yield return ("half of a surrogate pair", WithXml(Plan.Replace("ПЛАН", "&#xD800;")), Damaged);
        yield return ("a zero character", WithXml(Plan.Replace("ПЛАН", "&#0;")), Damaged);
        yield return ("bytes that are not UTF-8", Zip().Add(new("word/document.xml", [.. Encoding.UTF8.GetBytes(Plan), 0xFF, 0xFE, 0xFF])).Bytes(), Damaged);
        yield return ("text after the root", WithXml(Plan + "<w:p/>"), Damaged);
        yield return ("an attribute of a megabyte", WithXml(Plan.Replace("<w:p>", $"<w:p w:rsidR=\"{new string('A', 1 << 20)}\">")), null);
        yield return ("UTF-16", Zip().Add(new("word/document.xml", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Plan)])).Bytes(), null);
    }

    static IEnumerable<(string, byte[], string?)> Words()
    {
        static byte[] Body(string body) => DocxFile.Of(body).Bytes();

        yield return ("a cell as wide as the world", Body(Tbl(Row(Cell("х", "<w:gridSpan w:val=\"2147483647\"/>")))), "У файлі «акт.docx» понад 1\u00A0024 стовпців у таблиці" + OnlyPlan);
        yield return ("a cell of less than no width", Body(Tbl(Row(Cell("х", "<w:gridSpan w:val=\"-5\"/>")))), null);
        yield return ("a width that is no number", Body(Tbl(Row(Cell("х", "<w:gridSpan w:val=\"99999999999999999999\"/>")))), null);
        yield return ("a row shifted out of sight", Body(Tbl("<w:tr><w:trPr><w:gridBefore w:val=\"1000000\"/></w:trPr><w:tc><w:p/></w:tc></w:tr>")), "У файлі «акт.docx» понад 1\u00A0024 стовпців у таблиці" + OnlyPlan);
        yield return ("a row of two thousand cells", Body(Tbl(Row([.. Enumerable.Repeat("х", 2000)]))), "У файлі «акт.docx» понад 1\u00A0024 стовпців у таблиці" + OnlyPlan);
        yield return ("half a million cells", Body(Tbl(string.Concat(Enumerable.Repeat("<w:tr>" + string.Concat(Enumerable.Repeat("<w:tc/>", 100)) + "</w:tr>", 5000)))), "У файлі «акт.docx» понад 400\u00A0000 клітинок у таблицях" + OnlyPlan);
        yield return ("few cells in a huge grid", Body(Tbl(Row([.. Enumerable.Repeat("х", 1000)]), string.Concat(Enumerable.Repeat("<w:tr><w:tc/></w:tr>", 5000)))), "У файлі «акт.docx» понад 400\u00A0000 клітинок у таблицях" + OnlyPlan);
        yield return ("half a million paragraphs", Body(string.Concat(Enumerable.Repeat("<w:p/>", 500_000))), "У файлі «акт.docx» понад 400\u00A0000 абзаців" + OnlyPlan);
        yield return ("rows and columns without cells", Body(Tbl("<w:tr/>", "<w:tr/>")), null);
        yield return ("a merged cell with nothing above", Body(Tbl(Row(Cell("х", "<w:vMerge/>")))), null);
        yield return ("styles that are based on each other", DocxFile.Of(P("х", "<w:pStyle w:val=\"А\"/>")).WithPart("styles", "styles", "<w:style w:type=\"paragraph\" w:styleId=\"А\"><w:basedOn w:val=\"Б\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"Б\"><w:basedOn w:val=\"А\"/></w:style>").Bytes(), null);
        yield return ("lists that lead to each other", DocxFile.Of(P("х", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>")).WithPart("numbering", "numbering", "<w:abstractNum w:abstractNumId=\"0\"><w:numStyleLink w:val=\"С\"/><w:styleLink w:val=\"С\"/></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>").Bytes(), null);
        yield return ("a list level that does not exist", DocxFile.Of(P("х", "<w:numPr><w:ilvl w:val=\"77\"/><w:numId w:val=\"1\"/></w:numPr>")).WithPart("numbering", "numbering", "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"-3\"/></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>").Bytes(), null);
        yield return ("a counter that starts at the end of numbers", DocxFile.Of(string.Concat(Enumerable.Repeat(P("х", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>"), 3))).WithPart("numbering", "numbering", "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"2147483647\"/><w:numFmt w:val=\"russianLower\"/><w:lvlText w:val=\"%1)\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>").Bytes(), null);
        yield return ("fields opened a thousand times", Body(P(string.Concat(Enumerable.Repeat("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>", 1000))) + P("х")), null);
        yield return ("fields closed that were never opened", Body(P(string.Concat(Enumerable.Repeat("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>", 1000)))), null);
        yield return ("a footnote that refers to itself", DocxFile.Of(P("<w:r><w:footnoteReference w:id=\"1\"/></w:r>")).WithPart("footnotes", "footnotes", $"<w:footnote w:id=\"1\">{P("<w:r><w:t>х</w:t><w:footnoteReference w:id=\"1\"/></w:r>")}</w:footnote>").Bytes(), null);
        yield return ("a style part that is absent", DocxFile.Of(P("х")).Related("styles", "nowhere.xml").Bytes(), null);
        yield return ("a style part that leads out", DocxFile.Of(P("х")).Related("styles", "../../../../etc/passwd").Bytes(), null);
        yield return ("a remote picture", DocxFile.Of(P("х")).Related("image", "http://127.0.0.1:1/x.png", external: true).Bytes(), null);
        yield return ("an HTML chunk", DocxFile.Of(P("х") + "<w:altChunk/>").Related("aFChunk", "chunk.html").With("word/chunk.html", "<script>").Bytes(), null);
        yield return ("an embedded object", DocxFile.Of(P("х")).Related("oleObject", "embeddings/oleObject1.bin").With("word/embeddings/oleObject1.bin", "x").Bytes(), null);
        yield return ("macros under the name of a document", DocxFile.Of(P("х")).With("word/vbaProject.bin", "x").Bytes(), null);
        yield return ("a template on another host", DocxFile.Of(P("х")).Related("attachedTemplate", "\\\\host\\share\\t.dotm", external: true).Bytes(), null);
    }

    static IEnumerable<(string, byte[], string?)> Others()
    {
        yield return ("nothing", [], "Файл «акт.docx» порожній. Збережіть документ ще раз і додайте");
        yield return ("only blanks", "  \r\n\t\n "u8.ToArray(), "Файл «акт.docx» порожній. Збережіть документ ще раз і додайте");
        yield return ("26 megabytes", new byte[26 << 20], "Файл «акт.docx» — 26 МБ. Можна до 25 МБ: зменште зображення або поділіть на частини");
        yield return ("a document behind a password", Compound("EncryptedPackage"), Locked);
        yield return ("an old Word document", Compound("WordDocument"), Damaged);
        yield return ("an old workbook", Compound("Workbook"), Damaged);
        yield return ("an old presentation", Compound("PowerPoint Document"), "Файл «акт.docx» збережено у старому форматі PPT. " + Again);
        yield return ("a mail message of Outlook", Compound("__substg1.0_"), Strange);
        yield return ("a PDF", "%PDF-1.4\n1 0 obj << /OpenAction << /S /JavaScript >> >>"u8.ToArray(), Damaged);
        yield return ("a workbook", new RawZip().Add("_rels/.rels", Rels.Replace("word/document", "xl/workbook")).Add("xl/workbook.xml", "<x/>").Bytes(), Damaged);
        yield return ("a scan", [0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0, 0], Picture);
        yield return ("a picture of 50 000 × 50 000", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0xC3, 0x50, 0, 0, 0xC3, 0x50], Picture);
        yield return ("a program", [0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0, 0, 0], Strange);
        yield return ("RAR", "Rar!\u001A\u0007\0"u8.ToArray(), Archive);
        yield return ("gzip", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0], Archive);
        yield return ("noise", [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * 7919 % 251))], Strange);
        yield return ("text with a zero byte", "План\0заходів"u8.ToArray(), Strange);
    }

    static byte[] Compound(string stream) =>
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1016], .. Encoding.Unicode.GetBytes(stream), 0, 0, .. new byte[64]];
}
