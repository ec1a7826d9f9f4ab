namespace Zakhid.Documents.Rtf;

/// <summary>What the words of a group are for.</summary>
enum RtfPlace { Text, Skip, Fonts, Colours, Styles, Instruction, Label, Alternatives }

/// <summary>What holds inside a group and ends with it.</summary>
record struct RtfState
{
    public RtfPlace Place { get; set; }
    public int Font { get; set; }
    /// <summary>How many signs after <c>\u</c> stand for readers that do not know it.</summary>
    public int Instead { get; set; }
    public bool Bold { get; set; }
    public bool Raised { get; set; }
    public bool Capitals { get; set; }
    public bool Hidden { get; set; }
    public bool White { get; set; }
    public bool Filled { get; set; }
    public bool Deleted { get; set; }
    public RtfParagraph Paragraph { get; set; }
    /// <summary>The words define a row of an inner table.</summary>
    public bool Inner { get; set; }

    public readonly TextLook Look => new(Bold, Raised, Capitals);

    public readonly RtfState PlainText(int font) => this with { Font = font, Bold = false, Raised = false, Capitals = false, Hidden = false, White = false, Filled = false, Deleted = false };
}

/// <summary>How a paragraph stands.</summary>
readonly record struct RtfParagraph
{
    public Alignment Alignment { get; init; }
    public bool NewPage { get; init; }
    public int? OutlineLevel { get; init; }
    public int Style { get; init; }
    public bool InTable { get; init; }
    /// <summary>Tables it stands in, from one; used where <see cref="InTable"/>.</summary>
    public int Depth { get; init; }
    public int TableDepth => InTable ? Math.Clamp(Depth, 1, RtfStory.DeepestTable) : 0;
}
