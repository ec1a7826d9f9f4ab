namespace Zakhid.Documents;

/// <summary>The part of a document around some places: to be shown beside the field that was read there.</summary>
public static class DocumentExcerpt
{
    /// <param name="document">The whole document.</param>
    /// <param name="places">What has to be seen; a place without a table or paragraph is left out.</param>
    /// <param name="around">Paragraphs and rows shown on either side.</param>
    /// <returns>The same blocks with their places; of a table its heading and the rows concerned.</returns>
    public static Document Of(Document document, IReadOnlyCollection<Place> places, int around = 1)
    {
        var paragraphs = places.Where(p => p is { Table: null, Paragraph: not null }).Select(p => p.Paragraph!.Value).ToHashSet();
        var rows = places.Where(p => p.Table is not null).ToLookup(p => p.Table!.Value, p => (p.Row ?? 1) - 1);
        var shown = new HashSet<int>();
        for (var i = 0; i < document.Blocks.Count; i++)
            if (document.Blocks[i] is Paragraph { Place.Paragraph: { } number } && paragraphs.Contains(number))
                for (var near = i - around; near <= i + around; near++) shown.Add(near);

        var blocks = new List<Block>();
        for (var i = 0; i < document.Blocks.Count; i++)
        {
            if (document.Blocks[i] is Table { Place.Table: { } number } table && rows.Contains(number)) blocks.Add(Rows(table, [.. rows[number]], around));
            else if (document.Blocks[i] is Paragraph && shown.Contains(i)) blocks.Add(document.Blocks[i]);
        }
        return document with { Blocks = blocks };
    }

    static Table Rows(Table table, HashSet<int> asked, int around)
    {
        var heading = Math.Max(1, table.Rows.TakeWhile(r => r.IsHeader).Count());
        var shown = Enumerable.Range(0, table.Rows.Count).Where(r => r < heading || asked.Any(a => Math.Abs(a - r) <= around)).ToList();
        var cut = new List<Row>(shown.Count);
        for (var i = 0; i < shown.Count; i++)
        {
            var row = table.Rows[shown[i]];
            var follows = i > 0 && shown[i - 1] == shown[i] - 1;
            // A merged cell that began above what is shown is printed in the first row that it still covers.
            var cells = follows ? row.Cells : Covering(table, shown[i]);
            cut.Add(row with { Cells = [.. cells.Select(c => c with { RowSpan = Left(table, shown, i, c) })] });
        }
        return table with { Rows = cut, Tallest = Math.Min(table.Tallest, cut.Count) };
    }

    static List<Cell> Covering(Table table, int row)
    {
        var cells = new List<Cell>();
        for (var column = 0; column < table.Columns;)
        {
            var cell = table.At(row, column);
            if (cell is not null) cells.Add(cell);
            column = cell is null ? column + 1 : cell.Column + cell.ColumnSpan;
        }
        return cells;
    }

    /// <summary>How many of the rows shown without a break the cell covers from here on.</summary>
    static int Left(Table table, List<int> shown, int from, Cell cell)
    {
        var last = from;
        while (last + 1 < shown.Count && shown[last + 1] == shown[last] + 1 && ReferenceEquals(table.At(shown[last + 1], cell.Column), cell)) last++;
        return last - from + 1;
    }
}
