namespace Zakhid.Operations.People;

/// <summary>A signed-in person for the time of one request: who, in which authority, on which day.</summary>
public sealed record Visit
{
    public required Actor Actor { get; init; }
    /// <summary>Authority's day and clock, and the machine's.</summary>
    public required Moment Now { get; init; }
    public required string Login { get; init; }
    public required string Post { get; init; }
    /// <summary>Null: named by post, no person invented.</summary>
    public string? Name { get; init; }
    public required string Language { get; init; }
    public required string AuthorityCode { get; init; }
    public required string AuthorityName { get; init; }
    /// <summary>The day is moved: a demonstration.</summary>
    public required bool DayIsMoved { get; init; }
    public required bool IsSample { get; init; }
    /// <summary>Nothing but choosing one's own password is open.</summary>
    public required bool MustChoosePassword { get; init; }
    /// <summary>To be repeated by every form.</summary>
    public required string Csrf { get; init; }
    public required DateTimeOffset IdleUntil { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
}
