using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>What an amending act quotes as the new wording of points of a plan: pieces, without the outer quotation marks.</summary>
/// <param name="Pieces">What is quoted.</param>
/// <param name="Last">The line that closes the quotation.</param>
/// <param name="First">Where it begins among the pieces that it was found in.</param>
/// <param name="Count">How many of those it takes.</param>
sealed record NewWording(IReadOnlyList<Piece> Pieces, Line Last, int First, int Count)
{
    public string Text => string.Join('\n', Pieces.OfType<LinePiece>().Select(p => p.Line.Label is { } label ? $"{label} {p.Line.Text}" : p.Line.Text));
}

/// <summary>
/// Finds new wordings: behind «в такій редакції:», «такого змісту:», from the opening quotation mark to the one that
/// closes it, or the table that stands there.
/// </summary>
sealed class WordingReader(IReadOnlyList<Piece> pieces)
{
    public NewWording? Opens(Line line, IReadOnlyList<Line> clause)
    {
        if (clause.Count == 0 || !Announces(clause) || !(line.Text[0] is '«' or '"' or '“' or '„')) return null;
        var at = pieces.ToList().FindIndex(p => p is LinePiece l && l.Line == line);
        return at < 0 ? null : Take(pieces, at);
    }

    /// <summary>«… викласти в такій редакції:», «доповнити пунктом 7¹ такого змісту:».</summary>
    public static bool Announces(IReadOnlyList<Line> clause)
    {
        var text = Folding.Fold(string.Join(' ', clause.TakeLast(4).Select(l => l.Text))).TrimEnd();
        return (text.EndsWith(':') || text.EndsWith("редакції", StringComparison.Ordinal) || text.EndsWith("змісту", StringComparison.Ordinal))
            && (text.Contains("редакції", StringComparison.Ordinal) || text.Contains("такого змісту", StringComparison.Ordinal) || text.Contains("наступного змісту", StringComparison.Ordinal) || text.Contains("доповнити", StringComparison.Ordinal));
    }

    /// <summary>«… в такій редакції: «3. …»» in one line, as two.</summary>
    public static List<Piece> Part(List<Piece> pieces)
    {
        var parted = new List<Piece>(pieces.Count);
        foreach (var piece in pieces)
        {
            if (piece is not LinePiece { Line: var line } || QuoteBehindColon(line) is not { } at) { parted.Add(piece); continue; }
            parted.Add(new LinePiece(line with { Raw = line.Text[..at].TrimEnd(), Text = line.Text[..at].TrimEnd() }));
            parted.Add(new LinePiece(line with { Raw = line.Text[at..], Text = line.Text[at..], Label = null, Blanks = 0 }));
        }
        return parted;
    }

    static int? QuoteBehindColon(Line line)
    {
        var colon = line.Text.IndexOf(": «", StringComparison.Ordinal);
        if (colon < 0) colon = line.Text.IndexOf(": \"", StringComparison.Ordinal);
        return colon > 0 && Announces([line with { Text = line.Text[..(colon + 1)] }]) ? colon + 2 : null;
    }

    public static NewWording Take(IReadOnlyList<Piece> pieces, int at)
    {
        var taken = new List<Piece>();
        var depth = 0;
        Line last = ((LinePiece)pieces[at]).Line;
        var next = at;
        for (var i = at; i < pieces.Count; i++)
        {
            if (i > at && depth <= 0 && pieces[i] is LinePiece) break;
            next = i + 1;
            if (pieces[i] is not LinePiece { Line: var line }) { taken.Add(pieces[i]); continue; }
            var text = line.Text;
            var straight = text.Count(c => c == '"');
            depth += text.Count(c => c is '«' or '“' or '„') - text.Count(c => c is '»' or '”');
            if (straight > 0 && straight % 2 == 1) depth += i == at ? 1 : -1;
            var closes = depth <= 0;
            var raw = i == at ? line.Raw.TrimStart().TrimStart('«', '"', '“', '„') : line.Raw;
            if (closes) raw = CutClosing(raw);
            var mended = Printed.Mend(raw);
            if (mended.Length > 0) taken.Add(new LinePiece(line with { Raw = raw, Text = mended }));
            last = line;
            if (closes) break;
        }
        return new(taken, last, at, next - at);
    }

    /// <summary>Every wording in the body of an annex of changes.</summary>
    public static List<NewWording> All(IReadOnlyList<Piece> body)
    {
        var wordings = new List<NewWording>();
        var clause = new List<Line>();
        for (var i = 0; i < body.Count; i++)
        {
            if (body[i] is not LinePiece { Line: var line }) { if (Announces(clause)) wordings.Add(new([body[i]], clause[^1], i, 1)); continue; }
            if (line.Text[0] is '«' or '"' or '“' or '„' && Announces(clause))
            {
                wordings.Add(Take(body, i));
                i += wordings[^1].Count - 1;
                clause.Clear();
            }
            else clause.Add(line);
        }
        return wordings;
    }

    static string CutClosing(string raw)
    {
        var text = raw.TrimEnd().TrimEnd('.', ';', ',');
        return text.EndsWith('»') || text.EndsWith('"') || text.EndsWith('”') ? text[..^1] : raw;
    }
}
