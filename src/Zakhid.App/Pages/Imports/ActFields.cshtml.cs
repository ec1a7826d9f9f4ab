using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Documents;
using Zakhid.Operations.Reading;

namespace Zakhid.App.Pages.Imports;

/// The requisites of the act, beside the paragraphs that they were read from.
[Access(Role.Coordinator)]
sealed class ActFieldsModel : ImportPage
{
    public static readonly IReadOnlyList<string> Pointers = [.. ReadingFields.Act.Select(f => $"/act/{f}"), "/plan/title"];

    public SourcePane Pane { get; private set; } = null!;
    public Dictionary<string, string?> Typed { get; } = new(StringComparer.Ordinal);

    public string? Value(string pointer) => Typed.TryGetValue(pointer, out var typed) ? typed : Sheet.Value(pointer);

    public async Task<IActionResult> OnGet(long id) => await Load(id) ? Page() : To($"/imports/{id}");

    public async Task<IActionResult> OnPost(long id, long version)
    {
        if (!await Load(id)) return To($"/imports/{id}");
        foreach (var pointer in Pointers.Where(p => IsSent(FieldNames.FieldOf(p)))) Typed[pointer] = Sent(FieldNames.FieldOf(pointer));
        foreach (var (pointer, typed) in Typed)
        {
            var field = FieldNames.FieldOf(pointer);
            if (typed?.Length > ReadingFields.Longest(field)) Mend.Add((field, RuleWords.Of(new("reading.too-long", typed.Length, ReadingFields.Longest(field)), English)));
        }
        if (Mend.Count > 0) return Page();
        return await Try(rule => rule == "reading.reporting" ? "reporting" : "date", () => new CorrectReading(Store).Run(Me, Now, id, Typed, [.. Sheet.Open.Select(d => d.Pointer)], version, Stop)) ? To($"/imports/{id}#act") : Page();
    }

    async Task<bool> Load(long id)
    {
        await LoadSheet(id);
        if (Sheet.PlanId is not null) return false;
        var places = Pointers.Select(Sheet.PlaceOf).OfType<Place>().ToList();
        if (places.Count == 0) places.Add(new(Paragraph: 1));
        var links = Pointers.Select(p => (Place: Sheet.PlaceOf(p), Field: FieldNames.FieldOf(p))).Where(x => x.Place is not null).Select(x => (x.Place!, new PlaceLink(x.Field, Name(x.Field)))).ToList();
        Pane = await PaneOf(links, places, around: 2);
        return true;
    }
}
