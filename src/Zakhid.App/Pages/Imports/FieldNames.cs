namespace Zakhid.App.Pages.Imports;

/// What the fields of a reading are called on the page, and how each is written.
static class FieldNames
{
    static readonly Dictionary<string, (string Ukrainian, string English)> _names = new(StringComparer.Ordinal)
    {
        ["authority"] = ("Видавник", "Issuer"),
        ["kind"] = ("Вид акта", "Kind of act"),
        ["number"] = ("Номер акта", "Number of the act"),
        ["date"] = ("Дата акта", "Date of the act"),
        ["title"] = ("Назва акта", "Title of the act"),
        ["signatory"] = ("Підписав", "Signed by"),
        ["control"] = ("Контроль покладено", "Control is laid on"),
        ["reporting"] = ("Звітування", "Reporting"),
        ["plan"] = ("Назва плану", "Title of the plan"),
        ["no"] = ("Номер", "Number"),
        ["section"] = ("Розділ", "Section"),
        ["goal"] = ("Комунікаційна ціль", "Goal"),
        ["text"] = ("Найменування заходу", "Measure"),
        ["audience"] = ("Цільова аудиторія", "Audience"),
        ["criteria"] = ("Критерій ефективності", "Criterion"),
        ["term_text"] = ("Строк", "Term"),
        ["place"] = ("Місце проведення", "Venue"),
        ["funding"] = ("Фінансування", "Funding"),
        ["executors"] = ("Виконавці", "Executors"),
        ["supervisors"] = ("Керівники", "Supervisors"),
    };

    public static string Of(string field, bool english) => _names.TryGetValue(field, out var name) ? english ? name.English : name.Ukrainian : field;

    /// A field of a pointer: «/measures/3/term_text» is «term_text», «/plan/title» is «plan».
    public static string FieldOf(string pointer) => pointer == "/plan/title" ? "plan" : pointer[(pointer.LastIndexOf('/') + 1)..];

    /// What stands at a field as an anchor of the page: «f3-term_text», «f-date».
    public static string Anchor(string pointer) => pointer.Split('/') is ["", "measures", var key, var field] ? $"f{key}-{field}" : $"f-{FieldOf(pointer)}";

    /// Written in one line, whatever it says.
    public static bool IsLine(string field) => field is "no" or "number" or "kind" or "date" or "signatory" or "place" or "section";

    /// As many lines as the text needs, and one to spare.
    public static int Rows(string? value) => Math.Clamp(((value?.Length ?? 0) / 50) + (value?.Count(c => c == '\n') ?? 0) + 2, 2, 14);

    public static string? Hint(string field, bool english) => field switch
    {
        "date" => english ? "For instance 25.12.2026 or 25 грудня 2026" : "Наприклад: 25.12.2026 або 25 грудня 2026",
        "control" => english ? "As the act says it, one a line" : "Словами акта, кожен з нового рядка",
        "supervisors" => english ? "One a line" : "Кожен з нового рядка",
        "reporting" => english ? "One duty a line: who — to whom: how often and by which day (clause)" : "Кожен обов’язок з нового рядка: хто — кому: як часто й до якого числа (пункт)",
        "section" => english ? "One of the plan's sections, or a new one" : "Один із розділів плану або новий",
        "term_text" => english ? "In the words of the act: they are read anew" : "Словами акта: їх прочитаємо заново",
        _ => null,
    };
}
