using Zakhid.Text;

namespace Zakhid.Documents.Pdf;

/// <summary>
/// A table that goes on over pages: its parts brought to common columns, headings repeated on each page dropped, cells
/// merged over the end of a page joined, rows torn by it marked.
/// </summary>
sealed class PageTables
{
    /// <summary>Borders of one column on two pages lie no farther apart.</summary>
    const double Near = 5;

    readonly List<PageGrid> _parts = [];
    readonly Budget _budget;

    public PageTables(PageGrid first, Budget budget)
    {
        _budget = budget;
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
        var heading = new List<string>();
        foreach (var part in _parts)
        {
            var rows = Rows(part, columns);
            if (part == _parts[0])
            {
                heading.AddRange(rows.Take(5).Select(r => r.Key));
                table.Rows.AddRange(rows.Select(r => r.Draft));
                continue;
            }
            var (from, count) = Repeated(heading, rows);
            for (var i = 0; i < count && from == 0; i++) table.Rows[i].IsHeader = true;
            Join(table, rows.Skip(count).Select(r => r.Draft).ToList());
        }
        return table;
    }

    sealed record PartRow(DraftRow Draft, string Key);

    List<PartRow> Rows(PageGrid part, List<double> columns)
    {
        int At(double x) => Enumerable.Range(0, columns.Count).MinBy(i => Math.Abs(columns[i] - x));
        var lines = part.Cells.ToDictionary(c => c, c => TextLine.Of(c.Words));
        var padding = part.Cells.GroupBy(c => c.Column).ToDictionary(g => g.Key, g => g.SelectMany(c => lines[c].Select(l => l.Left - c.Left)).Where(p => p > 0).DefaultIfEmpty(4).Min());
        var rows = new List<PartRow>();
        for (var r = 0; r < part.Rows.Count - 1; r++)
        {
            var row = new DraftRow();
            foreach (var cell in part.Cells.Where(c => c.Row <= r && r < c.Row + c.Rows).OrderBy(c => c.Column))
            {
                _budget.Cell();
                var first = At(cell.Left);
                var draft = new DraftCell { Column = first, ColumnSpan = Math.Max(1, At(cell.Right) - first), Continues = cell.Row < r, Place = Place(part.Page, cell) };
                if (cell.Row == r) Fill(draft, cell, lines[cell], Math.Clamp(padding[cell.Column], 0.5, 9));
                row.Cells.Add(draft);
            }
            rows.Add(new(row, string.Join('|', row.Cells.Select(c => c.Continues ? "" : Folding.Key(string.Join(' ', c.Paragraphs.Select(p => p.Text)))))));
        }
        return rows;
    }

    static Place Place(PageText page, GridBox cell) => new(Page: page.Number, Box: page.Shown(cell.Left, cell.Top, cell.Right, cell.Bottom));

    void Fill(DraftCell draft, GridBox cell, List<TextLine> lines, double padding)
    {
        foreach (var paragraph in Paragraphs.Of(lines, cell.Left + padding, cell.Right - padding, cell: true))
        {
            var text = Paragraphs.PrintCell(paragraph.Lines);
            _budget.Paragraph(text.Length);
            draft.Blocks.Add(new DraftParagraph(new(Assembly.Nowhere, text) { Alignment = paragraph.Alignment, Bold = paragraph.Lines.TrueForAll(l => l.Bold) }));
        }
        draft.ReachesFoot = lines.Count > 0 && cell.Bottom - lines[^1].Bottom < 0.9 * lines[^1].Height;
    }

    /// <summary>How many rows at the start of a page repeat rows at the start of the table, and from which on.</summary>
    static (int From, int Count) Repeated(List<string> heading, List<PartRow> rows)
    {
        var (from, count) = (0, 0);
        for (var start = 0; start < heading.Count; start++)
        {
            var same = 0;
            while (start + same < heading.Count && same < rows.Count && rows[same].Key == heading[start + same] && rows[same].Key.Any(char.IsLetterOrDigit)) same++;
            if (same > count) (from, count) = (start, same);
        }
        return (from, count);
    }

    void Join(DraftTable table, List<DraftRow> rows)
    {
        if (rows.Count == 0) return;
        if (table.Rows.Count > 0) Join(table, table.Rows[^1], rows);
        table.Rows.AddRange(rows);
    }

    /// <summary>The first row of a page beside the last one of the page before.</summary>
    static void Join(DraftTable table, DraftRow above, List<DraftRow> rows)
    {
        var below = rows[0];
        var torn = IsTorn(above, below);
        below.GoesOn = torn;
        foreach (var cell in below.Cells)
        {
            var upper = above.Cells.Find(c => c.Column == cell.Column && c.ColumnSpan == cell.ColumnSpan);
            if (upper is null || !cell.IsBlank && !(GoesOn(Origin(table, upper), cell) && Spans(rows, cell))) continue;
            var merged = upper.Continues || Spans(rows, cell);
            if (!merged) continue;
            // A merged cell whose text goes on over the page.
            if (!cell.IsBlank) Origin(table, upper).Blocks.AddRange(cell.Blocks);
            cell.Continues = true;
        }
    }

    static bool Spans(List<DraftRow> rows, DraftCell cell) => rows.Count > 1 && rows[1].Cells.Exists(c => c.Column == cell.Column && c.Continues);

    /// <summary>The cell in which a merged one begins.</summary>
    static DraftCell Origin(DraftTable table, DraftCell cell)
    {
        var row = table.Rows.Count - 1;
        while (cell.Continues && row > 0 && table.Rows[--row].Cells.Find(c => c.Column == cell.Column) is { } upper) cell = upper;
        return cell;
    }

    /// <summary>
    /// The foot of a page tore the row: whatever goes on stood at the foot, and it goes on in mid-phrase. Null where the
    /// page does not tell.
    /// </summary>
    static bool? IsTorn(DraftRow above, DraftRow below)
    {
        var said = below.Cells.Where(c => !c.Continues && !c.IsBlank).ToList();
        if (said.Count == 0) return false;
        var pairs = said.Select(c => (Lower: c, Upper: above.Cells.Find(u => u.Column == c.Column && u.ColumnSpan == c.ColumnSpan))).ToList();
        if (pairs.Exists(p => p.Upper is null || p.Upper.IsBlank && !p.Upper.Continues || !p.Upper.Continues && !p.Upper.ReachesFoot)) return false;
        if (pairs.Exists(p => GoesOn(p.Upper!, p.Lower))) return true;
        return null;
    }

    static bool GoesOn(DraftCell upper, DraftCell lower)
    {
        var (first, last) = (lower.Paragraphs.FirstOrDefault()?.Text ?? "", upper.Paragraphs.LastOrDefault()?.Text ?? "");
        return upper.ReachesFoot && first.Length > 0 && last.Length > 0 && (char.IsLower(first[0]) || first[0] is ')' or ',' || last[^1] is '-' or ',') && last[^1] is not ('.' or ';');
    }
}
