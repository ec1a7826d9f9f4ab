namespace Zakhid.Documents.Tests.Layouts;

/// <summary>Lays out a document block by block, as a typist would.</summary>
sealed class Paper(string format = "docx")
{
    readonly List<Block> _blocks = [];
    int _paragraphs;
    int _tables;

    public Paper P(string text, Alignment alignment = Alignment.Start, bool bold = false, string? label = null, bool newPage = false)
    {
        _blocks.Add(new Paragraph(new(Paragraph: ++_paragraphs), text) { Alignment = alignment, Bold = bold, ListLabel = label, PageBreakBefore = newPage });
        return this;
    }

    public Paper Title(params string[] lines)
    {
        foreach (var line in lines) P(line, Alignment.Center, bold: true);
        return this;
    }

    public Paper Lines(string text)
    {
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n')) P(line);
        return this;
    }

    /// <summary>Cells of a row: a text, or a text with its spans.</summary>
    public Paper Table(int columns, params Cells[] rows)
    {
        var number = ++_tables;
        var covered = new int[columns];
        var laid = new List<Row>();
        foreach (var row in rows)
        {
            var cells = new List<Cell>();
            var column = 0;
            foreach (var cell in row.Items)
            {
                while (column < columns && covered[column] > 0) column++;
                var place = new Place(Table: number, Row: laid.Count + 1, Cell: column + 1);
                cells.Add(new(place, column, cell.Across, cell.Down, [.. cell.Text.Split('\n').Select(t => new Paragraph(place, t) { Bold = row.Header })]));
                for (var c = column; c < column + cell.Across; c++) covered[c] = cell.Down;
                column += cell.Across;
            }
            for (var c = 0; c < columns; c++) covered[c] = Math.Max(0, covered[c] - 1);
            laid.Add(new(new(Table: number, Row: laid.Count + 1), cells, row.Header));
        }
        _blocks.Add(new Table(new(Table: number), columns, laid));
        return this;
    }

    public Document Document => new() { FileName = "зразок." + format, Format = format, Blocks = _blocks };
}

sealed record CellText(string Text, int Across = 1, int Down = 1)
{
    public static implicit operator CellText(string text) => new(text);
}

sealed record Cells(bool Header, IReadOnlyList<CellText> Items)
{
    public static Cells Row(params CellText[] cells) => new(false, cells);
    public static Cells Head(params CellText[] cells) => new(true, cells);
}
