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
    /// <summary>The body that a unit belongs to, nominative: as printed, else implied by its neighbours or by the authority.</summary>
    public string? Parent { get; init; }
    public ExecutorRole Role { get; init; } = ExecutorRole.Responsible;
    public bool ByConsent { get; init; }
    /// <summary>Name of the person beside a post or of a unit's head.</summary>
    public string? Head { get; init; }
    public string? Qualifier { get; init; }
    /// <summary>As a plan prints it: the parent kept, shared head and qualifier given to each, «(за згодою)» taken away.</summary>
    public required string Printed { get; init; }
    public Text.Span Span { get; init; }

    /// <summary>Many bodies under one name, whose members the register tells.</summary>
    public bool IsGroup => Kind == ExecutorKind.Class || (Kind == ExecutorKind.AdvisoryBody && ClassKey is not null);

    /// <summary>Somebody can be asked for a report: a body, a group, a post or a person, and not «зацікавлені представники».</summary>
    public bool IsIdentifiable => Kind is not ExecutorKind.Unspecified;
}

/// <summary>What an executor cell says.</summary>
public sealed record ExecutorReading(string Phrase, IReadOnlyList<Executor> Executors, bool Ambiguous, IReadOnlyList<IReadOnlyList<Executor>> Alternatives, IReadOnlyList<Text.Span> LeftOver)
{
    /// <summary>
    /// What a plan lists: a body and the person printed beside it are two; who only supervises or controls is left out.
    /// </summary>
    public IReadOnlyList<PrintedExecutor> Listed
    {
        get
        {
            var listed = new List<PrintedExecutor>();
            foreach (var executor in Executors)
            {
                if (executor.Role is ExecutorRole.Controller or ExecutorRole.Supervisor && Executors.Any(e => e.Role is not (ExecutorRole.Controller or ExecutorRole.Supervisor))) continue;
                listed.Add(new(executor.Printed, executor.ByConsent));
                if (executor is { Head: { } head, Kind: not ExecutorKind.OfficeHolder }) listed.Add(new(head, executor.ByConsent));
            }
            return listed;
        }
    }
}
