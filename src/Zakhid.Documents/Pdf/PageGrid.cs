namespace Zakhid.Documents.Pdf;

/// <summary>A cell of a ruled table on one page: the grid lines between which it lies, and its words.</summary>
sealed class GridBox(int row, int column, int rows, int columns, double left, double top, double right, double bottom, bool recognised)
{
    public int Row { get; } = row;
    public int Column { get; } = column;
    public int Rows { get; } = rows;
    public int Columns { get; } = columns;
    public double Left { get; } = left;
    public double Top { get; } = top;
    public double Right { get; } = right;
    public double Bottom { get; } = bottom;
    public List<PageWord> Words { get; } = [];
    public List<TextLine> Lines => field ??= TextLine.Of(Words, recognised);
}

/// <summary>A table on one page, told by its rulings: where columns and rows part, and the cells, merged ones once.</summary>
sealed class PageGrid
{
    /// <summary>Lines nearer than this are one (double borders, borders of cells drawn one by one).</summary>
    const double Near = 3;

    PageGrid(PageText page, List<double> columns, List<double> rows, List<GridBox> cells) => (Page, Columns, Rows, Cells) = (page, columns, rows, cells);

    public PageText Page { get; }
    /// <summary>Where the columns part, from the left border to the right one.</summary>
    public List<double> Columns { get; }
    public List<double> Rows { get; }
    public List<GridBox> Cells { get; }
    public double Left => Columns[0];
    public double Right => Columns[^1];
    public double Top => Rows[0];
    public double Bottom => Rows[^1];

    /// <summary>The tables of a page from top to bottom; their words are taken from the page.</summary>
    public static List<PageGrid> Of(PageText page, Budget budget)
    {
        var grids = new List<PageGrid>();
        foreach (var (across, down) in Groups(page.Rulings))
            if (Build(page, across, down, budget) is { } grid) grids.Add(grid);
        // A frame around a table holds it; the inner one has the cells.
        grids.RemoveAll(g => grids.Exists(o => o != g && o.Cells.Count > g.Cells.Count && o.Left >= g.Left - Near && o.Right <= g.Right + Near && o.Top >= g.Top - Near && o.Bottom <= g.Bottom + Near && g.Cells.Count <= 2));
        foreach (var grid in grids) grid.Fill();
        grids.RemoveAll(g => g.Cells.TrueForAll(c => c.Words.Count == 0));
        return [.. grids.OrderBy(g => g.Top)];
    }

    /// <summary>Lines that touch each other, directly or through others.</summary>
    static IEnumerable<(List<Ruling> Across, List<Ruling> Down)> Groups(Rulings rulings)
    {
        var across = rulings.Across;
        var down = rulings.Down.FindAll(d => IsBorder(d, across));
        if (across.Count > 5000 || down.Count > 5000) yield break;
        var parent = Enumerable.Range(0, across.Count + down.Count).ToArray();
        int Root(int at) { while (parent[at] != at) at = parent[at] = parent[parent[at]]; return at; }
        for (var a = 0; a < across.Count; a++)
            for (var d = 0; d < down.Count; d++)
                if (Touch(across[a], down[d])) parent[Root(a)] = Root(across.Count + d);
        foreach (var group in Enumerable.Range(0, parent.Length).GroupBy(Root))
        {
            var lines = group.ToList();
            var here = (lines.Where(i => i < across.Count).Select(i => across[i]).ToList(), lines.Where(i => i >= across.Count).Select(i => down[i - across.Count]).ToList());
            if (here.Item1.Count >= 2 && here.Item2.Count >= 1) yield return here;
        }
    }

    /// <summary>Strokes of letters one under the other look like a short line; a border ends at lines, or is long.</summary>
    static bool IsBorder(Ruling down, List<Ruling> across)
    {
        bool Ends(double at) => across.Exists(a => Math.Abs(a.At - at) <= Near && down.At >= a.From - Near && down.At <= a.To + Near);
        return down.Length > 90 || Ends(down.From) && Ends(down.To);
    }

    static bool Touch(Ruling across, Ruling down) =>
        down.At >= across.From - Near && down.At <= across.To + Near && across.At >= down.From - Near && across.At <= down.To + Near;

    static PageGrid? Build(PageText page, List<Ruling> across, List<Ruling> down, Budget budget)
    {
        var columns = Cluster(down);
        var rows = Cluster(across);
        // Borders at the sides, at the top or at the foot that nobody drew.
        // Sides are seen by two lines at least: the stem of one letter that touches the border is no side.
        var (left, right, top, bottom) = (Second(across.Select(r => r.From)), -Second(across.Select(r => -r.To)), Second(down.Select(r => r.From)), -Second(down.Select(r => -r.To)));
        if (columns[0] - left > 15) columns.Insert(0, left);
        if (right - columns[^1] > 15) columns.Add(right);
        if (rows[0] - top > 8) rows.Insert(0, top);
        if (bottom - rows[^1] > 8) rows.Add(bottom);
        if (columns.Count < 3 && rows.Count < 3 || columns.Count < 2 || rows.Count < 2) return null;
        budget.Columns(columns.Count);
        budget.Grid(rows.Count, columns.Count);

        var cells = new List<GridBox>();
        var taken = new bool[rows.Count - 1, columns.Count - 1];
        // The stem of a letter («р», «ф») that stands on a border goes on in it, but not through a row of one line.
        bool PartedRight(int r, int c) => IsDrawn(down, columns[c + 1], rows[r], rows[r + 1], rows[r + 1] - rows[r] < 24 && !page.IsRecognised ? 0.9 : 0.6);
        bool PartedBelow(int r, int c) => IsDrawn(across, rows[r + 1], columns[c], columns[c + 1], 0.6);
        for (var r = 0; r < rows.Count - 1; r++)
            for (var c = 0; c < columns.Count - 1; c++)
            {
                if (taken[r, c]) continue;
                var lastColumn = c;
                while (lastColumn + 2 < columns.Count && !taken[r, lastColumn + 1] && !PartedRight(r, lastColumn)) lastColumn++;
                var lastRow = r;
                while (lastRow + 2 < rows.Count && Enumerable.Range(c, lastColumn - c + 1).All(x => !taken[lastRow + 1, x] && !PartedBelow(lastRow, x)) && Enumerable.Range(c, lastColumn - c).All(x => !PartedRight(lastRow + 1, x))) lastRow++;
                for (var y = r; y <= lastRow; y++) for (var x = c; x <= lastColumn; x++) taken[y, x] = true;
                cells.Add(new(r, c, lastRow - r + 1, lastColumn - c + 1, columns[c], rows[r], columns[lastColumn + 1], rows[lastRow + 1], page.IsRecognised));
            }
        return cells.Count > 1 ? new(page, columns, rows, cells) : null;
    }

    static double Second(IEnumerable<double> ends) => ends.Order().Take(2).Last();

    /// <summary>Where lines lie, those beside each other as one, at the middle of the longest.</summary>
    static List<double> Cluster(List<Ruling> lines)
    {
        var found = new List<double>();
        var (end, longest) = (double.MinValue, 0.0);
        foreach (var line in lines.OrderBy(l => l.At))
        {
            if (line.At - end > Near) { found.Add(line.At); longest = line.Length; }
            else if (line.Length > longest) { found[^1] = line.At; longest = line.Length; }
            end = line.At;
        }
        return found;
    }

    /// <summary>A line runs over so much of the stretch.</summary>
    static bool IsDrawn(List<Ruling> lines, double at, double from, double to, double most)
    {
        var covered = 0.0;
        foreach (var line in lines)
            if (Math.Abs(line.At - at) <= Near) covered += Math.Max(0, Math.Min(line.To, to) - Math.Max(line.From, from));
        return covered > most * (to - from);
    }

    void Fill()
    {
        var at = new GridBox[Rows.Count - 1, Columns.Count - 1];
        foreach (var cell in Cells)
            for (var r = cell.Row; r < cell.Row + cell.Rows; r++)
                for (var c = cell.Column; c < cell.Column + cell.Columns; c++) at[r, c] = cell;
        var outside = new List<PageWord>();
        foreach (var word in Page.Words)
        {
            var (row, column) = (Between(Rows, word.MiddleY), Between(Columns, word.MiddleX));
            if (row < 0 || column < 0) outside.Add(word);
            else at[row, column].Words.Add(word);
        }
        Page.Words.Clear();
        Page.Words.AddRange(outside);
    }

    /// <summary>Between which two of the lines it lies; -1 outside.</summary>
    static int Between(List<double> lines, double at)
    {
        var found = lines.BinarySearch(at);
        var index = found >= 0 ? found : ~found - 1;
        return index == lines.Count - 1 ? found >= 0 ? index - 1 : -1 : index;
    }
}
