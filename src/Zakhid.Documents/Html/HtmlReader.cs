using Zakhid.Documents.Txt;

namespace Zakhid.Documents.Html;

/// <summary>
/// Reads a page of a site or one saved by an office program: one forward pass over its tags, as tolerant as browsers are
/// of what is left open. Nothing is fetched or run; menus, forms and hidden text are not read. Where a page marks its main
/// part, and the most of its text stands there, the rest is left out.
/// </summary>
sealed partial class HtmlReader
{
    readonly HtmlTokens _tokens;
    readonly Findings _findings;
    readonly Budget _budget;
    readonly Limits _limits;
    readonly string _file;
    readonly StyleSheet _sheet = new();
    readonly List<Element> _open = [];
    readonly List<DraftBlock> _drafts = [];
    readonly List<TableInHand> _tables = [];

    ParagraphText _text = new();
    Element? _paragraph;
    string? _label;
    bool _space = true, _newPage, _anything;
    int _mainFrom = -1, _mainTo = -1;

    sealed class Element(string name, HtmlStyle style)
    {
        public string Name { get; } = name;
        public HtmlStyle Style { get; } = style;
        /// <summary>Nothing inside is read.</summary>
        public bool Silent { get; init; }
        public int Counter { get; set; }
        public string? Mark { get; init; }
    }

    sealed class TableInHand(DraftGrid grid, int depth)
    {
        public DraftGrid Grid { get; } = grid;
        /// <summary>How many elements are open outside the table.</summary>
        public int Depth { get; } = depth;
        public DraftCell? Cell { get; set; }
        public bool Head { get; set; }
    }

    HtmlReader(string page, string file, Limits limits, Findings findings)
    {
        _tokens = new(page);
        (_file, _limits, _findings, _budget) = (file, limits, findings, new(limits, file));
    }

    /// <exception cref="FileRefused">The page holds no text, or more than allowed.</exception>
    public static Document Read(ReadOnlySpan<byte> bytes, string file, Limits limits)
    {
        var findings = new Findings();
        return Read(Decode(bytes, declared: null, findings), file, limits, findings);
    }

    /// <param name="declared">The encoding that whoever sent the page declares; else its own head does.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string? declared, Findings findings)
    {
        var (page, encoding) = TextEncoding.Decode(bytes, declared ?? HtmlTokens.Charset(bytes));
        if (encoding != "UTF-8") findings.Encoding(encoding);
        if (page.Contains('\uFFFD')) findings.BrokenLetters();
        return page;
    }

    /// <exception cref="FileRefused">The page holds no text, or more than allowed.</exception>
    public static Document Read(string page, string file, Limits limits, Findings findings)
    {
        var reader = new HtmlReader(page.Replace("\0", ""), file, limits, findings);
        reader.ReadAll();
        if (!reader._anything) throw Refusal.Empty(file);
        return new() { FileName = file, Format = "html", Blocks = Assembly.Assemble(reader.MainPart(), reader._budget), Remarks = findings.Remarks };
    }

    void ReadAll()
    {
        while (_tokens.Next() is var kind && kind != HtmlToken.End)
        {
            if (kind == HtmlToken.Text) Print(_tokens.Text);
            else if (kind == HtmlToken.Start) Start(_tokens.Name);
            else Close(_tokens.Name);
        }
        while (_tables.Count > 0)
        {
            CloseTo(_tables[^1].Depth);
            CloseTable("table");
        }
        CloseTo(0);
        EndParagraph();
    }

    IReadOnlyList<DraftBlock> MainPart()
    {
        if (_mainFrom < 0 || _mainTo < 0) return _drafts;
        var main = _drafts.GetRange(_mainFrom, Math.Min(_mainTo, _drafts.Count) - _mainFrom);
        return Length(main) * 2 > Length(_drafts) ? main : _drafts;
    }

    static long Length(IReadOnlyList<DraftBlock> blocks) => blocks.Sum(b => b is DraftParagraph p ? p.Paragraph.Text.Length : ((DraftTable)b).Rows.Sum(r => r.Cells.Sum(c => c.Paragraphs.Sum(q => (long)q.Text.Length))));

    Element? Top => _open.Count > 0 ? _open[^1] : null;
    bool Silent => Top?.Silent == true;
    HtmlStyle Style => Top?.Style ?? HtmlStyle.None;
    List<DraftBlock> Sink => _tables.Count > 0 && _tables[^1].Cell is { } cell ? cell.Blocks : _tables.FindLast(t => t.Cell is not null)?.Cell!.Blocks ?? _drafts;

    void Print(string text)
    {
        if (Silent || text.Length == 0) return;
        var style = Style;
        if (style.Hidden == true) { _findings.Hidden(text); return; }
        if (_mark is not null) { Mark(text); return; }
        if (style.White == true && style.Filled != true && !string.IsNullOrWhiteSpace(text)) _findings.White(text);
        var look = new TextLook(style.Bold == true, style.Raised == true, style.Capitals == true);
        foreach (var sign in text)
        {
            if (style.Pre != true && sign is ' ' or '\n' or '\r' or '\t' or '\f')
            {
                if (!_space) _text.Append(' ', look);
                _space = true;
                continue;
            }
            if (sign == '\r') continue;
            if (sign != '\u00A0' && !char.IsWhiteSpace(sign)) _anything = true;
            _text.Append(sign, look);
            _space = false;
        }
    }

    void Tab()
    {
        if (Style.Hidden == true) return;
        _text.Append('\t', default);
        _space = true;
    }

    void Break()
    {
        if (Silent || Style.Hidden == true) return;
        _text.Append('\n', default);
        _space = true;
    }

    /// <summary>What has been printed since the last block began stands as a paragraph; <paramref name="even"/> where it is empty.</summary>
    void EndParagraph(bool even = false)
    {
        var text = _text.ToString().Replace(" \n", "\n").Trim(' ', '\n');
        _space = true;
        if (text.Length == 0 && !even) { _text = new(); return; }
        _budget.Paragraph(text.Length);
        var style = _paragraph?.Style ?? Style;
        Sink.Add(new DraftParagraph(new(Assembly.Nowhere, text.Replace('\u00A0', ' ').Trim(' ') is { Length: 0 } ? "" : text)
        {
            ListLabel = text.Length > 0 ? _label : null,
            OutlineLevel = _paragraph?.Name is ['h', >= '1' and <= '6'] ? _paragraph.Name[1] - '0' : null,
            Alignment = style.Alignment ?? Alignment.Start,
            Bold = _text.Bold,
            PageBreakBefore = _newPage && text.Length > 0,
        }));
        if (text.Length > 0) (_label, _newPage) = (null, false);
        _text = new();
    }
}
