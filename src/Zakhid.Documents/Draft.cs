namespace Zakhid.Documents;

/// <summary>A block while a reader is still building it; places are given when the whole document is known.</summary>
abstract class DraftBlock;

sealed class DraftParagraph(Paragraph paragraph) : DraftBlock
{
    public Paragraph Paragraph { get; } = paragraph;
}

/// <summary>Rows in order; the grid is settled by <see cref="Assembly"/>.</summary>
sealed class DraftTable : DraftBlock
{
    public List<DraftRow> Rows { get; } = [];
}

sealed class DraftRow
{
    public List<DraftCell> Cells { get; } = [];
    public bool IsHeader { get; set; }
    /// <inheritdoc cref="Row.IsJoined"/>
    public bool IsJoined { get; set; }
    public int? Page => Cells.Count > 0 ? Cells[0].Place.Page : null;
}

sealed class DraftCell
{
    /// <summary>Zero-based first grid column.</summary>
    public int Column { get; set; }
    public int ColumnSpan { get; set; } = 1;
    public int RowSpan { get; set; } = 1;
    /// <summary>The cell is the lower part of the merged cell above it.</summary>
    public bool Continues { get; set; }
    /// <summary>Page and box, in formats that have pages.</summary>
    public Place Place { get; init; } = Assembly.Nowhere;
    /// <summary>Its text fills it down to its lower border: it may go on over the page.</summary>
    public bool ReachesFoot { get; set; }
    public bool IsBlank => Blocks.Count == 0;
    public List<DraftBlock> Blocks { get; } = [];

    public IEnumerable<Paragraph> Paragraphs => Blocks.SelectMany(Flatten);

    static IEnumerable<Paragraph> Flatten(DraftBlock block) => block switch
    {
        DraftParagraph p => [p.Paragraph],
        DraftTable t => t.Rows.SelectMany(r => r.Cells).Where(c => !c.Continues).SelectMany(c => c.Paragraphs),
        _ => [],
    };
}
