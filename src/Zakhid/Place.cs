namespace Zakhid;

/// <summary>
/// Where something was read. Numbers count from one in reading order: paragraphs over the whole document (paragraphs
/// inside tables are not counted), tables over the document, rows inside their table; the cell is the first grid column
/// that it covers. <see cref="Page"/> and <see cref="Box"/> are known only for formats that have pages, <see cref="Sheet"/>
/// only for spreadsheets.
/// </summary>
public sealed record Place(int? Page = null, int? Paragraph = null, int? Table = null, int? Row = null, int? Cell = null, Box? Box = null, SheetPlace? Sheet = null);

/// <summary>A rectangle on a page in points (1/72 inch) from its upper left corner.</summary>
public sealed record Box(double Left, double Top, double Width, double Height);

/// <summary>
/// Where a spreadsheet program shows the same: the sheet by its name, rows and columns from one, hidden and empty ones
/// counted.
/// </summary>
public sealed record SheetPlace(string Name, int? Row = null, int? Column = null)
{
    /// <summary>The column as the program heads it: «A», «Z», «AA». Null without a column.</summary>
    public string? Letters() => Column is { } column ? LettersOf(column) : null;

    /// <param name="column">From one.</param>
    public static string LettersOf(int column)
    {
        var letters = "";
        for (var left = column; left > 0; left = (left - 1) / 26) letters = (char)('A' + ((left - 1) % 26)) + letters;
        return letters;
    }
}
