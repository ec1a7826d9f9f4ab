using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Zakhid.Documents.Consolidation;
using Zakhid.Documents.Control;

namespace Zakhid.Documents.Tests.Control;

public sealed class LetterAsDocx
{
    static readonly OfficialLetter Letter = new()
    {
        Authority = "Глухівська міська рада",
        Place = "м. Глухів",
        Day = new(2020, 9, 10),
        Number = "01-12/345",
        Addressee = "відділ культури міської ради",
        Subject = "Про подання інформації за III квартал 2020 року",
        Text = ["Нагадуємо: до 17 вересня 2020 року належить подати інформацію.", "Підстава: пункт 2 розпорядження № 149-ОД."],
        Signature = new("керуючий справами виконавчого комітету", ""),
        PreparedBy = "Виконавець: головний спеціаліст",
        Made = new(2020, 9, 10, 9, 0, 0, TimeSpan.FromHours(3)),
    };

    static byte[] Docx(OfficialLetter letter)
    {
        using var into = new MemoryStream();
        OfficialLetterDocx.Write(letter, into);
        return into.ToArray();
    }

    static List<string> Read(OfficialLetter letter) => [.. DocumentFile.Open(Docx(letter), "лист.docx").Paragraphs.Select(p => p.Text.Replace('\u00A0', ' '))];

    [Fact]
    public void It_says_who_when_to_whom_what_about_and_leaves_the_place_of_the_signature() => Assert.Equal(
        [
            "ГЛУХІВСЬКА МІСЬКА РАДА", "10.09.2020 № 01-12/345\tм. Глухів", "Відділ культури міської ради", "Про подання інформації за III квартал 2020 року",
            "Нагадуємо: до 17 вересня 2020 року належить подати інформацію.", "Підстава: пункт 2 розпорядження № 149-ОД.",
            "Керуючий справами виконавчого комітету\tВласне ім’я ПРІЗВИЩЕ", "Виконавець: головний спеціаліст",
        ], Read(Letter));

    [Fact]
    public void A_day_and_number_not_known_yet_are_lines_for_the_hand_and_a_sample_says_so()
    {
        var lines = Read(Letter with { Day = null, Number = null, IsSample = true });
        Assert.Contains(lines, l => l.StartsWith("__________________ № __________________", StringComparison.Ordinal));
        Assert.Equal(ConsolidatedPaper.SampleMark, lines[0]);
        Assert.Equal("Підписант, дата й номер у цьому листі — зразок.", lines[^1]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_is_valid_by_the_schema_of_Word_and_the_same_letter_gives_the_same_bytes(bool isSample)
    {
        var letter = Letter with { IsSample = isSample, Subject = "Про <все> & \u0001 інше" };
        using var file = WordprocessingDocument.Open(new MemoryStream(Docx(letter)), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(file).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
        Assert.Equal(Docx(letter), Docx(letter));
    }
}
