namespace Zakhid.Terms.Grammar;

enum Grain { Day, Weekday, WorkingDay, Week, Decade, HalfMonth, Month, MonthsFromJanuary, Quarter, HalfYear, Semester, Season, SchoolYear, Year, Plan, Feast }

/// <summary>Which year or which unit without a number of its own: «цього року», «наступного місяця», «кожного кварталу».</summary>
enum Which { NotSaid, Numbered, This, Next, Previous, Every, Reporting, AfterReporting }

/// <summary>Which end of a stretch is meant: «до кінця кварталу», «на початку року», «у середині червня».</summary>
enum Edge { Whole, Beginning, Middle, End }

readonly record struct YearNaming(Which Which, int Number = 0);

/// <summary>
/// The month that a day belongs to: numbered («15 березня»), or named by its place: <see cref="Nth"/> of a period
/// («останнього місяця кварталу» is −1), after it («місяця, що настає за звітним»), or any («15 числа»).
/// </summary>
readonly record struct MonthNaming(Which Which, int Number = 0, int Nth = 0, PeriodLength? Period = null)
{
    public bool IsNumbered => Which == Which.Numbered;
}

/// <summary>A stretch of the calendar as a phrase names it: some of its coordinates may be missing.</summary>
sealed record CalendarPart(Grain Grain)
{
    /// <summary>Day of the month, or number of the quarter, half, decade, week, month count; −1 is the last one.</summary>
    public int? Number { get; init; }
    public MonthNaming Month { get; init; }
    public YearNaming Year { get; init; }
    public DayOfWeek? Weekday { get; init; }
    /// <summary>For a unit without a number: «поточного кварталу».</summary>
    public Which Which { get; init; }
    public Edge Edge { get; init; }
    public Feast? Feast { get; init; }
    /// <summary>A number whose noun stands with a later part: «ІІ» of «ІІ-ІV квартали», «18» of «з 18 до 31 серпня».</summary>
    public bool Loose { get; init; }

    public bool InNamedMonth => Month.IsNumbered;

    /// <summary>The part recurs by its own words: «15 числа», «середа», «кожного кварталу», «до 1 березня кожного року».</summary>
    public bool Recurs => Year.Which is Which.Every or Which.AfterReporting || Which is Which.Every or Which.Reporting
        || (Grain is Grain.Day or Grain.Weekday or Grain.WorkingDay or Grain.Week or Grain.Decade or Grain.HalfMonth
            && Month.Which is not (Which.Numbered or Which.This or Which.Next) && Which == Which.NotSaid && Edge == Edge.Whole);
}

/// <summary>One part, or two that a dash or «з … по …» joins into a stretch.</summary>
sealed record Stretch(CalendarPart First, CalendarPart? Last = null)
{
    public CalendarPart Closing => Last ?? First;
}
