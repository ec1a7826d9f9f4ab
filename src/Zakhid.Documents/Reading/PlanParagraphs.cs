using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>
/// Reads measures that stand as paragraphs: a number, the text, and below it or behind it who and when, in either order,
/// with or without words that name them.
/// </summary>
sealed class PlanParagraphs
{
    readonly IReadOnlyList<Line> _lines;
    readonly PlanDraft _plan;

    readonly bool _allBold;
    /// <summary>A day alone on a line stands over the first measure: days head the measures below them.</summary>
    bool _underDays;
    /// <summary>The same of a month.</summary>
    bool _underMonths;

    PlanParagraphs(IReadOnlyList<Line> lines, PlanDraft plan) => (_lines, _plan, _allBold) = (lines, plan, lines.All(l => l.Bold));

    public static void Read(IReadOnlyList<Line> lines, PlanDraft plan) => new PlanParagraphs(lines, plan).Read();

    void Read()
    {
        var starts = Starts();
        if (starts.Count == 0) { ReadUnnumbered(); return; }
        _underDays = starts[0].Line > 0 && IsDay(_lines[starts[0].Line - 1]);
        _underMonths = starts[0].Line > 0 && IsMonth(_lines[starts[0].Line - 1]);
        for (var i = 0; i < starts[0].Line; i++) i = ReadBetween(i, starts[0].Line);
        for (var s = 0; s < starts.Count; s++)
        {
            var end = s + 1 < starts.Count ? starts[s + 1].Line : _lines.Count;
            var start = starts[s];
            if (IsHeadingOver(s, starts, end)) { _plan.OpenHeading(Pieces.Join(Block(start.Line, end)), _lines[start.Line].Place); continue; }
            var stop = start.Line + 1;
            while (stop < end && !IsHeadingLine(stop, end)) stop++;
            var heading = s + 1 < starts.Count && stop == end ? TrailingHeading(start.Line, stop) : stop;
            if (Points(start, heading) is { } points) AddPoints(start, points, heading);
            else AddBlock(start.Line, heading, start.Number.Length == 0 ? null : start.Number, start.Length);
            if (heading < stop) _plan.OpenHeading(Pieces.Join(Block(heading, stop)), _lines[heading].Place);
            for (var i = stop; i < end; i++) i = ReadBetween(i, end);
        }
    }

    /// <summary>«1. Розробити проекти актів щодо: 1) … МОН. Березень; 2) …»: points that each say who or when are the measures of a task.</summary>
    List<Start>? Points(Start task, int end)
    {
        if (task.Style != '.') return null;
        var points = new List<Start>();
        for (var i = task.Line + 1; i < end; i++)
        {
            var text = _lines[i].Label is null ? _lines[i].Text : $"{_lines[i].Label} {_lines[i].Text}";
            if (Shapes.NumberStart(text) is { } number && Style(text) == ')' && number.Number == (points.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)) points.Add(new(i, number.Number, _lines[i].Label is null ? number.Length : 0, ')'));
        }
        if (points.Count < 2 || !_lines[points[0].Line - 1].Text.EndsWith(':')) return null;
        bool Says(int k) => Block(points[k].Line + 1, k + 1 < points.Count ? points[k + 1].Line : end).Exists(l => Shapes.IsTerm(l.Tokens) || LabelAt(l.Text) is { Role: ColumnRole.Term or ColumnRole.Executor } || Shapes.AreExecutors(l.Text));
        return Enumerable.Range(0, points.Count).All(Says) ? points : null;
    }

    void AddPoints(Start task, List<Start> points, int end)
    {
        var (goal, place) = (_plan.Goal, _plan.GoalPlace);
        (_plan.Goal, _plan.GoalPlace) = (Pieces.Join(Block(task.Line, points[0].Line)), _lines[task.Line].Place);
        for (var k = 0; k < points.Count; k++) AddBlock(points[k].Line, k + 1 < points.Count ? points[k + 1].Line : end, points[k].Number, points[k].Length);
        (_plan.Goal, _plan.GoalPlace) = (goal, place);
    }

    readonly record struct Start(int Line, string Number, int Length, char Style);

    /// <summary>
    /// Lines where a measure begins. The first number sets the style («1.», «1)», «1.1.»); a list of another style inside
    /// a measure belongs to its text. Numbers go up; they may repeat or leave a gap.
    /// </summary>
    List<Start> Starts()
    {
        var all = new List<Start>();
        for (var i = 0; i < _lines.Count; i++)
        {
            var line = _lines[i];
            if (line.Soft && i > 0 && !_lines[i - 1].Text.EndsWith('.') && !_lines[i - 1].Text.EndsWith(';')) continue;
            var text = line.Label is null ? line.Text : $"{line.Label} {line.Text}";
            if (Shapes.NumberStart(text) is not { } number || number.Length == text.Length && i + 1 == _lines.Count) continue;
            // A number alone on a line, out of turn, is a page's.
            if (number.Length == text.Length && text.All(char.IsAsciiDigit) && all.Count > 0 && int.TryParse(all[^1].Number, out var last) && number.Number != (last + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)) continue;
            all.Add(new(i, number.Number, line.Label is null ? number.Length : 0, Style(text)));
        }
        if (all.Count == 0) return Dashed();
        var sub = all.Exists(s => s.Style == 'm') && all.Count(s => s.Style == 'm') * 2 >= all.Count(s => s.Style is 'm' or '.');
        var main = all.Count == 0 ? ' ' : sub ? 'm' : all[0].Style;
        var kept = new List<Start>();
        foreach (var start in all)
        {
            if (start.Style == main || (sub && start.Style == '.')) { if (Follows(kept, start, sub)) kept.Add(start); }
        }
        return kept;
    }

    /// <summary>«- оголосити відбір (будинок культури, до 1 квітня);»: points behind dashes, most of which say who and when in themselves.</summary>
    List<Start> Dashed()
    {
        var starts = new List<Start>();
        for (var i = 0; i < _lines.Count; i++)
            if ((_lines[i].Label ?? _lines[i].Text) is ['-' or '–' or '—' or '•', ..] and var text && (starts.Count == 0 || text[0] == (_lines[starts[0].Line].Label ?? _lines[starts[0].Line].Text)[0]) && (_lines[i].Label is not null || text.Length > 8 && text[1] == ' ')) starts.Add(new(i, "", _lines[i].Label is null ? 2 : 0, '-'));
        if (starts.Count < 2) return [];
        var said = starts.Where((s, k) => { var joined = Pieces.Join(Block(s.Line, k + 1 < starts.Count ? starts[k + 1].Line : _lines.Count).TakeWhile((l, at) => at == 0 || l.StartsLower || l.Soft)); return MeasureParagraph.SaysBoth(_lines[s.Line] with { Text = joined, Raw = joined }); }).Count();
        return said * 2 > starts.Count ? starts : [];
    }

    /// <summary>'m' «1.1», ')' «1)», '.' «1.».</summary>
    static char Style(string text)
    {
        var label = text[..Shapes.NumberStart(text)!.Value.Length].TrimEnd();
        return label.TrimEnd('.', ')').Contains('.', StringComparison.Ordinal) ? 'm' : label.EndsWith(')') ? ')' : '.';
    }

    /// <summary>A number that falls back inside one section («1. … 2. …» in a list within measure 7) starts nothing.</summary>
    bool Follows(List<Start> kept, Start start, bool sub)
    {
        if (kept.Count == 0 || sub || start.Style == 'm') return true;
        if (!int.TryParse(start.Number.Split('-')[0], out var number) || !int.TryParse(kept[^1].Number.Split('-')[0], out var before)) return true;
        if (number >= before && number - before <= 20) return true;
        for (var i = kept[^1].Line + 1; i < start.Line; i++) if (IsHeadingLine(i, start.Line)) return true;
        // Numbers begin anew under a heading without any style, when who or when has been said above it.
        return number == 1 && TrailingHeading(kept[^1].Line, start.Line) < start.Line;
    }

    /// <summary>«1. Організаційні заходи» over «1.1. …»: a short line whose number the next one continues.</summary>
    bool IsHeadingOver(int at, List<Start> starts, int end)
    {
        var start = starts[at];
        if (start.Style is not ('.' or 'm') || at + 1 >= starts.Count || !starts[at + 1].Number.StartsWith(start.Number + ".", StringComparison.Ordinal)) return false;
        var lines = Block(start.Line, end);
        return lines.Count <= 4 && !lines.Skip(1).Any(l => Shapes.IsTerm(l.Tokens));
    }

    /// <summary>«16 вересня», «16 вересня 2024 року (понеділок)»: a day and nothing else.</summary>
    static bool IsDay(Line line) => line.Tokens.Count <= 7 && char.IsAsciiDigit(line.Text[0]) && PrintedDate.At(line.Tokens, 0) is { } date && line.Tokens.Skip(date.Next).All(t => t.Kind != TokenKind.Number && t.Text is not (":" or ";" or ","));

    /// <summary>«ЛЮТИЙ», «Лютий 2025 року»: a month and nothing else.</summary>
    static bool IsMonth(Line line) => line.Tokens.Count is > 0 and <= 4 && char.IsUpper(line.Text[0]) && PrintedDate.MonthOf(line.Tokens[0].Text) is not null && line.Tokens.Skip(1).All(t => t.Kind == TokenKind.Number || t.Text is "року" or "рік" or "р" or "." or ":");

    List<Line> Block(int from, int to) => [.. _lines.Skip(from).Take(to - from)];

    bool IsHeadingLine(int at, int end)
    {
        var line = _lines[at];
        if (Shapes.IsNote(line.Text) || _underDays && at + 1 == end && IsDay(line) || _underMonths && at + 1 == end && IsMonth(line)) return true;
        if (Shapes.IsSectionHeading(line.Text) && !Shapes.IsTerm(line.Tokens)) return true;
        // A bold or centred line of its own between measures, without a full stop, that is neither body nor term.
        var styled = (line.Centred || (line.Bold && !_allBold)) || (line.IsCapitals && line.Text.Length > 6);
        return styled && at + 1 == end && end < _lines.Count && !line.Text.EndsWith('.') && !line.Soft && !Shapes.IsTerm(line.Tokens) && !Shapes.AreExecutors(line.Text);
    }

    /// <summary>Lines between measures: headings with their continuation, notes, noise. Returns the last line taken.</summary>
    int ReadBetween(int at, int end)
    {
        var line = _lines[at];
        if (Shapes.IsNote(line.Text)) return end - 1;
        if (Shapes.IsNoise(line.Text)) return at;
        var last = at;
        while (last + 1 < end && _lines[last + 1].Blanks == 0 && !Shapes.IsSectionHeading(_lines[last + 1].Text) && (_lines[last + 1].StartsLower || _lines[last + 1].Soft || (_lines[last + 1].Centred && _lines[last].Centred && !_lines[last].Text.EndsWith('»')))) last++;
        var text = Pieces.Join(Block(at, last + 1));
        var plain = last + 1 == end && end < _lines.Count && (line.Blanks > 0 || at == 0) && IsPlainHeading(text);
        if (Shapes.IsSectionHeading(text) || line.Centred || line.Bold || line.IsCapitals || plain || _underDays && IsDay(line) || _underMonths && IsMonth(line)) _plan.OpenHeading(text, line.Place);
        return last;
    }

    /// <summary>No numbers at all: a measure ends where who and when have been said and another text begins.</summary>
    void ReadUnnumbered()
    {
        var from = 0;
        var said = false;
        for (var i = 0; i < _lines.Count; i++)
        {
            var line = _lines[i];
            if (i == from && IsHeadingLine(i, Math.Min(i + 1, _lines.Count))) { i = ReadBetween(i, _lines.Count); from = i + 1; said = false; continue; }
            var answers = i > from && (Shapes.IsTerm(line.Tokens) || LabelAt(line.Text) is not null || (Shapes.AreExecutors(line.Text) && (said || !line.StartsLower)));
            if (said && !answers && !line.StartsLower && !line.Soft) { AddBlock(from, i, null, 0); from = i; said = false; if (IsHeadingLine(i, i + 1)) i--; continue; }
            said |= i > from && (Shapes.IsTerm(line.Tokens) || LabelAt(line.Text) is { Role: ColumnRole.Term or ColumnRole.Executor });
        }
        if (said) AddBlock(from, _lines.Count, null, 0);
    }

    /// <summary>
    /// A heading without any style: the last paragraph before the next number, when who or when of this measure has been
    /// said above it and it says neither.
    /// </summary>
    int TrailingHeading(int from, int to)
    {
        var first = to - 1;
        while (first > from + 1 && (_lines[first].Soft || (_lines[first].Blanks == 0 && _lines[first].StartsLower))) first--;
        // «…, до 10 червня;» ends a measure by its sign; a line without one behind it heads the next.
        if (first == from + 1 && _lines[from].Text.EndsWith(';') && IsPlainHeading(Pieces.Join(Block(first, to))) && !_lines[first].FromTable) return first;
        if (first == from + 1 && IsSaidOnOneLine(_lines[from]) && IsPlainHeading(Pieces.Join(Block(first, to))) && !_lines[first].FromTable) return first;
        if (first <= from + 1 || !IsPlainHeading(Pieces.Join(Block(first, to))) || _lines[first].FromTable) return to;
        for (var i = from + 1; i < first; i++)
            if (Shapes.IsTerm(_lines[i].Tokens) || (LabelAt(_lines[i].Text) is not null) || (Shapes.AreExecutors(_lines[i].Text) && _lines[first].Blanks > 0)) return first;
        return to;
    }

    /// <summary>«3. Ліквідувати сміттєзвалища (старости, квітень – травень).»: who and when stand in its brackets, so nothing goes on below.</summary>
    static bool IsSaidOnOneLine(Line line) => line.Text.EndsWith(").", StringComparison.Ordinal) && MeasureParagraph.SaysBoth(line);

    static bool IsPlainHeading(string text) =>
        text.Length is > 4 and < 160 && char.IsUpper(text[0]) && text[^1] is not ('.' or ';' or ':' or ',') && !Shapes.AreExecutors(text) && !Shapes.IsTerm(Token.Cut(text)) && LabelAt(text) is null && !Shapes.IsNote(text);

    void AddBlock(int from, int to, string? number, int skip)
    {
        var lines = Block(from, to).Where(l => !Shapes.IsNoise(l.Text)).ToList();
        if (lines.Count == 0) return;
        if (skip > 0 && lines[0].Text.Length >= skip && ReferenceEquals(lines[0], _lines[from])) lines[0] = lines[0] with { Text = lines[0].Text[skip..], Raw = lines[0].Text[skip..] };
        if (lines[0].Text.Length == 0) { lines.RemoveAt(0); if (lines.Count == 0) return; }
        var draft = new MeasureDraft { Number = number is null ? null : Shapes.PrintedNumber(_lines[from].Label ?? _lines[from].Text, number), Section = _plan.Section, FromText = true };
        if (number is not null) draft.Places["no"] = _lines[from].Place;
        if (_plan.Goal is { } goal) draft.Add("goal", goal, _plan.GoalPlace!);
        MeasureParagraph.Read(lines, draft);
        if (draft.Text("text") is not null) _plan.Measures.Add(draft);
    }

    public static (ColumnRole Role, int Length)? LabelAt(string text) => MeasureParagraph.LabelAt(text);
}
