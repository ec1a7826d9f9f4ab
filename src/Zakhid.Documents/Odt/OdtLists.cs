using System.Globalization;
using System.Text;
using static Zakhid.Documents.Sheets.OdsStyles;

namespace Zakhid.Documents.Odt;

/// <summary>One list as it runs through the text: its style and the counters of its levels.</summary>
sealed class OdtList(string? style)
{
    public string? Style { get; } = style;
    public int?[] Counters { get; } = new int?[OdtLists.Levels];
    /// <summary>A list inside may name a style of its own for its level.</summary>
    public string?[] Styles { get; } = new string?[OdtLists.Levels];
}

/// <summary>
/// Numbers of lists (OpenDocument, part 3, 5.3 and 16.31): a list goes on where it says so, otherwise it starts anew; the
/// levels below start anew when one above counts.
/// </summary>
sealed class OdtLists
{
    public const int Levels = 10;
    const string OfficeExtension = "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0";
    const string Ukrainian = "а,б,в,г,ґ,д,е,є,ж,з,и,і,ї,й,к,л,м,н,о,п,р,с,т,у,ф,х,ц,ч,ш,щ,ь,ю,я";

    readonly Dictionary<string, Level?[]> _styles = new(StringComparer.Ordinal);
    readonly Dictionary<string, OdtList> _byId = new(StringComparer.Ordinal);
    readonly Dictionary<string, OdtList> _lastOfStyle = new(StringComparer.Ordinal);
    readonly OdtList _outline = new(Outline);
    const string Outline = "\u0001";

    sealed record Level(string? Bullet, string Format, string Prefix, string Suffix, string? Pattern, int Start, int Shown);

    /// <summary>The list of a <c>text:list</c> that stands in no other.</summary>
    public OdtList Start(PartReader xml)
    {
        var style = xml.Attribute("style-name", TextWords);
        var list = xml.Attribute("continue-list", TextWords) is { } earlier && _byId.TryGetValue(earlier, out var known) ? known
            : xml.Attribute("continue-numbering", TextWords) == "true" && _lastOfStyle.TryGetValue(style ?? "", out var last) ? last : new(style);
        if (xml.Attribute("id", "http://www.w3.org/XML/1998/namespace") is { } id) _byId[id] = list;
        return _lastOfStyle[style ?? ""] = list;
    }

    /// <summary>The list of a numbered paragraph, which stands for itself (5.3.6).</summary>
    public OdtList OfParagraph(PartReader xml)
    {
        var id = xml.Attribute("list-id", TextWords) ?? "";
        if (_byId.TryGetValue(id, out var known)) return known;
        return _byId[id] = new(xml.Attribute("style-name", TextWords));
    }

    /// <summary>The number of the next item; null where the level prints none.</summary>
    public string? Next(OdtList list, int level, int? startAt)
    {
        if (level is < 0 or >= Levels) return null;
        var here = LevelOf(list, level);
        list.Counters[level] = startAt ?? (list.Counters[level] is { } before ? Math.Min(before, int.MaxValue - 1) + 1 : here?.Start ?? 1);
        for (var below = level + 1; below < Levels; below++) list.Counters[below] = null;
        return here is null ? null : Label(list, level, here);
    }

    /// <summary>The number of the next heading, where the document numbers its chapters.</summary>
    public string? NextHeading(int level, int? startAt) => Next(_outline, level - 1, startAt);

    Level? LevelOf(OdtList list, int level) => (list.Styles[level] ?? list.Style) is { } style && _styles.TryGetValue(style, out var levels) ? levels[level] : null;

    string? Label(OdtList list, int level, Level here)
    {
        if (here.Bullet is { } bullet) return Symbols.Bullet(bullet);
        var label = new StringBuilder();
        if (here.Pattern is { } pattern) Fill(label, pattern, list);
        else if (here.Format.Length > 0)
        {
            label.Append(here.Prefix);
            for (var at = Math.Max(0, level + 1 - here.Shown); at <= level; at++)
                if (Number(list, at) is { Length: > 0 } number) label.Append(label.Length > here.Prefix.Length ? "." : "").Append(number);
            label.Append(here.Suffix);
        }
        var written = label.ToString().Trim();
        return written.Length == 0 ? null : written;
    }

    /// <summary>«%1%.%2%)»: each number stands between signs of per cent.</summary>
    void Fill(StringBuilder label, string pattern, OdtList list)
    {
        for (var at = 0; at < pattern.Length && label.Length < 256; at++)
        {
            var end = pattern[at] == '%' ? pattern.IndexOf('%', at + 1) : -1;
            if (end > at + 1 && int.TryParse(pattern.AsSpan(at + 1, end - at - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level is >= 1 and <= Levels)
            {
                label.Append(Number(list, level - 1));
                at = end;
            }
            else label.Append(pattern[at]);
        }
    }

    string Number(OdtList list, int level)
    {
        var definition = LevelOf(list, level);
        if (definition is { Format: "" }) return "";
        return NumberFormat.Write(list.Counters[level] ?? definition?.Start ?? 1, definition?.Format ?? "decimal");
    }

    /// <summary>Called on <c>text:list-style</c> or <c>text:outline-style</c>.</summary>
    public void ReadStyle(PartReader xml)
    {
        var name = xml.Name == "outline-style" ? Outline : xml.Attribute("name", StyleWords);
        var levels = new Level?[Levels];
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.Name is "list-level-style-number" or "list-level-style-bullet" or "list-level-style-image" or "outline-level-style"
                && int.TryParse(xml.Attribute("level", TextWords), NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level is >= 1 and <= Levels)
                levels[level - 1] = ReadLevel(xml);
            xml.Skip();
        }
        if (name is not null) _styles.TryAdd(name, levels);
    }

    static Level ReadLevel(PartReader xml) => new(
        xml.Name switch { "list-level-style-bullet" => xml.Attribute("bullet-char", TextWords) ?? "•", "list-level-style-image" => "•", _ => null },
        FormatOf(xml.Attribute("num-format", StyleWords) ?? ""), xml.Attribute("num-prefix", StyleWords) ?? "", xml.Attribute("num-suffix", StyleWords) ?? "",
        xml.Attribute("num-list-format", OfficeExtension) ?? xml.Attribute("num-list-format", StyleWords),
        int.TryParse(xml.Attribute("start-value", TextWords), NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1,
        int.TryParse(xml.Attribute("display-levels", TextWords), NumberStyles.None, CultureInfo.InvariantCulture, out var shown) ? Math.Clamp(shown, 1, Levels) : 1);

    /// <summary>The signs of 19.500; LibreOffice names the alphabets of other scripts by their first letters.</summary>
    static string FormatOf(string format) => format switch
    {
        "1" => "decimal",
        "a" => "lowerLetter",
        "A" => "upperLetter",
        "i" => "lowerRoman",
        "I" => "upperRoman",
        "" => "",
        _ when format.EndsWith("(uk)", StringComparison.Ordinal) => format.StartsWith('А') ? Ukrainian.ToUpper(CultureInfo.InvariantCulture) : Ukrainian,
        _ when format.StartsWith('а') => "russianLower",
        _ when format.StartsWith('А') => "russianUpper",
        _ when format.StartsWith("01", StringComparison.Ordinal) => "decimalZero",
        _ => "decimal",
    };
}
