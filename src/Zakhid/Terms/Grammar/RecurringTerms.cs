using Zakhid.Text;

namespace Zakhid.Terms.Grammar;

/// <summary>Terms that come round: by their words, by a day of a month or week, by a list of dates, by a quota.</summary>
static class RecurringTerms
{
    public static bool Is(Stage stage, Frame frame)
    {
        if (stage.Every is not null || stage.Times is not null || SumsEveryYear(stage) || stage.OwnDays.Any() || stage.Counted?.Anchor == Anchor.PeriodEnd) return true;
        if (stage.ForNextYear && stage.Dates.Any(dates => dates.Role is DateRole.Until or DateRole.At)) return true;
        return stage.Dates.Any(dates => dates.Stretches.Any(stretch => Recurs(stretch, frame)) || (dates.Stretches.Count > 1 && !dates.Choice && frame.Clause != TermClause.PlanTitle))
            || stage.Dates.Count(IsDeadlineDay) > 1;
    }

    /// <summary>«за підсумками року», unless a year is named, in the summary or in its day.</summary>
    static bool SumsEveryYear(Stage stage) => stage.Summing is { } summing && summing.Periods.Any(period => period.Year.Which != Which.Numbered)
        && !stage.Dates.Any(dates => dates.Stretches is [{ Closing: { Grain: Grain.Day, Year.Which: Which.Numbered } }]);

    static bool Recurs(Stretch stretch, Frame frame) => stretch.First.Recurs || stretch.Closing.Recurs
        || (stretch.First is { Grain: Grain.Weekday, Month.Which: Which.Numbered, Year.Which: Which.NotSaid } && !frame.OneYear)
        || (stretch.Closing.Month.Which == Which.Next && (frame.Clause != TermClause.ActTask || stretch.Closing.Month.Period is not null))
        || (stretch.First is { Grain: Grain.Month, Month.Which: Which.Reporting or Which.AfterReporting });

    static bool IsDeadlineDay(Dates dates) => dates is { Role: DateRole.Until, Stretches: [{ Closing: { Grain: Grain.Day, Month.Which: Which.Numbered } }, ..] };

    public static Term Of(Stage stage, Frame frame, Term blank, Term? previous)
    {
        var every = stage.Every ?? (stage.Times is { Per: { } per } times ? RecurrenceRules.Whole(per, times.Periods) : null) ?? Inherited(stage, previous);
        var unit = every?.Unit ?? UnitOf(stage) ?? (stage.Times is not null ? PeriodLength.Year : null);
        var rules = new DueRules { Interval = every?.Interval ?? 1 };
        var due = new DueDays(stage, frame, unit, every, rules, previous);
        due.Dates();
        due.Ends();
        due.Summing();
        due.OwnDays();
        if (!due.HasDueDays) due.PeriodEnds();

        var quota = stage.Times is { } counted ? new Quota(counted.Count, counted.Per ?? unit ?? PeriodLength.Year, counted.Per is null ? 1 : counted.Periods, counted.Op) : null;
        var listed = every is null && unit is null;
        var period = unit ?? (rules.DatesInYear > 1 && rules.Months.Count() == 1 ? null : ByCount(rules.DatesInYear)) ?? (stage.Dates.Any(dates => dates.Stretches[0].Closing.Grain == Grain.Year) ? PeriodLength.Year : null);
        // «щороку до 1 березня та 1 вересня»: two dates a year are reports for half-years.
        if (unit == PeriodLength.Year && (stage.Times is null || stage.Times.Count == rules.DatesInYear) && rules.DatesInYear > 1 && rules.Interval == 1) period = ByCount(rules.DatesInYear) ?? period;
        var written = quota is { Times: > 1 } && !due.HasDueDays ? [] : rules.Write();

        var term = blank with
        {
            Kind = TermKind.Recurring,
            Start = due.Start,
            End = due.End,
            YearFrom = due.YearNamed ? YearSource.Phrase : null,
            Rules = written,
            Period = period,
            Quota = quota,
            Window = due.Window,
            OccurrenceDue = written.Count == 0 ? null : due.Due ?? (due.HasDueDays ? OccurrenceDue.FixedDay : OccurrenceDue.PeriodEnd),
            Ambiguous = due.Ambiguous || (stage.Times is { Per: null } && every is null && due.End is null),
            Alternatives = due.Alternatives,
        };
        if (listed && due.Start is null && due.End is null && stage.Dates.Any(d => d.Choice)) term = term with { Ambiguous = true };
        return frame.Clause == TermClause.ReportClause ? term with { ReportsOn = due.ReportsOn(period) } : term;
    }

    /// <summary>A further stage of a yearly or quarterly duty is as frequent as the first unless it says otherwise.</summary>
    static Every? Inherited(Stage stage, Term? previous) => stage.For is not null && previous is { Kind: TermKind.Recurring, Period: { } period }
        && (UnitOf(stage) is null || stage.Dates.All(dates => dates.Stretches.All(stretch => stretch.Closing is { Grain: Grain.Day, Month.Which: Which.NotSaid or Which.Next or Which.AfterReporting, Month.Period: null, Year.Which: Which.NotSaid }))) ? new(period) : null;

    static PeriodLength? UnitOf(Stage stage)
    {
        if (stage.Counted is { Anchor: Anchor.PeriodEnd, Period: { } period }) return period;
        if (stage.ForNextYear) return PeriodLength.Year;
        foreach (var part in stage.Dates.SelectMany(dates => dates.Stretches).Select(stretch => stretch.Closing))
        {
            if (part.Year.Which is Which.Every or Which.AfterReporting or Which.Reporting) return part.Month.IsNumbered || part.Grain is Grain.Quarter or Grain.Year or Grain.HalfYear ? PeriodLength.Year : PeriodLength.Month;
            if (part.Which is Which.Every or Which.Reporting && part.Grain is not Grain.Weekday) return Length(part.Grain);
            if (part.Grain == Grain.Weekday && part.Number is null) return PeriodLength.Week;
            if (part.Grain == Grain.Weekday && part.Month.IsNumbered) return PeriodLength.Year;
            if (part.Recurs || part.Month.Which is Which.Reporting or Which.AfterReporting or Which.Next) return part.Month.Period ?? Summed(stage) ?? PeriodLength.Month;
        }
        return Summed(stage);
    }

    static PeriodLength? Summed(Stage stage) => stage.Summing is { Periods: [var one] } ? Length(one.Grain) : null;

    static PeriodLength? Length(Grain grain) => grain switch
    {
        Grain.Week => PeriodLength.Week,
        Grain.Decade => PeriodLength.Decade,
        Grain.Month => PeriodLength.Month,
        Grain.Quarter => PeriodLength.Quarter,
        Grain.HalfYear => PeriodLength.HalfYear,
        Grain.Year or Grain.SchoolYear => PeriodLength.Year,
        _ => null,
    };

    /// <summary>Two dates a year are half-yearly, three or four quarterly, more monthly.</summary>
    static PeriodLength? ByCount(int datesInYear) => datesInYear switch
    {
        1 => PeriodLength.Year,
        2 => PeriodLength.HalfYear,
        3 or 4 => PeriodLength.Quarter,
        > 4 => PeriodLength.Month,
        _ => null,
    };
}
