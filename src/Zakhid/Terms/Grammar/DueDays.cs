using Zakhid.Text;

namespace Zakhid.Terms.Grammar;

/// <summary>
/// The due days of a recurring stage, as its dates are taken one after another: which are due days, which only bound the
/// recurrence, and which report of which period they are about.
/// </summary>
sealed partial class DueDays(Stage stage, Frame frame, PeriodLength? unit, Every? every, DueRules rules, Term? previous)
{
    readonly List<ReportsOn?> _reportsOn = [];
    ReportsOn? _told;
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
        // «за попередній місяць» says what a report is about, not when it is due.
        if (dates.Role == DateRole.During && unit is not null && (part.Which == Which.Previous || part.Year.Which == Which.Previous || part.Month.Which == Which.Previous))
        {
            _told = Zakhid.Terms.ReportsOn.PreviousPeriod;
            return true;
        }
        // «щороку до початку навчального року».
        if (dates.Role == DateRole.Until && unit == PeriodLength.Year && dates.Stretches.Count == 1 && part is { Grain: Grain.SchoolYear, Year.Which: Which.NotSaid, Edge: Edge.Beginning } && frame.Resolve(part) is { } school)
        {
            var eve = DatedTerms.Deadline(part, school, frame, out _);
            rules.Add(eve.Month, eve.Day);
            return HasDueDays = true;
        }
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
        if (part.Grain is Grain.Year or Grain.Plan or Grain.SchoolYear && (unit is not null || stage.Dates.Count() > 1)) return true;
        if (unit is null) return false;
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
        if (_told is { } told) return told;
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
}
