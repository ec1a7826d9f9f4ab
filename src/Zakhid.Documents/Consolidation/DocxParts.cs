using System.Globalization;
using Zakhid.Documents.Writing;

namespace Zakhid.Documents.Consolidation;

/// <summary>The parts of the package around the text: what it is made of, its properties, styles and page header.</summary>
static class DocxParts
{
    public static ReadOnlySpan<byte> DocumentStart =>
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>"u8;

    /// <summary>The header of the first page is absent on purpose: with <c>titlePg</c> it stays empty.</summary>
    public static ReadOnlySpan<byte> DocumentEnd =>
        """<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="567" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/><w:cols w:space="708"/><w:titlePg/></w:sectPr></w:body></w:document>"""u8;

    /// <summary>The same for a letter: A4 upright.</summary>
    public static ReadOnlySpan<byte> PortraitEnd =>
        """<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="567" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/><w:cols w:space="708"/><w:titlePg/></w:sectPr></w:body></w:document>"""u8;

    /// <summary>Everything but the text itself.</summary>
    /// <param name="package">Empty.</param>
    /// <param name="file">Its properties.</param>
    /// <param name="more">Styles beside those of the consolidated report.</param>
    public static void Write(Package package, FileProperties file, IReadOnlyList<DocxStyle>? more = null)
    {
        Part(package, "[Content_Types].xml",
            """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/><Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>"""u8);
        Part(package, "_rels/.rels",
            """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/></Relationships>"""u8);
        Part(package, "word/_rels/document.xml.rels",
            """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/></Relationships>"""u8);
        Part(package, "word/settings.xml",
            """<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:defaultTabStop w:val="708"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="uk-UA"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>"""u8);
        Part(package, "word/header1.xml",
            """<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>"""u8);
        WriteProperties(package, file);
        WriteStyles(package, more ?? []);
    }

    internal static void WriteProperties(Package package, FileProperties file)
    {
        var made = file.Made.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        using (var xml = package.Part("docProps/core.xml"))
            xml.Raw("<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>"u8)
                .Text(file.Title).Raw("</dc:title><dc:creator>"u8).Text(file.Creator).Raw("</dc:creator>"u8)
                .Raw("<dc:description>"u8).Text(file.IsSample ? ConsolidatedPaper.SampleMark : "").Raw("</dc:description><dcterms:created xsi:type=\"dcterms:W3CDTF\">"u8).Text(made)
                .Raw("</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">"u8).Text(made).Raw("</dcterms:modified><dc:language>uk-UA</dc:language></cp:coreProperties>"u8);
        Part(package, "docProps/app.xml",
            """<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Zakhid</Application></Properties>"""u8);
    }

    static void WriteStyles(Package package, IReadOnlyList<DocxStyle> more)
    {
        using var xml = package.Part("word/styles.xml");
        xml.Raw("""<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="uk-UA" w:eastAsia="uk-UA" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:left w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:right w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tblBorders><w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="28" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>"""u8);
        Style(xml, "Header", "header", "<w:jc w:val=\"center\"/>", "");
        Style(xml, "Addressee", "Адресат", "<w:spacing w:after=\"280\"/><w:ind w:left=\"10205\"/>", "");
        Style(xml, "Heading1", "heading 1", "<w:keepNext/><w:jc w:val=\"center\"/><w:outlineLvl w:val=\"0\"/>", "<w:b/><w:bCs/>");
        Style(xml, "Subject", "Про що", "<w:keepLines/><w:spacing w:after=\"200\"/><w:jc w:val=\"center\"/>", "<w:b/><w:bCs/>");
        Style(xml, "Body", "Текст", "<w:ind w:firstLine=\"567\"/><w:jc w:val=\"both\"/>", "");
        Style(xml, "BodyLast", "Текст перед таблицею", "<w:spacing w:after=\"160\"/><w:ind w:firstLine=\"567\"/><w:jc w:val=\"both\"/>", "");
        Style(xml, "Cell", "Клітинка", "", "<w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>");
        Style(xml, "CellCenter", "Клітинка по центру", "<w:jc w:val=\"center\"/>", "<w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>");
        Style(xml, "CellNumber", "Клітинка з числом", "<w:jc w:val=\"right\"/>", "<w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>");
        Style(xml, "CellSum", "Клітинка із сумою", "<w:spacing w:before=\"80\"/><w:jc w:val=\"right\"/>", "<w:b/><w:bCs/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>");
        Style(xml, "TableTitle", "Назва таблиці", "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"80\"/>", "<w:b/><w:bCs/>");
        Style(xml, "UprightSignature", "Підпис на вертикальному аркуші", "<w:keepNext/><w:keepLines/><w:tabs><w:tab w:val=\"left\" w:pos=\"6804\"/></w:tabs><w:spacing w:before=\"520\"/>", "");
        Style(xml, "CellSection", "Розділ", "<w:keepNext/><w:spacing w:before=\"40\" w:after=\"40\"/><w:jc w:val=\"center\"/>", "<w:b/><w:bCs/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>");
        Style(xml, "CellStrong", "Інформації не надано", "<w:spacing w:before=\"80\"/>", "<w:b/><w:bCs/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>");
        Style(xml, "Sample", "Зразок", "<w:spacing w:after=\"120\"/>", "<w:i/><w:iCs/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>");
        Style(xml, "SampleNote", "Зразок під таблицею", "<w:keepNext/><w:spacing w:before=\"160\"/>", "<w:i/><w:iCs/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>");
        Style(xml, "Signature", "Signature", "<w:keepNext/><w:keepLines/><w:tabs><w:tab w:val=\"left\" w:pos=\"11055\"/></w:tabs><w:spacing w:before=\"520\"/>", "");
        Style(xml, "PaperDate", "Дата паперу", "<w:keepNext/><w:spacing w:before=\"280\" w:after=\"280\"/>", "");
        Style(xml, "Small", "Виконавець", "<w:keepNext/>", "<w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>");
        Style(xml, "Checkpoint", "Мітка журналу", "<w:spacing w:before=\"200\"/>", "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>");
        foreach (var style in more) Style(xml, style.Id, style.Name, style.Paragraph, style.Run);
        xml.Raw("</w:styles>"u8);
    }

    static void Style(Utf8Xml xml, string id, string name, string paragraph, string run)
    {
        xml.Raw("<w:style w:type=\"paragraph\""u8).Raw(Known(id) ? ""u8 : " w:customStyle=\"1\""u8).Raw(" w:styleId=\""u8).Text(id).Raw("\"><w:name w:val=\""u8).Text(name).Raw("\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/>"u8);
        Properties(xml, "w:pPr", paragraph);
        Properties(xml, "w:rPr", run);
        xml.Raw("</w:style>"u8);
    }

    static bool Known(string id) => id is "Header" or "Heading1" or "Signature";

    static void Properties(Utf8Xml xml, string element, string inside)
    {
        if (inside.Length > 0) xml.Raw(System.Text.Encoding.UTF8.GetBytes($"<{element}>{inside}</{element}>"));
    }

    static void Part(Package package, string name, ReadOnlySpan<byte> content)
    {
        using var xml = package.Part(name);
        xml.Raw(content);
    }
}

/// <summary>What a file says of itself in its properties. <see cref="Made"/> is the only time in it, so that equal papers are equal bytes.</summary>
public sealed record FileProperties(string Title, string Creator, bool IsSample, DateTimeOffset Made)
{
    internal static FileProperties Of(ConsolidatedPaper paper) => new(paper.DocumentTitle, paper.Creator, paper.IsSample, paper.Made);
}

/// <summary>A style of paragraphs: properties of the paragraph and of its text, as WordprocessingML.</summary>
sealed record DocxStyle(string Id, string Name, string Paragraph, string Run);
