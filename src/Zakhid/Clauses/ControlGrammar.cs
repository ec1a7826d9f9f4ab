using Zakhid.Text;

namespace Zakhid.Clauses;

/// <summary>
/// «Контроль за виконанням … покласти на X та Y»: each post or body as printed, in its case; «залишаю за собою» is
/// whoever signs the act. «Координацію роботи» is not control.
/// </summary>
static class ControlGrammar
{
    public static bool IsControl(IReadOnlyList<Token> tokens) =>
        At(tokens) is { } at && (at < 6 || tokens[at - 1].Is(",") || tokens[at - 1].Text is "а" or "та" or ";")
        && tokens.Any(t => Stems.Starts(t.Text, "поклас", "поклад", "залиш", "здійсн", "доруч", "викона", "реалізац", "контролюва"));

    static int? At(IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
            if (tokens[i].Text is "контроль" or "контролювати" || tokens[i].Text == "контролю" && i > 0 && Stems.Starts(tokens[i - 1].Text, "здійсненн", "організац", "функці", "забезпеченн")) return i;
        return null;
    }

    /// <summary>The names; null in the list stands for «за собою».</summary>
    public static IReadOnlyList<string?> Read(string text, IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Text is "за" && i + 1 < tokens.Count && tokens[i + 1].Text is "собою") return [null];
            // «покладаю на себе».
            if (tokens[i].Text is "на" && i + 1 < tokens.Count && tokens[i + 1].Text is "себе") return [null];
            if (!Stems.Starts(tokens[i].Text, "залишаю", "залишити", "залишається")) continue;
            // «залишити за заступником голови»; «за міським головою» is whoever signs.
            var another = i + 2 < tokens.Count && tokens[i + 1].Text is "за" && tokens.Skip(i + 2).Any(t => Stems.Starts(t.Text, "заступ", "керуюч", "секретар", "комісі", "відділ", "управлін", "департамент", "апарат"));
            return another ? Split(text, tokens, i + 2, End(tokens, i + 2)) : [null];
        }
        // «…, контроль за його виконанням – на комісію»: the verb stands before another duty of the same sentence.
        if (At(tokens) is { } at)
            for (var i = at + 1; i + 1 < tokens.Count && i <= at + 6; i++)
                if (tokens[i].Is("-") && tokens[i + 1].Text is "на") return Split(text, tokens, i + 2, End(tokens, i + 2));
        for (var i = At(tokens) ?? 0; i < tokens.Count; i++)
        {
            if (Stems.Starts(tokens[i].Text, "покла") && Onto(tokens, i) is { } on) return Split(text, tokens, on, End(tokens, on));
            if (Stems.Starts(tokens[i].Text, "доруч", "здійсню") && i + 1 < tokens.Count && Onto(tokens, i) is null) return Split(text, tokens, i + 1, End(tokens, i + 1));
        }
        return [];
    }

    /// <summary>The token after «на» that follows «покласти», «покладається», «поклав».</summary>
    static int? Onto(IReadOnlyList<Token> tokens, int verb)
    {
        for (var i = verb + 1; i < tokens.Count && i < verb + 4; i++)
            if (tokens[i].Text is "на") return i + 1;
        return null;
    }

    static int End(IReadOnlyList<Token> tokens, int from)
    {
        for (var i = from; i < tokens.Count; i++)
        {
            if (tokens[i].Text is ";" || (tokens[i].Is(".") && i + 1 < tokens.Count && tokens[i - 1].Span.Length > 2 && tokens[i + 1].Kind == TokenKind.Word && tokens[i + 1].Span.Length > 2)) return i;
            if (tokens[i].Is(",") && i + 1 < tokens.Count && tokens[i + 1].Text is "який" or "яка" or "координацію" or "а" or "які") return i;
        }
        return tokens.Count;
    }

    /// <summary>A comma, «та» or «і» parts two only where a post or a body follows in the accusative.</summary>
    static IReadOnlyList<string?> Split(string text, IReadOnlyList<Token> tokens, int from, int to)
    {
        var names = new List<string?>();
        var start = from;
        var depth = 0;
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Is("(")) depth++;
            if (tokens[i].Is(")")) depth--;
            if (depth > 0 || i == start || tokens[i].Text is not ("," or "та" or "і" or ";" or "\n") || !StartsName(tokens, i + 1, to) && !IsPersonBeside(text, tokens, i)) continue;
            Add(start, i);
            start = i + 1;
        }
        Add(start, to);
        return names;

        void Add(int a, int b)
        {
            while (a < b && tokens[a].Text is "," or "та" or "і" or "\n" or "на" or ":") a++;
            while (b > a && (tokens[b - 1].Text is "," or "та" or "і" or "\n" or ";" || (tokens[b - 1].Is(".") && !(b > a + 1 && tokens[b - 2] is { Kind: TokenKind.Word, Span.Length: <= 2 })))) b--;
            if (b > a) names.Add(Folding.Collapse(tokens[a].Span.To(tokens[b - 1].Span).Of(text)));
        }
    }

    /// <summary>«… Терна В.А. та Гая О.О.»: a surname with initials on both sides.</summary>
    static bool IsPersonBeside(string text, IReadOnlyList<Token> tokens, int at) =>
        at >= 3 && at + 2 < tokens.Count && tokens[at - 1].Is(".") && tokens[at - 2].Span.Length == 1 && tokens[at + 1].Span.Length > 2 && char.IsUpper(text[tokens[at + 1].Span.Start]) && tokens[at + 2].Span.Length == 1 && char.IsUpper(text[tokens[at + 2].Span.Start]);

    static bool StartsName(IReadOnlyList<Token> tokens, int at, int to)
    {
        if (at < to && tokens[at].Text is "на") at++;
        for (var i = at; i < to && i < at + 3; i++)
        {
            if (tokens[i].Kind != TokenKind.Word) return false;
            var word = tokens[i].Text;
            if (Stems.IsPost(word) && (word.EndsWith('а') || word.EndsWith('у') || word.EndsWith("ів", StringComparison.Ordinal) || word.EndsWith("ого", StringComparison.Ordinal) || word.EndsWith('я'))) return true;
            if (word is "комісію" or "службу" or "департамент" or "відділ" or "управління" or "сектор" or "апарат" or "групу" or "раду") return true;
            if (!(word.EndsWith("ого", StringComparison.Ordinal) || word.EndsWith("ійну", StringComparison.Ordinal) || word.EndsWith('у') || word is "в" or "з" or "обовʼязків" or "перших")) return false;
        }
        return false;
    }
}
