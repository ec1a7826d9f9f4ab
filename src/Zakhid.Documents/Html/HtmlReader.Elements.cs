using System.Collections.Frozen;
using System.Globalization;

namespace Zakhid.Documents.Html;

sealed partial class HtmlReader
{
    static readonly FrozenSet<string> Void = Words("area base br col embed frame hr img input keygen link meta param source track wbr");
    static readonly FrozenSet<string> Raw = Words("script style xmp iframe noembed noframes textarea title");
    static readonly FrozenSet<string> Quiet = Words("nav aside select option button svg math object audio video canvas template datalist noscript del applet map xml");
    static readonly FrozenSet<string> Blocks = Words("address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table ul");
    static readonly FrozenSet<string> Headings = Words("h1 h2 h3 h4 h5 h6");
    /// <summary>What an opening tag cannot stand inside, up to what holds it.</summary>
    static readonly FrozenDictionary<string, (string[] Closes, string[] Until)> Implied = new Dictionary<string, (string[], string[])>(StringComparer.Ordinal)
    {
        ["li"] = (["li"], ["ul", "ol", "menu"]),
        ["dt"] = (["dt", "dd"], ["dl"]),
        ["dd"] = (["dt", "dd"], ["dl"]),
        ["option"] = (["option"], ["select"]),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    void Start(string name)
    {
        if (Raw.Contains(name))
        {
            var raw = _tokens.Raw(name);
            if (name == "style") _sheet.Add(raw);
            return;
        }
        if (Void.Contains(name)) { StartVoid(name); return; }
        if (TableTag(name)) return;
        if (Blocks.Contains(name))
        {
            CloseOpen("p", within: null);
            EndParagraph();
        }
        if (Implied.TryGetValue(name, out var implied)) foreach (var closes in implied.Closes) CloseOpen(closes, implied.Until);
        if (_tokens.SelfClosed && (name.Contains(':') || Quiet.Contains(name))) return;
        Open(name);
        if (Headings.Contains(name) || name == "p") _paragraph = Top;
        if (name == "li") Label();
        if (_mark is null && (Top!.Style.ListSign == true || name == "a" && LeadsBack())) StartMark();
        if (name is "main" or "article" && _mainFrom < 0 && _tables.Count == 0) _mainFrom = _drafts.Count;
    }

    void StartVoid(string name)
    {
        if (name == "br" && _tokens.Attribute("style") is { } style && HtmlStyle.Of(style).NewPage) { EndParagraph(); _newPage = true; }
        else if (name == "br") Break();
        else if (name == "hr") EndParagraph();
        else if (name == "wbr") return;
        else if (_tokens.Attribute("src") is { } source && source.StartsWith("http", StringComparison.OrdinalIgnoreCase) && name is "img" or "embed") _findings.External(name);
    }

    void Open(string name)
    {
        if (_open.Count >= _limits.XmlDepth) throw Refusal.TooDeep(_file, _limits.XmlDepth);
        var style = Inherited(name).With(ByName(name)).With(_sheet.Of(name, _tokens.Attribute("class"))).With(ByAttributes(name));
        if (name == "del") _findings.Deletion();
        if (style.NewPage) _newPage = true;
        for (var tab = 0; tab < style.Tabs && !Silent; tab++) Tab();
        _open.Add(new(name, style) { Silent = Silent || Quiet.Contains(name) || style.Tabs > 0, Mark = name is "ol" or "ul" ? _tokens.Attribute("type") ?? style.ListMark : null, Counter = name == "ol" && Number("start") is { } start ? start - 1 : 0 });
    }

    HtmlStyle Inherited(string name) => name == "table" ? Style with { Alignment = null, Bold = null, NewPage = false, ListSign = null } : Style.NewPage || Style.ListSign == true ? Style with { NewPage = false, ListSign = null, Tabs = 0 } : Style;

    static HtmlStyle ByName(string name) => name switch
    {
        "b" or "strong" or "th" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => new() { Bold = true },
        "sup" => new() { Raised = true },
        "center" => new() { Alignment = Alignment.Center },
        "pre" or "listing" => new() { Pre = true },
        _ => HtmlStyle.None,
    };

    HtmlStyle ByAttributes(string name)
    {
        var style = _tokens.Attribute("style") is { Length: > 0 } declared ? HtmlStyle.Of(declared) : HtmlStyle.None;
        if (_tokens.Attribute("bgcolor") is { Length: > 0 } fill) style = style with { Filled = !HtmlStyle.IsWhite(fill.Trim()) };
        if (_tokens.Attribute("align") is { } align && name is not ("table" or "img")) style = new HtmlStyle { Alignment = HtmlStyle.AlignmentOf(align) }.With(style);
        return _tokens.Attribute("hidden") is not null ? style with { Hidden = true } : style;
    }

    int? Number(string attribute) => int.TryParse(_tokens.Attribute(attribute)?.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, -1_000_000, 1_000_000) : null;

    /// <summary>The number or sign that a browser prints before an item.</summary>
    void Label()
    {
        var at = _open.FindLastIndex(e => e.Name is "ol" or "ul" or "menu");
        if (at < 0 || _open[at] is not { } list) return;
        list.Counter = Number("value") ?? list.Counter + 1;
        var mark = _tokens.Attribute("type") ?? list.Mark ?? Top!.Style.ListMark;
        if (mark?.Contains("none") == true) { _label = null; return; }
        _label = list.Name != "ol" ? "•" : NumberFormat.Write(list.Counter, mark switch
        {
            "a" or "lower-alpha" or "lower-latin" => "lowerLetter",
            "A" or "upper-alpha" or "upper-latin" => "upperLetter",
            "i" or "lower-roman" => "lowerRoman",
            "I" or "upper-roman" => "upperRoman",
            _ => "decimal",
        }) + ".";
    }

    void Close(string name)
    {
        if (name == "br") { Break(); return; }
        if (name == "p" && _open.FindLastIndex(e => e.Name == "p") < (_tables.Count > 0 ? _tables[^1].Depth : 0)) { if (!Silent) EndParagraph(even: true); return; }
        if (name is "table" or "tr" or "td" or "th" or "thead" or "tbody" or "tfoot") { CloseTable(name); return; }
        if (name is "html" or "body") return;
        CloseOpen(name, within: null);
    }

    /// <summary>Closes the innermost open element of the name with all inside it; none outside the table cell in hand.</summary>
    void CloseOpen(string name, string[]? within)
    {
        var floor = _tables.Count > 0 ? _tables[^1].Depth : 0;
        for (var at = _open.Count - 1; at >= floor; at--)
        {
            if (_open[at].Name == name) { CloseTo(at); return; }
            if (within is not null && within.Contains(_open[at].Name)) return;
        }
    }

    void CloseTo(int depth)
    {
        while (_open.Count > depth)
        {
            var element = _open[^1];
            if (_open.Count == _markDepth) EndMark();
            if (Blocks.Contains(element.Name) && !element.Silent)
            {
                EndParagraph(even: element.Name == "p" && _paragraph == element && element.Style.Hidden != true);
                if (element.Name == "li") _label = null;
            }
            if (element == _paragraph) _paragraph = null;
            if (element.Name is "main" or "article" && _tables.Count == 0 && _mainFrom >= 0) _mainTo = _drafts.Count;
            _open.RemoveAt(_open.Count - 1);
        }
    }

    /// <summary>Tags of tables: they close what was left open inside, and stand where they should even if written elsewhere.</summary>
    bool TableTag(string name)
    {
        switch (name)
        {
            case "table":
                EndParagraph();
                Open(name);
                if (!Silent) _tables.Add(new(new(_budget), _open.Count));
                return true;
            case "thead" or "tbody" or "tfoot" when _tables.Count > 0 && !Silent:
                EndCell(_tables[^1]);
                _tables[^1].Head = name == "thead";
                return true;
            case "tr" when _tables.Count > 0 && !Silent:
                EndCell(_tables[^1]);
                _tables[^1].Grid.StartRow(_tables[^1].Head);
                Open(name);
                if (Style.Hidden == true) _findings.HiddenRows();
                return true;
            case "td" or "th" when _tables.Count > 0 && !Silent:
                StartCell(_tables[^1], name);
                return true;
            case "caption" or "colgroup" or "thead" or "tbody" or "tfoot" or "tr" or "td" or "th":
                return name != "caption";
            default:
                return false;
        }
    }

    void StartCell(TableInHand table, string name)
    {
        if (table.Cell is not null) CloseCell(table);
        if (_open.Count == table.Depth) Open("tr");
        CloseTo(table.Depth + 1);
        Open(name);
        if (Style.Hidden == true) { if (_open[^2].Style.Hidden != true) _findings.HiddenRows(); return; }
        var across = _budget.Columns(Math.Max(1, Number("colspan") ?? 1));
        table.Cell = table.Grid.Add(across, Math.Max(0, Number("rowspan") ?? 1));
    }

    /// <summary>Ends the cell in hand; its row goes on.</summary>
    void CloseCell(TableInHand table)
    {
        CloseTo(table.Depth + 2);
        EndParagraph();
        CloseTo(table.Depth + 1);
        table.Cell = null;
    }

    void EndCell(TableInHand table)
    {
        CloseCell(table);
        CloseTo(table.Depth);
        table.Grid.EndRow();
    }

    void CloseTable(string name)
    {
        if (_tables.Count == 0 || Silent) { if (name == "table") CloseOpen(name, within: null); return; }
        var table = _tables[^1];
        if (name is "td" or "th") { CloseCell(table); return; }
        EndCell(table);
        if (name == "thead") table.Head = false;
        if (name != "table") return;
        _tables.RemoveAt(_tables.Count - 1);
        CloseTo(table.Depth - 1);
        if (table.Grid.Table.Rows.Count > 0) Sink.Add(table.Grid.Table);
    }
}
