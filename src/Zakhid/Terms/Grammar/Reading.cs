using Zakhid.Text;

namespace Zakhid.Terms.Grammar;

/// <summary>
/// The due days of a recurring stage, as its dates are taken one after another: which are due days, which only bound the
/// recurrence, and which report of which period they are about.
/// </summary>
sealed class Reading(Stage stage, Frame frame, PeriodLength? unit, Every? every, DueRules rules, Term? previous)
{
    readonly List<ReportsOn?> _reportsOn = [];
    readonly SortedSet<int> _windowMonths = [];
    readonly SortedSet<int> _windowQuarters = [];

    public DateOnly? Start { get; private set; }
    public DateOnly? End { get; private set; }
    public bool YearNamed { get; private set; }
    public bool HasDueDays { get; private set; }
    public bool Ambiguous { get; private set; }
    public OccurrenceDue? Due { get; private set; }
    public TermWindow? Window { get; private set; }
    public IReadOnlyList<Term> Alternatives { get; private set; } = [];

    public void Dates()
    {
        var weekdays = new List<DayOfWeek>();
        var nth = new List<(int, DayOfWeek, int[]?)>();
        foreach (var dates in stage.Dates)
        {
            if (Bounds(dates)) continue;
            var list = dates.Stretches.Count > 1 || stage.Dates.Count() > 1;
            foreach (var stretch in dates.Stretches)
            {
                var part = stretch.Closing;
                if (stretch.Last is { Grain: Grain.Weekday } && stretch.First is { Grain: Grain.Weekday, Number: null, Weekday: { } first }) weekdays.AddRange(Through(first, stretch.Last.Weekday!.Value));
                else if (part is { Grain: Grain.Weekday, Number: null, Weekday: { } weekday }) weekdays.Add(weekday);
                else if (part is { Grain: Grain.Weekday, Number: { } number, Weekday: { } day }) nth.Add((number, day, MonthsOf(part)));
                else if (part is { Grain: Grain.WorkingDay, Number: { } working }) { rules.AddNthWorkingDay(MonthsOf(part), working); Found(part, null); }
                else Add(stretch, dates.Role);
            }
            if (dates.Stretches.Count > 1 || every is null && unit is null) NameBounds(dates);
        }
        if (weekdays.Count > 0) { rules.AddWeekdays(weekdays); HasDueDays = true; Due = OccurrenceDue.EventDay; }
        foreach (var months in nth.GroupBy(day => day.Item3 is null ? "" : string.Join(',', day.Item3)))
        {
            rules.AddNthWeekdays(months.First().Item3, months.Select(day => (day.Item1, day.Item2)));
            (HasDueDays, Due) = (true, OccurrenceDue.EventDay);
        }
        if (_windowMonths.Count > 0 || _windowQuarters.Count > 0) Window = new([.. _windowMonths], [.. _windowQuarters]);
    }

    /// <summary>Dates that say from when or until when the term comes round, not when it is due.</summary>
    bool Bounds(Dates dates)
    {
        var stretch = dates.Stretches[0];
        var part = stretch.Closing;
        switch (dates.Role)
        {
            case DateRole.Since when stretch.Last is null && !part.Recurs && frame.Resolve(part) is { } since:
                (Start, YearNamed) = (Frame.At(since, part.Edge).Start, YearNamed || part.Year.Which == Which.Numbered);
                return true;
            case DateRole.After when frame.Resolve(part) is { } after && !part.Recurs:
                (Start, YearNamed) = (after.End.AddDays(1), YearNamed || part.Year.Which == Which.Numbered);
                return true;
            case DateRole.Until when dates.Stretches.Count == 1 && !part.Recurs && IsBound(part) && frame.Resolve(part) is { } until:
                (End, YearNamed) = (DatedTerms.Deadline(part, until, frame, out _), YearNamed || part.Year.Which == Which.Numbered);
                return true;
            case DateRole.At or DateRole.During or DateRole.Since when dates.Stretches.Count == 1 && !stretch.First.Recurs && !part.Recurs && IsWindow(stretch) && frame.Resolve(stretch) is { } window:
                if (frame.OneYear || part.Year.Which != Which.NotSaid || part.Grain is Grain.Year or Grain.Plan or Grain.SchoolYear || unit is not PeriodLength.Month)
                {
                    (Start, End) = (Start is { } s && s > window.Start && s <= window.End ? s : window.Start, End is { } e && e < window.End ? e : window.End);
                    YearNamed |= part.Year.Which == Which.Numbered;
                    return true;
                }
                for (var month = window.Start; month <= window.End; month = month.AddMonths(1)) _windowMonths.Add(month.Month);
                foreach (var month in _windowMonths) rules.Add(month, Numerals.Last);
                HasDueDays = true;
                return true;
            case DateRole.During when part.Year.Which == Which.This && part.Grain == Grain.Year:
                return true;
            default:
                return false;
        }
    }

    bool IsBound(CalendarPart part)
    {
        if (unit is null) return false;
        if (part.Grain is Grain.Year or Grain.Plan or Grain.SchoolYear) return true;
        if (part.Year.Which == Which.Numbered) return true;
        if (part.Which == Which.This) return true;
        return unit != PeriodLength.Year && part.Month.IsNumbered && stage.Dates.Count(dates => dates.Role == DateRole.Until) == 1
            || unit is not (PeriodLength.Year or null) && part.Grain is Grain.Quarter or Grain.HalfYear or Grain.Month && part.Month.Which is Which.NotSaid or Which.Numbered && part.Which == Which.NotSaid;
    }

    /// <summary>A stretch as long as the unit of recurrence or longer: «щомісяця у 2021 році», «щотижня протягом червня».</summary>
    bool IsWindow(Stretch stretch)
    {
        var part = stretch.Closing;
        if (unit is null) return false;
        if (part.Grain is Grain.Year or Grain.Plan or Grain.SchoolYear) return true;
        if (unit == PeriodLength.Year) return part.Year.Which == Which.Numbered && part.Grain is not Grain.Day;
        if (part.Grain is Grain.Month or Grain.Quarter or Grain.HalfYear or Grain.Season or Grain.Semester) return part.Month.Which is Which.NotSaid or Which.Numbered && part.Which is Which.NotSaid or Which.This;
        return stretch.Last is not null && part.Grain == Grain.Day && part.Month.IsNumbered;
    }

    /// <summary>A list of dates is bounded where it names a year: from its first window to its last.</summary>
    void NameBounds(Dates dates)
    {
        var parts = dates.Stretches.SelectMany(stretch => new[] { stretch.First, stretch.Closing }).ToList();
        if (!parts.Any(part => part.Year.Which is Which.Numbered or Which.This) || parts.Any(part => part.Recurs)) return;
        if (frame.Resolve(dates.Stretches[0]) is not { } first || frame.Resolve(dates.Stretches[^1]) is not { } last) return;
        YearNamed = parts.Any(part => part.Year.Which == Which.Numbered);
        if (dates.Role != DateRole.Until) Start ??= first.Start < last.Start ? first.Start : last.Start;
        End ??= first.End > last.End ? first.End : last.End;
    }

    void Add(Stretch stretch, DateRole role)
    {
        var part = stretch.Closing;
        switch (part)
        {
            case { Grain: Grain.Day, Number: { } day, Month.IsNumbered: true }:
                rules.Add(part.Month.Number, day);
                Found(part, (part.Month.Number, day));
                break;
            case { Grain: Grain.Day, Number: { } day }:
                var months = MonthsOf(part, day);
                rules.Add(months, day);
                if (stretch.Last is not null && stretch.First.Number is { } opens) Window = new([], [], opens, day);
                Found(part, null, day);
                break;
            case { Grain: Grain.Week or Grain.Decade or Grain.HalfMonth, Month.IsNumbered: false, Number: { } number }:
                var inMonth = Frame.In(part with { Month = new(Which.Numbered, 1) }, 2023)!.Value;
                var last = inMonth.End.Day == 31 ? Numerals.Last : inMonth.End.Day;
                rules.Add(MonthsOf(part), last);
                Window = new([], [], inMonth.Start.Day, last);
                Due = OccurrenceDue.PeriodEnd;
                HasDueDays = true;
                break;
            case { Grain: Grain.Month, Month.Which: Which.Reporting or Which.AfterReporting or Which.Next }:
                rules.Add(MonthsOf(part), Numerals.Last);
                foreach (var month in MonthsOf(part) ?? []) _windowMonths.Add(month);
                Found(part, null);
                Due = OccurrenceDue.PeriodEnd;
                break;
            case { Grain: Grain.Year, Year.Which: Which.Numbered }:
                Years(stretch);
                break;
            case { Which: Which.Every, Edge: Edge.Beginning or Edge.Middle } when role != DateRole.Until:
                var (early, late) = part.Edge == Edge.Beginning ? (1, 10) : (11, 20);
                rules.Add(unit is PeriodLength.Month ? null : MonthsOf(part), unit is PeriodLength.Month ? late : Numerals.Last);
                if (unit is PeriodLength.Month) Window = new([], [], early, late);
                (HasDueDays, Ambiguous, Due) = (true, true, OccurrenceDue.PeriodEnd);
                break;
            case { Which: Which.Every or Which.Reporting }:
            case { Grain: Grain.Year, Year.Which: Which.Every or Which.Reporting }:
                PeriodEnds();
                HasDueDays = true;
                Due = part.Edge == Edge.Whole ? OccurrenceDue.PeriodEnd : OccurrenceDue.FixedDay;
                break;
            default:
                EndOf(stretch, role);
                break;
        }
    }

    /// <summary>Months, quarters, halves, decades of a named month: due on the last day; «до жовтня» before it begins.</summary>
    void EndOf(Stretch stretch, DateRole role)
    {
        var part = stretch.Closing;
        if ((frame.Resolve(part) ?? Frame.In(part, frame.PlanFrom?.Year ?? 2023)) is not { } range) return;
        var day = role == DateRole.Until ? DatedTerms.Deadline(part, range, frame, out _) : Frame.At(range, part.Edge).End;
        rules.Add(day.Month, day.Day);
        if (part.Grain == Grain.Quarter && part.Number is { } quarter) _windowQuarters.Add(quarter);
        else if (part.Grain == Grain.Month && part.Edge == Edge.Whole && role != DateRole.Until) _windowMonths.Add(part.Month.Number);
        Found(part, (day.Month, day.Day));
        Due = OccurrenceDue.PeriodEnd;
    }

    void Found(CalendarPart part, (int Month, int Day)? date, int? day = null)
    {
        HasDueDays = true;
        _reportsOn.Add(part switch
        {
            { Year.Which: Which.AfterReporting or Which.Next } => Zakhid.Terms.ReportsOn.PreviousPeriod,
            { Month.Which: Which.AfterReporting or Which.Next } => Zakhid.Terms.ReportsOn.PreviousPeriod,
            { Month.Which: Which.Reporting } => Zakhid.Terms.ReportsOn.CurrentPeriod,
            _ when date is { } numbered => ByMonth(numbered.Month),
            _ => day is { } number ? number is >= 16 or < 0 ? Zakhid.Terms.ReportsOn.CurrentPeriod : Zakhid.Terms.ReportsOn.PreviousPeriod : null,
        });
    }

    /// <summary>A date in the last months of a period reports on it, a date in the first months on the one before.</summary>
    ReportsOn ByMonth(int month)
    {
        var dates = stage.Dates.Where(dates => dates.Role != DateRole.Since).Sum(dates => dates.Stretches.Count);
        var length = unit switch { PeriodLength.Quarter => 3, PeriodLength.HalfYear => 6, PeriodLength.Year or null => dates switch { 2 => 6, 3 or 4 => 3, _ => 12 }, _ => 1 };
        var place = ((month - 1) % length) + 1;
        return place > (length == 12 ? 8 : length == 6 ? 4 : 2) ? Zakhid.Terms.ReportsOn.CurrentPeriod : Zakhid.Terms.ReportsOn.PreviousPeriod;
    }

    public ReportsOn? ReportsOn(PeriodLength? period)
    {
        if (_reportsOn.Count == 0) return period is null ? null : Zakhid.Terms.ReportsOn.CurrentPeriod;
        return _reportsOn.Distinct().Count() == 1 ? _reportsOn[0] : null;
    }

    /// <summary>The months in which the day of a recurring period falls; null is every month.</summary>
    int[]? MonthsOf(CalendarPart part, int? day = null)
    {
        var naming = part.Month;
        if (naming.IsNumbered) return [naming.Number];
        if (day is not null && naming.Which is Which.NotSaid && stage.For is not null && MonthsBefore() is { Length: > 0 } before) return before;
        var length = unit switch { PeriodLength.Quarter => 3, PeriodLength.HalfYear => 6, PeriodLength.Year => 12, _ => 0 };
        if (length == 0)
        {
            if (day is not null && naming.Which is Which.NotSaid or Which.Every && frame.Clause == TermClause.ReportClause) Ambiguous = true;
            return null;
        }
        switch (naming.Which)
        {
            case Which.AfterReporting or Which.Next: return Months(length, naming.Nth);
            case Which.Reporting: return Months(length, naming.Nth < 0 ? length + 1 + naming.Nth : naming.Nth);
            case Which.NotSaid or Which.Every or Which.This when day is { } number and > 0:
                // The month is not named: early in a month is after the period, late in a month is still inside it.
                var (chosen, other) = number <= 15 ? (1, length) : (length, 1);
                Ambiguous = true;
                var alternative = new DueRules();
                alternative.Add(Months(length, other), number);
                Alternatives = [new Term { Phrase = "", Kind = TermKind.Recurring, Rules = alternative.Write(), Period = unit, ReportsOn = number <= 15 ? Zakhid.Terms.ReportsOn.CurrentPeriod : Zakhid.Terms.ReportsOn.PreviousPeriod }];
                return Months(length, chosen);
            default: return Months(length, part.Number < 0 || day is not null ? length : 1);
        }
    }

    /// <summary>«… до 15 числа наступного місяця для подання до 25 числа»: a further stage is in the months of the first.</summary>
    int[] MonthsBefore() => (previous?.Rules ?? []).SelectMany(rule => rule.Split(';')).Where(part => part.StartsWith("BYMONTH=", StringComparison.Ordinal))
        .SelectMany(part => part[8..].Split(',')).Select(int.Parse).Distinct().Order().ToArray();

    static int[] Months(int length, int nth) => Enumerable.Range(0, 12 / length).Select(i => (i * length) + Math.Clamp(nth, 1, length)).ToArray();

    /// <summary>«2021, 2023, 2025 роки»: due at the end of each; an even step is an interval, other years a rule each.</summary>
    void Years(Stretch stretch)
    {
        var years = stage.Dates.SelectMany(dates => dates.Stretches).Where(s => s.Closing is { Grain: Grain.Year, Year.Which: Which.Numbered }).Select(s => s.Closing.Year.Number).Distinct().Order().ToList();
        if (stretch.Closing.Year.Number != years[0]) return;
        HasDueDays = true;
        Due = OccurrenceDue.PeriodEnd;
        var steps = years.Zip(years.Skip(1), (a, b) => b - a).Distinct().ToList();
        if (steps.Count <= 1) rules.AddRule(Rule(steps.Count == 0 ? 1 : steps[0], years[^1]));
        else
            foreach (var year in years.Skip(1)) rules.AddRule(Rule(year - years[0], year));
    }

    static string Rule(int interval, int until) => $"FREQ=YEARLY{(interval > 1 ? $";INTERVAL={interval}" : "")};BYMONTH=12;BYMONTHDAY=31;UNTIL={until}1231";

    /// <summary>«протягом 10 днів після закінчення звітного кварталу», «за 5 днів до кінця місяця».</summary>
    public void Ends()
    {
        if (HasDueDays || stage.Counted is not { } counted) return;
        if (counted is { Anchor: Anchor.Date, Date: { } part } && unit == PeriodLength.Year && Frame.In(part, frame.PlanFrom?.Year ?? 2023) is { } day)
        {
            var due = RelativeTerms.Count(day.Start, counted, counted.Before ? -1 : 1);
            rules.Add(due.Month, due.Day);
            (HasDueDays, Due) = (true, OccurrenceDue.FixedDay);
            return;
        }
        if (counted.Anchor != Anchor.PeriodEnd) return;
        var length = unit switch { PeriodLength.Quarter => 3, PeriodLength.HalfYear => 6, PeriodLength.Year => 12, _ => 1 };
        var days = counted.Unit switch { PeriodLength.Day => counted.Amount, PeriodLength.Week => 7 * counted.Amount, PeriodLength.Decade => 10 * counted.Amount, _ => 0 };
        if (unit == PeriodLength.Week) return;
        HasDueDays = true;
        Due = OccurrenceDue.FixedDay;
        Ambiguous |= counted.WorkingDays;
        if (counted.Before)
        {
            if (counted.Unit == PeriodLength.Day && days < 28) rules.Add(length == 1 ? null : Months(length, length), -days - 1);
            else rules.Add(length == 1 ? null : Months(length, length - Math.Max(1, counted.Amount)), Numerals.Last);
        }
        else if (days > 28 && length > 1)
        {
            // From the end of each period: months differ in length.
            foreach (var month in Months(length, length))
            {
                var due = new DateOnly(2023, month, DateTime.DaysInMonth(2023, month)).AddDays(days);
                rules.Add(due.Month, due.Day);
            }
        }
        else if (days > 0) rules.Add(length == 1 ? null : Months(length, 1), Math.Min(days, 31));
        else rules.Add(length == 1 ? null : Months(length, counted.Amount), Numerals.Last);
        _reportsOn.Add(counted.Before ? Zakhid.Terms.ReportsOn.CurrentPeriod : Zakhid.Terms.ReportsOn.PreviousPeriod);
    }

    /// <summary>«за підсумками I півріччя та року» without a day: the end of each, and a person must say the day.</summary>
    public void Summing()
    {
        if (stage.Summing is not { } summing || HasDueDays) return;
        foreach (var period in summing.Periods)
        {
            if (period.Year.Which == Which.Numbered && frame.Resolve(period) is { } named) (Start, End, YearNamed) = (Start ?? named.Start, named.End > End || End is null ? named.End : End, true);
            if (period.Grain is Grain.Month && !period.Month.IsNumbered || period.Grain == Grain.Plan) rules.Add((int[]?)null, Numerals.Last);
            else if (period.Grain == Grain.Quarter && period.Number is null) rules.Add(Months(3, 3), Numerals.Last);
            else if (period.Grain == Grain.HalfYear && period.Number is null) rules.Add(summing.Periods.Count > 1 ? [6] : Months(6, 6), Numerals.Last);
            else if (Frame.In(period, 2023) is { } range) rules.Add(range.End.Month, range.End.Day);
        }
        (HasDueDays, Due, Ambiguous) = (true, OccurrenceDue.Unspecified, true);
        _reportsOn.Add(Zakhid.Terms.ReportsOn.CurrentPeriod);
    }

    /// <summary>«за IV квартал – до 10 грудня» replaces that quarter's day, or, alone, is one day of a list.</summary>
    public void OwnDays()
    {
        foreach (var own in stage.OwnDays)
        {
            if (Frame.In(own.Of, 2023) is not { } of) continue;
            if (own.Of is { Number: null } and not { Grain: Grain.Month or Grain.Year }) continue;
            var inside = of.End.Month;
            var after = (inside % 12) + 1;
            if (own.Of.Grain == Grain.Month) rules.SpellMonths();
            var usual = !rules.Months.Contains(inside) && rules.Months.Contains(after) ? after : inside;
            rules.RemoveMonth(usual);
            var day = own.Day.Number ?? Numerals.Last;
            var month = own.Day.Month switch
            {
                { IsNumbered: true } named => named.Number,
                { Which: Which.AfterReporting } => after,
                { Which: Which.Reporting } => inside,
                _ when rules.Months.Any() => usual,
                _ => day is > 0 and <= 15 ? after : inside,
            };
            rules.Add(month, day);
            HasDueDays = true;
            _reportsOn.Add(month == of.End.Month || own.Of.Grain == Grain.Year && month >= 9 ? Zakhid.Terms.ReportsOn.CurrentPeriod : Zakhid.Terms.ReportsOn.PreviousPeriod);
        }
    }

    /// <summary>A term that names no day is due on the last day of each period.</summary>
    public void PeriodEnds()
    {
        var interval = every?.Interval ?? 1;
        var step = interval > 1 ? $";INTERVAL={interval}" : "";
        switch (unit)
        {
            case PeriodLength.Day: rules.AddRule(every?.WorkingDays == true ? "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR" : $"FREQ=DAILY{step}"); break;
            case PeriodLength.Week: rules.AddRule($"FREQ=WEEKLY{step}"); break;
            case PeriodLength.Decade: foreach (var day in (int[])[10, 20, Numerals.Last]) rules.Add((int[]?)null, day); break;
            case PeriodLength.Month: rules.Add((int[]?)null, Numerals.Last); break;
            case PeriodLength.Quarter: rules.Add(Months(3, 3), Numerals.Last); break;
            case PeriodLength.HalfYear: rules.Add(Months(6, 6), Numerals.Last); break;
            case PeriodLength.Year: rules.Add(12, 31); break;
        }
    }

    static IEnumerable<DayOfWeek> Through(DayOfWeek first, DayOfWeek last)
    {
        for (var day = first; ; day = (DayOfWeek)(((int)day + 1) % 7))
        {
            yield return day;
            if (day == last) yield break;
        }
    }
}
