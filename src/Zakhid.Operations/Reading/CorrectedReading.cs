using System.Globalization;
using Zakhid.Documents.Reading;

namespace Zakhid.Operations.Reading;

/// <summary>
/// A measure of a reading with the number that its corrections use: its place in the file as read, counted from zero; added
/// ones go on from there. The number never changes, whatever is added or removed beside it.
/// </summary>
public sealed record ReadMeasure(int Key, Measure Measure)
{
    public bool IsAdded { get; init; }
    public bool IsRemoved { get; init; }
    /// <summary>Where it stands in the corrected reading, from zero; null: removed.</summary>
    public int? Position { get; init; }

    public string Pointer(string field) => string.Create(CultureInfo.InvariantCulture, $"/measures/{Key}/{field}");
}

/// <summary>A reading with its corrections applied. Pure: the reading itself never changes.</summary>
public sealed class CorrectedReading
{
    public const string Removed = "вилучено", Kept = "повернуто", AddedAfter = "додано після";

    public IReadOnlyList<ReadMeasure> Measures { get; }
    readonly Dictionary<int, ReadMeasure> _byKey;
    readonly List<ReadMeasure> _standing;

    /// <summary>Places, doubts and remarks have the positions of this reading's own measures.</summary>
    public PlanReading Reading { get; }

    public CorrectedReading(PlanReading read, IReadOnlyList<Correction> corrections)
    {
        var reading = read;
        var measures = read.Measures.Select((m, i) => new ReadMeasure(i, m)).ToList();
        foreach (var correction in corrections)
        {
            var text = string.IsNullOrWhiteSpace(correction.Value) ? null : correction.Value.Trim();
            switch (correction.Pointer.Split('/', StringSplitOptions.RemoveEmptyEntries))
            {
                case ["act", var field]: reading = ReadingFields.With(reading, field, text); break;
                case ["plan", "title"]: reading = reading with { PlanTitle = text }; break;
                case ["measures", var key] when Number(key) is { } n: ChangeList(measures, n, text); break;
                case ["measures", var key, var field] when Number(key) is { } n && measures.FindIndex(m => m.Key == n) is >= 0 and var at:
                    measures[at] = measures[at] with { Measure = ReadingFields.With(measures[at].Measure, field, text) };
                    break;
            }
        }
        var position = 0;
        Measures = [.. measures.Select(m => m.IsRemoved ? m : m with { Position = position++ })];
        _byKey = Measures.ToDictionary(m => m.Key);
        _standing = [.. Measures.Where(m => !m.IsRemoved)];
        Reading = corrections.Count == 0 ? read : reading with
        {
            Measures = [.. _standing.Select(m => m.Measure)],
            Sections = [.. read.Sections.Concat(_standing.Select(m => m.Measure.Section).OfType<string>()).Distinct(StringComparer.Ordinal)],
            Places = Moved(read.Places).ToDictionary(p => p.Pointer, p => p.Value, StringComparer.Ordinal),
            Unsure = [.. Moved(read.Unsure.Select(u => KeyValuePair.Create(u, true))).Select(p => p.Pointer)],
            Remarks = [.. read.Remarks.Select(r => ToPosition(r.Pointer) is { } pointer ? r with { Pointer = pointer } : null).OfType<Remark>()],
        };
    }

    public ReadMeasure? Find(int key) => _byKey.GetValueOrDefault(key);

    /// <summary>«/measures/3/text» by position → by the measure's number.</summary>
    public string ToKey(string pointer)
    {
        var parts = pointer.Split('/');
        return parts is ["", "measures", var at, ..] && Number(at) is { } position && position < _standing.Count ? Replace(parts, _standing[position].Key) : pointer;
    }

    /// <summary>By the measure's number → by position; null: the measure is removed.</summary>
    public string? ToPosition(string pointer)
    {
        var parts = pointer.Split('/');
        if (parts is not ["", "measures", var key, ..] || Number(key) is not { } n) return pointer;
        return Find(n)?.Position is { } position ? Replace(parts, position) : null;
    }

    IEnumerable<(string Pointer, T Value)> Moved<T>(IEnumerable<KeyValuePair<string, T>> pointers)
    {
        foreach (var (pointer, value) in pointers)
            if (ToPosition(pointer) is { } moved) yield return (moved, value);
    }

    static void ChangeList(List<ReadMeasure> measures, int key, string? what)
    {
        var at = measures.FindIndex(m => m.Key == key);
        if (at >= 0) measures[at] = measures[at] with { IsRemoved = what == Removed };
        else if (what?.StartsWith(AddedAfter, StringComparison.Ordinal) == true && int.TryParse(what.AsSpan(AddedAfter.Length), NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var before))
            measures.Insert(measures.FindIndex(m => m.Key == before) + 1, new(key, new() { Text = "" }) { IsAdded = true });
    }

    static string Replace(string[] parts, int number) => string.Join('/', parts.Select((part, i) => i == 2 ? number.ToString(CultureInfo.InvariantCulture) : part));

    static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;
}
