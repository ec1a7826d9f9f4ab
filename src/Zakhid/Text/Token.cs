namespace Zakhid.Text;

public enum TokenKind { Word, Number, Break, Sign }

/// <summary>A word, a number, a line break or a sign of a phrase: its folded text and where it was printed.</summary>
public readonly record struct Token(TokenKind Kind, string Text, Span Span)
{
    public bool Is(string text) => string.Equals(Text, text, StringComparison.Ordinal);

    /// <summary>
    /// Cuts a phrase into tokens of its folded text. A word keeps inner apostrophes and hyphens («пів-року»,
    /// «обʼєкт»), a number is a run of digits only: signs, dots and commas are tokens of their own. Blanks give none.
    /// </summary>
    public static IReadOnlyList<Token> Cut(string phrase)
    {
        var folded = Folding.Fold(phrase);
        var tokens = new List<Token>(folded.Length / 5 + 1);
        for (var i = 0; i < folded.Length;)
        {
            var c = folded[i];
            var start = i;
            if (c == '\n') { i++; tokens.Add(new(TokenKind.Break, "\n", new(start, 1))); }
            else if (c == ' ') i++;
            else if (char.IsAsciiDigit(c))
            {
                while (i < folded.Length && char.IsAsciiDigit(folded[i])) i++;
                tokens.Add(new(TokenKind.Number, folded[start..i], new(start, i - start)));
            }
            else if (Folding.IsLetter(c))
            {
                while (i < folded.Length && InWord(folded, i)) i++;
                tokens.Add(new(TokenKind.Word, folded[start..i], new(start, i - start)));
            }
            else { i++; tokens.Add(new(TokenKind.Sign, c.ToString(), new(start, 1))); }
        }
        return tokens;
    }

    static bool InWord(string text, int i) =>
        Folding.IsLetter(text[i]) || text[i] is 'ʼ' or '\u0301'
        || (text[i] == '-' && i > 0 && i + 1 < text.Length && Folding.IsLetter(text[i - 1]) && Folding.IsLetter(text[i + 1])
            && !(IsNumeral(text[i - 1]) && IsNumeral(text[i + 1])));

    /// <summary>«ІІ-ІV»: a dash between Roman numerals is a range, not a part of a word.</summary>
    static bool IsNumeral(char c) => c is 'i' or 'v' or 'x';
}
