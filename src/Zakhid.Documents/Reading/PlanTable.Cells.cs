namespace Zakhid.Documents.Reading;

/// <summary>The cells of a row, each into its field of the measure.</summary>
sealed partial class PlanTable
{
    static string? Field(ColumnRole role) => role switch
    {
        ColumnRole.Measure => "text",
        ColumnRole.Goal => "goal",
        ColumnRole.Audience => "audience",
        ColumnRole.Criteria => "criteria",
        ColumnRole.Funding => "funding",
        ColumnRole.Term => "term_text",
        ColumnRole.Executor => "executors",
        ColumnRole.Supervisor => "supervisors",
        ColumnRole.Venue => "place",
        _ => null,
    };

    void AddRow(int row)
    {
        if (CellOf(ColumnRole.Measure, row) is { IsBlank: true } && CellOf(ColumnRole.Goal, row) is null or { IsBlank: true }) { if (!IsWorthARemark(row)) return; }
        var draft = new MeasureDraft { Section = _plan.Section };
        foreach (var column in _columns) AddCell(draft, column, row);
        AddSums(draft, row);
        AddMarks(draft, row);
        if (_plan.GoalHoldsPoints && !IsPoint(row)) _plan.Goal = null;
        if (!draft.Has("goal") && _plan.Goal is { } goal) draft.Add("goal", goal, _plan.GoalPlace!);
        InheritMerged(draft, row);
        if (draft.Text("text") is null) return;
        _plan.Measures.Add(draft);
        if (_grid.Joined[row]) SayJoined(row);
    }

    /// <summary>«2) …» and not «2. …»: numbered with a bracket, in its own cell or before the measure.</summary>
    bool IsPoint(int row)
    {
        foreach (var role in (ColumnRole[])[ColumnRole.Number, ColumnRole.Measure])
            if (CellOf(role, row) is { IsBlank: false } cell && Shapes.NumberStart(cell.Text) is { } start) return cell.Text.AsSpan(0, start.Length).Contains(')');
        return true;
    }

    bool IsWorthARemark(int row)
    {
        var said = string.Join(" · ", _grid.Distinct(row).Where(c => !c.IsBlank && c.Row == row).Select(c => c.Text));
        if (said.Length > 0 && !Shapes.IsNoise(said))
            _plan.Remarks.Add(new("text.leftover", "/measures", _grid[row, 0].Place, $"Рядок таблиці без заходу пропущено: «{Shorten(said)}».", "Якщо це захід, додайте його вручну.", Severity.Question));
        return false;
    }

    /// <summary>At most eighty characters, cut between words.</summary>
    public static string Shorten(string text) => text.Length <= 80 ? text : text[..Math.Max(40, text.LastIndexOf(' ', 79))].TrimEnd(' ', ',', '–') + "…";

    void AddCell(MeasureDraft draft, Column column, int row)
    {
        var cell = _grid[row, column.Index];
        if (Field(column.Role) is "term_text" or "executors" or "funding" or "criteria" && Shapes.IsDitto(cell.Text)) { TakeFromAbove(draft, Field(column.Role)!, cell.Place); return; }
        if (cell.SaysNothing) return;
        if (column.Role == ColumnRole.Number) { ReadNumber(draft, cell); return; }
        if (column.Role == ColumnRole.Indicator) { draft.Indicators[column.Key!] = cell.Text; draft.Places.TryAdd("indicators", cell.Place); return; }
        if (column.Role == ColumnRole.TermStart) { draft.Add("term_text", cell.Text, cell.Place); return; }
        if (column.Role == ColumnRole.TermEnd) { var start = draft.Text("term_text"); draft.Add("term_text", start is null ? cell.Text : "– " + cell.Text, cell.Place); return; }
        if (column.Role == ColumnRole.WhoAndWhen) { MeasureParagraph.ReadWhoAndWhen(cell, draft); return; }
        if (column is { Role: ColumnRole.Measure, Answers: true })
        {
            MeasureParagraph.Read([.. cell.Lines.Split('\n').Select(l => new Line(l, l, cell.Place))], draft);
            return;
        }
        if (Field(column.Role) is not { } field) return;
        var lines = cell.Lines;
        // «1 | Житло | 1.1. Ремонт …»: the row's number is the direction's, the measure has its own behind it.
        if (field == "text" && Shapes.NumberStart(cell.Text) is { } start2 && start2.Length < cell.Text.Length && LooksNumbered(column.Index)
            && (draft.Number is null ? _columns.All(c => c.Role != ColumnRole.Number) || CellOf(ColumnRole.Number, row)!.IsBlank : start2.Number.StartsWith(draft.Number + ".", StringComparison.Ordinal) || NumbersGoals(column.Index, cell.Text, start2.Number)))
        {
            draft.Number = Shapes.PrintedNumber(cell.Text, start2.Number);
            draft.Places["no"] = cell.Place;
            lines = cell.Text[start2.Length..];
        }
        if (field == "text" && _lead is not null) lines = lines.TrimStart('-', '–', '—', '•', '·', ' ');
        if (field == "executors" && draft.Has(field) && Shapes.IsTotal(cell.Text)) return;
        if (field == "funding" && MeasureDraft.SumAndSource(lines) is var (sum, source))
        {
            lines = source;
            draft.FundingItems.Add(new(source, new Dictionary<string, decimal>(StringComparer.Ordinal) { ["total"] = sum }));
        }
        draft.Add(field, lines, cell.Place);
        // One cell under the headings of several columns says too much for each.
        if (!column.Sure || cell.ColumnSpan > 1 && Enumerable.Range(cell.Column, cell.ColumnSpan).Select(c => Field(RoleAt(c))).OfType<string>().Distinct().Count() > 1) draft.Doubts.Add(field);
    }

    /// <summary>«-//-», «те саме»: what the row above says, and is asked about.</summary>
    void TakeFromAbove(MeasureDraft draft, string field, Place place)
    {
        if (_plan.Measures.Count == 0 || _plan.Measures[^1].Lines(field) is not { } above || draft.Has(field)) return;
        draft.Add(field, above, place);
        draft.Doubts.Add(field);
    }

    /// <summary>«1 | Житло | 1) ремонт …»: the number stands before the direction and is its own; that of the measure is bracketed.</summary>
    bool NumbersGoals(int measure, string text, string number) =>
        Shapes.PrintedNumber(text, number).EndsWith(')') && _columns.FirstOrDefault(c => c.Role == ColumnRole.Number) is { } numbers && _columns.Any(c => c.Role == ColumnRole.Goal && c.Index > numbers.Index && c.Index < measure);

    void ReadNumber(MeasureDraft draft, GridCell cell)
    {
        draft.Number = Shapes.NumberLabel(cell.Text) is { } label ? Shapes.PrintedNumber(cell.Text, label) : Shapes.PlainNumber(cell.Text.Replace(" ", "", StringComparison.Ordinal).Trim());
        draft.Places["no"] = cell.Place;
        if (Shapes.NumberLabel(cell.Text) is null) draft.Doubts.Add("no");
        if (cell.Place.Sheet is null || draft.Number is not { } number || !LostZero(number)) return;
        draft.Number = number + "0";
        draft.Doubts.Add("no");
    }

    /// <summary>A sheet keeps «1.10» as the number 1,1: behind «1.9» it is the tenth again.</summary>
    bool LostZero(string number)
    {
        var dot = number.LastIndexOf('.');
        return dot > 0 && _plan.Measures.LastOrDefault()?.Number is { } before && before.StartsWith(number[..(dot + 1)], StringComparison.Ordinal)
            && int.TryParse(before.AsSpan(dot + 1), out var last) && int.TryParse(number.AsSpan(dot + 1), out var here) && last % 10 == 9 && here * 10 == last + 1;
    }

    /// <summary>Most measures of the column begin with a number.</summary>
    bool LooksNumbered(int column) => _looksNumbered ??= CountNumbered(column);

    bool CountNumbered(int column)
    {
        int said = 0, all = 0;
        for (var row = _first; row < _grid.Rows; row++)
        {
            if (_grid[row, column].IsBlank || _grid[row, column].ColumnSpan > 1) continue;
            all++;
            if (Shapes.NumberStart(_grid[row, column].Text) is not null) said++;
        }
        return said * 2 >= all;
    }

    /// <summary>In a format without merged cells an empty cell under a filled one stands for the same, and is asked about.</summary>
    void InheritMerged(MeasureDraft draft, int row)
    {
        if (!_plan.BlankMeansMerged || _plan.Measures.Count == 0 || _plan.Measures[^1].Section != draft.Section) return;
        foreach (var role in (ColumnRole[])[ColumnRole.Goal, ColumnRole.Term, ColumnRole.Executor, ColumnRole.Funding])
        {
            // Sums without their source: the cell over them is the one above.
            if (role == ColumnRole.Funding && draft.FundingItems.Count == 0) continue;
            if (CellOf(role, row) is not { IsBlank: true } || Field(role) is not { } field || draft.Has(field) || _plan.Measures[^1].Lines(field) is not { } above) continue;
            draft.Add(field, above, _plan.Measures[^1].Places[field]);
            draft.Doubts.Add(field);
        }
    }
}
