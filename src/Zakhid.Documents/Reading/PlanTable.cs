using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>Reads the rows of a plan's table into measures.</summary>
sealed partial class PlanTable
{
    readonly Grid _grid;
    readonly PlanDraft _plan;
    IReadOnlyList<Column> _columns;
    readonly int _first;
    readonly bool _numbered;
    bool? _looksNumbered;
    /// <summary>A row that only leads in those under it («3 | Оцифрувати предмети: | | |»): its words, its number, the goal that held before it.</summary>
    (string Text, Place Place, string? Number, string? Before, Place? BeforePlace)? _lead;

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
        if (columns.Any(c => c is { Role: ColumnRole.Measure, Sure: true, Answers: true })) return true;
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

    void ReadRows()
    {
        for (var row = _first; row < _grid.Rows; row++)
        {
            if (_grid.IsRowBlank(row) || HeaderRow.IsColumnNumbers(_grid, row)) continue;
            if (RepeatedHeading(row) is { } again)
            {
                // Another table typed into the same grid, without measures, ends this one.
                if (again.Columns.All(c => c.Role != ColumnRole.Measure)) return;
                (_columns, row) = (again.Columns, again.After - 1);
                continue;
            }
            if (_lead is not null && !IsUnderLead(row)) CloseLead();
            if (HasPlainPoints && OpensLead(row)) continue;
            if (Heading(row) is { } heading)
            {
                if (!Shapes.IsTotal(heading.Text) && !Shapes.IsNote(heading.Text) && !Shapes.IsNoise(heading.Text) && !IsTitleAgain(heading.Text)) _plan.OpenHeading(heading.Text, heading.Place);
            }
            else if (IsTotal(row) || IsExample(row) || OpensLead(row)) continue;
            else if (_lead is not null) AddRow(row);
            else if (IsSubRow(row)) AddSubRow(row);
            else if (_plan.Measures.Count > 0 && IsTorn(row)) ContinueRow(row);
            else AddRow(row);
        }
    }

    /// <summary>The title of the plan typed into its table; «Заходи цивільного захисту …» between rows heads those below it.</summary>
    static bool IsTitleAgain(string heading) => Titles.IsPlanTitle(heading) && !Headings.StartsAny(Folding.Fold(heading), "заходи ");

    ColumnRole RoleAt(int column) => column < _columns.Count ? _columns[column].Role : ColumnRole.Unknown;

    GridCell? CellOf(ColumnRole role, int row) => _columns.FirstOrDefault(c => c.Role == role) is { } column ? _grid[row, column.Index] : null;
}
