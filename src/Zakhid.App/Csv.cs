using System.Text;

namespace Zakhid.App;

/// A table for spreadsheets: UTF-8 with a mark at its start, so that they read Ukrainian; cells never begin a formula.
static class Csv
{
    public static byte[] Of(IEnumerable<string> columns, IEnumerable<IEnumerable<object?>> rows)
    {
        var csv = new StringBuilder("\uFEFF").AppendJoin(',', columns).Append("\r\n");
        foreach (var row in rows) csv.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    static string Cell(object? value)
    {
        var text = value?.ToString() ?? "";
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r') text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
