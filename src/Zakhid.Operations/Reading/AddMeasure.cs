using System.Globalization;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Reading;

/// <summary>A measure that the reader missed is added by hand, after another one; it stays marked with who and when.</summary>
public sealed class AddMeasure(Store store)
{
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    /// <param name="import">Which reading.</param>
    /// <param name="after">The number of the measure that it follows (<see cref="ReadMeasure.Key"/>); −1: it is the first.</param>
    /// <param name="fields">Names of <see cref="ReadingFields.Measure"/> → text; «text» is needed.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <returns>The number that its corrections use.</returns>
    /// <exception cref="RuleBroken">Those of <see cref="CorrectReading"/>, «measure.unknown».</exception>
    public Task<int> Run(Actor by, Moment at, long import, int after, IReadOnlyDictionary<string, string?> fields, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        var sheet = await CorrectReading.Open(w, import);
        if (after >= 0) sheet.Measure(after);
        CorrectReading.Checked("text", fields.GetValueOrDefault("text"));
        var key = sheet.Measures.Count == 0 ? 0 : sheet.Measures.Max(m => m.Key) + 1;
        var added = string.Create(CultureInfo.InvariantCulture, $"{CorrectedReading.AddedAfter} {after}");
        List<Correction> changes = [new($"/measures/{key}", added, null, by.Person, at.At, at.Day, null)];
        foreach (var (field, typed) in fields)
            if (CorrectReading.Checked($"/measures/{key}/{field}", typed) is { } value) changes.Add(new($"/measures/{key}/{field}", value, null, by.Person, at.At, at.Day, null));
        await CorrectReading.Keep(w, sheet, changes);
        return key;
    }, stop);
}

/// <summary>What the reader took for a measure and is none is removed; it stays in the list, struck out, and can be put back.</summary>
public sealed class RemoveMeasure(Store store)
{
    /// <exception cref="RuleBroken">Those of <see cref="CorrectReading"/>, «measure.unknown».</exception>
    public Task Run(Actor by, Moment at, long import, int measure, CancellationToken stop = default) => Change(by, at, import, measure, remove: true, stop);

    /// <exception cref="RuleBroken">Those of <see cref="CorrectReading"/>, «measure.unknown».</exception>
    public Task Undo(Actor by, Moment at, long import, int measure, CancellationToken stop = default) => Change(by, at, import, measure, remove: false, stop);

    Task Change(Actor by, Moment at, long import, int measure, bool remove, CancellationToken stop) => store.Write(by, at, async w =>
    {
        var sheet = await CorrectReading.Open(w, import);
        if (sheet.Measure(measure).IsRemoved == remove) return;
        var (value, before) = remove ? (CorrectedReading.Removed, CorrectedReading.Kept) : (CorrectedReading.Kept, CorrectedReading.Removed);
        await CorrectReading.Keep(w, sheet, [new($"/measures/{measure}", value, before, by.Person, at.At, at.Day, null)]);
    }, stop);
}
