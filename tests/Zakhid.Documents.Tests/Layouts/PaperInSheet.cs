using System.Globalization;
using Zakhid.Documents.Tests.Sheets;

namespace Zakhid.Documents.Tests.Layouts;

/// <summary>
/// Lays out the same paper as a clerk does in a spreadsheet: every paragraph in a row of its own, a table under it, real
/// numbers and days where a cell holds nothing else.
/// </summary>
static class PaperInSheet
{
    /// <param name="document">The paper.</param>
    /// <param name="shift">Empty columns before everything.</param>
    /// <param name="across">Centred lines stand in a cell merged over the width of the table.</param>
    /// <param name="gaps">An empty row stands before and behind every table.</param>
    public static TestSheet Of(Document document, int shift = 0, bool across = true, bool gaps = true)
    {
        var sheet = new TestSheet("План");
        var width = document.Tables.Select(t => t.Columns).DefaultIfEmpty(1).Max();
        var row = 0;
        foreach (var block in document.Blocks)
        {
            if (block is Table table) { row = Add(sheet, table, gaps ? row + 1 : row, shift) + (gaps ? 1 : 0); continue; }
            var paragraph = (Paragraph)block;
            var cells = paragraph.Text.Split('\t', StringSplitOptions.RemoveEmptyEntries);
            for (var c = 0; c < cells.Length; c++)
                sheet.Add(new TestCell(row, shift + (c == 0 ? 0 : Math.Max(c, width - 1)), cells[c], Across: cells.Length == 1 && across && paragraph.Alignment == Alignment.Center ? width : 1, Bold: paragraph.Bold, Centred: paragraph.Alignment == Alignment.Center));
            row++;
        }
        return sheet;
    }

    static int Add(TestSheet sheet, Table table, int from, int shift)
    {
        for (var r = 0; r < table.Rows.Count; r++)
            foreach (var cell in table.Rows[r].Cells)
            {
                if (cell.Text.Length == 0 && cell is { ColumnSpan: 1, RowSpan: 1 }) continue;
                var at = new TestCell(from + r, shift + cell.Column, Across: cell.ColumnSpan, Down: cell.RowSpan, Bold: cell.Paragraphs[0].Bold);
                sheet.Add(DateOnly.TryParseExact(cell.Text, "dd.MM.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? at with { Day = day }
                    : cell.Text.Length < 8 && decimal.TryParse(cell.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number.ToString(CultureInfo.InvariantCulture) == cell.Text ? at with { Number = (double)number }
                    : at with { Text = cell.Text });
            }
        return from + table.Rows.Count;
    }
}
