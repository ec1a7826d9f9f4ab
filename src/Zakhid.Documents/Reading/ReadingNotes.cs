namespace Zakhid.Documents.Reading;

/// <summary>Places, doubts and remarks gathered while a file is read.</summary>
sealed class ReadingNotes
{
    public Dictionary<string, Place> Places { get; } = new(StringComparer.Ordinal);
    readonly HashSet<string> _doubted = new(StringComparer.Ordinal);

    public List<string> Unsure { get; } = [];
    public List<Remark> Remarks { get; } = [];

    public void At(string pointer, Place place) => Places.TryAdd(pointer, place);

    public void Doubt(string pointer)
    {
        if (_doubted.Add(pointer)) Unsure.Add(pointer);
    }

    public void Remark(string code, string pointer, Place? place, string text, string? proposal, Severity severity) => Remarks.Add(new(code, pointer, place, text, proposal, severity));
}
