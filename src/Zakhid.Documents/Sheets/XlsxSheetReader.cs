using System.Globalization;

namespace Zakhid.Documents.Sheets;

/// <summary>One worksheet (18.3.1.99). The dimension that it claims is not believed: rows and cells say where they stand.</summary>
sealed class XlsxSheetReader(PartReader xml, DraftSheet sheet, IReadOnlyList<string> strings, XlsxStyles styles, bool from1904, Findings findings, Budget budget)
{
    const int LastRow = 1_048_576, LastColumn = 16_384;

    readonly CellWriter _cells = new(sheet, findings, budget);
    int _row = -1, _column = -1;
    bool _rowsHidden;

    public void Read()
    {
        if (!xml.Start() || xml.Name != "worksheet") throw new InvalidDataException("not a worksheet");
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            switch (xml.Name)
            {
                case "sheetFormatPr": _rowsHidden = xml.Attribute("zeroHeight") is "1" or "true"; xml.Skip(); break;
                case "cols": ReadColumns(); break;
                case "sheetData": ReadRows(); break;
                case "mergeCells": ReadMerged(); break;
                default: xml.Skip(); break;
            }
        }
    }

    void ReadColumns()
    {
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.IsElement && IsHidden("width") && Number("min") is { } first && Number("max") is { } last) sheet.HiddenColumns.Add(first - 1, last - 1);
            xml.Skip();
        }
    }

    /// <summary>Hidden by the command, or drawn to no size.</summary>
    bool IsHidden(string size) => xml.Attribute("hidden") is "1" or "true" || xml.Attribute(size) is "0" && (size != "ht" || xml.Attribute("customHeight") is "1" or "true");

    void ReadRows()
    {
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (!xml.IsElement || xml.Name != "row") { xml.Skip(); continue; }
            _row = Number("r") is { } given and > 0 ? Within(given - 1, LastRow) : Within(_row + 1, LastRow);
            _column = -1;
            if (IsHidden("ht") || _rowsHidden && xml.Attribute("hidden") is null && xml.Attribute("ht") is null) sheet.HiddenRows.Add(_row, _row);
            var cells = xml.Enter();
            while (xml.Inside(cells))
            {
                if (xml.IsElement && xml.Name == "c") ReadCell();
                else xml.Skip();
            }
        }
    }

    void ReadCell()
    {
        _column = xml.Attribute("r") is { } reference && Column(reference, out _) is { } column ? column : Within(_column + 1, LastColumn);
        var kind = xml.Attribute("t") ?? "n";
        var (pattern, look) = styles.Of(Number("s") ?? 0);
        string? value = null, inline = null;
        var formula = false;
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.IsElement && xml.Name == "v") value = xml.Content();
            else if (xml.IsElement && xml.Name == "is") inline = SharedStrings.Item(xml);
            else { formula |= xml.Name == "f"; xml.Skip(); }
        }
        if (formula && string.IsNullOrEmpty(value) && kind != "str") findings.UnknownFormula();
        _cells.Put(_row, _column, Printed(kind, value, inline, pattern.ShowsNothing ? NumberPattern.General : pattern), pattern, look);
    }

    string? Printed(string kind, string? value, string? inline, NumberPattern pattern)
    {
        switch (kind)
        {
            case "inlineStr": return inline ?? CellText.Clean(value ?? "");
            case "s": return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < strings.Count ? strings[index] : value is null ? null : throw new InvalidDataException("a text that is not there");
            case "str": return value is null ? null : CellText.Clean(value);
            case "b": return value is null ? null : value.Trim() is "1" or "true" ? "так" : "ні";
            case "e": if (value is not null) findings.BrokenFormula(value.Length > 20 ? "#" : value); return null;
            case "d": return DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var moment) ? (pattern.IsDate ? pattern.Date : DateShape.Whole).Print(moment) : value;
            default:
                if (value is null) return null;
                return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? pattern.Print(number, from1904) : CellText.Clean(value);
        }
    }

    void ReadMerged()
    {
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.IsElement && xml.Attribute("ref")?.Split(':') is [var first, var last] && Column(first, out var top) is { } left && Column(last, out var bottom) is { } right && top >= 0 && bottom >= 0)
                _cells.Merge(Math.Min(top, bottom), Math.Min(left, right), Math.Max(top, bottom), Math.Max(left, right));
            xml.Skip();
        }
    }

    int? Number(string attribute) => int.TryParse(xml.Attribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    static int Within(int position, int last) => position < last ? position : throw new InvalidDataException("outside of any sheet");

    /// <summary>«AB12»: the column and the row, both from zero; row −1 where none is given.</summary>
    static int? Column(string reference, out int row)
    {
        int column = 0, i = 0;
        for (; i < reference.Length && char.IsAsciiLetter(reference[i]) && column <= LastColumn; i++) column = column * 26 + (char.ToUpperInvariant(reference[i]) - 'A' + 1);
        row = int.TryParse(reference.AsSpan(i), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= LastRow ? number - 1 : -1;
        return column is > 0 and <= LastColumn ? column - 1 : null;
    }
}
