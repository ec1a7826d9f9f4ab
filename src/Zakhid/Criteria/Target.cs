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
    /// <summary>«раз на два роки» is once in every 2 of <see cref="Per"/>.</summary>
    public int PerEvery { get; init; } = 1;
    /// <summary>What a change is measured from: a year («2019»), «previous_year», «previous_period», a figure, or «unspecified».</summary>
    public string? Baseline { get; init; }
    /// <summary>Of a change: <see cref="Value"/> is the level to be reached («до 65 %»), not the step («на 5 %»).</summary>
    public bool IsLevel { get; init; }
    /// <summary>The day by which the value is to be reached («2027 рік – A»), ISO; without a year «--07-01».</summary>
    public string? By { get; init; }
    public string? Population { get; init; }
    public string? Scope { get; init; }
    /// <summary>False: as written, nobody can say whether it was reached.</summary>
    public required bool Measurable { get; init; }
    public Text.Span Span { get; init; }
    /// <summary>No rule knew the words for what they ask: a person should look.</summary>
    public bool Doubt { get; init; }
}

/// <summary>What the criterion cell of a measure asks for.</summary>
public sealed record CriteriaReading(string Phrase, IReadOnlyList<Target> Targets, bool Ambiguous, IReadOnlyList<Text.Span> LeftOver);
