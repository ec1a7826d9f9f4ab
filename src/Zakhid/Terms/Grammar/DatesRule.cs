namespace Zakhid.Terms.Grammar;

/// <summary>A preposition and one or more calendar parts: «до 15 березня та 15 вересня», «з 1 по 10 червня», «ІІ–IV квартали».</summary>
static class DatesRule
{
    public static Dates? Read(Cursor c)
    {
        var start = c.At;
        foreach (var (role, opens, plain) in Prepositions(c))
        {
            if (Parts(c, role, plain, out var choice) is { Count: > 0 } stretches)
                return new Dates(role == DateRole.Between ? DateRole.During : role, stretches) { OpensWithAct = opens, Choice = choice, From = start, To = c.At };
            c.At = start;
        }
        return null;
    }

    /// <summary>The readings of the words before a date, the longest first; the last takes no words at all.</summary>
    static IEnumerable<(DateRole, bool OpensWithAct, bool Plain)> Prepositions(Cursor c)
    {
        var start = c.At;
        var during = c.Take("протягом", "упродовж", "впродовж") || c.TakeAll("на", "протязі");
        if (during)
        {
            c.TakeStem("період");
            yield return (DateRole.During, false, true);
            c.At = start;
            c.At++;
            yield return (DateRole.During, false, true);
            yield break;
        }

        var span = c.Take("у", "в", "на", "за") && c.TakeStem("період", "строк", "термін", "проміж");
        if (!span) c.At = start;
        if (span)
        {
            var period = c.Peek(-1).StartsWith("період", StringComparison.Ordinal);
            c.TakeAll("часу");
            c.Take(":");
            var afterSpan = c.At;
            if (c.TakeWithOptional("починаючи", "з", "із", "зі", "від")) yield return (DateRole.Since, false, false);
            c.At = afterSpan;
            if (Until(c)) yield return (DateRole.Until, period, false);
            c.At = afterSpan;
            yield return (DateRole.During, false, true);
            c.At = start;
        }

        if (c.TakeStem("строк", "термін") && (c.Take("-", ":") || true) && Until(c)) { yield return (DateRole.Until, false, false); yield break; }
        c.At = start;
        if (c.Take("строком", "терміном") && c.Take("на")) { yield return (DateRole.During, false, false); yield break; }
        c.At = start;
        if (Until(c)) { yield return (DateRole.Until, false, true); yield break; }
        if (c.TakeAll("не", "раніше"))
        {
            _ = c.Take("ніж", "як", "за");
            c.Take("з");
            yield return (DateRole.Since, false, false);
            yield break;
        }
        if (c.TakeWithOptional("починаючи", "з", "із", "зі", "від")) { yield return (DateRole.Since, false, false); yield break; }
        if (c.TakeAll("під", "час") || c.TakeAll("у", "межах") || c.TakeAll("в", "межах")) { yield return (DateRole.During, false, true); yield break; }
        if (c.Take("між")) { yield return (DateRole.Between, false, false); yield break; }
        if (c.Take("після")) { yield return (DateRole.After, false, false); yield break; }
        if (c.Take("у", "в", "на", "за", "станом")) { c.Take("на"); yield return (DateRole.During, false, false); yield break; }
        yield return (DateRole.At, false, false);
    }

    /// <summary>«до», «по», «не пізніше (ніж, як) (до)», «у строк до», «включно до».</summary>
    public static bool Until(Cursor c)
    {
        var start = c.At;
        if (c.TakeAll("не", "пізніше") || c.TakeAll("не", "пізніш") || c.TakeAll("не", "пізнише") || c.TakeAll("але", "не", "пізніше"))
        {
            c.Take("ніж", "як", "за", "від");
            c.Take("до", "за");
            return true;
        }
        if (c.Take("включно") && c.Take("до", "по")) return true;
        c.At = start;
        return c.Take("до", "по");
    }

    static List<Stretch>? Parts(Cursor c, DateRole role, bool plain, out bool choice)
    {
        choice = false;
        if (role == DateRole.During && MonthsOfYear(c) is { } months) return [months];
        var parts = new List<(CalendarPart Part, char Link, int End)>();
        var link = ' ';
        while (Part(c, role, plain && parts.Count == 0) is { } part)
        {
            if (part.Grain == Grain.Feast) DateOfFeast(c);
            parts.Add((part, link, c.At));
            TimeOfDay(c);
            if (!c.Take("включно") && !c.TakeAll("(", "включно", ")")) c.TakeAll(",", "включно");
            parts[^1] = parts[^1] with { End = c.At };
            link = Link(c, role, ref choice, parts.Count);
            if (link == ' ') break;
        }
        if (Joined(parts) is not { Count: > 0 } stretches) return null;
        c.At = parts[^1].End;
        return stretches;
    }

    /// <summary>«(протягом) 9 місяців 2024 року»: from January on.</summary>
    static Stretch? MonthsOfYear(Cursor c)
    {
        var start = c.At;
        if (c.IsNumber() && c.TakeCardinal() is { } count and > 1 and < 13 && c.TakeStem("місяц") && YearRules.Year(c) is { Which: Which.Numbered } year)
            return new(new(Grain.Month) { Month = new(Which.Numbered, 1), Year = year }, new(Grain.Month) { Month = new(Which.Numbered, count), Year = year });
        c.At = start;
        return null;
    }

    /// <summary>«до Дня Соборності України (22 січня)»: the bracket says the same day again.</summary>
    static void DateOfFeast(Cursor c)
    {
        var start = c.At;
        if (!(c.Take("(") && DayRules.Read(c) is { Grain: Grain.Day } && c.Take(")"))) c.At = start;
    }

    /// <summary>What joins the next part: a range, a list, or nothing.</summary>
    static char Link(Cursor c, DateRole role, ref bool choice, int count)
    {
        if (c.Take("-")) return '-';
        if (role == DateRole.Between && count == 1 && c.Take("та", "і", "й", "до")) return '-';
        if (c.Word == "/" && c.IsNumber(1) && c.Peek(1).Length == 4 && c.Peek(-1).Length == 4 && c.IsNumber(-1)) { c.At++; return '-'; }
        if (c.Word == "/" && !c.IsNumber(1)) { c.At++; choice = true; return ','; }
        if (role == DateRole.Since && count == 1 && c.Take("по", "до", "і", "та") && (c.Peek(-1) is "по" or "до" || c.Take("по", "до"))) return '-';
        if (role == DateRole.Since && count == 1 && c.Word == "," && c.Peek(1) is "по" or "до") return ' ';
        var start = c.At;
        var comma = c.Take(",", ";");
        // «IV квартал 2021 року, I квартал 2022 року»: this I is a numeral, not «і».
        var and = !(c.Word is "i" or "і" && (NumberedRules.IsHead(c.Peek(1)) || c.Peek(1) == "-")) && c.Take("та", "і", "й", "а", "також", "або", "чи", "i");
        if (and && c.Peek(-1) is "або" or "чи") choice = true;
        if (c.Take("також")) and = true;
        if (!comma && !and) { c.At = start; return ' '; }
        var after = c.At;
        if (role == DateRole.Until && !c.Take("до")) c.TakeAll("не", "пізніше");
        if (role == DateRole.During && !c.Take("у", "в", "на", "за")) c.At = after;
        return ',';
    }

    static CalendarPart? Part(Cursor c, DateRole role, bool plain)
    {
        var start = c.At;
        var edge = EdgeOf(c);
        if (edge != Edge.Whole && DayRules.Read(c) is { Grain: Grain.Feast } feast) return feast with { Edge = edge };
        if (edge != Edge.Whole && PeriodRules.EachUnit(c) is { } each) return each with { Edge = edge };
        if (edge != Edge.Whole && PeriodRules.Read(c, plain: true) is { } whole) return whole with { Edge = edge };
        c.At = start;
        // «протягом місяця» counts a month from the act; «протягом року» is the calendar year.
        var part = DayRules.Read(c) ?? PeriodRules.Read(c, plain);
        if (part is { Grain: Grain.Month or Grain.Week or Grain.Decade, Which: Which.NotSaid, Number: null, Month.Which: Which.NotSaid } && role == DateRole.During) part = null;
        if (part is { Number: null, Which: Which.NotSaid, Feast: null, Weekday: null, Year.Which: Which.NotSaid, Month.Which: Which.NotSaid } && role == DateRole.Until
            && part.Grain is not (Grain.SchoolYear or Grain.Season or Grain.Plan)) part = null;
        if (part is not null) return part;
        c.At = start;
        return Loose(c);
    }

    static Edge EdgeOf(Cursor c)
    {
        if (c.Take("кінця", "кінець", "кінці", "наприкінці", "завершення", "закінчення", "кінцем", "прикінці")) return Edge.End;
        if (c.Take("початку", "початок", "початком", "напочатку")) return Edge.Beginning;
        return c.Take("середини", "середина", "середині", "середину", "посередині") ? Edge.Middle : Edge.Whole;
    }

    /// <summary>A number that a list or a range gives its noun later: «5, 12 та 19 березня», «з 18 до 31 серпня».</summary>
    static CalendarPart? Loose(Cursor c)
    {
        var start = c.At;
        if (NumberedRules.Place(c) is { } number && number is (>= 1 and <= 31) or Text.Numerals.Last)
        {
            c.TakeStem("числ");
            if (c.Word is "-" or "," or "та" or "і" or "й" or "i" or "або" or "по" or "до" or ";" or "/") return new(Grain.Day) { Number = number, Loose = true };
        }
        c.At = start;
        return null;
    }

    /// <summary>«о 9.00», «об 11:00 год.», «з 10.00 до 12.00»: the day is what matters.</summary>
    static void TimeOfDay(Cursor c)
    {
        var start = c.At;
        c.Take(",", "(");
        if (c.Take("о", "об", "з", "o") && Clock(c, afterClock: true))
        {
            if (c.Take("до", "-", "по")) Clock(c, afterClock: true);
            c.Take(")");
            return;
        }
        c.At = start;
    }

    public static bool Clock(Cursor c, bool afterClock)
    {
        var start = c.At;
        if (c.IsNumber() && c.Word.Length <= 2 && int.Parse(c.Word) <= 24)
        {
            c.At++;
            var minutes = c.Word is "." or ":" or "-" && c.IsNumber(1) && c.Peek(1).Length == 2 && c.Touches(0) && c.Touches(1);
            // «до 15.08» is a date; «до 15.00» and «до 15:08» are hours.
            var dated = minutes && c.Word == "." && !afterClock && int.Parse(c.Peek(1)) is >= 1 and <= 12;
            if (minutes) c.At += 2;
            var hours = c.TakeStem("год");
            if (hours) c.Take(".");
            if ((hours || minutes && !dated) && !(c.Word == "." && c.IsNumber(1))) return true;
        }
        c.At = start;
        return false;
    }

    /// <summary>Gives loose numbers the noun, and parts without a month or year the one, that stands with the next part.</summary>
    static List<Stretch>? Joined(List<(CalendarPart Part, char Link, int End)> parts)
    {
        while (parts.Count > 0 && parts[^1].Part.Loose) parts.RemoveAt(parts.Count - 1);
        for (var i = parts.Count - 2; i >= 0; i--)
        {
            var (part, next, range) = (parts[i].Part, parts[i + 1].Part, parts[i + 1].Link == '-');
            if (part.Loose)
            {
                if (next.Number is null || next.Grain is Grain.Feast or Grain.Season || (next.Grain != Grain.Day && part.Number > 12)) { parts.RemoveRange(i + 1, parts.Count - i - 1); parts.RemoveAt(i); i = parts.Count - 1; continue; }
                parts[i] = parts[i] with { Part = next with { Number = part.Number } };
            }
            else if (!range && part.Year.Which == Which.NotSaid && part.Grain is not (Grain.Year or Grain.Plan) && !(part.Grain == Grain.Day && next.Grain == Grain.Year) && next.Year.Which is not Which.NotSaid)
                parts[i] = parts[i] with { Part = part with { Year = next.Year } };
        }

        var stretches = new List<Stretch>();
        for (var i = 0; i < parts.Count; i++)
        {
            var (part, link, _) = parts[i];
            if (stretches.Count == 0) stretches.Add(new(part));
            else if (link == '-' && stretches[^1].Last is null && Ranges(stretches[^1].First, part)) stretches[^1] = new(stretches[^1].First, part);
            else if (link == ',' && Lists(stretches[^1].Closing, part)) stretches.Add(new(part));
            else if (link == ',' && part.Grain == Grain.Year && stretches[^1].Closing is { Grain: Grain.Day or Grain.Month or Grain.Quarter or Grain.HalfYear, Year.Which: Which.Numbered } dated && dated.Year != part.Year)
                stretches.Add(stretches[^1].Last is null ? new(dated with { Year = part.Year }) : new(stretches[^1].First with { Year = part.Year }, dated with { Year = part.Year }));
            else if (link == ',' && part.Grain == Grain.Year && (stretches[^1].Closing.Year.Which == Which.NotSaid || stretches[^1].Closing.Year == part.Year)
                && stretches[^1].Closing.Grain is Grain.Quarter or Grain.HalfYear or Grain.Month)
                stretches = stretches.Select(stretch => WithYear(stretch, part.Year)).ToList();
            else
            {
                parts.RemoveRange(i, parts.Count - i);
                break;
            }
        }
        return stretches;
    }

    static Stretch WithYear(Stretch stretch, YearNaming year) => stretch.Last is { } last
        ? stretch with { Last = last with { Year = year } }
        : stretch with { First = stretch.First with { Year = year } };

    /// <summary>A dash between a day of the week and a date is an apposition, not a range.</summary>
    static bool Ranges(CalendarPart first, CalendarPart last)
    {
        if (first.Grain == last.Grain || last.Edge == Edge.End && first.Grain is Grain.Day or Grain.Month or Grain.Quarter) return true;
        if (first.Grain is Grain.Weekday or Grain.WorkingDay or Grain.Plan || last.Grain is Grain.Weekday or Grain.WorkingDay or Grain.Plan) return false;
        return first.Grain != Grain.Year && (last.Grain != Grain.Year || first.Grain != Grain.Day || first.Year.Which == Which.Numbered);
    }

    static bool Lists(CalendarPart before, CalendarPart next) => before.Grain == next.Grain
        ? before.Month.IsNumbered == next.Month.IsNumbered && before.Edge == next.Edge || before.Edge != Edge.Whole && next.Edge != Edge.Whole
        : (before.Grain, next.Grain) is (Grain.Month or Grain.Quarter or Grain.HalfYear, Grain.Month or Grain.Quarter or Grain.HalfYear);
}
