using Zakhid.Calendar;
using Zakhid.Text;

namespace Zakhid.Terms.Grammar;

/// <summary>
/// The calendar that a phrase is read against: the plan's period and the act's date. Gives a part of the calendar its
/// days, choosing the year that the phrase leaves out.
/// </summary>
sealed class Frame(TermContext context, TermClause clause)
{
    public TermClause Clause => clause;
    public DateOnly? ActDate => context.ActDate;
    public DateOnly? PlanFrom => context.PlanFrom;
    public DateOnly? PlanTo => context.PlanTo;
    DateOnly? Today => ActDate ?? PlanFrom;

    /// <summary>The plan lies in one calendar year, or no plan is known.</summary>
    public bool OneYear => PlanFrom is not { } from || PlanTo is not { } to || from.Year == to.Year;

    /// <summary>More than one school or calendar year: a part without a year may come round again.</summary>
    public bool ManyYears => PlanFrom is { } from && PlanTo is { } to && to.DayNumber - from.DayNumber > 396;

    /// <summary>The days of a part, or null where nothing tells the year.</summary>
    public DateRange? Resolve(CalendarPart part) => part.Grain switch
    {
        Grain.Plan => PlanFrom is { } from && PlanTo is { } to ? new(from, to) : null,
        Grain.SchoolYear => SchoolYear(part),
        _ when part.Which is Which.This or Which.Next or Which.Previous or Which.AfterReporting || part.Month.Which is Which.This or Which.Previous or Which.Next => Around(part),
        Grain.Year when part.Year.Which == Which.NotSaid => PlainYear(),
        Grain.Semester when part.Year.Which == Which.NotSaid => Semester(part.Number ?? 1, SchoolYear(new(Grain.SchoolYear))?.Start.Year),
        _ when IsUndatedUnit(part) => Around(part with { Which = Which.This }),
        _ => Year(part) is { } year ? In(part, year) : null,
    };

    /// <summary>A stretch from one part to another; the year said with one of them serves both.</summary>
    public DateRange? Resolve(Stretch stretch)
    {
        var (first, last) = stretch;
        if (last is null) return Resolve(first);
        // «кінець червня – початок липня»: of each month only the part that is said.
        if ((first.Edge, last.Edge) != (Edge.Whole, Edge.Whole) && Resolve(new Stretch(first with { Edge = Edge.Whole }, last with { Edge = Edge.Whole })) is { } whole)
        {
            var opens = first.Edge == Edge.Whole || In(first, whole.Start.Year) is not { } head ? whole.Start : At(head, first.Edge).Start;
            var closes = last.Edge == Edge.Whole || In(last, whole.End.Year) is not { } tail ? whole.End : At(tail, last.Edge).End;
            return opens <= closes ? new(opens, closes) : null;
        }
        if (first.Grain is Grain.Plan || last.Grain is Grain.Plan) return null;

        if (last.Year.Which != Which.NotSaid && first.Year.Which == Which.NotSaid)
        {
            if (Resolve(last) is not { } closing) return null;
            if (first.Grain == Grain.Week && first.Which != Which.NotSaid) return null;
            var opening = In(first, closing.End.Year);
            if (opening is { } late && late.Start > closing.End) opening = In(first, closing.End.Year - 1);
            return Join(opening, closing);
        }
        if (Resolve(first) is not { } start) return null;
        if (last.Year.Which != Which.NotSaid) return Join(start, Resolve(last));
        var end = In(last, start.Start.Year);
        if (end is { } early && early.End < start.Start) end = In(last, start.Start.Year + 1);
        return Join(start, end);
    }

    /// <summary>Readings of the left-out year other than the chosen one, for a plan of several years.</summary>
    public IEnumerable<int> OtherYears(CalendarPart part)
    {
        if (part.Year.Which != Which.NotSaid || PlanFrom is not { } from || PlanTo is not { } to || part.Grain is Grain.Plan or Grain.SchoolYear or Grain.Year) return [];
        var chosen = Year(part);
        return Enumerable.Range(from.Year, to.Year - from.Year + 1).Where(year => year != chosen && In(part, year) is { } range && range.Meets(new(from, to)));
    }

    static bool IsUndatedUnit(CalendarPart part) => part is { Number: null, Which: Which.NotSaid, Month.Which: Which.NotSaid, Year.Which: Which.NotSaid }
        && part.Grain is Grain.Week or Grain.Decade or Grain.Month or Grain.Quarter or Grain.HalfYear;

    int? Year(CalendarPart part) => part.Year.Which switch
    {
        Which.Numbered => part.Year.Number,
        Which.Next or Which.AfterReporting => Today?.Year + 1,
        Which.Previous => Today?.Year - 1,
        Which.NotSaid => YearInPlan(part),
        _ => Today?.Year,
    };

    /// <summary>
    /// The year in which the part lies inside the plan; of several, the first that does not end before the act. What an
    /// act orders or asks to report cannot be due before the act, so there the next year is taken.
    /// </summary>
    int? YearInPlan(CalendarPart part)
    {
        // The new year that a plan is carried out before is the one at its end.
        if (part.Feast?.Key == "new_year" && Today is { } now) return now.Year + 1;
        if (PlanFrom is not { } from || PlanTo is not { } to || to < from) return Today is { } today ? FirstFrom(part, today) : null;

        var inside = Enumerable.Range(from.Year - 1, Math.Min(to.Year - from.Year, 100) + 2).Where(year => In(part, year) is { } range && range.Meets(new(from, to))).ToList();
        if (ActDate is not { } act) return inside.Count > 0 ? inside[0] : from.Year;
        var ahead = inside.Where(year => In(part, year)!.Value.End >= act).ToList();
        if (ahead.Count > 0) return ahead[0];
        if (clause is TermClause.ReportClause or TermClause.ActTask && from.Year == to.Year) return FirstFrom(part, act);
        return inside.Count > 0 ? inside[0] : from.Year;
    }

    static int FirstFrom(CalendarPart part, DateOnly day) => In(part, day.Year) is { } range && range.End < day ? day.Year + 1 : day.Year;

    DateRange? PlainYear()
    {
        if (PlanFrom is { } from && PlanTo is { } to && !ManyYears && from.Year != to.Year && to >= from) return new(from, to);
        return ((OneYear ? PlanFrom : null) ?? Today) is { } day ? Days(day.Year, 1, 1, day.Year, 12, 31) : null;
    }

    DateRange? SchoolYear(CalendarPart part)
    {
        int? start = part.Year.Which == Which.Numbered ? part.Year.Number : null;
        if (start is null && (PlanFrom ?? ActDate) is { } from && Today is { } today)
        {
            var current = today.Month >= 7 ? today.Year : today.Year - 1;
            if (part.Edge == Edge.Beginning || part.Which == Which.Next) start = today > new DateOnly(today.Year, 9, 1) ? today.Year + 1 : today.Year;
            else start = from.Month >= 7 ? from.Year : current;
        }
        return start is { } year ? Days(year, 9, 1, year + 1, 5, 31) : null;
    }

    static DateRange? Semester(int number, int? schoolYear) => schoolYear is not { } year ? null
        : number == 1 ? Days(year, 9, 1, year, 12, 31) : Days(year + 1, 1, 1, year + 1, 5, 31);

    /// <summary>«цього місяця», «наступного кварталу»: counted from the act's date.</summary>
    DateRange? Around(CalendarPart part)
    {
        if (Today is not { } day) return null;
        var which = part.Which is Which.NotSaid ? part.Month.Which : part.Which;
        var step = which switch { Which.Next or Which.AfterReporting => 1, Which.Previous => -1, _ => 0 };
        switch (part.Grain)
        {
            case Grain.Day: return part.Number is { } number ? In(part with { Month = new(Which.Numbered, day.AddMonths(step).Month) }, day.AddMonths(step).Year) : null;
            case Grain.Weekday or Grain.WorkingDay or Grain.HalfMonth:
            case Grain.Decade or Grain.Week when part.Number is not null:
                return In(part with { Month = new(Which.Numbered, day.AddMonths(step).Month) }, day.AddMonths(step).Year);
            case Grain.Week:
                var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7) + (7 * step));
                return new(monday, monday.AddDays(6));
            case Grain.Decade:
                return In(new(Grain.Decade) { Number = Math.Clamp(((day.Day - 1) / 10) + 1, 1, 3), Month = new(Which.Numbered, day.Month) }, day.Year);
            case Grain.Month:
                return In(new(Grain.Month) { Month = new(Which.Numbered, day.AddMonths(step).Month) }, day.AddMonths(step).Year);
            case Grain.Quarter:
                var quarter = day.AddMonths(3 * step);
                return In(new(Grain.Quarter) { Number = ((quarter.Month - 1) / 3) + 1 }, quarter.Year);
            case Grain.HalfYear:
                var half = day.AddMonths(6 * step);
                return In(new(Grain.HalfYear) { Number = half.Month <= 6 ? 1 : 2 }, half.Year);
            default:
                return Days(day.Year + step, 1, 1, day.Year + step, 12, 31);
        }
    }

    /// <summary>The days of a part in a given year. Weeks of a month are its days 1–7, 8–14, 15–21, 22–28 and the rest.</summary>
    public static DateRange? In(CalendarPart part, int year)
    {
        if (year is < 1900 or > 2200) return null;
        var month = part.Month.Number is >= 1 and <= 12 ? part.Month.Number : 1;
        var length = DateTime.DaysInMonth(year, month);
        DateRange InMonth(int from, int to) => Days(year, month, Math.Min(from, length), year, month, Math.Min(to, length));
        var number = part.Number ?? 1;
        return part.Grain switch
        {
            Grain.Day => number < 0 ? InMonth(length, length) : InMonth(number, number),
            Grain.Weekday => One(Feasts.Nth(year, month, part.Weekday ?? DayOfWeek.Monday, number)),
            Grain.WorkingDay => One(WorkingDay(year, month, number)),
            Grain.Week => number < 0 ? InMonth(length - 6, length) : number >= 5 ? InMonth(29, length) : InMonth((7 * number) - 6, 7 * number),
            Grain.Decade => number is < 0 or >= 3 ? InMonth(21, length) : InMonth((10 * number) - 9, 10 * number),
            Grain.HalfMonth => number == 1 ? InMonth(1, 15) : InMonth(16, length),
            Grain.Month => InMonth(1, length),
            Grain.MonthsFromJanuary => Months(year, 1, number),
            Grain.Quarter => number < 0 ? Months(year, 10, 3) : Months(year, (3 * Math.Clamp(number, 1, 4)) - 2, 3),
            Grain.HalfYear => number == 1 ? Months(year, 1, 6) : Months(year, 7, 6),
            Grain.Semester => Semester(number, number == 1 ? year : year - 1),
            Grain.Season => number == 4 ? Days(year, 12, 1, year + 1, 2, DateTime.DaysInMonth(year + 1, 2)) : Months(year, 3 * number, 3),
            Grain.Feast => part.Feast is { } feast ? One(feast.In(year)) : null,
            Grain.SchoolYear => Days(year, 9, 1, year + 1, 5, 31),
            _ => Months(year, 1, 12),
        };
    }

    /// <summary>A part of a stretch, as «на початку», «у середині», «наприкінці» say it: a decade of a month, a month of a longer stretch.</summary>
    public static DateRange At(DateRange whole, Edge edge)
    {
        if (edge == Edge.Whole) return whole;
        if (whole.End.DayNumber - whole.Start.DayNumber <= 31)
        {
            var (year, month) = (whole.Start.Year, whole.Start.Month);
            return In(new(Grain.Decade) { Number = edge switch { Edge.Beginning => 1, Edge.Middle => 2, _ => 3 }, Month = new(Which.Numbered, month) }, year)!.Value;
        }
        var opening = edge switch { Edge.Beginning => whole.Start, Edge.End => new(whole.End.Year, whole.End.Month, 1), _ => Middle(whole) };
        return Months(opening.Year, opening.Month, 1);
    }

    /// <summary>The last day of the first half.</summary>
    public static DateOnly Middle(DateRange whole)
    {
        var months = ((whole.End.Year - whole.Start.Year) * 12) + whole.End.Month - whole.Start.Month + 1;
        if (months % 2 == 0) return whole.Start.AddMonths(months / 2).AddDays(-1);
        var month = whole.Start.AddMonths(months / 2);
        return new(month.Year, month.Month, Math.Min(15, DateTime.DaysInMonth(month.Year, month.Month)));
    }

    static DateOnly WorkingDay(int year, int month, int nth)
    {
        var days = Enumerable.Range(1, DateTime.DaysInMonth(year, month)).Select(day => new DateOnly(year, month, day))
            .Where(WorkingCalendar.Ukraine.IsWorking).ToList();
        return nth == Numerals.Last ? days[^1] : days[Math.Clamp(nth, 1, days.Count) - 1];
    }

    static DateRange? Join(DateRange? first, DateRange? last) => first is { } a && last is { } b && a.Start <= b.End ? new(a.Start, b.End) : null;

    static DateRange One(DateOnly day) => new(day, day);

    static DateRange Months(int year, int first, int count)
    {
        var start = new DateOnly(year, first, 1);
        return new(start, start.AddMonths(Math.Max(1, count)).AddDays(-1));
    }

    static DateRange Days(int y1, int m1, int d1, int y2, int m2, int d2) => new(new(y1, m1, d1), new(y2, m2, d2));
}
