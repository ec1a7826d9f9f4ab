using static Zakhid.Documents.Sheets.OdsStyles;

namespace Zakhid.Documents.Odt;

/// <summary>What a style of OpenDocument says as far as it changes what is read; null where it says nothing.</summary>
sealed record OdtStyle
{
    public static readonly OdtStyle None = new();

    public Alignment? Alignment { get; init; }
    public bool? Bold { get; init; }
    public bool? Hidden { get; init; }
    public bool? White { get; init; }
    public bool? Filled { get; init; }
    public bool? Raised { get; init; }
    public bool? Capitals { get; init; }
    public bool? PageBefore { get; init; }
    public bool? PageAfter { get; init; }
    public int? OutlineLevel { get; init; }

    public TextLook Look => new(Bold == true, Raised == true, Capitals == true);

    public OdtStyle With(OdtStyle over) => ReferenceEquals(over, None) ? this : ReferenceEquals(this, None) ? over : new()
    {
        Alignment = over.Alignment ?? Alignment,
        Bold = over.Bold ?? Bold,
        Hidden = over.Hidden ?? Hidden,
        White = over.White ?? White,
        Filled = over.Filled ?? Filled,
        Raised = over.Raised ?? Raised,
        Capitals = over.Capitals ?? Capitals,
        PageBefore = over.PageBefore ?? PageBefore,
        PageAfter = over.PageAfter ?? PageAfter,
        OutlineLevel = over.OutlineLevel ?? OutlineLevel,
    };
}

/// <summary>The styles of a text (OpenDocument, part 3, 16.2): each with those it stands on.</summary>
sealed class OdtStyles
{
    const int Deepest = 32;
    readonly Dictionary<(string Family, string Name), (string? Parent, OdtStyle Own)> _styles = [];
    readonly Dictionary<(string Family, string Name), OdtStyle> _resolved = [];
    OdtStyle _default = OdtStyle.None;

    public OdtStyle Paragraph(string? name) => _default.With(Of("paragraph", name));
    public OdtStyle Text(string? name) => Of("text", name);
    public OdtStyle Table(string? name) => Of("table", name);
    public OdtStyle Section(string? name) => Of("section", name);

    OdtStyle Of(string family, string? name)
    {
        if (name is null || !_styles.TryGetValue((family, name), out var found)) return OdtStyle.None;
        if (_resolved.TryGetValue((family, name), out var known)) return known;
        var style = found.Own;
        for (var depth = 0; depth < Deepest && found.Parent is { } parent && _styles.TryGetValue((family, parent), out found); depth++) style = found.Own.With(style);
        return _resolved[(family, name)] = style;
    }

    /// <summary>Called on <c>style:style</c> or <c>style:default-style</c>.</summary>
    public void Read(PartReader xml)
    {
        var (family, name, parent) = (xml.Attribute("family", StyleWords), xml.Attribute("name", StyleWords), xml.Attribute("parent-style-name", StyleWords));
        var isDefault = xml.Name == "default-style";
        var style = new OdtStyle { PageBefore = xml.Attribute("master-page-name", StyleWords) is { Length: > 0 } ? true : null, OutlineLevel = Level(xml.Attribute("default-outline-level", StyleWords)) };
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            style = style.With(xml.Name switch
            {
                "paragraph-properties" => OfParagraph(xml),
                "text-properties" => OfText(xml),
                "table-properties" => OfParagraph(xml),
                _ => OdtStyle.None,
            });
            xml.Skip();
        }
        if (isDefault) { if (family == "paragraph") _default = style; }
        else if (family is not null && name is not null) _styles.TryAdd((family, name), (parent, style));
    }

    public static int? Level(string? value) => int.TryParse(value, out var level) && level is >= 1 and <= 10 ? Math.Min(level, 9) : null;

    static OdtStyle OfParagraph(PartReader xml) => new()
    {
        Alignment = xml.Attribute("text-align", FormatWords) switch
        {
            "center" => Alignment.Center,
            "end" or "right" => Alignment.End,
            "justify" => Alignment.Justify,
            "start" or "left" => Alignment.Start,
            _ => null,
        },
        PageBefore = xml.Attribute("break-before", FormatWords) switch { "page" => true, null => null, _ => false },
        PageAfter = xml.Attribute("break-after", FormatWords) switch { "page" => true, null => null, _ => false },
    };

    static OdtStyle OfText(PartReader xml) => new()
    {
        Bold = xml.Attribute("font-weight", FormatWords) is { } weight ? weight is "bold" or "600" or "700" or "800" or "900" : null,
        Hidden = xml.Attribute("display", TextWords) is { } display ? display == "none" : null,
        White = xml.Attribute("color", FormatWords) is { } colour ? colour.Equals("#ffffff", StringComparison.OrdinalIgnoreCase) : null,
        Filled = xml.Attribute("background-color", FormatWords) is { } fill ? fill != "transparent" && !fill.Equals("#ffffff", StringComparison.OrdinalIgnoreCase) : null,
        Raised = xml.Attribute("text-position", StyleWords) is { } position ? position.StartsWith("super", StringComparison.Ordinal) || position.Length > 0 && char.IsAsciiDigit(position[0]) && position[0] != '0' : null,
        Capitals = xml.Attribute("text-transform", FormatWords) is { } transform ? transform == "uppercase" : null,
    };
}
