using System.Globalization;
using Zakhid.Text;

namespace Zakhid.Documents.Sheets;

/// <summary>
/// Reads a sheet saved as text (CSV, RFC 4180 and what Excel makes of it): cells parted by semicolons, commas or tabs. No
/// mark tells such a file; its lines do: most of them have the same number of cells, three or more, and what parts them is
/// not followed by a blank, as it is in prose.
/// </summary>
static class CsvReader
{
    const int Sample = 1 << 16;
    const int FewestColumns = 3;
    /// <summary>«12.10.», «п. 3».</summary>
    const int LongestNumber = 8;

    /// <returns>Null where the text is no table of this kind.</returns>
    /// <exception cref="FileRefused">More cells than a sheet may hold.</exception>
    public static Document? Read(string text, string file, Limits limits, Findings findings)
    {
        (text, var told) = DelimitedText.Start(text);
        if ((told ?? Sign(text)) is not { } sign) return null;

        var budget = new Budget(limits with { Cells = limits.SheetCells }, file);
        var sheet = new DraftSheet("Аркуш");
        var rows = DelimitedText.Rows(text, sign, budget.EmptyCell);
        for (var row = 0; row < rows.Count; row++)
            for (var column = 0; column < rows[row].Count; column++)
            {
                if (string.IsNullOrWhiteSpace(rows[row][column])) continue;
                var cell = Printed(CellText.Clean(rows[row][column]).Trim());
                budget.Cell();
                budget.Paragraph(cell.Length);
                sheet.Add(new(row, column, cell, CellLook.Plain));
            }
        if (sheet.IsEmpty) return null;
        Widen(sheet);
        return new() { FileName = file, Format = "csv", Blocks = SheetAssembly.Assemble([sheet], findings, budget), Remarks = findings.Remarks };
    }

    /// <summary>
    /// A cell merged over the width of a table is saved as the first of a row of empty ones. Where the first column holds
    /// numbers, a longer text that stands in it alone is such a cell.
    /// </summary>
    static void Widen(DraftSheet sheet)
    {
        var rows = sheet.Cells().GroupBy(c => c.Row).Select(r => r.ToList()).ToList();
        var first = rows.Min(r => r[0].Column);
        var last = rows.Max(r => r[^1].Column);
        var beside = rows.FindAll(r => r.Count >= FewestColumns && r[0].Column == first).ConvertAll(r => r[0].Text.Length);
        if (beside.Count == 0 || beside.Count(length => length <= LongestNumber) * 10 < beside.Count * 9) return;
        foreach (var row in rows)
            if (row is [{ Text.Length: > LongestNumber } cell] && cell.Column == first) sheet.Merge(cell.Row, first, cell.Row, last);
    }

    /// <summary>The sign that parts the cells, or null: the text is prose, lines, or a table of another kind.</summary>
    static char? Sign(string text)
    {
        var head = text.Length <= Sample ? text : text[..(text.LastIndexOf('\n', Sample) is > 0 and var end ? end : Sample)];
        foreach (var sign in ";,\t")
            if (head.AsSpan().Count(sign) >= 2 * (FewestColumns - 1) && Parts(head, sign)) return sign;
        return null;
    }

    static bool Parts(string text, char sign)
    {
        var rows = DelimitedText.Rows(text, sign, static () => { });
        rows.RemoveAll(DelimitedText.IsBlank);
        if (rows.Count < 2) return false;
        // Lines of cells parted by tabs are a text's own table; only what stands in quotation marks over several lines is not.
        if (sign == '\t' && !rows.Exists(r => r.Exists(c => c.Contains('\n')))) return false;
        var usual = rows.CountBy(r => r.Count).Where(c => c.Key >= FewestColumns).OrderByDescending(c => c.Value).ThenByDescending(c => c.Key).FirstOrDefault();
        // Excel leaves out empty cells at the end of some rows; none has more than the rest, but for one typed by hand.
        if (usual.Value < 2 || usual.Value * 10 < rows.Count * 6 || rows.Count(r => r.Count > usual.Key) * 10 > rows.Count) return false;
        if (Enumerable.Range(0, usual.Key).Count(column => rows.Count(r => column < r.Count && !string.IsNullOrWhiteSpace(r[column])) >= 2) < FewestColumns) return false;
        var cells = rows.SelectMany(r => r.Skip(1)).Where(c => c.Length > 0).ToList();
        return cells.Count(c => c[0] == ' ') * 10 < cells.Count * 3;
    }

    /// <summary>A day as programs write it, «2024-12-25», is printed as acts print it.</summary>
    static string Printed(string cell) =>
        cell.Length is 10 or 19 && cell[4] == '-' && DateTime.TryParseExact(cell, ["yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? UkrainianDate.Short(DateOnly.FromDateTime(moment)) : cell;
}
