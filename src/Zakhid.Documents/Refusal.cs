using System.Globalization;

namespace Zakhid.Documents;

/// <summary>
/// The closed list of reasons for which a file is not read, each with the sentence that the person sees: what is wrong
/// with which file and what to do next.
/// </summary>
public static class Refusal
{
    const string SaveAgain = "Відкрийте його, збережіть як DOCX і додайте ще раз";
    const string AskAuthor = "Попросіть автора зберегти його заново як DOCX";

    public static FileRefused Empty(string file) =>
        new(RefusalCode.Empty, $"Файл {Quoted(file)} порожній. Збережіть документ ще раз і додайте");

    public static FileRefused TooLarge(string file, long bytes, long allowed) =>
        new(RefusalCode.TooLarge, $"Файл {Quoted(file)} — {Megabytes(bytes)} МБ. Можна до {Megabytes(allowed)} МБ: зменште зображення або поділіть на частини");

    public static FileRefused TooLarge(string file, long allowed) =>
        new(RefusalCode.TooLarge, $"Файл {Quoted(file)} більший за {Megabytes(allowed)} МБ. Зменште зображення або поділіть файл на частини");

    public static FileRefused NotADocument(string file) =>
        new(RefusalCode.UnknownFormat, $"Файл {Quoted(file)} не схожий на документ. Додайте DOCX або TXT");

    public static FileRefused NotYetRead(string file, string format) =>
        new(RefusalCode.UnknownFormat, $"Файл {Quoted(file)} має формат {format}, а плани читаємо з DOCX, ODT, RTF, PDF, XLSX і TXT. {SaveAgain}");

    public static FileRefused OldOffice(string file, string format) =>
        new(RefusalCode.UnknownFormat, $"Файл {Quoted(file)} збережено у старому форматі {format}. {SaveAgain}");

    public static FileRefused Archive(string file) =>
        new(RefusalCode.UnknownFormat, $"Файл {Quoted(file)} — архів. Розпакуйте його й додайте документ");

    public static FileRefused Damaged(string file, Exception? cause = null) =>
        new(RefusalCode.Damaged, $"Файл {Quoted(file)} пошкоджено. {SaveAgain}", cause);

    public static FileRefused Encrypted(string file) =>
        new(RefusalCode.Encrypted, $"Файл {Quoted(file)} захищено паролем. Зніміть пароль і додайте ще раз");

    public static FileRefused Bomb(string file) =>
        new(RefusalCode.Bomb, $"Файл {Quoted(file)} після розпакування завеликий для документа. {AskAuthor}");

    public static FileRefused ForgedSize(string file) =>
        new(RefusalCode.ForgedSize, $"У файлі {Quoted(file)} записано не той розмір, що є насправді. {AskAuthor}");

    public static FileRefused Harmful(string file) =>
        new(RefusalCode.Harmful, $"Файл {Quoted(file)} побудовано так, щоб обійти перевірку. {AskAuthor}");

    public static FileRefused TooDeep(string file, int allowed) =>
        new(RefusalCode.TooDeep, $"У файлі {Quoted(file)} понад {allowed} рівнів вкладення. {SaveAgain}");

    public static FileRefused TooMany(string file, string what, int allowed) =>
        new(RefusalCode.TooMany, $"У файлі {Quoted(file)} понад {Number(allowed)} {what}. Залиште в ньому лише акт із планом");

    public static FileRefused Macros(string file) =>
        new(RefusalCode.Macros, $"У файлі {Quoted(file)} є макроси. Збережіть його як DOCX і додайте ще раз");

    public static FileRefused Picture(string file) =>
        new(RefusalCode.Scan, $"Файл {Quoted(file)} — зображення без тексту. Прочитайте його командою zakhid read --ocr або додайте DOCX");

    public static FileRefused OtherPicture(string file, string format) =>
        new(RefusalCode.UnknownFormat, $"Файл {Quoted(file)} — зображення, якого не читаємо ({format}). Збережіть його як JPG або PDF і додайте ще раз");

    public static FileRefused HugePicture(string file) =>
        new(RefusalCode.TooLarge, $"У зображенні {Quoted(file)} понад 40 мегапікселів. Зменште його й додайте ще раз");

    /// <summary>A photograph whose data beside the picture cannot be told apart from it: it is not kept with them.</summary>
    public static FileRefused UncleanPicture(string file, Exception cause) =>
        new(RefusalCode.Damaged, $"З файлу {Quoted(file)} не вдалося вилучити дані про місце зйомки. Збережіть зображення як JPG або PNG і додайте ще раз", cause);

    public static FileRefused Scan(string file) =>
        new(RefusalCode.Scan, $"Файл {Quoted(file)} — скан без тексту. Прочитайте його командою zakhid read --ocr або додайте DOCX");

    public static FileRefused ConverterMissing(string file, string program) =>
        new(RefusalCode.ConverterMissing, $"Для файлу {Quoted(file)} потрібна програма {program}. Установіть її або збережіть файл як DOCX");

    public static FileRefused PdfMissing(string program) =>
        new(RefusalCode.ConverterMissing, $"Щоб зберегти PDF, потрібна програма {program}. Установіть її або візьміть DOCX");

    public static FileRefused ConverterFailed(string file, string program, Exception? cause = null) =>
        new(RefusalCode.ConverterFailed, $"Програма {program} не змогла обробити файл {Quoted(file)}. {SaveAgain}", cause);

    public static FileRefused TooSlow(string file, TimeSpan allowed) =>
        new(RefusalCode.TooSlow, $"Файл {Quoted(file)} оброблявся довше за {allowed.TotalSeconds:0} с. {SaveAgain}");

    /// <summary>A file name as it may be shown: no control or direction-changing characters, at most 80 signs.</summary>
    public static string Shown(string file)
    {
        var shown = string.Concat(file.EnumerateRunes().Where(r => !IsInvisible(r)).Take(80).Select(r => r.ToString())).Trim();
        return shown.Length == 0 ? "без назви" : shown;
    }

    static string Quoted(string file) => $"«{Shown(file)}»";

    static bool IsInvisible(System.Text.Rune rune) => System.Text.Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned || rune.Value == 0xFFFD;

    static string Megabytes(long bytes) => Math.Ceiling(bytes / 1048576.0).ToString("0", CultureInfo.InvariantCulture);

    /// <summary>Thousands apart by a non-breaking space («2 000»).</summary>
    static string Number(int number) => number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '\u00A0');
}
