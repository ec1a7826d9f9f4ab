using Zakhid.Text;

namespace Zakhid.Terms.Grammar;

/// <summary>
/// A place in a phrase that moves forward as rules take words, and back when a rule turns out not to hold. Words are
/// folded and without apostrophes; hyphenated words are cut («вересень-листопад» is a range), line breaks are blanks.
/// </summary>
sealed class Cursor
{
    readonly IReadOnlyList<Token> _tokens;
    readonly string[] _words;

    public Cursor(string phrase)
    {
        Phrase = phrase;
        _tokens = Unbroken(Token.Cut(phrase)).SelectMany(Parts).ToList();
        _words = _tokens.Select(token => token.Kind == TokenKind.Word ? Numerals.Bare(token.Text) : token.Text).ToArray();
    }

    public string Phrase { get; }
    public IReadOnlyList<Token> Tokens => _tokens;
    public int At { get; set; }
    public bool AtEnd => At >= _tokens.Count;
    public string Word => Peek(0);

    /// <summary>The word so many steps ahead; empty past either end.</summary>
    public string Peek(int ahead) => At + ahead >= 0 && At + ahead < _words.Length ? _words[At + ahead] : "";

    public bool IsNumber(int ahead = 0) => At + ahead >= 0 && At + ahead < _tokens.Count && _tokens[At + ahead].Kind == TokenKind.Number;
    public bool IsWord(int ahead = 0) => At + ahead >= 0 && At + ahead < _tokens.Count && _tokens[At + ahead].Kind == TokenKind.Word;

    /// <summary>No blank stands between the token so many steps ahead and the one before it.</summary>
    public bool Touches(int ahead) => At + ahead > 0 && At + ahead < _tokens.Count && _tokens[At + ahead].Span.Start == _tokens[At + ahead - 1].Span.End;

    public bool Take(params ReadOnlySpan<string> any)
    {
        foreach (var word in any)
            if (Word == word) { At++; return true; }
        return false;
    }

    /// <summary>Takes a word that begins with one of the stems.</summary>
    public bool TakeStem(params ReadOnlySpan<string> stems)
    {
        if (!StartsWith(Word, stems)) return false;
        At++;
        return true;
    }

    /// <summary>Takes the words one after another, or none; a word that ends with «*» is a stem.</summary>
    public bool TakeAll(params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
            if (words[i].EndsWith('*') ? !Peek(i).StartsWith(words[i].AsSpan(0, words[i].Length - 1), StringComparison.Ordinal) : Peek(i) != words[i]) return false;
        At += words.Length;
        return true;
    }

    /// <summary>The words stand here; nothing is taken.</summary>
    public bool StandsHere(params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
            if (Peek(i) != words[i]) return false;
        return true;
    }

    /// <summary>«починаючи з», «з»: the first word may be missing.</summary>
    public bool TakeWithOptional(string optional, params ReadOnlySpan<string> any)
    {
        var start = At;
        Take(optional);
        if (Take(any)) return true;
        At = start;
        return false;
    }

    public static bool StartsWith(string word, params ReadOnlySpan<string> stems)
    {
        foreach (var stem in stems)
            if (word.StartsWith(stem, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>A cardinal in digits or words, and past it its ending («10-ти»).</summary>
    public int? TakeCardinal()
    {
        var at = At;
        if (Numerals.ReadCardinal(_tokens, ref at) is not { } value) return null;
        var digits = _tokens[At].Kind == TokenKind.Number;
        At = at;
        if (digits) TakeEnding();
        return value;
    }

    /// <summary>An ordinal in words or in digits with an ending («15-го»).</summary>
    public int? TakeOrdinal()
    {
        var at = At;
        if (Numerals.ReadOrdinal(_tokens, ref at) is not { } value) return null;
        At = at;
        return value;
    }

    public bool TakeEnding()
    {
        var hyphen = Word == "-" && Touches(0) ? 1 : 0;
        if (!IsWord(hyphen) || !Touches(hyphen) || !Numerals.IsSuffix(Peek(hyphen))) return false;
        At += hyphen + 1;
        return true;
    }

    /// <summary>The printed words from one token to another (exclusive), single-spaced.</summary>
    public string Printed(int from, int to) =>
        to <= from ? "" : Folding.Collapse(_tokens[from].Span.To(_tokens[to - 1].Span).Of(Phrase));

    /// <summary>Without line breaks; «щоквар-⏎талу» is one word again, «вересень-⏎листопад» stays two.</summary>
    static IEnumerable<Token> Unbroken(IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (i + 3 < tokens.Count && tokens[i].Kind == TokenKind.Word && tokens[i + 1].Is("-") && tokens[i + 1].Span.Start == tokens[i].Span.End && tokens[i + 2].Kind == TokenKind.Break && tokens[i + 3].Kind == TokenKind.Word
                && CalendarWords.Month(tokens[i].Text) is null && CalendarWords.Weekday(tokens[i].Text) is null && Folding.Roman(tokens[i].Text) is null && CalendarWords.Unit(tokens[i].Text) is null)
            {
                yield return new(TokenKind.Word, tokens[i].Text + tokens[i + 3].Text, tokens[i].Span.To(tokens[i + 3].Span));
                i += 3;
            }
            else if (tokens[i].Kind != TokenKind.Break) yield return tokens[i];
        }
    }

    static IEnumerable<Token> Parts(Token token)
    {
        if (token.Kind == TokenKind.Word && token.Text.IndexOf("кв", StringComparison.Ordinal) is > 0 and <= 3 and var glued && Folding.Roman(token.Text.AsSpan(0, glued)) is not null)
        {
            yield return new(TokenKind.Word, token.Text[..glued], new(token.Span.Start, glued));
            yield return new(TokenKind.Word, token.Text[glued..], new(token.Span.Start + glued, token.Span.Length - glued));
            yield break;
        }
        if (token.Kind != TokenKind.Word || !token.Text.Contains('-', StringComparison.Ordinal)) { yield return token; yield break; }

        for (var start = 0; start < token.Text.Length;)
        {
            var end = token.Text.IndexOf('-', start);
            if (end < 0) end = token.Text.Length;
            if (end > start) yield return new(TokenKind.Word, token.Text[start..end], new(token.Span.Start + start, end - start));
            if (end < token.Text.Length) yield return new(TokenKind.Sign, "-", new(token.Span.Start + end, 1));
            start = end + 1;
        }
    }
}
