using Zakhid.Reporting;

namespace Zakhid.Control;

/// <summary>What happened to the control of a measure, with who, when and the document it stands on.</summary>
public abstract record ControlFact(Deed Deed, string Ground);

public sealed record ControlStart(Deed Deed, string Ground) : ControlFact(Deed, Ground);

/// <summary>The term was moved on. <see cref="AfterTerm"/>: too late to cure the delay that had already begun.</summary>
public sealed record Extension(Deed Deed, string Ground, DateOnly To, bool AfterTerm) : ControlFact(Deed, Ground);

public sealed record RemovalFromControl(Deed Deed, string Ground) : ControlFact(Deed, Ground);

/// <summary>
/// Control over one measure as the facts about it. <see cref="Term"/> is the measure's own last day; null for «Постійно»,
/// which cannot be extended and is never overdue. Immutable; a deed gives the fact to keep or throws.
/// </summary>
public sealed record MeasureControl(DateOnly? Term, IReadOnlyList<ControlFact> Facts)
{
    public ControlState State => Facts switch
    {
        [] => ControlState.NotStarted,
        [.., RemovalFromControl] => ControlState.Removed,
        _ => Facts.Any(fact => fact is Extension) ? ControlState.Extended : ControlState.OnControl,
    };

    /// <summary>The last day as it stands now.</summary>
    public DateOnly? CurrentTerm => Facts.OfType<Extension>().LastOrDefault()?.To ?? Term;

    public DateOnly? RemovedOn => Facts is [.., RemovalFromControl removal] ? removal.Deed.Day : null;

    public MeasureControl With(ControlFact fact) => this with { Facts = [.. Facts, fact] };

    /// <exception cref="RuleBroken">«control.started»; «control.ground-missing».</exception>
    public ControlStart Start(Deed by, string ground)
    {
        if (State is ControlState.OnControl or ControlState.Extended) throw new RuleBroken("control.started");
        return new(by, Grounded(ground));
    }

    /// <exception cref="RuleBroken">«control.not-started»; «control.removed»; «extension.no-term»; «extension.not-later»; «control.ground-missing».</exception>
    public Extension Extend(Deed by, DateOnly to, string ground)
    {
        MustBeOnControl();
        if (CurrentTerm is not { } term) throw new RuleBroken("extension.no-term");
        if (to <= term) throw new RuleBroken("extension.not-later", term);
        return new(by, Grounded(ground), to, AfterTerm: by.Day > term);
    }

    /// <exception cref="RuleBroken">«control.not-started»; «control.removed»; «control.ground-missing».</exception>
    public RemovalFromControl Remove(Deed by, string ground)
    {
        MustBeOnControl();
        return new(by, Grounded(ground));
    }

    void MustBeOnControl()
    {
        if (State == ControlState.NotStarted) throw new RuleBroken("control.not-started");
        if (State == ControlState.Removed) throw new RuleBroken("control.removed", RemovedOn!.Value);
    }

    static string Grounded(string ground) => string.IsNullOrWhiteSpace(ground) ? throw new RuleBroken("control.ground-missing") : ground.Trim();
}
