namespace Zakhid.Terms.Grammar;

/// <summary>Terms made of dates that do not come round: deadlines, dated events, windows.</summary>
static class DatedTerms
{
    public static Term? Of(Stage stage, Frame frame, Term blank)
    {
        DateOnly? start = null, end = null;
        var (deadline, window, dayNamed, unknown) = (false, false, false, false);
        Edge edge = Edge.Whole;
        CalendarPart? last = null;
        Term? other = null;
        RelativeTerm? relative = null;

        foreach (var dates in stage.Dates)
        {
            var stretch = Narrowest(dates, frame);
            var range = dates.Stretches.Count > 1 && frame.Resolve(dates.Stretches[0]) is { } opening && frame.Resolve(dates.Stretches[^1]) is { } closing && opening.Start <= closing.End
                ? new DateRange(opening.Start, closing.End)
                : frame.Resolve(stretch);
            last = stretch.Closing;
            unknown |= range is null;
            switch (dates.Role)
            {
                case DateRole.Until when range is { } until:
                    var due = Deadline(stretch.Closing, until, frame, out var alternative);
                    (end, deadline) = (due, true);
                    if (alternative is { } day) other = blank with { Kind = TermKind.Once, End = day };
                    if (stretch.Closing.Feast is { } feast) relative = new("event:" + feast.Key, "before", 0, PeriodLength.Day, due);
                    if (stretch.Closing.Grain == Grain.SchoolYear && due < until.Start) relative = new("event:school_year_start", "before", 0, PeriodLength.Day, due);
                    if (dates.OpensWithAct || frame.Clause == TermClause.PlanTitle && stretch.Closing.Grain == Grain.Year) (start, window) = (start ?? frame.ActDate ?? frame.PlanFrom, true);
                    break;
                case DateRole.Until:
                    deadline = true;
                    break;
                case DateRole.Since or DateRole.After when range is { } since:
                    if (stretch.Last is not null) (start, end, window) = (since.Start, since.End, true);
                    else start = dates.Role == DateRole.After ? since.End.AddDays(1) : Frame.At(since, stretch.First.Edge).Start;
                    break;
                case DateRole.At or DateRole.During when range is { } during:
                    edge = stretch.Last is null ? stretch.First.Edge : Edge.Whole;
                    during = Frame.At(during, edge);
                    if (deadline && end is not null && during.Start <= end) { start ??= during.Start; window = true; }
                    else if (window && dayNamed && start is { } named)
                    {
                        // «в першу суботу вересня – 03.09.2011»: the date wins over its description, aloud where they differ.
                        if (stretch.First.Grain != Grain.Day) break;
                        unknown |= named != during.Start;
                        (start, end) = (during.Start, during.End);
                    }
                    else if (dayNamed && !IsDay(stretch)) { }
                    else (start, end, window, dayNamed) = (start is { } since && since > during.Start && since <= during.End ? since : during.Start, during.End, true, IsDay(stretch));
                    break;
            }
        }

        if (last is null) return null;
        var yearNamed = stage.Dates.SelectMany(dates => dates.Stretches).Any(part => part.First.Year.Which == Which.Numbered || part.Closing.Year.Which == Which.Numbered);
        var source = yearNamed ? YearSource.Phrase : YearSource.Context;
        if (start is { } s && end is { } e && s > e) (start, unknown) = (null, true);

        var term = blank with { Start = start, End = end, YearFrom = source, Relative = relative, Kind = TermKind.Once };
        if (window && start is not null && end is not null)
            term = term with { Kind = dayNamed && start == end ? TermKind.Once : TermKind.Range };
        else if (!deadline && start is not null && end is null) term = term with { Kind = TermKind.Continuous };
        else if (unknown) term = term with { Ambiguous = true };

        if (other is not null) term = term with { Ambiguous = last.Grain is not (Grain.Feast or Grain.SchoolYear), Alternatives = [other with { YearFrom = source }] };
        return Doubts(term, stage, frame, edge);
    }

    /// <summary>What a person must confirm: weeks and seasons without fixed days, «на початку», a year chosen among several, «30 лютого».</summary>
    static Term Doubts(Term term, Stage stage, Frame frame, Edge edge)
    {
        var parts = stage.Dates.SelectMany(dates => dates.Stretches).SelectMany(s => s.Last is null ? new[] { s.First } : [s.First, s.Last]).ToList();
        if (edge != Edge.Whole || parts.Any(part => part.Grain is Grain.Season or Grain.Semester || part.Edge == Edge.Middle) || stage.Dates.Any(dates => dates.Choice)) term = term with { Ambiguous = true };
        if (parts.Exists(part => part is { Grain: Grain.Day, Number: { } day, InNamedMonth: true } && day > DateTime.DaysInMonth((term.End ?? term.Start)?.Year ?? 2024, part.Month.Number))) term = term with { Ambiguous = true };
        if (parts is [{ Grain: Grain.Week, Number: { } number, Month.Which: Which.Numbered }] && term.Start is { } start)
            term = term with { Ambiguous = true, Alternatives = [.. term.Alternatives, .. Weeks(term, start, number)] };
        if (parts is [{ Grain: Grain.SchoolYear, Edge: Edge.Whole }] && term is { Kind: TermKind.Range, End: { } end })
            term = term with { Alternatives = [term with { End = new(end.Year, 6, 30) }, term with { End = new(end.Year, 8, 31) }] };
        if (frame.ManyYears && parts.Count == 1 && parts[0].Number is not null | parts[0].InNamedMonth && frame.OtherYears(parts[0]).Any()) term = term with { Ambiguous = true };
        return term;
    }

    static IEnumerable<Term> Weeks(Term term, DateOnly start, int number)
    {
        var firstMonday = Feasts.Nth(start.Year, start.Month, DayOfWeek.Monday, 1);
        var monday = number < 0 ? Feasts.Nth(start.Year, start.Month, DayOfWeek.Monday, -1) : firstMonday.AddDays(7 * (number - 1));
        if (monday != start) yield return term with { Start = monday, End = monday.AddDays(6) };
        if (firstMonday.Day > 1 && number > 0) yield return term with { Start = monday.AddDays(-7), End = monday.AddDays(-1) };
        yield return term with { Start = monday, End = monday.AddDays(4) };
    }

    static bool IsDay(Stretch stretch) => stretch.Last is null && stretch.First.Grain is Grain.Day or Grain.Weekday or Grain.WorkingDay or Grain.Feast;

    /// <summary>Where a rule and a date are both given («в першу суботу вересня – 03.09.2011»), the date.</summary>
    static Stretch Narrowest(Dates dates, Frame frame) => dates.Stretches.Count == 1 ? dates.Stretches[0]
        : dates.Stretches.FirstOrDefault(stretch => frame.Resolve(stretch) is not null) ?? dates.Stretches[0];

    /// <summary>
    /// The last day that «до …» allows. A day counts itself; «до кінця» and a year reach their last day («до 2025 року»
    /// is through 2025, as in titles of plans); before a month or quarter is the day before it begins.
    /// </summary>
    public static DateOnly Deadline(CalendarPart part, DateRange range, Frame frame, out DateOnly? alternative)
    {
        alternative = null;
        switch (part)
        {
            case { Edge: Edge.End }: return range.End;
            case { Edge: Edge.Middle }: return Frame.Middle(range);
            case { Edge: Edge.Beginning } or { Grain: Grain.SchoolYear, Year.Which: Which.NotSaid }:
                alternative = range.Start;
                return range.Start.AddDays(-1);
            case { Grain: Grain.Feast, Feast.Key: "new_year" }:
                alternative = range.Start;
                return range.Start.AddDays(-1);
            case { Grain: Grain.Feast }:
                alternative = range.Start.AddDays(-1);
                return range.End;
            case { Grain: Grain.Day or Grain.Weekday or Grain.WorkingDay or Grain.Plan }: return range.End;
            case { Grain: Grain.Year }:
                if (frame.Clause != TermClause.PlanTitle) alternative = range.Start.AddDays(-1);
                return range.End;
            default:
                alternative = range.End;
                return range.Start.AddDays(-1);
        }
    }
}
