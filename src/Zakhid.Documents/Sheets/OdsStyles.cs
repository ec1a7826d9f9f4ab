namespace Zakhid.Documents.Sheets;

/// <summary>The styles of an ODS that matter to a reader: date formats, bold, alignment, tables that are not shown.</summary>
sealed class OdsStyles
{
    public const string TableWords = "urn:oasis:names:tc:opendocument:xmlns:table:1.0", StyleWords = "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
        FormatWords = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", OfficeWords = "urn:oasis:names:tc:opendocument:xmlns:office:1.0", TextWords = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    readonly Dictionary<string, CellStyle> _cells = new(StringComparer.Ordinal);
    readonly Dictionary<string, DateShape> _dates = new(StringComparer.Ordinal);
    readonly HashSet<string> _hidden = new(StringComparer.Ordinal);

    sealed record CellStyle(string? Parent, string? Format, CellLook Look);

    public bool IsHiddenTable(string? style) => style is not null && _hidden.Contains(style);

    public CellLook Look(string? style) => style is not null && _cells.TryGetValue(style, out var found) ? found.Look : CellLook.Plain;

    public DateShape Date(string? style)
    {
        for (var steps = 0; steps < 8 && style is not null && _cells.TryGetValue(style, out var found); style = found.Parent, steps++)
            if (found.Format is { } format && _dates.TryGetValue(format, out var shape)) return shape;
        return DateShape.Whole;
    }

    /// <summary>The common styles of <c>styles.xml</c>.</summary>
    public void ReadDocument(PartReader xml)
    {
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.Name is "styles" or "automatic-styles") Read(xml);
            else xml.Skip();
        }
    }

    public void Read(PartReader xml)
    {
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.IsElement && xml.Name == "date-style" && xml.Attribute("name", StyleWords) is { } date) ReadDate(xml, date);
            else if (xml.IsElement && xml.Name == "style" && xml.Attribute("name", StyleWords) is { } name) ReadStyle(xml, name);
            else xml.Skip();
        }
    }

    void ReadDate(PartReader xml, string name)
    {
        bool day = false, month = false, year = false, words = false, time = false;
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            switch (xml.Name)
            {
                case "day": day = true; break;
                case "year": year = true; break;
                case "hours" or "seconds": time = true; break;
                case "month":
                    month = true;
                    // «гру» is as good as a number beside day and year; «грудень» is a word.
                    words = xml.Attribute("textual", "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0") == "true" && xml.Attribute("style", "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0") == "long";
                    break;
            }
            xml.Skip();
        }
        _dates[name] = new(day, month, year, words, time);
    }

    void ReadStyle(PartReader xml, string name)
    {
        var (parent, format) = (xml.Attribute("parent-style-name", StyleWords), xml.Attribute("data-style-name", StyleWords));
        var inherited = Look(parent);
        var (bold, alignment) = (inherited.Bold, inherited.Alignment);
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            switch (xml.Name)
            {
                case "table-properties" when xml.Attribute("display", TableWords) == "false": _hidden.Add(name); break;
                case "text-properties" when xml.Attribute("font-weight", FormatWords) is { } weight: bold = weight is "bold" or "600" or "700" or "800" or "900"; break;
                case "paragraph-properties" when xml.Attribute("text-align", FormatWords) is { } side: alignment = side switch { "center" => Alignment.Center, "end" or "right" => Alignment.End, "justify" => Alignment.Justify, _ => Alignment.Start }; break;
            }
            xml.Skip();
        }
        _cells[name] = new(parent, format, new(bold, alignment));
    }
}
