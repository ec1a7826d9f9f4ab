using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>
/// One printed line of a document outside its tables, or a row of a table that only lays out the page (cells parted by
/// tabs). A paragraph with line breaks inside is several lines, of which all but the first are <see cref="Soft"/>.
/// </summary>
sealed record Line(string Raw, string Text, Place Place)
{
    /// <summary>How many empty lines stand before it.</summary>
    public int Blanks { get; init; }
    /// <summary>A line break, not a paragraph's end, parts it from the line before.</summary>
    public bool Soft { get; init; }
    public bool NewPage { get; init; }
    public bool Bold { get; init; }
    public bool Centred { get; init; }
    public string? Label { get; init; }
    public bool FromTable { get; init; }

    /// <summary>Folded, for comparison; as long as <see cref="Text"/>.</summary>
    public string Folded => Cut.Folded;
    public IReadOnlyList<Token> Tokens => Cut.Tokens;

    /// <summary>What was derived of the text; a copy with another text derives its own.</summary>
    (string Of, string Folded, IReadOnlyList<Token> Tokens) Cut
    {
        get
        {
            if (!ReferenceEquals(field.Of, Text)) field = (Text, Folding.Fold(Text), Token.Cut(Text));
            return field;
        }
    }

    public bool IsCapitals => Text.Any(char.IsLetter) && !Text.Any(char.IsLower);
    public bool StartsLower => Text.Length > 0 && char.IsLower(Text[0]);
}

/// <summary>A stretch of a document for the recognisers: a line or a table that holds more than layout.</summary>
abstract record Piece;
sealed record LinePiece(Line Line) : Piece;
sealed record TablePiece(Grid Grid) : Piece;

static class Pieces
{
    public static List<Piece> Of(Document document)
    {
        var pieces = new List<Piece>();
        var blanks = 0;
        var newPage = false;
        Grid? plan = null;
        foreach (var block in document.Blocks)
        {
            if (block is Table table)
            {
                var grid = Grid.Of(table);
                var goesOn = grid.IsLayout && (plan?.Columns == grid.Columns && grid.Shapes >= 1 || grid.Shapes >= 2);
                if (!grid.IsLayout) plan = grid;
                if (grid.IsLayout && !goesOn) pieces.AddRange(grid.AsLines(blanks).Select(line => new LinePiece(line)));
                else pieces.Add(new TablePiece(grid));
                blanks = 0;
                continue;
            }
            var paragraph = (Paragraph)block;
            newPage |= paragraph.PageBreakBefore;
            if (paragraph.IsBlank) { blanks++; continue; }
            var soft = false;
            foreach (var raw in paragraph.Text.Split('\n'))
            {
                var text = Printed.Mend(raw);
                if (text.Length == 0) { if (soft) blanks++; continue; }
                pieces.Add(new LinePiece(new(raw, text, paragraph.Place)
                {
                    Blanks = blanks,
                    Soft = soft && blanks == 0,
                    NewPage = newPage,
                    Bold = paragraph.Bold,
                    Centred = paragraph.Alignment == Alignment.Center,
                    Label = soft ? null : paragraph.ListLabel,
                }));
                soft = true;
                blanks = 0;
                newPage = false;
            }
        }
        return pieces;
    }

    /// <summary>Lines of one text, hyphenation over their ends undone.</summary>
    public static string Join(IEnumerable<Line> lines) => Printed.Mend(string.Join('\n', lines.Select(l => l.Label is null ? l.Raw : $"{l.Label} {l.Raw}")));
}
