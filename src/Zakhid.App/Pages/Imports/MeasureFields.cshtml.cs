using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Documents;
using Zakhid.Operations.Reading;

namespace Zakhid.App.Pages.Imports;

/// All fields of one measure, read or added by hand, beside the rows that it was read from.
[Access(Role.Coordinator)]
sealed class MeasureFieldsModel : ImportPage
{
    /// Null: a measure that is being added.
    public ReadMeasure? Measure { get; private set; }
    public int After { get; private set; } = -1;
    public SourcePane Pane { get; private set; } = null!;
    public Dictionary<string, string?> Typed { get; } = new(StringComparer.Ordinal);

    public string Pointer(string field) => Measure?.Pointer(field) ?? $"/measures/new/{field}";
    public string? Value(string field) => Typed.TryGetValue(field, out var typed) ? typed : Measure is null ? null : Sheet.Value(Pointer(field));

    public async Task<IActionResult> OnGet(long id, string key, int after = -1) => await Load(id, key, after) ? Page() : To($"/imports/{id}");

    public async Task<IActionResult> OnPost(long id, string key, long version, int after = -1)
    {
        if (!await Load(id, key, after)) return To($"/imports/{id}");
        foreach (var field in ReadingFields.Measure.Where(IsSent)) Typed[field] = Sent(field);
        foreach (var (field, typed) in Typed)
            if (typed?.Length > ReadingFields.Longest(field)) Mend.Add((field, RuleWords.Of(new("reading.too-long", typed.Length, ReadingFields.Longest(field)), English)));
        if (string.IsNullOrWhiteSpace(Value("text"))) Mend.Add(("text", RuleWords.Of(new("reading.text-missing"), English)));
        if (Mend.Count > 0) return Page();

        var saved = Measure?.Key ?? 0;
        return await Try("text", async () =>
        {
            if (Measure is null) saved = await new AddMeasure(Store).Run(Me, Now, id, After, Typed, Stop);
            // What was doubtful in this measure has been looked at now.
            else await new CorrectReading(Store).Run(Me, Now, id, Typed.ToDictionary(t => Pointer(t.Key), t => t.Value, StringComparer.Ordinal), [.. Sheet.Open.Select(d => d.Pointer)], version, Stop);
        }) ? To($"/imports/{id}#m{saved.ToString(CultureInfo.InvariantCulture)}") : Page();
    }

    public async Task<IActionResult> OnPostRemove(long id, string key)
    {
        if (!await Load(id, key, -1) || Measure is null) return To($"/imports/{id}");
        return await Try("remove", () => new RemoveMeasure(Store).Run(Me, Now, id, Measure.Key, Stop)) ? To($"/imports/{id}#m{Measure.Key.ToString(CultureInfo.InvariantCulture)}") : Page();
    }

    async Task<bool> Load(long id, string key, int after)
    {
        await LoadSheet(id);
        if (Sheet.PlanId is not null) return false;
        if (int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) Measure = Sheet.Measure(number);
        After = Sheet.Measures.Any(m => m.Key == after) ? after : -1;
        // One that was added stands beside the rows of the measure before it.
        var shown = Measure is { IsAdded: false } ? Measure.Key : Sheet.Measures.LastOrDefault(m => !m.IsAdded && (Measure is null ? m.Key == After : m.Position < Measure.Position))?.Key;
        var start = $"/measures/{shown ?? 0}/";
        var places = Sheet.Read.Places.Where(p => p.Key.StartsWith(start, StringComparison.Ordinal)).Select(p => p.Value).ToList();
        var links = Measure is null ? [] : ReadingFields.Measure.Select(f => (Place: Sheet.PlaceOf(Pointer(f)), Field: f)).Where(x => x.Place is not null).Select(x => (x.Place!, new PlaceLink(x.Field, Name(x.Field)))).ToList();
        Pane = await PaneOf(links, places);
        return true;
    }
}
