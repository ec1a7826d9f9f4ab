using Zakhid.Text;

namespace Zakhid.Terms.Grammar;

/// <summary>Due days that follow from periods rather than dates: their ends, days after them, summaries, days of single periods.</summary>
sealed partial class DueDays
{
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
            case PeriodLength.Day: rules.AddRule(every?.WorkingDays == true ? "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR" : every?.DaysOff == true ? "FREQ=WEEKLY;BYDAY=SA,SU" : $"FREQ=DAILY{step}"); break;
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
