using System.Text;
using Zakhid.Documents.Sheets;

namespace Zakhid.Documents.Txt;

/// <summary>
/// Reads plain text; a sheet saved as text is read as the sheet it is. Decided here, because a text file has no structure of its own:
/// <list type="bullet">
/// <item>A line is a paragraph, with the blanks and tabs at its start and inside it kept: an indented line, a line behind
/// a tab and a name far to the right mean something to whoever reads the plan. Blanks at its end are dropped.</item>
/// <item>An empty line is an empty paragraph: it separates what belongs together.</item>
/// <item>Where at least three lines hold two tabs or more, the same number in each, they are a <see cref="Table"/>; empty
/// lines between them are dropped and a row stays a row, so a row torn over pages is two rows, as in PDF.</item>
/// <item>Everything else stays lines. A table whose cells stand one a line behind a tab is not rebuilt here: where its
/// rows begin is told by what the cells mean, and that is the business of reading, not of the format.</item>
/// <item>A form feed is a page break.</item>
/// </list>
/// </summary>
static class TxtReader
{
    const int FewestRows = 3;

    /// <exception cref="FileRefused">The file holds nothing but blanks, or more than allowed.</exception>
    public static Document Read(ReadOnlySpan<byte> bytes, string file, Limits limits)
    {
        var (text, encoding) = TextEncoding.Decode(bytes);
        if (string.IsNullOrWhiteSpace(text)) throw Refusal.Empty(file);

        var findings = new Findings();
        if (encoding != "UTF-8") findings.Encoding(encoding);
        if (text.Contains('\uFFFD')) findings.BrokenLetters();

        if (CsvReader.Read(text, file, limits, findings) is { } sheet) return sheet;

        var lines = Lines(text);
        var budget = new Budget(limits, file);
        var drafts = new List<DraftBlock>();
        for (var i = 0; i < lines.Count;)
        {
            var end = TableEnd(lines, i);
            if (end > i) { drafts.Add(TableOf(lines, i, end, budget)); i = end; continue; }
            budget.Paragraph(lines[i].Text.Length);
            drafts.Add(new DraftParagraph(new(Assembly.Nowhere, lines[i].Text) { PageBreakBefore = lines[i].NewPage }));
            i++;
        }
        return new() { FileName = file, Format = "txt", Blocks = Assembly.Assemble(drafts, budget), Remarks = findings.Remarks };
    }

    readonly record struct Line(string Text, int Tabs, bool NewPage);

    static List<Line> Lines(string text)
    {
        var lines = new List<Line>();
        var rest = text.AsSpan().TrimEnd('\u001A');
        while (true)
        {
            var end = rest.IndexOfAny('\n', '\r');
            lines.Add(LineOf(end < 0 ? rest : rest[..end]));
            if (end < 0) break;
            rest = rest[(end + (rest[end] == '\r' && end + 1 < rest.Length && rest[end + 1] == '\n' ? 2 : 1))..];
        }
        while (lines.Count > 0 && string.IsNullOrWhiteSpace(lines[^1].Text)) lines.RemoveAt(lines.Count - 1);
        return lines;
    }

    static Line LineOf(ReadOnlySpan<char> printed)
    {
        var newPage = printed.Contains('\f');
        var tabs = printed.Count('\t');
        var text = new StringBuilder(printed.Length);
        var combining = false;
        foreach (var c in printed)
        {
            if (c is '\f' or '\u00AD' or '\uFEFF' or '\u200B') continue;
            combining |= c is >= '\u0300' and <= '\u036F';
            text.Append(char.IsControl(c) && c != '\t' ? ' ' : c);
        }
        var line = text.ToString().TrimEnd();
        // A lone tab is an empty cell where cells stand one a line.
        if (line.Length == 0 && tabs == 1 && text.Length > 0) line = "\t";
        return new(combining ? line.Normalize() : line, tabs, newPage);
    }

    /// <summary>The line after the table that begins here; <paramref name="start"/> when none does.</summary>
    static int TableEnd(List<Line> lines, int start)
    {
        var tabs = Tabs(lines, start);
        if (tabs < 2 || lines[start].Text.Length == 0) return start;

        int end = start + 1, rows = 1, between = 0, held = 0;
        for (var i = start + 1; i < lines.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i].Text) && lines[i].Tabs == 0) continue;
            if (lines[i].Tabs != tabs && !IsBetween(lines, i, tabs)) break;
            if (lines[i].Tabs != tabs) { held++; continue; }
            (between, held) = (between + held, 0);
            rows++;
            end = i + 1;
        }
        return rows >= FewestRows && between < rows * 2 ? end : start;
    }

    /// <summary>
    /// The tabs of a table's rows, told at its first line: a heading whose last cell the next line parts («… Обсяг» over
    /// «2024», «2025») has fewer than they.
    /// </summary>
    static int Tabs(List<Line> lines, int start)
    {
        var tabs = lines[start].Tabs;
        return tabs >= 2 && start + 1 < lines.Count && lines[start + 1] is { Tabs: var next, Text: var text } && next > tabs && text.Length > tabs && text.AsSpan(0, tabs).Trim('\t').Length == 0 ? next : tabs;
    }

    /// <summary>A heading over rows or a line of sums that has fewer cells: the next line that says something is a row again.</summary>
    static bool IsBetween(List<Line> lines, int at, int tabs)
    {
        if (lines[at].Tabs > tabs || lines[at].Text.Length > 250 || lines[at].Tabs == 0 && lines[at].Text.EndsWith('.')) return false;
        for (var i = at + 1; i < lines.Count; i++)
            if (lines[i].Tabs == tabs) return true;
            else if ((lines[i].Tabs > 0 || lines[i].Text.Length > 0) && (i > at + 2 || lines[i].Tabs > 0 || lines[i].Text.EndsWith('.'))) return false;
        return false;
    }

    static DraftTable TableOf(List<Line> lines, int start, int end, Budget budget)
    {
        var table = new DraftTable();
        var columns = Tabs(lines, start) + 1;
        for (var i = start; i < end; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i].Text) && lines[i].Tabs == 0) continue;
            var row = new DraftRow();
            var cells = lines[i].Text.PadRight(1).Split('\t');
            budget.Columns(columns);
            for (var column = 0; column < (lines[i].Tabs == 0 ? 1 : columns); column++)
            {
                budget.Cell();
                var cell = new DraftCell { Column = column, ColumnSpan = lines[i].Tabs == 0 ? columns : 1 };
                var text = column < cells.Length ? cells[column].Trim() : "";
                budget.Paragraph(text.Length);
                if (text.Length > 0) cell.Blocks.Add(new DraftParagraph(new(Assembly.Nowhere, text)));
                row.Cells.Add(cell);
            }
            table.Rows.Add(row);
        }
        return table;
    }
}
