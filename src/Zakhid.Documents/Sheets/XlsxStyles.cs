using System.Globalization;

namespace Zakhid.Documents.Sheets;

/// <summary>What the styles of a workbook say that matters to a reader (18.8): number formats, bold, white, alignment.</summary>
sealed class XlsxStyles
{
    readonly Dictionary<int, NumberPattern> _patterns = [];
    readonly Dictionary<int, string> _codes = [];
    readonly List<(bool Bold, bool White)> _fonts = [];
    readonly List<bool> _filled = [];
    readonly List<(NumberPattern Pattern, CellLook Look)> _styles = [];

    static readonly (NumberPattern, CellLook) Plain = (NumberPattern.General, CellLook.Plain);

    public (NumberPattern Pattern, CellLook Look) Of(int style) => style >= 0 && style < _styles.Count ? _styles[style] : Plain;

    public static XlsxStyles Read(PartReader? xml)
    {
        var styles = new XlsxStyles();
        if (xml is null || !xml.Start()) return styles;
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            switch (xml.Name)
            {
                case "numFmts": Each(xml, "numFmt", () => { if (Number(xml, "numFmtId") is { } id && xml.Attribute("formatCode") is { } code) styles._codes.TryAdd(id, code); xml.Skip(); }); break;
                case "fonts": Each(xml, "font", () => styles._fonts.Add(Font(xml))); break;
                case "fills": Each(xml, "fill", () => styles._filled.Add(Filled(xml))); break;
                case "cellXfs": Each(xml, "xf", () => styles._styles.Add(styles.Style(xml))); break;
                default: xml.Skip(); break;
            }
        }
        xml.Finish();
        return styles;
    }

    static void Each(PartReader xml, string name, Action read)
    {
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.IsElement && xml.Name == name) read();
            else xml.Skip();
        }
    }

    static (bool, bool) Font(PartReader xml)
    {
        bool bold = false, white = false;
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.Name == "b") bold = xml.Attribute("val") is not ("0" or "false");
            else if (xml.Name == "color") white = xml.Attribute("rgb") is { } colour && colour.EndsWith("FFFFFF", StringComparison.OrdinalIgnoreCase) || xml.Attribute("theme") == "0" && xml.Attribute("tint") is null;
            xml.Skip();
        }
        return (bold, white);
    }

    static bool Filled(PartReader xml)
    {
        var filled = false;
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            filled |= xml.Name == "gradientFill" || xml.Attribute("patternType") is not (null or "none");
            xml.Skip();
        }
        return filled;
    }

    (NumberPattern, CellLook) Style(PartReader xml)
    {
        var pattern = Pattern(Number(xml, "numFmtId") ?? 0);
        var font = Number(xml, "fontId") is { } f && f >= 0 && f < _fonts.Count ? _fonts[f] : default;
        var filled = Number(xml, "fillId") is { } l && l >= 0 && l < _filled.Count && _filled[l];
        var alignment = Alignment.Start;
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.Name == "alignment") alignment = xml.Attribute("horizontal") switch { "center" or "centerContinuous" or "distributed" => Alignment.Center, "right" => Alignment.End, "justify" => Alignment.Justify, _ => Alignment.Start };
            xml.Skip();
        }
        // White letters on a coloured ground are a heading, on none they are hidden.
        return (pattern, new(font.Bold, alignment, font.White && !filled));
    }

    NumberPattern Pattern(int id)
    {
        if (!_patterns.TryGetValue(id, out var pattern))
            _patterns[id] = pattern = (_codes.GetValueOrDefault(id) ?? NumberPattern.BuiltIn(id)) is { } code ? NumberPattern.Parse(code) : NumberPattern.General;
        return pattern;
    }

    static int? Number(PartReader xml, string attribute) =>
        int.TryParse(xml.Attribute(attribute), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
