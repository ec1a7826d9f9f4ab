using System.Text;

namespace Zakhid.Documents.Pdf;

/// <summary>
/// Lines as paragraphs. A line goes on in the next one when the next word would not have found room at its end; where it
/// would have, the typist began anew. Gaps, indents, the size of letters and the labels of lists say the same.
/// </summary>
static class Paragraphs
{
    /// <summary>A run of lines that is one paragraph.</summary>
    public sealed record Gathered(List<TextLine> Lines, Alignment Alignment, int Blanks);

    /// <param name="lines">From top to bottom, of one page or one cell.</param>
    /// <param name="left">Where lines begin.</param>
    /// <param name="right">Where they must break.</param>
    /// <param name="cell">In a cell: no indents of the first line, no empty lines.</param>
    public static List<Gathered> Of(List<TextLine> lines, double left, double right, bool cell)
    {
        var paragraphs = new List<Gathered>();
        var pitch = Pitch(lines);
        for (var i = 0; i < lines.Count; i++)
        {
            var centred = IsCentred(lines, i, left, right);
            var blanks = i == 0 || cell ? 0 : Math.Clamp((int)Math.Round((lines[i].Baseline - lines[i - 1].Baseline) / Math.Max(pitch, lines[i].Height)) - 1, 0, 3);
            if (i > 0 && GoesOn(paragraphs[^1], lines[i], left, right, pitch, cell, centred)) paragraphs[^1].Lines.Add(lines[i]);
            else paragraphs.Add(new([lines[i]], centred ? Alignment.Center : !cell && lines[i].Left > left + 0.3 * (right - left) && right - lines[i].Right < 4 ? Alignment.End : Alignment.Start, blanks));
        }
        return paragraphs;
    }

    /// <summary>The usual distance of baselines.</summary>
    static double Pitch(List<TextLine> lines)
    {
        var steps = new List<double>();
        for (var i = 1; i < lines.Count; i++)
            if (lines[i].Baseline - lines[i - 1].Baseline is var step && step > 0.85 * lines[i].Height) steps.Add(step);
        if (steps.Count == 0) return 0;
        // The smallest one: on a page of short paragraphs all others are between paragraphs.
        return steps.Min();
    }

    /// <summary>As far from the left as from the right; a line that fills the width is, when the one after it or before it is.</summary>
    static bool IsCentred(List<TextLine> lines, int at, double left, double right)
    {
        var line = lines[at];
        var (before, after) = (line.Left - left, right - line.Right);
        if (Math.Abs(before - after) > Math.Max(6, 0.04 * (right - left))) return false;
        if (before > 8 && after > 8) return true;
        bool Like(int other) => other >= 0 && other < lines.Count && lines[other].Bold == line.Bold && Math.Abs(lines[other].Height - line.Height) < 0.1 * line.Height && lines[other].Left - left > 12
            && Math.Abs(lines[other].Middle - (left + right) / 2) < 4 && Math.Abs(lines[other].Baseline - line.Baseline) < 1.7 * line.Height;
        return Like(at + 1) || at > 0 && Like(at - 1) && Math.Abs(before - after) < 4 && lines[at - 1].Bold && line.Bold;
    }

    static bool GoesOn(Gathered paragraph, TextLine next, double left, double right, double pitch, bool cell, bool centred)
    {
        var last = paragraph.Lines[^1];
        if (next.Baseline - last.Baseline > Math.Max(1.18 * pitch, 1.05 * last.Height)) return false;
        if (Math.Abs(next.Height - last.Height) > 0.15 * last.Height || next.Bold != last.Bold && !cell) return false;
        // A name that found no room behind its tab.
        if (!cell && last.Text.Contains('\t') && next.Words.Count == 1 && IsCapitals(next) && !last.Text.EndsWith('.') && !HadRoom(last.Right - left, next, right - left, last)) return true;
        if (last.Text.Contains('\t') && !cell || next.Text.Contains('\t') && !cell && !last.Text.Contains('\t')) return false;
        if ((paragraph.Alignment == Alignment.Center) != centred && !cell) return false;
        if (centred && paragraph.Alignment == Alignment.Center) return !HadRoom(last.Width + 2 * Math.Min(8, 0.03 * (right - left)), next, right - left, last) || StartsLower(next);
        // No sentence begins with a small letter; «вул. соборна» does not end one.
        if (StartsLower(next) && last.Text[^1] is '.' && last.Words[^1].Text.Length > 5 && !last.Words[^1].Text.AsSpan(0, last.Words[^1].Text.Length - 1).Contains('.')) return false;
        // «ЗАТВЕРДЖЕНО», «НАКАЗУЮ:» and the title of an office stand on lines of their own.
        if (!cell && !centred && IsCapitals(next) != IsCapitals(last)) return false;
        if (StartsItem(next) && (last.Text[^1] is '.' or ';' or ':' or ',' || StartsItem(paragraph.Lines[0]) && (!StartsWithDash(next) || StartsWithDash(paragraph.Lines[0])))) return false;
        // A point at the margin under a line that was set to the right.
        if (!cell && StartsItem(next) && paragraph.Lines[0].Left > next.Left + 0.15 * (right - left)) return false;
        var hanging = StartsItem(paragraph.Lines[0]) || paragraph.Lines.Count > 1;
        if (!cell && next.Left > last.Left + 10 && !(hanging && paragraph.Lines.Count == 1 && next.Left < last.Left + 60) && !(paragraph.Lines.Count > 1 && next.Left < paragraph.Lines[1].Left + 4)) return false;
        return !HadRoom(last.Right - left, next, right - left, last);
    }

    /// <summary>The first paragraph of a page goes on in what stood last on the page before.</summary>
    public static bool GoesOnOverPage(List<TextLine> before, Gathered next, Margins margins)
    {
        var (last, first) = (before[^1], next.Lines[0]);
        return next.Alignment == Alignment.Start && last.Bold == first.Bold && Math.Abs(first.Height - last.Height) < 0.15 * last.Height && !StartsItem(first) && !last.Text.Contains('\t')
            && (StartsLower(first) || first.Left < margins.Left + 6 && !".;:".Contains(last.Text[^1])) && !HadRoom(last.Right - margins.Left, first, margins.Right - margins.Left, last);
    }

    /// <summary>The first word of the next line, or its part up to a hyphen, would have fitted.</summary>
    static bool HadRoom(double used, TextLine next, double width, TextLine last)
    {
        var word = next.Words[0];
        var hyphen = word.Text.IndexOf('-', 1);
        // A dash that begins a line was kept with the word behind it.
        if (StartsWithDash(next)) return used + 2 * Blank(last) + word.Width + next.Words[1].Width < width - 0.5;
        var needed = hyphen > 0 && hyphen < word.Text.Length - 1 ? word.Width * (hyphen + 1) / word.Text.Length : word.Width;
        var blank = last.Text.EndsWith('-') ? 0 : Blank(last);
        return used + blank + needed < width - 0.5;
    }

    /// <summary>A blank as wide as the line's own narrowest; the lines of a printer are a hair narrower than their sum.</summary>
    static double Blank(TextLine line)
    {
        var narrowest = 0.35 * line.Height;
        for (var i = 1; i < line.Words.Count; i++) narrowest = Math.Min(narrowest, line.Words[i].Left - line.Words[i - 1].Right);
        return Math.Max(0.22 * line.Height, narrowest);
    }

    static bool IsCapitals(TextLine line) => line.Text.Count(char.IsLetter) > 3 && !line.Text.Any(char.IsLower);

    static bool StartsWithDash(TextLine line) => line.Words.Count > 1 && line.Words[0].Text is ("-" or "–" or "—");

    static bool StartsLower(TextLine line) => char.IsLower(line.Text[0]);

    /// <summary>«1.», «2)», «3.1.», «а)», «–», «•» at the start of a line.</summary>
    static bool StartsItem(TextLine line)
    {
        var word = line.Words[0].Text;
        if (word is "-" or "–" or "—" or "•" or "▪" or "" or "" or "*" or "o" or "·") return line.Words.Count > 1;
        if (word.Length > 8 || line.Words.Count == 1 && word.Length < 2) return false;
        var digits = word.TrimEnd('.', ')');
        if (digits.Length == word.Length) return false;
        return digits.Length > 0 && digits.All(c => char.IsAsciiDigit(c) || c == '.') && !(word.EndsWith('.') && digits.Count(c => c == '.') == 2 && digits.Length >= 8) || word.EndsWith(')') && digits.Length == 1;
    }

    /// <summary>
    /// Its text: lines parted by blanks. A hyphen at the end of a line keeps the break, for only words tell whether it stays;
    /// so does a line that begins with a capital, for it may begin a paragraph
    /// where the last line just filled its width; not after a comma or a dash, which end none.
    /// </summary>
    public static string Print(IEnumerable<TextLine> lines) => Print(lines, cell: false);

    /// <summary>
    /// Text of a cell. A line that ends as names with initials do keeps its break; a word that was wider than the cell and
    /// was broken without a hyphen is made whole.
    /// </summary>
    public static string PrintCell(List<TextLine> lines, double width, WholeWords known) => Print(lines, cell: true, (last, next, text) => known.AreParts(last, next, text, width)).Replace('\t', ' ');

    static string Print(IEnumerable<TextLine> lines, bool cell = false, Func<TextLine, TextLine, StringBuilder, bool>? areParts = null)
    {
        var text = new StringBuilder();
        TextLine? last = null;
        foreach (var line in lines)
        {
            if (last is not null && areParts?.Invoke(last, line, text) != true)
                text.Append(text[^1] is '-' or '\u00AD' or '‐' or '¬' && text.Length > 1 && char.IsLetter(text[^2]) || (cell ? text[^1] is '.' or ')' || line.Words[0].Text.EndsWith(':') : text[^1] is not (',' or '–' or '—')) && char.IsUpper(line.Text[0]) ? '\n' : ' ');
            text.Append(line.Text);
            last = line;
        }
        return text.ToString();
    }
}
