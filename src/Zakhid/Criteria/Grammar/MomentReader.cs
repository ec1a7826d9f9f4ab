using System.Globalization;
using Zakhid.Terms;
using Zakhid.Text;

namespace Zakhid.Criteria.Grammar;

/// <summary>
/// Named times inside a criterion: «31 грудня 2027 року», «01.07.2025», «І півріччя 2019 року», «січень – березень»,
/// «2021–2023 роки», «кінець року», «минулого року». They are deadlines, past periods and baselines, never counts.
/// </summary>
static class MomentReader
{
    /// <summary>The moment that begins at <paramref name="at"/>, which moves past it; null moves nothing.</summary>
    public static Moment? Read(IReadOnlyList<Token> tokens, ref int at) =>
        ReadRelative(tokens, ref at) ?? ReadEnd(tokens, ref at) ?? ReadNumericDate(tokens, ref at) ?? ReadDay(tokens, ref at)
        ?? ReadMonths(tokens, ref at) ?? ReadPart(tokens, ref at) ?? ReadMonthCount(tokens, ref at) ?? ReadYear(tokens, ref at);

    static Moment? ReadRelative(IReadOnlyList<Token> tokens, ref int at)
    {
        var word = tokens[at].Text;
        if (word == "торік" || word.StartsWith("минулорічн", StringComparison.Ordinal) || word.StartsWith("торішн", StringComparison.Ordinal))
        {
            at++;
            return new Moment(null, Moment.PreviousYear, PeriodLength.Year);
        }
        if (!word.StartsWith("минул", StringComparison.Ordinal) && !word.StartsWith("попередн", StringComparison.Ordinal)
            && !word.StartsWith("аналогічн", StringComparison.Ordinal) && !word.StartsWith("відповідн", StringComparison.Ordinal)) return null;
        var next = at + 1;
        while (next < tokens.Count && next < at + 3 && (tokens[next].Text.StartsWith("звітн", StringComparison.Ordinal) || tokens[next].Text.StartsWith("бюджетн", StringComparison.Ordinal)
            || tokens[next].Text.StartsWith("навчальн", StringComparison.Ordinal) || tokens[next].Text.StartsWith("календарн", StringComparison.Ordinal))) next++;
        if (next >= tokens.Count) return null;
        var unit = tokens[next].Text.StartsWith("період", StringComparison.Ordinal) ? null : CalendarWords.Unit(tokens[next].Text);
        if (unit is null && !tokens[next].Text.StartsWith("період", StringComparison.Ordinal)) return null;
        at = next + 1;
        if (word.StartsWith("аналогічн", StringComparison.Ordinal) || word.StartsWith("відповідн", StringComparison.Ordinal))
        {
            // «аналогічний період 2023 року / минулого року»: the year says which.
            next = at;
            if (next < tokens.Count && Read(tokens, ref next) is { } year) { at = next; return year with { Length = unit ?? year.Length }; }
            return new Moment(null, Moment.PreviousPeriod, unit);
        }
        return new Moment(null, unit == PeriodLength.Year ? Moment.PreviousYear : Moment.PreviousPeriod, unit);
    }

    /// <summary>«кінець року», «кінця 2027 року».</summary>
    static Moment? ReadEnd(IReadOnlyList<Token> tokens, ref int at)
    {
        if (tokens[at].Text is not ("кінець" or "кінця" or "кінці")) return null;
        var next = at + 1;
        if (next < tokens.Count && tokens[next].Text is "поточного" or "цього" or "звітного" or "календарного" or "бюджетного") next++;
        if (next >= tokens.Count) return null;
        if (CalendarWords.Unit(tokens[next].Text) == PeriodLength.Year && tokens[next].Kind == TokenKind.Word)
        {
            at = next + 1;
            return new Moment("--12-31", "year_end", null);
        }
        if (Read(tokens, ref next) is not { } moment) return null;
        at = next;
        return moment;
    }

    /// <summary>«31.12.2027 р.»; «01.07» only where a preposition makes it a date.</summary>
    static Moment? ReadNumericDate(IReadOnlyList<Token> tokens, ref int at)
    {
        if (at + 2 >= tokens.Count || !Digits(tokens[at], 1, 2) || !tokens[at + 1].Is(".") || !Digits(tokens[at + 2], 2, 2)
            || tokens[at + 2].Span.Start - tokens[at].Span.End != 1) return null;
        int day = Number(tokens[at]), month = Number(tokens[at + 2]);
        if (day is < 1 or > 31 || month is < 1 or > 12) return null;

        if (at + 4 < tokens.Count && tokens[at + 3].Is(".") && tokens[at + 4].Kind == TokenKind.Number && tokens[at + 4].Text.Length is 2 or 4)
        {
            var year = tokens[at + 4].Text.Length == 2 ? 2000 + Number(tokens[at + 4]) : Number(tokens[at + 4]);
            at = SkipYearWord(tokens, at + 5);
            return Day(year, month, day);
        }
        if (at == 0 || tokens[at - 1].Text is not ("до" or "на" or "з" or "по") || tokens[at].Text.Length != 2) return null;
        if (at + 3 < tokens.Count && (tokens[at + 3].Is("%") || tokens[at + 3].Kind == TokenKind.Word)) return null;
        at += 3;
        return Day(null, month, day);
    }

    /// <summary>«1 липня», «15 вересня 2017 року».</summary>
    static Moment? ReadDay(IReadOnlyList<Token> tokens, ref int at)
    {
        if (!Digits(tokens[at], 1, 2) || at + 1 >= tokens.Count || CalendarWords.Month(tokens[at + 1].Text) is not { } month) return null;
        var day = Number(tokens[at]);
        if (day is < 1 or > 31) return null;
        at += 2;
        return Day(TakeYear(tokens, ref at), month, day);
    }

    /// <summary>«вересень», «січні – червні 2024 року».</summary>
    static Moment? ReadMonths(IReadOnlyList<Token> tokens, ref int at)
    {
        if (tokens[at].Kind != TokenKind.Word) return null;
        var word = tokens[at].Text;
        var dash = word.IndexOf('-');
        var first = CalendarWords.Month(dash > 0 ? word[..dash] : word);
        if (first is null) return null;
        var last = dash > 0 ? CalendarWords.Month(word[(dash + 1)..]) : first;
        if (last is null) return null;
        at++;
        if (dash < 0 && at + 1 < tokens.Count && tokens[at].Is("-") && CalendarWords.Month(tokens[at + 1].Text) is { } until) { last = until; at += 2; }
        return Months(TakeYear(tokens, ref at), first.Value, last.Value);
    }

    /// <summary>«І квартал», «перше півріччя 2020 року», «II–IV квартали».</summary>
    static Moment? ReadPart(IReadOnlyList<Token> tokens, ref int at)
    {
        var next = at;
        if (ReadIndex(tokens, ref next) is not { } index) return null;
        var last = index;
        if (next < tokens.Count && tokens[next].Text is "-" or "," or "та" or "і")
        {
            var second = next + 1;
            if (second < tokens.Count && ReadIndex(tokens, ref second) is { } upper && upper > index) (last, next) = (upper, second);
        }
        if (next >= tokens.Count || tokens[next].Kind != TokenKind.Word) return null;
        var unit = CalendarWords.Unit(tokens[next].Text);
        if (unit is not (PeriodLength.Quarter or PeriodLength.HalfYear) || index < 1 || last > (unit == PeriodLength.Quarter ? 4 : 2)) return null;
        next++;
        if (next < tokens.Count && tokens[next].Is(".") && tokens[next - 1].Text is "кв" or "кварт" or "півр") next++;
        at = next;
        var months = unit == PeriodLength.Quarter ? 3 : 6;
        return Months(TakeYear(tokens, ref at), (index - 1) * months + 1, last * months);
    }

    static int? ReadIndex(IReadOnlyList<Token> tokens, ref int at)
    {
        if (tokens[at].Kind == TokenKind.Word && (Folding.Roman(tokens[at].Text) ?? Numerals.Ordinal(tokens[at].Text)) is { } index) { at++; return index; }
        var next = at;
        if (Numerals.ReadOrdinal(tokens, ref next) is { } suffixed) { at = next; return suffixed; }
        if (Digits(tokens[at], 1, 1)) return Number(tokens[at++]);
        return null;
    }

    /// <summary>«за 9 місяців 2024 року».</summary>
    static Moment? ReadMonthCount(IReadOnlyList<Token> tokens, ref int at)
    {
        if (at == 0 || tokens[at - 1].Text is not ("за" or "протягом" or "упродовж" or "впродовж")) return null;
        var next = at;
        if (Numerals.ReadCardinal(tokens, ref next) is not { } months || months is < 2 or > 12 || next >= tokens.Count
            || CalendarWords.Unit(tokens[next].Text) != PeriodLength.Month) return null;
        next++;
        if (TakeYear(tokens, ref next) is not { } year) return null;
        at = next;
        return Months(year, 1, months);
    }

    /// <summary>«2027 рік», «2021–2023 роки», «2025/2026 навчальний рік»; a bare number only where nothing is counted by it.</summary>
    static Moment? ReadYear(IReadOnlyList<Token> tokens, ref int at)
    {
        if (!IsYear(tokens, at)) return null;
        var next = at + 1;
        var year = Number(tokens[at]);
        var range = next + 1 < tokens.Count && tokens[next].Text is "-" or "/" && IsYear(tokens, next + 1) && Number(tokens[next + 1]) > year;
        if (range) { year = Number(tokens[next + 1]); next += 2; }

        var named = next;
        while (named < tokens.Count && named < next + 2 && tokens[named].Text is "навчального" or "навчальний" or "навчальному" or "бюджетного" or "бюджетний" or "бюджетному" or "календарного") named++;
        if (named < tokens.Count && tokens[named].Kind == TokenKind.Word && CalendarWords.Unit(tokens[named].Text) == PeriodLength.Year)
        {
            at = SkipYearWord(tokens, named);
        }
        else
        {
            var counted = next < tokens.Count && (tokens[next].Kind is TokenKind.Word && tokens[next].Text is not ("та" or "і" or "до" or "на" or "у" or "в" or "порівняно")
                || tokens[next].Is("%") || (tokens[next].Kind == TokenKind.Number && !range));
            var led = at > 0 && (tokens[at - 1].Text is "у" or "в" or "до" or "з" or "із" or "за" or "на" or "проти" or "рівня" or "рівні" or "показника" or "протягом" or "упродовж");
            var heads = (at == 0 || tokens[at - 1].Text is "," or ";" or "\n" or "." or "(") && next < tokens.Count && tokens[next].Text is "-" or ":";
            var alone = at > 0 && tokens[at - 1].Is("(") && next < tokens.Count && tokens[next].Is(")");
            if (counted || !(led || heads || range || alone)) return null;
            at = next;
        }
        return new Moment($"{year:0000}-12-31", $"{year}", PeriodLength.Year);
    }

    static bool IsYear(IReadOnlyList<Token> tokens, int at) => at < tokens.Count && Digits(tokens[at], 4, 4) && Number(tokens[at]) is >= 1990 and <= 2060;

    static int? TakeYear(IReadOnlyList<Token> tokens, ref int at)
    {
        if (!IsYear(tokens, at)) return null;
        var year = Number(tokens[at]);
        at = SkipYearWord(tokens, at + 1);
        return year;
    }

    static int SkipYearWord(IReadOnlyList<Token> tokens, int at)
    {
        if (at >= tokens.Count || tokens[at].Kind != TokenKind.Word || CalendarWords.Unit(tokens[at].Text) != PeriodLength.Year) return at;
        return at + 1 < tokens.Count && tokens[at].Text is "р" or "рр" && tokens[at + 1].Is(".") ? at + 2 : at + 1;
    }

    static Moment Months(int? year, int first, int last)
    {
        PeriodLength? length = (last - first + 1) switch { 3 => PeriodLength.Quarter, 6 => PeriodLength.HalfYear, 12 => PeriodLength.Year, 1 => PeriodLength.Month, _ => null };
        return Day(year, last, DateTime.DaysInMonth(year ?? 2023, last)) with { Length = length };
    }

    static Moment Day(int? year, int month, int day) => new(
        year is { } y ? $"{y:0000}-{month:00}-{day:00}" : $"--{month:00}-{day:00}",
        year?.ToString(CultureInfo.InvariantCulture) ?? $"{month:00}-{day:00}", null);

    static bool Digits(Token token, int least, int most) => token.Kind == TokenKind.Number && token.Text.Length >= least && token.Text.Length <= most;

    static int Number(Token token) => int.Parse(token.Text, CultureInfo.InvariantCulture);
}
