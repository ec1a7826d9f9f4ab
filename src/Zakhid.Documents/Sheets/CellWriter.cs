namespace Zakhid.Documents.Sheets;

/// <summary>Puts what a cell prints into its sheet: counted, and said where it is hidden by its look.</summary>
sealed class CellWriter(DraftSheet sheet, Findings findings, Budget budget)
{
    public void Put(int row, int column, string? text, NumberPattern pattern, CellLook look)
    {
        if (string.IsNullOrWhiteSpace(text)) { budget.EmptyCell(); return; }
        if (pattern.ShowsNothing) { findings.Hidden(text); return; }
        if (look.White) findings.White(text);
        budget.Cell();
        budget.Paragraph(text.Length);
        sheet.Add(new(row, column, text, look));
    }

    public void Merge(int top, int left, int bottom, int right)
    {
        budget.EmptyCell();
        sheet.Merge(top, left, bottom, right);
    }
}
