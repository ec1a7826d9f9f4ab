using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>Reads the rows of a plan's table into measures.</summary>
sealed class PlanTable
{
    readonly Grid _grid;
    readonly PlanDraft _plan;
    IReadOnlyList<Column> _columns;
    readonly int _first;
    readonly bool _numbered;
    bool? _looksNumbered;

    PlanTable(Grid grid, PlanDraft plan, IReadOnlyList<Column> columns, int first)
    {
        (_grid, _plan, _columns, _first) = (grid, plan, columns, first);
        _numbered = Numbered();
    }

    /// <summary>Whether a table is one of measures: it has them, and who does them, when, or by what they are judged.</summary>
    public static bool IsPlan(IReadOnlyList<Column> columns)
    {
        bool Has(ColumnRole role) => columns.Any(c => c.Role == role);
        if (!Has(ColumnRole.Measure)) return false;
        // «Контактна особа, телефон» beside measures, terms and executors is one column more; of a list of people it is the sense.
        if (columns.Any(c => c.Role == ColumnRole.Foreign) && !(columns.Any(c => c is { Role: ColumnRole.Measure, Sure: true }) && columns.Count(c => c.Sure && c.Role is ColumnRole.Executor or ColumnRole.Term or ColumnRole.Venue) >= 2)) return false;
        return Has(ColumnRole.Executor) || Has(ColumnRole.Term) || Has(ColumnRole.WhoAndWhen) || Has(ColumnRole.TermStart) || Has(ColumnRole.TermMark) || Has(ColumnRole.Supervisor)
            || Has(ColumnRole.Criteria) && (Has(ColumnRole.Number) || Has(ColumnRole.Goal) || Has(ColumnRole.Indicator))
            || Has(ColumnRole.Indicator) && columns.Any(c => c.Role == ColumnRole.Measure && c.Sure);
    }

    /// <summary>The columns of a table: by its heading, else those of the table that it continues, else by shape.</summary>
    public static (IReadOnlyList<Column> Columns, int First, int Heading)? ColumnsOf(Grid grid, IReadOnlyList<Column>? before)
    {
        if (grid.Header is { } header) return (header.Columns, header.After, header.First);
        if (before is not null && before.Count == grid.Columns) return (before, 0, 0);
        var shaped = HeaderRow.Settle([.. Enumerable.Range(0, grid.Columns).Select(i => new Column(i, ColumnRole.Unknown, ""))], grid, 0);
        return grid.Rows >= 2 || before is not null || grid.Shapes >= 2 ? (shaped, 0, 0) : null;
    }

    /// <returns>False where the table is none of measures; then nothing was added.</returns>
    public static bool Read(Grid grid, PlanDraft plan)
    {
        if (ColumnsOf(grid, plan.Columns) is not var (columns, first, heading) || !IsPlan(columns)) return false;
        var table = new PlanTable(grid, plan, columns, first);
        for (var row = 0; row < heading; row++) table.ReadAbove(row);
        table.ReadRows();
        plan.Columns = table._columns;
        return true;
    }

    bool Numbered()
    {
        if (_columns.FirstOrDefault(c => c.Role == ColumnRole.Number) is not { } number) return false;
        int said = 0, all = 0;
        for (var row = _first; row < _grid.Rows; row++)
        {
            if (_grid.IsRowBlank(row) || _grid[row, number.Index].ColumnSpan > 1) continue;
            all++;
            if (Shapes.NumberLabel(_grid[row, number.Index].Text) is not null) said++;
        }
        return said * 2 >= all;
    }

    void ReadAbove(int row)
    {
        var cells = _grid.Distinct(row).Where(c => !c.IsBlank && c.Row == row).ToList();
        if (cells.Count == 1 && !Titles.IsPlanTitle(cells[0].Text) && !Shapes.IsNoise(cells[0].Text)) _plan.OpenHeading(cells[0].Text, cells[0].Place);
    }

    void ReadRows()
    {
        for (var row = _first; row < _grid.Rows; row++)
        {
            if (_grid.IsRowBlank(row) || HeaderRow.IsColumnNumbers(_grid, row)) continue;
            if (RepeatedHeading(row) is { } again) { _columns = again.Columns; row = again.After - 1; continue; }
            if (Heading(row) is { } heading)
            {
                if (!Shapes.IsTotal(heading.Text) && !Shapes.IsNote(heading.Text) && !Shapes.IsNoise(heading.Text) && !Titles.IsPlanTitle(heading.Text)) _plan.OpenHeading(heading.Text, heading.Place);
            }
            else if (IsTotal(row)) continue;
            else if (IsSubRow(row)) AddSubRow(row);
            else if (_plan.Measures.Count > 0 && IsTorn(row)) ContinueRow(row);
            else AddRow(row);
        }
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
            if (_plan.BlankMeansMerged && cell.Column == 0 && _grid.Columns >= 3 && !Shapes.IsTerm(cell.Tokens) && char.IsLetterOrDigit(cell.Text[0]) && !char.IsLower(cell.Text[0]) && cell.Text.Any(char.IsLetter) && Shapes.NumberLabel(cell.Text) is null && RoleAt(0) != ColumnRole.Measure) return (cell.Text, cell.Place);
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
        return null;
    }

    string? NextNumber(int row)
    {
        while (++row < _grid.Rows)
            if (CellOf(ColumnRole.Number, row) is { IsBlank: false } cell) return cell.Text;
        return null;
    }

    ColumnRole RoleAt(int column) => column < _columns.Count ? _columns[column].Role : ColumnRole.Unknown;

    bool IsTotal(int row)
    {
        foreach (var cell in _grid.Distinct(row))
        {
            if (cell.SaysNothing || Shapes.NumberLabel(cell.Text) is not null) continue;
            return Shapes.IsTotal(cell.Text) && (cell.Row == row) && RoleAt(cell.Column) is not (ColumnRole.Funding or ColumnRole.Executor);
        }
        return false;
    }

    GridCell? CellOf(ColumnRole role, int row) => _columns.FirstOrDefault(c => c.Role == role) is { } column ? _grid[row, column.Index] : null;

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

    /// <summary>
    /// A row that goes on from the page before: it has no number where rows have one and is not whole, or its measure is
    /// empty or begins in mid-phrase.
    /// </summary>
    bool IsTorn(int row)
    {
        var text = CellOf(ColumnRole.Measure, row)!;
        var number = CellOf(ColumnRole.Number, row);
        if (number is not null && !number.IsBlank) return false;
        if (text.IsBlank) return true;
        if (Shapes.NumberStart(text.Text) is not null && number is null) return false;
        var before = _plan.Measures[^1].Text("text") ?? "";
        var midPhrase = char.IsLower(text.Text[0]) || text.Text[0] is ')' or ',' or '»' or '(';
        var unfinished = before.Length > 0 && before[^1] is ',' or '-' or '–' or ':' || EndsUnfinished(before);
        if (midPhrase && (unfinished || number is not null || !before.EndsWith('.'))) return true;
        var term = CellOf(ColumnRole.Term, row);
        var executor = CellOf(ColumnRole.Executor, row);
        var whole = (term is null || !term.IsBlank) && (executor is null || !executor.IsBlank);
        if (_numbered && number is not null) return !whole || unfinished;
        return !whole && unfinished;
    }

    /// <summary>A text that ends with a preposition or a conjunction waits for more.</summary>
    static bool EndsUnfinished(string text) => Token.Cut(text) is [.., { Kind: TokenKind.Word } last] && last.Text is "та" or "і" or "й" or "з" or "із" or "у" or "в" or "на" or "до" or "для" or "щодо" or "про" or "за" or "від" or "або" or "по" or "при" or "через" or "серед";

    void ContinueRow(int row)
    {
        var draft = _plan.Measures[^1];
        foreach (var column in _columns)
        {
            var cell = _grid[row, column.Index];
            if (cell.IsBlank || cell.Row < row || Field(column.Role) is not { } field) continue;
            draft.Continue(field, cell.Lines, cell.Place);
            draft.Doubts.Add(field);
        }
        if (!draft.Torn) return;
        _plan.Remarks.Add(new("row.torn", $"/measures/{_plan.Measures.Count - 1}", _grid[row, 0].Place, "Рядок розірвано на дві сторінки; частини з’єднано в один захід.", "Перевірте, чи текст клітинок з’єднано правильно.", Severity.Note));
    }

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
        if (!draft.Has("goal") && _plan.Goal is { } goal) draft.Add("goal", goal, _plan.GoalPlace!);
        InheritMerged(draft, row);
        if (draft.Text("text") is null) return;
        _plan.Measures.Add(draft);
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
        if (cell.SaysNothing) return;
        if (column.Role == ColumnRole.Number) { ReadNumber(draft, cell); return; }
        if (column.Role == ColumnRole.Indicator) { draft.Indicators[column.Key!] = cell.Text; draft.Places.TryAdd("indicators", cell.Place); return; }
        if (column.Role == ColumnRole.TermStart) { draft.Add("term_text", cell.Text, cell.Place); return; }
        if (column.Role == ColumnRole.TermEnd) { var start = draft.Text("term_text"); draft.Add("term_text", start is null ? cell.Text : "– " + cell.Text, cell.Place); return; }
        if (column.Role == ColumnRole.WhoAndWhen) { MeasureParagraph.ReadWhoAndWhen(cell, draft); return; }
        if (Field(column.Role) is not { } field) return;
        var lines = cell.Lines;
        if (field == "text" && draft.Number is null && Shapes.NumberStart(cell.Text) is { } start2 && start2.Length < cell.Text.Length && (_columns.All(c => c.Role != ColumnRole.Number) || CellOf(ColumnRole.Number, row)!.IsBlank) && LooksNumbered(column.Index))
        {
            draft.Number = start2.Number;
            draft.Places["no"] = cell.Place;
            lines = cell.Text[start2.Length..];
        }
        if (field == "executors" && draft.Has(field) && Shapes.IsTotal(cell.Text)) return;
        draft.Add(field, lines, cell.Place);
        if (!column.Sure) draft.Doubts.Add(field);
    }

    void ReadNumber(MeasureDraft draft, GridCell cell)
    {
        draft.Number = Shapes.NumberLabel(cell.Text) ?? Shapes.PlainNumber(cell.Text.Replace(" ", "", StringComparison.Ordinal).Trim());
        draft.Places["no"] = cell.Place;
        if (Shapes.NumberLabel(cell.Text) is null) draft.Doubts.Add("no");
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

    /// <summary>In a format without merged cells an empty cell under a filled one stands for the same, and is asked about.</summary>
    void InheritMerged(MeasureDraft draft, int row)
    {
        if (!_plan.BlankMeansMerged || _plan.Measures.Count == 0 || _plan.Measures[^1].Section != draft.Section) return;
        foreach (var role in (ColumnRole[])[ColumnRole.Goal, ColumnRole.Term, ColumnRole.Executor])
        {
            if (CellOf(role, row) is not { IsBlank: true } || Field(role) is not { } field || draft.Has(field) || _plan.Measures[^1].Lines(field) is not { } above) continue;
            draft.Add(field, above, _plan.Measures[^1].Places[field]);
            draft.Doubts.Add(field);
        }
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
