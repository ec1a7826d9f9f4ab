namespace Zakhid.Documents.Pdf;

/// <summary>The pages of a document as blocks in reading order.</summary>
static class PageLayout
{
    public static List<DraftBlock> Blocks(List<PageText> pages, Budget budget)
    {
        var grids = pages.ConvertAll(p => PageGrid.Of(p, budget));
        var lines = pages.ConvertAll(p => (Page: p, Lines: TextLine.Of(p.Words, p.IsRecognised)));
        RunningHeads.Drop(lines);

        var into = new Flow(budget, new(lines.SelectMany(l => l.Lines).Concat(grids.SelectMany(g => g).SelectMany(g => g.Cells).SelectMany(c => c.Lines))));
        for (var i = 0; i < pages.Count; i++)
        {
            var margins = Margins.Of(pages[i], lines, grids);
            into.StartPage(pages[i], margins);
            var above = 0.0;
            foreach (var grid in grids[i])
            {
                into.Add(lines[i].Lines.Where(l => l.Baseline > above && l.Baseline <= grid.Top).ToList());
                into.Add(grid);
                above = grid.Top;
            }
            into.Add(lines[i].Lines.Where(l => l.Baseline > above).ToList());
        }
        return into.Finish();
    }
}

/// <summary>Between which the lines of a page run.</summary>
readonly record struct Margins(double Left, double Right)
{
    /// <summary>Told by the long lines of all pages of the same width; else by tables; else by any line.</summary>
    public static Margins Of(PageText page, List<(PageText Page, List<TextLine> Lines)> lines, List<List<PageGrid>> grids)
    {
        var alike = lines.Where(p => Math.Abs(p.Page.Width - page.Width) < 1).ToList();
        var all = alike.SelectMany(p => p.Lines).ToList();
        var wide = all.Where(l => l.Width > 0.55 * page.Width && l.Words.Count > 4).ToList();
        // A right edge that several lines share is the margin: justified lines, and those set to the right.
        var shared = all.GroupBy(l => Math.Round(l.Right)).Where(g => g.Count() >= 3).Select(g => g.Max(l => l.Right)).DefaultIfEmpty().Max();
        if (wide.Count >= 3) return new(At(wide.ConvertAll(l => l.Left), 0.1), Math.Max(shared, At(wide.ConvertAll(l => l.Right), 0.95)));
        var tables = grids.SelectMany(g => g).Where(g => Math.Abs(g.Page.Width - page.Width) < 1).ToList();
        if (tables.Count > 0) return new(tables.Min(g => g.Left), tables.Max(g => g.Right));
        return all.Count == 0 ? new(0.1 * page.Width, 0.95 * page.Width) : new(all.Min(l => l.Left), Math.Max(all.Max(l => l.Right), 0.85 * page.Width));
    }

    static double At(List<double> values, double share)
    {
        values.Sort();
        return values[(int)(share * (values.Count - 1))];
    }
}

/// <summary>Collects paragraphs and tables page after page; joins what a page's end has parted.</summary>
sealed class Flow(Budget budget, WholeWords known)
{
    readonly List<DraftBlock> _blocks = [];
    PageTables? _table;
    PageText? _page, _before;
    Margins _margins;
    bool _starts, _wasFull;
    double _foot;
    (List<TextLine> Lines, Paragraph Draft)? _open;

    public void StartPage(PageText page, Margins margins)
    {
        (_before, _page, _margins) = (_page, page, margins);
        _starts = true;
        _wasFull = _before is null || _foot > 0.72 * _before.Height;
        _foot = 0;
    }

    public void Add(PageGrid grid)
    {
        _foot = grid.Bottom;
        if (_starts && _table is not null && _table.TryAdd(grid)) { _starts = false; return; }
        Close();
        _table = new(grid, budget, known);
        _starts = false;
    }

    public void Add(List<TextLine> lines)
    {
        if (lines.Count == 0) return;
        foreach (var paragraph in Paragraphs.Of(lines, _margins.Left, _margins.Right, cell: false)) Add(paragraph);
        _foot = Math.Max(_foot, lines[^1].Bottom);
    }

    void Add(Paragraphs.Gathered paragraph)
    {
        var joined = _starts && _table is null && _open is { } open && _wasFull && Paragraphs.GoesOnOverPage(open.Lines, paragraph, _margins);
        CloseTable();
        var starts = _starts && _before is not null && (!_wasFull || Math.Abs(_before.Width - _page!.Width) > 1);
        _starts = false;
        if (joined)
        {
            var lines = _open!.Value.Lines;
            lines.AddRange(paragraph.Lines);
            _open = (lines, _open.Value.Draft with { Text = Paragraphs.Print(lines) });
            return;
        }
        Close();
        for (var i = 0; i < paragraph.Blanks; i++) Add(new Paragraph(Assembly.Nowhere, ""));
        var (left, top, right, bottom) = (paragraph.Lines.Min(l => l.Left), paragraph.Lines[0].Top, paragraph.Lines.Max(l => l.Right), paragraph.Lines[^1].Bottom);
        _open = (paragraph.Lines, new(new(Page: _page!.Number, Box: _page.Shown(left, top, right, bottom)), Paragraphs.Print(paragraph.Lines))
        {
            Alignment = paragraph.Alignment,
            Bold = paragraph.Lines.TrueForAll(l => l.Bold),
            PageBreakBefore = starts,
        });
    }

    void Add(Paragraph paragraph)
    {
        budget.Paragraph(paragraph.Text.Length);
        _blocks.Add(new DraftParagraph(paragraph));
    }

    void CloseTable()
    {
        if (_table is null) return;
        _blocks.Add(_table.Build());
        _table = null;
    }

    void Close()
    {
        CloseTable();
        if (_open is { } open) Add(open.Draft);
        _open = null;
    }

    public List<DraftBlock> Finish()
    {
        Close();
        return _blocks;
    }
}
