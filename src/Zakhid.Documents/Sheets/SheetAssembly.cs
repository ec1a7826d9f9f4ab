namespace Zakhid.Documents.Sheets;

/// <summary>
/// Turns sheets into the tables of a <see cref="Document"/>, one a sheet: hidden rows and columns and those without a word
/// are left out, empty rows between others are one, merged cells have the spans of what is left.
/// </summary>
static class SheetAssembly
{
    public static IReadOnlyList<Block> Assemble(IEnumerable<DraftSheet> sheets, Findings findings, Budget budget)
    {
        var tables = new List<Block>();
        foreach (var sheet in sheets)
            if (Settle(sheet, tables.Count + 1, findings, budget) is { } table) tables.Add(table);
        return tables;
    }

    static Table? Settle(DraftSheet sheet, int number, Findings findings, Budget budget)
    {
        var cells = Visible(sheet, findings);
        if (cells.Count == 0) return null;
        var columns = cells.Select(c => c.Column).Distinct().Order().ToArray();
        budget.Columns(columns.Length);
        var rows = Rows(sheet, cells);
        budget.Grid(rows.Length, columns.Length);

        var taken = new bool[rows.Length, columns.Length];
        var laid = new List<Cell>[rows.Length];
        foreach (var cell in cells)
        {
            int row = Array.BinarySearch(rows, cell.Row), column = Array.BinarySearch(columns, cell.Column);
            if (taken[row, column]) continue;
            var (down, across) = sheet.Merged.TryGetValue(cell.From, out var merged) ? Spans(rows, columns, row, column, merged, taken) : (1, 1);
            for (var r = row; r < row + down; r++)
                for (var c = column; c < column + across; c++) taken[r, c] = true;
            var place = PlaceOf(sheet, number, row, rows[row], column, columns[column]);
            (laid[row] ??= []).Add(new(place, column, across, down, [new(place, cell.Text) { Bold = cell.Look.Bold, Alignment = cell.Look.Alignment }]));
        }
        return new(new(Table: number, Sheet: new(sheet.Name)), columns.Length, [.. rows.Select((_, r) => RowOf(sheet, number, r, rows, columns, laid[r] ?? [], taken))])
        {
            Tallest = laid.Where(l => l is not null).SelectMany(l => l).Max(c => c.RowSpan),
        };
    }

    readonly record struct VisibleCell(int Row, int Column, (int Row, int Column) From, string Text, CellLook Look);

    /// <summary>A merged cell whose first row or column is hidden is printed in what is left of it.</summary>
    static List<VisibleCell> Visible(DraftSheet sheet, Findings findings)
    {
        var visible = new List<VisibleCell>();
        foreach (var cell in sheet.Cells())
        {
            var from = (cell.Row, cell.Column);
            var merged = sheet.Merged.TryGetValue(from, out var found) ? found : new(cell.Row, cell.Column, cell.Row, cell.Column);
            int row = sheet.HiddenRows.NextOutside(cell.Row), column = sheet.HiddenColumns.NextOutside(cell.Column);
            if (row <= merged.Bottom && column <= merged.Right) visible.Add(new(row, column, from, cell.Text, cell.Look));
            else findings.HiddenCells(cell.Text);
        }
        if (visible.Zip(visible.Skip(1)).Any(p => (p.First.Row, p.First.Column).CompareTo((p.Second.Row, p.Second.Column)) > 0)) visible = [.. visible.OrderBy(c => c.Row).ThenBy(c => c.Column)];
        return visible;
    }

    /// <summary>Rows that print something, and one for every gap between them that is seen and no merged cell fills.</summary>
    static int[] Rows(DraftSheet sheet, List<VisibleCell> cells)
    {
        var rows = new List<int>();
        var filled = -1;
        foreach (var cell in cells)
        {
            if (rows.Count == 0 || cell.Row > rows[^1])
            {
                if (rows.Count > 0 && sheet.HiddenRows.NextOutside(Math.Max(rows[^1], filled) + 1) is var gap && gap < cell.Row) rows.Add(gap);
                rows.Add(cell.Row);
            }
            if (sheet.Merged.TryGetValue(cell.From, out var merged)) filled = Math.Max(filled, merged.Bottom);
        }
        return [.. rows];
    }

    /// <summary>How many of the printed rows and columns a merged cell takes; what already belongs to another is not taken twice.</summary>
    static (int Down, int Across) Spans(int[] rows, int[] columns, int row, int column, MergedCells merged, bool[,] taken)
    {
        var across = 1;
        while (column + across < columns.Length && columns[column + across] <= merged.Right && !taken[row, column + across]) across++;
        var down = 1;
        while (row + down < rows.Length && rows[row + down] <= merged.Bottom && !taken[row + down, column]) down++;
        return (down, across);
    }

    static Row RowOf(DraftSheet sheet, int number, int row, int[] rows, int[] columns, List<Cell> cells, bool[,] taken)
    {
        var all = new List<Cell>(columns.Length);
        var next = 0;
        for (var column = 0; column < columns.Length; column++)
        {
            if (next < cells.Count && cells[next].Column == column) all.Add(cells[next++]);
            else if (!taken[row, column]) all.Add(new(PlaceOf(sheet, number, row, rows[row], column, columns[column]), column, 1, 1, []));
        }
        return new(new(Table: number, Row: row + 1, Sheet: new(sheet.Name, rows[row] + 1)), all);
    }

    static Place PlaceOf(DraftSheet sheet, int number, int row, int sheetRow, int column, int sheetColumn) =>
        new(Table: number, Row: row + 1, Cell: column + 1, Sheet: new(sheet.Name, sheetRow + 1, sheetColumn + 1));
}
