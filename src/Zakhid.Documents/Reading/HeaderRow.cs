using System.Buffers;
using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>
/// The heading of a plan's table: one to three rows, told by the words in them. <see cref="First"/> to
/// <see cref="After"/> are its rows; what stands above is a title or a section.
/// </summary>
sealed record HeaderRow(int First, int After, IReadOnlyList<Column> Columns)
{
    const int LongestHeading = 160;
    const int RowsToLookAt = 500;
    static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789. )");

    public static HeaderRow? Find(Grid grid, int from = 0)
    {
        for (var row = from; row < Math.Min(grid.Rows, from + 6); row++)
            if (Roles(grid, row) is { } known && known >= 2) return Read(grid, row);
        return null;
    }

    /// <summary>How many different roles the cells of a row name, or null where the row is no heading.</summary>
    public static int? Roles(Grid grid, int row)
    {
        var cells = grid.Distinct(row).Where(c => !c.IsBlank && c.Row == row).ToList();
        if (cells.Count < 2 || IsNumbered(cells[0]) || cells.Exists(c => c.Text.Length > LongestHeading)) return null;
        var known = cells.ConvertAll(c => Headings.YearOf(c.Tokens) is not null ? ColumnRole.Indicator : Headings.RoleOf(c.Tokens));
        var roles = known.Where(r => r is not (ColumnRole.Unknown or ColumnRole.Indicator)).ToHashSet();
        // Number, term and executor head a plan whatever the other columns are called.
        var telling = roles.Contains(ColumnRole.Number) && roles.Contains(ColumnRole.Term) && roles.Contains(ColumnRole.Executor);
        if (roles.Count < 2 || known.Count(r => r != ColumnRole.Unknown) * (telling ? 2 : 3) < cells.Count * (telling ? 1 : 2)) return null;
        // A row of the body may speak of terms and results too; a heading is short and holds no date, number or full sentence.
        var sentences = cells.Count(c => c.Text.Length > 70 || c.Text.EndsWith('.') && !c.Text.EndsWith("п.", StringComparison.Ordinal) || (c.Tokens.Any(t => t.Kind == TokenKind.Number) && Headings.YearOf(c.Tokens) is null && !c.Text.Contains('(')));
        return sentences * 3 > cells.Count ? null : roles.Count;
    }

    /// <summary>«12», «3.1.», but not «2024»: the row is one of the body, and nine in ten rows of a plan are told so at once.</summary>
    static bool IsNumbered(GridCell first) => first.Text is { Length: > 0 and < 9 } text && text.AsSpan().IndexOfAnyExcept(OfNumbers) < 0 && text is not ['1' or '2', _, _, not '.'];

    static HeaderRow Read(Grid grid, int first)
    {
        var after = first + 1;
        while (after < Math.Min(grid.Rows, first + 4) && IsLowerRow(grid, first, after)) after++;
        var columns = new List<Column>(grid.Columns);
        for (var c = 0; c < grid.Columns; c++) columns.Add(ColumnAt(grid, first, after, c));
        return new(first, after, Settle(columns, grid, after));
    }

    /// <summary>A row under the first of the heading: a cell from above reaches into it, or it parts a wide heading.</summary>
    static bool IsLowerRow(Grid grid, int first, int row)
    {
        var own = grid.Distinct(row).Where(c => c.Row == row && !c.IsBlank).ToList();
        if (own.Exists(c => c.Text.Length > LongestHeading) || IsColumnNumbers(grid, row)) return false;
        var reached = grid.Distinct(row).Any(c => c.Row >= first && c.Row < row && !c.IsBlank);
        if (reached && own.Count < grid.Columns) return true;
        if (IsLowerWithoutSpans(grid, first, row, own)) return true;
        var parted = grid.Distinct(row - 1).Any(c => c.ColumnSpan > 1 && c.ColumnSpan < grid.Columns);
        return parted && own.Count > 1 && own.TrueForAll(c => Headings.YearOf(c.Text) is not null || Headings.IsTotal(c.Text) || Headings.IsPartOfYear(c.Text) || (c.Text.Length < 60 && Headings.RoleOf(c.Text) != ColumnRole.Unknown));
    }

    /// <summary>
    /// The same in a format without merged cells: short words under a heading and the empty cells behind it, nothing under
    /// the headings of numbers and measures.
    /// </summary>
    static bool IsLowerWithoutSpans(Grid grid, int first, int row, List<GridCell> own)
    {
        if (row != first + 1 || own.Count < 2 || own.Count > grid.Columns - 2 || own.Exists(c => c.Column >= grid.Columns) || !own.TrueForAll(c => c is { ColumnSpan: 1, RowSpan: 1, Text.Length: < 40 })) return false;
        if (!own.Exists(c => grid[first, c.Column].IsBlank) || !own.TrueForAll(c => grid[first, c.Column].IsBlank || grid[row, Math.Min(grid.Columns - 1, c.Column + 1)] == own.Find(o => o.Column == c.Column + 1))) return false;
        for (var c = 0; c < grid.Columns; c++)
            if (!grid[row, c].IsBlank && Headings.RoleOf(grid[first, c].Text) is ColumnRole.Number or ColumnRole.Measure) return false;
        return own.TrueForAll(c => Headings.YearOf(c.Text) is not null || Headings.IsTotal(c.Text) || Headings.IsPartOfYear(c.Text) || Headings.RoleOf(c.Text) != ColumnRole.Unknown || Headings.StartsAny(c.Folded, "почат", "закінч", "кінец", "заверш", "з ", "по ", "до ", "головн", "основн", "спів"));
    }

    /// <summary>«1 | 2 | 3 | 4»: numbers of columns, each one more than the last.</summary>
    public static bool IsColumnNumbers(Grid grid, int row)
    {
        var expected = 0;
        var seen = 0;
        foreach (var cell in grid.Distinct(row))
        {
            if (cell.IsBlank) continue;
            if (!int.TryParse(cell.Text.AsSpan().Trim(". "), out var number) || number > 99) return false;
            if (seen++ == 0) expected = number;
            if (number != expected++) return false;
        }
        return seen >= 3 || (seen == 2 && grid.Columns == 2);
    }

    static Column ColumnAt(Grid grid, int first, int after, int index)
    {
        var parts = new List<GridCell>();
        if (after - first == 2 && grid[first, index].IsBlank && !grid[first + 1, index].IsBlank)
            for (var left = index - 1; left >= 0; left--)
                if (!grid[first, left].IsBlank) { parts.Add(grid[first, left]); break; }
        for (var row = first; row < after; row++)
            if (!grid[row, index].IsBlank && !parts.Contains(grid[row, index])) parts.Add(grid[row, index]);
        if (parts.Count == 0) return new(index, ColumnRole.Unknown, "");
        var heading = string.Join(" / ", parts.Select(p => p.Text));
        var upper = parts.Take(parts.Count - 1).Select(p => Headings.RoleOf(p.Text)).LastOrDefault(r => r != ColumnRole.Unknown);
        var lowest = parts[^1].Text;
        if (Headings.YearOf(lowest) is { } year)
            return new(index, upper is ColumnRole.Funding or ColumnRole.FundingSum ? ColumnRole.FundingSum : upper == ColumnRole.Term ? ColumnRole.TermMark : ColumnRole.Indicator, heading, upper == ColumnRole.Term ? lowest : year, upper != ColumnRole.Unknown);
        if (upper is ColumnRole.Funding or ColumnRole.FundingSum)
            return Headings.IsTotal(lowest) ? new(index, ColumnRole.FundingSum, heading, "total") : new(index, Headings.RoleOf(lowest) is ColumnRole.Funding && !Sums(grid, after, index) ? ColumnRole.Funding : ColumnRole.FundingSum, heading, lowest, Year: parts.Select(p => Headings.YearOf(p.Text)).FirstOrDefault(y => y is not null));
        if (upper == ColumnRole.Term)
        {
            var folded = Folding.Fold(lowest);
            if (Headings.StartsAny(folded, "почат", "з ", "від") || folded is "з" or "із") return new(index, ColumnRole.TermStart, heading);
            if (Headings.StartsAny(folded, "закінч", "кінц", "заверш", "до", "по ") || folded is "по") return new(index, ColumnRole.TermEnd, heading);
            if (Headings.IsPartOfYear(lowest)) return new(index, ColumnRole.TermMark, heading, lowest);
        }
        var own = Headings.RoleOf(lowest);
        // «Відпові дальні за виконан ня»: a column too narrow for its heading.
        if (own == ColumnRole.Unknown && lowest.Contains(' ', StringComparison.Ordinal)) own = Headings.RoleOf(lowest.Replace(" ", "", StringComparison.Ordinal));
        // «Показники / найменування»: the name of what the heading above speaks of.
        if (upper is not (ColumnRole.Unknown or ColumnRole.Number) && Folding.Fold(lowest).Trim() is "найменування" or "назва" or "перелік" or "опис") own = upper;
        var role = own != ColumnRole.Unknown ? own : upper;
        return new(index, role, heading, role == ColumnRole.FundingSum ? "total" : null);
    }

    /// <summary>One column of measures, tasks beside it as goals; columns without a telling heading by their cells.</summary>
    public static IReadOnlyList<Column> Settle(List<Column> columns, Grid grid, int after)
    {
        void Set(int i, ColumnRole role, bool sure) => columns[i] = columns[i] with { Role = role, Sure = sure };
        int Find(ColumnRole role) => columns.FindIndex(c => c.Role == role);

        for (var i = 0; i < columns.Count; i++)
            if (columns[i].Role == ColumnRole.Unknown && Shape(grid, after, i) is var shape and not ColumnRole.Unknown && Find(shape) < 0) Set(i, shape, false);

        if (Find(ColumnRole.Measure) < 0)
        {
            var task = columns.FindLastIndex(c => c.Role == ColumnRole.Task);
            if (task < 0) task = columns.FindLastIndex(c => c.Role == ColumnRole.Goal && columns.Exists(o => o.Role is ColumnRole.Term or ColumnRole.Executor));
            if (task >= 0) Set(task, ColumnRole.Measure, columns[task].Role == ColumnRole.Task);
            else if (Longest(columns, grid, after) is { } longest) Set(longest, ColumnRole.Measure, false);
        }
        var measure = Find(ColumnRole.Measure);
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Role == ColumnRole.Task) Set(i, ColumnRole.Goal, true);
            if (columns[i].Role == ColumnRole.Measure && i != measure)
            {
                // «Назва напряму | Зміст заходу»: of two, the one whose heading says «захід» holds the measures.
                var firstSays = SaysMeasure(columns[measure].Heading);
                var thisSays = SaysMeasure(columns[i].Heading);
                if (thisSays && !firstSays) { Set(measure, ColumnRole.Goal, false); measure = i; }
                else Set(i, ColumnRole.Unknown, false);
            }
            // A year under no common heading belongs to what stands before it: money or indicators.
            if (columns[i] is { Role: ColumnRole.Indicator, Sure: false } && columns.Take(i).LastOrDefault(c => c.Role is ColumnRole.Funding or ColumnRole.FundingSum or ColumnRole.Criteria) is { Role: not ColumnRole.Criteria }) Set(i, ColumnRole.FundingSum, true);
        }
        if (measure >= 0 && Find(ColumnRole.Term) < 0 && Find(ColumnRole.Executor) < 0 && Find(ColumnRole.WhoAndWhen) < 0 && Answers(grid, after, measure)) columns[measure] = columns[measure] with { Answers = true };
        // «Пріоритет: високий, середній» ranks measures and is no goal of theirs.
        if (columns.FindIndex(c => c.Role == ColumnRole.Goal && c.Heading.IndexOf(' ', StringComparison.Ordinal) < 0 && Headings.StartsAny(Folding.Fold(c.Heading), "пріорит")) is >= 0 and var rank
            && Enumerable.Range(after, grid.Rows - after).All(row => grid[row, rank].SaysNothing || grid[row, rank].Text.Length < 3 || Headings.StartsAny(grid[row, rank].Folded, "висок", "середн", "низьк", "критичн", "терміново", "звичайн"))) Set(rank, ColumnRole.Unknown, true);
        // «Термін завершення» without a start is the term.
        if (Find(ColumnRole.TermEnd) is >= 0 and var end && Find(ColumnRole.TermStart) < 0 && Find(ColumnRole.Term) < 0) Set(end, ColumnRole.Term, true);
        // «Місяць | Дата»: the month over its days says nothing more.
        if (columns.FindIndex(c => c.Role == ColumnRole.Term && Headings.StartsAny(Folding.Fold(c.Heading), "місяц")) is >= 0 and var month && columns.Exists(c => c.Role == ColumnRole.Term && c.Index != month && Headings.StartsAny(Folding.Fold(c.Heading), "дата", "число"))) Set(month, ColumnRole.Unknown, true);
        // «Дата | Час»: the hour beside its day is no second term.
        if (columns.FindIndex(c => c.Role == ColumnRole.Term && Headings.StartsAny(Folding.Fold(c.Heading), "час")) is >= 0 and var hour && columns.Exists(c => c.Role == ColumnRole.Term && c.Index != hour)) Set(hour, ColumnRole.Unknown, true);
        // Of goals of several levels the one beside the measure is its goal.
        var goals = columns.Where(c => c.Role == ColumnRole.Goal).Select(c => c.Index).ToList();
        foreach (var goal in goals.SkipLast(goals.Count > 0 && goals[^1] < measure ? 1 : 0))
            if (goals.Count > 1 && goal != goals[^1]) Set(goal, ColumnRole.Unknown, true);
        // Sums without words for their source are the funding column where there is no other.
        if (Find(ColumnRole.Funding) < 0 && columns.FindIndex(c => c.Role == ColumnRole.FundingSum && c.Key == "total") is >= 0 and var sums && Words(grid, after, sums)) Set(sums, ColumnRole.Funding, true);
        return columns;
    }

    /// <summary>Most cells of the column say who or when by a label behind their first line.</summary>
    static bool Answers(Grid grid, int after, int column)
    {
        int said = 0, all = 0;
        for (var row = after; row < grid.Rows; row++)
        {
            if (grid[row, column] is not { IsBlank: false, ColumnSpan: 1 } cell) continue;
            all++;
            if (cell.Lines.Split('\n').Skip(1).Any(l => MeasureParagraph.LabelAt(l) is { Role: ColumnRole.Term or ColumnRole.Executor })) said++;
        }
        return said > 0 && said * 2 > all;
    }

    /// <summary>Most cells of the column hold a sum: «обласний бюджет» heads its money, not its name.</summary>
    static bool Sums(Grid grid, int after, int column)
    {
        int sums = 0, all = 0;
        for (var row = after; row < grid.Rows; row++)
        {
            if (grid[row, column].SaysNothing || grid[row, column].ColumnSpan > 1 || IsColumnNumbers(grid, row)) continue;
            all++;
            if (MeasureDraft.Sum(grid[row, column].Text) is not null && !grid[row, column].Text.Any(char.IsLetter)) sums++;
        }
        return sums * 2 > all;
    }

    static bool SaysMeasure(string heading) => Folding.Fold(heading) is var folded && (folded.Contains("захід", StringComparison.Ordinal) || folded.Contains("заход", StringComparison.Ordinal));

    static bool Words(Grid grid, int after, int column)
    {
        int words = 0, all = 0;
        for (var row = after; row < grid.Rows; row++)
        {
            if (grid[row, column].SaysNothing) continue;
            all++;
            if (grid[row, column].Tokens.Count(t => t.Kind == TokenKind.Word && t.Text.Length > 3 && t.Text is not ("тис" or "грн")) >= 2) words++;
        }
        return words * 2 > all;
    }

    static int? Longest(List<Column> columns, Grid grid, int after)
    {
        int? best = null;
        var length = 0L;
        foreach (var column in columns.Where(c => c.Role == ColumnRole.Unknown))
        {
            var total = 0L;
            for (var row = after; row < grid.Rows; row++) total += grid[row, column.Index].Text.Length;
            if (total > length) (best, length) = (column.Index, total);
        }
        return best;
    }

    /// <summary>What most cells of a column look like: running numbers, terms, bodies.</summary>
    public static ColumnRole Shape(Grid grid, int after, int column)
    {
        int cells = 0, numbers = 0, terms = 0, bodies = 0, sources = 0;
        // Of thousands of rows some hundreds tell as much.
        var step = 1 + ((grid.Rows - after) / RowsToLookAt);
        for (var row = after; row < grid.Rows; row += step)
        {
            var cell = grid[row, column];
            if (cell.SaysNothing || cell.ColumnSpan > 2 || cell.Row != row || HeaderRow.IsColumnNumbers(grid, row)) continue;
            if (column == 0 && cell.Text.Length > 8 && grid.Distinct(row).All(c => c == cell || c.IsBlank)) continue;
            cells++;
            if (Shapes.NumberLabel(cell.Text) is not null) numbers++;
            else if (Shapes.IsTerm(cell.Tokens)) terms++;
            else if (cell.Text.Length < 90 && Headings.StartsAny(cell.Folded, "міський бюдж", "місцевий бюдж", "обласний бюдж", "державний бюдж", "районний бюдж", "бюджет", "кошти", "не потреб")) sources++;
            else if (Shapes.AreExecutors(cell.Text)) bodies++;
        }
        if (cells == 0) return ColumnRole.Unknown;
        if (numbers * 10 >= cells * 8 && column <= 1) return ColumnRole.Number;
        if (terms * 10 >= cells * 7) return ColumnRole.Term;
        if (sources * 10 >= cells * 7) return ColumnRole.Funding;
        return bodies * 10 >= cells * 7 ? ColumnRole.Executor : ColumnRole.Unknown;
    }
}
