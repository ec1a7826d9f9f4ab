namespace Zakhid.Criteria.Grammar;

/// <summary>«не менше ніж», «щонайменше», «понад», «до», «близько», «не перевищує», «і більше».</summary>
static class Comparisons
{
    /// <summary>The comparison whose words begin at <paramref name="at"/>, and how many pieces it takes. «до» is read elsewhere: it may begin a date.</summary>
    public static Comparison? At(IReadOnlyList<Piece> pieces, int at, out int length)
    {
        length = 0;
        var first = Word(pieces, at);
        if (first.Length == 0) return null;
        if (Sign(pieces, at, out length) is { } sign) return sign;

        var negated = first == "не";
        var word = negated ? Word(pieces, at + 1) : first;
        var words = negated ? 2 : 1;
        Comparison? op = word switch
        {
            _ when IsLess(word) => negated ? Comparison.AtLeast : Comparison.AtMost,
            _ when IsMore(word) => negated ? Comparison.AtMost : Comparison.MoreThan,
            "нижче" or "нижча" or "нижчий" or "нижчим" or "нижчою" or "нижчої" => negated ? Comparison.AtLeast : Comparison.AtMost,
            "вище" or "вища" or "вищий" or "вищим" or "вищою" => negated ? Comparison.AtMost : Comparison.MoreThan,
            "рідше" => negated ? Comparison.AtLeast : Comparison.AtMost,
            "частіше" => negated ? Comparison.AtMost : Comparison.MoreThan,
            "коротше" or "коротший" => negated ? Comparison.AtLeast : Comparison.AtMost,
            "довше" or "довший" or "довшим" or "пізніше" => negated ? Comparison.AtMost : Comparison.MoreThan,
            _ when word.StartsWith("перевищ", StringComparison.Ordinal) => negated ? Comparison.AtMost : Comparison.MoreThan,
            "понад" or "свище" when !negated => Comparison.MoreThan,
            "щонайменше" or "якнайменше" or "мінімум" or "мінімально" or "принаймні" or "найменше" when !negated => Comparison.AtLeast,
            "щонайбільше" or "максимум" or "максимально" or "найбільше" when !negated => Comparison.AtMost,
            "близько" or "приблизно" or "орієнтовно" or "майже" or "біля" when !negated => Comparison.About,
            _ => null,
        };
        if (op is null && first == "як" && Word(pieces, at + 1) is var bound)
        {
            op = bound == "мінімум" ? Comparison.AtLeast : bound == "максимум" ? Comparison.AtMost : null;
            words = 2;
        }
        if (op is null && first == "хоча" && Word(pieces, at + 1) == "б") (op, words) = (Comparison.AtLeast, 2);
        // «не знизиться нижче 80 %», «не опуститься нижче»: the negation stands before the verb.
        if (op is null && negated && (IsBelowOrAbove(Word(pieces, at + 2)) is { } held)) (op, words) = (held, 3);
        if (op is null) return null;

        length = words;
        while (Filler(Word(pieces, at + length))) length++;
        return op;
    }

    /// <summary>«… і більше», «або вище», «й менше» after a number.</summary>
    public static Comparison? After(IReadOnlyList<Piece> pieces, int at, out int length)
    {
        length = 0;
        if (Word(pieces, at) is not ("і" or "й" or "та" or "або" or "чи")) return null;
        var word = Word(pieces, at + 1);
        Comparison? op = IsMore(word) || word is "вище" or "вищий" ? Comparison.AtLeast : IsLess(word) || word == "нижче" ? Comparison.AtMost : null;
        if (op is not null) length = 2;
        return op;
    }

    public static bool IsMore(string word) => word is "більше" or "більш" or "більша" or "більший" or "більшою" or "більшим" or "більшої" or "більшу" or "більшій";

    public static bool IsLess(string word) => word is "менше" or "менш" or "менша" or "менший" or "меншою" or "меншим" or "меншої" or "меншу" or "меньше" or "меншій";

    static Comparison? IsBelowOrAbove(string word) => word switch { "нижче" or "менше" => Comparison.AtLeast, "вище" or "більше" => Comparison.AtMost, _ => null };

    static Comparison? Sign(IReadOnlyList<Piece> pieces, int at, out int length)
    {
        var orEqual = at + 1 < pieces.Count && pieces[at + 1].Is("=");
        length = orEqual ? 2 : 1;
        return pieces[at].Text switch
        {
            "≥" or "⩾" => Comparison.AtLeast,
            "≤" or "⩽" => Comparison.AtMost,
            ">" => orEqual ? Comparison.AtLeast : Comparison.MoreThan,
            "<" => Comparison.AtMost,
            "≈" or "~" => Comparison.About,
            _ => null,
        };
    }

    /// <summary>Words between a comparison and its number.</summary>
    static bool Filler(string word) => word is "ніж" or "як" or "від" or "за" or "аніж" or "," or ":" or "-" or "чим";

    static string Word(IReadOnlyList<Piece> pieces, int at) => at >= 0 && at < pieces.Count && pieces[at].Kind is PieceKind.Word or PieceKind.Sign ? pieces[at].Text : "";
}
