using Zakhid.Text;

namespace Zakhid.Terms.Grammar;

/// <summary>Single days: dates in digits and words, days of a month, days of the week, working days, feasts.</summary>
static class DayRules
{
    public static CalendarPart? Read(Cursor c) =>
        IsoDate(c) ?? NumericDate(c) ?? DayOfNamedMonth(c) ?? DayOfMonth(c) ?? WorkingDay(c) ?? WeekdayOfMonth(c) ?? PlainWeekday(c) ?? Feast(c);

    /// <summary>«2017-04-06».</summary>
    static CalendarPart? IsoDate(Cursor c)
    {
        if (!(c.IsNumber() && c.Word.Length == 4 && c.Peek(1) == "-" && c.IsNumber(2) && c.Peek(2).Length == 2 && c.Peek(3) == "-" && c.IsNumber(4)
            && c.Touches(1) && c.Touches(2) && c.Touches(3) && c.Touches(4))) return null;
        var part = Date(c.Peek(4), c.Peek(2), c.Word);
        if (part is not null) c.At += 5;
        return part;
    }

    /// <summary>«06.04.2017», «6.4.17», «15.08», «06/04/2017 року».</summary>
    static CalendarPart? NumericDate(Cursor c)
    {
        // «15 05 2024»: the full stops were not typed.
        if (c.IsNumber() && c.Word.Length == 2 && c.IsNumber(1) && c.Peek(1).Length == 2 && c.IsNumber(2) && c.Peek(2).Length == 4 && Date(c.Word, c.Peek(1), c.Peek(2)) is { } bare)
        {
            c.At += 3;
            YearRules.YearNoun(c);
            return bare;
        }
        if (!c.IsNumber() || c.Word.Length > 2 || c.Peek(1) is not ("." or "/") || !c.Touches(1) || !c.IsNumber(2) || c.Peek(2).Length > 2) return null;

        var (day, separator, month) = (c.Word, c.Peek(1), c.Peek(2));
        var withYear = c.Peek(3) == separator && c.IsNumber(4) && c.Peek(4).Length is 2 or 4;
        if (!withYear && (separator == "/" || !c.Touches(2))) return null;
        if (Date(day, month, withYear ? c.Peek(4) : null) is not { } part) return null;

        c.At += withYear ? 5 : 3;
        if (withYear) YearRules.YearNoun(c);
        else
        {
            // «09.05.-10.05.2024»: a full stop before the dash.
            if (c.Word == "." && c.Touches(0) && (YearAfter(c) || c.Peek(1) == "-" && c.IsNumber(2))) c.At++;
            part = part with { Year = YearRules.Year(c) };
        }
        return part;
    }

    static bool YearAfter(Cursor c) => c.IsNumber(1) && c.Peek(1).Length == 4;

    static CalendarPart? Date(string day, string month, string? year)
    {
        var (d, m) = (int.Parse(day), int.Parse(month));
        if (d is < 1 or > 31 || m is < 1 or > 12) return null;
        var y = year is null ? 0 : int.Parse(year) + (year.Length == 2 ? 2000 : 0);
        if (year is not null && y is < 1991 or > 2100) return null;
        return new(Grain.Day) { Number = d, Month = new(Which.Numbered, m), Year = year is null ? default : new(Which.Numbered, y) };
    }

    /// <summary>«06 квітня 2017 року», «"01" березня», «першого березня», «1-го груд.», «15 числа вересня».</summary>
    static CalendarPart? DayOfNamedMonth(Cursor c)
    {
        var start = c.At;
        var quoted = c.Take("\"");
        if ((Scanned(c) ?? c.TakeOrdinal() ?? (c.IsNumber() ? c.TakeCardinal() : null)) is { } day and >= 1 and <= 31)
        {
            if (quoted) c.Take("\"");
            c.TakeStem("числ");
            if (MonthName(c) is { } month)
                return new(Grain.Day) { Number = day, Month = new(Which.Numbered, month), Year = YearRules.Year(c) };
        }
        c.At = start;
        return null;
    }

    /// <summary>«ЗО квітня», «З1 травня», «2О червня»: letters that a scanner read for 3 and 0, before the name of a month.</summary>
    static int? Scanned(Cursor c)
    {
        var length = c.Word == "зо" ? 1 : c.Touches(1) && (c.Word == "з" && c.IsNumber(1) || c.IsNumber() && c.Peek(1) == "о") ? 2 : 0;
        if (length == 0 || CalendarWords.Month(c.Peek(length)) is null || !int.TryParse((c.Word + (length == 2 ? c.Peek(1) : "")).Replace('з', '3').Replace('о', '0'), out var day)) return null;
        c.At += length;
        return day;
    }

    /// <summary>A month by name, or by an abbreviation with its dot.</summary>
    public static int? MonthName(Cursor c)
    {
        if (CalendarWords.Month(c.Word) is { } month) { c.At++; return month; }
        if (c.Peek(1) == "." && c.Word is not "кв" && CalendarWords.MonthAbbreviation(c.Word) is { } shortened) { c.At += 2; return shortened; }
        return null;
    }

    /// <summary>«17 числа останнього місяця звітного періоду», «до 5-го кожного місяця», «останній день кварталу».</summary>
    static CalendarPart? DayOfMonth(Cursor c)
    {
        var start = c.At;
        c.TakeStem("кожн");
        var digits = c.IsNumber();
        if ((c.TakeOrdinal() ?? (digits ? c.TakeCardinal() : null)) is { } day and (Numerals.Last or >= 1 and <= 31))
        {
            var said = c.TakeStem("числ") || (c.Word == "ч" && c.Peek(1) == "." && c.Take("ч") && c.Take("."));
            if (said || (day == Numerals.Last && CalendarWords.Unit(c.Word) == PeriodLength.Day && c.Take(c.Word)))
            {
                var month = YearRules.Month(c);
                if (month.Which == Which.NotSaid && day == Numerals.Last) return OfUnit(c, day) ?? Back(c, start);
                return new(Grain.Day) { Number = day, Month = month, Year = YearRules.Year(c) };
            }
            if (day > 0 && CalendarWords.Unit(c.Word) is null && (YearRules.Month(c) is { Which: Which.Every or Which.AfterReporting or Which.Reporting } naming))
                return new(Grain.Day) { Number = day, Month = naming };
            // «до 25-го», and nothing after it.
            if (day > 0 && digits && !c.IsNumber(-1) && !c.IsWord() && c.Word is not ("-" or ",") && c.Peek(-1) != ".") return new(Grain.Day) { Number = day };
        }
        return Back(c, start);
    }

    /// <summary>The last day of a quarter, half-year or year: that of its last month.</summary>
    static CalendarPart? OfUnit(Cursor c, int day)
    {
        var start = c.At;
        var which = YearRules.WhichOne(c);
        if (which is Which.This or Which.Next or Which.Previous) return Back(c, start);
        if (CalendarWords.Unit(c.Word) is not { } unit || unit is PeriodLength.Day or PeriodLength.Decade) return Back(c, start);
        c.At++;
        return new(Grain.Day) { Number = day, Month = new(Which.Reporting, Nth: Numerals.Last, Period: unit) };
    }

    /// <summary>«останній робочий день місяця», «до 5 робочого дня місяця, що настає за звітним», «кожного робочого дня» is not one.</summary>
    static CalendarPart? WorkingDay(Cursor c)
    {
        var start = c.At;
        c.TakeStem("кожн");
        if ((c.TakeOrdinal() ?? (c.IsNumber() ? c.TakeCardinal() : null)) is { } nth and (Numerals.Last or >= 1 and <= 23)
            && c.TakeStem("робоч") && c.Word is "день" or "дня" or "дню" or "днем")
        {
            c.At++;
            var month = YearRules.Month(c);
            if (month.Which != Which.NotSaid) return new(Grain.WorkingDay) { Number = nth, Month = month, Year = YearRules.Year(c) };
            if (OfUnit(c, nth) is { } closing)
                return closing with { Grain = Grain.WorkingDay, Month = nth > 0 ? closing.Month with { Nth = 1 } : closing.Month };
            return new(Grain.WorkingDay) { Number = nth, Month = new(Which.Every, Period: PeriodLength.Month) };
        }
        return Back(c, start);
    }

    /// <summary>«перший понеділок місяця», «остання п’ятниця вересня», «другий вівторок кожного кварталу».</summary>
    static CalendarPart? WeekdayOfMonth(Cursor c)
    {
        var start = c.At;
        c.TakeStem("кожн", "кожен");
        if ((c.TakeOrdinal() ?? NumberedRules.Roman(c)) is { } nth and (Numerals.Last or >= 1 and <= 5) && CalendarWords.Weekday(c.Word) is { } weekday)
        {
            c.At++;
            var month = YearRules.Month(c);
            if (month.Which == Which.NotSaid && OfUnit(c, nth) is { } unit) month = nth > 0 ? unit.Month with { Nth = 1 } : unit.Month;
            return new(Grain.Weekday) { Number = nth, Weekday = weekday, Month = month, Year = month.IsNumbered ? YearRules.Year(c) : default };
        }
        return Back(c, start);
    }

    /// <summary>«середа», «щосереди», «кожної середи», «по середах».</summary>
    static CalendarPart? PlainWeekday(Cursor c)
    {
        var start = c.At;
        if (c.Word.StartsWith("що", StringComparison.Ordinal) && CalendarWords.Weekday(c.Word[2..]) is { } glued)
        {
            c.At++;
            return new(Grain.Weekday) { Weekday = glued, Which = Which.Every };
        }
        var every = c.TakeStem("кожн", "кожен") || (c.Word is "по" or "що" && CalendarWords.Weekday(c.Peek(1)) is not null && c.Take(c.Word));
        if (CalendarWords.Weekday(c.Word) is { } weekday)
        {
            c.At++;
            if (c.Word == "." && c.Peek(-1).Length == 2) c.At++;
            return new(Grain.Weekday) { Weekday = weekday, Which = every ? Which.Every : Which.NotSaid };
        }
        return Back(c, start);
    }

    /// <summary>«Дня Європи», «Міжнародного дня прав людини», «Нового року», «Великодня», with its year where one is named.</summary>
    public static CalendarPart? Feast(Cursor c)
    {
        var start = c.At;
        while (c.TakeStem("міжнародн", "всесвітн", "всеукраїнськ", "національн", "державн", "світл", "святкуван", "відзначен")) { }
        c.TakeStem("свят");
        if (c.Take("дня", "день", "дню", "днем"))
        {
            if (Feasts.OfDay(ahead => c.Peek(ahead)) is { } day)
            {
                c.At += day.Words;
                SkipOfUkraine(c);
                return new(Grain.Feast) { Feast = day.Feast, Year = YearRules.Year(c) };
            }
        }
        else if (Feasts.OfName(ahead => c.Peek(ahead)) is { } named && !Cursor.StartsWith(c.Peek(1), "навчальн", "бюджетн"))
        {
            c.At += named.Words;
            c.TakeStem("свят");
            c.Take("христового", "христове");
            return new(Grain.Feast) { Feast = named.Feast, Year = YearRules.Year(c) };
        }
        return Back(c, start);
    }

    static void SkipOfUkraine(Cursor c)
    {
        if (c.Word is "і" or "та" or "й" && Cursor.StartsWith(c.Peek(1), "захисниц", "свобод", "мов")) c.At += 2;
        c.Take("україни");
    }

    static CalendarPart? Back(Cursor c, int start)
    {
        c.At = start;
        return null;
    }
}
