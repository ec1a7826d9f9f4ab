using System.IO.Compression;
using Zakhid.Documents.Consolidation;
using Zakhid.Documents.Writing;
using Zakhid.Text;

namespace Zakhid.Documents.Control;

/// <summary>
/// Writes an official letter as DOCX: A4, margins 30/10/20/20 mm, Times New Roman 14; name of the authority above a rule,
/// day and number, addressee at the right, signature «посада — Власне ім'я ПРІЗВИЩЕ». The same letter gives the same bytes.
/// </summary>
public static class OfficialLetterDocx
{
    static readonly DocxStyle[] Styles =
    [
        new("Letterhead", "Бланк", "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"6\" w:color=\"auto\"/></w:pBdr><w:spacing w:after=\"200\"/><w:jc w:val=\"center\"/>", "<w:b/><w:bCs/><w:caps/>"),
        new("LetterDate", "Дата й номер", "<w:tabs><w:tab w:val=\"left\" w:pos=\"5103\"/></w:tabs><w:spacing w:after=\"240\"/>", ""),
        new("LetterAddressee", "Адресат листа", "<w:keepLines/><w:spacing w:after=\"280\"/><w:ind w:left=\"5103\"/>", ""),
        new("LetterSubject", "Заголовок листа", "<w:keepNext/><w:keepLines/><w:spacing w:after=\"240\"/><w:ind w:right=\"4535\"/>", ""),
        new("LetterText", "Текст листа", "<w:spacing w:after=\"80\"/><w:ind w:firstLine=\"567\"/><w:jc w:val=\"both\"/>", ""),
        new("LetterSignature", "Підпис листа", "<w:keepLines/><w:tabs><w:tab w:val=\"left\" w:pos=\"6236\"/></w:tabs><w:spacing w:before=\"560\" w:after=\"560\"/>", ""),
    ];

    /// <summary>Signs of a post in one line, so that the name behind it finds room.</summary>
    const int LongestPost = 38;

    /// <summary>What a hand fills in.</summary>
    const string Blank = "__________________";

    public static void Write(OfficialLetter letter, Stream into)
    {
        using var package = new Package(CompressionLevel.Optimal);
        DocxParts.Write(package, new(letter.Subject, letter.Authority, letter.IsSample, letter.Made), Styles);
        using (var xml = package.Part("word/document.xml"))
        {
            xml.Raw(DocxParts.DocumentStart);
            if (letter.IsSample) Paragraph(xml, "Sample"u8, ConsolidatedPaper.SampleMark);
            Paragraph(xml, "Letterhead"u8, letter.Authority);
            Paragraph(xml, "LetterDate"u8, $"{(letter.Day is { } day ? UkrainianDate.Short(day) : Blank)} № {letter.Number ?? Blank}", letter.Place);
            Paragraph(xml, "LetterAddressee"u8, CountInWords.Capital(letter.Addressee));
            Paragraph(xml, "LetterSubject"u8, letter.Subject);
            foreach (var paragraph in letter.Text) Paragraph(xml, "LetterText"u8, paragraph);
            xml.Signature("LetterSignature"u8, new(CountInWords.Capital(letter.Signature.Post), letter.Signature.Name is { Length: > 0 } name ? name : "Власне ім’я ПРІЗВИЩЕ"), LongestPost);
            if (letter.PreparedBy is { } preparedBy) Paragraph(xml, "Small"u8, preparedBy);
            if (letter.IsSample) Paragraph(xml, "SampleNote"u8, "Підписант, дата й номер у цьому листі — зразок.");
            xml.Raw(DocxParts.PortraitEnd);
        }
        package.CopyTo(into);
    }

    /// <param name="behind">What stands at the tab behind the text.</param>
    static void Paragraph(Utf8Xml xml, ReadOnlySpan<byte> style, string text, string? behind = null)
    {
        xml.Raw("<w:p><w:pPr><w:pStyle w:val=\""u8).Raw(style).Raw("\"/></w:pPr><w:r><w:t xml:space=\"preserve\">"u8).Text(NonBreaking.Bind(text)).Raw("</w:t>"u8);
        if (behind is { Length: > 0 }) xml.Raw("<w:tab/><w:t xml:space=\"preserve\">"u8).Text(behind).Raw("</w:t>"u8);
        xml.Raw("</w:r></w:p>"u8);
    }
}
