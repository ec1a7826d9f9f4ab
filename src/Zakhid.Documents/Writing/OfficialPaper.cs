using Zakhid.Documents.Consolidation;

namespace Zakhid.Documents.Writing;

/// <summary>
/// An official paper of tables before it is a file: a control card, a table of execution discipline. All texts are ready to be
/// printed; the writers add only the layout.
/// </summary>
public sealed record OfficialPaper
{
    public required FileProperties File { get; init; }
    /// <summary>A4 on its side, for wide tables.</summary>
    public bool IsWide { get; init; }
    public required string Heading { get; init; }
    /// <summary>Each line on its own, bold under the heading.</summary>
    public IReadOnlyList<string> Title { get; init; } = [];
    /// <summary>Paragraphs before the tables.</summary>
    public IReadOnlyList<string> Introduction { get; init; } = [];
    public required IReadOnlyList<PaperTable> Tables { get; init; }
    /// <summary>Paragraphs after the tables: what columns mean, what stands apart.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
    public PaperSignature? Signature { get; init; }
    /// <summary>The day of the paper as printed («18.09.2020»).</summary>
    public string? Date { get; init; }
    /// <summary>«Мітка журналу дій: …»: the last small line.</summary>
    public string? Checkpoint { get; init; }
}

/// <summary>A table with its own title; without <see cref="Headings"/> its first column names what the second says.</summary>
public sealed record PaperTable
{
    public string? Title { get; init; }
    public IReadOnlyList<string> Headings { get; init; } = [];
    /// <summary>Widths of the columns in shares of the whole.</summary>
    public required IReadOnlyList<int> Shares { get; init; }
    public required IReadOnlyList<IReadOnlyList<PaperCell>> Rows { get; init; }
}

/// <summary>A cell: a text, or a number that a workbook can count with; strong in a row of sums.</summary>
public sealed record PaperCell(string Text, decimal? Number = null, bool Strong = false)
{
    /// <summary>A dash where a number could stand.</summary>
    public static PaperCell Nothing { get; } = new("—");
    public bool IsRight => Number is not null || Text == Nothing.Text;

    public static implicit operator PaperCell(string text) => new(text);
    public static implicit operator PaperCell(int number) => new(number.ToString(System.Globalization.CultureInfo.InvariantCulture), number);
    public static PaperCell FromString(string text) => text;
    public static PaperCell FromInt32(int number) => number;
}
