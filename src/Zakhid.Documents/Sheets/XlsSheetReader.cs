namespace Zakhid.Documents.Sheets;

/// <summary>One sheet of an XLS ([MS-XLS] 2.1.7.20.5), from its beginning to its end; charts drawn on it are passed by.</summary>
sealed class XlsSheetReader(XlsRecord record, DraftSheet sheet, XlsBook book, Findings findings, Budget budget)
{
    const int LastRow = 65_536, LastColumn = 256;

    readonly CellWriter _cells = new(sheet, findings, budget);
    /// <summary>The formula whose text the next record holds.</summary>
    (int Row, int Column, int Style)? _formula;

    public void Read()
    {
        for (var depth = 1; depth > 0 && record.Next();)
        {
            if (record.Kind == 0x809) depth++;
            else if (record.Kind == 0x0A) depth--;
            else if (depth == 1) ReadRecord();
        }
    }

    void ReadRecord()
    {
        switch (record.Kind)
        {
            case 0x208: ReadRow(); break;
            case 0x7D: ReadColumns(); break;
            case 0xFD: Put(At(), _ => TextAt(record.U32())); break;
            case 0x204 or 0xD6: Put(At(), _ => record.Text(record.U16())); break;
            case 0x203: Put(At(), at => Number(at.Style, record.Double())); break;
            case 0x27E: Put(At(), at => Number(at.Style, record.Rk())); break;
            case 0xBD: ReadShortNumbers(); break;
            case 0x06: ReadFormula(); break;
            case 0x207 when _formula is { } at: Put(at, _ => record.Text(record.U16())); _formula = null; break;
            case 0x205: Put(At(), _ => Special(record.U8(), record.U8() != 0)); break;
            case 0x201 or 0xBE: budget.EmptyCell(); break;
            case 0xE5: ReadMerged(); break;
        }
    }

    (int Row, int Column, int Style) At()
    {
        var (row, column, style) = (record.U16(), record.U16(), record.U16());
        return row < LastRow && column < LastColumn ? (row, column, style) : throw new InvalidDataException("outside of any sheet");
    }

    void Put((int Row, int Column, int Style) at, Func<(int Row, int Column, int Style), string?> text)
    {
        var (pattern, look) = book.Style(at.Style);
        _cells.Put(at.Row, at.Column, text(at), pattern, look);
    }

    string Number(int style, double value)
    {
        var pattern = book.Style(style).Pattern;
        return pattern.ShowsNothing ? NumberPattern.Plain(value) : pattern.Print(value, book.From1904);
    }

    string TextAt(uint index) => index < book.Strings.Count ? book.Strings[(int)index] : throw new InvalidDataException("a text that is not there");

    void ReadRow()
    {
        var row = record.U16();
        record.Skip(10);
        if ((record.U16() & 0x20) != 0) sheet.HiddenRows.Add(row, row);
    }

    void ReadColumns()
    {
        var (first, last, width) = (record.U16(), record.U16(), record.U16());
        record.Skip(2);
        if ((record.U16() & 1) != 0 || width == 0) sheet.HiddenColumns.Add(first, Math.Min(last, LastColumn - 1));
    }

    /// <summary>Several short numbers of one row.</summary>
    void ReadShortNumbers()
    {
        var (row, column) = (record.U16(), record.U16());
        for (; record.Left >= 8; column++)
        {
            var style = record.U16();
            var value = record.Rk();
            if (row >= LastRow || column >= LastColumn) throw new InvalidDataException("outside of any sheet");
            Put((row, column, style), at => Number(at.Style, value));
        }
    }

    /// <summary>The value that the formula was saved with: a number, or the mark of a text, a truth value, an error, nothing.</summary>
    void ReadFormula()
    {
        var at = At();
        Span<byte> result = stackalloc byte[8];
        for (var i = 0; i < 8; i++) result[i] = (byte)record.U8();
        _formula = null;
        if (result[6] != 0xFF || result[7] != 0xFF) { var value = BitConverter.ToDouble(result); Put(at, a => Number(a.Style, value)); return; }
        if (result[0] == 0) _formula = at;
        else if (result[0] is 1 or 2) { var (code, error) = (result[2], result[0] == 2); Put(at, _ => Special(code, error)); }
    }

    string? Special(int code, bool error)
    {
        if (!error) return code != 0 ? "так" : "ні";
        findings.BrokenFormula(code switch { 0x00 => "#NULL!", 0x07 => "#DIV/0!", 0x0F => "#VALUE!", 0x17 => "#REF!", 0x1D => "#NAME?", 0x24 => "#NUM!", _ => "#N/A" });
        return null;
    }

    void ReadMerged()
    {
        for (var left = record.U16(); left > 0; left--)
        {
            var (top, bottom, first, last) = (record.U16(), record.U16(), record.U16(), record.U16());
            _cells.Merge(top, first, bottom, Math.Min(last, LastColumn - 1));
        }
    }
}
