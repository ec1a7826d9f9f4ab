namespace Zakhid.Reporting;

/// <summary>The coordinator confirmed a state, the declared one or another. <see cref="Alone"/>: «прийнято без другої особи».</summary>
public sealed record Acceptance(Deed Deed, ExecutionState Confirmed, bool Alone) : ReportFact(Deed)
{
    /// <summary>
    /// Accepted by the one who handed it in, it is marked: nobody else has looked at it. What came on paper has a second person
    /// behind it, the one who signed the paper.
    /// </summary>
    /// <param name="by">Who accepts, and when.</param>
    /// <param name="submittedBy">Who handed it in.</param>
    /// <param name="onBehalf">The paper it came on; null: none.</param>
    /// <param name="confirmed">What is confirmed, whatever was declared.</param>
    public static Acceptance Of(Deed by, long submittedBy, string? onBehalf, ExecutionState confirmed) => new(by, confirmed, submittedBy == by.By && onBehalf is null);
}
