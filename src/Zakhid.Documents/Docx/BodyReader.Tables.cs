namespace Zakhid.Documents.Docx;

sealed partial class BodyReader
{
    void ReadTable(List<DraftBlock> into)
    {
        var table = new DraftTable();
        ReadRows(table);
        if (table.Rows.Count > 0) into.Add(table);
    }

    void ReadRows(DraftTable table)
    {
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            switch (xml.Name)
            {
                case "tr": ReadRow(table); break;
                case "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo": ReadRows(table); break;
                default: xml.Skip(); break;
            }
        }
    }

    void ReadRow(DraftTable table)
    {
        var row = new DraftRow();
        var (column, deleted) = (0, false);
        var inside = xml.Enter();
        while (xml.Inside(inside)) ReadInRow(row, ref column, ref deleted);
        if (deleted) findings.Deletion();
        else table.Rows.Add(row);
    }

    void ReadInRow(DraftRow row, ref int column, ref bool deleted)
    {
        switch (xml.Name)
        {
            case "trPr": ReadRowProperties(row, ref column, ref deleted); break;
            case "tc": ReadCell(row, ref column); break;
            case "sdt" or "sdtContent" or "customXml":
                var inside = xml.Enter();
                while (xml.Inside(inside)) ReadInRow(row, ref column, ref deleted);
                break;
            default: xml.Skip(); break;
        }
    }

    void ReadRowProperties(DraftRow row, ref int column, ref bool deleted)
    {
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            switch (xml.Name)
            {
                case "tblHeader": row.IsHeader = xml.IsOn(); break;
                case "gridBefore": column = budget.Columns(xml.Number() ?? 0); break;
                case "del": deleted = true; break;
            }
            xml.Skip();
        }
    }

    void ReadCell(DraftRow row, ref int column)
    {
        budget.Cell();
        var cell = new DraftCell { Column = column };
        var joinsLeft = false;
        var (unfinished, pageBreak) = (_unfinished, _pageBreak);
        _unfinished = null;

        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.Name == "tcPr") ReadCellProperties(cell, ref joinsLeft);
            else ReadBlock(cell.Blocks);
        }
        (_unfinished, _pageBreak) = (unfinished, pageBreak && _pageBreak);

        column = budget.Columns((long)column + cell.ColumnSpan);
        if (joinsLeft && row.Cells.Count > 0) row.Cells[^1].ColumnSpan += cell.ColumnSpan;
        else row.Cells.Add(cell);
    }

    void ReadCellProperties(DraftCell cell, ref bool joinsLeft)
    {
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            switch (xml.Name)
            {
                case "gridSpan": cell.ColumnSpan = Math.Max(1, budget.Columns(xml.Number() ?? 1)); break;
                case "vMerge": cell.Continues = xml.Val() is not "restart"; break;
                case "hMerge": joinsLeft = xml.Val() is not "restart"; break;
            }
            xml.Skip();
        }
    }
}
