namespace Zakhid.Criteria;

public enum TargetType { Threshold, Frequency, Change, MetricOnly, Fact, Goal, Schedule, ReportedValue }

public enum Comparison { AtLeast, AtMost, Equal, MoreThan, About, Between, Increase, Decrease }

public enum ValueKind { Absolute, Percent, PercentagePoint, Multiple }

/// <summary>
/// One countable (or plainly uncountable) thing that a criterion's text asks for. Units are as printed («осіб»); values
/// are plain numbers («10 тисяч» is 10000). Conventions: docs/specs/criteria.md.
/// </summary>
public sealed record Target
{
    public required TargetType Type { get; init; }
    /// <summary>What is counted, as near to the printed words as can be.</summary>
    public string? Metric { get; init; }
    public Comparison? Op { get; init; }
    public decimal? Value { get; init; }
    public decimal? ValueTo { get; init; }
    public decimal? ValueFrom { get; init; }
    public string? Unit { get; init; }
    public ValueKind ValueIs { get; init; } = ValueKind.Absolute;
    public PeriodLength? Per { get; init; }
    public string? Baseline { get; init; }
    /// <summary>The day by which the value is to be reached («2027 рік – A»).</summary>
    public string? By { get; init; }
    public string? Population { get; init; }
    public string? Scope { get; init; }
    /// <summary>False: as written, nobody can say whether it was reached.</summary>
    public required bool Measurable { get; init; }
    public Text.Span Span { get; init; }
}

/// <summary>What the criterion cell of a measure asks for.</summary>
public sealed record CriteriaReading(string Phrase, IReadOnlyList<Target> Targets, bool Ambiguous, IReadOnlyList<Text.Span> LeftOver);
