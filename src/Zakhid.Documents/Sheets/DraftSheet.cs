namespace Zakhid.Documents.Sheets;

/// <summary>What a cell of a sheet prints, and how. Rows and columns count from zero, as the file has them.</summary>
readonly record struct PrintedCell(int Row, int Column, string Text, CellLook Look);

/// <summary>How a cell is set, as far as it helps to tell titles from headings.</summary>
sealed record CellLook(bool Bold = false, Alignment Alignment = Alignment.Start, bool White = false)
{
    public static CellLook Plain { get; } = new();
}

/// <summary>Cells that are one: the printed one is the upper left.</summary>
readonly record struct MergedCells(int Top, int Left, int Bottom, int Right);

/// <summary>One sheet while it is read: cells that print something, what is merged, what is hidden.</summary>
sealed class DraftSheet(string name)
{
    readonly List<PrintedCell> _cells = [];
    bool _unordered;

    public string Name { get; } = name;
    public Dictionary<(int Row, int Column), MergedCells> Merged { get; } = [];
    public Stretches HiddenRows { get; } = new();
    public Stretches HiddenColumns { get; } = new();
    public bool IsEmpty => _cells.Count == 0;

    public void Add(PrintedCell cell)
    {
        _unordered |= _cells.Count > 0 && (_cells[^1].Row, _cells[^1].Column).CompareTo((cell.Row, cell.Column)) >= 0;
        _cells.Add(cell);
    }

    public void Merge(int top, int left, int bottom, int right)
    {
        if (bottom >= top && right >= left && (bottom > top || right > left)) Merged.TryAdd((top, left), new(top, left, bottom, right));
    }

    /// <summary>In reading order; where a file gives a cell twice, as it was given last.</summary>
    public IReadOnlyList<PrintedCell> Cells()
    {
        if (!_unordered) return _cells;
        var last = new Dictionary<(int, int), PrintedCell>(_cells.Count);
        foreach (var cell in _cells) last[(cell.Row, cell.Column)] = cell;
        return [.. last.Values.OrderBy(c => c.Row).ThenBy(c => c.Column)];
    }
}
