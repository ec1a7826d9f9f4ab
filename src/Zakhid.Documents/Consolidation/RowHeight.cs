namespace Zakhid.Documents.Consolidation;

/// <summary>
/// How tall a row will be, roughly: a short row must not be torn over two pages, a tall one must, or it leaves half of
/// the page before it empty.
/// </summary>
static class RowHeight
{
    /// <summary>Lines of 12 points; a landscape page holds some thirty under the heading.</summary>
    const int TallestWhole = 18;
    /// <summary>Mean width of a Cyrillic letter of Times New Roman 12, in twentieths of a point.</summary>
    const int Letter = 118;
    const int Padding = 170;

    public static bool MayKeepWhole(IReadOnlyList<PaperColumn> columns, int[] widths, PaperMeasure measure)
    {
        for (var i = 0; i < widths.Length; i++)
        {
            var lines = columns[i].Field switch
            {
                PaperField.Measure => Lines(measure.Text, widths[i]),
                PaperField.Term => Lines(measure.Term, widths[i]),
                PaperField.Executors => Sum(measure.Executors, widths[i]),
                PaperField.Figures => Sum(measure.Figures, widths[i]),
                PaperField.Status => Sum(measure.Status, widths[i]),
                _ => 1,
            };
            if (lines > TallestWhole) return false;
        }
        return true;
    }

    static int Lines(string text, int width)
    {
        var perLine = Math.Max(1, (width - Padding) / Letter);
        return text.AsSpan().Count('\n') + 1 + (text.Length - 1) / perLine;
    }

    static int Sum(IReadOnlyList<string> texts, int width)
    {
        var sum = 0;
        for (var i = 0; i < texts.Count; i++) sum += Lines(texts[i], width);
        return sum;
    }

    static int Sum(IReadOnlyList<PaperLine> texts, int width)
    {
        var sum = 0;
        for (var i = 0; i < texts.Count; i++) sum += Lines(texts[i].Text, width);
        return sum;
    }
}
