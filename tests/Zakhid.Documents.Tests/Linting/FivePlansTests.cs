using Zakhid.Documents.Reading;

namespace Zakhid.Documents.Tests.Linting;

/// <summary>What a lawyer finds in the five real plans.</summary>
public sealed class FivePlansTests
{
    [Theory]
    [InlineData("000_037cd6b8dd79fcd7.docx", "reporting.none /act/reporting, criterion.none /measures, executor.outside /measures/0/executors")]
    [InlineData("001_f86b5c76f6107ff5.docx", "reporting.short-slack /act/reporting, executor.outside /measures/4/executors, criterion.no-number /measures/5/criteria, criterion.no-base /measures/6/criteria, criterion.no-number /measures/7/criteria, term.begun /measures/10/term_text")]
    [InlineData("002_d80e42a410d479c1.docx", "act.draft /act/status, reporting.none /act/reporting, criterion.none /measures, executor.unknown /measures/0/executors")]
    [InlineData("003_b7bc07e3d7c28862.docx", "act.draft /act/status, reporting.none /act/reporting, term.none /measures, criterion.none /measures, number.repeated /measures/8/no")]
    [InlineData("004_c1c52d2aa4e1ed30.docx", "criterion.none /measures, executor.all-consent /measures/5/executors, term.before-data /measures/8/term_text")]
    public void The_linter_finds(string file, string found) =>
        Assert.Equal(found, string.Join(", ", Read(file).Remarks.Select(r => $"{r.Code} {r.Pointer}")));

    [Theory]
    [InlineData("000_037cd6b8dd79fcd7.docx", "executor.outside", "Видавцеві акта не підпорядковано: «виконавчі комітети міських, селищних, сільських рад»; слів «за згодою» немає (так у 7 заходах).")]
    [InlineData("001_f86b5c76f6107ff5.docx", "reporting.short-slack", "На узагальнення лишається один день: виконавці звітують до 17-го, узагальнення — до 18-го.")]
    [InlineData("001_f86b5c76f6107ff5.docx", "term.begun", "Строк «ІІ-ІV квартали» охоплює II квартал, що минув до дати акта, 3 серпня 2020 року.")]
    [InlineData("001_f86b5c76f6107ff5.docx", "criterion.no-base", "Критерій називає лише напрям, без числа і бази: «Збільшення кількості електронних довірчих та фінансових послуг».")]
    [InlineData("002_d80e42a410d479c1.docx", "executor.unknown", "З назви «зацікавлені представники ГО» не видно, хто це (так у 4 заходах).")]
    [InlineData("003_b7bc07e3d7c28862.docx", "criterion.none", "План не називає критерію ефективності для 35 заходів.")]
    [InlineData("003_b7bc07e3d7c28862.docx", "number.repeated", "Номер 1.8 повторюється: його має також захід «Підготовка періодичних публікацій на офіційних медіа-ресурсах Коломийської…».")]
    [InlineData("003_b7bc07e3d7c28862.docx", "term.none", "План не називає строку для 35 заходів.")]
    [InlineData("004_c1c52d2aa4e1ed30.docx", "executor.all-consent", "Усі виконавці — «за згодою»: доручити цей захід нікому.")]
    [InlineData("004_c1c52d2aa4e1ed30.docx", "term.before-data", "Звіт має бути 25 грудня 2020 року, а дані виконавців за IV квартал надходять того самого дня.")]
    public void It_says_in_words(string file, string code, string sentence) =>
        Assert.Equal(sentence, Assert.Single(Read(file).Remarks, r => r.Code == code).Text);

    [Fact]
    public void Every_remark_on_a_measure_shows_a_place_in_the_source() =>
        Assert.All(Read("001_f86b5c76f6107ff5.docx").Remarks.Where(r => r.Pointer.StartsWith("/measures/", StringComparison.Ordinal)), r => Assert.NotNull(r.Place?.Row));

    [Fact]
    public void Reading_a_plan_twice_says_nothing_twice()
    {
        var once = Read("003_b7bc07e3d7c28862.docx");

        Assert.Equal(once.Remarks, Linted.Of(once).Remarks);
    }

    static PlanReading Read(string file) => Linted.Of(PlanReader.Read(DocumentFile.Open(Cases.Plan(file))));
}
