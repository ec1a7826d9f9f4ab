using Zakhid.Calendar;
using Zakhid.Obligations;

namespace Zakhid.Reporting;

/// <summary>
/// A report as the facts about it, oldest first, and what may be done with it next; a draft is no fact, it is written over. Every deed gives the new fact to keep, or
/// throws <see cref="RuleBroken"/> and changes nothing; replaying the facts gives the same state. Immutable.
/// </summary>
public sealed record ReportHistory(ReportingPeriod Period, DueDate Due, IReadOnlyList<ReportFact> Facts)
{
    public static ReportHistory New(ReportingPeriod period, DueDate due) => new(period, due, []);

    public ReportState State
    {
        get
        {
            var state = ReportState.Expected;
            foreach (var fact in Facts)
            {
                state = fact switch
                {
                    Submission => ReportState.Submitted,
                    Acceptance => ReportState.Accepted,
                    Return => ReportState.Returned,
                    _ => state,
                };
            }
            return state;
        }
    }

    public Submission? First => Facts.OfType<Submission>().FirstOrDefault();
    public Submission? Last => Facts.OfType<Submission>().LastOrDefault();
    public Return? LastReturn => Facts.OfType<Return>().LastOrDefault();
    public bool IsLapsed => Facts.Any(fact => fact is Lapse);

    /// <summary>What the body says; of a returned report too, marked as returned.</summary>
    public ExecutionState? Declared => Last?.Declared;
    /// <summary>What the coordinator accepted. Null until then, whatever was declared.</summary>
    public ExecutionState? Confirmed => Facts.OfType<Acceptance>().LastOrDefault()?.Confirmed;

    /// <summary>The day that counts now: that of a return, else the adjusted one.</summary>
    public DateOnly DueNow => State == ReportState.Returned && LastReturn is { } back ? back.Due : Due.Adjusted;

    public ScheduleState Schedule(DateOnly asOf, WorkingCalendar calendar, ConsentState? consent = null) =>
        Timeliness.Of(State, Due.Adjusted, LastReturn?.Due, First?.Deed.Day, consent, asOf, calendar);

    /// <summary>The report as it was known on a day: later facts had not happened.</summary>
    public ReportHistory AsOf(DateOnly day) => this with { Facts = [.. Facts.TakeWhile(fact => fact.Deed.Day <= day)] };

    public ReportHistory With(ReportFact fact) => this with { Facts = [.. Facts, fact] };

    /// <exception cref="RuleBroken">As of <see cref="MustTakeSubmission"/>.</exception>
    public Submission Submit(Deed by, string receipt, ExecutionState declared, string? onBehalf = null)
    {
        MustTakeSubmission(by);
        return new(by, receipt, declared, onBehalf);
    }

    /// <summary>Whether a report may be handed in now; a receipt is drawn only for one that may.</summary>
    /// <exception cref="RuleBroken">«report.too-early»: the period has not begun; «report.already-submitted»; «report.lapsed»; «day.moved-back».</exception>
    public void MustTakeSubmission(Deed by)
    {
        MustBeOpen();
        MustNotGoBack(by);
        if (by.Day < Period.Start) throw new RuleBroken("report.too-early", Period.Start);
    }

    /// <summary>Accepted by the one who handed it in, it is marked: nobody else has looked at it.</summary>
    /// <exception cref="RuleBroken">«report.not-submitted»; «day.moved-back».</exception>
    public Acceptance Accept(Deed by, ExecutionState confirmed)
    {
        var submission = MustBeSubmitted();
        MustNotGoBack(by);
        return Acceptance.Of(by, submission.Deed.By, submission.OnBehalf, confirmed);
    }

    /// <exception cref="RuleBroken">«return.empty»: no word of what to mend; «return.too-early»: the day is before the adjusted due day, or past; «report.not-submitted».</exception>
    public Return SendBack(Deed by, IReadOnlyDictionary<string, string> reasons, DateOnly due)
    {
        MustBeSubmitted();
        MustNotGoBack(by);
        if (reasons.Count == 0 || reasons.Values.Any(string.IsNullOrWhiteSpace)) throw new RuleBroken("return.empty");
        if (due < Due.Adjusted) throw new RuleBroken("return.too-early", Due.Adjusted);
        if (due < by.Day) throw new RuleBroken("return.too-early", by.Day);
        return new(by, reasons, due);
    }

    /// <summary>Nothing that was handed in lapses.</summary>
    /// <exception cref="RuleBroken">«report.already-submitted».</exception>
    public Lapse End(Deed by, string ground)
    {
        if (State is ReportState.Submitted or ReportState.Accepted) throw new RuleBroken("report.already-submitted", Last!.Deed.At, Last.Receipt);
        return new(by, ground);
    }

    void MustBeOpen()
    {
        if (State is ReportState.Submitted or ReportState.Accepted) throw new RuleBroken("report.already-submitted", Last!.Deed.At, Last.Receipt);
        if (IsLapsed) throw new RuleBroken("report.lapsed");
    }

    Submission MustBeSubmitted() => State == ReportState.Submitted ? Last! : throw new RuleBroken("report.not-submitted");

    void MustNotGoBack(Deed by)
    {
        if (Facts.Count > 0 && by.Day < Facts[^1].Deed.Day) throw new RuleBroken("day.moved-back", Facts[^1].Deed.Day);
    }
}
