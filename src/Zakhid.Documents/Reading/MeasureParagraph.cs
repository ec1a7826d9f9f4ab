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
        var free = TakeLabelled([.. lines.SelectMany(AtGaps)], draft);
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
        if (!draft.Has("term_text")) TakeTerm(free, draft);
        if (!draft.Has("executors")) TakeExecutors(free, draft);
        if (!draft.Has("term_text")) TakeTermOfText(free, draft);
        if (!draft.Has("executors")) TakeBehindDash(free, draft, both: false);
        var text = Pieces.Join(free.Select(l => l with { Label = null }));
        draft.Add("text", text, free[0].Place);
    }

    /// <summary>A cell that says who and when, in either order, on lines of their own or glued.</summary>
    public static void ReadWhoAndWhen(GridCell cell, MeasureDraft draft)
    {
        // The rules for paragraphs begin behind a first line of text.
        List<Line> lines = [new("…", "…", cell.Place), .. cell.Lines.Split('\n').Select(l => new Line(l, l, cell.Place))];
        lines = TakeLabelled([.. lines.SelectMany(AtGaps)], draft);
        if (!draft.Has("term_text")) TakeTerm(lines, draft);
        var rest = string.Join('\n', lines.Skip(1).Select(l => l.Text)).Trim(' ', ',', ';', '\n');
        if (rest.Length > 0) draft.Add("executors", Unstopped(rest), cell.Place);
        if (!draft.Has("term_text")) draft.Doubts.Add("executors");
    }

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
