namespace Zakhid.Terms.Grammar;

/// <summary>The words that say which year, or which month of which period, a date belongs to.</summary>
static class YearRules
{
    /// <summary>«2021 року», «21 р.» is not one, «цього року», «с.р.», «наступного року», «року, що настає за звітним», «кожного року».</summary>
    public static YearNaming Year(Cursor c)
    {
        var start = c.At;
        c.Take("\"");
        if (Number(c) is { } number)
        {
            c.Take("\"");
            YearNoun(c);
            return new(Which.Numbered, number);
        }
        c.At = start;

        if (c.Word is "ц" or "п" or "с" && c.Peek(1) == "." && c.Peek(2) is "р" or "року")
        {
            c.At += 3;
            c.Take(".");
            return new(Which.This);
        }

        if (AfterReporting(c, PeriodLength.Year)) return new(Which.AfterReporting);
        if (YearNoun(c) && BeforeWords(c, out _)) return new(Which.Every);
        c.At = start;
        if (WhichOne(c) is { } which)
        {
            if (which == Which.Next && ReportingTail(c, out _)) which = Which.AfterReporting;
            if (which == Which.Every) c.TakeStem("наступн");
            c.TakeStem("календарн", "бюджетн");
            if (YearNoun(c))
            {
                if (which == Which.Next && (ReportingTail(c, out _) || AfterWords(c, out _))) which = Which.AfterReporting;
                return new(which);
            }
        }
        c.At = start;
        return default;
    }

    /// <summary>Four digits of a year, with «-й» and the like.</summary>
    public static int? Number(Cursor c)
    {
        if (!c.IsNumber() || c.Word.Length != 4 || !int.TryParse(c.Word, out var year) || year is < 1991 or > 2100) return null;
        c.At++;
        if (c.Word == "-" && c.Touches(0)) { if (c.IsWord(1)) c.TakeEnding(); }
        return year;
    }

    public static bool YearNoun(Cursor c)
    {
        if (CalendarWords.Unit(c.Word) != PeriodLength.Year) return false;
        var abbreviated = c.Word is "р" or "рр";
        c.At++;
        if (abbreviated) c.Take(".");
        return true;
    }

    /// <summary>«цього», «поточного», «наступного», «звітного», «кожного», «минулого», in any form.</summary>
    public static Which? WhichOne(Cursor c)
    {
        Which? which = c.Word switch
        {
            "цього" or "цьому" or "цей" or "цю" or "ці" or "цієї" or "сього" or "цих" => Which.This,
            var word when Cursor.StartsWith(word, "поточн", "даного", "даному") => Which.This,
            var word when Cursor.StartsWith(word, "наступн") => Which.Next,
            var word when Cursor.StartsWith(word, "звітн") => Which.Reporting,
            var word when Cursor.StartsWith(word, "кожн", "кожен") => Which.Every,
            var word when Cursor.StartsWith(word, "минул", "попередн") => Which.Previous,
            _ => null,
        };
        if (which is not null) c.At++;
        return which;
    }

    /// <summary>
    /// The month a day of the month belongs to: «вересня», «кожного місяця», «останнього місяця звітного періоду»,
    /// «місяця, що настає за звітним кварталом», «наступного за звітним періодом місяця», «після закінчення кварталу».
    /// </summary>
    public static MonthNaming Month(Cursor c)
    {
        if (CalendarWords.Month(c.Word) is { } month)
        {
            c.At++;
            return new(Which.Numbered, month);
        }

        var start = c.At;
        int? nth = null;
        Which? which = null;
        PeriodLength? period = null;
        for (var more = true; more;)
        {
            more = false;
            if (c.TakeOrdinal() is { } ordinal) { nth = ordinal; more = true; }
            else if (WhichOne(c) is { } one)
            {
                which = one;
                if (one == Which.Next && ReportingTail(c, out var said)) (which, period) = (Which.AfterReporting, said);
                more = true;
            }
            else if (c.Take("календарного", ",")) more = nth is not null || which is not null;
        }

        if (CalendarWords.Unit(c.Word) == PeriodLength.Month)
        {
            if (c.Word == "міс" && c.Peek(1) == ".") c.At++;
            c.At++;
            if (BeforeWords(c, out var ahead)) return new(Which.Reporting, Nth: nth ?? Text.Numerals.Last, Period: ahead);
            if (AfterWords(c, out var after)) return new(Which.AfterReporting, Nth: nth is > 0 ? nth.Value : 1, Period: after ?? period);
            if (which == Which.AfterReporting) return new(Which.AfterReporting, Nth: nth is > 0 ? nth.Value : 1, Period: period ?? OfPeriod(c, out _));
            if (which == Which.Next) return new(Which.Next, Nth: nth is > 0 ? nth.Value : 1, Period: OfPeriod(c, out _));

            var of = OfPeriod(c, out var next);
            if (next && nth is null) return new(Which.AfterReporting, Nth: 1, Period: of);
            if (nth is { } place) return new(next ? Which.AfterReporting : Which.Reporting, Nth: place, Period: of);
            return which switch
            {
                Which.This => new(Which.This),
                Which.Previous => new(Which.Previous),
                _ => new(Which.Every, Period: PeriodLength.Month),
            };
        }

        c.At = start;
        if (c.TakeStem("наступн"))
        {
            if (c.Word is not ("року" or "р" or "рік") && PeriodNoun(c, out var following)) return new(Which.AfterReporting, Nth: 1, Period: following);
            c.At = start;
        }
        return AfterWords(c, out var alone) ? new(Which.AfterReporting, Nth: 1, Period: alone) : default;
    }

    /// <summary>«року, що настає за звітним», «року, наступного за звітним», «року після звітного».</summary>
    public static bool AfterReporting(Cursor c, PeriodLength unit)
    {
        var start = c.At;
        if (CalendarWords.Unit(c.Word) == unit)
        {
            c.At++;
            if (AfterWords(c, out _)) return true;
        }
        c.At = start;
        return false;
    }

    /// <summary>«, що передує плановому (кварталу)»: the last month before the period.</summary>
    static bool BeforeWords(Cursor c, out PeriodLength? period)
    {
        var start = c.At;
        period = null;
        c.Take(",");
        if (c.Take("що", "який") && c.Take("передує"))
        {
            c.TakeStem("планов", "наступн", "звітн", "плануєм", "відповідн");
            PeriodNoun(c, out period);
            return true;
        }
        c.At = start;
        return false;
    }

    /// <summary>«, що настає за звітним кварталом», «, наступного за звітним», «після закінчення звітного періоду», «за звітним».</summary>
    public static bool AfterWords(Cursor c, out PeriodLength? period)
    {
        var start = c.At;
        c.Take(",");
        if (c.Take("що", "який", "яка", "котрий") && c.TakeStem("наст", "слід", "йде", "іде", "іди") && c.Take("за", "після"))
        {
            c.TakeStem("звітн");
            PeriodNoun(c, out period);
            return true;
        }
        c.At = start;
        c.Take(",");
        if (c.TakeStem("наступн") && ReportingTail(c, out period)) return true;
        c.At = start;
        c.Take(",");
        if (ReportingTail(c, out period)) return true;
        c.At = start;
        c.Take(",");
        if (c.Take("після", "по"))
        {
            var ended = c.TakeStem("закінчен", "завершен", "кінц");
            var reporting = c.TakeStem("звітн", "відповідн", "кожн");
            if (PeriodNoun(c, out period) && (ended || reporting)) return true;
            if (reporting) return true;
        }
        c.At = start;
        period = null;
        return false;
    }

    /// <summary>«за звітним (періодом, кварталом)», «після звітного (місяця)».</summary>
    static bool ReportingTail(Cursor c, out PeriodLength? period)
    {
        var start = c.At;
        period = null;
        if (c.Take("за", "після") && c.TakeStem("звітн"))
        {
            // «наступного за звітним місяця»: the noun belongs to «наступного» when it is not in the instrumental.
            if (!(c.Word is "місяця" or "року" && c.Peek(-1) is "звітним")) PeriodNoun(c, out period);
            return true;
        }
        c.At = start;
        return false;
    }

    /// <summary>«періоду» or the name of a unit; «періодом» says no length.</summary>
    static bool PeriodNoun(Cursor c, out PeriodLength? period)
    {
        period = null;
        c.TakeStem("календарн", "бюджетн");
        if (c.TakeStem("період")) return true;
        if (CalendarWords.Unit(c.Word) is not { } unit) return false;
        var abbreviated = c.Word is "р" or "кв" or "міс";
        c.At++;
        if (abbreviated) c.Take(".");
        period = unit;
        return true;
    }

    /// <summary>«звітного періоду», «кварталу», «кожного півріччя» after «останнього місяця».</summary>
    static PeriodLength? OfPeriod(Cursor c, out bool next)
    {
        var start = c.At;
        next = false;
        while (c.Take("у", "в") || c.TakeStem("звітн", "кожн", "поточн", "наступн", "відповідн", "цього", "даного", "такого"))
            next |= Cursor.StartsWith(c.Peek(-1), "наступн");
        if (next && ReportingTail(c, out var said) && said is not null) return said;
        if (PeriodNoun(c, out var period)) return period;
        c.At = start;
        next = false;
        return null;
    }
}
