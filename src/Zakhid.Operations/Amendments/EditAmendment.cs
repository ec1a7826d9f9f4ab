using System.Globalization;
using Zakhid.Operations.Reading;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Amendments;

/// <summary>
/// What the grammar could not carry out, or what has no file, a person changes by hand in the plan's new text; a question of the
/// reading is answered by saying that it was looked at.
/// </summary>
public sealed class EditAmendment(Store store)
{
    /// <summary>Several fields at once, all or none; what is equal to what stands there changes nothing.</summary>
    /// <param name="values">Pointer («/measures/3/term_text», «/act/reporting», «/plan/title») → text.</param>
    /// <exception cref="RuleBroken">«amendment.unknown», «amendment.not-for-you», «amendment.done», «amendment.no-plan», «measure.unknown», «reading.too-long», «reading.date», «reading.reporting», «reading.text-missing».</exception>
    public Task Change(Actor by, Moment at, long amendment, IReadOnlyDictionary<string, string?> values, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        var sheet = await AmendmentDrafts.Open(w, amendment);
        var changes = new List<(string, string?, string?)>();
        foreach (var (pointer, typed) in values)
        {
            var before = sheet.Value(pointer);
            var value = typed?.ReplaceLineEndings("\n").Trim() == before ? before : CorrectReading.Checked(pointer, typed);
            if (value != before) changes.Add((pointer, value, before));
        }
        await Keep(w, sheet, changes);
    }, stop);

    /// <summary>A measure that the amending act adds.</summary>
    /// <param name="after">The key of the measure that it follows; −1: it is the first.</param>
    /// <returns>Its key.</returns>
    /// <exception cref="RuleBroken">As above.</exception>
    public Task<int> Add(Actor by, Moment at, long amendment, int after, IReadOnlyDictionary<string, string?> fields, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        var sheet = await AmendmentDrafts.Open(w, amendment);
        if (after >= 0 && sheet.Corrected.Find(after) is null) throw new RuleBroken("measure.unknown");
        CorrectReading.Checked("text", fields.GetValueOrDefault("text"));
        var key = sheet.Corrected.Measures.Count == 0 ? 0 : sheet.Corrected.Measures.Max(m => m.Key) + 1;
        List<(string, string?, string?)> changes = [(Pointer(key), string.Create(CultureInfo.InvariantCulture, $"{CorrectedReading.AddedAfter} {after}"), null)];
        foreach (var (field, typed) in fields)
            if (CorrectReading.Checked($"{Pointer(key)}/{field}", typed) is { } value) changes.Add(($"{Pointer(key)}/{field}", value, null));
        await Keep(w, sheet, changes);
        return key;
    }, stop);

    /// <summary>A measure is excluded, or stays after all.</summary>
    /// <exception cref="RuleBroken">As above.</exception>
    public Task Exclude(Actor by, Moment at, long amendment, int measure, bool exclude = true, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        var sheet = await AmendmentDrafts.Open(w, amendment);
        var found = sheet.Corrected.Find(measure) ?? throw new RuleBroken("measure.unknown");
        if (found.IsRemoved == exclude) return;
        var (value, before) = exclude ? (CorrectedReading.Removed, CorrectedReading.Kept) : (CorrectedReading.Kept, CorrectedReading.Removed);
        await Keep(w, sheet, [(Pointer(measure), value, before)]);
    }, stop);

    /// <summary>A question was looked at; whatever it needed has been done by hand.</summary>
    /// <exception cref="RuleBroken">«amendment.unknown», «amendment.not-for-you», «amendment.done».</exception>
    public Task Answer(Actor by, Moment at, long amendment, string question, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        var sheet = await AmendmentDrafts.Open(w, amendment);
        if (sheet.Open.Any(d => d.Pointer == question)) await Keep(w, sheet, [(question, "враховано", null)]);
    }, stop);

    static string Pointer(int key) => string.Create(CultureInfo.InvariantCulture, $"/measures/{key}");

    static async Task Keep(WriteScope w, AmendmentSheet sheet, IReadOnlyList<(string Pointer, string? Value, string? Before)> changes)
    {
        if (sheet.Base is null) throw new RuleBroken("amendment.no-plan");
        if (changes.Count == 0) return;
        await w.DoMany("amendment_correction", changes.Select((c, i) => new { AmendmentId = sheet.Id, Position = sheet.Corrections.Count + i + 1, c.Pointer, c.Value, c.Before, w.At.Day, w.At.At, PersonId = w.By.Person }).ToList());
        foreach (var c in changes) await w.Log("amendment.edited", $"amendment/{sheet.Id}", new { c.Pointer, c.Before, c.Value });
    }
}
