using Zakhid.Calendar;
using Zakhid.Reporting;
using Zakhid.Text;

namespace Zakhid.Control;

/// <summary>Who set a day of control, and therefore who alone may move it.</summary>
public enum DateSetter
{
    /// <summary>The authority itself, by its own act or by an earlier decision of its own.</summary>
    Authority,
    /// <summary>A body above it: only a document of that body moves the day.</summary>
    HigherAct,
}

/// <summary>The document that a fact of control stands on, by its requisites.</summary>
/// <param name="Issuer">Nominative, as printed; null: not said.</param>
/// <param name="Kind">«розпорядження», «лист», «доповідна записка».</param>
/// <param name="Number">Registration number without «№».</param>
/// <param name="Date">The date of the document.</param>
public sealed record ControlDocument(string? Issuer, string Kind, string Number, DateOnly Date)
{
    /// <summary>«розпорядження від 21.07.2020 № 325-ОД, Сумська обласна державна адміністрація».</summary>
    public string Cited => $"{Kind} від {UkrainianDate.Short(Date)} № {Number}{(Issuer is { Length: > 0 } issuer ? $", {issuer}" : "")}";
}

/// <summary>What happened to the control of a measure, with who, when and the document it stands on. Facts are added and never changed.</summary>
public abstract record ControlFact(Deed Deed, string Ground)
{
    /// <summary>Its number once it is kept; 0 before.</summary>
    public long Id { get; init; }
    public ControlDocument? Document { get; init; }
    /// <summary>The body that asks, informs or is complained of; null where the fact is of no single body.</summary>
    public long? Body { get; init; }
}

public sealed record ControlStart(Deed Deed, string Ground) : ControlFact(Deed, Ground);

/// <summary>Put back under control after it was removed.</summary>
public sealed record ReturnToControl(Deed Deed, string Ground) : ControlFact(Deed, Ground);

/// <summary>
/// An executor asks that the day <see cref="Of"/> (nominal, as it stands then) become <see cref="To"/>. <see cref="Late"/>: fewer
/// than three working days before the term, «із запізненням». <see cref="OnBehalf"/>: the paper it came on, where the
/// coordinator enters it for the executor.
/// </summary>
public sealed record ExtensionRequest(Deed Deed, string Ground, DateOnly Of, DueDate To, bool Late, string? OnBehalf = null) : ControlFact(Deed, Ground);

/// <summary>
/// The day <see cref="Of"/> (nominal; it stays in the record) was moved on to <see cref="To"/>, which is now the day of
/// <see cref="SetBy"/>. <see cref="AfterTerm"/>: too late to cure the delay that had already begun. <see cref="Request"/>: the
/// number of the request that it grants; null: decided without one.
/// </summary>
public sealed record Extension(Deed Deed, string Ground, DateOnly Of, DueDate To, DateSetter SetBy, bool AfterTerm, long? Request = null) : ControlFact(Deed, Ground)
{
    /// <summary>An amending act has since given the measure another term: the fact stays, its day counts no more.</summary>
    public bool IsSuperseded { get; init; }
}

/// <summary>The request was refused; the day stays.</summary>
public sealed record ExtensionDeclined(Deed Deed, string Ground, long Request) : ControlFact(Deed, Ground);

/// <summary>«Проміжна інформація»: what has been done so far. It neither removes from control nor moves a day.</summary>
public sealed record InterimInformation(Deed Deed, string Ground) : ControlFact(Deed, Ground);

/// <summary>The delay was reported to who stands above the body: <see cref="Addressee"/>, in the words of the letter <see cref="Text"/>.</summary>
public sealed record Escalation(Deed Deed, string Ground, string Addressee, string Text) : ControlFact(Deed, Ground);

public sealed record RemovalFromControl(Deed Deed, string Ground) : ControlFact(Deed, Ground);
