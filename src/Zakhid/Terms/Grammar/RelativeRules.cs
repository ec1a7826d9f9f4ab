using Zakhid.Text;

namespace Zakhid.Terms.Grammar;

/// <summary>
/// Terms counted in units of time: «у п’ятиденний строк з дня підписання», «протягом трьох місяців після …», «не пізніше
/// ніж за 10 днів до …», «через тиждень після …», «за 5 днів до закінчення кварталу».
/// </summary>
static class RelativeRules
{
    public static Piece? Read(Cursor c)
    {
        var start = c.At;
        Piece? piece = Adjective(c);
        if (piece is null) { c.At = start; piece = Amount(c); }
        if (piece is null) { c.At = start; piece = NextDay(c); }
        if (piece is null) { c.At = start; piece = FromAct(c); }
        if (piece is null) { c.At = start; return null; }
        return piece with { From = start, To = c.At };
    }

    /// <summary>«з дня набрання чинності цим розпорядженням», «з моменту підписання»: at once, counted from the act.</summary>
    static Counted? FromAct(Cursor c)
    {
        var start = c.At;
        c.Take("починаючи");
        if (!(c.Take("з", "із", "від") && c.Take("дня", "дати", "моменту") || c.Take("після") && Cursor.StartsWith(c.Word, "набран", "набут"))) return null;
        var counted = Of(c, new(0, PeriodLength.Day), start);
        return counted.Anchor is Anchor.EntryIntoForce or Anchor.Act ? counted : null;
    }

    /// <summary>«у місячний строк», «у 10-денний термін», «в двох місячний строк», «п’ятиденний строк».</summary>
    static Counted? Adjective(Cursor c)
    {
        Limit(c);
        c.Take("у", "в", "за", "на", "протягом", "упродовж");
        if (Compound(c) is not { } counted) return null;
        var working = c.TakeStem("робоч");
        if (!c.TakeStem("строк", "термін", "період", "проміж")) return null;
        return Anchored(c, counted with { WorkingDays = working });
    }

    static Counted? Compound(Cursor c)
    {
        var start = c.At;
        if (c.TakeCardinal() is { } digits)
        {
            InWords(c);
            c.Take("-");
            if (CalendarWords.UnitAdjective(c.Word) is { } apart) { c.At++; return new(digits, apart); }
            c.At = start;
        }
        if (CalendarWords.UnitAdjective(c.Word) is { } unit) { c.At++; return new(1, unit); }
        if (Numerals.Compound(c.Word) is { } joined)
        {
            if (CalendarWords.UnitAdjective(joined.Remainder) is { } of) { c.At++; return new(joined.Value, of); }
            if (joined.Remainder.Length == 0 && CalendarWords.UnitAdjective(c.Peek(1)) is { } next) { c.At += 2; return new(joined.Value, next); }
        }
        return null;
    }

    /// <summary>«протягом трьох робочих днів», «не пізніше ніж за 10 днів до», «у строк до 5 днів», «за тиждень до», «протягом місяця».</summary>
    static Counted? Amount(Cursor c)
    {
        var limit = Limit(c);
        var lead = c.Take("протягом", "упродовж", "впродовж", "через", "за", "до", "по", "на", "у", "в") ? c.Peek(-1) : "";
        if (lead is "у" or "в" && c.TakeStem("строк", "термін", "межах"))
        {
            c.Take(",");
            Limit(c);
            c.Take("до", "не");
            c.Take("більше", "перевищує");
            c.Take("ніж", "за");
            lead = "протягом";
        }
        else if (c.TakeStem("строк", "термін")) { c.Take("на", "до", "-", ":"); lead = "протягом"; }
        var first = c.TakeStem("перш");
        var closing = !first && c.TakeStem("останн");
        c.TakeStem("наступн", "найближч");
        Limit(c);
        c.TakeStem("повн");
        var counted = c.TakeCardinal();
        if (counted is not null) InWords(c);
        var (amount, half) = (counted ?? 1, c.Word is "півроку" or "пів");
        var working = c.TakeStem("робоч", "банківськ");
        if (!working) c.TakeStem("календарн", "повн");
        if (c.Word == "пів" && c.Peek(1) == "року") c.At++;
        if (Hours(c) && counted is { } hours && hours % 24 == 0) return Anchored(c, new(hours / 24, PeriodLength.Day));
        if (CalendarWords.Unit(c.Word) is not { } unit || amount is < 1 or > 400) return null;
        // A bare unit is an amount only after «протягом», «за», «через» and the like; «протягом року» is the calendar year.
        if (counted is null && (lead.Length == 0 && !limit || lead is "до" or "по" or "на" or "у" or "в")) return null;
        if (counted is null && unit is PeriodLength.Year or PeriodLength.Quarter && lead is "протягом" or "упродовж" or "впродовж" && !HasAnchor(c)) return null;
        var word = c.Word;
        if (word is "р" or "кв" or "рр") return null;
        c.At++;
        if (half) (amount, unit) = (1, PeriodLength.HalfYear);
        if (word is "міс" or "дн" or "тижд") c.Take(".");
        if ((first || closing) && OfPeriod(c, out var of)) return new(closing ? 0 : amount, unit) { WorkingDays = working, Before = closing, Anchor = Anchor.PeriodEnd, Period = of };
        if (closing) return null;
        var result = Anchored(c, new(amount, unit) { WorkingDays = working });
        // «16 днів проти насильства» is a name; an amount without a preposition stands alone.
        if (lead.Length == 0 && !limit && result.Anchor == Anchor.NotSaid && c.IsWord()) return null;
        if (lead == "за" && result is { Before: false, Anchor: Anchor.NotSaid } && counted is null) return null;
        return lead == "на" && result.Anchor == Anchor.NotSaid ? null : result;
    }

    /// <summary>«(перших 5 днів) кожного місяця»; alone, of the period that the phrase recurs by.</summary>
    static bool OfPeriod(Cursor c, out PeriodLength? period)
    {
        var start = c.At;
        c.TakeStem("кожн", "звітн");
        period = CalendarWords.Unit(c.Word);
        if (period is null or PeriodLength.Day) (c.At, period) = (start, null);
        else c.At++;
        return true;
    }

    /// <summary>«5 (п’яти)».</summary>
    static void InWords(Cursor c)
    {
        var start = c.At;
        if (!(c.Take("(") && c.TakeCardinal() is not null && c.Take(")"))) c.At = start;
    }

    static bool Hours(Cursor c)
    {
        if (!c.Word.StartsWith("годин", StringComparison.Ordinal) && c.Word != "год") return false;
        c.At++;
        return true;
    }

    static bool HasAnchor(Cursor c) => c.Peek(1) is "з" or "від" or "після" or "із" && c.Peek(2) is "дня" or "дати" or "моменту" || c.Peek(1) is "після" or "до";

    /// <summary>«наступного дня після …», «на третій день після …», «у день …».</summary>
    static Counted? NextDay(Cursor c)
    {
        c.Take("на", "у", "в", "не");
        c.Take("пізніше", "пізніш");
        c.Take("ніж", "як");
        c.Take("на", "у", "в");
        int? day = c.TakeStem("наступн") ? 1 : c.TakeOrdinal();
        var working = c.TakeStem("робоч");
        if (day is not (>= 1 and <= 60) || CalendarWords.Unit(c.Word) != PeriodLength.Day) return null;
        c.At++;
        if (c.Word is not ("після" or "з" or "від" or "за")) return null;
        c.Take("за");
        var result = Anchored(c, new(day.Value, PeriodLength.Day) { WorkingDays = working });
        return result.Anchor == Anchor.NotSaid ? null : result;
    }

    /// <summary>«не пізніше (ніж)», «не більше (ніж)», «щонайпізніше».</summary>
    static bool Limit(Cursor c)
    {
        var start = c.At;
        if (c.Take("не") && c.Take("пізніше", "пізніш", "більше", "більш", "довше"))
        {
            c.Take("ніж", "як", "чим");
            return true;
        }
        c.At = start;
        return c.Take("щонайпізніше", "щонайменше", "максимум") || c.TakeAll("що", "не", "перевищує");
    }

    static Counted Anchored(Cursor c, Counted counted)
    {
        var start = c.At;
        c.Take(",");
        if (c.Take("до"))
        {
            if (PeriodEnd(c) is { } ending) return counted with { Before = true, Anchor = Anchor.PeriodEnd, Period = ending };
            c.At--;
            if (Date(c, "до") is { } before) return counted with { Before = true, Anchor = Anchor.Date, Date = before };
            c.At++;
            var words = ConditionRules.EventWords(c, start);
            if (words.Length > 0) return counted with { Before = true, Anchor = Anchor.Event, Event = words };
        }
        c.At = start;
        if (AfterLastDay(c) is { } closed) return counted with { Anchor = Anchor.PeriodEnd, Period = closed };
        c.At = start;
        c.Take(",");
        var after = c.Take("після", "від", "з", "із", "по");
        if (!after) { c.At = start; return counted; }

        var preposition = c.Peek(-1);
        var fromDay = c.Take("дня", "дати", "моменту", "часу", "дати");
        if (preposition is "після" or "по" && PeriodEnd(c) is { } period) return counted with { Anchor = Anchor.PeriodEnd, Period = period };
        if (fromDay && PeriodEnd(c) is { } end) return counted with { Anchor = Anchor.PeriodEnd, Period = end };
        if (!fromDay)
        {
            c.At--;
            if (Date(c, preposition) is { } date) return counted with { Anchor = Anchor.Date, Date = date };
            c.At++;
            if (preposition is "з" or "із" && !Cursor.StartsWith(c.Word, "початк", "настан", "набран")) { c.At = start; return counted; }
        }
        return Of(c, counted, start);
    }

    /// <summary>«, що настають за останнім календарним днем звітного (податкового) кварталу».</summary>
    static PeriodLength? AfterLastDay(Cursor c)
    {
        c.Take(",");
        if (!(c.Take("що", "які") && c.TakeStem("наста") && c.Take("за") && c.TakeStem("останн"))) return null;
        c.TakeStem("календарн");
        if (!c.Take("днем")) return null;
        c.TakeStem("відповідн", "базов", "звітн");
        if (c.Take("(")) { c.TakeStem("податков", "звітн"); c.Take(")"); }
        c.TakeStem("податков");
        if (CalendarWords.Unit(c.Word) is not { } unit) return c.TakeStem("період") ? PeriodLength.Quarter : null;
        c.At++;
        return unit;
    }

    /// <summary>From what a term is counted: the act, its entry into force, a receipt, or another event.</summary>
    static Counted Of(Cursor c, Counted counted, int start)
    {
        var at = c.At;
        var words = ConditionRules.EventWords(c, start);
        if (words.Length == 0) { c.At = start; return counted; }

        var end = c.At;
        c.At = at;
        var doubtful = c.Take("їх", "його", "її");
        var of = Anchor.Event;
        if (c.TakeStem("набран", "набут", "вступ", "введен"))
        {
            c.Take("ним", "нею", "ними", "в", "у");
            c.TakeStem("чинн", "сил", "дію");
            of = ForeignObject(c, end) ? Anchor.Event : Anchor.EntryIntoForce;
        }
        else if (c.TakeStem("отриман", "надходжен", "одержан")) of = Anchor.Receipt;
        else if (c.TakeStem("підписан", "прийнят", "видан", "затверджен", "ухвален", "реєстрац", "погоджен", "доведен"))
        {
            // «з моменту реєстрації» alone: of whatever is registered.
            var registered = c.Peek(-1).StartsWith("реєстрац", StringComparison.Ordinal);
            doubtful |= c.Take("їх", "його", "її");
            of = ForeignObject(c, end) || registered && c.At >= end ? Anchor.Event : Anchor.Act;
        }
        else if (IsActNoun(c) || c.Word is "цього" or "цієї") of = Anchor.Act;
        c.At = end;
        return counted with { Anchor = of, Event = words, Doubtful = doubtful && of == Anchor.Act };
    }

    /// <summary>«затвердження обласного бюджету», «прийняття Закону» are not about the act that sets the term.</summary>
    static bool ForeignObject(Cursor c, int end)
    {
        if (c.At >= end) return false;
        var own = c.Take("цього", "цієї", "цим", "цією", "даного", "даної", "даним") || c.TakeStem("зазначен");
        if (c.Word is "про") return true;
        if (!IsActNoun(c)) return !own;
        c.At++;
        // «рішення обласної ради», «постанови Кабінету Міністрів» name another body's act.
        return !own && c.At < end && c.Word is not ("про" or "та" or "і" or "," or "(") && !Cursor.StartsWith(c.Word, "заход", "дій", "голов", "начальн");
    }

    static bool IsActNoun(Cursor c) => Cursor.StartsWith(c.Word, "розпорядж", "рішенн", "наказ", "постанов", "указ", "акт", "план", "програм", "доручен", "документ");

    /// <summary>«закінчення звітного кварталу», «звітного періоду», «кінця місяця»: the end of each period.</summary>
    static PeriodLength? PeriodEnd(Cursor c)
    {
        var start = c.At;
        var ended = c.TakeStem("закінчен", "завершен", "кінц");
        var reporting = c.TakeStem("звітн", "кожн", "відповідн");
        if ((ended || reporting) && c.TakeStem("період")) return PeriodLength.Quarter;
        if ((ended || reporting) && CalendarWords.Unit(c.Word) is { } unit && unit != PeriodLength.Day)
        {
            c.At++;
            if (YearRules.Number(c) is null && !c.IsNumber()) return unit;
        }
        c.At = start;
        return null;
    }

    static CalendarPart? Date(Cursor c, string preposition)
    {
        var start = c.At;
        if (DatesRule.Read(c) is { Stretches: [{ Last: null, First: var part }] } && (part is { Grain: Grain.SchoolYear, Edge: Edge.Beginning } || part.Grain is Grain.Day or Grain.Feast && part.Month.Which is Which.Numbered or Which.NotSaid
            && (part.Grain == Grain.Feast || part.Month.IsNumbered))) return part;
        c.At = start;
        return null;
    }
}
