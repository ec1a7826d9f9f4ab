using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>
/// A sheet is one grid in which a stamp, a title, the table and a signature stand under each other. Gives the same sheet as
/// lines and tables: a table begins with the headings of its columns and ends where rows no longer fill them.
/// </summary>
static class SheetTables
{
    public static Document Rebuild(Document document)
    {
        if (!document.Tables.Any(t => t.Place.Sheet is not null)) return document;
        var blocks = new List<Block>();
        foreach (var block in document.Blocks)
        {
            var first = blocks.Count;
            if (block is not Table { Place.Sheet: not null } table) { blocks.Add(block); continue; }
            Cut(table, Grid.Of(table), blocks);
            if (first > 0 && first < blocks.Count && blocks[first] is Paragraph paragraph) blocks[first] = paragraph with { PageBreakBefore = true };
        }
        return document with { Blocks = blocks };
    }

    static void Cut(Table sheet, Grid grid, List<Block> into)
    {
        var at = 0;
        while (NextHeading(grid, at) is { } heading)
        {
            AddLines(sheet, at, heading.First, into);
            var end = grid.Rows;
            for (var from = heading.After; NextHeading(grid, from) is { } next; from = next.After)
            {
                if (GoesOn(grid, heading, next, from)) continue;
                end = next.First;
                break;
            }
            var last = Foot(grid, heading, end);
            into.Add(Part(sheet, heading.First, last));
            at = last;
        }
        if (Bare(sheet, grid, at) is not var (first, after)) { AddLines(sheet, at, grid.Rows, into); return; }
        AddLines(sheet, at, first, into);
        into.Add(Part(sheet, first, after));
        AddLines(sheet, after, grid.Rows, into);
    }

    static HeaderRow? NextHeading(Grid grid, int from)
    {
        for (var row = from; row < grid.Rows; row++)
            if (HeaderRow.Roles(grid, row) is >= 2) return HeaderRow.Find(grid, row);
        return null;
    }

    /// <summary>The same headings once more («on each page»), and nothing between that titles another table.</summary>
    /// <param name="from">What stands before was looked through already.</param>
    static bool GoesOn(Grid grid, HeaderRow heading, HeaderRow next, int from)
    {
        var same = heading.Columns.Zip(next.Columns).Count(p => p.First.Heading.Length > 0 && string.Equals(Folding.Key(p.First.Heading), Folding.Key(p.Second.Heading), StringComparison.Ordinal));
        if (same * 2 < heading.Columns.Count(c => c.Heading.Length > 0)) return false;
        return !Enumerable.Range(from, next.First - from).Where(row => OwnCells(grid, row) is [_]).Any(row => LineOf(grid, row) is { } line && (Titles.IsApprovalMark(line) || Titles.IsTitle(line)));
    }

    /// <summary>The row behind the last of the table: rows at its end that fill no columns, behind a gap or by what they say, are none of it.</summary>
    static int Foot(Grid grid, HeaderRow heading, int end)
    {
        var row = end;
        while (row > heading.After && !IsBody(grid, heading, row - 1, end)) row--;
        for (; row < end; row++)
            if (grid.IsRowBlank(row) || IsForeign(grid, row, end)) return row;
        return end;
    }

    static bool IsBody(Grid grid, HeaderRow heading, int row, int end)
    {
        var cells = OwnCells(grid, row);
        if (cells.Count == 0) return grid.Distinct(row).Any(c => c.Row < row && !c.IsBlank);
        if (grid.Distinct(row).Any(c => c.Row < row && !c.IsBlank)) return true;
        var number = heading.Columns.FirstOrDefault(c => c.Role == ColumnRole.Number);
        if (number is not null && Shapes.NumberLabel(grid[row, number.Index].Text) is not null) return true;
        if (Shapes.IsTotal(cells[0].Text)) return true;
        if (IsForeign(grid, row, end)) return false;
        var measure = heading.Columns.FirstOrDefault(c => c.Role == ColumnRole.Measure);
        return cells.Count >= 3 || cells.Count == 2 && measure is not null && !grid[row, measure.Index].IsBlank;
    }

    /// <summary>A signature, a note, a stamp or another title under the table.</summary>
    static bool IsForeign(Grid grid, int row, int end)
    {
        if (LineOf(grid, row) is not { } line) return false;
        if (Shapes.IsNote(line.Text) || Titles.IsApprovalMark(line)) return true;
        var lines = new List<Line>();
        for (var r = row; r < Math.Min(end, row + 5); r++) if (LineOf(grid, r) is { } next) lines.Add(next);
        return Signature.Find(lines, 0) is { First: 0 };
    }

    static List<GridCell> OwnCells(Grid grid, int row) => [.. grid.Distinct(row).Where(c => !c.IsBlank && c.Row == row)];

    static Line? LineOf(Grid grid, int row)
    {
        var cells = OwnCells(grid, row);
        if (cells.Count == 0) return null;
        var raw = string.Join('\t', cells.Select(c => c.Text));
        return new(raw, Printed.Mend(raw), cells[0].Place) { FromTable = true, Bold = cells.TrueForAll(c => c.Bold) };
    }

    /// <summary>A table without headings: rows that fill three columns and more, of which two look like numbers, terms or bodies.</summary>
    static (int First, int After)? Bare(Table sheet, Grid grid, int from)
    {
        var full = Enumerable.Range(from, grid.Rows - from).Where(row => OwnCells(grid, row).Count >= 3).ToList();
        if (full.Count < 2 || Grid.Of(Part(sheet, full[0], full[^1] + 1)).Shapes < 2) return null;
        return (full[0], full[^1] + 1);
    }

    /// <summary>The rows as lines: cells beside each other are parted by tabs; where one holds several lines they are read one after the other.</summary>
    static void AddLines(Table sheet, int from, int to, List<Block> into)
    {
        for (var row = from; row < to; row++)
        {
            var cells = Said(sheet.Rows[row]);
            if (cells.Count == 0) { into.Add(new Paragraph(sheet.Rows[row].Place, "")); continue; }
            if (cells.Count > 1 && cells.Exists(Stamps)) { row = AddBeside(sheet, row, to, cells, into); continue; }
            if (cells.Count == 1 || cells.Exists(c => c.Text.Contains('\n')) && !ActCard.IsLabel(cells[0].Text)) into.AddRange(cells.Select(c => ParagraphOf(sheet, c)));
            else into.Add(ParagraphOf(sheet, cells[ActCard.IsLabel(cells[0].Text) ? 1 : 0]) with { Text = string.Join('\t', cells.Select(c => cells.Count > 1 && ActCard.IsLabel(cells[0].Text) ? c.Collapsed : c.Text)), Bold = cells.TrueForAll(c => c.Paragraphs[0].Bold), Alignment = Alignment.Start });
        }
    }

    /// <summary>
    /// «ПОГОДЖЕНО | ЗАТВЕРДЖУЮ» beside each other, or a letterhead beside a stamp: the column under each is read down to the
    /// next empty row, or to a title or a cell that reaches over several of them.
    /// </summary>
    static int AddBeside(Table sheet, int row, int to, List<Cell> heads, List<Block> into)
    {
        var last = row;
        while (last + 1 < to && Said(sheet.Rows[last + 1]) is { Count: > 0 } below && below.TrueForAll(c => IsUnder(heads, c))) last++;
        foreach (var (head, next) in heads.Zip(heads.Skip(1).Select(h => h.Column).Append(int.MaxValue)))
            for (var r = row; r <= last; r++)
                foreach (var cell in Said(sheet.Rows[r]).Where(c => c.Column >= head.Column && c.Column < next)) into.Add(ParagraphOf(sheet, cell));
        return last;
    }

    static bool IsUnder(List<Cell> heads, Cell cell) =>
        heads.Exists(h => h.Column <= cell.Column) && !heads.Exists(h => h.Column > cell.Column && h.Column < cell.Column + cell.ColumnSpan) && !Titles.IsPlanTitle(cell.Collapsed);

    static bool Stamps(Cell cell) => cell.Collapsed is { Length: > 0 } text && Titles.IsApprovalMark(new(text, Printed.Mend(text), cell.Place));

    static List<Cell> Said(Row row) => [.. row.Cells.Where(c => c.Paragraphs.Any(p => !p.IsBlank))];

    static Paragraph ParagraphOf(Table sheet, Cell cell)
    {
        var first = cell.Paragraphs[0];
        return new(cell.Place, cell.Text) { Bold = cell.Paragraphs.All(p => p.Bold), Alignment = first.Alignment == Alignment.Center && cell.ColumnSpan * 2 < sheet.Columns && cell.Column * 2 > sheet.Columns ? Alignment.Start : first.Alignment };
    }

    /// <summary>Rows of the sheet as a table of their own, without the columns that they leave empty.</summary>
    static Table Part(Table sheet, int from, int to)
    {
        var kept = sheet.Rows.Skip(from).Take(to - from).SelectMany(Said).Select(c => c.Column).Distinct().Order().ToArray();
        int At(int column) => Array.BinarySearch(kept, column) is var found && found < 0 ? ~found : found;
        var rows = new List<Row>(to - from);
        for (var r = from; r < to; r++)
            rows.Add(sheet.Rows[r] with
            {
                Cells = [.. sheet.Rows[r].Cells.Where(c => Array.BinarySearch(kept, c.Column) >= 0).Select(c => c with
                {
                    Column = At(c.Column),
                    ColumnSpan = Math.Max(1, At(c.Column + c.ColumnSpan) - At(c.Column)),
                    RowSpan = Math.Min(c.RowSpan, to - r),
                })],
            });
        return sheet with { Columns = kept.Length, Rows = rows, Tallest = Math.Min(sheet.Tallest, to - from) };
    }
}
