namespace Zakhid;

/// <summary>
/// Where something was read. Numbers count from one in reading order: paragraphs over the whole document (paragraphs
/// inside tables are not counted), tables over the document, rows inside their table; the cell is the first grid column
/// that it covers. <see cref="Page"/> and <see cref="Box"/> are known only for formats that have pages.
/// </summary>
public sealed record Place(int? Page = null, int? Paragraph = null, int? Table = null, int? Row = null, int? Cell = null, Box? Box = null);

/// <summary>A rectangle on a page in points (1/72 inch) from its upper left corner.</summary>
public sealed record Box(double Left, double Top, double Width, double Height);
