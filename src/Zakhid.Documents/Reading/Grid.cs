using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>One position of a grid: what covers it, mended. A merged cell is the same object at each position.</summary>
sealed class GridCell(string lines, Place place, int column, int columnSpan, int rowSpan, int row)
{
    /// <summary>Mended, line breaks kept.</summary>
    public string Lines { get; } = lines;
    public string Text { get; } = lines.Contains('\n') ? Printed.Mend(lines) : lines;
    public Place Place { get; } = place;
    public int Column { get; } = column;
    public int ColumnSpan { get; } = columnSpan;
    public int RowSpan { get; } = rowSpan;
    public int Row { get; } = row;
    public bool IsBlank => Text.Length == 0;
    /// <summary>Nothing, or a dash that stands for nothing.</summary>
    public bool SaysNothing => Text.AsSpan().Trim("-–—_. ").Length == 0;
    public string Folded => field ??= Folding.Fold(Text);
    public IReadOnlyList<Token> Tokens => field ??= Token.Cut(Text);
    public bool Bold { get; init; }
}

/// <summary>A table with every position filled, so that a recogniser may ask for row and column.</summary>
sealed class Grid
{
    readonly GridCell[][] _cells;

    Grid(GridCell[][] cells, Place place, int columns, bool[] headers) => (_cells, Place, Columns, MarkedHeaders) = (cells, place, columns, headers);

    public Place Place { get; }
    public int Columns { get; }
    public int Rows => _cells.Length;
    /// <summary>Rows that the file itself marks as repeated on each page.</summary>
    public bool[] MarkedHeaders { get; }

    /// <summary>Rows that the end of a page tore and the reader of the file has joined.</summary>
    public IReadOnlyList<bool> Joined { get; private init; } = [];

    public GridCell this[int row, int column] => _cells[row][column];

    /// <summary>The cells of a row from left to right, a merged one once.</summary>
    public IEnumerable<GridCell> Distinct(int row)
    {
        GridCell? before = null;
        foreach (var cell in _cells[row])
        {
            if (cell != before) yield return cell;
            before = cell;
        }
    }

    public static Grid Of(Table table)
    {
        var cells = new GridCell[table.Rows.Count][];
        for (var r = 0; r < cells.Length; r++) cells[r] = new GridCell[table.Columns];
        for (var r = 0; r < cells.Length; r++)
            foreach (var cell in table.Rows[r].Cells)
            {
                var filled = new GridCell(Printed.MendLines(cell.Text), cell.Place, cell.Column, cell.ColumnSpan, cell.RowSpan, r) { Bold = cell.Paragraphs.Any(p => !p.IsBlank) && cell.Paragraphs.All(p => p.IsBlank || p.Bold) };
                for (var down = r; down < Math.Min(cells.Length, r + cell.RowSpan); down++)
                    for (var across = cell.Column; across < Math.Min(table.Columns, cell.Column + cell.ColumnSpan); across++) cells[down][across] = filled;
            }
        for (var r = 0; r < cells.Length; r++)
            for (var c = 0; c < table.Columns; c++)
                cells[r][c] ??= new("", table.Place.Sheet is null ? new(Page: table.Place.Page, Table: table.Place.Table, Row: r + 1, Cell: c + 1) : table.Rows[r].Place with { Cell = c + 1 }, c, 1, 1, r);
        return WithoutEmptyColumns(new(cells, table.Place, table.Columns, [.. table.Rows.Select(r => r.IsHeader)]) { Joined = [.. table.Rows.Select(r => r.IsJoined)] });
    }

    /// <summary>Columns in which no cell of their own says anything are left out: they come from ragged rows.</summary>
    static Grid WithoutEmptyColumns(Grid grid)
    {
        var kept = new List<int>();
        for (var c = 0; c < grid.Columns; c++)
            for (var r = 0; r < grid.Rows; r++)
                if (!grid[r, c].IsBlank && (grid[r, c].Column == c || c == 0)) { kept.Add(c); break; }
        if (kept.Count == grid.Columns || kept.Count == 0) return grid;
        // A cell knows its column: what is left is counted anew.
        var moved = new Dictionary<GridCell, GridCell>(ReferenceEqualityComparer.Instance);
        GridCell Moved(GridCell cell)
        {
            if (moved.TryGetValue(cell, out var known)) return known;
            var first = kept.FindIndex(c => c >= cell.Column);
            var across = kept.Count(c => c >= cell.Column && c < cell.Column + cell.ColumnSpan);
            return moved[cell] = new(cell.Lines, cell.Place, Math.Max(0, first), Math.Max(1, across), cell.RowSpan, cell.Row) { Bold = cell.Bold };
        }
        return new([.. grid._cells.Select(row => kept.Select(c => Moved(row[c])).ToArray())], grid.Place, kept.Count, grid.MarkedHeaders) { Joined = grid.Joined };
    }

    public bool IsRowBlank(int row) => _cells[row].All(c => c.IsBlank);

    /// <summary>
    /// A table that only lays out requisites, a title or a signature: few cells, none of them the heading of a plan's
    /// column.
    /// </summary>
    public bool IsLayout => Columns == 1 || ((Rows <= 3 || Rows * Columns <= 8) && Header is null);

    bool _sought;

    /// <summary>The heading of a plan's columns, or null.</summary>
    public HeaderRow? Header
    {
        get
        {
            if (!_sought) (field, _sought) = (HeaderRow.Find(this), true);
            return field;
        }
    }

    /// <summary>How many columns look like numbers, terms or bodies by their cells, where rows stand without a heading.</summary>
    public int Shapes => Columns < 3 || (Rows < 2 && NumberLabelAt(0) is null) ? 0 : Enumerable.Range(0, Columns).Select(c => HeaderRow.Shape(this, 0, c)).Where(s => s != ColumnRole.Unknown).Distinct().Count();

    string? NumberLabelAt(int row) => Reading.Shapes.NumberLabel(_cells[row][0].Text.TrimStart('«', '"'));

    public IEnumerable<Line> AsLines(int blanks)
    {
        for (var r = 0; r < Rows; r++)
        {
            var cells = Distinct(r).Where(c => !c.IsBlank && c.Row == r).ToList();
            if (cells.Count == 0) { blanks++; continue; }
            // Cells beside each other that both hold several lines are columns of text: they are read one after the other.
            var groups = cells.Count > 1 && cells.Any(c => c.Lines.Contains('\n')) ? cells.Select(c => new List<GridCell> { c }) : [cells];
            foreach (var group in groups)
            {
                var soft = false;
                foreach (var raw in string.Join('\t', group.Select(c => c.Lines)).Split('\n'))
                {
                    yield return new(raw, Printed.Mend(raw), group[0].Place) { Blanks = blanks, Soft = soft, FromTable = true, Bold = group.TrueForAll(c => c.Bold) };
                    soft = true;
                    blanks = 0;
                }
            }
        }
    }
}
