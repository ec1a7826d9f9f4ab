using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>What a label names: «Відповідальні: …», «Строк – …».</summary>
static partial class MeasureParagraph
{
    /// <summary>A label at the start of a line or sentence: the words of a column's heading and a colon or dash.</summary>
    public static (ColumnRole Role, int Length)? LabelAt(string text)
    {
        var end = text.AsSpan(0, Math.Min(text.Length, 60)).IndexOf(':');
        // «Виконавці – Управління: освіти; культури»: the dash ends the label, the colon belongs to the names.
        if (end < 0 || DashEnd(text) is > 3 and var dash && dash < end && Headings.RoleOf(text[..dash]) is ColumnRole.Executor or ColumnRole.Term) end = DashEnd(text);
        // «Місце: вул. Київська, 12. Час: 10:00»: no label runs over the end of a sentence.
        if (end < 3 || text.AsSpan(0, end).Contains(". ", StringComparison.Ordinal)) return null;
        var role = Headings.RoleOf(text[..end]);
        if (role is not (ColumnRole.Executor or ColumnRole.Term or ColumnRole.Criteria or ColumnRole.Funding or ColumnRole.Audience or ColumnRole.Venue or ColumnRole.Supervisor or ColumnRole.FundingSum or ColumnRole.Goal) || Token.Cut(text[..end]).Count > 6) return null;
        if (role != ColumnRole.Term && Shapes.IsTerm(Token.Cut(text[..end])) || Token.Cut(text[..end]).Any(t => t.Text is "провести" or "забезпечити") || Shapes.NumberStart(text) is not null) return null;
        var after = end + 1;
        while (after < text.Length && text[after] is ' ' or ':' or '-' or '–' or '—') after++;
        return (role, after);
    }

    static int DashEnd(string text)
    {
        for (var i = 4; i < Math.Min(text.Length - 1, 50); i++)
            if (text[i] is '-' or '–' or '—' && char.IsWhiteSpace(text[i - 1])) return i;
        return -1;
    }

    static string? Field(ColumnRole role) => role switch
    {
        ColumnRole.Executor => "executors",
        ColumnRole.Term => "term_text",
        ColumnRole.Criteria => "criteria",
        ColumnRole.Funding or ColumnRole.FundingSum => "funding",
        ColumnRole.Audience => "audience",
        ColumnRole.Venue => "place",
        ColumnRole.Supervisor => "supervisors",
        ColumnRole.Goal => "goal",
        _ => null,
    };

    /// <summary>Takes away what labels name; gives back the lines that no label claims.</summary>
    static List<Line> TakeLabelled(List<Line> lines, MeasureDraft draft)
    {
        var free = new List<Line>();
        string? field = null;
        var held = new List<Line>();
        void Close()
        {
            if (field is not null && held.Count > 0) draft.Add(field, Printed.MendLines(string.Join('\n', held.Select(l => l.Raw))) is var said && field is "executors" or "term_text" ? Unstopped(said) : said, held[0].Place);
            held.Clear();
        }
        var parts = lines.SelectMany(Parts).ToList();
        // «Відповідальний: … Співвиконавці: …»: the labels say who leads, so they stay with the names.
        var roles = parts.Exists(l => LabelAt(l.Text) is { Role: ColumnRole.Executor } && l.Text.StartsWith("співв", StringComparison.OrdinalIgnoreCase));
        foreach (var line in parts)
        {
            if (LabelAt(line.Text) is { } label && Field(label.Role) is { } named && (free.Count > 0 || line != lines[0] || IsLabelledAbove(parts)))
            {
                Close();
                field = named;
                if (roles && named == "executors") held.Add(line);
                else if (line.Text.Length > label.Length) held.Add(line with { Text = line.Text[label.Length..], Raw = line.Text[label.Length..] });
            }
            else if (field == "executors" && held.Count > 0 && !draft.Has("term_text") && (Shapes.IsTerm(line.Tokens) || Shapes.IsDated(line.Tokens)))
            {
                Close();
                field = "term_text";
                held.Add(line);
            }
            else if (field == "executors" && held.Count > 0 && free.Count == 0 && IsDeed(line))
            {
                Close();
                field = null;
                free.Add(line);
            }
            else if (field is not null && (held.Count == 0 || field != "term_text" || Shapes.IsTerm(Token.Cut(line.Text)))) held.Add(line);
            else { Close(); field = null; free.Add(line); }
        }
        Close();
        return free;
    }

    /// <summary>«1. Термін: … / Виконавець: … / Провести …»: the labels stand above the text, which comes last and orders something.</summary>
    static bool IsLabelledAbove(List<Line> lines) => lines.Count > 1 && LabelAt(lines[0].Text) is { Role: ColumnRole.Term or ColumnRole.Executor } && lines[0].Text.AsSpan(0, Math.Min(40, lines[0].Text.Length)).Contains(':') && lines.Skip(1).Any(IsDeed);

    static bool IsDeed(Line line) => line.Tokens.Count > 1 && char.IsUpper(line.Text[0]) && Shapes.IsInfinitive(line.Tokens[0].Text) && LabelAt(line.Text) is null;

    /// <summary>«Відділ освіти⇥⇥до 1 травня»: a line whose wide gap parts who from when is two.</summary>
    static IEnumerable<Line> AtGaps(Line line)
    {
        var parts = line.Raw.Split('\t', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length < 2 || !Array.Exists(parts, part => Shapes.IsTerm(Token.Cut(part)))) return [line];
        return parts.Select((part, i) => line with { Raw = part, Text = Printed.Mend(part), Soft = i > 0 || line.Soft, Blanks = i > 0 ? 0 : line.Blanks });
    }

    /// <summary>A line cut before each label that stands inside it after a full stop, a semicolon or a bracket.</summary>
    static IEnumerable<Line> Parts(Line line)
    {
        var start = 0;
        for (var i = 1; i < line.Text.Length - 4; i++)
        {
            if (!(line.Text[i - 1] is '.' or ';' or ')' or ',') || !char.IsWhiteSpace(line.Text[i])) continue;
            var rest = line.Text[(i + 1)..];
            if (!char.IsUpper(rest[0]) && line.Text[i - 1] != ';' || LabelAt(rest) is null || !rest.AsSpan(0, Math.Min(60, rest.Length)).Contains(':') && line.Text[i - 1] == ',') continue;
            yield return line with { Text = line.Text[start..i], Raw = line.Text[start..i] };
            start = i + 1;
        }
        yield return start == 0 ? line : line with { Text = line.Text[start..], Raw = line.Text[start..] };
    }
}
