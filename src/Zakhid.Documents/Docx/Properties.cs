namespace Zakhid.Documents.Docx;

/// <summary>What <c>w:pPr</c> says (ECMA-376 part 1, 17.3.1); null where it says nothing.</summary>
sealed record ParagraphProperties
{
    public static readonly ParagraphProperties None = new();

    public string? Style { get; private set; }
    public int? NumberingId { get; private set; }
    public int? Level { get; private set; }
    /// <summary>1–9; 0 is body text.</summary>
    public int? OutlineLevel { get; private set; }
    public Alignment? Alignment { get; private set; }
    public bool? PageBreakBefore { get; private set; }
    /// <summary>The paragraph mark was deleted under tracking: the next paragraph goes on in this one.</summary>
    public bool MarkDeleted { get; private set; }
    /// <summary>A section that starts on a new page ends with this paragraph.</summary>
    public bool EndsPage { get; private set; }

    public static ParagraphProperties Read(PartReader xml)
    {
        var read = new ParagraphProperties();
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            switch (xml.Name)
            {
                case "pStyle": read.Style = xml.Val(); xml.Skip(); break;
                case "jc": read.Alignment = AlignmentOf(xml.Val()); xml.Skip(); break;
                case "outlineLvl": read.OutlineLevel = xml.Number() is >= 0 and < 9 and var level ? level + 1 : 0; xml.Skip(); break;
                case "pageBreakBefore": read.PageBreakBefore = xml.IsOn(); xml.Skip(); break;
                case "numPr": read.ReadNumbering(xml); break;
                case "rPr": read.ReadMark(xml); break;
                case "sectPr": read.EndsPage = StartsPage(xml); break;
                default: xml.Skip(); break;
            }
        }
        return read;
    }

    /// <summary>What a style based on this one adds.</summary>
    public ParagraphProperties With(ParagraphProperties over) => new()
    {
        NumberingId = over.NumberingId ?? NumberingId,
        Level = over.Level ?? Level,
        OutlineLevel = over.OutlineLevel ?? OutlineLevel,
        Alignment = over.Alignment ?? Alignment,
        PageBreakBefore = over.PageBreakBefore ?? PageBreakBefore,
    };

    void ReadNumbering(PartReader xml)
    {
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.Name == "numId") NumberingId = xml.Number();
            else if (xml.Name == "ilvl") Level = xml.Number();
            xml.Skip();
        }
    }

    void ReadMark(PartReader xml)
    {
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.Name == "del") MarkDeleted = true;
            xml.Skip();
        }
    }

    static bool StartsPage(PartReader xml)
    {
        var starts = true;
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.Name == "type") starts = xml.Val() is not ("continuous" or "nextColumn");
            xml.Skip();
        }
        return starts;
    }

    static Alignment? AlignmentOf(string? jc) => jc switch
    {
        "center" => Documents.Alignment.Center,
        "right" or "end" => Documents.Alignment.End,
        "both" or "distribute" or "lowKashida" or "mediumKashida" or "highKashida" => Documents.Alignment.Justify,
        "left" or "start" => Documents.Alignment.Start,
        _ => null,
    };
}

/// <summary>What <c>w:rPr</c> says (ECMA-376 part 1, 17.3.2); null where it says nothing.</summary>
sealed record RunProperties
{
    public static readonly RunProperties None = new();

    public string? Style { get; private set; }
    public bool? Bold { get; private set; }
    public bool? Hidden { get; private set; }
    public bool? Capitals { get; private set; }
    public bool? Raised { get; private set; }
    public bool? White { get; private set; }
    public TextLook Look => new(Bold == true, Raised == true, Capitals == true);

    public static RunProperties Read(PartReader xml)
    {
        RunProperties? read = null;
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            switch (xml.Name)
            {
                case "rStyle": (read ??= new()).Style = xml.Val(); break;
                case "b": (read ??= new()).Bold = xml.IsOn(); break;
                case "vanish": (read ??= new()).Hidden = xml.IsOn(); break;
                case "caps": (read ??= new()).Capitals = xml.IsOn(); break;
                case "vertAlign": (read ??= new()).Raised = xml.Val() == "superscript"; break;
                case "color": (read ??= new()).White = string.Equals(xml.Val(), "FFFFFF", StringComparison.OrdinalIgnoreCase); break;
            }
            xml.Skip();
        }
        return read ?? None;
    }

    public RunProperties With(RunProperties over) => ReferenceEquals(over, None) ? this : new()
    {
        Bold = over.Bold ?? Bold,
        Hidden = over.Hidden ?? Hidden,
        Capitals = over.Capitals ?? Capitals,
        Raised = over.Raised ?? Raised,
        White = over.White ?? White,
    };
}
