using Zakhid.Calendar;

namespace Zakhid.Terms.Grammar;

/// <summary>Terms counted from the act, its entry into force, an earlier stage, a date or an event.</summary>
static class RelativeTerms
{
    public static Term Of(Counted counted, Stage stage, Frame frame, Term blank, Term? previous)
    {
        var direction = counted.Before ? "before" : "after";
        var term = blank with { Kind = TermKind.Once, YearFrom = YearSource.Context };
        RelativeTerm Relative(string anchor, DateOnly? resolved) => new(anchor, direction, counted.Amount, counted.Unit, resolved, counted.WorkingDays);

        if (stage.Condition is { } condition && counted.Anchor is Anchor.NotSaid)
            return term with { Kind = TermKind.Conditional, Relative = Relative("event:" + condition.Words, null), Trigger = condition.Words, YearFrom = null };

        switch (counted.Anchor)
        {
            case Anchor.Date when counted.Date is { } part && frame.Resolve(part) is { } day:
                var from = counted.Before ? Count(day.Start, counted, -1) : Count(day.End, counted, 1);
                return term with { End = from, Relative = Relative(part.Feast is { } feast ? "event:" + feast.Key : "date", from) };
            case Anchor.EntryIntoForce:
                return term with { Relative = Relative("act_entry_into_force", null), YearFrom = null };
            case Anchor.Receipt:
                return term with { Kind = TermKind.Conditional, Relative = Relative("receipt_date", null), Trigger = counted.Event, YearFrom = null };
            case Anchor.Event or Anchor.Date:
                return term with { Kind = TermKind.Conditional, Relative = Relative("event:" + (counted.Event ?? "date"), null), Trigger = counted.Event, YearFrom = null };
        }

        if (previous is not null && counted.Anchor == Anchor.NotSaid)
        {
            var due = previous.End is { } end && previous.Kind == TermKind.Once ? Count(end, counted, 1) : (DateOnly?)null;
            return term with { End = due, Relative = Relative("previous_stage_due", due), ReportsOn = previous.ReportsOn };
        }
        if (frame.ActDate is not { } act)
            return term with { Kind = TermKind.Conditional, Relative = Relative("act_date", null), Trigger = counted.Event ?? "дата акта", YearFrom = null };

        if (counted.Amount == 0) return term with { Relative = Relative("act_date", null) };

        var resolved = Count(act, counted, counted.Before ? -1 : 1);
        term = term with { End = resolved, Relative = Relative("act_date", resolved) };
        return counted.Doubtful
            ? term with { Ambiguous = true, Alternatives = [blank with { Kind = TermKind.Conditional, Relative = Relative("event:" + counted.Event, null), Trigger = counted.Event }] }
            : term;
    }

    public static Term AtOnce(Term blank) =>
        blank with { Kind = TermKind.Once, Relative = new("act_date", "after", 0, PeriodLength.Day, null), Ambiguous = true };

    public static DateOnly Count(DateOnly from, Counted counted, int sign) =>
        RelativeTerm.Count(from, counted.Amount * sign, counted.Unit, counted.WorkingDays, WorkingCalendar.Ukraine);
}
