namespace Zakhid.Documents.Writing;

/// <summary>Rows and cells of a worksheet as XML. Every cell is text, so nothing in it can be taken for a formula.</summary>
static class SheetXml
{
    /// <summary>A landscape A4 sheet as wide as its page, up to its rows.</summary>
    public static void OpenSheet(this Utf8Xml xml, IReadOnlyList<int> widths)
    {
        xml.Raw("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView showGridLines=\"0\" workbookViewId=\"0\"/></sheetViews>"u8);
        xml.Columns(widths);
        xml.Raw("<sheetData>"u8);
    }

    public static void CloseSheet(this Utf8Xml xml) =>
        xml.Raw("<pageMargins left=\"0.59\" right=\"0.39\" top=\"0.59\" bottom=\"0.59\" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>"u8);

    public static void OpenRow(this Utf8Xml xml, int row, int? height = null)
    {
        xml.Raw("<row r=\""u8).Number(row);
        if (height is { } points) xml.Raw("\" ht=\""u8).Number(points).Raw("\" customHeight=\"1"u8);
        xml.Raw("\">"u8);
    }

    public static void CloseRow(this Utf8Xml xml) => xml.Raw("</row>"u8);

    /// <param name="xml">The worksheet.</param>
    /// <param name="column">From zero.</param>
    /// <param name="row">From one.</param>
    /// <param name="text">Line breaks stay.</param>
    /// <param name="look">Place of the style in <c>cellXfs</c>.</param>
    public static void Cell(this Utf8Xml xml, int column, int row, string text, int look)
    {
        xml.Raw("<c r=\""u8).Text(SheetPlace.LettersOf(column + 1)).Number(row).Raw("\" s=\""u8).Number(look).Raw("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8);
        var rest = text.AsSpan();
        for (int end; (end = rest.IndexOf('\n')) >= 0; rest = rest[(end + 1)..]) xml.Text(rest[..end]).Raw("\n"u8);
        xml.Text(rest).Raw("</t></is></c>"u8);
    }

    /// <summary>A cell that is only drawn, to be filled in by a person; else as <see cref="Cell"/>.</summary>
    public static void CellOrBlank(this Utf8Xml xml, int column, int row, string text, int look)
    {
        if (text.Length > 0) xml.Cell(column, row, text, look);
        else xml.Raw("<c r=\""u8).Text(SheetPlace.LettersOf(column + 1)).Number(row).Raw("\" s=\""u8).Number(look).Raw("\"/>"u8);
    }

    public static void Columns(this Utf8Xml xml, IReadOnlyList<int> widths)
    {
        xml.Raw("<cols>"u8);
        for (var i = 0; i < widths.Count; i++)
            xml.Raw("<col min=\""u8).Number(i + 1).Raw("\" max=\""u8).Number(i + 1).Raw("\" width=\""u8).Number(widths[i]).Raw("\" customWidth=\"1\"/>"u8);
        xml.Raw("</cols>"u8);
    }

    public static void Merged(this Utf8Xml xml, IReadOnlyList<(int Top, int Left, int Bottom, int Right)> merged)
    {
        if (merged.Count == 0) return;
        xml.Raw("<mergeCells count=\""u8).Number(merged.Count).Raw("\">"u8);
        foreach (var (top, left, bottom, right) in merged)
            xml.Raw("<mergeCell ref=\""u8).Text(SheetPlace.LettersOf(left + 1)).Number(top).Raw(":"u8).Text(SheetPlace.LettersOf(right + 1)).Number(bottom).Raw("\"/>"u8);
        xml.Raw("</mergeCells>"u8);
    }
}
