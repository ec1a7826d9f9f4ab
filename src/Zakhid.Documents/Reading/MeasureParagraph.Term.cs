using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>When, said on a line of its own or glued to another.</summary>
static partial class MeasureParagraph
{
    /// <summary>The lines that say when as a whole, or the end of the last line.</summary>
    static void TakeTerm(List<Line> lines, MeasureDraft draft)
    {
        for (var i = lines.Count - 1; i >= 1; i--)
        {
            if (!Shapes.IsTerm(lines[i].Tokens) && !Shapes.IsDated(lines[i].Tokens) || Wraps(lines, i)) continue;
            if (Broken(lines, i) is { } from)
            {
                // «…, не пізніше 20 числа⏎щомісяця».
                draft.Add("term_text", (lines[i - 1].Text[from..] + " " + lines[i].Text).TrimEnd('.', ';'), lines[i - 1].Place);
                lines.RemoveAt(i);
                Cut(lines, i - 1, lines[i - 1].Text[..from]);
                return;
            }
            var first = i;
            while (first > 1 && Shapes.IsTerm(Token.Cut(lines[first - 1].Text + " " + lines[first].Text)) && Shapes.IsTerm(lines[first - 1].Tokens)) first--;
            draft.Add("term_text", Printed.MendLines(string.Join(' ', lines.Skip(first).Take(i - first + 1).Select(l => l.Raw))).TrimEnd('.', ';'), lines[first].Place);
            lines.RemoveRange(first, i - first + 1);
            return;
        }
        // Glued behind the executors: «…, сільських рад Постійно».
        for (var i = lines.Count - 1; i >= 1; i--)
        {
            if (TermAtEnd(lines[i].Text) is { } end)
            {
                draft.Add("term_text", lines[i].Text[end..].TrimEnd('.', ';', ' '), lines[i].Place);
                draft.Doubts.Add("term_text");
                Cut(lines, i, lines[i].Text[..end]);
                return;
            }
            if (TermAtStart(lines[i].Text) is { } start)
            {
                draft.Add("term_text", lines[i].Text[..start].TrimEnd('.', ';', ',', ' '), lines[i].Place);
                draft.Doubts.Add("term_text");
                lines[i] = lines[i] with { Text = lines[i].Text[start..].TrimStart(' ', ',', ';', '-', '–'), Raw = lines[i].Text[start..].TrimStart(' ', ',', ';', '-', '–') };
                return;
            }
        }
    }

    /// <summary>«14 жовтня, 10.00 – покладання квітів»: the day before a dash, and what happens on it.</summary>
    static void TakeLeadingTerm(List<Line> lines, MeasureDraft draft)
    {
        var tokens = lines[0].Tokens;
        for (var i = 1; i + 1 < Math.Min(tokens.Count, 14); i++)
        {
            if (!tokens[i].Is("-") || !char.IsWhiteSpace(lines[0].Text[tokens[i].Span.End]) || tokens[i + 1].Kind != TokenKind.Word || PrintedDate.MonthOf(tokens[i + 1].Text) is not null) continue;
            if (!Shapes.IsTerm([.. tokens.Take(i)]) || Shapes.IsTerm([.. tokens.Skip(i + 1)]) || Shapes.IsTerm([.. tokens.Take(i + 2)])) continue;
            draft.Add("term_text", lines[0].Text[..tokens[i].Span.Start].Trim(), lines[0].Place);
            var rest = lines[0].Text[tokens[i].Span.End..].TrimStart();
            lines[0] = lines[0] with { Text = rest, Raw = rest };
            return;
        }
    }

    /// <summary>Where a term begins that ends the line above one and goes on in it.</summary>
    static int? Broken(List<Line> lines, int at)
    {
        if (at < 2 || !lines[at].StartsLower || lines[at].Blanks > 0) return null;
        var above = lines[at - 1].Text;
        return TermAtEnd(above + " " + lines[at].Text) is > 0 and var from && from < above.Length && Shapes.IsTerm(Token.Cut(above[from..])) ? from : null;
    }

    /// <summary>«… воєнного⏎стану»: a line in small letters that goes on with a sentence above which has not ended.</summary>
    static bool Wraps(List<Line> lines, int at) =>
        lines[at].StartsLower && lines[at].Blanks == 0 && lines[at].Soft | lines[at - 1].Text.Length > 50 && char.IsLetter(lines[at - 1].Text[^1]) && char.IsLower(lines[at - 1].Text[^1])
        && !Shapes.AreExecutors(lines[at - 1].Text) && !Shapes.IsBody(lines[at - 1].Tokens[^1].Text) && !Shapes.IsPlainTerm(lines[at].Tokens);

    /// <summary>Where the longest ending that says when begins, behind a sign or with a capital letter, a number or a quarter.</summary>
    public static int? TermAtEnd(string text)
    {
        var tokens = Token.Cut(text);
        for (var i = Math.Max(1, tokens.Count - 30); i < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.Sign || !StartsTerm(tokens, i, text) || !Shapes.IsTerm([.. tokens.Skip(i)])) continue;
            return tokens[i].Span.Start;
        }
        return null;
    }

    static bool StartsTerm(IReadOnlyList<Token> tokens, int at, string text)
    {
        var parted = tokens[at - 1].Kind is TokenKind.Sign or TokenKind.Break && tokens[at - 1].Text is not ("(" or "-" or "\"" or "«");
        return parted || char.IsUpper(text[tokens[at].Span.Start]) && tokens[at].Kind == TokenKind.Word || tokens[at].Kind == TokenKind.Number && PrintedDate.At(tokens, at) is not null
            || PrintedDate.MonthOf(tokens[at].Text) is not null && (at + 1 == tokens.Count || tokens[at + 1].Kind == TokenKind.Number) && tokens[at - 1].Kind == TokenKind.Sign
            || tokens[at].Text is "протягом" or "впродовж" or "упродовж" or "постійно" or "щокварталу" or "щоквартально" or "щомісяця" or "щомісячно" or "щороку" or "щорічно" or "до";
    }

    static int? TermAtStart(string text)
    {
        var tokens = Token.Cut(text);
        for (var end = Math.Min(tokens.Count - 1, 12); end > 0; end--)
            if (tokens[end].Kind == TokenKind.Word && char.IsUpper(text[tokens[end].Span.Start]) && Shapes.IsTerm([.. tokens.Take(end)]) && Shapes.AreExecutors(text[tokens[end].Span.Start..])) return tokens[end].Span.Start;
        return null;
    }

    /// <summary>«… семінар. Протягом року.»: the last sentence of the text says when.</summary>
    static void TakeTermOfText(List<Line> lines, MeasureDraft draft)
    {
        var last = lines[^1];
        var dot = last.Text.TrimEnd('.', ' ').LastIndexOf(". ", StringComparison.Ordinal);
        if (dot <= 0 || !Shapes.IsTerm(Token.Cut(last.Text[(dot + 1)..]))) return;
        draft.Add("term_text", last.Text[(dot + 1)..].Trim(' ', '.'), last.Place);
        draft.Doubts.Add("term_text");
        Cut2(lines, last.Text[..(dot + 1)]);
    }
}
