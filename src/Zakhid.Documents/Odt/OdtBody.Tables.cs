using System.Globalization;
using static Zakhid.Documents.Sheets.OdsStyles;

namespace Zakhid.Documents.Odt;

/// <summary>Tables (chapter 9): a merged cell says what it spans, the positions it covers are marked in the rows below.</summary>
sealed partial class OdtBody
{
    void ReadTable(List<DraftBlock> into)
    {
        if (styles.Table(xml.Attribute("style-name", TableWords)).PageBefore == true && _anything) _newPage = true;
        var grid = new DraftGrid(budget);
        var (newPage, space) = (_newPage, _space);
        _newPage = false;
        ReadRows(grid, header: false);
        (_newPage, _space) = (newPage, space);
        grid.EndRow();
        if (grid.Table.Rows.Count > 0) into.Add(grid.Table);
        _anything = true;
    }

    void ReadRows(DraftGrid grid, bool header)
    {
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            switch (xml.Name)
            {
                case "table-row": ReadRow(grid, header); break;
                case "table-header-rows": ReadRows(grid, header: true); break;
                case "table-rows" or "table-row-group": ReadRows(grid, header); break;
                default: xml.Skip(); break;
            }
        }
    }

    void ReadRow(DraftGrid grid, bool header)
    {
        if (xml.Attribute("visibility", TableWords) is "collapse" or "filter") { findings.HiddenRows(); xml.Skip(); return; }
        var times = Span("number-rows-repeated");
        grid.StartRow(header);
        var column = 0L;
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.Name is not ("table-cell" or "covered-table-cell")) { xml.Skip(); continue; }
            var (covered, across, down, repeated) = (xml.Name == "covered-table-cell", Span("number-columns-spanned"), Span("number-rows-spanned"), Span("number-columns-repeated"));
            if (covered) { column += repeated; xml.Skip(); continue; }
            var cell = grid.Add(across, down, budget.Columns(column));
            column = cell.Column + 1;
            ReadBlocks(cell.Blocks);
            for (; repeated > 1; repeated--)
            {
                var again = grid.Add(across, down, budget.Columns(column));
                column = again.Column + 1;
                again.Blocks.AddRange(cell.Blocks);
            }
        }
        grid.EndRow(times);
    }

    int Span(string attribute) =>
        int.TryParse(xml.Attribute(attribute, TableWords), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Max(1, span) : 1;
}
