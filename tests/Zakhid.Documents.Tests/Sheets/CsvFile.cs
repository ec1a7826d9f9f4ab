using System.Text;

namespace Zakhid.Documents.Tests.Sheets;

/// <summary>A sheet as spreadsheet programs save it as text: every row with as many cells as the widest, texts in quotation marks where they need them.</summary>
static class CsvFile
{
    public static byte[] Of(TestSheet sheet, char sign = ';', Encoding? encoding = null) => (encoding ?? Encoding.UTF8).GetBytes(Text(sheet, sign));

    public static string Text(TestSheet sheet, char sign)
    {
        var (columns, rows) = (sheet.Cells.Max(c => c.Column + c.Across), sheet.Cells.Max(c => c.Row + c.Down));
        var cells = sheet.Cells.ToLookup(c => (c.Row, c.Column));
        var text = new StringBuilder();
        for (var r = 0; r < rows; r++) text.AppendJoin(sign, Enumerable.Range(0, columns).Select(c => cells[(r, c)].FirstOrDefault() is { } cell ? Written(cell, sign) : "")).Append("\r\n");
        return text.ToString();
    }

    static string Written(TestCell cell, char sign)
    {
        var text = cell.Text ?? (cell.Number is { } number ? SheetFile.NumberText(number) : $"{cell.Day:dd.MM.yyyy}");
        return text.Contains(sign) || text.Contains('"') || text.Contains('\n') ? $"\"{text.Replace("\"", "\"\"")}\"" : text;
    }
}
