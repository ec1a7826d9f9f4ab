using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>A part of a file behind an approval mark or a title of its own: its mark, title, and what it holds.</summary>
sealed class Annex
{
    public List<Line> Mark { get; } = [];
    public List<Line> TitleLines { get; } = [];
    public List<Piece> Body { get; } = [];
    public Signature? Signature { get; private set; }

    public string? Title => TitleLines.Count == 0 ? TitleCell?.Text : Pieces.Join(TitleLines);
    public Place? TitlePlace => TitleLines.Count == 0 ? TitleCell?.Place : TitleLines[0].Place;

    /// <summary>The name of its sheet where that names something: «Освіта», not «Аркуш1».</summary>
    public string? SheetTitle => SheetPlace?.Sheet?.Name is { } name && !Headings.StartsAny(Folding.Fold(name), "аркуш", "лист", "sheet", "план", "таблиц", "table") ? name : null;
    public Place? SheetPlace { get; private init; }

    /// <summary>A title typed into the first row of the table.</summary>
    GridCell? TitleCell => Body.OfType<TablePiece>().FirstOrDefault() is { Grid: { Header.First: > 0 } grid } && Titles.IsPlanTitle(grid[0, 0].Text) ? grid[0, 0] : null;

    /// <summary>A table of measures stands in it.</summary>
    public bool HasMeasureTable => Body.OfType<TablePiece>().Any(t => PlanTable.ColumnsOf(t.Grid, null) is var (columns, _, _) && PlanTable.IsPlan(columns));

    /// <summary>A plan by its title, or, where the title is silent, by a table of measures.</summary>
    public bool IsPlan
    {
        get
        {
            var tables = Body.OfType<TablePiece>().Any(t => PlanTable.ColumnsOf(t.Grid, null) is var (columns, _, _) && columns.Any(c => c.Sure && c.Role == ColumnRole.Measure) && PlanTable.IsPlan(columns));
            if (Title is not { } title) return tables && !(SheetTitle is { } name && Titles.IsOther(name));
            if (Titles.IsPlanTitle(title)) return tables || HasMeasureTable || !Body.OfType<TablePiece>().Any() || Body.OfType<LinePiece>().Count() > 4;
            return tables && !Titles.IsOther(title);
        }
    }

    /// <summary>
    /// Cuts a file into the act before the first annex and its annexes. An annex begins at an approval mark, or, behind the
    /// signature of the act or of the annex before, at a title. Every sheet but the first is one, and the first where no act
    /// stands on it.
    /// </summary>
    public static (List<Piece> Act, List<Annex> Annexes) Cut(List<Piece> pieces)
    {
        var starts = Starts(pieces);
        var act = starts.Count == 0 ? pieces : pieces[..starts[0]];
        var annexes = new List<Annex>();
        for (var i = 0; i < starts.Count; i++)
            annexes.Add(Of(pieces[starts[i]..(i + 1 < starts.Count ? starts[i + 1] : pieces.Count)]));
        return (act, [.. annexes.Where(a => a.Body.Count > 0 || a.TitleLines.Count > 0)]);
    }

    static List<int> Starts(List<Piece> pieces)
    {
        var starts = new List<int>();
        var signed = false;
        var kind = false;
        var marked = -100;
        var quoted = 0;
        var before = new List<Line>();
        for (var i = 0; i < pieces.Count; i++)
        {
            if (i > 0 && SheetOf(pieces[i]) is { } sheet && SheetOf(pieces[i - 1])?.Name != sheet.Name)
            {
                if (starts.Count == 0 && !kind) starts.Add(0);
                starts.Add(i);
                (marked, signed, kind) = (i, false, true);
            }
            if (pieces[i] is not LinePiece { Line: var line }) { continue; }
            // Only a new wording runs over lines; in «Про Програму «Здоров’я» clerks leave a quotation open.
            if (quoted > 0 || line.Text[0] == '«' && WordingReader.Announces(before)) quoted = Math.Max(0, quoted + line.Text.Count(c => c is '«') - line.Text.Count(c => c is '»'));
            if (before.Count == 4) before.RemoveAt(0);
            before.Add(line);
            if (Titles.IsApprovalMark(line))
            {
                // «Додаток 1 … ЗАТВЕРДЖЕНО …» of one annex stand together; a mark may stand under the title.
                if (starts.Count > 0 && i - starts[^1] <= 8 && pieces[starts[^1]] is LinePiece { Line: var first } && Titles.IsPlanTitle(first.Text) && !pieces[starts[^1]..i].Exists(p => p is TablePiece || p is LinePiece l && Shapes.NumberStart(l.Line.Text) is not null)) continue;
                if (i - marked > 8 || starts.Count == 0 || pieces[marked..i].Exists(p => p is TablePiece) || pieces[(marked + 1)..i].Exists(p => p is LinePiece l && Titles.IsTitle(l.Line))) { if (quoted == 0 || line.Text.StartsWith("«Додаток", StringComparison.Ordinal)) { starts.Add(i); marked = i; signed = false; } }
                continue;
            }
            kind |= Titles.ActKind(line) is not null;
            if (starts.Count == 0 && kind && !signed) signed = SignedAt(pieces, i);
            else if (Titles.IsPlanTitle(line.Text) && IsStyled(line) && quoted == 0 && i - marked > 12 | (starts.Count == 0)
                && (starts.Count > 0 ? BodyBefore(pieces, starts[^1], i) : signed || !kind)) { starts.Add(i); marked = i; }
        }
        return starts;
    }

    static SheetPlace? SheetOf(Piece piece) => (piece is LinePiece line ? line.Line.Place : ((TablePiece)piece).Grid.Place).Sheet;

    static bool SignedAt(List<Piece> pieces, int at)
    {
        var lines = new List<Line>();
        for (var i = at; i < Math.Min(pieces.Count, at + 5) && pieces[i] is LinePiece { Line: var line }; i++) lines.Add(line);
        return lines.Count > 0 && Signature.Find(lines, 0) is { First: 0 };
    }

    /// <summary>A second plan of one annex begins only behind a whole first one.</summary>
    static bool BodyBefore(List<Piece> pieces, int start, int at) => pieces[start..at].Exists(p => p is TablePiece) || pieces[start..at].Count(p => p is LinePiece l && Shapes.NumberStart(l.Line.Text) is not null) > 1;

    static bool IsStyled(Line line) => line.IsCapitals || line.Centred || line.Bold || line.NewPage || line.Blanks > 0 || (!line.StartsLower && line.Text.Length < 90 && !line.Text.EndsWith('.') && !line.Text.EndsWith(';'));

    static Annex Of(List<Piece> pieces)
    {
        var annex = new Annex { SheetPlace = SheetOf(pieces[0]) is { } sheet ? new(Sheet: new(sheet.Name)) : null };
        var i = 0;
        while (i < pieces.Count && pieces[i] is LinePiece { Line: var line } && !(Titles.IsTitle(line) && !(i > 0 && line.StartsLower)) && !IsBodyStart(line, i) && annex.Mark.Count < 24) { annex.Mark.Add(line); i++; }
        if (i == pieces.Count || pieces[i] is TablePiece || !(pieces[i] is LinePiece { Line: var t } && Titles.IsTitle(t))) i = annex.GiveBackTitle(pieces, i);
        while (i < pieces.Count && pieces[i] is LinePiece { Line: var line } && !Titles.IsApprovalMark(line) && annex.GoesOnTitle(line, pieces, i)) { annex.TitleLines.Add(line); i++; }
        if (annex.Mark.Count == 0 && annex.TitleLines.Count > 0)
            for (var marked = false; i < pieces.Count && annex.Mark.Count < 8 && pieces[i] is LinePiece { Line: var line } && (marked |= Titles.IsApprovalMark(line)) && !Shapes.IsSectionHeading(line.Text) && Shapes.NumberStart(line.Text) is null | PrintedDate.At(line.Tokens, 0) is not null; i++) annex.Mark.Add(line);
        annex.Body.AddRange(pieces[i..]);
        annex.TakeSignature();
        return annex;
    }

    /// <summary>A title with an unusual first word: the last centred, bold or capital lines of what was taken for the mark.</summary>
    int GiveBackTitle(List<Piece> pieces, int end)
    {
        var first = Mark.Count;
        while (first > 1 && (Mark[first - 1].Centred || Mark[first - 1].Bold || Mark[first - 1].IsCapitals) && !Titles.IsApprovalMark(Mark[first - 1]) && Mark[first - 1].Tokens.All(x => x.Kind != TokenKind.Number || x.Text.Length == 4)) first--;
        if (first == Mark.Count || Requisites.In(Mark.Skip(first)) is { IsEmpty: false }) return end;
        var count = Mark.Count - first;
        Mark.RemoveRange(first, count);
        return end - count;
    }

    static bool IsBodyStart(Line line, int at) => at > 0 && (line.Label ?? (Shapes.NumberStart(line.Text) is { } n && n.Length < line.Text.Length ? n.Number : null)) is not null && PrintedDate.At(line.Tokens, 0) is null;

    bool GoesOnTitle(Line line, List<Piece> pieces, int at)
    {
        if (TitleLines.Count == 0) return true;
        if (TitleLines.Count >= 10 || line.Label is not null || line.Text.EndsWith(':') && line.Text.Length > 20) return false;
        if (Shapes.IsSectionHeading(line.Text) || Shapes.NumberStart(line.Text) is { } n && n.Length < line.Text.Length) return false;
        // A line in capital letters over a day is a measure without a number.
        if (!line.StartsLower && !line.Centred && TitleLines.Count > 1 && at + 1 < pieces.Count && pieces[at + 1] is LinePiece { Line: var below } && Shapes.IsDated(below.Tokens)) return false;
        var before = TitleLines[^1];
        if (before.Text.EndsWith('.') && before.Text.Length > 60) return false;
        if (Shapes.IsNoise(line.Text) || MeasureParagraph.LabelAt(line.Text) is not null) return false;
        var whole = Pieces.Join(TitleLines);
        var first = line.Tokens.Count > 0 ? line.Tokens[0].Text : "";
        // «… читання на 2023– ⏎ 2025 роки»: a title that waits for its last words.
        if (line.Blanks == 0 && Token.Cut(whole) is [.., var last] && (last.Is("-") || last.Text is "на" or "у" or "в" or "за" or "до" or "з" or "із" or "та" or "і" or "щодо" or "для")) return true;
        if (line.StartsLower || line.Text[0] is '«' or '(' or '"') return true;
        if (first is "щодо" or "з" or "на" or "у" or "в" or "до" or "по" or "із" or "для" or "та" or "про" or "і" or "за" or "із" or "від") return true;
        // «АНТИКОРУПЦІЙНИЙ ПЛАН ЗАХОДІВ⏎Інспекції на 2023 рік»: whose plan, and of which year.
        if (line.Blanks == 0 && before.IsCapitals && TitleLines.Count == 1 && EndsWhole(line.Text) && !EndsWhole(whole)) return true;
        if (line.Blanks == 0 && IsYears(line.Tokens) && !EndsWhole(whole)) return true;
        if (line.Blanks == 0 && NamesItsDocument(line.Tokens) && !EndsWhole(whole)) return true;
        if (Token.Cut(whole).Count(x => x.Kind == TokenKind.Word) <= 2) return true;
        if (line.IsCapitals && before.IsCapitals && line.Blanks == 0 && !EndsWhole(whole)) return true;
        return line.Blanks == 0 && line.Bold == before.Bold && line.Centred == before.Centred && !EndsWhole(whole) && !line.FromTable && line.Text.Length < 120 && (line.Centred || line.Bold || before.Text.Length > 30 && !Shapes.AreExecutors(line.Text));
    }

    /// <summary>«(Перелік заходів) ⏎ Комплексної програми …», «Програми підтримки …»: the genitive of what the plan serves.</summary>
    static bool NamesItsDocument(IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i < Math.Min(tokens.Count, 4) && tokens[i].Kind == TokenKind.Word; i++)
        {
            if (tokens[i].Text is "програми" or "стратегії" or "концепції" or "плану") return i + 1 < tokens.Count;
            if (!tokens[i].Text.EndsWith("ої", StringComparison.Ordinal) && !tokens[i].Text.EndsWith("ого", StringComparison.Ordinal)) return false;
        }
        return false;
    }

    /// <summary>«2020 року», «2023–2025 роки»: years and nothing else.</summary>
    static bool IsYears(IReadOnlyList<Token> tokens) =>
        tokens.Count is > 1 and < 6 && tokens[0] is { Kind: TokenKind.Number, Text.Length: 4 } && tokens.Skip(1).All(t => t.Kind == TokenKind.Number && t.Text.Length == 4 || t.Text is "-" or "." or "рік" or "року" or "роки" or "років" or "рр" or "р");

    /// <summary>A title that names its year or closes a quotation is whole.</summary>
    static bool EndsWhole(string title) => Token.Cut(title) is [.., var last] && (last.Text is "рік" or "роки" or "року" or "років" or "рр" or "р" or "роках" || last.Is("\"") || last.Kind == TokenKind.Number && last.Text.Length == 4);

    void TakeSignature()
    {
        var from = Body.FindLastIndex(p => p is TablePiece) + 1;
        var lines = Body.Skip(from).OfType<LinePiece>().Select(p => p.Line).ToList();
        if (Signature.Last(lines, 0) is not { } found) return;
        Signature = found;
        var at = from + found.First;
        Body.RemoveRange(at, Body.Count - at);
    }
}
