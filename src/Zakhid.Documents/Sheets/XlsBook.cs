namespace Zakhid.Documents.Sheets;

/// <summary>What the sheets of an XLS share: texts, styles, the day from which days are counted.</summary>
sealed class XlsBook
{
    /// <summary>Built-in colours that are white; a fill of no pattern is none ([MS-XLS] 2.5.161, 2.4.353).</summary>
    const int White = 9, FirstWhite = 1, BoldWeight = 700;

    readonly List<(bool Bold, bool White)> _fonts = [];
    readonly Dictionary<int, string> _formats = [];
    readonly Dictionary<int, NumberPattern> _patterns = [];
    readonly List<(int Font, int Format, Alignment Alignment, bool Filled)> _styles = [];
    readonly Dictionary<int, (NumberPattern, CellLook)> _looks = [];

    public List<(string Name, uint Offset)> Sheets { get; } = [];
    public List<string> Strings { get; } = [];
    public bool From1904 { get; set; }

    public void AddFont(XlsRecord record)
    {
        record.Skip(4);
        var (colour, weight) = (record.U16(), record.U16());
        _fonts.Add((weight >= BoldWeight, colour is White or FirstWhite));
    }

    public void AddFormat(XlsRecord record)
    {
        var id = record.U16();
        _formats.TryAdd(id, record.Text(record.U16()));
    }

    public void AddStyle(XlsRecord record)
    {
        var (font, format) = (record.U16(), record.U16());
        record.Skip(2);
        var alignment = (record.U8() & 7) switch { 2 or 6 or 7 => Alignment.Center, 3 => Alignment.End, 5 => Alignment.Justify, _ => Alignment.Start };
        record.Skip(7);
        _styles.Add((font, format, alignment, record.U32() >> 26 != 0));
    }

    public (NumberPattern Pattern, CellLook Look) Style(int index)
    {
        if (_looks.TryGetValue(index, out var known)) return known;
        if (index < 0 || index >= _styles.Count) return (NumberPattern.General, CellLook.Plain);
        var style = _styles[index];
        // Font 4 is not kept: those behind it are one place nearer (2.5.129).
        var font = style.Font > 4 ? style.Font - 1 : style.Font;
        var (bold, white) = font < _fonts.Count ? _fonts[font] : default;
        return _looks[index] = (Pattern(style.Format), new(bold, style.Alignment, white && !style.Filled));
    }

    NumberPattern Pattern(int id)
    {
        if (!_patterns.TryGetValue(id, out var pattern))
            _patterns[id] = pattern = (_formats.GetValueOrDefault(id) ?? NumberPattern.BuiltIn(id)) is { } code ? NumberPattern.Parse(code) : NumberPattern.General;
        return pattern;
    }
}
