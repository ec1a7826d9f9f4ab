using Zakhid.Criteria;

namespace Zakhid.Terms.Grammar;

/// <summary>«двічі на рік», «не рідше ніж один раз на квартал», «1–2 рази на місяць», «раз на два роки».</summary>
static class QuotaRules
{
    public static Times? Read(Cursor c)
    {
        var start = c.At;
        var op = Bound(c);
        c.Take("по", "лише", "тільки");
        if (Count(c) is { } count)
        {
            if (c.Peek(-2) is "кілька" or "декілька") op = Comparison.AtLeast;
            var (per, periods) = Per(c);
            return new Times(count, op, per, periods) { From = start, To = c.At };
        }
        c.At = start;
        return null;
    }

    /// <summary>«не рідше (ніж)», «щонайменше», «не більше», «до».</summary>
    static Comparison Bound(Cursor c)
    {
        var start = c.At;
        if (c.Take("не"))
        {
            if (c.Take("рідше", "менше", "менш", "рідш", "меньше"))
            {
                if (c.Word == "," && c.Peek(1) is "ніж" or "як") c.At++;
                c.Take("ніж", "як", "за", "чим", "від");
                return Comparison.AtLeast;
            }
            if (c.Take("більше", "частіше", "більш"))
            {
                c.Take("ніж", "як", "за");
                return Comparison.AtMost;
            }
            c.At = start;
        }
        if (c.Take("більше", "більш", "понад", "частіше"))
        {
            c.Take("ніж", "як", "за");
            return Comparison.MoreThan;
        }
        if (c.Take("щонайменше", "мінімум", "принаймні") || c.TakeAll("як", "мінімум") || c.TakeAll("хоча", "б") || c.TakeAll("хоч", "би")) return Comparison.AtLeast;
        if (c.Take("щонайбільше", "максимум") || (c.Word == "до" && Counts(c))) { if (c.Word == "до") c.At++; return Comparison.AtMost; }
        return Comparison.Equal;
    }

    /// <summary>«до 4 разів», not «до 4 травня».</summary>
    static bool Counts(Cursor c)
    {
        var start = c.At;
        c.At++;
        var counts = c.TakeCardinal() is not null && IsTimes(c.Word);
        c.At = start;
        return counts;
    }

    static bool IsTimes(string word) => word is "раз" or "рази" or "разів" or "разу" or "разом" or "разах" or "р";

    static int? Count(Cursor c)
    {
        var start = c.At;
        if (c.Take("двічі")) return 2;
        if (c.Take("тричі")) return 3;
        // «кілька разів на день» is at least twice.
        if (c.Take("кілька", "декілька") && c.Take("разів", "рази")) return 2;
        c.At = start;
        if (c.Take("одноразово", "однократно") && Per(c).Per is not null) { c.At = start + 1; return 1; }
        c.At = start;
        if (c.Word is "раз" or "разу" && c.Peek(1) is "на" or "у" or "в" or "за" or "протягом" or "упродовж" or "/") { c.At++; return 1; }
        if (c.TakeCardinal() is { } count)
        {
            if (c.Take("-") && c.TakeCardinal() is null) { c.At = start; return null; }
            if (c.Word == "р" && !(c.Peek(1) is "/" || c.Peek(1) == "." && c.Peek(2) is "на" or "/" or "у" or "в")) { c.At = start; return null; }
            if (IsTimes(c.Word))
            {
                if (c.Word == "р") { c.At++; c.Take("."); }
                else c.At++;
                return count;
            }
        }
        c.At = start;
        return null;
    }

    /// <summary>«на рік», «у квартал», «на два тижні», «протягом кожного місяця», «/рік».</summary>
    static (PeriodLength? Per, int Periods) Per(Cursor c)
    {
        var start = c.At;
        if (c.Take("на", "у", "в", "за", "протягом", "упродовж", "впродовж", "/", "кожного", "кожен", "кожні"))
        {
            c.TakeStem("кожн", "кожен", "календарн", "навчальн", "звітн", "цілий");
            c.TakeStem("календарн");
            var periods = c.TakeCardinal() ?? 1;
            if (c.Take("-") && c.TakeCardinal() is { } upTo) periods = upTo;
            c.TakeStem("календарн", "навчальн");
            if (c.Word == "пів" && c.Peek(1) is "року") { c.At += 2; return (PeriodLength.HalfYear, 1); }
            if (CalendarWords.Unit(c.Word) is { } unit && periods <= 100 && c.Word != "р")
            {
                var word = c.Word;
                c.At++;
                if (word is "кв" or "міс" or "тижд") c.Take(".");
                return (unit, periods);
            }
        }
        c.At = start;
        return (null, 1);
    }
}
