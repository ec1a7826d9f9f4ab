using Zakhid.Amendments;

namespace Zakhid.Documents.Reading;

/// <summary>
/// What a signed file says: the act, its sections and measures. Every value has a place; what is doubtful is listed and
/// asked, never guessed in silence.
/// </summary>
public sealed record PlanReading
{
    public required string FileName { get; init; }
    public required Act Act { get; init; }
    public IReadOnlyList<string> Sections { get; init; } = [];
    public IReadOnlyList<Measure> Measures { get; init; } = [];
    /// <summary>The title of the plan itself, where it differs from the act's.</summary>
    public string? PlanTitle { get; init; }
    /// <summary>Who signed or approved the plan, where the file holds only the plan.</summary>
    public string? PlanSignedBy { get; init; }
    /// <summary>What the file seems to be when it holds no plan: «лист», «звіт», «протокол», …</summary>
    public string? LooksLike { get; init; }
    /// <summary>What an amending act changes in earlier acts and plans; empty for any other.</summary>
    public IReadOnlyList<Amendment> Amendments { get; init; } = [];
    public IReadOnlyList<Remark> Remarks { get; init; } = [];
    /// <summary>JSON pointer («/measures/3/text», «/act/date») → where it was read.</summary>
    public IReadOnlyDictionary<string, Place> Places { get; init; } = new Dictionary<string, Place>(StringComparer.Ordinal);
    /// <summary>JSON pointers of values that a person should look at first.</summary>
    public IReadOnlyList<string> Unsure { get; init; } = [];
}
