using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>«Голова    Віталій БУНЕЧКО»: the post, the name, and the lines that they take.</summary>
sealed record Signature(int First, int After, string Post, string Name, Place Place)
{
    /// <summary>
    /// The first signature at or after a line. A post at the start of a line; the name ends it behind a wide gap, or
    /// stands alone in one of the next lines.
    /// </summary>
    public static Signature? Find(IReadOnlyList<Line> lines, int from)
    {
        for (var i = Math.Max(0, from); i < lines.Count; i++)
            if (At(lines, i) is { } found) return found;
        return null;
    }

    /// <summary>The signature that closes a part: the last one in its last lines.</summary>
    public static Signature? Last(IReadOnlyList<Line> lines, int from)
    {
        for (var i = lines.Count - 1; i >= Math.Max(from, lines.Count - 24); i--)
            if (At(lines, i) is { } found && (i == 0 || At(lines, i - 1) is not { } wider || wider.After != found.After || !StartsPost(lines[i - 1]))) return found;
        return null;
    }

    static Signature? At(IReadOnlyList<Line> lines, int at)
    {
        if (!StartsPost(lines[at]) && !IsGapped(lines[at])) return null;
        for (var i = at; i < Math.Min(lines.Count, at + 5); i++)
        {
            if (i > at && (Shapes.NumberStart(lines[i].Text) is not null || Titles.IsApprovalMark(lines[i]))) return null;
            if (NameIn(lines[i], i > at) is not var (post, name)) { if (lines[i].Text.Length > 110 || lines[i].Text.EndsWith(';') || lines[i].Text.EndsWith('.')) return null; continue; }
            var before = string.Join(' ', lines.Skip(at).Take(i - at).Select(l => l.Text).Append(post).Where(t => t.Length > 0));
            return new(at, i + 1, Folding.Collapse(before), name, lines[i].Place);
        }
        return null;
    }

    /// <summary>«Методист⇥⇥Ганна СЛИВА»: any post of one line that a wide gap parts from the name.</summary>
    static bool IsGapped(Line line) =>
        line.Tokens is [{ Kind: TokenKind.Word } first, ..] && Shapes.IsPost(first.Text) && char.IsUpper(line.Text[0])
        && (line.Raw.TrimEnd().Split('\t', StringSplitOptions.RemoveEmptyEntries) is { Length: 2 } cells ? Shapes.IsPerson(Printed.Mend(cells[1])) : line.Raw.Split("     ", StringSplitOptions.RemoveEmptyEntries) is { Length: 2 } parts && Shapes.IsPerson(Printed.Mend(parts[1])));

    /// <summary>A capitalised line whose first words name a post in the nominative.</summary>
    static bool StartsPost(Line line)
    {
        if (line.Text.Length is 0 or > 220 || line.StartsLower || !char.IsLetter(line.Text[0])) return false;
        var words = 0;
        foreach (var token in line.Tokens)
        {
            if (token.Kind == TokenKind.Break) break;
            if (token.Kind != TokenKind.Word) { if (words == 0) return false; continue; }
            if (token.Text is "голова" or "начальник" or "начальниця" or "керівник" or "керівниця" or "секретар" or "секретарка" or "заступник" or "заступниця" or "директор" or "директорка" or "міністр" or "премʼєр-міністр" or "керуючий" or "керуюча" or "завідувач" or "завідувачка" or "староста" or "ректор" or "президент" or "губернатор" or "тво" or "во" or "т" or "в"
                or "спеціаліст" or "радник" or "координатор" or "голови" or "начальника" or "керівника" or "директора" or "депутат") return words > 0 || token.Text.Length > 1 || line.Text.StartsWith("В.", StringComparison.Ordinal) || line.Text.StartsWith("Т.", StringComparison.Ordinal) || line.Text.StartsWith("В. ", StringComparison.Ordinal);
            if (!(token.Text.EndsWith("ий", StringComparison.Ordinal) || token.Text.EndsWith("ій", StringComparison.Ordinal) || token.Text is "о" or "перша" or "міська" or "селищна" or "сільська")) return false;
            if (++words == 4) return false;
        }
        return false;
    }

    /// <summary>The name at the end of a line and the post before it; a line of its own only where that is allowed.</summary>
    static (string Post, string Name)? NameIn(Line line, bool mayStandAlone)
    {
        var tokens = line.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (Shapes.PersonAt(tokens, line.Text, i) is not { } end) continue;
            if (end < tokens.Count && !(end == tokens.Count - 1 && tokens[end].Kind == TokenKind.Sign && tokens[end].Text is "." or ")")) continue;
            if (i == 0) return mayStandAlone ? ("", Cut(line.Text, tokens, 0, end)) : null;
            var post = line.Text[..tokens[i].Span.Start].Trim(' ', '_', '\t', '(', '/', '-', '–', ',');
            return (post, Cut(line.Text, tokens, i, end));
        }
        return null;
    }

    static string Cut(string text, IReadOnlyList<Token> tokens, int from, int to) => Folding.Collapse(tokens[from].Span.To(tokens[to - 1].Span).Of(text)) is var name && to < tokens.Count && tokens[to].Is(".") && tokens[to - 1].Span.Length == 1 ? name + "." : name;
}
