namespace Zakhid.Documents.Html;

/// <summary>What a style says of how a text is read; null where it says nothing.</summary>
sealed record HtmlStyle
{
    const int LongestStyle = 8192;
    public static readonly HtmlStyle None = new();

    public Alignment? Alignment { get; init; }
    public bool? Bold { get; init; }
    public bool? Hidden { get; init; }
    public bool? White { get; init; }
    public bool? Raised { get; init; }
    public bool? Capitals { get; init; }
    public bool? Pre { get; init; }
    public bool NewPage { get; init; }
    public string? ListMark { get; init; }
    /// <summary>What it stands on has a colour of its own, so that white letters are seen.</summary>
    public bool? Filled { get; init; }
    /// <summary>The number of a list item as Word prints it into the text.</summary>
    public bool? ListSign { get; init; }
    /// <summary>Tabs that Word writes as blanks.</summary>
    public int Tabs { get; init; }

    public HtmlStyle With(HtmlStyle over) => ReferenceEquals(over, None) ? this : ReferenceEquals(this, None) ? over : new()
    {
        Alignment = over.Alignment ?? Alignment,
        Bold = over.Bold ?? Bold,
        Hidden = over.Hidden ?? Hidden,
        White = over.White ?? White,
        Raised = over.Raised ?? Raised,
        Capitals = over.Capitals ?? Capitals,
        Pre = over.Pre ?? Pre,
        NewPage = over.NewPage || NewPage,
        ListMark = over.ListMark ?? ListMark,
        Filled = over.Filled ?? Filled,
        ListSign = over.ListSign ?? ListSign,
        Tabs = over.Tabs,
    };

    /// <summary>Declarations as they stand in a <c>style</c> attribute or between the braces of a rule.</summary>
    public static HtmlStyle Of(string declarations)
    {
        var style = None;
        foreach (var declaration in declarations[..Math.Min(declarations.Length, LongestStyle)].Split(';'))
        {
            var colon = declaration.IndexOf(':');
            if (colon < 0) continue;
            var value = declaration[(colon + 1)..].Replace("!important", "", StringComparison.OrdinalIgnoreCase).Trim().ToLowerInvariant();
            style = style.With(declaration[..colon].Trim().ToLowerInvariant() switch
            {
                "text-align" => new() { Alignment = AlignmentOf(value) },
                "font-weight" => new() { Bold = value is "bold" or "bolder" || int.TryParse(value, out var weight) && weight >= 600 },
                "display" => new() { Hidden = value == "none" },
                "visibility" => new() { Hidden = value is "hidden" or "collapse" },
                "mso-hide" => new() { Hidden = value == "all" },
                "vertical-align" => new() { Raised = value == "super" },
                "text-transform" => new() { Capitals = value == "uppercase" },
                "white-space" => new() { Pre = value.StartsWith("pre", StringComparison.Ordinal) },
                "color" => new() { White = IsWhite(value) },
                "background" or "background-color" => new() { Filled = !IsWhite(value) && value is not ("none" or "transparent" or "inherit" or "initial" or "") },
                "mso-tab-count" => new() { Tabs = int.TryParse(value.Split(' ')[0], out var tabs) ? Math.Clamp(tabs, 0, 32) : 1 },
                "mso-list" => new() { ListSign = value == "ignore" },
                "page-break-before" or "break-before" => new() { NewPage = value is "always" or "page" },
                "list-style-type" or "list-style" => new() { ListMark = value },
                _ => None,
            });
        }
        return style;
    }

    public static bool IsWhite(string colour) => colour.ToLowerInvariant() is "white" or "#fff" or "#ffffff";

    public static Alignment? AlignmentOf(string? value) => value?.Trim().ToLowerInvariant() switch
    {
        "center" => Documents.Alignment.Center,
        "right" or "end" => Documents.Alignment.End,
        "justify" => Documents.Alignment.Justify,
        "left" or "start" => Documents.Alignment.Start,
        _ => null,
    };
}

/// <summary>
/// The rules of a page for an element or a class on its own («p», «.c5», «p.c5»): what offices' programs write. Rules that
/// depend on where an element stands are passed by.
/// </summary>
sealed class StyleSheet
{
    const int MostRules = 20_000;
    readonly Dictionary<string, HtmlStyle> _rules = new(StringComparer.OrdinalIgnoreCase);

    public void Add(string css)
    {
        for (int at = 0, open; _rules.Count < MostRules && (open = css.IndexOf('{', at)) >= 0;)
        {
            var close = css.IndexOf('}', open);
            if (close < 0) return;
            var selectors = css[at..open];
            at = close + 1;
            var inner = css.LastIndexOf('{', close, close - open);
            if (inner > open) { selectors = css[(open + 1)..inner]; open = inner; }
            var style = HtmlStyle.Of(css[(open + 1)..close]);
            if (ReferenceEquals(style, HtmlStyle.None)) continue;
            foreach (var selector in selectors.Split(','))
                if (Plain(selector) is { Length: > 0 } name) _rules[name] = _rules.GetValueOrDefault(name, HtmlStyle.None).With(style);
        }
    }

    public HtmlStyle Of(string element, string? classes)
    {
        if (_rules.Count == 0) return HtmlStyle.None;
        var style = _rules.GetValueOrDefault(element, HtmlStyle.None);
        if (classes is null) return style;
        foreach (var name in classes.Split((char[])[' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Take(16))
            style = style.With(_rules.GetValueOrDefault("." + name, HtmlStyle.None)).With(_rules.GetValueOrDefault($"{element}.{name}", HtmlStyle.None));
        return style;
    }

    /// <summary>The selector without comments, or an empty one where it is more than an element and a class.</summary>
    static string Plain(string selector)
    {
        var end = selector.LastIndexOf("*/", StringComparison.Ordinal);
        var plain = (end < 0 ? selector : selector[(end + 2)..]).Replace("<!--", "").Trim();
        return plain.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_') && plain.Count(c => c == '.') <= 1 ? plain : "";
    }
}
