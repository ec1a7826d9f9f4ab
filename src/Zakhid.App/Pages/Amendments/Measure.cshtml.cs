using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Pages.Imports;
using Zakhid.App.Web;
using Zakhid.Operations.Amendments;
using Zakhid.Operations.Reading;

namespace Zakhid.App.Pages.Amendments;

/// A measure of the plan as amended, changed or added by hand.
[Access(Role.Coordinator)]
sealed class MeasureModel : WorkPage
{
    public AmendmentSheet Sheet { get; private set; } = null!;
    /// Null: a measure that is being added.
    public ReadMeasure? Measure { get; private set; }
    public int After { get; private set; }
    public Dictionary<string, string?> Typed { get; } = new(StringComparer.Ordinal);
    public string Here => string.Create(CultureInfo.InvariantCulture, $"/amendments/{Sheet.Id}");

    public async Task<IActionResult> OnGet(long id, string key) => await Load(id, key) ? Page() : To($"/amendments/{id}");

    public async Task<IActionResult> OnPost(long id, string key, int? after)
    {
        if (!await Load(id, key)) return To($"/amendments/{id}");
        After = after ?? After;
        foreach (var field in ReadingFields.Measure) if (Request.Form.ContainsKey(field)) Typed[field] = Request.Form[field];
        return await Try(rule => rule == "reading.text-missing" ? "text" : "term_text", async () =>
        {
            if (Measure is null) await new EditAmendment(Store).Add(Me, Now, id, After, Typed, Stop);
            else await new EditAmendment(Store).Change(Me, Now, id, Typed.ToDictionary(t => Measure.Pointer(t.Key), t => t.Value, StringComparer.Ordinal), Stop);
        }) ? To($"{Here}#measures") : Page();
    }

    async Task<bool> Load(long id, string key)
    {
        Sheet = await Read(r => AmendmentSheet.Find(r, id));
        if (!Sheet.IsOpen || Sheet.Base is null) return false;
        var standing = Sheet.Corrected.Measures.Where(m => !m.IsRemoved).ToList();
        After = standing.Count == 0 ? -1 : standing[^1].Key;
        if (key == "new") return true;
        Measure = int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Sheet.Corrected.Find(number) : null;
        return Measure is not null ? true : throw new RuleBroken("measure.unknown");
    }

    public string? Value(string field) => Typed.TryGetValue(field, out var typed) ? typed : Measure is null ? null : Sheet.Value(Measure.Pointer(field));

    /// What stood in the plan before the amendment; null: the same.
    public string? Was(string field)
    {
        if (Measure is not { Key: var key } || key >= Sheet.Amended.Origins.Count || Sheet.Amended.Origins[key] is not { } at) return null;
        var was = ReadingFields.Of(Sheet.Base!.Reading.Measures[at], field, Sheet.Base.Reading.Act.Issuer);
        return was == Value(field) ? null : was ?? "—";
    }

    public string Name(string field) => FieldNames.Of(field, English);

    public string? Hint(string field) => field == "executors" ? T("Кожен з нового рядка: «назва — співвиконавець (за згодою)»", "One a line: «name — співвиконавець (за згодою)»") : FieldNames.Hint(field, English);
}
