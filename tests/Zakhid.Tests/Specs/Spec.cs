using System.Text;

namespace Zakhid.Tests.Specs;

/// <summary>
/// The tables of a document in docs/specs. A spec is prose for people; every row of a table whose header names the
/// columns that a test asks for is run by that test, so the prose cannot drift from the program.
/// </summary>
public static class Spec
{
    /// <summary>
    /// The rows of all tables of docs/specs/<paramref name="file"/> that have every column of <paramref name="columns"/>,
    /// in order, each as one test whose name is the row.
    /// </summary>
    public static IEnumerable<TheoryDataRow<SpecRow>> Rows(string file, params string[] columns)
    {
        var rows = Read(file).Where(row => columns.All(row.Has)).ToList();
        if (rows.Count == 0) throw new InvalidOperationException($"docs/specs/{file} has no table with the columns {string.Join(", ", columns)}");
        return rows.Select(row => new TheoryDataRow<SpecRow>(row) { TestDisplayName = row.ToString() });
    }

    public static IReadOnlyList<SpecRow> Read(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "specs", file));
        var rows = new List<SpecRow>();
        var heading = "";
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith('#')) heading = lines[i].TrimStart('#').Trim();
            if (!IsRow(lines[i]) || i + 1 >= lines.Length || !IsRule(lines[i + 1])) continue;

            var header = Cells(lines[i]);
            for (i += 2; i < lines.Length && IsRow(lines[i]); i++)
            {
                var cells = Cells(lines[i]);
                if (cells.Count != header.Count)
                    throw new InvalidOperationException($"docs/specs/{file}:{i + 1} has {cells.Count} cells under {header.Count} columns");
                rows.Add(new(file, i + 1, heading, header, cells));
            }
            i--;
        }
        return rows;
    }

    static bool IsRow(string line) => line.TrimStart().StartsWith('|');

    static bool IsRule(string line) => IsRow(line) && line.Contains("--", StringComparison.Ordinal) && line.All(c => c is '|' or '-' or ':' or ' ');

    /// <summary>Cells between bars; «\|» is a bar of the text, «&lt;br&gt;» a line break, backticks around a whole cell are dropped.</summary>
    static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var inner = line.Trim()[1..];
        for (var i = 0; i < inner.Length; i++)
        {
            if (inner[i] == '\\' && i + 1 < inner.Length && inner[i + 1] == '|') { cell.Append('|'); i++; }
            else if (inner[i] != '|') cell.Append(inner[i]);
            else { cells.Add(Plain(cell.ToString())); cell.Clear(); }
        }
        if (!string.IsNullOrWhiteSpace(cell.ToString())) cells.Add(Plain(cell.ToString()));
        return cells;
    }

    static string Plain(string cell)
    {
        cell = cell.Trim().Replace("<br>", "\n", StringComparison.Ordinal);
        return cell.Length > 1 && cell[0] == '`' && cell[^1] == '`' ? cell[1..^1] : cell;
    }
}

/// <summary>One row of a table of a spec, its cells by the names of their columns.</summary>
public sealed class SpecRow(string file, int line, string heading, IReadOnlyList<string> header, IReadOnlyList<string> cells)
{
    public string Heading => heading;

    public bool Has(string column) => header.Contains(column, StringComparer.Ordinal);

    /// <summary>The text of a cell; empty where the table has the column and the cell says nothing or «—».</summary>
    public string this[string column]
    {
        get
        {
            for (var i = 0; i < header.Count; i++)
                if (header[i] == column) return cells[i] == "—" ? "" : cells[i];
            throw new ArgumentException($"docs/specs/{file}:{line} has no column «{column}»", nameof(column));
        }
    }

    /// <summary>The cell, or null where the table lacks the column or the cell is empty.</summary>
    public string? Find(string column) => Has(column) && this[column].Length > 0 ? this[column] : null;

    public override string ToString() => $"{file}:{line} {heading}: {string.Join(" → ", cells.Where(c => c.Length > 0))}";
}
