namespace Zakhid.Documents.Tests.Pdf;

/// <summary>
/// Typesets a paper: lines broken where they are full, rows torn by the end of a page, headings repeated on the next one,
/// the number of the page on top.
/// </summary>
sealed class PdfPaper
{
    const double Left = 57, Top = 64, Foot = 50, Size = 12, Pitch = 14.4, CellSize = 10, CellPitch = 12, Pad = 4;

    readonly PdfFile _file = new();
    readonly double _width, _height;
    readonly bool _spaced;
    double _y;

    PdfPaper(bool wide, bool spaced) => (_width, _height, _spaced) = wide ? (842, 595, spaced) : (595, 842, spaced);

    double Right => _width - 42;
    double Bottom => _height - Foot;

    /// <param name="document">What is printed.</param>
    /// <param name="spaced">Paragraphs of a cell, and lines broken by hand, stand a little apart.</param>
    public static byte[] Of(Document document, bool spaced)
    {
        var paper = new PdfPaper(document.Tables.Any(t => t.Columns > 5), spaced);
        paper.StartPage();
        foreach (var block in document.Blocks)
        {
            if (block is Paragraph paragraph) paper.Set(paragraph);
            else if (block is Table table) paper.Set(table);
        }
        return paper._file.Bytes();
    }

    void StartPage()
    {
        _file.Page(_width, _height);
        if (_file.Pages > 1) _file.Text($"{_file.Pages}", _width / 2, 40, 10);
        _y = Top;
    }

    void Set(Paragraph paragraph)
    {
        if (paragraph.PageBreakBefore) StartPage();
        _y += paragraph.IsBlank ? Pitch : 5;
        var text = paragraph.ListLabel is null ? paragraph.Text : $"{paragraph.ListLabel} {paragraph.Text}";
        foreach (var piece in text.Split('\n'))
        {
            if (_spaced && piece.Length < text.Length) _y += 4;
            var parts = piece.Split('\t', 2);
            foreach (var line in Lines(parts[0], Right - Left, Size))
            {
                if (_y + Pitch > Bottom) StartPage();
                var x = paragraph.Alignment switch { Alignment.Center => (Left + Right - PdfFile.Width(line, Size)) / 2, Alignment.End => Right - PdfFile.Width(line, Size), _ => Left };
                _file.Text(line, x, _y + Size, Size, paragraph.Bold);
                _y += Pitch;
            }
            if (parts.Length > 1) Behind(parts[1].Trim(), Lines(parts[0], Right - Left, Size)[^1], paragraph.Bold);
        }
    }

    void Print(string line, double x, double y, double size, bool bold) { if (line.Length > 0) _file.Text(line, x, y, size, bold); }

    /// <summary>What stands behind a tab: at the right margin, on the next line where this one is full.</summary>
    void Behind(string text, string before, bool bold)
    {
        if (PdfFile.Width(before + "    " + text, Size) > Right - Left) _y += Pitch;
        _file.Text(text, Right - PdfFile.Width(text, Size), _y - Pitch + Size, Size, bold);
    }

    static List<string> Lines(string text, double width, double size)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (lines.Count > 0 && PdfFile.Width(lines[^1] + " " + word, size) <= width) lines[^1] += " " + word;
            else lines.Add(word);
        return lines;
    }

    sealed class Laid(Cell cell, List<string> lines, bool bold, double left, double right)
    {
        public Cell Cell { get; } = cell;
        public List<string> Lines { get; } = lines;
        public bool Bold { get; } = bold;
        public double Left { get; } = left;
        public double Right { get; } = right;
        public int Next { get; set; }
        public double Cursor { get; set; }
        /// <summary>Down to where its lines reach.</summary>
        public double Reach => Cursor + (Lines.Count - Next) * CellPitch + Pad;
    }

    void Set(Table table)
    {
        var edges = Edges(table);
        var open = new List<(Laid Cell, int LastRow)>();
        _y += 6;
        var heading = table.Rows.TakeWhile(r => r.IsHeader && r.Cells.All(c => c.RowSpan == 1)).Count();
        for (var r = 0; r < table.Rows.Count; r++)
        {
            foreach (var cell in table.Rows[r].Cells) open.Add((Lay(cell, edges, table.Rows[r].IsHeader), r + cell.RowSpan - 1));
            double Height() => Math.Max(CellPitch + 2 * Pad, open.Where(c => c.LastRow == r).Select(c => c.Cell.Reach - _y).DefaultIfEmpty().Max());
            var height = Height();
            while (_y + height > Bottom)
            {
                // Room for two lines: the row is torn; else it begins on the next page.
                var part = Bottom - _y >= 2 * CellPitch + 2 * Pad ? Math.Floor((Bottom - _y - 2 * Pad) / CellPitch) * CellPitch + 2 * Pad : 0;
                if (part > 0) Strip(open.ConvertAll(c => c.Cell), part, ends: c => true);
                else foreach (var (cell, _) in open) if (cell.Next > 0) _file.Line(cell.Left, _y, cell.Right, _y);
                StartPage();
                for (var h = 0; h < heading && r >= heading; h++) RepeatHeading(table, edges, h);
                foreach (var (cell, _) in open) { cell.Cursor = _y + Pad; _file.Line(cell.Left, _y, cell.Right, _y); }
                height = Height();
                if (part > 0 && open.TrueForAll(c => c.LastRow != r || c.Cell.Next == c.Cell.Lines.Count)) { height = 0; break; }
            }
            if (height > 0) Strip(open.ConvertAll(c => c.Cell), height, ends: c => open.Exists(o => o.Cell == c && o.LastRow == r));
            open.RemoveAll(c => c.LastRow == r);
        }
        _y += 6;
    }

    void RepeatHeading(Table table, double[] edges, int row)
    {
        var cells = table.Rows[row].Cells.Select(c => Lay(c, edges, bold: true)).ToList();
        foreach (var cell in cells) cell.Cursor = _y + Pad;
        Strip(cells, cells.Max(c => c.Reach) - _y, ends: c => true);
    }

    Laid Lay(Cell cell, double[] edges, bool bold)
    {
        var (left, right) = (edges[cell.Column], edges[cell.Column + cell.ColumnSpan]);
        var pieces = cell.Paragraphs.Where(p => !p.IsBlank).SelectMany(p => p.Text.Split('\n')).Select(t => Lines(t, right - left - 2 * Pad, CellSize));
        // An empty line parts paragraphs where the paper is spaced.
        var lines = pieces.Aggregate(new List<string>(), (all, piece) => [.. all, .. _spaced && all.Count > 0 ? [""] : Array.Empty<string>(), .. piece]);
        return new(cell, lines, bold || cell.Paragraphs.Any(p => p.Bold), left, right) { Cursor = _y + Pad };
    }

    /// <summary>The cells over a stretch of the page, with as many of their lines as it holds.</summary>
    void Strip(List<Laid> cells, double height, Func<Laid, bool> ends)
    {
        foreach (var cell in cells)
        {
            if (cell.Next == 0 && Math.Abs(cell.Cursor - _y - Pad) < 0.1) _file.Line(cell.Left, _y, cell.Right, _y);
            for (; cell.Next < cell.Lines.Count && cell.Cursor + CellPitch <= _y + height - Pad + 0.1; cell.Cursor += CellPitch) Print(cell.Lines[cell.Next++], cell.Left + Pad, cell.Cursor + CellSize, CellSize, cell.Bold);
            _file.Line(cell.Left, _y, cell.Left, _y + height);
            _file.Line(cell.Right, _y, cell.Right, _y + height);
            if (ends(cell)) _file.Line(cell.Left, _y + height, cell.Right, _y + height);
        }
        _y += height;
    }

    /// <summary>Columns as wide as what they hold asks for, no word broken.</summary>
    double[] Edges(Table table)
    {
        var (least, wish) = (new double[table.Columns], new double[table.Columns]);
        foreach (var cell in table.Rows.SelectMany(r => r.Cells).Where(c => c.ColumnSpan == 1))
        {
            least[cell.Column] = Math.Max(least[cell.Column], cell.Text.Split(' ', '\n').Max(w => PdfFile.Width(w, CellSize)) + 2 * Pad + 1);
            wish[cell.Column] = Math.Max(wish[cell.Column], Math.Sqrt(cell.Text.Length) * 10);
        }
        var spare = Math.Max(0, Right - Left - least.Sum());
        var edges = new double[table.Columns + 1];
        edges[0] = Left;
        for (var c = 0; c < table.Columns; c++) edges[c + 1] = edges[c] + least[c] + spare * wish[c] / Math.Max(1, wish.Sum());
        return edges;
    }
}
