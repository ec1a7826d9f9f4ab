namespace Zakhid.Executors;

public enum ExecutorKind
{
    Unit, Class, Org, Person, OfficeHolder, AdvisoryBody, ExternalStateBody,
    /// <summary>Nobody can say who it is («зацікавлені представники ГО»): owes nothing, stays in the printed list.</summary>
    Unspecified,
    /// <summary>Names others by reference («виконавці, зазначені в пункті 3»).</summary>
    Reference,
}

public enum ExecutorRole { Responsible, Lead, CoExecutor, Participant, Supervisor, Controller, Consolidator }

/// <summary>
/// One body, class, post or person that a phrase names. <see cref="Name"/> is nominative, abbreviations not expanded,
/// without the parent body that a unit belongs to. Conventions: docs/specs/executors.md.
/// </summary>
public sealed record Executor
{
    public required string Name { get; init; }
    public required ExecutorKind Kind { get; init; }
    /// <summary>For classes that expand against the register of bodies («all_raion_administrations»).</summary>
    public string? ClassKey { get; init; }
    public string? Parent { get; init; }
    public ExecutorRole Role { get; init; } = ExecutorRole.Responsible;
    public bool ByConsent { get; init; }
    /// <summary>Name of the person beside a post or of a unit's head.</summary>
    public string? Head { get; init; }
    public string? Qualifier { get; init; }
    /// <summary>As a plan prints it: the parent kept, shared head and qualifier given to each, «(за згодою)» taken away.</summary>
    public required string Printed { get; init; }
    public Text.Span Span { get; init; }
}

/// <summary>What an executor cell says.</summary>
public sealed record ExecutorReading(string Phrase, IReadOnlyList<Executor> Executors, bool Ambiguous, IReadOnlyList<IReadOnlyList<Executor>> Alternatives, IReadOnlyList<Text.Span> LeftOver);
