namespace Zakhid.Documents.Rtf;

/// <summary>
/// A table while its rows come. A row says where its cells end (<c>\cellx</c>, twips); which columns a cell covers is
/// known only when all borders of all rows are.
/// </summary>
sealed class RtfTable
{
    /// <summary>Borders nearer to each other than this (three quarters of a millimetre) are one.</summary>
    const int SameBorder = 42;

    /// <summary>Rows that begin less than this apart (half a centimetre) begin at one border.</summary>
    const int SameLeft = 284;

    sealed record Edge(int Right, bool JoinsLeft, bool JoinsUp);
    sealed record Laid(int Left, List<Edge> Edges, List<List<DraftBlock>> Cells, bool Header);

    readonly List<Laid> _rows = [];
    List<Edge> _edges = [];
    List<List<DraftBlock>> _cells = [];
    int _left;
    bool _header, _joinsLeft, _joinsUp, _fresh;

    /// <summary>Blocks of the cell in hand.</summary>
    public List<DraftBlock> Cell { get; private set; } = [];

    /// <summary><c>\trowd</c>: the definition that follows holds for the rows to come.</summary>
    public void Define() => (_edges, _left, _header, _joinsLeft, _joinsUp, IsRowOpen) = ([], 0, false, false, false, true);

    /// <summary>A row is defined and has not ended: what comes stands in it, even where its paragraphs do not say so.</summary>
    public bool IsRowOpen { get; private set; }

    public void Left(int twips) => _left = twips;
    public void Header() => _header = true;
    public void JoinLeft() => _joinsLeft = true;
    public void JoinUp() => _joinsUp = true;

    public void Border(int twips, Budget budget)
    {
        budget.Columns(_edges.Count + 1);
        var left = _edges.Count > 0 ? _edges[^1].Right : _left;
        _edges.Add(new(Math.Clamp(Math.Max(twips, left + 1), -100_000, 1_000_000), _joinsLeft, _joinsUp));
        (_joinsLeft, _joinsUp) = (false, false);
    }

    public void EndCell(Budget budget)
    {
        budget.Cell();
        budget.Columns(_cells.Count + 1);
        _cells.Add(Cell);
        (Cell, _fresh) = ([], true);
    }

    public void EndRow(Budget budget)
    {
        IsRowOpen = false;
        if (Cell.Count > 0) EndCell(budget);
        if (!_fresh) return;
        _rows.Add(new(_left, _edges, _cells, _header));
        (_cells, _fresh) = ([], false);
    }

    public DraftTable Finish(Budget budget)
    {
        EndRow(budget);
        var left = _rows.Count > 0 ? _rows.Min(r => r.Left) : 0;
        for (var r = 0; r < _rows.Count; r++) if (_rows[r].Left - left < SameLeft) _rows[r] = _rows[r] with { Left = left };
        var table = new DraftTable();
        var borders = Borders();
        budget.Columns(borders.Count);
        budget.Grid(_rows.Count, borders.Count);
        foreach (var laid in _rows) table.Rows.Add(Row(laid, borders));
        return table;
    }

    /// <summary>The left edge and all right edges, each once; those of cells without a definition follow a step apart.</summary>
    List<int> Borders()
    {
        var all = new SortedSet<int>();
        foreach (var row in _rows)
        {
            all.Add(row.Left);
            for (var cell = 0; cell < row.Cells.Count; cell++) all.Add(Right(row, cell));
        }
        var borders = new List<int>();
        foreach (var border in all)
            if (borders.Count == 0 || border - borders[^1] > SameBorder) borders.Add(border);
        return borders;
    }

    static int Right(Laid row, int cell) =>
        cell < row.Edges.Count ? row.Edges[cell].Right : (row.Edges.Count > 0 ? row.Edges[^1].Right : row.Left) + (cell - row.Edges.Count + 1) * 2 * SameBorder;

    static DraftRow Row(Laid laid, List<int> borders)
    {
        var row = new DraftRow { IsHeader = laid.Header };
        var column = Column(laid.Left, borders);
        for (var i = 0; i < laid.Cells.Count; i++)
        {
            var edge = i < laid.Edges.Count ? laid.Edges[i] : null;
            var next = Math.Max(column + 1, Column(Right(laid, i), borders));
            if (edge?.JoinsLeft == true && row.Cells.Count > 0) row.Cells[^1].ColumnSpan += next - column;
            else
            {
                var cell = new DraftCell { Column = column, ColumnSpan = next - column, Continues = edge?.JoinsUp == true };
                cell.Blocks.AddRange(laid.Cells[i]);
                row.Cells.Add(cell);
            }
            column = next;
        }
        return row;
    }

    /// <summary>The number of the border that this one is, from the left.</summary>
    static int Column(int twips, List<int> borders)
    {
        var at = borders.BinarySearch(twips);
        return at >= 0 ? at : Math.Max(0, ~at - 1);
    }
}
