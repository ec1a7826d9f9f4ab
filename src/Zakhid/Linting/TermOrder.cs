using System.Globalization;
using Zakhid.Terms;
using Zakhid.Text;

namespace Zakhid.Linting;

/// <summary>
/// Whether the words of a term name its end before its beginning: two days, two days of the year, two months, two quarters or two
/// half-years joined as a range. A year that is printed at one of them is taken to be of both («з грудня по березень 2021 року»), so
/// that a range over the turn of the year is asked about and not guessed; two years tell themselves.
/// </summary>
static class TermOrder
{
    enum Sort { Day, Month, Quarter, HalfYear }

    /// <summary>A place in the year: of its sort the number in order; days count as month and day.</summary>
    readonly record struct YearPlace(Sort Sort, int Number, int? Year, int From, int Next);

    /// <param name="phrase">As printed.</param>
    /// <param name="manyYears">The plan runs over the turn of a year: months without a year («листопад – березень») may be a season of it.</param>
    public static bool IsReversed(string phrase, bool manyYears)
    {
        var tokens = Parted(Token.Cut(phrase));
        if (PrintedDate.All(tokens).Select(printed => printed.Date).ToList() is [{ } first, { } last])
            return last < first && tokens.Exists(IsSince) && tokens.Exists(t => t.Text is "до" or "по");
        var places = Places(tokens);
        for (var i = 0; i + 1 < places.Count; i++)
            if (places[i].Sort == places[i + 1].Sort && IsRange(tokens, places[i], places[i + 1]) && IsBefore(places[i + 1], places[i], tokens, manyYears)) return true;
        return false;
    }

    static bool IsBefore(YearPlace end, YearPlace start, List<Token> tokens, bool manyYears)
    {
        if (start.Year is { } from && end.Year is { } to) return to < from || to == from && end.Number < start.Number;
        // «2020–2021 років», «2020/2021 навчального року».
        if (tokens.Where(t => Year(t) is not null).Select(t => t.Text).Distinct().Count() > 1) return false;
        var isSaid = (start.Year ?? end.Year) is not null;
        var comesAgain = tokens.Exists(t => t.Kind == TokenKind.Word && (t.Text.StartsWith("щор", StringComparison.Ordinal) || t.Text.StartsWith("кожн", StringComparison.Ordinal) || t.Text.StartsWith("навчальн", StringComparison.Ordinal) || t.Text.StartsWith("опалювальн", StringComparison.Ordinal)));
        return end.Number < start.Number && (isSaid || !manyYears && !comesAgain);
    }

    static bool IsSince(Token token) => token.Text is "з" or "із" or "зі" or "від" or "починаючи";

    /// <summary>«– », or «з … до», «від … по»; a list by commas is none.</summary>
    static bool IsRange(List<Token> tokens, YearPlace start, YearPlace end)
    {
        var between = tokens.GetRange(start.Next, Math.Max(0, end.From - start.Next)).FindAll(t => t.Text is not ("року" or "р" or "рік" or "." or "кінця" or "початку") && Year(t) is null);
        return between switch
        {
            [{ Text: "-" }] => true,
            [{ Text: "до" or "по" }] => tokens.Take(start.From).Any(IsSince),
            _ => false,
        };
    }

    /// <summary>«грудень-березень» in one word is two months with a dash.</summary>
    static List<Token> Parted(IReadOnlyList<Token> tokens)
    {
        var parted = new List<Token>();
        foreach (var token in tokens)
        {
            var dash = token.Kind == TokenKind.Word ? token.Text.IndexOf('-', StringComparison.Ordinal) : -1;
            if (dash <= 0 || CalendarWords.Month(token.Text[..dash]) is null || CalendarWords.Month(token.Text[(dash + 1)..]) is null) { parted.Add(token); continue; }
            parted.Add(new(TokenKind.Word, token.Text[..dash], new(token.Span.Start, dash)));
            parted.Add(new(TokenKind.Sign, "-", new(token.Span.Start + dash, 1)));
            parted.Add(new(TokenKind.Word, token.Text[(dash + 1)..], new(token.Span.Start + dash + 1, token.Span.Length - dash - 1)));
        }
        return parted;
    }

    static List<YearPlace> Places(List<Token> tokens)
    {
        var places = new List<YearPlace>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (PrintedDate.At(tokens, i) is { } date)
            {
                places.Add(new(Sort.Day, (date.Month * 100) + date.Day, date.Year, i, date.Next));
                i = date.Next - 1;
            }
            else if (tokens[i].Kind == TokenKind.Word && CalendarWords.Month(tokens[i].Text) is { } month) places.Add(new(Sort.Month, month, YearAt(tokens, i + 1), i, i + 1));
            else if (Named(tokens[i]) is { } sort) OfNoun(tokens, i, sort, places);
        }
        return places;
    }

    static Sort? Named(Token token) => token.Kind != TokenKind.Word ? null
        : token.Text.StartsWith("квартал", StringComparison.Ordinal) || token.Text == "кв" ? Sort.Quarter
        : token.Text.StartsWith("піврічч", StringComparison.Ordinal) ? Sort.HalfYear : null;

    /// <summary>«IV кварталу», «IV – II квартали», «ІІ-го кварталу»: the numerals before the noun.</summary>
    static void OfNoun(List<Token> tokens, int noun, Sort sort, List<YearPlace> places)
    {
        if (Numeral(tokens, noun - 1, sort) is not { } last) return;
        var year = YearAt(tokens, noun + 1);
        var separator = last.From - 1;
        if (separator > 0 && (tokens[separator].Is("-") || tokens[separator].Text is "до" or "по") && Numeral(tokens, separator - 1, sort) is { } first)
            places.Add(new(sort, first.Number, null, first.From, separator));
        places.Add(new(sort, last.Number, year, last.From, noun + 1));
    }

    static (int Number, int From)? Numeral(List<Token> tokens, int at, Sort sort)
    {
        var until = at;
        if (at >= 2 && Numerals.IsSuffix(tokens[at].Text) && tokens[at - 1].Is("-")) at -= 2;
        if (at < 0) return null;
        var text = tokens[at].Text;
        int? number = tokens[at].Kind == TokenKind.Number ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits : null
            : Folding.Roman(text) ?? (text.IndexOf('-', StringComparison.Ordinal) is > 0 and var dash ? Folding.Roman(text.AsSpan(0, dash)) : null) ?? Numerals.Ordinal(text);
        return number >= 1 && number <= (sort == Sort.Quarter ? 4 : 2) && at <= until ? (number.Value, at) : null;
    }

    static int? YearAt(List<Token> tokens, int at) => at < tokens.Count ? Year(tokens[at]) : null;

    static int? Year(Token token) => token.Kind == TokenKind.Number && token.Text.Length == 4 && int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1990 and < 2100 ? year : null;
}
