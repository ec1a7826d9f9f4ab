using Zakhid.Documents.Bodies;

namespace Zakhid.App.Pages.Bodies;

/// The register as files, for the page and the command alike.
static class BodyFiles
{
    public static byte[] Csv(IEnumerable<IReadOnlyDictionary<BodyColumn, string>> rows) =>
        App.Csv.Of(BodyTable.Headings.Select(h => h.Heading), rows.Select(row => BodyTable.Headings.Select(h => (object?)row.GetValueOrDefault(h.Column))));

    public static byte[] Xlsx(IEnumerable<IReadOnlyDictionary<BodyColumn, string>> rows)
    {
        using var file = new MemoryStream();
        BodySheetXlsx.Write(rows, file);
        return file.ToArray();
    }

    /// A table as it was read, as lines of cells: what a page sends on is what was looked at.
    public static string Lines(BodyTable table)
    {
        var columns = BodyTable.Headings.Where(h => table.Columns.Contains(h.Column)).ToList();
        return string.Join('\n', table.Rows.Where(r => !r.IsHeading).Select(r => columns.Select(c => Quoted(r[c.Column] ?? ""))).Prepend(columns.Select(c => c.Heading)).Select(cells => string.Join('\t', cells)));
    }

    static string Quoted(string cell) => cell.AsSpan().IndexOfAny("\"\n\t") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
