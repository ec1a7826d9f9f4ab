using Zakhid.Text;

namespace Zakhid.Criteria.Grammar;

/// <summary>
/// Splits a cell into sentences: full stops that close no abbreviation, semicolons, and line breaks after which a new
/// criterion starts (a phrase torn over lines is joined).
/// </summary>
static class Sentences
{
    public static IEnumerable<List<Piece>> Split(IReadOnlyList<Piece> pieces, string text)
    {
        var mixedCase = text.Any(char.IsUpper) && text.Any(char.IsLower);
        var sentence = new List<Piece>();
        var depth = 0;
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (piece.Is("(")) depth++;
            if (piece.Is(")")) depth = Math.Max(0, depth - 1);

            var ends = piece.Kind == PieceKind.Break
                ? BreakEnds(pieces, i, text, mixedCase)
                : depth == 0 && (piece.Text is ";" or "!" or "?" || (piece.Is(".") && StopEnds(pieces, i)));
            if (ends)
            {
                depth = 0;
                foreach (var done in Trim(sentence)) yield return done;
                sentence = [];
            }
            else if (piece.Kind != PieceKind.Break)
            {
                sentence.Add(piece);
            }
        }
        foreach (var done in Trim(sentence)) yield return done;
    }

    /// <summary>Whether something that can be a criterion of its own begins here.</summary>
    public static bool Starts(IReadOnlyList<Piece> pieces, int at)
    {
        while (at < pieces.Count && (pieces[at].Text is "-" or "•" or "та" or "і" or "й" or "а" or "також" or "загальна" or "загальний" or "середня" or "середній" or "очікувана" or "орієнтовна")) at++;
        if (at >= pieces.Count) return false;
        if (pieces[at].Kind == PieceKind.Amount) return true;
        if (pieces[at].Kind != PieceKind.Word) return false;
        var word = pieces[at].Text;
        return Lexicon.IsMetricHead(word) || Lexicon.IsParticiple(word) || Lexicon.ChangeNoun(word) is not null || Lexicon.IsAction(word) || Lexicon.IsDeed(word)
            || Periods.Adverb(word) is not null || word is "відсутність" or "наявність" or "недопущення" || Comparisons.At(pieces, at, out _) is not null;
    }

    static bool BreakEnds(IReadOnlyList<Piece> pieces, int at, string text, bool mixedCase)
    {
        var before = Last(pieces, at);
        var next = at + 1;
        while (next < pieces.Count && pieces[next].Kind == PieceKind.Break) next++;
        if (before is null || next >= pieces.Count) return true;
        if (before.Text is "," or "-" or ":" or "(" || (before.IsWord && IsLink(before.Text))) return before.Is(",") && Bullet(pieces, next);
        if (before.Text is "." or ";" || Bullet(pieces, next)) return true;
        if (pieces[next].IsWord && IsLink(pieces[next].Text) && Periods.Adverb(pieces[next].Text) is null && Comparisons.At(pieces, next, out _) is null) return false;
        return mixedCase && pieces[next].IsWord ? char.IsUpper(text[pieces[next].Span.Start]) || (Starts(pieces, next) && pieces[next].Text is not ("показники" or "бал")) : Starts(pieces, next);
    }

    static bool Bullet(IReadOnlyList<Piece> pieces, int at) => pieces[at].Is("-")
        || (pieces[at].Kind == PieceKind.Amount && at + 2 < pieces.Count && pieces[at + 1].Text is ")" or "." && pieces[at + 2].IsWord);

    static Piece? Last(IReadOnlyList<Piece> pieces, int at)
    {
        for (var i = at - 1; i >= 0; i--)
            if (pieces[i].Kind != PieceKind.Break) return pieces[i];
        return null;
    }

    /// <summary>Words that cannot end a criterion and, at the start of a line, continue the one before.</summary>
    static bool IsLink(string word) => word is "та" or "і" or "й" or "або" or "чи" or "у" or "в" or "з" or "із" or "зі" or "до" or "на" or "за" or "від" or "для" or "щодо" or "про"
        or "при" or "під" or "над" or "через" or "шляхом" or "серед" or "який" or "яка" or "яке" or "які" or "яких" or "що" or "не" or "ніж" or "як" or "по" or "із-за" or "згідно" or "відповідно";

    static bool StopEnds(IReadOnlyList<Piece> pieces, int at)
    {
        if (at == 0 || at + 1 >= pieces.Count) return true;
        var before = pieces[at - 1];
        if (!before.IsWord || !IsAbbreviation(before.Text)) return before.Kind != PieceKind.Sign || before.Text is ")" or "%" or "\"";
        var next = pieces[at + 1].Text;
        return pieces[at + 1].IsWord && (Lexicon.IsMetricHead(next) || Lexicon.IsParticiple(next) || Lexicon.ChangeNoun(next) is not null || Lexicon.IsAction(next));
    }

    static bool IsAbbreviation(string word) => word.Length == 1 || word is "тис" or "млн" or "млрд" or "грн" or "од" or "шт" or "рр" or "ст" or "пп" or "год" or "хв" or "кв" or "км"
        or "обл" or "ім" or "вул" or "чол" or "ос" or "екз" or "прим" or "див" or "напр" or "св" or "смт" or "куб" or "пог" or "дол" or "коп" or "тч" or "ін" or "відс";

    /// <summary>Drops bullets, «1)», «а)» and a lone number that is an item's own; an empty sentence is none.</summary>
    static IEnumerable<List<Piece>> Trim(List<Piece> sentence)
    {
        while (sentence.Count > 0 && (sentence[0].Text is "-" or "," or "." or ")" or ":" or "/")) sentence.RemoveAt(0);
        if (sentence.Count > 2 && sentence[1].Text is ")" or "." && (sentence[0].Kind == PieceKind.Amount || sentence[0] is { IsWord: true, Text.Length: 1 })) sentence.RemoveRange(0, 2);
        while (sentence.Count > 0 && sentence[^1].Text is "," or "-" or ":") sentence.RemoveAt(sentence.Count - 1);
        if (sentence.Any(p => p.Kind is not PieceKind.Sign)) yield return sentence;
    }
}
