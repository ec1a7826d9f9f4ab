using System.Globalization;

namespace Zakhid.Text;

/// <summary>
/// A day as acts print it: «13.08.2020», «13.08.20», «13/08/2020», «2020-08-13», «13 серпня 2020 року», «“13” серпня 2020 р.»,
/// «5 липня». <see cref="Year"/> is null where none is printed; <see cref="Next"/> is the index of the token that follows.
/// </summary>
public readonly record struct PrintedDate(int Day, int Month, int? Year, Span Span, int Next)
{
    static readonly string[] Stems = ["січ", "лют", "берез", "квіт", "трав", "черв", "лип", "серп", "верес", "жовт", "листопад", "груд"];
    static readonly string[] Endings = ["ень", "ня", "ню", "нем", "ні", "ий", "ого", "ому", "им", "", "а", "у", "і", "ом"];

    public DateOnly? Date => Year is { } year && Day <= DateTime.DaysInMonth(year, Month) ? new DateOnly(year, Month, Day) : null;

    /// <summary>The number of the month that a folded word names in any case, or null.</summary>
    public static int? MonthOf(string word)
    {
        for (var i = 0; i < Stems.Length; i++)
            if (word.StartsWith(Stems[i], StringComparison.Ordinal) && Array.IndexOf(Endings, word[Stems[i].Length..]) >= 0 && word.Length > Stems[i].Length - (i == 10 ? 1 : 0)) return i + 1;
        return null;
    }

    /// <summary>The date that begins at the token, or null.</summary>
    public static PrintedDate? At(IReadOnlyList<Token> tokens, int at) => Digits(tokens, at) ?? Iso(tokens, at) ?? InWords(tokens, at);

    /// <summary>All dates of a phrase in their order.</summary>
    public static IReadOnlyList<PrintedDate> All(IReadOnlyList<Token> tokens)
    {
        var dates = new List<PrintedDate>();
        for (var i = 0; i < tokens.Count;)
        {
            if (At(tokens, i) is not { } date) { i++; continue; }
            dates.Add(date);
            i = date.Next;
        }
        return dates;
    }

    static PrintedDate? Digits(IReadOnlyList<Token> tokens, int at)
    {
        if (Number(tokens, at, 1, 2) is not { } day || !IsSign(tokens, at + 1, "./-") || Number(tokens, at + 2, 1, 2) is not { } month
            || !tokens[at + 3 < tokens.Count ? at + 3 : at].Is(tokens[at + 1].Text)) return null;
        var year = Number(tokens, at + 4, 4, 4) ?? Number(tokens, at + 4, 2, 2) + 2000;
        return year is null ? null : Make(tokens, at, day, month, year, at + 5);
    }

    static PrintedDate? Iso(IReadOnlyList<Token> tokens, int at) =>
        Number(tokens, at, 4, 4) is { } year && IsSign(tokens, at + 1, "-") && Number(tokens, at + 2, 2, 2) is { } month && IsSign(tokens, at + 3, "-")
        && Number(tokens, at + 4, 2, 2) is { } day ? Make(tokens, at, day, month, year, at + 5) : null;

    static PrintedDate? InWords(IReadOnlyList<Token> tokens, int at)
    {
        var i = at;
        var quoted = IsSign(tokens, i, "\"'");
        if (quoted) i++;
        if (Number(tokens, i, 1, 2) is not { } day) return null;
        i++;
        if (quoted && !IsSign(tokens, i++, "\"'")) return null;
        if (!quoted && IsSign(tokens, i, "-") && i + 1 < tokens.Count && tokens[i + 1].Text is "го" or "ого" or "е" or "те") i += 2;
        if (i >= tokens.Count || tokens[i].Kind != TokenKind.Word || MonthOf(tokens[i].Text) is not { } month) return null;
        i++;
        var year = Number(tokens, i, 4, 4);
        if (year is not null) i++;
        return Make(tokens, at, day, month, year, i);
    }

    static PrintedDate? Make(IReadOnlyList<Token> tokens, int at, int day, int month, int? year, int next)
    {
        if (month is < 1 or > 12 || year is < 1900 or > 2200 || day < 1 || day > DateTime.DaysInMonth(year ?? 2024, month)) return null;
        var end = next;
        if (year is not null && end < tokens.Count && tokens[end].Text is "року" or "р" or "роки")
        {
            var abbreviated = tokens[end].Text == "р";
            end++;
            if (abbreviated && IsSign(tokens, end, ".")) end++;
        }
        return new(day, month, year, tokens[at].Span.To(tokens[end - 1].Span), end);
    }

    static bool IsSign(IReadOnlyList<Token> tokens, int at, string signs) =>
        at < tokens.Count && tokens[at].Kind == TokenKind.Sign && signs.Contains(tokens[at].Text, StringComparison.Ordinal);

    static int? Number(IReadOnlyList<Token> tokens, int at, int shortest, int longest) =>
        at < tokens.Count && tokens[at].Kind == TokenKind.Number && tokens[at].Text.Length >= shortest && tokens[at].Text.Length <= longest
            ? int.Parse(tokens[at].Text, CultureInfo.InvariantCulture) : null;
}
