using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>
/// Parts the lines of one measure into its text, executors, term and whatever else is named by a label («Відповідальні:
/// …», «Строк – …»).
/// </summary>
static class MeasureParagraph
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
        if (!draft.Has("term_text")) TakeTerm(free, draft);
        if (!draft.Has("executors")) TakeExecutors(free, draft);
        if (!draft.Has("term_text")) TakeTermOfText(free, draft);
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

    /// <summary>A label at the start of a line or sentence: the words of a column's heading and a colon or dash.</summary>
    public static (ColumnRole Role, int Length)? LabelAt(string text)
    {
        var end = text.AsSpan(0, Math.Min(text.Length, 60)).IndexOf(':');
        if (end < 0) end = DashEnd(text);
        if (end <= 3) return null;
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
            if (LabelAt(line.Text) is { } label && Field(label.Role) is { } named && (free.Count > 0 || line != lines[0]))
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
            else if (field is not null && (held.Count == 0 || field != "term_text" || Shapes.IsTerm(Token.Cut(line.Text)))) held.Add(line);
            else { Close(); field = null; free.Add(line); }
        }
        Close();
        return free;
    }

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

    /// <summary>The lines that say when as a whole, or the end of the last line.</summary>
    static void TakeTerm(List<Line> lines, MeasureDraft draft)
    {
        for (var i = lines.Count - 1; i >= 1; i--)
        {
            if (!Shapes.IsTerm(lines[i].Tokens) && !Shapes.IsDated(lines[i].Tokens) || Wraps(lines, i)) continue;
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

    /// <summary>«… воєнного⏎стану»: a line in small letters that goes on with a sentence above which has not ended.</summary>
    static bool Wraps(List<Line> lines, int at) =>
        lines[at].StartsLower && lines[at].Blanks == 0 && lines[at].Soft | lines[at - 1].Text.Length > 50 && char.IsLetter(lines[at - 1].Text[^1]) && char.IsLower(lines[at - 1].Text[^1])
        && !Shapes.AreExecutors(lines[at - 1].Text) && !Shapes.IsBody(lines[at - 1].Tokens[^1].Text) && !Shapes.IsPlainTerm(lines[at].Tokens);

    static void Cut(List<Line> lines, int at, string rest)
    {
        rest = rest.TrimEnd(' ', ',', ';', '-', '–', '—');
        if (rest.Length == 0) lines.RemoveAt(at);
        else lines[at] = lines[at] with { Text = rest, Raw = rest };
    }

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
            || tokens[at].Text is "протягом" or "впродовж" or "упродовж" or "постійно" or "щокварталу" or "щоквартально" or "щомісяця" or "щомісячно" or "щороку" or "щорічно" or "до";
    }

    static int? TermAtStart(string text)
    {
        var tokens = Token.Cut(text);
        for (var end = Math.Min(tokens.Count - 1, 12); end > 0; end--)
            if (tokens[end].Kind == TokenKind.Word && char.IsUpper(text[tokens[end].Span.Start]) && Shapes.IsTerm([.. tokens.Take(end)]) && Shapes.AreExecutors(text[tokens[end].Span.Start..])) return tokens[end].Span.Start;
        return null;
    }

    /// <summary>
    /// The lines from the first that begins a list of bodies or persons to the end; a line begins one only where the text
    /// before it has come to an end.
    /// </summary>
    static void TakeExecutors(List<Line> lines, MeasureDraft draft)
    {
        for (var strict = 0; strict < 2; strict++)
            for (var i = 1; i < lines.Count; i++)
            {
                if (strict == 0 && !Ended(lines, i) || strict == 1 && (lines[i].StartsLower && !Shapes.AreExecutors(lines[i].Text))) continue;
                var rest = Unwrap([.. lines.Skip(i)]);
                if (!Shapes.AreExecutors(Printed.Mend(rest)) || !Shapes.MayOpenExecutors(lines[i].Text)) continue;
                draft.Add("executors", Unstopped(Printed.MendLines(rest)), lines[i].Place);
                if (strict == 1) draft.Doubts.Add("executors");
                lines.RemoveRange(i, lines.Count - i);
                return;
            }
        // Glued into the paragraph of the text: the last sentences are names of bodies.
        var last = lines[^1];
        for (var i = 1; i < last.Text.Length - 3; i++)
        {
            if (last.Text[i - 1] is not ('.' or ';') || last.Text[i] != ' ' || !char.IsUpper(last.Text[i + 1]) && last.Text[i - 1] == '.') continue;
            if (i >= 3 && (char.IsUpper(last.Text[i - 2]) || !char.IsLetter(last.Text[i - 2]) && last.Text[i - 2] is not (')' or '»'))) continue;
            var rest = last.Text[(i + 1)..];
            if (!Shapes.AreExecutors(rest)) continue;
            draft.Add("executors", Unstopped(rest), last.Place);
            draft.Doubts.Add("executors");
            Cut2(lines, last.Text[..i]);
            return;
        }
    }

    /// <summary>A line in small letters behind no sign goes on with the one above, unless it is a name of its own.</summary>
    static string Unwrap(List<Line> lines)
    {
        var parted = lines.Take(lines.Count - 1).Any(l => l.Text[^1] is ',' or ';');
        var text = lines[0].Raw;
        for (var i = 1; i < lines.Count; i++)
        {
            var goesOn = lines[i].StartsLower && lines[i - 1].Text[^1] is not (',' or ';' or ')') && (parted || !IsName(lines[i].Text.Split(',', ';', '(')[0].Trim()));
            goesOn |= lines[i].Text[0] is '«' or '"' or '(' && lines[i - 1].Text[^1] is not (',' or ';');
            text += (goesOn ? " " : "\n") + lines[i].Raw;
        }
        return text;
    }

    /// <summary>«райдержадміністрації», «виконавчі комітети»; «адміністрації», «ради» alone end the name of a unit.</summary>
    static bool IsName(string text) => Shapes.AreExecutors(text) && (text.Contains(' ') || Shapes.IsPost(Folding.Fold(text)) || text.StartsWith("рай", StringComparison.Ordinal) || text.StartsWith("міськвиконком", StringComparison.Ordinal));

    /// <summary>Without the full stop that ends a list; the one of an initial or an abbreviation stays.</summary>
    static string Unstopped(string text)
    {
        text = text.TrimEnd(' ', ';', '\n');
        var letters = 0;
        while (letters < text.Length - 1 && char.IsLetter(text[^(letters + 2)])) letters++;
        return text.EndsWith('.') && letters is 0 or > 2 ? text.TrimEnd('.') : text;
    }

    static void Cut2(List<Line> lines, string rest) => lines[^1] = lines[^1] with { Text = rest, Raw = rest };

    static bool Ended(List<Line> lines, int at)
    {
        var line = lines[at];
        var before = lines[at - 1].Text;
        if (before[^1] is ',' or '-' or '–' or '—' or ':') return false;
        if (line.Blanks > 0) return !line.StartsLower || Shapes.AreExecutors(line.Text);
        if (before[^1] is '.' or ';' or '!' or '?') return true;
        return !line.Soft && !line.StartsLower && (before[^1] is ')' or '»' || !line.FromTable && before.Length < 400 && lines.Count <= 4 || before.Length > 160);
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
