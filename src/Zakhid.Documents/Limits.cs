namespace Zakhid.Documents;

/// <summary>
/// How much of a file is read before it is refused. The defaults are those of the project's file policy: a plan of two
/// thousand pages fits, a bomb does not.
/// </summary>
public sealed record Limits
{
    public static Limits Default { get; } = new();

    /// <summary>Bytes of the file itself.</summary>
    public long FileBytes { get; init; } = 25L << 20;
    /// <summary>Bytes of all entries of a package together, unpacked.</summary>
    public long UnpackedBytes { get; init; } = 200L << 20;
    public int Entries { get; init; } = 2000;
    /// <summary>Unpacked to packed size of one entry; looked at only above <see cref="RatioFromBytes"/>.</summary>
    public int Ratio { get; init; } = 100;
    /// <summary>A small part of equal table rows packs better than 100 to 1 and harms nobody.</summary>
    public long RatioFromBytes { get; init; } = 4L << 20;
    public int Pages { get; init; } = 2000;
    /// <summary>What a program of its own may take for one file, on the clock.</summary>
    public TimeSpan ProgramTime { get; init; } = TimeSpan.FromSeconds(30);
    /// <summary>What recognising one page of a scan may take, on the clock.</summary>
    public TimeSpan RecognitionTime { get; init; } = TimeSpan.FromSeconds(60);
    public int XmlDepth { get; init; } = 256;
    /// <summary>Paragraphs of the document, those in cells included.</summary>
    public int Paragraphs { get; init; } = 400_000;
    /// <summary>Cells of all tables, and the positions of the grid of each: rows by columns.</summary>
    public int Cells { get; init; } = 400_000;
    /// <summary>The same for spreadsheets, where a register of a hundred thousand rows is common and no plan is: 2,500 rows of twenty columns fit.</summary>
    public int SheetCells { get; init; } = 50_000;
    public int Columns { get; init; } = 1024;
    /// <summary>UTF-16 units of all texts together.</summary>
    public int Characters { get; init; } = 30_000_000;
}
