using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>
/// A table typed with blanks: the headings of its columns stand in one line, far apart, and what stands under a heading
/// is its column. A row begins where the first column says something; lines that leave it empty go on.
/// </summary>
static class FixedWidth
{
    public static (Table Table, int After)? At(IReadOnlyList<Block> blocks, int start, int number, ref int looked)
    {
        if (TextOf(blocks, start) is not { } head || Columns(head) is not { } columns) return null;
        var rows = new List<List<string>>();
        var blanks = 0;
        var i = start;
        for (; i < blocks.Count; i++)
        {
            if (blocks[i] is not Paragraph paragraph || paragraph.Text.Contains('\t')) break;
            if (paragraph.IsBlank) { if (++blanks > 2) break; continue; }
            var cells = Cut(paragraph.Text, columns);
            if (cells is null || rows.Count > 0 && blanks > 0 && IsOutside(paragraph.Text, columns)) break;
            if (rows.Count == 0 || cells[0].Length > 0 && !(rows.Count == 1 && Headings.RoleOf(rows[0][0] + " " + cells[0]) == Headings.RoleOf(rows[0][0])) || blanks > 0 && IsWhole(cells)) rows.Add(cells);
            else for (var c = 0; c < cells.Count; c++) if (cells[c].Length > 0) rows[^1][c] = rows[^1][c].Length == 0 ? cells[c] : rows[^1][c] + "\n" + cells[c];
            blanks = 0;
        }
        looked += i - start;
        if (rows.Count < 2 || rows.Skip(1).Count(IsWhole) * 2 < rows.Count - 1) return null;
        var laid = rows.Select((row, r) => new Row(new(Table: number, Row: r + 1), [.. row.Select((text, c) => new Place(Table: number, Row: r + 1, Cell: c + 1) is var at ? new Cell(at, c, 1, 1, [.. text.Split('\n').Select(t => new Paragraph(at, t))]) : null!)], r == 0)).ToList();
        return (new(new(Table: number), columns.Count, laid), i);
    }

    static string? TextOf(IReadOnlyList<Block> blocks, int at) => blocks[at] is Paragraph { IsBlank: false } p && !p.Text.Contains('\t') && !p.Text.Contains('|') ? p.Text : null;

    static bool IsWhole(List<string> cells) => cells.Count(c => c.Length > 0) * 2 > cells.Count;

    /// <summary>Where the columns begin, when a line holds at least three headings of different kinds, one of them of measures.</summary>
    static List<int>? Columns(string head)
    {
        var starts = new List<int>();
        var roles = new List<ColumnRole>();
        for (var at = 0; at < head.Length;)
        {
            while (at < head.Length && head[at] == ' ') at++;
            if (at >= head.Length) break;
            var end = head.IndexOf("  ", at, StringComparison.Ordinal);
            if (end < 0) end = head.Length;
            starts.Add(at);
            roles.Add(Headings.RoleOf(Printed.Mend(head[at..end])));
            at = end;
        }
        return starts.Count >= 3 && roles.Count(r => r != ColumnRole.Unknown) >= starts.Count - 1 && roles.Where(r => r != ColumnRole.Unknown).Distinct().Count() >= 3 && roles.Exists(r => r is ColumnRole.Measure or ColumnRole.Task) ? starts : null;
    }

    /// <summary>A line cut at the columns; null where a word runs over the beginning of one.</summary>
    static List<string>? Cut(string text, List<int> starts)
    {
        var cells = new List<string>(starts.Count);
        for (var c = 0; c < starts.Count; c++)
        {
            var from = c == 0 ? 0 : starts[c];
            var to = c + 1 < starts.Count ? starts[c + 1] : int.MaxValue;
            if (from > 0 && from < text.Length && text[from] != ' ' && text[from - 1] != ' ') return null;
            cells.Add(from >= text.Length ? "" : Folding.Collapse(text[from..Math.Min(to, text.Length)]));
        }
        return cells;
    }

    /// <summary>A line behind an empty one that begins left of the second column and reaches over it: no row.</summary>
    static bool IsOutside(string text, List<int> starts) => text.TrimStart().IndexOf("  ", StringComparison.Ordinal) is var gap && (gap < 0 || gap > starts[1] + 4) && text.Length - text.TrimStart().Length < starts[1] && Shapes.NumberStart(text.Trim()) is null;
}
