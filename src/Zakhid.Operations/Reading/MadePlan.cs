using Zakhid.Criteria;
using Zakhid.Executors;
using Zakhid.Obligations;
using Zakhid.Terms;

namespace Zakhid.Operations.Reading;

/// <summary>A plan as it is about to be kept: what was read and corrected, and what its phrases mean.</summary>
public sealed record MadePlan
{
    public required Act Act { get; init; }
    /// <summary>SHA-256 of the reading's text: tells a changed file of one act from the same file.</summary>
    public required string TextHash { get; init; }
    public required string Title { get; init; }
    public required PlanPeriod Days { get; init; }
    public string? SignedBy { get; init; }
    public IReadOnlyList<string> Sections { get; init; } = [];
    public required IReadOnlyList<MadeMeasure> Measures { get; init; }
    public IReadOnlyList<ReportingRule> Rules { get; init; } = [];
    /// <summary>The key of the body that consolidates, where the act names it or the coordinator said so.</summary>
    public string? CoordinatorKey { get; init; }
    public string? CoordinatorName { get; init; }
    /// <summary>Number or date was entered by hand; null: as printed.</summary>
    public CorrectedField? RequisitesByHand { get; init; }
}

/// <summary>A measure with what its phrases mean.</summary>
public sealed record MadeMeasure
{
    public required Measure Printed { get; init; }
    public Term? Term { get; init; }
    public IReadOnlyList<Target> Targets { get; init; } = [];
    public IReadOnlyList<MadeExecutor> Executors { get; init; } = [];
    /// <summary>Field («term_text») → where it was read.</summary>
    public IReadOnlyDictionary<string, Place> Places { get; init; } = new Dictionary<string, Place>(StringComparer.Ordinal);
    /// <summary>Field → who corrected it, when, and what was read before.</summary>
    public IReadOnlyDictionary<string, CorrectedField> Corrected { get; init; } = new Dictionary<string, CorrectedField>(StringComparer.Ordinal);
}

public sealed record CorrectedField(string? Printed, long By, DateTimeOffset At);

/// <summary>An executor and the key under which it is one body, however it is printed.</summary>
public sealed record MadeExecutor(Executor Executor, string BodyKey, string BodyName, bool Owes = true)
{
    /// <summary>The key of the name that the plan gives, where it leads to a body of another; kept as one more name of that body.</summary>
    public string? NamedKey { get; init; }
}
