using System.Text;
using System.Text.RegularExpressions;
using Zakhid.Documents.Reading;

namespace Zakhid.Documents.Pdf;

/// <summary>What a page repeats because it is a page: its number, running heads, «Продовження додатка 1».</summary>
static partial class RunningHeads
{
    /// <summary>How many lines at the head and at the foot of a page may be such.</summary>
    const int Deep = 3;

    [GeneratedRegex(@"^[-–—\s]*(стор(інка|\.)?\s*)?\d{1,4}(\s*(з|із|/)\s*\d{1,4})?[-–—\s]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex PageNumber { get; }

    /// <summary>Takes them from the lines of the pages.</summary>
    /// <param name="pages">The lines outside tables of every page, from top to bottom, and the page.</param>
    public static void Drop(IReadOnlyList<(PageText Page, List<TextLine> Lines)> pages)
    {
        var repeated = pages.SelectMany(p => Ends(p.Lines).Where(l => IsAtEdge(l, p.Page)).Select(l => Key(l)).Distinct()).GroupBy(k => k).ToDictionary(g => g.Key, g => g.Count());
        foreach (var (page, lines) in pages)
        {
            var annex = BeginsAnnex(lines, pages);
            var dropped = Ends(lines).Where(l => IsAtEdge(l, page) && !(annex is not null && l.Baseline >= annex.Baseline && l.Bottom < 0.5 * page.Height) && (PageNumber.IsMatch(l.Text) || page.IsRecognised && l.Text.Length <= 2 || IsRepeated(repeated[Key(l)], pages.Count))).ToHashSet();
            // «Продовження додатка 1» stands under the number of the page, wherever that is.
            if (page.Number > 1)
                foreach (var line in lines.Where(l => !dropped.Contains(l)).Take(2).TakeWhile(l => Shapes.IsNoise(Printed.Mend(l.Text)))) dropped.Add(line);
            lines.RemoveAll(dropped.Contains);
        }
    }

    /// <summary>«Додаток 2» where another page says «Додаток 1»: the mark of an annex, and no head of every page.</summary>
    static TextLine? BeginsAnnex(List<TextLine> lines, IReadOnlyList<(PageText Page, List<TextLine> Lines)> pages) =>
        lines.Take(Deep).FirstOrDefault(l => Titles.IsApprovalMark(new(l.Text, Printed.Mend(l.Text), new())) && !pages.Any(p => p.Lines != lines && p.Lines.Take(Deep).Any(o => o.Text == l.Text)));

    static IEnumerable<TextLine> Ends(List<TextLine> lines) => lines.Take(Deep).Concat(lines.Skip(Math.Max(Deep, lines.Count - Deep)));

    static bool IsAtEdge(TextLine line, PageText page) => line.Bottom < 0.12 * page.Height || line.Top > 0.9 * page.Height;

    static bool IsRepeated(int times, int pages) => times >= 3 || times == 2 && pages <= 3;

    /// <summary>The same words at the same height, whatever the figures.</summary>
    static (string Text, int Height) Key(TextLine line)
    {
        var text = new StringBuilder(line.Text.Length);
        foreach (var c in line.Text) if (!char.IsWhiteSpace(c)) text.Append(char.IsAsciiDigit(c) ? '#' : c);
        return (text.ToString(), (int)Math.Round(line.Baseline / 8));
    }
}
