namespace Zakhid.Terms.Grammar;

/// <summary>«щокварталу», «щомісячного», «кожні два тижні», «поквартально», «через день», «кожного робочого дня».</summary>
static class RecurrenceRules
{
    public static Every? Read(Cursor c)
    {
        var start = c.At;
        if ((Glued(c) ?? EachUnit(c) ?? EveryOther(c) ?? OnWorkingDays(c)) is { } every) return every with { From = start, To = c.At };
        c.At = start;
        return null;
    }

    /// <summary>«що» or «по» grown together with a unit: «щороку», «щоквартально», «щорічного», «помісячно», «щопівріччя».</summary>
    static Every? Glued(Cursor c)
    {
        var word = c.Word;
        var apart = word == "що" && (c.Peek(1) is not ("дня" or "день")) ? c.Peek(1) : null;
        if (apart is not null && Unit(apart) is { } said && c.Peek(2) is not ("наст" or "настає"))
        {
            c.At += 2;
            return new(said);
        }
        if (word is "піврічно" or "квартально" or "щосеместру" or "щосеместрово")
        {
            c.At++;
            return new(word == "квартально" ? PeriodLength.Quarter : PeriodLength.HalfYear);
        }
        if (word.StartsWith("що", StringComparison.Ordinal) && word.Length > 4)
        {
            var rest = word[2..].TrimStart('-');
            if (Unit(rest) is not { } unit) return null;
            c.At++;
            if (rest == "пів" && c.Take("-")) c.Take("року", "річчя");
            if (rest == "пів") c.Take("року", "річчя");
            return new(unit) { WorkingDays = unit == PeriodLength.Day && WorkingDays(c) };
        }
        if (word is "поквартально" or "помісячно" or "потижнево" or "подекадно" or "поденно" or "порічно")
        {
            c.At++;
            return new(CalendarWords.UnitAdjective(word[2..])!.Value);
        }
        // «по кварталах», «по півріччях».
        if (word == "по" && c.Peek(1) is "тижнях" or "декадах" or "місяцях" or "кварталах" or "півріччях" or "роках" && CalendarWords.Unit(c.Peek(1)) is { } spread)
        {
            c.At += 2;
            return new(spread);
        }
        if (word.StartsWith("повсякденн", StringComparison.Ordinal)) { c.At++; return new(PeriodLength.Day); }
        return null;
    }

    static PeriodLength? Unit(string rest) => rest == "пів" ? PeriodLength.HalfYear : CalendarWords.Unit(rest) ?? CalendarWords.UnitAdjective(rest);

    /// <summary>«щоденно, крім вихідних», «щодня (у робочі дні)».</summary>
    static bool WorkingDays(Cursor c)
    {
        var start = c.At;
        c.Take(",", "(");
        if (c.Take("крім", "окрім", "за"))
        {
            c.Take("винятком");
            if (c.TakeStem("вихідн")) { c.TakeStem("дн"); c.TakeAll("та", "святков*", "дн*"); return true; }
            if (c.TakeStem("субот") && c.Take("та", "і", "й", ",") && c.TakeStem("неділ")) return true;
        }
        else if (c.Take("у", "в", "по") && (c.TakeStem("робоч") && c.Take("дні", "днях", "дням") || c.TakeStem("будн") && (c.Take("дні", "днях", "дням") || true))) return true;
        c.At = start;
        return false;
    }

    /// <summary>«кожного кварталу», «кожні два тижні», «кожного третього року», «кожен робочий день».</summary>
    static Every? EachUnit(Cursor c)
    {
        var start = c.At;
        c.Take("у", "в", "на", "протягом", "упродовж");
        if (!c.TakeStem("кожн", "кожен")) { c.At = start; return null; }
        c.TakeStem("календарн", "звітн", "навчальн", "бюджетн");
        if (c.TakeStem("робоч") && CalendarWords.Unit(c.Word) == PeriodLength.Day) { c.At++; return new(PeriodLength.Day) { WorkingDays = true }; }
        var interval = c.TakeOrdinal() ?? c.TakeCardinal() ?? 1;
        if (interval is >= 1 and <= 366 && CalendarWords.Unit(c.Word) is { } unit)
        {
            var word = c.Word;
            c.At++;
            if (word is "кв" or "міс" or "р") c.Take(".");
            return Whole(unit, interval);
        }
        c.At = start;
        return null;
    }

    /// <summary>«у робочі дні», «по буднях», «у вихідні дні».</summary>
    static Every? OnWorkingDays(Cursor c) =>
        c.Word is not ("у" or "в" or "по") ? null : WorkingDays(c) ? new(PeriodLength.Day) { WorkingDays = true } : DaysOff(c);

    /// <summary>«у вихідні дні», «по вихідних».</summary>
    static Every? DaysOff(Cursor c)
    {
        if (!Cursor.StartsWith(c.Peek(1), "вихідн")) return null;
        c.At += 2;
        c.TakeStem("дні", "дня");
        return new(PeriodLength.Day) { DaysOff = true };
    }

    /// <summary>«через день» is every other day; «через тиждень» is counted from the act or an event.</summary>
    static Every? EveryOther(Cursor c)
    {
        if (c.Word != "через" || CalendarWords.Unit(c.Peek(1)) != PeriodLength.Day || c.Peek(2) is "після" or "з" or "від" or "із") return null;
        c.At += 2;
        return new(PeriodLength.Day, 2);
    }

    /// <summary>Three months are a quarter, six a half-year, twelve a year.</summary>
    public static Every Whole(PeriodLength unit, int interval) => (unit, interval) switch
    {
        (PeriodLength.Month, 3) => new(PeriodLength.Quarter),
        (PeriodLength.Month, 6) or (PeriodLength.Quarter, 2) => new(PeriodLength.HalfYear),
        (PeriodLength.Month, 12) or (PeriodLength.Quarter, 4) or (PeriodLength.HalfYear, 2) => new(PeriodLength.Year),
        _ => new(unit, interval),
    };
}
