using Zakhid.Reporting;

namespace Zakhid.Control;

/// <summary>An answer of a body «за згодою», or that it gave none, with the paper it came on.</summary>
public sealed record ConsentFact(Deed Deed, ConsentState State, string? Note = null);

/// <summary>
/// The consent of one body to one assignment: asked from the day the plan is put under control. Agreed, its obligations are
/// ordinary; declined, they lapse; until then they are shown apart, outside every denominator.
/// </summary>
public sealed record Consent(IReadOnlyList<ConsentFact> Facts)
{
    public ConsentState State => Facts is [.., var last] ? last.State : ConsentState.Asked;

    public bool IsOwed => State != ConsentState.Declined;

    /// <exception cref="RuleBroken">«consent.same»: it has given that answer already; «consent.asked»: nobody answers «запитано».</exception>
    public ConsentFact Answer(Deed by, ConsentState state, string? note = null)
    {
        if (state == ConsentState.Asked) throw new RuleBroken("consent.asked");
        if (Facts.Count > 0 && State == state) throw new RuleBroken("consent.same");
        return new(by, state, note);
    }
}
