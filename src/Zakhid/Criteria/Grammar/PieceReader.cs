using Zakhid.Terms;
using Zakhid.Text;

namespace Zakhid.Criteria.Grammar;

/// <summary>Cuts a criterion's text into words, signs, amounts, moments, ages and names.</summary>
static class PieceReader
{
    const int LongestName = 160;

    public static List<Piece> Read(string text)
    {
        var tokens = Token.Cut(text);
        var pieces = new List<Piece>();
        for (var at = 0; at < tokens.Count;)
        {
            var start = at;
            var piece = ReadQuoted(tokens, ref at) ?? ReadReference(tokens, ref at) ?? ReadAge(tokens, ref at, pieces)
                ?? ReadMoment(tokens, ref at) ?? ReadCoded(tokens, ref at) ?? ReadAmount(tokens, ref at) ?? ReadPlain(tokens, ref at);
            if (piece.Kind == PieceKind.Sign && IsInvisible(piece.Text)) continue;
            if (IsRepeat(piece, tokens, at, pieces))
            {
                // «5 (п'ять) заходів»: the same number in words.
                pieces.RemoveAt(pieces.Count - 1);
                at++;
                continue;
            }
            pieces.Add(piece);
            if (at <= start) throw new InvalidOperationException("A piece took no token");
        }
        return pieces;
    }

    static Piece ReadPlain(IReadOnlyList<Token> tokens, ref int at)
    {
        var token = tokens[at++];
        return token.Kind switch
        {
            TokenKind.Word => new Piece(PieceKind.Word, Numerals.Bare(token.Text), token.Span),
            TokenKind.Break => new Piece(PieceKind.Break, token.Text, token.Span),
            TokenKind.Number => new Piece(PieceKind.Name, token.Text, token.Span),
            _ when token.Text is "…" => new Piece(PieceKind.Sign, ",", token.Span),
            _ => ReadEllipsis(tokens, ref at, token),
        };
    }

    /// <summary>Three dots are a gap, not the end of a sentence.</summary>
    static Piece ReadEllipsis(IReadOnlyList<Token> tokens, ref int at, Token token)
    {
        if (!token.Is(".") || at + 1 >= tokens.Count || !tokens[at].Is(".")) return new Piece(PieceKind.Sign, token.Text, token.Span);
        while (at < tokens.Count && tokens[at].Is(".")) at++;
        return new Piece(PieceKind.Sign, ",", token.Span.To(tokens[at - 1].Span));
    }

    static Piece? ReadQuoted(IReadOnlyList<Token> tokens, ref int at)
    {
        if (!tokens[at].Is("\"")) return null;
        for (var end = at + 1; end < tokens.Count; end++)
        {
            if (tokens[end].Kind == TokenKind.Break || tokens[end].Span.End - tokens[at].Span.Start > LongestName) return null;
            if (!tokens[end].Is("\"")) continue;
            if (at == 0 && end >= tokens.Count - 2) return null;
            var span = tokens[at].Span.To(tokens[end].Span);
            at = end + 1;
            return new Piece(PieceKind.Name, "«»", span);
        }
        return null;
    }

    /// <summary>«пункт 3», «№ 149-ОД», «ст. 15», «5-11 класів»: a number that names, not counts.</summary>
    static Piece? ReadReference(IReadOnlyList<Token> tokens, ref int at)
    {
        var word = tokens[at].Text;
        var named = word is "№" or "n" || (tokens[at].Kind == TokenKind.Word && (word.StartsWith("пункт", StringComparison.Ordinal) || word.StartsWith("підпункт", StringComparison.Ordinal)
            || word.StartsWith("додат", StringComparison.Ordinal) || word is "ст" or "стаття" or "статті" or "статтею" or "п" or "пп" or "форма" or "формою" or "частина" or "частини"));
        if (named)
        {
            var next = at + 1;
            while (next < tokens.Count && tokens[next].Text is "." or "№") next++;
            if (next < tokens.Count && tokens[next].Kind == TokenKind.Number)
            {
                while (next + 2 < tokens.Count && tokens[next + 1].Text is "." or "-" or "/" && tokens[next + 2].Span.Start - tokens[next].Span.End == 1) next += 2;
                var span = tokens[at].Span.To(tokens[next].Span);
                at = next + 1;
                return new Piece(PieceKind.Name, word, span);
            }
        }
        if (tokens[at].Kind == TokenKind.Number)
        {
            var next = at + 1;
            while (next + 1 < tokens.Count && tokens[next].Text is "-" or "," && tokens[next + 1].Kind == TokenKind.Number) next += 2;
            if (next < tokens.Count && tokens[next].Text is "класів" or "класу" or "класах" or "класам" or "курсів" or "курсу" or "числа" && tokens[at].Text.Length <= 2)
            {
                var span = tokens[at].Span.To(tokens[next].Span);
                at = next + 1;
                return new Piece(PieceKind.Name, "клас", span);
            }
        }
        return null;
    }

    /// <summary>«COVID-19», «24/7», «9-го», «5-денний».</summary>
    static Piece? ReadCoded(IReadOnlyList<Token> tokens, ref int at)
    {
        if (tokens[at].Kind == TokenKind.Word && at + 2 < tokens.Count && tokens[at + 1].Is("-") && tokens[at + 2].Kind == TokenKind.Number
            && tokens[at + 2].Span.Start == tokens[at].Span.End + 1)
        {
            if (Numerals.Bare(tokens[at].Text).StartsWith("топ", StringComparison.Ordinal) || tokens[at].Is("top")) return null;
            var span = tokens[at].Span.To(tokens[at + 2].Span);
            at += 3;
            return new Piece(PieceKind.Name, "код", span);
        }
        if (tokens[at].Kind != TokenKind.Number) return null;
        if (tokens[at].Is("24") && at + 2 < tokens.Count && tokens[at + 1].Is("/") && tokens[at + 2].Is("7"))
        {
            at += 3;
            return new Piece(PieceKind.Name, "24/7", tokens[at - 3].Span.To(tokens[at - 1].Span));
        }
        return null;
    }

    static Piece? ReadMoment(IReadOnlyList<Token> tokens, ref int at)
    {
        var start = at;
        return MomentReader.Read(tokens, ref at) is { } moment
            ? new Piece(PieceKind.Moment, "", tokens[start].Span.To(tokens[at - 1].Span), Moment: moment)
            : null;
    }

    static Piece? ReadAmount(IReadOnlyList<Token> tokens, ref int at)
    {
        var start = at;
        if (AmountReader.Read(tokens, ref at) is { } amount) return new Piece(PieceKind.Amount, "", tokens[start].Span.To(tokens[at - 1].Span), amount);
        if (!IsBareTimes(tokens, at)) return null;
        at++;
        return new Piece(PieceKind.Amount, "", tokens[start].Span, new Amount(1, Times: true));
    }

    /// <summary>«раз на квартал» without a number is once.</summary>
    static bool IsBareTimes(IReadOnlyList<Token> tokens, int at) =>
        tokens[at].Text is "раз" or "разу" && at + 1 < tokens.Count
        && (tokens[at + 1].Text is "на" or "у" or "в" or "за" or "/" or "кожні" or "кожен" or "протягом" || tokens[at + 1].Text.StartsWith("що", StringComparison.Ordinal));

    /// <summary>
    /// «16-25 років», «віком від 18 років», «діти до 14 років», «особи 60+», «14–35-річні». Years after a single number
    /// are an age only beside a word for people or age: «не менше 5 років» is a duration.
    /// </summary>
    static Piece? ReadAge(IReadOnlyList<Token> tokens, ref int at, List<Piece> before)
    {
        var next = at;
        if (tokens[next].Text is "від" or "з" or "із" or "до" or "старше" or "понад" or "молодше" or "більше" or "старших" or "старші" or "молодші") next++;
        if (next >= tokens.Count || tokens[next].Kind != TokenKind.Number || tokens[next].Text.Length > 2) return null;
        var led = next > at;
        next++;
        var range = false;
        if (next + 1 < tokens.Count && tokens[next].Text is "-" or "до" && tokens[next + 1].Kind == TokenKind.Number && tokens[next + 1].Text.Length <= 2)
        {
            range = true;
            next += 2;
        }
        if (next + 1 < tokens.Count && tokens[next].Is("-") && tokens[next + 1].Text.StartsWith("річн", StringComparison.Ordinal)) return Take(ref at, next + 2);
        var plus = next < tokens.Count && tokens[next].Is("+");
        if (plus) next++;
        var years = next < tokens.Count && tokens[next].Kind == TokenKind.Word && CalendarWords.Unit(tokens[next].Text) == PeriodLength.Year;
        if (years) next = next + 1 < tokens.Count && tokens[next].Text is "р" or "рр" && tokens[next + 1].Is(".") ? next + 2 : next + 1;
        var people = before.Count > 0 && Enumerable.Reverse(before).Take(4).TakeWhile(p => p.IsWord).Any(p => Lexicon.IsAgeWord(p.Text) || (range || led || plus) && Lexicon.KindOf(p.Text) == UnitKind.Person);
        var aged = before.Count > 0 && Enumerable.Reverse(before).Take(3).TakeWhile(p => p.IsWord).Any(p => Lexicon.IsAgeWord(p.Text));
        if (years ? range || people : plus && people || aged) return Take(ref at, next);
        return null;

        Piece Take(ref int at, int end)
        {
            var span = tokens[at].Span.To(tokens[end - 1].Span);
            at = end;
            return new Piece(PieceKind.Age, "", span);
        }
    }

    static bool IsRepeat(Piece piece, IReadOnlyList<Token> tokens, int at, List<Piece> pieces) =>
        piece.Amount is { } amount && pieces.Count >= 2 && pieces[^1].Is("(") && pieces[^2].Amount is { } earlier
        && earlier.Value == amount.Value && at < tokens.Count && tokens[at].Is(")");

    static bool IsInvisible(string sign) => sign is "\u200B" or "\uFEFF" or "\u00AD" or "\u0301" or "*" or "•" or "\u2022" or "·" or "●" or "▪";
}
