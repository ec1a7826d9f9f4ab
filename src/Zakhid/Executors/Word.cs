using Zakhid.Text;

namespace Zakhid.Executors;

enum WordKind { Word, Number, Break, Sign, Bracket, Quote }

/// <summary>
/// A piece of an executor cell as the grammar sees it: a word with its readings, a sign, a line break, or a whole
/// bracket or quoted name, which no separator inside can tear.
/// </summary>
sealed class Word(WordKind kind, string text, string printed, Span span, IReadOnlyList<Word>? inner = null)
{
    NounForm[]? _nouns;
    AdjectiveForm? _adjective;
    bool _adjectiveRead;

    public WordKind Kind => kind;
    /// <summary>Folded.</summary>
    public string Text => text;
    /// <summary>As it will be printed; brackets and quotes with their marks.</summary>
    public string Printed => printed;
    public Span Span => span;
    public IReadOnlyList<Word> Inner => inner ?? [];

    public bool IsWord => kind == WordKind.Word;
    public bool IsBreak => kind == WordKind.Break;
    public bool IsBracket => kind == WordKind.Bracket;
    public bool IsQuote => kind == WordKind.Quote;
    public bool IsCapital => kind == WordKind.Word && char.IsUpper(printed[0]);
    public bool IsAllCapitals => kind == WordKind.Word && text.Length > 1 && printed.All(c => !char.IsLetter(c) || char.IsUpper(c));
    public bool Is(string value) => string.Equals(text, value, StringComparison.Ordinal);
    public bool IsAny(params ReadOnlySpan<string> values)
    {
        foreach (var value in values)
            if (Is(value)) return true;
        return false;
    }

    public bool Starts(params ReadOnlySpan<string> stems)
    {
        if (kind != WordKind.Word) return false;
        foreach (var stem in stems)
            if (text[0] == stem[0] && text.StartsWith(stem, StringComparison.Ordinal)) return true;
        return false;
    }

    public bool IsSign(char sign) => kind == WordKind.Sign && text[0] == sign;
    public bool IsDash => IsSign('-');
    public bool IsAnd => kind == WordKind.Word && !(printed.Length == 1 && char.IsUpper(printed[0])) && text is "та" or "і" or "й" or "or" or "або" or "i";

    public NounForm[] Nouns => _nouns ??= kind == WordKind.Word ? Executors.Nouns.Read(text) : [];

    public AdjectiveForm? Adjective
    {
        get
        {
            if (_adjectiveRead) return _adjective;
            _adjectiveRead = true;
            if (kind == WordKind.Word && !IsPlace) Adjectives.TryRead(text, out _adjective);
            return _adjective;
        }
    }

    /// <summary>«Києві», «Харкова»: a town, though it ends as adjectives do.</summary>
    bool IsPlace => IsCapital && (text.EndsWith("ові", StringComparison.Ordinal) || text.EndsWith("єві", StringComparison.Ordinal) || text.EndsWith("еві", StringComparison.Ordinal) || text.EndsWith("ова", StringComparison.Ordinal) || text.EndsWith("єва", StringComparison.Ordinal));

    /// <summary>An adjective and no head noun.</summary>
    public bool IsAdjective => Adjective is not null && Nouns.Length == 0;

    public Word As(string newPrinted) => new(kind, Folding.Fold(newPrinted), newPrinted, span, inner);
    public Word With(Span newSpan) => new(kind, text, printed, newSpan, inner);
    public override string ToString() => printed;

    /// <summary>Cuts a cell into words; a bracket or quotation without its end reaches to the end of its line.</summary>
    public static IReadOnlyList<Word> Cut(string phrase)
    {
        var tokens = Token.Cut(phrase);
        var at = 0;
        return Unhyphened(Slashed(Ordinals(Group(phrase, tokens, ref at, tokens.Count, 0))));
    }

    /// <summary>«12-та», «3-го»: a number with the ending of its ordinal is one word, and its «та» joins nothing.</summary>
    static List<Word> Ordinals(List<Word> words)
    {
        for (var i = words.Count - 3; i >= 0; i--)
        {
            if (words[i].Kind != WordKind.Number || !words[i + 1].IsSign('-') || words[i + 2] is not { IsWord: true, Text.Length: <= 3, IsCapital: false }) continue;
            if (words[i].Span.End != words[i + 1].Span.Start || words[i + 1].Span.End != words[i + 2].Span.Start) continue;
            var joined = $"{words[i].Printed}-{words[i + 2].Printed}";
            words[i] = new(WordKind.Number, joined, joined, words[i].Span.To(words[i + 2].Span));
            words.RemoveRange(i + 1, 2);
        }
        return words;
    }

    /// <summary>«в/ч А0000», «с/рада»: letters that a slash joins are one abbreviation.</summary>
    static List<Word> Slashed(List<Word> words)
    {
        for (var i = words.Count - 2; i > 0; i--)
        {
            if (!words[i].IsSign('/') || words[i - 1] is not { IsWord: true, Text.Length: 1 } || !words[i + 1].IsWord || words[i - 1].Span.End != words[i].Span.Start || words[i].Span.End != words[i + 1].Span.Start) continue;
            var joined = $"{words[i - 1].Printed}/{words[i + 1].Printed}";
            words[i - 1] = new(WordKind.Word, Folding.Fold(joined), joined, words[i - 1].Span.To(words[i + 1].Span));
            words.RemoveRange(i, 2);
        }
        return words;
    }

    /// <summary>Words torn by a hyphen at the end of a line, or by a soft hyphen, made whole; «соціально-» keeps its own.</summary>
    static List<Word> Unhyphened(List<Word> words)
    {
        for (var i = words.Count - 2; i > 0; i--)
        {
            if (!words[i].IsSign('-') && !words[i].IsSign('\u00AD') || !words[i - 1].IsWord || words[i - 1].Span.End != words[i].Span.Start) continue;
            var next = i + 1 < words.Count && words[i + 1].IsBreak ? i + 2 : i + 1;
            if (next >= words.Count || !words[next].IsWord || words[next].IsCapital || (words[i].IsSign('-') && next == i + 1)) continue;
            var own = words[i].IsSign('-') && words[i - 1].Text.EndsWith('о') ? "-" : "";
            var joined = words[i - 1].Printed + own + words[next].Printed;
            words[i - 1] = new(WordKind.Word, Folding.Fold(joined), joined, words[i - 1].Span.To(words[next].Span));
            words.RemoveRange(i, next - i + 1);
        }
        return words;
    }

    /// <summary>Latin look-alikes inside a Cyrillic word, and a lone «i» between words, put right.</summary>
    static string Mended(string printed, string folded)
    {
        if (printed is "i") return "і";
        if (!folded.Any(Folding.IsCyrillic) || !printed.Any(char.IsAsciiLetter)) return printed;
        return string.Create(printed.Length, (printed, folded), static (to, from) =>
        {
            for (var i = 0; i < to.Length; i++)
                to[i] = !char.IsAsciiLetter(from.printed[i]) || !Folding.IsCyrillic(from.folded[i]) ? from.printed[i]
                    : char.IsUpper(from.printed[i]) ? char.ToUpperInvariant(from.folded[i]) : from.folded[i];
        });
    }

    static List<Word> Group(string phrase, IReadOnlyList<Token> tokens, ref int at, int end, int depth)
    {
        var words = new List<Word>();
        for (; at < end; at++)
        {
            var token = tokens[at];
            if (token.Is("\""))
            {
                var close = Words.CloseOfQuote(phrase, tokens, at, end);
                if (close < 0) continue;
                var span = token.Span.To(tokens[close].Span);
                words.Add(new(WordKind.Quote, "\"", Folding.Collapse(span.Of(phrase)), span));
                at = close;
            }
            else if (token.Is("(") && depth < 4)
            {
                var close = Words.CloseOfBracket(tokens, at, end);
                var from = at + 1;
                var inner = Group(phrase, tokens, ref from, close, depth + 1);
                var span = token.Span.To(tokens[Math.Min(close, end - 1)].Span);
                var text = Folding.Collapse(span.Of(phrase));
                words.Add(new(WordKind.Bracket, "(", text.EndsWith(')') ? text : text + ")", span, inner));
                at = Math.Min(close, end - 1);
            }
            else
            {
                var kind = token.Kind switch { TokenKind.Word => WordKind.Word, TokenKind.Number => WordKind.Number, TokenKind.Break => WordKind.Break, _ => WordKind.Sign };
                words.Add(new(kind, token.Text, Mended(token.Span.Of(phrase), token.Text), token.Span));
            }
        }
        return words;
    }
}

/// <summary>Pairs of marks, and texts of runs of words.</summary>
static class Words
{
    /// <summary>The token that closes the quotation opened at <paramref name="open"/>, counting nested ones; −1 where none does.</summary>
    public static int CloseOfQuote(string phrase, IReadOnlyList<Token> tokens, int open, int end)
    {
        var depth = 0;
        var last = -1;
        for (var i = open; i < end; i++)
        {
            if (!tokens[i].Is("\"")) continue;
            var at = tokens[i].Span.Start;
            var opens = phrase[at] switch
            {
                '«' or '„' => true,
                '»' or '”' => false,
                _ => at + 1 < phrase.Length && !char.IsWhiteSpace(phrase[at + 1]) && (at == 0 || !char.IsLetterOrDigit(phrase[at - 1])) && (i == open || depth == 0 || char.IsWhiteSpace(phrase[at - 1])),
            };
            if (i == open) { depth = 1; continue; }
            if (opens) depth++;
            else
            {
                last = i;
                // «БФ «Надія», ГО «Молодь»»: one mark closes both quotations where a sign follows and the next mark opens anew.
                if (--depth == 0 || ClosesAll(phrase, tokens, i, end)) return i;
            }
        }
        return last;
    }

    static bool ClosesAll(string phrase, IReadOnlyList<Token> tokens, int at, int end)
    {
        if (at + 1 < end && !(tokens[at + 1].Kind == TokenKind.Break || tokens[at + 1].Text is "," or ";" or "(")) return false;
        for (var i = at + 1; i < end; i++)
            if (tokens[i].Is("\"")) return phrase[tokens[i].Span.Start] is '«' or '„';
        return false;
    }

    /// <summary>The token that closes the bracket opened at <paramref name="open"/>, or the end of its line.</summary>
    public static int CloseOfBracket(IReadOnlyList<Token> tokens, int open, int end)
    {
        var depth = 0;
        for (var i = open; i < end; i++)
        {
            if (tokens[i].Is("(")) depth++;
            else if (tokens[i].Is(")") && --depth == 0) return i;
        }
        for (var i = open; i < end; i++)
            if (tokens[i].Kind == TokenKind.Break) return i;
        return end;
    }

    /// <summary>
    /// The words as one line: the blanks of the phrase between them, none where the phrase has none; line breaks are blanks.
    /// </summary>
    public static string Print(IReadOnlyList<Word> words)
    {
        var text = new System.Text.StringBuilder();
        Word? before = null;
        foreach (var word in words)
        {
            if (word.IsBreak) continue;
            var glued = before is not null && before.Span.End == word.Span.Start;
            if (before is not null && !glued && !IsClosing(word)) text.Append(' ');
            text.Append(word.Printed);
            before = word;
        }
        return text.ToString();
    }

    static bool IsClosing(Word word) => word.IsSign(',') || word.IsSign('.') || word.IsSign(';') || word.IsSign(':') || word.IsSign(')');
}
