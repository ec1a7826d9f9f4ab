using Zakhid.Text;

namespace Zakhid.Terms.Grammar;

/// <summary>Stretches longer than a day: weeks, decades, months, quarters, half-years, years, school years, seasons, the plan's own period.</summary>
static class PeriodRules
{
    /// <param name="c">The place in the phrase.</param>
    /// <param name="plain">A unit without a number is a stretch too: «(протягом) року», «(до кінця) місяця».</param>
    public static CalendarPart? Read(Cursor c, bool plain) =>
        SchoolYear(c) ?? NumberedRules.Read(c) ?? NamedMonth(c) ?? WholeYear(c) ?? PlanPeriod(c, plain) ?? ThisYear(c) ?? WhichUnit(c) ?? Season(c) ?? Year(c) ?? (plain ? PlainUnit(c) : null);

    /// <summary>«2021/2022 н.р.», «2020-2021 навчальний рік», «навчального року», «до нового навчального року», «ІІ семестр 2021/2022 н.р.».</summary>
    public static CalendarPart? SchoolYear(Cursor c)
    {
        var start = c.At;
        if (YearRules.Number(c) is { } year && c.Take("/", "-") && c.IsNumber() && c.Word.Length is 2 or 4 && int.Parse(c.Word) % 100 == (year + 1) % 100)
        {
            c.At++;
            if (SchoolWords(c)) return new(Grain.SchoolYear) { Year = new(Which.Numbered, year) };
        }
        c.At = start;
        var which = YearRules.WhichOne(c) ?? (c.TakeStem("нов") ? Which.Next : Which.NotSaid);
        if (Cursor.StartsWith(c.Word, "навчальн") && SchoolWords(c))
        {
            if (YearRules.Number(c) is { } first)
            {
                if (c.Take("/", "-") && c.IsNumber()) c.At++;
                return new(Grain.SchoolYear) { Year = new(Which.Numbered, first) };
            }
            return new(Grain.SchoolYear) { Which = which };
        }
        return Back(c, start);
    }

    static bool SchoolWords(Cursor c)
    {
        var start = c.At;
        if (c.TakeStem("навчальн") && YearRules.YearNoun(c)) return true;
        c.At = start;
        if (c.Take("н") && c.Take(".", "/") && c.Take("р", "рік", "року")) { c.Take("."); return true; }
        c.At = start;
        return false;
    }

    /// <summary>«вересень 2021 року», «Вересень І тиждень», «березень місяць», «перший місяць кварталу».</summary>
    static CalendarPart? NamedMonth(Cursor c)
    {
        var start = c.At;
        if (c.IsNumber() && c.Word.Length <= 2 && c.Peek(1) == "." && c.Touches(1) && c.IsNumber(2) && c.Peek(2).Length == 4 && c.Touches(2) && c.Peek(3) != "." && int.Parse(c.Word) is >= 1 and <= 12 and var digits)
        {
            // «05.2024».
            c.At += 2;
            return new(Grain.Month) { Month = new(Which.Numbered, digits), Year = YearRules.Year(c) };
        }
        if (DayRules.MonthName(c) is not { } month) return NthMonth(c);

        if (c.Word is "місяць" or "місяця" or "місяці" && !(c.Peek(1) == "," && c.Peek(2) == "що")) c.At++;
        var afterMonth = c.At;
        c.Take(",", "(");
        if (NumberedRules.Place(c) is { } number && NumberedRules.Head(c, number, digits: false) is { } grain and (Grain.Week or Grain.Decade))
        {
            c.Take(")");
            return new(grain) { Number = number, Month = new(Which.Numbered, month), Year = YearRules.Year(c) };
        }
        c.At = afterMonth;
        var year = YearRules.Year(c);
        if (year.Which == Which.NotSaid && c.Word == "," && c.IsNumber(1) && c.Peek(1).Length == 4 && CalendarWords.Unit(c.Peek(2)) == PeriodLength.Year)
        {
            c.At++;
            year = YearRules.Year(c);
        }
        return new(Grain.Month) { Month = new(Which.Numbered, month), Year = year };
    }

    /// <summary>«останній місяць кварталу», «перший місяць кожного півріччя».</summary>
    static CalendarPart? NthMonth(Cursor c)
    {
        var start = c.At;
        if (Numerals.Ordinal(c.Word) is not null && YearRules.Month(c) is { Nth: not 0, Period: not null } naming) return new(Grain.Month) { Month = naming };
        return Back(c, start);
    }

    /// <summary>«весь рік», «цілий календарний рік».</summary>
    static CalendarPart? WholeYear(Cursor c)
    {
        var start = c.At;
        if (!c.Take("весь", "увесь", "цілий", "всього", "усього", "цілого")) return null;
        c.TakeStem("календарн", "бюджетн");
        return YearRules.YearNoun(c) ? new(Grain.Year) : Back(c, start);
    }

    /// <summary>«весь період», «протягом усього строку реалізації Програми», «період дії плану».</summary>
    static CalendarPart? PlanPeriod(Cursor c, bool plain)
    {
        var start = c.At;
        var whole = c.Take("всього", "усього", "весь", "увесь", "цілого", "всієї", "усієї");
        var span = c.TakeStem("період", "строк", "термін", "час");
        if (whole && span || span || whole)
        {
            if (c.TakeStem("дії", "реаліз", "викон", "чинн", "здійсн", "впровадж", "прове"))
            {
                if (PlanNoun(c)) return new(Grain.Plan);
                if (whole && !Cursor.StartsWith(c.Word, "воєнн", "надзвич", "карантин", "особлив")) return new(Grain.Plan);
            }
            else if (whole && span)
            {
                if (Cursor.StartsWith(c.Peek(-1), "час")) return Back(c, start);
                PlanNoun(c);
                return Cursor.StartsWith(c.Word, "опалюв", "воєнн", "купальн", "літн", "зимов") ? Back(c, start) : new(Grain.Plan);
            }
            else if (span && PlanNoun(c)) return new(Grain.Plan);
        }
        c.At = start;
        if (plain && c.TakeStem("дії", "реалізац", "виконанн") && PlanNoun(c)) return new(Grain.Plan);
        return Back(c, start);
    }

    static bool PlanNoun(Cursor c)
    {
        var start = c.At;
        c.TakeStem("цього", "цієї", "обласн", "міськ", "державн", "зазначен", "регіональн", "місцев", "районн", "цільов", "операційн", "даного");
        c.TakeStem("цільов");
        if (!c.TakeStem("план", "програм", "стратегі", "концепці", "заход", "проєкт", "проект")) { c.At = start; return false; }
        c.TakeStem("заход", "дій");
        return true;
    }

    /// <summary>«п.р.», «ц.р.», «с.р.» without a date before them.</summary>
    static CalendarPart? ThisYear(Cursor c) =>
        c.Word is "ц" or "п" or "с" && YearRules.Year(c) is { Which: Which.This } year ? new(Grain.Year) { Year = year } : null;

    /// <summary>«поточного місяця», «наступного кварталу», «кожного півріччя», «звітного періоду», «на поточний тиждень».</summary>
    static CalendarPart? WhichUnit(Cursor c)
    {
        var start = c.At;
        if (YearRules.WhichOne(c) is not { } which) return null;
        if (which == Which.Next && YearRules.AfterWords(c, out _)) which = Which.AfterReporting;
        c.TakeStem("календарн", "бюджетн", "робоч");
        if (which == Which.Reporting && c.TakeStem("період")) return new(Grain.Quarter) { Which = which };
        if (Grains(CalendarWords.Unit(c.Word)) is not { } grain || which == Which.Every && grain != Grain.Year) return Back(c, start);
        if (!Unit(c)) return Back(c, start);
        if (which == Which.Next && YearRules.AfterWords(c, out _)) which = Which.AfterReporting;
        return grain == Grain.Year ? new(grain) { Year = new(which) } : new(grain) { Which = which };
    }

    /// <summary>«(наприкінці) кожного кварталу».</summary>
    public static CalendarPart? EachUnit(Cursor c)
    {
        var start = c.At;
        if (c.TakeStem("кожн") && Grains(CalendarWords.Unit(c.Word)) is { } grain)
        {
            Unit(c);
            return new(grain) { Which = Which.Every };
        }
        return Back(c, start);
    }

    static Grain? Grains(PeriodLength? unit) => unit switch
    {
        PeriodLength.Week => Grain.Week,
        PeriodLength.Decade => Grain.Decade,
        PeriodLength.Month => Grain.Month,
        PeriodLength.Quarter => Grain.Quarter,
        PeriodLength.HalfYear => Grain.HalfYear,
        PeriodLength.Year => Grain.Year,
        _ => null,
    };

    static bool Unit(Cursor c)
    {
        var word = c.Word;
        c.At++;
        if (word is "р" or "рр" or "кв" or "міс" or "пів" or "півр") c.Take(".");
        return true;
    }

    /// <summary>«весна 2021 року», «влітку», «осінній період». Two seasons joined («осінньо-зимовий») are a condition.</summary>
    static CalendarPart? Season(Cursor c)
    {
        var start = c.At;
        int? season = c.Word switch
        {
            "весна" or "весни" or "весну" or "весною" or "весні" or "навесні" => 1,
            "літо" or "літа" or "літку" or "влітку" or "літом" or "літі" => 2,
            "осінь" or "осені" or "осінню" or "восени" => 3,
            "зима" or "зими" or "зиму" or "зимою" or "взимку" or "зимі" => 4,
            _ => null,
        };
        if (season is not null) c.At++;
        else
        {
            season = SeasonAdjective(c.Word);
            if (season is null) return null;
            c.At++;
            if (!c.TakeStem("період", "місяц", "час")) return Back(c, start);
        }
        var year = YearRules.Year(c);
        var next = c.At;
        if (!(year.Which == Which.Numbered && c.Take("-", "/") && c.IsNumber() && int.TryParse(c.Word, out var second) && second % 100 == (year.Number + 1) % 100)) c.At = next;
        else
        {
            c.At++;
            YearRules.YearNoun(c);
        }
        return new(Grain.Season) { Number = season, Year = year };
    }

    static int? SeasonAdjective(string word)
    {
        var stem = word.StartsWith("весня", StringComparison.Ordinal) ? 1 : word.StartsWith("літн", StringComparison.Ordinal) ? 2
            : word.StartsWith("осінн", StringComparison.Ordinal) ? 3 : word.StartsWith("зимов", StringComparison.Ordinal) ? 4 : 0;
        return stem > 0 && (word.EndsWith("ий", StringComparison.Ordinal) || word.EndsWith("ій", StringComparison.Ordinal) || word.EndsWith("ого", StringComparison.Ordinal)
            || word.EndsWith("ього", StringComparison.Ordinal) || word.EndsWith("ому", StringComparison.Ordinal) || word.EndsWith("ьому", StringComparison.Ordinal) || word.EndsWith('і')) ? stem : null;
    }

    /// <summary>«2021», «2021 рік», «2021-й».</summary>
    static CalendarPart? Year(Cursor c)
    {
        var start = c.At;
        if (YearRules.Number(c) is not { } year) return Back(c, start);
        if (c.Word is "." or "/" && c.Touches(0) && c.IsNumber(1) && !(c.Word == "/" && c.Peek(1).Length == 4 && c.Peek(2) is "роки" or "років" or "рр" or "роках")) return Back(c, start);
        c.TakeStem("календарн", "бюджетн");
        YearRules.YearNoun(c);
        return new(Grain.Year) { Year = new(Which.Numbered, year) };
    }

    static CalendarPart? PlainUnit(Cursor c)
    {
        var start = c.At;
        c.TakeStem("календарн", "бюджетн");
        if (c.Word is "півроку" or "пів" || Grains(CalendarWords.Unit(c.Word)) is not { } grain) return Back(c, start);
        Unit(c);
        return new(grain);
    }

    static CalendarPart? Back(Cursor c, int start)
    {
        c.At = start;
        return null;
    }
}
