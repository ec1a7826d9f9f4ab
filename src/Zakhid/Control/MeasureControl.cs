using Zakhid.Calendar;
using Zakhid.Reporting;

namespace Zakhid.Control;

/// <summary>A day by which a measure is due: as it was set first, as it stands now, and whose day it is.</summary>
public sealed record ControlTerm(DueDate First, DueDate Now, DateSetter SetBy)
{
    public static ControlTerm Of(DueDate day, DateSetter setBy) => new(day, day, setBy);

    public bool IsMoved => First != Now;
}

/// <summary>
/// Control over one measure as the facts about it. <see cref="Planned"/> are the days of its own term; none for «Постійно»,
/// which cannot be extended and is never overdue. Immutable; a deed gives the fact to keep or throws, and no day moves without
/// a fact that says from which day, to which, by whom and on what ground.
/// </summary>
public sealed record MeasureControl(IReadOnlyList<ControlTerm> Planned, IReadOnlyList<ControlFact> Facts)
{
    /// <summary>A request comes at least so many working days before the term.</summary>
    public const int RequestDays = 3;

    public ControlState State => Began switch
    {
        null => ControlState.NotStarted,
        RemovalFromControl => ControlState.Removed,
        _ => Facts.Any(fact => fact is Extension { IsSuperseded: false }) ? ControlState.Extended : ControlState.OnControl,
    };

    /// <summary>The days as they stand, in the order of the plan.</summary>
    public IReadOnlyList<ControlTerm> Terms
    {
        get
        {
            var terms = Planned.ToList();
            foreach (var moved in Facts.OfType<Extension>().Where(moved => !moved.IsSuperseded))
                for (var i = 0; i < terms.Count; i++)
                    if (terms[i].Now.Nominal == moved.Of) terms[i] = terms[i] with { Now = moved.To, SetBy = moved.SetBy };
            return terms;
        }
    }

    /// <summary>The last day as it stands now.</summary>
    public DueDate? CurrentTerm => Terms.Select(term => term.Now).MaxBy(day => day.Nominal);

    /// <summary>Requests that nobody has decided.</summary>
    public IReadOnlyList<ExtensionRequest> Open
    {
        get
        {
            var decided = Facts.Select(fact => fact switch { Extension granted => granted.Request, ExtensionDeclined declined => declined.Request, _ => null }).ToHashSet();
            return [.. Facts.OfType<ExtensionRequest>().Where(request => !decided.Contains(request.Id))];
        }
    }

    public DateOnly? RemovedOn => Began is RemovalFromControl removal ? removal.Deed.Day : null;

    /// <summary>Who put it under control; null while nobody has.</summary>
    public long? StartedBy => Facts.LastOrDefault(fact => fact is ControlStart or ReturnToControl)?.Deed.By;

    ControlFact? Began => Facts.LastOrDefault(fact => fact is ControlStart or ReturnToControl or RemovalFromControl);

    public MeasureControl With(ControlFact fact) => this with { Facts = [.. Facts, fact] };

    /// <exception cref="RuleBroken">«control.started»; «control.ground-missing»; «day.moved-back».</exception>
    public ControlFact Start(Deed by, string ground)
    {
        MustNotGoBack(by);
        return State switch
        {
            ControlState.NotStarted => new ControlStart(by, Grounded(ground)),
            ControlState.Removed => new ReturnToControl(by, Grounded(ground)),
            _ => throw new RuleBroken("control.started"),
        };
    }

    /// <summary>The last day on which a request is in time: three working days before the term.</summary>
    public static DateOnly LastRequestDay(DueDate term, WorkingCalendar calendar) => calendar.Add(term.Adjusted, -RequestDays);

    /// <summary>
    /// An executor's request. In the last three working days it is taken and marked «із запізненням»; after the term it is
    /// refused, for it would not cure the delay.
    /// </summary>
    /// <exception cref="RuleBroken">«extension.after-term»; «extension.asked»: one is waiting; those of <see cref="Extend"/> about the days.</exception>
    public ExtensionRequest Ask(Deed by, DateOnly of, DueDate to, string ground, WorkingCalendar calendar, string? onBehalf = null)
    {
        MustBeOnControl();
        MustNotGoBack(by);
        var term = Standing(of);
        if (by.Day > term.Now.Adjusted) throw new RuleBroken("extension.after-term", term.Now.Adjusted);
        MustBeLater(by, term, to);
        if (Open.Any(request => request.Of == of)) throw new RuleBroken("extension.asked");
        return new(by, Grounded(ground), of, to, by.Day > LastRequestDay(term.Now, calendar), onBehalf);
    }

    /// <summary>Grants a request, also for another day than asked. A request made in time cures the delay, whenever it is decided.</summary>
    /// <exception cref="RuleBroken">«extension.no-request»; «extension.own-request»; «extension.higher-date»; those of <see cref="Extend"/> about the days.</exception>
    public Extension Grant(Deed by, long request, DueDate to, string ground)
    {
        var asked = Decidable(by, request);
        var term = Standing(asked.Of);
        if (term.SetBy == DateSetter.HigherAct) throw new RuleBroken("extension.higher-date");
        MustBeLater(by, term, to);
        return new(by, Grounded(ground), asked.Of, to, DateSetter.Authority, AfterTerm: asked.Deed.Day > term.Now.Adjusted, request) { Body = asked.Body };
    }

    /// <exception cref="RuleBroken">«extension.no-request»; «extension.own-request»; «control.ground-missing».</exception>
    public ExtensionDeclined Decline(Deed by, long request, string ground) => new(by, Grounded(ground), request) { Body = Decidable(by, request).Body };

    /// <summary>Moves a day without a request: who set it by his own decision, or the body above by its document.</summary>
    /// <param name="by">Who enters it.</param>
    /// <param name="of">The day as it stands, nominal.</param>
    /// <param name="to">The new day.</param>
    /// <param name="ground">Why.</param>
    /// <param name="higher">The document of the body above; null: a decision of the authority itself.</param>
    /// <exception cref="RuleBroken">
    /// «control.not-started»; «control.removed»; «extension.no-term»; «extension.no-such-day»; «extension.not-later»;
    /// «extension.past»; «extension.higher-date»; «control.ground-missing»; «day.moved-back».
    /// </exception>
    public Extension Extend(Deed by, DateOnly of, DueDate to, string ground, ControlDocument? higher = null)
    {
        MustBeOnControl();
        MustNotGoBack(by);
        var term = Standing(of);
        if (term.SetBy == DateSetter.HigherAct && higher is null) throw new RuleBroken("extension.higher-date");
        MustBeLater(by, term, to);
        return new(by, Grounded(ground), of, to, higher is null ? DateSetter.Authority : DateSetter.HigherAct, AfterTerm: by.Day > term.Now.Adjusted) { Document = higher };
    }

    /// <exception cref="RuleBroken">«control.not-started»; «control.removed»; «interim.empty»; «day.moved-back».</exception>
    public InterimInformation Inform(Deed by, string text)
    {
        MustBeOnControl();
        MustNotGoBack(by);
        return string.IsNullOrWhiteSpace(text) ? throw new RuleBroken("interim.empty") : new(by, text.Trim());
    }

    /// <exception cref="RuleBroken">«control.not-started»; «control.removed»; «control.ground-missing»; «day.moved-back».</exception>
    public Escalation Escalate(Deed by, string ground, string addressee, string text)
    {
        MustBeOnControl();
        MustNotGoBack(by);
        return new(by, Grounded(ground), addressee, text.Trim());
    }

    /// <summary>Who put the measure under control takes it off again, or who stands in his place.</summary>
    /// <param name="by">Who removes.</param>
    /// <param name="ground">Why: the report, the document.</param>
    /// <param name="starter">How the one who put it under control is called, for the refusal.</param>
    /// <param name="inHisPlace">The head, or the successor of one who has left.</param>
    /// <exception cref="RuleBroken">«control.not-yours»; «control.not-started»; «control.removed»; «control.ground-missing»; «day.moved-back».</exception>
    public RemovalFromControl Remove(Deed by, string ground, string starter, bool inHisPlace = false)
    {
        MustBeOnControl();
        MustNotGoBack(by);
        if (by.By != StartedBy && !inHisPlace) throw new RuleBroken("control.not-yours", starter);
        return new(by, Grounded(ground));
    }

    ControlTerm Standing(DateOnly of)
    {
        if (Planned.Count == 0) throw new RuleBroken("extension.no-term");
        return Terms.FirstOrDefault(term => term.Now.Nominal == of) ?? throw new RuleBroken("extension.no-such-day", of);
    }

    ExtensionRequest Decidable(Deed by, long request)
    {
        MustBeOnControl();
        MustNotGoBack(by);
        var asked = Open.FirstOrDefault(open => open.Id == request) ?? throw new RuleBroken("extension.no-request");
        // What came on paper was only typed by him.
        return asked.Deed.By == by.By && asked.OnBehalf is null ? throw new RuleBroken("extension.own-request") : asked;
    }

    static void MustBeLater(Deed by, ControlTerm term, DueDate to)
    {
        if (to.Nominal <= term.Now.Nominal || to.Adjusted <= term.Now.Adjusted) throw new RuleBroken("extension.not-later", term.Now.Adjusted);
        if (to.Adjusted < by.Day) throw new RuleBroken("extension.past", by.Day);
    }

    void MustBeOnControl()
    {
        if (State == ControlState.NotStarted) throw new RuleBroken("control.not-started");
        if (State == ControlState.Removed) throw new RuleBroken("control.removed", RemovedOn!.Value);
    }

    void MustNotGoBack(Deed by)
    {
        if (Facts.Count > 0 && by.Day < Facts[^1].Deed.Day) throw new RuleBroken("day.moved-back", Facts[^1].Deed.Day);
    }

    static string Grounded(string ground) => string.IsNullOrWhiteSpace(ground) ? throw new RuleBroken("control.ground-missing") : ground.Trim();
}
