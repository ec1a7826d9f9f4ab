using System.Text;
using Zakhid.App.Tests.Web;
using Zakhid.Documents.Tests.Docx;
using Zakhid.Documents.Tests.Hostile;

namespace Zakhid.App.Tests.Journeys;

/// What a person reads when a file is not taken: what is wrong, with which file, what to do. Nothing of it is kept.
[Collection(nameof(DemoSite))]
public class RefusedFiles(DemoSite site)
{
    public static TheoryData<string, byte[], string> Files => new()
    {
        { "програма.docx", [0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0, 0, 0], "Файл «програма.docx» не схожий на документ. Додайте DOCX або TXT" },
        { "порожній.docx", [], "Файл «порожній.docx» порожній. Збережіть документ ще раз і додайте" },
        { "скан.pdf", Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n"), "Файл «скан.pdf» пошкоджено. Відкрийте його, збережіть як DOCX і додайте ще раз" },
        { "акт.docx", Hostile("a document behind a password"), "Файл «акт.docx» захищено паролем. Зніміть пароль і додайте ще раз" },
        { "акт.docx", Hostile("bomb: one part of zeros"), "Файл «акт.docx» після розпакування завеликий для документа. Попросіть автора зберегти його заново як DOCX" },
        { "акт.docx", Hostile("forged size: shorter than the text"), "У файлі «акт.docx» записано не той розмір, що є насправді. Попросіть автора зберегти його заново як DOCX" },
        { "акт.docx", Hostile("two documents under one name"), "Файл «акт.docx» побудовано так, щоб обійти перевірку. Попросіть автора зберегти його заново як DOCX" },
        { "великий.txt", new byte[26 << 20], "Файл «великий.txt» — 26 МБ. Можна до 25 МБ: зменште зображення або поділіть на частини" },
        { "акт.txt", Text("РОЗПОРЯДЖЕННЯ\n12 лютого 2021 року № 34\nПро відпустку\n1. Надати відпустку.\nМіський голова    Петро ЗРАЗОК"), "У файлі не знайдено заходів. Перевірте, чи це план, і додайте його ще раз" },
        { "лист.txt", Text("Шановні колеги!\nНа ваш лист від 01.02.2021 № 5 повідомляємо, що план заходів буде надіслано окремо.\nЗ повагою\nначальник відділу    Петро ЗРАЗОК"), "У файлі немає плану заходів: це схоже на лист. Додайте розпорядження чи рішення з планом" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_that_is_not_taken_says_why_and_what_to_do(string name, byte[] bytes, string sentence)
    {
        var coordinator = await site.SignIn("khmelnytskyi-koordynator");
        var before = await coordinator.Open("/plans");
        await coordinator.Open("/imports/new");

        var page = await coordinator.Upload("/imports/new", name, bytes);

        Assert.Contains($"<a href=\"#file\">{sentence}</a>", page, StringComparison.Ordinal);
        Assert.Contains($"<span class=\"err\" id=\"file-err\">{sentence}</span>", page, StringComparison.Ordinal);
        Assert.Equal(Imports(before), Imports(await coordinator.Open("/plans")));
    }

    [Fact]
    public async Task A_file_far_too_large_gets_the_same_sentence_and_not_a_broken_connection()
    {
        var coordinator = await site.SignIn("khmelnytskyi-koordynator");
        await coordinator.Open("/imports/new");

        var page = await coordinator.Upload("/imports/new", "завеликий.docx", new byte[31 << 20]);

        Assert.Contains("Файл «завеликий.docx» — 31 МБ. Можна до 25 МБ: зменште зображення або поділіть на частини", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_file_is_asked_for()
    {
        var coordinator = await site.SignIn("khmelnytskyi-koordynator");
        await coordinator.Open("/imports/new");

        Assert.Contains("Оберіть файл розпорядження або рішення", await coordinator.Post("/imports/new", []), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Macros_of_a_plan_are_not_run_and_that_is_said()
    {
        var coordinator = await site.SignIn("khmelnytskyi-koordynator");
        await coordinator.Open("/imports/new");
        var lines = Encoding.UTF8.GetString(ImportJourney.Act("701", "безпечний")).Split('\n');
        var file = DocxFile.Of(string.Concat(lines.Select(l => DocxFile.P(l.Trim())))).With("word/vbaProject.bin", "x").Bytes();

        var page = await coordinator.Upload("/imports/new", "план.docm", file);

        Assert.Contains("У файлі є макроси. Їх не запущено, текст прочитано", page, StringComparison.Ordinal);
        Assert.Contains("Збережіть файл як DOCX, щоб надсилати далі", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_hostile_document_says_is_text_on_the_page()
    {
        var coordinator = await site.SignIn("khmelnytskyi-koordynator");
        await coordinator.Open("/imports/new");
        var act = Encoding.UTF8.GetString(ImportJourney.Act("702", "<script>alert(1)</script><img src=//evil.example/x onerror=alert(1)>"));

        await coordinator.Upload("/imports/new", "<b>план</b>.txt", Text(act));
        var raw = Encoding.UTF8.GetString(await coordinator.Download(coordinator.Path));

        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>план", raw, StringComparison.Ordinal);
    }

    static string Imports(string plans) => string.Join(' ', System.Text.RegularExpressions.Regex.Matches(plans, "/imports/[0-9]+").Select(m => m.Value));
    static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
    static byte[] Hostile(string name) => HostileFiles.All().Single(f => f.Name == name).Bytes();
}
