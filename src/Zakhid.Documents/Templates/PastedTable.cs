using System.Text;
using Zakhid.Documents.Reading;
using Zakhid.Text;

namespace Zakhid.Documents.Templates;

/// <summary>
/// A table copied in Word, Excel or a browser and pasted into a page: as HTML where the browser gave it, else as lines of
/// cells parted by tabs.
/// </summary>
public static class PastedTable
{
    /// <param name="text">What stands in the text field.</param>
    /// <param name="html">The same from the clipboard with its cells, or null.</param>
    /// <param name="name">What the sentence of a refusal calls it.</param>
    /// <returns>Null where nothing pasted is a table: no two cells stand beside each other.</returns>
    /// <exception cref="FileRefused">More than a document may hold.</exception>
    public static Table? Read(string text, string? html, string name)
    {
        if (!string.IsNullOrWhiteSpace(html) && OfHtml(html, name) is { } table) return table;
        return OfHtmlText(text, name) ?? OfLines(text, name);
    }

    /// <summary>Source of a page typed or pasted as text.</summary>
    static Table? OfHtmlText(string text, string name) => text.AsSpan().TrimStart() is ['<', ..] && text.Contains("<t", StringComparison.OrdinalIgnoreCase) ? OfHtml(text, name) : null;

    static Table? OfHtml(string html, string name)
    {
        var start = html.IndexOf("<table", StringComparison.OrdinalIgnoreCase);
        if (start < 0) return null;
        var page = Encoding.UTF8.GetBytes("<!doctype html><html><head><meta charset=\"utf-8\"></head><body>" + html[start..]);
        var tables = DocumentFile.Open(page, name).Tables.Where(t => t.Columns > 1).ToList();
        return tables.Count == 0 ? null : tables.MaxBy(t => t.Rows.Count * t.Columns);
    }

    static Table? OfLines(string text, string name)
    {
        var budget = new Budget(Limits.Default, name);
        var rows = Joined(Cells(text.ReplaceLineEndings("\n").Trim('\n')));
        var columns = rows.Select(r => r.Count).DefaultIfEmpty().Max();
        if (columns < 2) return null;
        budget.Columns(columns);
        budget.Grid(rows.Count, columns);
        return new(new(Table: 1), columns, [.. rows.Select((cells, r) => new Row(new(Table: 1, Row: r + 1), [.. cells.Select((cell, c) => CellOf(cell, r, c, budget))]))]) { Tallest = 1 };
    }

    static Cell CellOf(string text, int row, int column, Budget budget)
    {
        budget.Paragraph(text.Length);
        var place = new Place(Table: 1, Row: row + 1, Cell: column + 1);
        return new(place, column, 1, 1, [new(place, text.Trim())]);
    }

    /// <summary>Lines of cells; a cell in quotation marks may hold line breaks, as spreadsheet programs copy it.</summary>
    static List<List<string>> Cells(string text)
    {
        var rows = new List<List<string>> { new() };
        var at = 0;
        while (at <= text.Length)
        {
            var quoted = at < text.Length && text[at] == '"' ? Quoted(text, at) : null;
            var end = quoted?.After ?? (text.AsSpan(at).IndexOfAny('\t', '\n') is >= 0 and var length ? at + length : text.Length);
            rows[^1].Add(quoted?.Text ?? text[at..end]);
            if (end < text.Length && text[end] == '\n') rows.Add([]);
            at = end + 1;
        }
        rows.RemoveAll(r => r.TrueForAll(string.IsNullOrWhiteSpace));
        return rows;
    }

    /// <summary>A cell between quotation marks that a tab, a line's end or the text's end follows; «""» is a mark inside it.</summary>
    static (string Text, int After)? Quoted(string text, int at)
    {
        var cell = new StringBuilder();
        for (var i = at + 1; i < text.Length; i++)
        {
            if (text[i] != '"') { cell.Append(text[i]); continue; }
            if (i + 1 < text.Length && text[i + 1] == '"') { cell.Append('"'); i++; continue; }
            return i + 1 == text.Length || text[i + 1] is '\t' or '\n' ? (cell.ToString(), i + 1) : null;
        }
        return null;
    }

    /// <summary>
    /// Word copies a cell of several paragraphs as several lines: a row that is not whole goes on in the next line, and a
    /// lone line that goes on in mid-phrase belongs to the last cell.
    /// </summary>
    static List<List<string>> Joined(List<List<string>> lines)
    {
        var columns = lines.Select(l => l.Count).DefaultIfEmpty().Max();
        var rows = new List<List<string>>();
        foreach (var line in lines)
        {
            var open = rows.Count > 0 ? rows[^1] : null;
            var goesOn = open is { Count: > 1 } && open.Count < columns && open.Count + line.Count - 1 <= columns && Shapes.NumberLabel(line[0].Trim()) is null
                || open is { Count: > 1 } && line.Count == 1 && (open[^1].TrimEnd() is [.., ',' or ';'] || line[0].Length > 0 && char.IsLower(line[0].TrimStart() is [var first, ..] ? first : ' '));
            if (!goesOn) { rows.Add(line); continue; }
            open![^1] += "\n" + line[0];
            open.AddRange(line[1..]);
        }
        return rows;
    }
}
