using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>
/// Parts the lines of one measure into its text, executors, term and whatever else is named by a label («Відповідальні:
/// …», «Строк – …»).
/// </summary>
static partial class MeasureParagraph
{
    public static void Read(IReadOnlyList<Line> lines, MeasureDraft draft)
    {
        var free = TakeLabelled([.. Unbracketed(Bracketed(lines)).SelectMany(AtGaps)], draft);
        if (!draft.Has("term_text") && draft.Lines("executors") is { } who && TermAtEnd(who) is { } end && end > 0)
        {
            // «Відповідальні: відділ культури. До 10 травня.»
            draft.Replace("executors", Unstopped(who[..end]));
            draft.Add("term_text", Unstopped(who[end..]), draft.Places["executors"]);
            draft.Doubts.Add("term_text");
        }
        if (free.Count == 0) return;
        if (!draft.Has("term_text") && !draft.Has("executors")) TakeSentences(free, draft);
        if (free.Count == 1 && !draft.Has("term_text") && !draft.Has("executors")) TakeBehindDash(free, draft, both: true);
        if (!draft.Has("term_text")) TakeLeadingTerm(free, draft);
        if (!draft.Has("term_text")) TakeTerm(free, draft);
        if (!draft.Has("executors")) TakeExecutors(free, draft);
        if (!draft.Has("term_text")) TakeTermOfText(free, draft);
        if (!draft.Has("executors")) free = TakeBehindDash(free, draft);
        var text = Pieces.Join(free.Select(l => l with { Label = null }));
        draft.Add("text", text, free[0].Place);
    }

    /// <summary>«… концерт (термін: 29 вересня; відповідальний: відділ культури).»: what labels say in the last bracket stands on lines of its own.</summary>
    static List<Line> Unbracketed(List<Line> lines)
    {
        var text = lines[^1].Text.TrimEnd(' ', '.', ';', ',');
        if (!text.EndsWith(')')) return lines;
        var open = text.IndexOf('(');
        while (open > 0 && !ClosesAtEnd(text, open)) open = text.IndexOf('(', open + 1);
        if (open <= 0 && !(open == 0 && lines.Count > 1) || LabelAt(text[(open + 1)..^1].TrimStart()) is null) return lines;
        var last = lines[^1];
        List<Line> parted = [.. lines.Take(lines.Count - 1)];
        foreach (var part in text[(open + 1)..^1].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Prepend(text[..open].TrimEnd()))
            if (part.Length > 0) parted.Add(last with { Text = part, Raw = part, Label = parted.Count < lines.Count ? last.Label : null });
        return parted;
    }

    /// <summary>«(сектор інвестицій, березень⏎– квітень).»: a line within the bracket of the line above goes on with it.</summary>
    static List<Line> Bracketed(IReadOnlyList<Line> lines)
    {
        var joined = new List<Line>();
        var open = 0;
        foreach (var line in lines)
        {
            if (open > 0 && open <= 2 && joined[^1].Text.Length < 600 && line.Text.Contains(')') && line.Text[0] is '-' or '–' or '—')
            {
                var text = Printed.Mend(joined[^1].Text + " " + line.Text);
                joined[^1] = joined[^1] with { Text = text, Raw = text };
            }
            else joined.Add(line);
            open = Math.Max(0, open + line.Text.Count(c => c == '(') - line.Text.Count(c => c == ')'));
        }
        return joined;
    }

    /// <summary>A cell that says who and when, in either order, on lines of their own or glued.</summary>
    public static void ReadWhoAndWhen(GridCell cell, MeasureDraft draft)
    {
        // The rules for paragraphs begin behind a first line of text.
        List<Line> lines = [new("…", "…", cell.Place), .. cell.Lines.Split('\n').Select(l => new Line(l, l, cell.Place))];
        lines = TakeLabelled([.. lines.SelectMany(AtGaps)], draft);
        if (!draft.Has("term_text")) TakeTerm(lines, draft);
        var rest = string.Join('\n', lines.Skip(1).Select(l => l.Text)).Trim(' ', ',', ';', '\n');
        if (!draft.Has("term_text") && Halves(rest) is var (when, who))
        {
            // Pages keep no break between the lines of a narrow cell: «раз на півріччя територіальні громади».
            draft.Add("term_text", when, cell.Place);
            draft.Doubts.Add("term_text");
            draft.Doubts.Add("executors");
            rest = who;
        }
        if (rest.Length > 0) draft.Add("executors", Unstopped(rest), cell.Place);
        if (!draft.Has("term_text")) draft.Doubts.Add("executors");
    }

    /// <summary>A text whose one half says when and whose other half names bodies, with nothing between them.</summary>
    static (string When, string Who)? Halves(string text)
    {
        var tokens = Token.Cut(text);
        if (tokens.Count is < 2 or > 40) return null;
        for (var i = 1; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Word && tokens[i].Kind != TokenKind.Number) continue;
            var (before, after) = (text[..tokens[i].Span.Start].TrimEnd(), text[tokens[i].Span.Start..]);
            if (Shapes.IsTerm([.. tokens.Take(i)]) && AreNames(after)) return (before, after);
        }
        for (var i = 1; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Word && tokens[i].Kind != TokenKind.Number) continue;
            var (before, after) = (text[..tokens[i].Span.Start].TrimEnd(), text[tokens[i].Span.Start..]);
            if (Shapes.IsTerm([.. tokens.Skip(i)]) && AreNames(before)) return (after, before);
        }
        return null;
    }

    /// <summary>Names of bodies from the first word on, whatever their brackets say.</summary>
    static bool AreNames(string text) => Shapes.AreExecutors(text.Replace("(за згодою)", "", StringComparison.OrdinalIgnoreCase).Trim(' ', ',', ';'));

    static void Cut(List<Line> lines, int at, string rest)
    {
        rest = rest.TrimEnd(' ', ',', ';', '-', '–', '—');
        if (rest.Length == 0) lines.RemoveAt(at);
        else lines[at] = lines[at] with { Text = rest, Raw = rest };
    }

    /// <summary>Without the full stop that ends a list; the one of an initial or an abbreviation stays.</summary>
    static string Unstopped(string text)
    {
        text = text.TrimEnd(' ', ';', '\n');
        var letters = 0;
        while (letters < text.Length - 1 && char.IsLetter(text[^(letters + 2)])) letters++;
        return text.EndsWith('.') && letters is 0 or > 2 ? text.TrimEnd('.') : text;
    }

    static void Cut2(List<Line> lines, string rest) => lines[^1] = lines[^1] with { Text = rest, Raw = rest };
}
