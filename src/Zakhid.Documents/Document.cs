using Zakhid.Text;

namespace Zakhid.Documents;

/// <summary>
/// What any file says, in one neutral form: blocks in reading order, each with its place. Every format fills it; nothing
/// after it knows the format. Deleted text of tracked changes, comments, headers and footers are not in it; footnotes
/// come last. Texts are as printed: NFC, '\n' for a line break inside a paragraph, '\t' for a tab, no other control characters.
/// </summary>
public sealed record Document
{
    public required string FileName { get; init; }
    /// <summary>«docx», «txt», «odt», …</summary>
    public required string Format { get; init; }
    public required IReadOnlyList<Block> Blocks { get; init; }
    /// <summary>What happened while the file was opened (macros ignored, hidden text found).</summary>
    public IReadOnlyList<Remark> Remarks { get; init; } = [];

    /// <summary>Pages whose words were recognised in a picture: everything on them is to be compared with it.</summary>
    public IReadOnlyCollection<int> RecognisedPages { get; init; } = [];

    /// <summary>Sizes of the pages, in formats that have pages.</summary>
    public IReadOnlyList<PageSize> Pages { get; init; } = [];

    public IEnumerable<Paragraph> Paragraphs => Blocks.OfType<Paragraph>();
    public IEnumerable<Table> Tables => Blocks.OfType<Table>();
}

/// <summary>A paragraph or a table of a document.</summary>
public abstract record Block(Place Place);

public enum Alignment { Start, Center, End, Justify }

/// <summary>
/// A paragraph. <see cref="ListLabel"/> is the automatic number that Word prints before it («1.», «а)»), not a part of
/// <see cref="Text"/>. <see cref="OutlineLevel"/> 1–9 for headings.
/// </summary>
public sealed record Paragraph(Place Place, string Text) : Block(Place)
{
    public string? ListLabel { get; init; }
    public int? OutlineLevel { get; init; }
    public Alignment Alignment { get; init; }
    public bool Bold { get; init; }
    public bool PageBreakBefore { get; init; }
    public bool IsBlank => string.IsNullOrWhiteSpace(Text) && ListLabel is null;
}

/// <summary>
/// A table as a grid. <see cref="Rows"/> hold the cells that are printed; a merged cell stands once, in its first row,
/// with its spans. Use <see cref="At"/> to ask what covers a grid position.
/// </summary>
public sealed record Table(Place Place, int Columns, IReadOnlyList<Row> Rows) : Block(Place)
{
    /// <summary>No cell spans more rows than this; it bounds the search of <see cref="At"/>.</summary>
    public int Tallest { get; init; } = int.MaxValue;

    /// <summary>The cell that covers the position (zero-based row and column), or null outside the grid.</summary>
    public Cell? At(int row, int column)
    {
        for (var r = row; r >= 0 && r > row - Tallest; r--)
            foreach (var cell in Rows[r].Cells)
                if (cell.Column <= column && column < cell.Column + cell.ColumnSpan && r + cell.RowSpan > row) return cell;
        return null;
    }
}

/// <summary>A row; <see cref="IsHeader"/> where the file marks it as repeated on each page.</summary>
public sealed record Row(Place Place, IReadOnlyList<Cell> Cells, bool IsHeader = false)
{
    /// <summary>The end of a page tore it; its parts are joined here.</summary>
    public bool IsJoined { get; init; }
}

/// <summary>A cell: its first grid column (zero-based), its spans, and its paragraphs in order.</summary>
public sealed record Cell(Place Place, int Column, int ColumnSpan, int RowSpan, IReadOnlyList<Paragraph> Paragraphs)
{
    /// <summary>Paragraphs joined by line breaks, each with its list label; blank paragraphs are left out.</summary>
    public string Text => Paragraphs is [{ ListLabel: null } only] ? only.IsBlank ? "" : only.Text : string.Join('\n', Paragraphs.Where(p => !p.IsBlank).Select(p => p.ListLabel is null ? p.Text : $"{p.ListLabel} {p.Text}"));
    public string Collapsed => Folding.Collapse(Text);
}
