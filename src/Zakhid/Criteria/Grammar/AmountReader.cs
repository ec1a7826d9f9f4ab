using System.Globalization;
using Zakhid.Text;

namespace Zakhid.Criteria.Grammar;

/// <summary>
/// Numbers as office prose writes them: «1 200», «10.000», «2,5 млн», «пʼять», «дві третини», «5-7 %», «100-відсотковий»,
/// «двічі», «удвічі».
/// </summary>
static class AmountReader
{
    /// <summary>The amount that begins at <paramref name="at"/>, which moves past it; null moves nothing.</summary>
    public static Amount? Read(IReadOnlyList<Token> tokens, ref int at)
    {
        if (ReadAdverb(tokens, ref at) is { } adverb) return adverb;

        var next = at;
        var pair = ReadPair(tokens[at].Text);
        if (ReadFraction(tokens, ref next) is { } fraction)
        {
            at = next;
            return new Amount(fraction, Kind: ValueKind.Percent);
        }
        if ((ReadEach(tokens, ref at) ?? ReadRank(tokens, ref at)) is { } special) return special;
        next = at;
        if (pair is not null) next++;
        if ((pair?.Low ?? ReadNumber(tokens, ref next)) is not { } value) return null;

        decimal? to = null;
        var kind = ReadPercent(tokens, ref next);
        var scale = ReadMagnitude(tokens, ref next);
        // «1 млн 200 тис.» is one amount.
        for (var further = next; scale is { } large && ReadNumber(tokens, ref further) is { } rest && ReadMagnitude(tokens, ref further) is { } small && small < large; next = further) value += rest * small / large;
        if (scale is null && kind == ValueKind.Absolute && IsAttached(tokens, next)) return null;

        var range = next;
        if (range < tokens.Count && (tokens[range].Is("-") || tokens[range].Is("…")))
        {
            range++;
            if (ReadNumber(tokens, ref range) is { } upper && !IsAttached(tokens, range))
            {
                // «2–3 тисячі» counts both in thousands; in «500 – 1 тис.» the lower is what it says.
                var upperScale = ReadMagnitude(tokens, ref range);
                var lowerScale = scale ?? (upper > value ? upperScale : null);
                if (upper * (upperScale ?? 1) > value * (lowerScale ?? 1)) (to, scale, next) = (upper * (upperScale ?? 1), lowerScale, range);
            }
        }
        if (pair is not null) to = pair.Value.High * (scale ?? 1);
        value *= scale ?? 1;
        if (kind == ValueKind.Absolute) kind = ReadPercent(tokens, ref next);
        var more = next < tokens.Count && tokens[next].Is("+") && tokens[next].Span.Start == tokens[next - 1].Span.End;
        if (more) next++;
        if (kind == ValueKind.Absolute) kind = ReadPercent(tokens, ref next);

        var times = next < tokens.Count && IsTimes(tokens[next].Text);
        if (times) next++;
        at = next;
        return new Amount(value, to, kind, times, more);
    }

    public static bool IsTimes(string word) => word is "раз" or "рази" or "разів" or "раза" or "разу";

    /// <summary>«двічі» is twice in a period, «удвічі» two times more.</summary>
    static Amount? ReadAdverb(IReadOnlyList<Token> tokens, ref int at)
    {
        var word = Numerals.Bare(tokens[at].Text);
        Amount? amount = word switch
        {
            "двічі" => new(2, Times: true),
            "тричі" => new(3, Times: true),
            "одноразово" or "одноразове" or "одноразовий" => new(1, Times: true),
            "удвічі" or "вдвічі" or "удвоє" or "вдвоє" or "подвоєння" or "подвоїться" or "подвоєно" => new(2, Kind: ValueKind.Multiple),
            "утричі" or "втричі" or "утроє" or "втроє" or "потроєння" or "потроїться" or "потроєно" => new(3, Kind: ValueKind.Multiple),
            "учетверо" or "вчетверо" => new(4, Kind: ValueKind.Multiple),
            "упятеро" or "впятеро" => new(5, Kind: ValueKind.Multiple),
            "удесятеро" or "вдесятеро" => new(10, Kind: ValueKind.Multiple),
            _ when word.StartsWith("стовідсотков", StringComparison.Ordinal) => new(100, Kind: ValueKind.Percent),
            _ when word.StartsWith("жодн", StringComparison.Ordinal) => new(0),
            _ when Numerals.Compound(word) is var (n, rest) && rest.StartsWith("разов", StringComparison.Ordinal) => new(n, Times: true),
            _ => null,
        };
        if (amount is not null) at++;
        return amount;
    }

    /// <summary>«дві третини», «половина», «2/3», «чверть»: the share in percent, two decimals.</summary>
    static decimal? ReadFraction(IReadOnlyList<Token> tokens, ref int at)
    {
        var next = at;
        if (Denominator(tokens, next) is { } alone && tokens[next].Text is not ("пятих" or "десятих"))
        {
            at++;
            return Share(1, alone);
        }
        if (tokens[at].Kind == TokenKind.Number && at + 2 < tokens.Count && tokens[at + 1].Is("/") && tokens[at + 2].Kind == TokenKind.Number
            && tokens[at + 2].Span.Start - tokens[at].Span.End == 1 && Small(tokens[at]) is { } a && Small(tokens[at + 2]) is { } b && a < b)
        {
            at += 3;
            return Share(a, b);
        }
        if (Numerals.ReadCardinal(tokens, ref next) is { } parts and > 0 and < 10)
        {
            if (Denominator(tokens, next) is { } of) { at = next + 1; return Share(parts, of); }
            if (parts > 1 && next < tokens.Count && tokens[next].Text.EndsWith("их", StringComparison.Ordinal)
                && Numerals.Ordinal(tokens[next].Text) is { } nth and >= 3 and <= 10)
            {
                at = next + 1;
                return Share(parts, nth);
            }
        }
        return null;

        static int? Small(Token token) => token.Text.Length == 1 && token.Text != "0" ? token.Text[0] - '0' : token.Is("10") ? 10 : null;
        static decimal Share(int a, int b) => Math.Round(100m * a / b, 2);
    }

    static int? Denominator(IReadOnlyList<Token> tokens, int at) => at >= tokens.Count ? null : tokens[at].Text switch
    {
        "половина" or "половини" or "половину" or "половині" or "половиною" => 2,
        "третина" or "третини" or "третину" or "третині" or "третин" or "третиною" => 3,
        "чверть" or "чверті" or "чвертей" => 4,
        _ => null,
    };

    /// <summary>«кожен третій мешканець» is a third of them; «кожної другої середи» is not.</summary>
    static Amount? ReadEach(IReadOnlyList<Token> tokens, ref int at)
    {
        if (at + 2 >= tokens.Count || !tokens[at].Text.StartsWith("кож", StringComparison.Ordinal) || Numerals.Ordinal(tokens[at + 1].Text) is not ({ } nth and >= 2 and <= 10)
            || Lexicon.KindOf(Numerals.Bare(tokens[at + 2].Text)) is var kind && kind is UnitKind.Time || Terms.CalendarWords.Weekday(tokens[at + 2].Text) is not null
            || kind is null && tokens[at].Text is not ("кожен" or "кожний" or "кожна" or "кожне")) return null;
        at += 2;
        return new Amount(Math.Round(100m / nth, 2), Kind: ValueKind.Percent);
    }

    /// <summary>«3-го місця», «перше місце», «першої десятки».</summary>
    static Amount? ReadRank(IReadOnlyList<Token> tokens, ref int at)
    {
        var next = at;
        var rank = Numerals.ReadOrdinal(tokens, ref next);
        if (rank is null && tokens[at].Kind == TokenKind.Word && Folding.Roman(tokens[at].Text) is { } roman) (rank, next) = (roman, at + 1);
        if (rank is not > 0 || next >= tokens.Count) return null;
        var word = Numerals.Bare(tokens[next].Text);
        if (word is "місце" or "місця" or "місці" || word.StartsWith("позиці", StringComparison.Ordinal)) { at = next; return new Amount(rank.Value); }
        int? circle = rank != 1 ? null : word switch { "десятки" or "десятку" or "десятці" => 10, "пятірки" or "пятірку" or "пятірці" => 5, "трійки" or "трійку" or "трійці" => 3, "двадцятки" or "двадцятку" => 20, _ => null };
        if (circle is null) return null;
        at = next + 1;
        return new Amount(circle.Value);
    }

    /// <summary>«два-три» is one token: a hyphen inside a word.</summary>
    static (decimal Low, decimal High)? ReadPair(string word) =>
        word.IndexOf('-') is > 0 and var dash && Numerals.Cardinal(word[..dash]) is { } low && Numerals.Cardinal(word[(dash + 1)..]) is { } high && low < high
            ? (low, high)
            : null;

    static decimal? ReadNumber(IReadOnlyList<Token> tokens, ref int at)
    {
        if (at >= tokens.Count) return null;
        if (tokens[at].Kind == TokenKind.Number) return ReadDigits(tokens, ref at);
        if (tokens[at].Kind != TokenKind.Word) return null;

        var word = Numerals.Bare(tokens[at].Text);
        var before = at > 0 ? tokens[at - 1].Text : "";
        var next = at + 1 < tokens.Count ? tokens[at + 1].Text : "";
        if (word is "півтора" or "півтори") { at++; return 1.5m; }
        if (word is "пів" && Scale(next) is not null) { at++; return 0.5m; }
        if (Numerals.Cardinal(word) is not { } first) return null;
        if (first >= 1000)
        {
            var counted = word is "тисяча" or "тисячу" or "мільйон" or "мільйона" or "мільярд"
                || (word is "тисячі" or "мільярда" && before is "ніж" or "менше" or "більше" or "понад" or "близько" or "до" or "як");
            return counted ? 1 : null;
        }
        if (word is "одні" or "одних" or "одними" or "обидва" or "обидві" or "обох" or "сотні") return null;
        if (first == 1 && next is "з" or "із" or "зі" or "одного" or "одному" or "одним" or "іншого") return null;
        return Numerals.ReadCardinal(tokens, ref at);
    }

    static decimal? ReadDigits(IReadOnlyList<Token> tokens, ref int at)
    {
        if (tokens[at].Text.Length > 15) return null;
        var digits = tokens[at].Text;
        var next = at + 1;
        if (digits.Length <= 3 && digits[0] != '0')
        {
            while (next < tokens.Count && tokens[next] is { Kind: TokenKind.Number, Text.Length: 3 } && tokens[next].Span.Start - tokens[next - 1].Span.End == 1 && digits.Length <= 12)
                digits += tokens[next++].Text;
            while (digits.Length <= 12 && Joined(tokens, next, ".") is { Length: 3 } thousands) { digits += thousands; next += 2; }
        }
        var value = decimal.Parse(digits, CultureInfo.InvariantCulture);
        if ((Joined(tokens, next, ",") ?? Joined(tokens, next, ".")) is { Length: <= 9 } part)
        {
            value = part == "000" ? value * 1000 : value + decimal.Parse("0." + part, CultureInfo.InvariantCulture);
            next += 2;
        }
        else if (next + 1 < tokens.Count && tokens[next].Is("-") && tokens[next].Span.Start == tokens[next - 1].Span.End
            && tokens[next + 1].Span.Start == tokens[next].Span.End && Numerals.Bare(tokens[next + 1].Text) is "ти" or "и" or "х" or "ох" or "ьох" or "ма" or "ми" or "м" or "ьома")
        {
            next += 2;
        }
        at = next;
        return value;
    }

    /// <summary>The digits after a separator that stands without blanks.</summary>
    static string? Joined(IReadOnlyList<Token> tokens, int at, string sign) =>
        at + 1 < tokens.Count && tokens[at].Is(sign) && tokens[at + 1].Kind == TokenKind.Number
        && tokens[at].Span.Start == tokens[at - 1].Span.End && tokens[at + 1].Span.Start == tokens[at].Span.End ? tokens[at + 1].Text : null;

    /// <summary>«5-денний», «9-го», «3-річних»: the number is a part of a word and counts nothing by itself.</summary>
    static bool IsAttached(IReadOnlyList<Token> tokens, int at) =>
        at + 1 < tokens.Count && tokens[at].Is("-") && tokens[at].Span.Start == tokens[at - 1].Span.End
        && tokens[at + 1].Kind == TokenKind.Word && tokens[at + 1].Span.Start == tokens[at].Span.End
        && !tokens[at + 1].Text.StartsWith("відсотк", StringComparison.Ordinal);

    static decimal? ReadMagnitude(IReadOnlyList<Token> tokens, ref int at)
    {
        decimal? scale = null;
        while (at < tokens.Count && Scale(tokens[at].Text) is { } one)
        {
            scale = (scale ?? 1) * one;
            at++;
            if (at < tokens.Count && tokens[at].Is(".") && tokens[at - 1].Text.Length <= 4) at++;
        }
        return scale;
    }

    static decimal? Scale(string word) => word switch
    {
        "тис" => 1000,
        "млн" => 1_000_000,
        "млрд" => 1_000_000_000,
        "десятки" or "десятків" => 10,
        "сотні" or "сотень" => 100,
        _ when Numerals.Cardinal(word) is { } big and >= 1000 => big,
        _ => null,
    };

    static ValueKind ReadPercent(IReadOnlyList<Token> tokens, ref int at)
    {
        if (at >= tokens.Count) return ValueKind.Absolute;
        var next = at;
        if (tokens[next].Is("-") && next + 1 < tokens.Count && tokens[next + 1].Text.StartsWith("відсотков", StringComparison.Ordinal)) next++;
        var kind = ValueKind.Absolute;
        var word = tokens[next].Text;
        if (word == "%") (kind, next) = (ValueKind.Percent, next + 1);
        else if (word.StartsWith("відсотк", StringComparison.Ordinal) || word.StartsWith("процент", StringComparison.Ordinal) || word == "відс")
        {
            (kind, next) = (ValueKind.Percent, next + 1);
            if (word == "відс" && next < tokens.Count && tokens[next].Is(".")) next++;
        }
        if (kind == ValueKind.Percent && next < tokens.Count && tokens[next].Text.StartsWith("пункт", StringComparison.Ordinal))
            (kind, next) = (ValueKind.PercentagePoint, next + 1);
        else if (kind == ValueKind.Percent && tokens[next - 1].Is("відсоткових") && next + 1 < tokens.Count && tokens[next].Is("п"))
            (kind, next) = (ValueKind.PercentagePoint, next + 1);
        if (kind == ValueKind.Absolute && word is "в" or "п" && next + 3 <= tokens.Count && Dotted(tokens, next, out var end))
            (kind, next) = (ValueKind.PercentagePoint, end);
        if (kind == ValueKind.Absolute && word is "вп" or "пп") (kind, next) = (ValueKind.PercentagePoint, next + 1);
        if (kind != ValueKind.Absolute) at = next;
        return kind;
    }

    /// <summary>«в.п.», «п. п.»</summary>
    static bool Dotted(IReadOnlyList<Token> tokens, int at, out int end)
    {
        end = at;
        if (!tokens[at + 1].Is(".") || !tokens[at + 2].Is("п")) return false;
        end = at + 3 < tokens.Count && tokens[at + 3].Is(".") ? at + 4 : at + 3;
        return true;
    }
}
