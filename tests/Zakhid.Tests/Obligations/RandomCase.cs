using System.Globalization;
using Zakhid.Calendar;
using Zakhid.Obligations;
using Zakhid.Terms;

namespace Zakhid.Tests.Obligations;

/// <summary>
/// A term as a phrase, beside what a person would count on a wall calendar: on which days the measure is carried out, and
/// which days are its last ones. Nothing here asks the program.
/// </summary>
/// <param name="Phrase">As an act would print it.</param>
/// <param name="Runs">Whether the measure is carried out on a day.</param>
/// <param name="IsLast">Whether a day is a control date.</param>
sealed record CountedTerm(string Phrase, Func<DateOnly, bool> Runs, Func<DateOnly, bool> IsLast)
{
    /// <summary>The day of the event that the term waits for.</summary>
    public DateOnly? Event { get; init; }
    /// <summary>The day by which it has to be done, where there is one.</summary>
    public DateOnly? Deadline { get; init; }
}

/// <summary>One case of the comparison: a rule, a term, an act's day, a plan, a policy and a calendar, all drawn by chance.</summary>
sealed record RandomCase(int Seed, ReportingRule Rule, int Months, DateOnly Act, DateOnly PlanFrom, DateOnly PlanTo, DayOffPolicy Policy, bool Transfers, CountedTerm Term)
{
    static readonly string[] MonthNames = ["січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня", "жовтня", "листопада", "грудня"];
    static readonly string[] Roman = ["I", "II", "III", "IV"];

    public static RandomCase Of(int seed, SecondOpinion with, SecondOpinion without)
    {
        var random = new Random(seed);
        var act = new DateOnly(2019, 1, 10).AddDays(random.Next(6 * 365));
        var planFrom = act.AddDays(random.Next(-200, 200));
        var planTo = (planFrom > act ? planFrom : act).AddDays(random.Next(900));
        var transfers = random.Next(2) == 0;
        var (rule, months) = RandomRule(random);
        return new(seed, rule, months, act, planFrom, planTo, (DayOffPolicy)random.Next(3), transfers, RandomTerm(random, act, planFrom > act ? planFrom : act, planTo, transfers ? with : without));
    }

    static (ReportingRule Rule, int Months) RandomRule(Random random)
    {
        var (length, months) = random.Next(4) switch { 0 => (PeriodLength.Month, 1), 1 => (PeriodLength.HalfYear, 6), 2 => (PeriodLength.Year, 12), _ => (PeriodLength.Quarter, 3) };
        var fixedDays = months == 12 && random.Next(2) == 0;
        return (new()
        {
            Kind = ObligationKind.Report,
            Periodicity = length,
            Day = random.Next(1, 32),
            Ground = "пункт 2 розпорядження",
            MonthRule = fixedDays ? MonthRule.Fixed : random.Next(2) == 0 ? MonthRule.LastMonthOfPeriod : MonthRule.NextMonth,
            Months = fixedDays ? [random.Next(1, 13)] : [],
        }, months);
    }

    static CountedTerm RandomTerm(Random random, DateOnly act, DateOnly opening, DateOnly planTo, SecondOpinion opinion)
    {
        var day = act.AddDays(random.Next(0, 700));
        var (year, quarter) = (day.Year, random.Next(1, 5));
        bool InPlan(DateOnly d) => d >= opening && d <= planTo;
        bool Never(DateOnly d) => false;
        CountedTerm Ends(string phrase, int months) => new(phrase, InPlan, d => InPlan(d) && d.AddDays(1).Day == 1 && d.Month % months == 0);
        CountedTerm By(string phrase, DateOnly last) => new(phrase, d => last < opening ? d == last : d >= opening && d <= last, d => d == last) { Deadline = last };
        switch (random.Next(15))
        {
            case 0: return By($"до {day.Day} {MonthNames[day.Month - 1]} {day.Year} року", day);
            case 1: return new($"протягом {year} року", d => d.Year == year, d => d == new DateOnly(year, 12, 31)) { Deadline = new(year, 12, 31) };
            case 2:
                var to = random.Next(quarter, 5);
                var end = new DateOnly(year, to * 3, to is 1 or 4 ? 31 : 30);
                return new(quarter == to ? $"{Roman[quarter - 1]} квартал {year} року" : $"{Roman[quarter - 1]}–{Roman[to - 1]} квартали {year} року",
                    d => d.Year == year && (d.Month + 2) / 3 >= quarter && (d.Month + 2) / 3 <= to, d => d == end)
                { Deadline = end };
            case 3: return Ends("щомісяця", 1);
            case 4: return Ends("щокварталу", 3);
            case 5: return Ends("щопівроку", 6);
            case 6: return Ends("щороку", 12);
            case 7: return new("Постійно", InPlan, Never);
            case 8:
                var start = new DateOnly(year, ((quarter - 1) * 3) + 1, 1);
                return new($"Постійно, починаючи з {Roman[quarter - 1]} кварталу {year} року", d => d >= start && d <= planTo, Never);
            case 9:
                var number = random.Next(1, 29);
                return new($"щомісяця до {number} числа", InPlan, d => InPlan(d) && d.Day == number);
            case 10: return new(random.Next(2) == 0 ? "двічі на рік" : "не менше двох разів на рік", InPlan, Never);
            case 11: return new(random.Next(3) switch { 0 => "за потреби", 1 => "у разі звернення громадян", _ => "у міру надходження запитів" }, InPlan, Never);
            case 12:
                var (working, happened) = (random.Next(2, 15), act.AddDays(random.Next(-30, 500)));
                var due = happened;
                for (var left = working; left > 0;)
                {
                    due = due.AddDays(1);
                    if (opinion.IsWorked(due)) left--;
                }
                return new($"протягом {working} робочих днів після затвердження обласного бюджету", d => d >= happened && d <= due, d => d == due) { Event = happened, Deadline = due };
            case 13:
                var (before, meeting) = (random.Next(2, 29), act.AddDays(random.Next(60, 500)));
                return By($"не пізніше ніж за {before} днів до проведення форуму", meeting.AddDays(-before)) with { Event = meeting };
            default:
                var days = random.Next(5, 60);
                return By($"у {days.ToString(CultureInfo.InvariantCulture)}-денний строк", act.AddDays(days));
        }
    }

    public override string ToString() => $"seed {Seed}: «{Term.Phrase}», act {Act:O}, plan {PlanFrom:O}…{PlanTo:O}, {Rule.Periodicity} {Rule.Day} {Rule.MonthRule} {string.Join(',', Rule.Months)}, {Policy}, transfers {Transfers}, event {Term.Event:O}";

    WorkingCalendar Calendar => Transfers ? WorkingCalendar.Ukraine : WorkingCalendar.WithoutTransfers;

    /// <summary>What the program says: a line for each obligation and control date.</summary>
    public List<string> Program()
    {
        var plan = new PlanPeriod(PlanFrom, PlanTo);
        var read = TermLanguage.Read(Term.Phrase, TermClause.MeasureTerm, new(PlanFrom, PlanTo, Act));
        var term = AwaitedEvent.Dated(read, _ => Term.Event is { } day ? new(day) : null, Calendar);
        var owing = new Owing(0, MeasureWindow.Of(term, plan, Act), true) { ExtendedTo = Term.Event is null ? null : term.End };
        return
        [
            .. ObligationCalendar.Derive(Act, plan, [Rule], [owing], Calendar, Policy).Select(o => Line(o.Period.Start, o.Period.End, o.Due.Nominal, o.Due.Adjusted, o.CoversFrom)),
            .. ControlDate.Of(term, plan, Act, Calendar, Policy).Select(date => Line(date.Due.Nominal, date.Due.Adjusted)),
        ];
    }

    /// <summary>What counting on the calendar says.</summary>
    public List<string> Counted(SecondOpinion with, SecondOpinion without)
    {
        var opinion = Transfers ? with : without;
        var lines = new List<string>();
        var from = Act;
        var last = Term.Event is not null && Term.Deadline > PlanTo ? Term.Deadline.Value : PlanTo;
        foreach (var (start, end) in SecondOpinion.Periods(Months, new(2018, 12, 31), new(2029, 12, 31)))
        {
            if (end < Act || end < PlanFrom || start > last) continue;
            var nominal = SecondOpinion.Nominal(Rule.Day, Rule.MonthRule, end, Rule.Months);
            if (nominal < Act) continue;
            var adjusted = opinion.Adjusted(nominal, Policy);
            var runs = false;
            for (var day = start; day <= end && !runs; day = day.AddDays(1)) runs = Term.Runs(day);
            if (runs) lines.Add(Line(start, end, nominal, adjusted, from));
            from = (adjusted < end ? adjusted : end).AddDays(1);
        }
        for (var day = Act; day <= new DateOnly(2029, 12, 31); day = day.AddDays(1))
            if (Term.IsLast(day)) lines.Add(Line(day, opinion.Adjusted(day, Policy)));
        return lines;
    }

    static string Line(params DateOnly[] days) => string.Join(' ', days.Select(day => day.ToString("O", CultureInfo.InvariantCulture)));
}
