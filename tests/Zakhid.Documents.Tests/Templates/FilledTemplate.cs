using Zakhid.Documents.Templates;
using Zakhid.Documents.Tests.Sheets;

namespace Zakhid.Documents.Tests.Templates;

/// <summary>The template read cell by cell, filled as a clerk would, and written again by other means.</summary>
static class FilledTemplate
{
    public static byte[] Empty()
    {
        var into = new MemoryStream();
        PlanSheetXlsx.WriteTemplate(into);
        return into.ToArray();
    }

    /// <param name="rowOf">What stands in a numbered row, from its number on; null leaves it with its number only.</param>
    /// <param name="number">The number of the act; null leaves number and date empty.</param>
    public static byte[] Bytes(Func<int, string[]?> rowOf, string? number = "15")
    {
        var sheet = new TestSheet("План заходів");
        var empty = DocumentFile.Open(Empty(), "зразок.xlsx").Tables.First();
        foreach (var cell in empty.Rows.SelectMany(r => r.Cells).Where(c => c.Text.Length > 0))
            if (!int.TryParse(cell.Text, out _)) sheet.Add(new TestCell(cell.Place.Sheet!.Row!.Value - 1, cell.Place.Sheet.Column!.Value - 1, cell.Text, Across: cell.Text.EndsWith("акта", StringComparison.Ordinal) ? 2 : 1));
        string?[] values = ["Зразківська міська рада", "рішення", number, null, "Про затвердження плану заходів на 2025 рік", "Олена ЗРАЗОК", null];
        for (var i = 0; i < values.Length; i++) if (values[i] is { } value) sheet.Add(new TestCell(3 + i, 2, value, Across: 5));
        if (number is not null) sheet.Add(new TestCell(6, 2, Day: new(2025, 1, 12), Across: 5));
        for (var n = 1; n <= 40; n++) sheet.Row(12 + n, rowOf(n) ?? [$"{n}"]);
        return new SheetFile(sheet).Bytes("xlsx");
    }
}
