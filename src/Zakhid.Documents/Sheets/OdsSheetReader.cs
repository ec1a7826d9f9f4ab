using System.Globalization;
using System.Text;

namespace Zakhid.Documents.Sheets;

/// <summary>
/// One table of an ODS (9.1). Empty rows and cells that are «repeated» to the end of the sheet are only counted; a cell
/// with a text that is repeated stands as often as it is printed.
/// </summary>
sealed class OdsSheetReader(PartReader xml, DraftSheet sheet, OdsStyles styles, Findings findings, Budget budget)
{
    const int LastRow = 16_777_216, LastColumn = 16_384;

    readonly Dictionary<int, string> _columnStyles = [];
    int _row, _columns;

    public void Read() => ReadRows(hidden: false);

    void ReadRows(bool hidden)
    {
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            switch (xml.Name)
            {
                case "table-column": ReadColumn(hidden); break;
                case "table-columns" or "table-header-columns" or "table-column-group" or "table-header-rows" or "table-rows" or "table-row-group":
                    ReadRows(hidden || xml.Attribute("display", OdsStyles.TableWords) == "false");
                    break;
                case "table-row": ReadRow(hidden); break;
                default: xml.Skip(); break;
            }
        }
    }

    bool IsHidden => xml.Attribute("visibility", OdsStyles.TableWords) is "collapse" or "filter";

    void ReadColumn(bool hidden)
    {
        var count = Repeated("number-columns-repeated", LastColumn);
        if (hidden || IsHidden) sheet.HiddenColumns.Add(_columns, _columns + count - 1);
        if (xml.Attribute("default-cell-style-name", OdsStyles.TableWords) is { } style && count <= 1024)
            for (var c = 0; c < count; c++) _columnStyles.TryAdd(_columns + c, style);
        _columns = Math.Min(_columns + count, LastColumn);
        xml.Skip();
    }

    void ReadRow(bool hidden)
    {
        var count = Repeated("number-rows-repeated", LastRow);
        if (hidden || IsHidden) sheet.HiddenRows.Add(_row, _row + count - 1);
        var cells = new List<PrintedCell>();
        var rowStyle = xml.Attribute("default-cell-style-name", OdsStyles.TableWords);
        var column = 0;
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.IsElement && xml.Name is "table-cell" or "covered-table-cell") ReadCell(cells, ref column, rowStyle);
            else xml.Skip();
        }
        if (cells.Count > 0)
            for (var copy = 0; copy < count; copy++)
                foreach (var cell in cells)
                {
                    // The first row was counted when its cells were read.
                    if (copy > 0) { budget.Cell(); budget.Paragraph(cell.Text.Length); }
                    sheet.Add(cell with { Row = _row + copy });
                }
        if (_row > LastRow - count) throw new InvalidDataException("outside of any sheet");
        _row += count;
    }

    void ReadCell(List<PrintedCell> cells, ref int column, string? rowStyle)
    {
        var covered = xml.Name == "covered-table-cell";
        var count = Repeated("number-columns-repeated", LastColumn);
        var style = xml.Attribute("style-name", OdsStyles.TableWords) ?? rowStyle ?? _columnStyles.GetValueOrDefault(column);
        var date = xml.Attribute("value-type", OdsStyles.OfficeWords) == "date" ? xml.Attribute("date-value", OdsStyles.OfficeWords) : null;
        var number = xml.Attribute("value", OdsStyles.OfficeWords);
        int across = Repeated("number-columns-spanned", LastColumn), down = Repeated("number-rows-spanned", LastRow);
        var formula = xml.Attribute("formula", OdsStyles.TableWords) is not null;
        var text = Text();
        if (date is not null && DateTime.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var moment)) text = styles.Date(style).Print(moment);
        else if (text.Length == 0 && double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) text = NumberPattern.Plain(value);
        if (formula && text.StartsWith('#') | text.StartsWith("Err:", StringComparison.Ordinal)) { findings.BrokenFormula(text.Length > 20 ? "#" : text); text = ""; }

        if (column > LastColumn - count) throw new InvalidDataException("outside of any sheet");
        if (covered || string.IsNullOrWhiteSpace(text)) budget.EmptyCell();
        else
        {
            for (var copy = 0; copy < count; copy++)
            {
                budget.Cell();
                budget.Paragraph(text.Length);
                cells.Add(new(_row, column + copy, text, styles.Look(style)));
            }
            sheet.Merge(_row, column, _row + down - 1, column + across - 1);
        }
        column += count;
    }

    /// <summary>The paragraphs of the cell; notes and drawings beside them are not printed in it.</summary>
    string Text()
    {
        StringBuilder? text = null;
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (!xml.IsElement || xml.Name != "p") { xml.Skip(); continue; }
            if (text is null) text = new();
            else text.Append('\n');
            Inline(text);
        }
        return text is null ? "" : CellText.Clean(text.ToString()).TrimEnd();
    }

    void Inline(StringBuilder text)
    {
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.IsText) { xml.AppendTo(text); continue; }
            switch (xml.Name)
            {
                case "s": text.Append(' ', Math.Clamp(int.TryParse(xml.Attribute("c", OdsStyles.TextWords), NumberStyles.None, CultureInfo.InvariantCulture, out var blanks) ? blanks : 1, 1, 64)); break;
                case "tab": text.Append('\t'); break;
                case "line-break": text.Append('\n'); break;
                case "span" or "a": Inline(text); continue;
            }
            xml.Skip();
        }
    }

    int Repeated(string attribute, int most) =>
        int.TryParse(xml.Attribute(attribute, OdsStyles.TableWords), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? Math.Min(count, most) : 1;
}
