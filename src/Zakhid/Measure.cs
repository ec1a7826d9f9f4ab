namespace Zakhid;

/// <summary>
/// One line of a plan as it was read: printed texts, blanks collapsed, a row torn over pages joined. Null: the document
/// has no such column or the cell is empty. What the texts mean is told by the languages of <c>Terms</c>,
/// <c>Executors</c> and <c>Criteria</c>.
/// </summary>
public sealed record Measure
{
    /// <summary>As printed, without the last full stop; may repeat or be absent. Superscript 7¹ is «7-1».</summary>
    public string? Number { get; init; }
    /// <summary>The nearest heading above, within the same plan.</summary>
    public string? Section { get; init; }
    public required string Text { get; init; }
    public string? Goal { get; init; }
    public string? Audience { get; init; }
    public string? Criteria { get; init; }
    public string? Funding { get; init; }
    public IReadOnlyList<FundingItem> FundingItems { get; init; } = [];
    public string? TermText { get; init; }
    public string? Venue { get; init; }
    /// <summary>The executor cell as printed, line breaks kept: they may separate names.</summary>
    public string? ExecutorText { get; init; }
    public IReadOnlyList<PrintedExecutor> Executors { get; init; } = [];
    public IReadOnlyList<string> Supervisors { get; init; } = [];
    /// <summary>Year → target, for plans with indicators by year.</summary>
    public IReadOnlyDictionary<string, string> Indicators { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>An atomic executor of a measure: its name as printed with the shared head and qualifier given to each.</summary>
public sealed record PrintedExecutor(string Name, bool ByConsent)
{
    /// <summary>As a person said; null: as the cell says.</summary>
    public Executors.ExecutorRole? Role { get; init; }
}

/// <summary>Funding from one source: sums by year («2024»), «total» for the whole, in the units of the document.</summary>
public sealed record FundingItem(string Source, IReadOnlyDictionary<string, decimal> Sums);
