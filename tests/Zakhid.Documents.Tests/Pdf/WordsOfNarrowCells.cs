namespace Zakhid.Documents.Tests.Pdf;

/// <summary>A word processor breaks words that are wider than their column at any letter, without a hyphen.</summary>
public sealed class WordsOfNarrowCells
{
    const double Left = 100, Pad = 5, Size = 12;

    public static TheoryData<string, double> Cells()
    {
        var cells = new TheoryData<string, double>();
        foreach (var text in (string[])["Категорія отримувачів", "Департамент освіти і науки облдержадміністрації", "Відділ соціальної політики, відділ бухгалтерського обліку", "учнівське самоврядування",
            "Облаштування ресурсних кімнат", "Озернянський місцевий центр безоплатної допомоги", "Проведення конкурсу «Ліс очима дітей»", "Юридичне управління Комітету"])
            foreach (var width in (double[])[42.6, 48, 57.8, 75]) cells.Add(text, width);
        return cells;
    }

    [Theory, MemberData(nameof(Cells))]
    public void Broken_words_are_made_whole_and_whole_ones_stay(string text, double width)
    {
        Cases.SkipWithoutProgram(".pdf");
        var lines = Broken(text, width);
        var (right, height) = (Left + width + 2 * Pad, (lines.Count + 1) * 14.0);
        var file = new PdfFile().Page();
        foreach (var y in (double[])[90, 90 + height, 130 + height]) file.Line(Left, y, right + 200, y);
        foreach (var x in (double[])[Left, right, right + 200]) file.Line(x, 90, x, 130 + height);
        for (var i = 0; i < lines.Count; i++) file.Text(lines[i], Left + Pad, 104 + i * 14, Size);
        file.Text("до 1 травня", right + Pad, 104, Size).Text("2", Left + Pad, 104 + height, Size).Text("постійно", right + Pad, 104 + height, Size);

        var table = DocumentFile.Open(file.Bytes(), "план.pdf").Tables.Single();

        Assert.Equal(text, table.Rows[0].Cells[0].Collapsed);
    }

    static List<string> Broken(string text, double width)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            if (PdfFile.Width($"{lines[^1]} {word}".Trim(), Size) <= width) { lines[^1] = $"{lines[^1]} {word}".Trim(); continue; }
            var rest = word;
            while (PdfFile.Width(rest, Size) > width)
            {
                var fits = Enumerable.Range(1, rest.Length).Last(n => PdfFile.Width(rest[..n], Size) <= width);
                lines.Add(rest[..fits]);
                rest = rest[fits..];
            }
            lines.Add(rest);
        }
        return [.. lines.Where(l => l.Length > 0)];
    }
}
