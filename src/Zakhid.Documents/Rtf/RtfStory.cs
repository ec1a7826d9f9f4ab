namespace Zakhid.Documents.Rtf;

/// <summary>
/// Paragraphs and tables in the order in which they end: of the body, of a note or of a text box. A table is the run of
/// paragraphs that say they stand in one; cells and rows end by their own marks.
/// </summary>
sealed class RtfStory(Budget budget)
{
    public const int DeepestTable = 16;

    readonly List<DraftBlock> _blocks = [];
    readonly List<RtfTable> _tables = [];
    ParagraphText _text = new();
    bool _newPage, _pageAfter;

    public ParagraphText Text => _text;
    public string? Label { get; set; }

    /// <summary>All that was gathered; what is still open ends here.</summary>
    public List<DraftBlock> Finish(RtfParagraph last, int? outline)
    {
        if (_text.Length > 0 || Label is not null) EndParagraph(last, outline);
        CloseTables(0);
        return _blocks;
    }

    public void StartPage()
    {
        if (_text.IsBlank) _newPage = true;
        else { _text.Append('\n', default); _pageAfter = true; }
    }

    public void NoPage() => _newPage = false;

    public void EndParagraph(RtfParagraph how, int? outline)
    {
        budget.Paragraph(_text.Length);
        var paragraph = new Paragraph(Assembly.Nowhere, _text.ToString().TrimEnd('\n'))
        {
            ListLabel = Label,
            OutlineLevel = outline,
            Alignment = how.Alignment,
            Bold = _text.Bold,
        };
        Sink(how.TableDepth).Add(new DraftParagraph((_newPage || how.NewPage) && !paragraph.IsBlank ? paragraph with { PageBreakBefore = true } : paragraph));
        if (!paragraph.IsBlank) _newPage = false;
        _newPage |= _pageAfter;
        (_text, Label, _pageAfter) = (new(), null, false);
    }

    /// <summary>Blocks that stand before the paragraph in hand (a text box, which is anchored in it).</summary>
    public void Insert(List<DraftBlock> blocks, RtfParagraph how) => Sink(how.TableDepth).AddRange(blocks);

    public void EndCell(RtfParagraph how, int? outline, int depth)
    {
        var table = TableAt(depth);
        if (_text.Length > 0 || Label is not null || table.Cell.Count == 0) EndParagraph(how with { InTable = true, Depth = depth }, outline);
        CloseTables(depth);
        table.EndCell(budget);
    }

    public void EndRow(int depth)
    {
        CloseTables(depth);
        TableAt(depth).EndRow(budget);
    }

    public RtfTable TableAt(int depth)
    {
        while (_tables.Count < depth) _tables.Add(new());
        return _tables[depth - 1];
    }

    List<DraftBlock> Sink(int depth)
    {
        if (depth == 0 && _tables.Count > 0 && _tables[0].IsRowOpen) depth = 1;
        CloseTables(depth);
        return depth == 0 ? _blocks : TableAt(depth).Cell;
    }

    /// <summary>Tables deeper than this have ended.</summary>
    void CloseTables(int depth)
    {
        while (_tables.Count > depth)
        {
            var table = _tables[^1].Finish(budget);
            _tables.RemoveAt(_tables.Count - 1);
            if (table.Rows.Count > 0) (_tables.Count == 0 ? _blocks : _tables[^1].Cell).Add(table);
        }
    }
}
