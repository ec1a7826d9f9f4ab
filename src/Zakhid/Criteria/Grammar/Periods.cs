using Zakhid.Terms;

namespace Zakhid.Criteria.Grammar;

/// <summary>«на місяць», «щокварталу», «протягом року», «раз на два тижні»: a count's period.</summary>
static class Periods
{
    /// <summary>«щотижня», «щомісячний», «щопʼятниці».</summary>
    public static PeriodLength? Adverb(string word)
    {
        if (!word.StartsWith("що", StringComparison.Ordinal) || word.Length < 5) return null;
        var rest = word.AsSpan(2).TrimStart('-');
        (string Stem, PeriodLength Length)[] stems =
        [
            ("тижн", PeriodLength.Week), ("тижд", PeriodLength.Week), ("денн", PeriodLength.Day), ("дня", PeriodLength.Day), ("добов", PeriodLength.Day), ("доби", PeriodLength.Day),
            ("декад", PeriodLength.Decade), ("місяц", PeriodLength.Month), ("місяч", PeriodLength.Month), ("кварт", PeriodLength.Quarter),
            ("півр", PeriodLength.HalfYear), ("рок", PeriodLength.Year), ("річн", PeriodLength.Year),
        ];
        foreach (var (stem, length) in stems)
            if (rest.StartsWith(stem, StringComparison.Ordinal)) return length;
        return CalendarWords.Weekday(rest.ToString()) is not null ? PeriodLength.Week : null;
    }

    /// <summary>The period whose words begin at <paramref name="at"/>: its length, how many of them, how many pieces it takes.</summary>
    public static (PeriodLength Per, int Every)? At(IReadOnlyList<Piece> pieces, int at, out int length)
    {
        length = 0;
        if (!pieces[at].IsWord && !pieces[at].Is("/")) return null;
        var first = pieces[at].Text;
        if (Adverb(first) is { } adverb)
        {
            length = 1;
            return (adverb, 1);
        }
        var next = at;
        if (first is "на" or "в" or "у" or "за" or "/" or "протягом" or "упродовж" or "впродовж" or "раз") next++;
        var counted = next > at && at > 0 && pieces[at - 1].Amount is { Times: true };
        var each = false;
        while (next < pieces.Count && pieces[next].IsWord && IsQualifier(pieces[next].Text))
        {
            each |= pieces[next].Text.StartsWith("кож", StringComparison.Ordinal);
            next++;
        }
        var every = 1;
        if (next < pieces.Count && pieces[next].Amount is { Times: false, To: null, Kind: ValueKind.Absolute } amount && amount.Value is >= 1 and <= 12 && amount.Value == decimal.Truncate(amount.Value) && (counted || each || amount.Value == 1))
        {
            every = (int)amount.Value;
            next++;
        }
        if (next == at || next >= pieces.Count || !pieces[next].IsWord || CalendarWords.Unit(pieces[next].Text) is not { } unit)
        {
            // «раз у півріччя», «на півроку» are units; «кожної пʼятниці» is a week.
            if (each && next < pieces.Count && pieces[next].IsWord && CalendarWords.Weekday(pieces[next].Text) is not null) { length = next + 1 - at; return (PeriodLength.Week, 1); }
            return null;
        }
        if (pieces[next].Text is "р" or "рр" or "дн" or "в") return null;
        if (!each && first is not ("на" or "в" or "у" or "за" or "/" or "протягом" or "упродовж" or "впродовж")) return null;
        if (first is "у" or "в" && pieces[next - 1].Text != "звітному" && pieces[next].Text is "році" or "місяці" or "кварталі" or "тижні" or "дні") return null;
        // A deadline («протягом місяця після …», «протягом 3 днів») is no period.
        if (next + 1 < pieces.Count && pieces[next + 1].IsWord && pieces[next + 1].Text is "після" or "з" or "від" && first is "протягом" or "упродовж" or "впродовж") return null;
        if (pieces[next].Text is "днів" or "місяців" or "років" or "тижнів" or "кварталів" && !counted && !each) return null;
        length = next + 1 - at;
        return (unit, every);
    }

    static bool IsQualifier(string word) => word is "кожен" or "кожний" or "кожного" or "кожну" or "кожної" or "кожні" or "кожних" or "кожне" or "кожному" or "звітний" or "звітного" or "звітному" or "календарний" or "календарного"
        or "поточного" or "поточний" or "навчальний" or "навчального" or "бюджетний" or "бюджетного" or "усього" or "всього" or "цілого" or "робочий" or "планового";
}
