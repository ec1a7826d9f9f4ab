using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>What columns and rows add to a measure beside its words: sums by source and year, marks by quarter, rows under a merged cell.</summary>
sealed partial class PlanTable
{
    /// <summary>The measure's cell comes down from the row above: this row only adds a source, an executor, an indicator.</summary>
    bool IsSubRow(int row)
    {
        if (_plan.Measures.Count == 0) return false;
        var text = CellOf(ColumnRole.Measure, row)!;
        if (text.Row < row && !text.IsBlank) return CellOf(ColumnRole.Number, row) is not { } number || number.Row < row || number.IsBlank;
        // Without spans: nothing but a further source with its sums, or a further indicator.
        if (!text.IsBlank || CellOf(ColumnRole.Number, row) is { IsBlank: false } || CellOf(ColumnRole.Term, row) is { IsBlank: false }) return false;
        return CellOf(ColumnRole.Funding, row) is { IsBlank: false } source && _columns.Any(c => c.Role == ColumnRole.FundingSum && _grid[row, c.Index] is { IsBlank: false } sum && (char.IsUpper(source.Text[0]) || MeasureDraft.Sum(sum.Text) is not null));
    }

    void AddSums(MeasureDraft draft, int row)
    {
        var columns = _columns.Where(c => c.Role == ColumnRole.FundingSum).ToList();
        if (columns.Count == 0) return;
        var source = CellOf(ColumnRole.Funding, row) is { SaysNothing: false } cell ? Folding.Collapse(cell.Text) : "";
        var bySource = source.Length == 0 && columns.TrueForAll(c => c.Key is null || (c.Key != "total" && Headings.YearOf(c.Key) is null) || c.Key == "total") && columns.Exists(c => c.Key is not null && c.Key != "total");
        var sums = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            var value = _grid[row, column.Index];
            if (value.SaysNothing) continue;
            if (MeasureDraft.Sum(value.Text) is not { } sum)
            {
                if (source.Length == 0) draft.Add("funding", value.Lines, value.Place);
                continue;
            }
            if (bySource && column.Key != "total")
            {
                if (sum == 0) continue;
                draft.Add("funding", column.Key!, value.Place);
                var at = draft.FundingItems.FindIndex(item => item.Source == column.Key);
                var known = at < 0 ? new(StringComparer.Ordinal) : new Dictionary<string, decimal>(draft.FundingItems[at].Sums, StringComparer.Ordinal);
                known[column.Year ?? "total"] = sum;
                if (at < 0) draft.FundingItems.Add(new(column.Key!, known));
                else draft.FundingItems[at] = new(column.Key!, known);
            }
            else sums.TryAdd(column.Key ?? "total", sum);
            draft.Places.TryAdd("funding_items", value.Place);
        }
        if (sums.Count > 0 && !Shapes.IsTotal(source) && !bySource) draft.FundingItems.Add(new(source, sums));
    }

    /// <summary>Columns of quarters or months with marks: the term is the headings of the marked ones.</summary>
    void AddMarks(MeasureDraft draft, int row)
    {
        var marked = _columns.Where(c => c.Role == ColumnRole.TermMark && !_grid[row, c.Index].SaysNothing).ToList();
        if (marked.Count == 0) return;
        // «I | II» under «квартал» are quarters; a word in the cell («до 15») says more than a mark.
        var quarters = marked.TrueForAll(c => Folding.Roman(Folding.Fold(c.Key!).Trim()) is not null);
        var said = string.Join(", ", marked.Select(c => c.Key + (_grid[row, c.Index].Text.Length > 3 ? " " + _grid[row, c.Index].Text : "")));
        draft.Add("term_text", quarters ? said + (marked.Count == 1 ? " квартал" : " квартали") : said, _grid[row, marked[0].Index].Place);
        draft.Doubts.Add("term_text");
    }

    void AddSubRow(int row)
    {
        var draft = _plan.Measures[^1];
        foreach (var column in _columns)
        {
            var cell = _grid[row, column.Index];
            if (cell.SaysNothing || cell.Row < row || column.Role is ColumnRole.Number or ColumnRole.Measure) continue;
            if (column.Role == ColumnRole.Funding && Shapes.IsTotal(cell.Text)) continue;
            AddCell(draft, column, row);
        }
        AddSums(draft, row);
        AddMarks(draft, row);
    }
}
