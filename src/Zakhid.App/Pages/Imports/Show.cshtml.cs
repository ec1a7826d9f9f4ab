using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Operations.Reading;

namespace Zakhid.App.Pages.Imports;

[Access(Role.Coordinator)]
sealed class ShowModel : WorkPage
{
    public ImportSheet Sheet { get; private set; } = null!;
    public string? Field { get; private set; }
    public string? Typed { get; private set; }

    /// What is doubtful and not answered yet; the first is asked first.
    public List<string> Open => [.. Sheet.Read.Unsure.Concat(Sheet.Read.Remarks.Where(r => r.Severity == Severity.Question).Select(r => r.Pointer)).Distinct(StringComparer.Ordinal).Where(p => !Sheet.IsCorrected(p))];

    public static readonly IReadOnlyList<(string Field, string Ukrainian, string English)> Requisites =
    [
        ("/act/authority", "Видавник", "Issuer"), ("/act/kind", "Вид акта", "Kind"), ("/act/number", "Номер", "Number"), ("/act/date", "Дата", "Date"), ("/act/title", "Назва", "Title"), ("/act/signatory", "Підписав", "Signed"),
    ];

    public static readonly IReadOnlyList<(string Field, string Ukrainian, string English)> Columns =
    [
        ("no", "Номер", "Number"), ("text", "Найменування заходу", "Measure"), ("goal", "Комунікаційна ціль", "Goal"), ("audience", "Цільова аудиторія", "Audience"), ("criteria", "Критерій", "Criterion"), ("funding", "Фінансування", "Funding"), ("term_text", "Строк", "Term"), ("executors", "Виконавці, кожен з нового рядка", "Executors, one a line"),
    ];

    public async Task<IActionResult> OnGet(long id, string? field)
    {
        await Load(id, field);
        return Sheet.PlanId is { } plan ? To($"/plans/{plan}") : Page();
    }

    public async Task<IActionResult> OnPostCorrect(long id, string? field, string? value)
    {
        Typed = value?.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
        await Load(id, field);
        return await Try("value", () => new CorrectReading(Store).Run(Me, Now, id, field ?? "", Typed is { Length: > 0 } ? Typed : null, Stop)) ? To($"/imports/{id}") : Page();
    }

    public async Task<IActionResult> OnPostAdopt(long id)
    {
        await Load(id, null);
        long plan = 0;
        return await Try("adopt", async () =>
        {
            if (Open.Count > 0) throw new RuleBroken("plan.questions", Open.Count);
            plan = await new AdoptImport(Store).Run(Me, Now, id, stop: Stop);
        }) ? To($"/plans/{plan}") : Page();
    }

    async Task Load(long id, string? field)
    {
        Sheet = await Read(r => ImportSheet.Find(r, id));
        Field = field ?? (Open.Count > 0 ? Open[0] : null);
    }

    public string? Value(string pointer) => ImportSheet.Value(Sheet.Reading, pointer);

    public string? Where(string pointer) => Sheet.Read.Places.TryGetValue(pointer, out var place)
        ? place.Table is { } table ? T($"таблиця {table}, рядок {place.Row}, клітинка {place.Cell}", $"table {table}, row {place.Row}, cell {place.Cell}")
            : place.Paragraph is { } paragraph ? T($"абзац {paragraph}", $"paragraph {paragraph}") : null
        : null;

    public string Label(string pointer)
    {
        var name = pointer.Split('/')[^1];
        var (_, uk, en) = Requisites.Concat(Columns).FirstOrDefault(c => c.Field == pointer || c.Field == name);
        return pointer.StartsWith("/measures/", StringComparison.Ordinal) && int.TryParse(pointer.Split('/')[2], out var n) ? $"{T("Захід", "Measure")} {n + 1}: {T(uk ?? name, en ?? name)}" : T(uk ?? name, en ?? name);
    }
}
