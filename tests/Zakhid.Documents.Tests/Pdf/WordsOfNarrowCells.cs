namespace Zakhid.Documents.Tests.Pdf;

/// <summary>A word processor breaks words that are wider than their column at any letter, without a hyphen.</summary>
public sealed class WordsOfNarrowCells
{
    const double Left = 100, Pad = 5, Size = 12;

    [Theory]
    [InlineData("Категорія отримува|чів", "Категорія отримувачів")]
    [InlineData("Департамент захисту облдер|жадмі|ністра|ції", "Департамент захисту облдержадміністрації")]
    [InlineData("Відділ соціал|ьного захисту населе|ння", "Відділ соціального захисту населення")]
    [InlineData("учнівське самовряд|ування", "учнівське самоврядування")]
    [InlineData("Облашту|вання ресурсних кімнат", "Облаштування ресурсних кімнат")]
    public void Broken_words_are_made_whole_and_whole_ones_stay(string broken, string whole)
    {
        Cases.SkipWithoutProgram(".pdf");
        var lines = broken.Split(' ', '|');
        var (width, height) = (lines.Max(l => PdfFile.Width(l, Size)) + 0.8 + 2 * Pad, (lines.Length + 1) * 14.0);
        var file = new PdfFile().Page();
        foreach (var y in (double[])[90, 90 + height, 130 + height]) file.Line(Left, y, Left + width + 200, y);
        foreach (var x in (double[])[Left, Left + width, Left + width + 200]) file.Line(x, 90, x, 130 + height);
        for (var i = 0; i < lines.Length; i++) file.Text(lines[i], Left + Pad, 104 + i * 14, Size);
        file.Text("до 1 травня", Left + width + Pad, 104, Size).Text("2", Left + Pad, 104 + height, Size).Text("постійно", Left + width + Pad, 104 + height, Size);

        var table = DocumentFile.Open(file.Bytes(), "план.pdf").Tables.Single();

        Assert.Equal(whole, table.Rows[0].Cells[0].Collapsed);
    }
}
