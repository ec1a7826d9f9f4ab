using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>
/// A table that was saved as plain lines, a cell a line and nothing between rows. The headings tell how many cells a row
/// has; which lines make which cell is the division that costs least, where a cell that does not look like its column
/// (a number, a term, bodies) costs much, and a cell of several lines a little.
/// </summary>
sealed class LineTable
{
    const int LongestCell = 9;
    const double Impossible = 1e9;

    readonly IReadOnlyList<string> _lines;
    readonly ColumnRole[] _roles;
    readonly Dictionary<(int, int, int), double> _costs = [];

    LineTable(IReadOnlyList<string> lines, ColumnRole[] roles) => (_lines, _roles) = (lines, roles);

    /// <summary>The rows of lines under headings of these roles; a row of one cell is a heading over measures.</summary>
    public static List<List<string>>? Rows(IReadOnlyList<string> lines, ColumnRole[] roles)
    {
        if (lines.Count < roles.Length || lines.Count > 6000) return null;
        var table = new LineTable(lines, roles);
        return table.Divide();
    }

    List<List<string>>? Divide()
    {
        var n = _lines.Count;
        var best = new double[n + 1];
        var step = new int[n + 1];
        Array.Fill(best, Impossible, 0, n);
        for (var i = n - 1; i >= 0; i--)
        {
            var blank = _lines[i].Length == 0;
            Offer(i, 1, (blank ? 0.3 : Shapes.IsSectionHeading(_lines[i]) ? 0.5 : Shapes.IsNoise(_lines[i]) || Shapes.IsTotal(_lines[i]) ? 1 : 6) + best[i + 1], -1);
            if (blank) continue;
            for (var m = _roles.Length; m <= Math.Min(n - i, _roles.Length + 14); m++)
                if (best[i + m] < Impossible) Offer(i, m, RowCost(i, m) + best[i + m], m);
        }
        if (best[0] >= Impossible || best[0] > n) return null;

        var rows = new List<List<string>>();
        for (var i = 0; i < n;)
        {
            if (step[i] < 0) { if (_lines[i].Length > 0) rows.Add([_lines[i]]); i++; continue; }
            rows.Add(Cells(i, step[i]));
            i += step[i];
        }
        return rows;

        void Offer(int at, int length, double cost, int kind)
        {
            if (cost < best[at]) (best[at], step[at]) = (cost, kind < 0 ? -1 : length);
        }
    }

    double RowCost(int from, int length) => Best(from, length).Cost;

    List<string> Cells(int from, int length)
    {
        var cuts = Best(from, length).Cuts!;
        var cells = new List<string>(_roles.Length);
        for (var c = 0; c < _roles.Length; c++) cells.Add(string.Join('\n', _lines.Skip(from + cuts[c]).Take(cuts[c + 1] - cuts[c]).Where(l => l.Length > 0)));
        return cells;
    }

    /// <summary>The cheapest division of a row's lines into its cells, at least a line each.</summary>
    (double Cost, int[]? Cuts) Best(int from, int length)
    {
        var cells = _roles.Length;
        var cost = new double[cells + 1, length + 1];
        var took = new int[cells + 1, length + 1];
        for (var c = 0; c <= cells; c++) for (var j = 0; j <= length; j++) cost[c, j] = Impossible;
        cost[0, 0] = 0;
        for (var c = 1; c <= cells; c++)
            for (var j = c; j <= length - (cells - c); j++)
                for (var take = 1; take <= Math.Min(LongestCell, j - c + 1); take++)
                {
                    if (cost[c - 1, j - take] >= Impossible) continue;
                    var total = cost[c - 1, j - take] + CellCost(_roles[c - 1], from + j - take, take);
                    if (total < cost[c, j]) (cost[c, j], took[c, j]) = (total, take);
                }
        if (cost[cells, length] >= Impossible) return (Impossible, null);
        var cuts = new int[cells + 1];
        cuts[cells] = length;
        for (var c = cells; c > 0; c--) cuts[c - 1] = cuts[c] - took[c, cuts[c]];
        return (cost[cells, length], cuts);
    }

    double CellCost(ColumnRole role, int from, int count)
    {
        if (_costs.TryGetValue(((int)role, from, count), out var known)) return known;
        var text = Folding.Collapse(string.Join(' ', _lines.Skip(from).Take(count)));
        var blanks = _lines.Skip(from).Take(count).Count(l => l.Length == 0);
        var cost = (count - 1) * 0.3 + (count > 1 ? blanks * 0.5 : 0) + Unlike(role, text);
        return _costs[((int)role, from, count)] = cost;
    }

    /// <summary>How little a text looks like a cell of a column.</summary>
    static double Unlike(ColumnRole role, string text)
    {
        if (text.Length == 0) return role switch { ColumnRole.Measure => 4, ColumnRole.Number => 2.5, ColumnRole.Term or ColumnRole.Executor => 1.5, _ => 0.4 };
        var tokens = Token.Cut(text);
        var number = Shapes.NumberLabel(text) is not null;
        return role switch
        {
            ColumnRole.Number => number ? 0 : 6,
            ColumnRole.Term => Shapes.IsTerm(tokens) ? 0 : number ? 4 : 3,
            ColumnRole.Executor or ColumnRole.Supervisor => Shapes.AreExecutors(text) ? 0 : number || Shapes.IsTerm(tokens) ? 4 : 2,
            ColumnRole.Measure => number || text.Length < 8 ? 4 : Shapes.IsTerm(tokens) ? 3 : Shapes.AreExecutors(text) ? 1.5 : 0,
            ColumnRole.FundingSum or ColumnRole.Indicator => text.Any(char.IsAsciiDigit) && text.Length < 20 || text.Length <= 2 ? 0 : 2,
            ColumnRole.Funding => Folding.Fold(text) is var f && (f.Contains("бюджет", StringComparison.Ordinal) || f.Contains("кошт", StringComparison.Ordinal) || f.Contains("фінанс", StringComparison.Ordinal)) ? 0 : 1,
            _ => number ? 2 : Shapes.IsTerm(tokens) ? 1 : 0.2,
        };
    }
}
