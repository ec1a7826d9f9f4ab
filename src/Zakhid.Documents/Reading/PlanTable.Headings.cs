using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>Rows that are no measures: headings of sections, the heading of the columns typed again, totals.</summary>
sealed partial class PlanTable
{
    void ReadAbove(int row)
    {
        var cells = _grid.Distinct(row).Where(c => !c.IsBlank && c.Row == row).ToList();
        if (cells.Count == 1 && !Titles.IsPlanTitle(cells[0].Text) && !Shapes.IsNoise(cells[0].Text)) _plan.OpenHeading(cells[0].Text, cells[0].Place);
    }

    /// <summary>The heading typed again on a new page, perhaps with its columns in another order.</summary>
    HeaderRow? RepeatedHeading(int row)
    {
        if (HeaderRow.Roles(_grid, row) is not { } roles || HeaderRow.Find(_grid, row) is not { } again || again.First != row) return null;
        var same = again.Columns.Count(c => c.Heading.Length > 0 && string.Equals(Folding.Key(c.Heading), Folding.Key(_columns[c.Index].Heading), StringComparison.Ordinal));
        return same * 2 >= _grid.Columns || (roles >= 3 && again.Columns.Count(c => c.Sure && c.Role != ColumnRole.Unknown) == _grid.Columns) ? again : null;
    }

    /// <summary>One cell over the whole width, perhaps behind a number of its own: a heading, also when it is a date.</summary>
    (string Text, Place Place)? Heading(int row)
    {
        var cells = _grid.Distinct(row).Where(c => !c.IsBlank && c.Row == row).ToList();
        if (cells.Count == 0 || _grid.Distinct(row).Any(c => c.Row < row && !c.IsBlank)) return null;
        if (cells.Count == 1)
        {
            var cell = cells[0];
            if (cell.ColumnSpan >= _grid.Columns - 1 && _grid.Columns > 1 && (cell.ColumnSpan > 1 || _grid.Columns == 2)) return (cell.Text, cell.Place);
            if (cell.ColumnSpan > 1 && cell.ColumnSpan * 3 >= _grid.Columns * 2) return (cell.Text, cell.Place);
            // A format without spans leaves the other cells of a heading empty.
            if (_plan.HeadingsRunOver && cell.Column == 0 && _grid.Columns >= 3 && !Shapes.IsTerm(cell.Tokens) && char.IsLetterOrDigit(cell.Text[0]) && !char.IsLower(cell.Text[0]) && cell.Text.Any(char.IsLetter) && Shapes.NumberLabel(cell.Text) is null && RoleAt(0) != ColumnRole.Measure) return (cell.Text, cell.Place);
            if (Shapes.IsSectionHeading(cell.Text) || (_grid.Columns >= 3 && cell.Column <= 1 && (cell.Bold || cell.Text.Length > 3 && !cell.Text.Any(char.IsLower) && cell.Text.Any(char.IsLetter)))) return (cell.Text, cell.Place);
            return null;
        }
        if (cells.Count == 2 && RoleAt(cells[0].Column) is ColumnRole.Number or ColumnRole.Unknown && (cells[1].ColumnSpan >= _grid.Columns - 1 - cells[0].Column && cells[1].ColumnSpan > 1)
            && (Shapes.NumberLabel(cells[0].Text) is not null || cells[0].Text.Length < 8 || Folding.Roman(Folding.Fold(cells[0].Text).Trim('.', ')', ' ')) is not null))
            return ($"{cells[0].Text.TrimEnd('.')}. {cells[1].Text}", cells[1].Place);
        // «І | Організаційні заходи | | |»: a Roman number in the column of numbers, nothing else but the heading.
        if (cells.Count == 2 && Folding.Roman(Folding.Fold(cells[0].Text).Trim('.', ')', ' ')) is not null && RoleAt(cells[1].Column) is ColumnRole.Measure or ColumnRole.Goal)
            return ($"{cells[0].Text.TrimEnd('.')}. {cells[1].Text}", cells[1].Place);
        // «1. | Соціальна підтримка | | |» over «1.1.».
        if (cells.Count == 2 && RoleAt(cells[0].Column) == ColumnRole.Number && RoleAt(cells[1].Column) is ColumnRole.Measure or ColumnRole.Goal && Shapes.NumberLabel(cells[0].Text) is { } label && NextNumber(row)?.StartsWith(label + ".", StringComparison.Ordinal) == true)
            return ($"{label}. {cells[1].Text}", cells[1].Place);
        // «7 | Розділ 2. Соціальна підтримка | | |» typed into a row that was numbered before.
        if (cells.Count == 2 && cells[1].Place.Sheet is not null && RoleAt(cells[0].Column) == ColumnRole.Number && RoleAt(cells[1].Column) is ColumnRole.Measure && Shapes.IsSectionHeading(cells[1].Text)) return (cells[1].Text, cells[1].Place);
        return null;
    }

    /// <summary>
    /// «3 | Оцифрувати предмети: | | |» over «3.1 | живопис | …» or «– | живопис | …»: a row that says neither who nor when,
    /// and waits by its colon for those that do, is the goal of them.
    /// </summary>
    bool OpensLead(int row)
    {
        if (_lead is not null || CellOf(ColumnRole.Measure, row) is not { IsBlank: false } text || text.Row < row || text.ColumnSpan > 1 || !text.Text.EndsWith(':') || IsAnswered(row)) return false;
        var label = CellOf(ColumnRole.Number, row) is { IsBlank: false } number ? Shapes.NumberLabel(number.Text) : null;
        var next = row + 1;
        while (next < _grid.Rows && _grid.IsRowBlank(next)) next++;
        if (next >= _grid.Rows || !IsAnswered(next)) return false;
        _lead = ($"{(label is null ? "" : label + ". ")}{text.Text}", text.Place, label, _plan.Goal, _plan.GoalPlace);
        if (!IsUnderLead(next)) { _lead = null; return false; }
        (_plan.Goal, _plan.GoalPlace) = (_lead.Value.Text, text.Place);
        return true;
    }

    bool? _hasPlainPoints;

    /// <summary>A point «2» that itself says who or when: a point «1» over «1.1» is then a point as well and no section.</summary>
    bool HasPlainPoints => _hasPlainPoints ??= Enumerable.Range(_first, _grid.Rows - _first).Any(row =>
        CellOf(ColumnRole.Number, row) is { IsBlank: false } number && Shapes.NumberLabel(number.Text) is { } label && !label.Contains('.', StringComparison.Ordinal) && CellOf(ColumnRole.Measure, row) is { IsBlank: false } && IsAnswered(row));

    void CloseLead()
    {
        if (_plan.Goal == _lead!.Value.Text) (_plan.Goal, _plan.GoalPlace) = (_lead.Value.Before, _lead.Value.BeforePlace);
        _lead = null;
    }

    /// <summary>A row of its own who or when.</summary>
    bool IsAnswered(int row)
    {
        foreach (var role in (ColumnRole[])[ColumnRole.Term, ColumnRole.Executor, ColumnRole.WhoAndWhen])
            if (CellOf(role, row) is { SaysNothing: false } cell && cell.Row == row) return true;
        return false;
    }

    /// <summary>Numbered under the leading row, or without a number and beginning like a point of a list.</summary>
    bool IsUnderLead(int row)
    {
        if (CellOf(ColumnRole.Measure, row) is not { IsBlank: false } text) return false;
        if (CellOf(ColumnRole.Number, row) is { IsBlank: false } number) return _lead!.Value.Number is { } over && Shapes.NumberLabel(number.Text)?.StartsWith(over + ".", StringComparison.Ordinal) == true;
        if (Shapes.NumberStart(text.Text) is { } start) return _lead!.Value.Number is { } outer ? start.Number.StartsWith(outer + ".", StringComparison.Ordinal) || text.Text[..start.Length].Contains(')') : text.Text[..start.Length].Contains(')');
        return text.Text[0] is '-' or '–' or '—' or '•' or '·' || char.IsLower(text.Text[0]);
    }

    string? NextNumber(int row)
    {
        while (++row < _grid.Rows)
            if (CellOf(ColumnRole.Number, row) is { IsBlank: false } cell) return cell.Text;
        return null;
    }

    /// <summary>«приклад» where a number would stand: how to fill the row, not a measure.</summary>
    bool IsExample(int row) => CellOf(ColumnRole.Number, row) is { Tokens: [{ Text: "приклад" or "зразок" }, ..] };

    bool IsTotal(int row)
    {
        foreach (var cell in _grid.Distinct(row))
        {
            if (cell.SaysNothing || Shapes.NumberLabel(cell.Text) is not null) continue;
            return Shapes.IsTotal(cell.Text) && (cell.Row == row) && RoleAt(cell.Column) is not (ColumnRole.Funding or ColumnRole.Executor);
        }
        return false;
    }
}
