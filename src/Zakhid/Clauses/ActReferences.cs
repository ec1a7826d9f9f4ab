using Zakhid.Text;

namespace Zakhid.Clauses;

/// <summary>
/// Acts that a text names by date and number, in either order: «розпорядження голови … від 09.04.2019 №81-ОД «Про …»»,
/// «рішення № 12 від 3 травня 2020 р.». The kind is the nearest before; several dates after one kind share it.
/// </summary>
static class ActReferences
{
    /// <param name="text">A sentence of a clause.</param>
    /// <param name="kind">The kind of the acts before it in a list, for those that do not name their own.</param>
    public static IReadOnlyList<ActReference> In(string text, string? kind = null) => [.. Found(text, kind).Select(found => found.Act)];

    /// <summary>The same with where they stand: the date, the number and the title, without the words before them.</summary>
    public static IReadOnlyList<(ActReference Act, Span Span)> Found(string text, string? kind = null)
    {
        var tokens = Token.Cut(text);
        var found = new List<(ActReference, Span)>();
        var aside = 0;
        var quoted = false;
        for (var i = 0; i < tokens.Count;)
        {
            if (tokens[i].Is("\"")) quoted = IsOpening(text, tokens[i]) || (!IsClosing(text, tokens[i]) && !quoted);
            if (tokens[i].Is("(")) aside++;
            if (tokens[i].Is(")")) aside = Math.Max(0, aside - 1);
            if (quoted || aside > 0) { i++; continue; }
            if (tokens[i].Kind == TokenKind.Word && Stems.Act(tokens[i].Text) is { } act) kind = act;
            if (Reference(text, tokens, i, kind) is not { } reference) { i++; continue; }
            found.Add((reference.Act, tokens[i].Span.To(tokens[reference.Next - 1].Span)));
            i = reference.Next;
        }
        return found;
    }

    static (ActReference Act, int Next)? Reference(string text, IReadOnlyList<Token> tokens, int at, string? kind)
    {
        if (PrintedDate.At(tokens, at) is { Year: not null } date && NumberAt(text, tokens, date.Next) is { } after)
            return (new(kind, after.Number, date.Date, TitleAt(text, tokens, after.Next)), after.Next);
        if (NumberAt(text, tokens, at) is not { } before) return null;
        var next = before.Next < tokens.Count && tokens[before.Next].Text == "від" ? before.Next + 1 : before.Next;
        return PrintedDate.At(tokens, next) is { Year: not null } later ? (new(kind, before.Number, later.Date, TitleAt(text, tokens, later.Next)), later.Next) : null;
    }

    /// <summary>«№ 149-ОД», «N 12/3», «за № 5»: the number as printed up to the blank or the quotation mark.</summary>
    public static (string Number, int Next)? NumberAt(string text, IReadOnlyList<Token> tokens, int at)
    {
        if (at < tokens.Count && tokens[at].Is(",")) at++;
        if (at < tokens.Count && tokens[at].Text is "за") at++;
        if (at >= tokens.Count || !(tokens[at].Is("№") || tokens[at].Text is "n" or "no")) return null;
        at++;
        if (at < tokens.Count && tokens[at].Text is "°" or "º" or ".") at++;
        if (at >= tokens.Count) return null;

        var start = tokens[at].Span.Start;
        var next = at;
        for (; next < tokens.Count; next++)
        {
            if (next > at && tokens[next].Span.Start > tokens[next - 1].Span.End && !JoinsOver(tokens, next)) break;
            if (tokens[next].Kind is TokenKind.Break || tokens[next].Text is "," or ";" or "\"" or "(" or ")" or ":") break;
        }
        while (next > at && tokens[next - 1].Is(".")) next--;
        if (next == at) return null;
        var number = Folding.Collapse(text[start..tokens[next - 1].Span.End]).Replace(" ", "", StringComparison.Ordinal);
        return number.Any(char.IsAsciiDigit) ? (number, next) : null;
    }

    /// <summary>«1 / 2», «5 - р»: a slash or dash joins over blanks.</summary>
    static bool JoinsOver(IReadOnlyList<Token> tokens, int at) => tokens[at].Text is "/" or "-" ? at + 1 < tokens.Count && tokens[at + 1].Span.Length <= 4 && tokens[at + 1].Kind != TokenKind.Sign : tokens[at - 1].Text is "/" or "-";

    static string? TitleAt(string text, IReadOnlyList<Token> tokens, int at)
    {
        if (at < tokens.Count && tokens[at].Is(",")) at++;
        if (at >= tokens.Count || !tokens[at].Is("\"")) return null;
        var depth = 0;
        for (var i = at; i < tokens.Count; i++)
        {
            if (!tokens[i].Is("\"")) continue;
            depth += i == at || IsOpening(text, tokens[i]) ? 1 : -1;
            if (depth == 0) return Folding.Collapse(text[tokens[at].Span.End..tokens[i].Span.Start]);
        }
        return null;
    }

    static bool IsOpening(string text, Token token) => text[token.Span.Start] is '«' or '„';
    static bool IsClosing(string text, Token token) => text[token.Span.Start] is '»' or '”';
}
