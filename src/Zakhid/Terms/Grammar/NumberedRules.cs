using Zakhid.Text;

namespace Zakhid.Terms.Grammar;

/// <summary>Stretches that have a number: quarters, half-years, weeks and decades of a month, halves, semesters.</summary>
static class NumberedRules
{
    /// <summary>«II квартал», «1-й кв. 2021 р.», «перше півріччя», «І тиждень вересня», «остання декада кожного місяця», «друга половина року».</summary>
    public static CalendarPart? Read(Cursor c)
    {
        var start = c.At;
        c.TakeStem("кожн");
        var digits = c.IsNumber() && !(c.Peek(1) == "-" && c.IsWord(2) && Numerals.IsSuffix(c.Peek(2)));
        if (Place(c) is not { } number) return HeadFirst(c, start);

        c.TakeStem("календарн", "повн");
        if (Head(c, number, digits) is not { } grain) return Back(c, start);
        return Tail(c, grain, number, digits) ?? Back(c, start);
    }

    /// <summary>«квартал ІІ», «кв. IV».</summary>
    static CalendarPart? HeadFirst(Cursor c, int start)
    {
        if (CalendarWords.Unit(c.Word) == PeriodLength.Quarter)
        {
            c.At++;
            c.Take(".", "-", ":");
            if (c.IsWord() && Folding.Roman(c.Word) is { } number and <= 4 && !IsHead(c.Peek(1)))
            {
                c.At++;
                return new(Grain.Quarter) { Number = number, Year = YearRules.Year(c) };
            }
        }
        return Back(c, start);
    }

    /// <summary>A number that names a place: digits, an ordinal, a Roman numeral in any alphabet.</summary>
    public static int? Place(Cursor c)
    {
        if (!(c.Word == "1" && c.Touches(1) && c.Peek(1) == "у" && IsHead(c.Peek(2))) && c.TakeOrdinal() is { } ordinal) return ordinal;
        if (Roman(c) is { } roman) return roman;
        return c.IsNumber() && c.Word.Length <= 2 ? c.TakeCardinal() : null;
    }

    /// <summary>
    /// A Roman numeral I–XII. A lone Cyrillic «і» is one only before a noun that is numbered, or in a list of numerals.
    /// Typists write П for II, Ш for III, У for V and l for I: in front of «квартал» and its like these are numerals.
    /// </summary>
    public static int? Roman(Cursor c)
    {
        if (!c.IsWord())
        {
            if (!(c.Word == "1" && c.Touches(1) && c.Peek(1) is "v" or "у")) return null;
            c.At += 2;
            return 4;
        }
        var word = c.Word;
        if (word.Length > 4) return null;
        var value = Folding.Roman(word);
        var typed = value is null;
        if (typed)
        {
            var mended = word.Replace("ш", "iii", StringComparison.Ordinal).Replace("п", "ii", StringComparison.Ordinal)
                .Replace('у', 'v').Replace('l', 'i').Replace('і', 'i');
            value = Folding.Roman(mended);
        }
        if (value is not { } number || number > 12) return null;
        if ((typed || word is "і" or "х" or "i" or "x" or "v") && !LeadsToNumbered(c)) return null;
        c.At++;
        c.TakeEnding();
        return number;
    }

    /// <summary>Whether the words after a doubtful numeral lead, over dashes and other numerals, to a noun that is numbered.</summary>
    static bool LeadsToNumbered(Cursor c)
    {
        for (var ahead = 1; ahead <= 8; ahead++)
        {
            var word = c.Peek(ahead);
            if (IsHead(word)) return true;
            // «вівторок і четвер» joins days; «I та III четвер» counts them.
            if (CalendarWords.Weekday(word) is not null) return ahead > 1;
            if (word is not ("-" or "," or "та" or "і" or "й" or "або" or "по" or "до" or "го" or "му" or "ому" or "ий" or "ше" or "ге" or "тє" or "те" or "е" or "ої" or "а" or "я") && Folding.Roman(word) is null
                && word is not ("п" or "ш" or "ll" or "lll" or "іу" or "у")) return false;
        }
        return false;
    }

    public static bool IsHead(string word) => CalendarWords.Unit(word) is PeriodLength.Quarter or PeriodLength.HalfYear or PeriodLength.Week or PeriodLength.Decade
        || Cursor.StartsWith(word, "семестр", "половин", "декад", "робоч");

    public static Grain? Head(Cursor c, int number, bool digits)
    {
        var word = c.Word;
        Grain? grain = CalendarWords.Unit(word) switch
        {
            PeriodLength.Quarter when number is >= 1 and <= 4 or Numerals.Last && !(digits && word == "кварталів") => Grain.Quarter,
            PeriodLength.HalfYear when number is 1 or 2 && !(digits && word is "півроку") => Grain.HalfYear,
            PeriodLength.Week when number is >= 1 and <= 5 or Numerals.Last && !(digits && word is not ("тиждень" or "тижня" or "тижні")) => Grain.Week,
            PeriodLength.Decade when number is >= 1 and <= 3 or Numerals.Last => Grain.Decade,
            _ when Cursor.StartsWith(word, "семестр") && number is 1 or 2 => Grain.Semester,
            _ when Cursor.StartsWith(word, "половин") && number is 1 or 2 => Grain.HalfMonth,
            _ => null,
        };
        if (grain is null) return null;
        c.At++;
        if (word is "кв" or "кварт" or "півр" or "пів" or "півріч" or "тижд") c.Take(".");
        if (word == "пів" && c.Take("-", "річчя", "року")) c.Take("річчя", "року");
        return grain;
    }

    static CalendarPart? Tail(Cursor c, Grain grain, int number, bool digits)
    {
        var part = new CalendarPart(grain) { Number = number };
        if (grain is Grain.Quarter or Grain.HalfYear) return part with { Year = YearRules.Year(c) };
        if (grain == Grain.Semester) return PeriodRules.SchoolYear(c) is { } school ? part with { Year = school.Year, Which = school.Which } : part with { Year = YearRules.Year(c) };

        var start = c.At;
        if (grain == Grain.HalfMonth)
        {
            if (YearRules.Year(c) is { Which: not Which.NotSaid } year) return part with { Grain = Grain.HalfYear, Year = year };
            if (YearRules.YearNoun(c)) return part with { Grain = Grain.HalfYear };
            c.At = start;
        }
        var month = YearRules.Month(c);
        if (month.Which == Which.NotSaid && (digits || grain == Grain.HalfMonth)) return null;
        if (month.Which == Which.NotSaid && OfQuarter(c) is { } quarter) month = quarter with { Nth = number > 0 ? 1 : Numerals.Last };
        return part with { Month = month, Year = month.IsNumbered ? YearRules.Year(c) : default };
    }

    static MonthNaming? OfQuarter(Cursor c)
    {
        var start = c.At;
        YearRules.WhichOne(c);
        if (CalendarWords.Unit(c.Word) is { } unit and (PeriodLength.Quarter or PeriodLength.HalfYear or PeriodLength.Year))
        {
            c.At++;
            return new(Which.Reporting, Period: unit);
        }
        c.At = start;
        return null;
    }

    static CalendarPart? Back(Cursor c, int start)
    {
        c.At = start;
        return null;
    }
}
