using Zakhid.Text;

namespace Zakhid.Documents.Pdf;

/// <summary>
/// A table that goes on over pages: its parts brought to common columns, headings repeated on each page dropped, cells
/// merged over the end of a page and rows torn by it joined.
/// </summary>
sealed class PageTables
{
    /// <summary>Borders of one column on two pages lie no farther apart.</summary>
    const double Near = 5;

    readonly List<PageGrid> _parts = [];
    readonly Budget _budget;
    readonly WholeWords _known;

    public PageTables(PageGrid first, Budget budget, WholeWords known)
    {
        (_budget, _known) = (budget, known);
        _parts.Add(first);
    }

    public PageGrid Last => _parts[^1];

    /// <summary>The table on the next page is the same one: as wide, and parted in the same places.</summary>
    public bool TryAdd(PageGrid next)
    {
        if (next.Page.Number != Last.Page.Number + 1 || Math.Abs(next.Left - Last.Left) > Near || Math.Abs(next.Right - Last.Right) > Near) return false;
        var (few, many) = Last.Columns.Count < next.Columns.Count ? (Last, next) : (next, Last);
        if (!few.Columns.TrueForAll(x => many.Columns.Exists(y => Math.Abs(x - y) <= Near))) return false;
        _parts.Add(next);
        return true;
    }

    public DraftTable Build()
    {
        var columns = new List<double>();
        foreach (var x in _parts.SelectMany(p => p.Columns).Order())
            if (columns.Count == 0 || x - columns[^1] > Near) columns.Add(x);

        var table = new DraftTable();
        var heading = new List<List<string>>();
        foreach (var part in _parts)
        {
            var rows = Rows(part, columns);
            if (part == _parts[0])
            {
                heading.AddRange(rows.Take(5).Select(r => r.Keys));
                table.Rows.AddRange(rows.Select(r => r.Draft));
                continue;
            }
            var (from, count) = Repeated(heading, rows);
            for (var i = 0; i < count && from == 0; i++) table.Rows[i].IsHeader = true;
            Join(table, rows.Skip(count).Select(r => r.Draft).ToList());
        }
        return table;
    }

    sealed record PartRow(DraftRow Draft, List<string> Keys);

    List<PartRow> Rows(PageGrid part, List<double> columns)
    {
        int At(double x) => Enumerable.Range(0, columns.Count).MinBy(i => Math.Abs(columns[i] - x));
        var padding = part.Cells.GroupBy(c => c.Column).ToDictionary(g => g.Key, g => g.SelectMany(c => c.Lines.Select(l => l.Left - c.Left)).Where(p => p > 0).DefaultIfEmpty(4).Min());
        var rows = new List<PartRow>();
        for (var r = 0; r < part.Rows.Count - 1; r++)
        {
            var row = new DraftRow();
            foreach (var cell in part.Cells.Where(c => c.Row <= r && r < c.Row + c.Rows).OrderBy(c => c.Column))
            {
                _budget.Cell();
                var first = At(cell.Left);
                var draft = new DraftCell { Column = first, ColumnSpan = Math.Max(1, At(cell.Right) - first), Continues = cell.Row < r, Place = Place(part.Page, cell) };
                if (cell.Row == r) Fill(draft, cell, Math.Clamp(padding[cell.Column], 0.5, 9));
                row.Cells.Add(draft);
            }
            rows.Add(new(row, row.Cells.ConvertAll(c => c.Continues ? "" : Folding.Key(string.Join(' ', c.Paragraphs.Select(p => p.Text))))));
        }
        return rows;
    }

    static Place Place(PageText page, GridBox cell) => new(Page: page.Number, Box: page.Shown(cell.Left, cell.Top, cell.Right, cell.Bottom));

    void Fill(DraftCell draft, GridBox cell, double padding)
    {
        var lines = cell.Lines;
        foreach (var paragraph in Paragraphs.Of(lines, cell.Left + padding, cell.Right - padding, cell: true))
        {
            var text = Paragraphs.PrintCell(paragraph.Lines, cell.Right - cell.Left - 2 * padding, _known);
            _budget.Paragraph(text.Length);
            draft.Blocks.Add(new DraftParagraph(new(Assembly.Nowhere, text) { Alignment = paragraph.Alignment, Bold = paragraph.Lines.TrueForAll(l => l.Bold) }));
        }
        draft.ReachesFoot = lines.Count > 0 && cell.Bottom - lines[^1].Bottom < 1.5 * lines[^1].Height;
    }

    /// <summary>How many rows at the start of a page repeat rows at the start of the table, and from which on.</summary>
    static (int From, int Count) Repeated(List<List<string>> heading, List<PartRow> rows)
    {
        var (from, count) = (0, 0);
        for (var start = 0; start < heading.Count; start++)
        {
            var same = 0;
            while (start + same < heading.Count && same < rows.Count && IsSame(heading[start + same], rows[same].Keys)) same++;
            if (same > count) (from, count) = (start, same);
        }
        return (from, count);
    }

    /// <summary>The same heading; a page may cut some of its cells short.</summary>
    static bool IsSame(List<string> one, List<string> other)
    {
        if (one.Count != other.Count || one.TrueForAll(k => k.Length == 0)) return false;
        var same = one.Zip(other).Count(p => p.First == p.Second || p.Second.Length >= 3 && p.First.StartsWith(p.Second, StringComparison.Ordinal));
        return same == one.Count || one.Count > 2 && same * 10 >= one.Count * 7 && one.Zip(other).Count(p => p.First == p.Second && p.First.Any(char.IsLetterOrDigit)) >= 2;
    }

    /// <summary>Rows of the next page; its first one may belong to the last row of the page before.</summary>
    static void Join(DraftTable table, List<DraftRow> rows)
    {
        if (rows.Count > 0 && table.Rows.Count > 0)
        {
            GoOnMerged(table, rows);
            if (IsTorn(table, rows[0])) { Append(table, rows[0]); rows.RemoveAt(0); }
            else if (rows[0].Cells.TrueForAll(c => c.Continues || c.IsBlank) && rows[0].Cells.Exists(c => c.Continues)) rows.RemoveAt(0);
        }
        table.Rows.AddRange(rows);
    }

    /// <summary>Cells merged over rows of both pages.</summary>
    static void GoOnMerged(DraftTable table, List<DraftRow> rows)
    {
        var torn = rows[0].Cells.Exists(c => Above(table, c) is { } upper && GoesOn(Origin(table, upper), c));
        // A sum under a sum is that of another row: what goes on is only what is merged over both.
        var own = rows[0].Cells.Exists(c => Above(table, c) is { Continues: false, IsBlank: false } upper && IsFigure(c) && IsFigure(upper));
        foreach (var cell in rows[0].Cells)
        {
            if (Above(table, cell) is not { } upper || !upper.Continues && !Spans(rows, cell)) continue;
            var origin = Origin(table, upper);
            if (!cell.IsBlank && !(torn && (Spans(rows, cell) || upper.Continues && own))) continue;
            Append(origin, cell);
            cell.Continues = true;
        }
    }

    static bool IsFigure(DraftCell cell) => cell.Paragraphs.FirstOrDefault() is { } first && char.IsDigit(first.Text[0]) && !first.Text.Any(char.IsLetter);

    static DraftCell? Above(DraftTable table, DraftCell cell) => table.Rows[^1].Cells.Find(c => c.Column == cell.Column && c.ColumnSpan == cell.ColumnSpan);

    static void Append(DraftTable table, DraftRow row)
    {
        table.Rows[^1].IsJoined = true;
        foreach (var cell in row.Cells.Where(c => !c.IsBlank && !c.Continues))
            if (Above(table, cell) is { } upper) Append(Origin(table, upper), cell);
    }

    /// <summary>The text of a cell goes on in the phrase that was broken.</summary>
    static void Append(DraftCell upper, DraftCell lower)
    {
        if (lower.IsBlank) return;
        var (last, first) = ((upper.Blocks.LastOrDefault() as DraftParagraph)?.Paragraph, ((DraftParagraph)lower.Blocks[0]).Paragraph);
        if (last is not null && (GoesOn(upper, lower) || last.Text[^1] is not ('.' or ';' or ')') && !char.IsUpper(first.Text[0])))
        {
            upper.Blocks[^1] = new DraftParagraph(last with { Text = last.Text + (last.Text[^1] == '-' ? '\n' : ' ') + first.Text });
            upper.Blocks.AddRange(lower.Blocks.Skip(1));
        }
        else upper.Blocks.AddRange(lower.Blocks);
        upper.ReachesFoot = lower.ReachesFoot;
    }

    static bool Spans(List<DraftRow> rows, DraftCell cell) => rows.Count > 1 && rows[1].Cells.Exists(c => c.Column == cell.Column && c.Continues);

    /// <summary>The cell in which a merged one begins.</summary>
    static DraftCell Origin(DraftTable table, DraftCell cell)
    {
        var row = table.Rows.Count - 1;
        while (cell.Continues && row > 0 && table.Rows[--row].Cells.Find(c => c.Column == cell.Column) is { } upper) cell = upper;
        return cell;
    }

    /// <summary>The foot of a page tore the row: all that goes on stood at the foot, and some of it goes on in mid-phrase.</summary>
    static bool IsTorn(DraftTable table, DraftRow below)
    {
        var said = below.Cells.Where(c => !c.Continues && !c.IsBlank).Select(c => (Lower: c, Upper: Above(table, c) is { } upper ? Origin(table, upper) : null)).ToList();
        return said.Count > 0 && said.TrueForAll(p => p.Upper is { IsBlank: false, ReachesFoot: true }) && said.Exists(p => GoesOn(p.Upper!, p.Lower));
    }

    static bool GoesOn(DraftCell upper, DraftCell lower)
    {
        var (first, last) = (lower.Paragraphs.FirstOrDefault()?.Text ?? "", upper.Paragraphs.LastOrDefault()?.Text ?? "");
        return upper.ReachesFoot && first.Length > 0 && last.Length > 0 && (char.IsLower(first[0]) || first[0] is ')' or ',' || last[^1] is '-' or ',') && last[^1] is not ('.' or ';');
    }
}
