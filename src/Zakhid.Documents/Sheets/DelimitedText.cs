using System.Text;

namespace Zakhid.Documents.Sheets;

/// <summary>
/// A table as lines of cells parted by commas, semicolons or tabs (CSV, cells copied from a spreadsheet): a cell in quotation marks may
/// hold the sign that parts and line breaks, «""» in it is a mark. Which sign parts, the first line tells.
/// </summary>
static class DelimitedText
{
    static readonly char[] Signs = ['\t', ';', ','];

    /// <param name="text">The lines.</param>
    /// <param name="file">Named where it is refused.</param>
    /// <param name="fewest">How many cells the widest line must have to be a table.</param>
    /// <returns>Null where no line has as many cells.</returns>
    public static Table? Read(string text, string file, int fewest = 2)
    {
        var budget = new Budget(Limits.Default, file);
        (text, var told) = Start(text);
        var rows = Rows(text, told ?? Sign(text), budget.Cell);
        rows.RemoveAll(IsBlank);
        foreach (var row in rows) foreach (var cell in row) budget.Paragraph(cell.Length);
        var columns = rows.Select(r => r.Count).DefaultIfEmpty().Max();
        if (columns < fewest) return null;
        budget.Columns(columns);
        budget.Grid(rows.Count, columns);
        return new(new(Table: 1), columns, [.. rows.Select((cells, r) => new Row(new(Table: 1, Row: r + 1), [.. cells.Select((cell, c) => CellOf(cell, r, c))]))]) { Tallest = 1 };
    }

    /// <summary>The text with one kind of line end, without its mark and the line «sep=;» by which a file tells Excel its sign.</summary>
    public static (string Text, char? Sign) Start(string text)
    {
        text = text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        var line = text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) ? text.IndexOf('\n', StringComparison.Ordinal) : -1;
        if (line is < 5 or > 8) return (text, null);
        return (text[(line + 1)..], Array.IndexOf(Signs, text[4]) >= 0 ? text[4] : null);
    }

    public static bool IsBlank(List<string> row) => row.TrueForAll(string.IsNullOrWhiteSpace);

    static Cell CellOf(string text, int row, int column)
    {
        var place = new Place(Table: 1, Row: row + 1, Cell: column + 1);
        return new(place, column, 1, 1, [new(place, text.Trim())]);
    }

    /// <summary>The sign that stands most often in the first line outside quotation marks.</summary>
    static char Sign(string text)
    {
        var counts = new int[Signs.Length];
        var quoted = false;
        foreach (var c in text)
        {
            if (c == '"') quoted = !quoted;
            else if (c == '\n' && !quoted) break;
            else if (!quoted && Array.IndexOf(Signs, c) is >= 0 and var sign) counts[sign]++;
        }
        return Signs[Array.IndexOf(counts, counts.Max())];
    }

    /// <summary>All lines of cells, those that hold nothing included.</summary>
    /// <param name="count">Called for every cell, so that whoever reads may stop at the number he allows.</param>
    public static List<List<string>> Rows(string text, char sign, Action count)
    {
        var rows = new List<List<string>> { new() };
        var cell = new StringBuilder();
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : '\n';
            if (c == '"' && cell.Length == 0 && Closing(text, i, sign) is { } end)
            {
                cell.Append(text, i + 1, end - i - 1).Replace("\"\"", "\"");
                i = end;
                continue;
            }
            if (c != sign && c != '\n') { cell.Append(c); continue; }
            count();
            rows[^1].Add(cell.ToString());
            cell.Clear();
            if (c == '\n') rows.Add([]);
        }
        rows.RemoveAt(rows.Count - 1);
        return rows;
    }

    /// <summary>Where a cell in quotation marks ends: at a mark that the sign, a line's end or the text's end follows; null: it is no such cell.</summary>
    static int? Closing(string text, int opening, char sign)
    {
        for (var i = opening + 1; i < text.Length; i++)
        {
            if (text[i] != '"') continue;
            if (i + 1 < text.Length && text[i + 1] == '"') { i++; continue; }
            return i + 1 == text.Length || text[i + 1] == sign || text[i + 1] == '\n' ? i : null;
        }
        return null;
    }
}
