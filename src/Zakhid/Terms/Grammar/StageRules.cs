namespace Zakhid.Terms.Grammar;

/// <summary>Summaries, days of single periods, and the words that open a further stage.</summary>
static class StageRules
{
    public static Piece? Read(Cursor c)
    {
        var start = c.At;
        Piece? piece = Mark(c);
        if (piece is null) { c.At = start; piece = OwnDay(c); }
        if (piece is null) { c.At = start; piece = Summing(c); }
        if (piece is null) { c.At = start; piece = ForNextYear(c); }
        if (piece is null) { c.At = start; piece = Label(c); }
        if (piece is null) { c.At = start; return null; }
        return piece with { From = start, To = c.At };
    }

    /// <summary>«далі –», «надалі», «у подальшому», «для її узагальнення», «з подальшим інформуванням», «звіт», «інформувати».</summary>
    static StageMark? Mark(Cursor c)
    {
        if (c.Take("далі", "надалі", "потім", "згодом") || c.TakeAll("у", "подальшому") || c.TakeAll("в", "подальшому") || c.TakeAll("після", "цього") || c.TakeAll("у", "наступні", "роки")) return new(StageRole.Next);
        var start = c.At;
        if (c.Take("для", "з", "із", "щодо") || c.TakeAll("з", "метою"))
        {
            c.Take("метою", "їх", "її", "його", "наступного", "подальшого", "наступним", "подальшим");
            if (c.TakeStem("узагальн", "подальш", "подан", "інформув", "зведен", "підготовк", "звітув")) return new(StageRole.ConsolidatedReport);
        }
        c.At = start;
        if (c.TakeStem("узагальнен", "зведен", "узагальнює", "узагальнити")) return new(StageRole.ConsolidatedReport);
        return c.TakeStem("звіт", "інформац", "інформув", "звітув", "доповід") && !Cursor.StartsWith(c.Peek(-1), "звітн") ? new(StageRole.Report) : null;
    }

    /// <summary>«за підсумками I півріччя та року», «за результатами кварталу, півріччя, 9 місяців і року».</summary>
    static Summing? Summing(Cursor c)
    {
        var start = c.At;
        if (c.Take("після", "по") && c.TakeStem("закінчен", "завершен"))
        {
            c.TakeStem("кожн", "звітн");
            return PeriodRules.Read(c, plain: true) is { Year.Which: Which.NotSaid, Number: null, Which: Which.NotSaid, Grain: Grain.Quarter or Grain.Month or Grain.HalfYear or Grain.Year } ended ? new([ended]) : null;
        }
        c.At = start;
        if (!(c.Take("за", "по") && c.TakeStem("підсумк", "результат", "наслідк", "підсумок"))) return null;
        c.TakeStem("роботи", "викон", "діяльн");
        var periods = new List<CalendarPart>();
        var numbers = new List<int>();
        var end = c.At;
        for (var more = true; more;)
        {
            if (Period(c) is { } period)
            {
                periods.AddRange(numbers.Select(number => period with { Number = number }));
                periods.Add(period);
                numbers.Clear();
                end = c.At;
            }
            else if (NumberedRules.Place(c) is { } number) numbers.Add(number);
            else break;
            more = c.Take(",") | c.Take("та", "і", "й", "а") | c.Take("також") | c.Take("за") | c.TakeStem("підсумк");
        }
        c.At = end;
        return periods.Count > 0 ? new(periods) : null;
    }

    static CalendarPart? Period(Cursor c)
    {
        var start = c.At;
        if (c.TakeCardinal() is 9 && CalendarWords.Unit(c.Word) == PeriodLength.Month)
        {
            c.At++;
            return new(Grain.MonthsFromJanuary) { Number = 9, Year = YearRules.Year(c) };
        }
        c.At = start;
        c.TakeStem("кожн");
        return PeriodRules.Read(c, plain: true);
    }

    /// <summary>«за IV квартал – до 10 грудня», «у грудні – до 20 числа», «за рік – до 15 січня».</summary>
    static OwnDay? OwnDay(Cursor c)
    {
        if (!c.Take("за", "у", "в")) return null;
        var about = c.Peek(-1) == "за";
        var summed = about && c.TakeStem("підсумк", "результат");
        if (PeriodRules.Read(c, plain: about) is not { } of || of.Grain is not (Grain.Quarter or Grain.Month or Grain.Year or Grain.HalfYear)) return null;
        var numbered = of.Number is not null || of.InNamedMonth || of.Grain == Grain.Year;
        if (!c.Take("-", ":", ",") && !numbered && !summed) return null;
        if (!DatesRule.Until(c)) return null;
        if (DayRules.Read(c) is not { Grain: Grain.Day } day) return null;
        // «за підсумками півріччя до 10 липня»: the month tells which half it is.
        if (of is { Grain: Grain.HalfYear, Number: null } && day.Month.IsNumbered) of = of with { Number = day.Month.Number is >= 5 and <= 10 ? 1 : 2 };
        else if (summed && !numbered) return null;
        return (of.Grain != Grain.Year || of.Year.Which == Which.NotSaid) ? new(of, day) : null;
    }

    /// <summary>Words about the term that are not the term: «Строк виконання:», «до 16.00».</summary>
    static Label? Label(Cursor c)
    {
        var start = c.At;
        if (c.At == 0 && c.TakeStem("строк", "термін") && (c.TakeStem("виконан", "проведен", "реаліз", "подан", "здійснен") | c.Take("-", ":"))) { c.Take("-", ":"); return new(); }
        c.At = start;
        return c.Take("до", "о", "об") && DatesRule.Clock(c, afterClock: c.Peek(-1) != "до") ? new() : null;
    }

    /// <summary>«на наступний календарний рік» in a duty that is done in «поточного року».</summary>
    static ForNextYear? ForNextYear(Cursor c)
    {
        if (!c.Take("на") || !c.TakeStem("наступн")) return null;
        c.TakeStem("календарн", "бюджетн");
        return YearRules.YearNoun(c) ? new() : null;
    }
}
