using System.Text;

namespace Zakhid.Documents.Pdf;

/// <summary>Words on one baseline, from left to right.</summary>
sealed class TextLine(List<PageWord> words)
{
    public IReadOnlyList<PageWord> Words { get; } = words;
    public double Left { get; } = words.Min(w => w.Left);
    public double Right { get; } = words.Max(w => w.Right);
    public double Top { get; } = words.Min(w => w.Top);
    public double Bottom { get; } = words.Max(w => w.Bottom);
    public double Baseline { get; } = Tallest(words).Baseline;
    /// <summary>Height of its largest letters, with what reaches over and under them.</summary>
    public double Height { get; } = Tallest(words).Height;
    public bool Bold { get; } = words.TrueForAll(w => w.Bold);
    public bool Sure { get; } = words.TrueForAll(w => w.Sure);
    public string Text { get; } = Print(words);

    public double Width => Right - Left;
    public double Middle => (Left + Right) / 2;

    static PageWord Tallest(List<PageWord> words) => words.MaxBy(w => w.Height)!;

    /// <summary>Words on the same baseline; a small raised word belongs to the line whose middle it meets.</summary>
    public static List<TextLine> Of(List<PageWord> words, bool recognised = false)
    {
        if (words.Count > 2 && words.Count(w => w.IsTurned) * 2 > words.Count) return Turned(words);
        var rows = new List<Gathered>();
        foreach (var word in words.OrderBy(w => w.Baseline).ThenBy(w => w.Left))
        {
            var row = rows.FindLastIndex(rows.Count - 1, Math.Min(rows.Count, 12), r => Meets(r.Tallest, word));
            if (row < 0) rows.Add(new(word));
            else rows[row].Add(word);
        }
        return [.. rows.Select(r => Line(r.Words, recognised)).OrderBy(l => l.Baseline)];
    }

    static TextLine Line(List<PageWord> words, bool recognised)
    {
        List<PageWord> line = [.. words.OrderBy(w => w.Left)];
        if (recognised) RecognisedText.Mend(line);
        return new(line);
    }

    sealed class Gathered(PageWord first)
    {
        public List<PageWord> Words { get; } = [first];
        public PageWord Tallest { get; private set; } = first;

        public void Add(PageWord word)
        {
            Words.Add(word);
            if (word.Height > Tallest.Height) Tallest = word;
        }
    }

    static bool Meets(PageWord other, PageWord word)
    {
        var small = Math.Min(other.Height, word.Height);
        if (Math.Abs(other.Baseline - word.Baseline) < 0.3 * small) return true;
        return small < 0.8 * Math.Max(other.Height, word.Height) && Math.Min(other.Bottom, word.Bottom) - Math.Max(other.Top, word.Top) > 0.5 * small;
    }

    /// <summary>A heading printed upwards in a narrow cell: its lines stand side by side.</summary>
    static List<TextLine> Turned(List<PageWord> words)
    {
        var lines = new List<TextLine>();
        foreach (var column in words.GroupBy(w => Math.Round(w.Right / 6)).OrderBy(g => g.Key)) lines.Add(new([.. column.OrderByDescending(w => w.Bottom)]));
        return lines;
    }

    /// <summary>
    /// Words parted by a blank; by a tab where the gap is far wider than the others of the line: a place that was left free
    /// or a column. Small raised figures are «¹».
    /// </summary>
    static string Print(List<PageWord> words)
    {
        var height = Tallest(words).Height;
        var gaps = new List<double>();
        for (var i = 1; i < words.Count; i++) gaps.Add(words[i].Left - words[i - 1].Right);
        var usual = gaps.Count < 3 ? 0.28 * height : Math.Max(0.2 * height, gaps.Order().ElementAt(gaps.Count / 4));
        var text = new StringBuilder();
        for (var i = 0; i < words.Count; i++)
        {
            if (i > 0 && (gaps[i - 1] > 0.08 * height || words[i - 1].IsTurned)) text.Append(Gap(gaps[i - 1], usual, height, words[i - 1].Text.Length == 1 && words[i].Text.Length == 1));
            text.Append(IsRaised(words, i, height) ? Raised(words[i].Text) : words[i].Text);
        }
        return text.ToString();
    }

    /// <summary>Between letters spaced for emphasis a wider gap parts words; three blanks say so.</summary>
    static string Gap(double gap, double usual, double height, bool letters) =>
        gap > Math.Max(1.3 * height, 2.5 * usual) ? "\t" : letters && gap > 2 * usual ? "   " : " ";

    static bool IsRaised(List<PageWord> words, int at, double height) =>
        at > 0 && words[at].Height < 0.8 * height && words[at].Text.All(char.IsAsciiDigit) && words[at].Text.Length <= 2 && words[at].Left - words[at - 1].Right < 0.15 * height
        && words[at].Baseline < words[at - 1].Baseline - 0.1 * height;

    static string Raised(string digits) => string.Concat(digits.Select(d => "⁰¹²³⁴⁵⁶⁷⁸⁹"[d - '0']));
}
