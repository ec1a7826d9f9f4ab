namespace Zakhid.Documents;

/// <summary>
/// Builds the rows of a table whose cells say how far they span («rowspan»): gives each its column and fills the rows
/// below with its lower parts.
/// </summary>
sealed class DraftGrid(Budget budget)
{
    sealed record Open(DraftCell Cell, int Left);

    SortedDictionary<int, Open> _covered = [];
    readonly List<(DraftCell Cell, int Down)> _begun = [];
    DraftRow? _row;
    int _column, _columns;

    public DraftTable Table { get; } = new();

    public void StartRow(bool header = false)
    {
        EndRow();
        _row = new() { IsHeader = header };
        _column = 0;
    }

    /// <param name="across">Columns it spans; at least one.</param>
    /// <param name="down">Rows it spans; zero: to the end of the table.</param>
    /// <param name="from">The column it stands in or after, where the file tells.</param>
    public DraftCell Add(int across = 1, int down = 1, int from = 0)
    {
        if (_row is null) StartRow();
        Cover();
        for (; _column < from; Cover()) _column++;
        budget.Cell();
        var cell = new DraftCell { Column = _column, ColumnSpan = Math.Max(1, across), RowSpan = 1 };
        _column = budget.Columns((long)_column + cell.ColumnSpan);
        _row!.Cells.Add(cell);
        if (down != 1) _begun.Add((cell, down <= 0 ? int.MaxValue : down));
        return cell;
    }

    /// <param name="times">How often the row stands.</param>
    public void EndRow(int times = 1)
    {
        if (_row is null) return;
        Cover();
        // What is covered beyond the last cell of the row is covered all the same.
        foreach (var (column, open) in _covered.Where(c => c.Key >= _column).ToList()) { _column = column; Continue(column, open); }
        foreach (var (cell, down) in _begun) _covered[cell.Column] = new(cell, down);
        _begun.Clear();
        var next = new SortedDictionary<int, Open>();
        foreach (var (column, open) in _covered) if (open.Left > 1) next[column] = open with { Left = open.Left - 1 };
        _covered = next;
        _columns = Math.Max(_columns, _column);
        if (_row.Cells.Count > 0) Table.Rows.Add(_row);
        budget.Grid(Table.Rows.Count, _columns);
        var row = _row;
        _row = null;
        for (; times > 1 && row.Cells.Count > 0; times--) Repeat(row);
    }

    void Repeat(DraftRow row)
    {
        StartRow(row.IsHeader);
        foreach (var cell in row.Cells.Where(c => !c.Continues)) Add(cell.ColumnSpan, 1, cell.Column).Blocks.AddRange(cell.Blocks);
        EndRow();
    }

    void Cover()
    {
        while (_covered.TryGetValue(_column, out var open)) Continue(_column, open);
    }

    void Continue(int column, Open open)
    {
        budget.Cell();
        _row!.Cells.Add(new() { Column = column, ColumnSpan = open.Cell.ColumnSpan, Continues = true });
        _column = column + open.Cell.ColumnSpan;
    }
}
