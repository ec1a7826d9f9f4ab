namespace Zakhid.Documents.Docx;

/// <summary>The styles part: what a paragraph or a run gets from its style and the styles under it (17.7).</summary>
sealed class Styles
{
    readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);
    readonly Dictionary<string, (ParagraphProperties, RunProperties)> _resolved = new(StringComparer.Ordinal);
    string? _default;
    RunProperties _run = RunProperties.None;
    ParagraphProperties _paragraph = ParagraphProperties.None;

    sealed record Style(string? BasedOn, ParagraphProperties Paragraph, RunProperties Run);

    public static Styles Read(PartReader? xml)
    {
        var styles = new Styles();
        if (xml is null || !xml.Start()) return styles;

        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.Name == "style") styles.ReadStyle(xml);
            else if (xml.Name == "docDefaults") styles.ReadDefaults(xml);
            else xml.Skip();
        }
        xml.Finish();
        return styles;
    }

    /// <summary>What the named paragraph style gives (the default one when there is no name), its text included.</summary>
    public (ParagraphProperties Paragraph, RunProperties Run) Of(string? style)
    {
        var id = style is not null && _styles.ContainsKey(style) ? style : _default;
        return id is null ? (_paragraph, _run) : Resolve(id, depth: 0);
    }

    /// <summary>What the named character style adds to the text of its paragraph.</summary>
    public RunProperties Character(string style)
    {
        var run = RunProperties.None;
        for (var depth = 0; depth < 32 && _styles.TryGetValue(style, out var found); depth++)
        {
            run = found.Run.With(run);
            if (found.BasedOn is null) break;
            style = found.BasedOn;
        }
        return run;
    }

    (ParagraphProperties, RunProperties) Resolve(string id, int depth)
    {
        if (_resolved.TryGetValue(id, out var known)) return known;
        var style = _styles[id];
        var (paragraph, run) = style.BasedOn is { } under && depth < 32 && _styles.ContainsKey(under) ? Resolve(under, depth + 1) : (_paragraph, _run);
        var resolved = (paragraph.With(style.Paragraph), run.With(style.Run));
        if (depth == 0) _resolved[id] = resolved;
        return resolved;
    }

    void ReadStyle(PartReader xml)
    {
        var (id, kind, isDefault) = (xml.W("styleId"), xml.W("type"), xml.W("default") is "1" or "true" or "on");
        if (id is null || kind is "table" or "numbering") { xml.Skip(); return; }

        string? basedOn = null;
        var paragraph = ParagraphProperties.None;
        var run = RunProperties.None;
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            switch (xml.Name)
            {
                case "basedOn": basedOn = xml.Val(); xml.Skip(); break;
                case "pPr": paragraph = ParagraphProperties.Read(xml); break;
                case "rPr": run = RunProperties.Read(xml); break;
                default: xml.Skip(); break;
            }
        }
        _styles.TryAdd(id, new(basedOn, paragraph, run));
        if (isDefault && kind == "paragraph") _default ??= id;
    }

    void ReadDefaults(PartReader xml)
    {
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            var inner = xml.Enter();
            while (xml.Inside(inner))
            {
                if (xml.Name == "rPr") _run = RunProperties.Read(xml);
                else if (xml.Name == "pPr") _paragraph = ParagraphProperties.None.With(ParagraphProperties.Read(xml));
                else xml.Skip();
            }
        }
    }
}
