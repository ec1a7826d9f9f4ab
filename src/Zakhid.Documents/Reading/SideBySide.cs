using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>
/// «ПОГОДЖЕНО      ЗАТВЕРДЖУЮ» typed beside each other with blanks or tabs between: the lines below are cut at the same
/// gap, and the left mark is read before the right one.
/// </summary>
static class SideBySide
{
    const int LongestMark = 12;

    public static List<Piece> Part(List<Piece> pieces)
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i] is not LinePiece { Line: var head } || Cells(head.Raw) is not [var (left, _), var (right, at)] || !IsMark(left, head) || !IsMark(right, head)) continue;
            var end = i + 1;
            while (end < pieces.Count && end - i < LongestMark && pieces[end] is LinePiece { Line: { Blanks: 0 } line } && Cells(line.Raw).Count is 1 or 2 && !Titles.IsPlanTitle(line.Text)) end++;
            var lines = pieces[i..end].ConvertAll(p => ((LinePiece)p).Line);
            return [.. pieces[..i], .. Side(lines, at, isRight: false), .. Side(lines, at, isRight: true), .. pieces[end..]];
        }
        return pieces;
    }

    static bool IsMark(string text, Line line) => Titles.IsApprovalMark(line with { Raw = text, Text = Printed.Mend(text) });

    static IEnumerable<Piece> Side(List<Line> lines, int at, bool isRight)
    {
        foreach (var line in lines)
        {
            var cells = Cells(line.Raw);
            var own = cells.Count == 2 ? cells[isRight ? 1 : 0].Text : cells[0].Column * 3 >= at * 2 == isRight ? cells[0].Text : null;
            if (own is not null) yield return new LinePiece(line with { Raw = own, Text = Printed.Mend(own) });
        }
    }

    /// <summary>What a wide gap parts, with the place where each begins; a tab is as wide as eight blanks.</summary>
    static List<(string Text, int Column)> Cells(string raw)
    {
        var cells = new List<(string, int)>();
        var column = 0;
        var start = -1;
        var (begun, gap) = (0, 0);
        for (var i = 0; i <= raw.Length; i++)
        {
            var blank = i < raw.Length && raw[i] is ' ' or '\t' or '\u00A0';
            if (i == raw.Length || blank)
            {
                gap += i < raw.Length && raw[i] == '\t' ? 8 : 1;
                if (start >= 0 && (gap > 3 || i == raw.Length)) { cells.Add((raw[start..i].Trim(), begun)); start = -1; }
            }
            else
            {
                if (start < 0) (start, begun) = (i, column);
                gap = 0;
            }
            column += i < raw.Length && raw[i] == '\t' ? 8 : 1;
        }
        return cells;
    }
}
