using System.Globalization;

namespace Zakhid.Documents;

/// <summary>
/// Turns drafts into the blocks of a <see cref="Document"/>: joins vertically merged cells, dissolves tables that only
/// lay out the page, numbers everything in reading order.
/// </summary>
static class Assembly
{
    /// <summary>Place of a paragraph that has not been numbered yet.</summary>
    public static readonly Place Nowhere = new();

    public static IReadOnlyList<Block> Assemble(IEnumerable<DraftBlock> drafts, Budget budget)
    {
        var blocks = new List<Block>();
        int paragraphs = 0, tables = 0;
        foreach (var draft in drafts.SelectMany(Dissolve))
        {
            if (draft is DraftParagraph p) blocks.Add(p.Paragraph with { Place = p.Paragraph.Place with { Paragraph = ++paragraphs } });
            else if (draft is DraftTable t && Settle(t, tables + 1, budget) is { } table) { blocks.Add(table); tables++; }
        }
        return blocks;
    }

    /// <summary>The blocks of a note, its number as the label of the first paragraph.</summary>
    public static IEnumerable<DraftBlock> Labelled(List<DraftBlock> note, int number) => note.Select((block, i) =>
        i == 0 && block is DraftParagraph p ? new DraftParagraph(p.Paragraph with { ListLabel = number.ToString(CultureInfo.InvariantCulture) }) : block);

    /// <summary>A table that holds a larger table is a frame of the page: what it holds stands for itself.</summary>
    static IEnumerable<DraftBlock> Dissolve(DraftBlock block)
    {
        if (block is not DraftTable table || !HoldsLarger(table)) return [block];
        return table.Rows.SelectMany(r => r.Cells).Where(c => !c.Continues).SelectMany(c => c.Blocks).SelectMany(Dissolve);
    }

    static bool HoldsLarger(DraftTable table)
    {
        var cells = Cells(table);
        foreach (var row in table.Rows)
            foreach (var cell in row.Cells)
                foreach (var block in cell.Blocks)
                    if (block is DraftTable inner && Cells(inner) > Math.Max(cells, 3)) return true;
        return false;

        static int Cells(DraftTable table) => table.Rows.Sum(r => r.Cells.Count);
    }

    static Table? Settle(DraftTable draft, int number, Budget budget)
    {
        MergeDown(draft);
        var columns = draft.Rows.SelectMany(r => r.Cells).Select(c => c.Column + c.ColumnSpan).DefaultIfEmpty().Max();
        if (columns == 0) return null;
        budget.Grid(draft.Rows.Count, columns);

        var rows = new List<Row>(draft.Rows.Count);
        foreach (var row in draft.Rows)
        {
            var rowNumber = rows.Count + 1;
            var cells = new List<Cell>(row.Cells.Count);
            foreach (var cell in row.Cells)
            {
                if (cell.Continues) continue;
                var place = cell.Place with { Table = number, Row = rowNumber, Cell = cell.Column + 1 };
                cells.Add(new(place, cell.Column, cell.ColumnSpan, cell.RowSpan, [.. cell.Paragraphs.Select(p => p with { Place = place })]));
            }
            rows.Add(new(new(Page: row.Page, Table: number, Row: rowNumber), cells, row.IsHeader) { IsJoined = row.IsJoined });
        }
        return new(new(Page: rows.FirstOrDefault()?.Place.Page, Table: number), columns, rows) { Tallest = rows.Max(r => r.Cells.Select(c => c.RowSpan).DefaultIfEmpty(1).Max()) };
    }

    /// <summary>
    /// Gives the upper cell its row span. A lower part without an upper one stands for itself. Text in a lower part is
    /// not printed and is left out.
    /// </summary>
    static void MergeDown(DraftTable table)
    {
        var open = new Dictionary<int, DraftCell>();
        foreach (var row in table.Rows)
        {
            var above = open;
            open = [];
            foreach (var cell in row.Cells)
            {
                if (cell.Continues && above.TryGetValue(cell.Column, out var upper)) { upper.RowSpan++; open[cell.Column] = upper; }
                else { cell.Continues = false; open[cell.Column] = cell; }
            }
        }
    }
}
