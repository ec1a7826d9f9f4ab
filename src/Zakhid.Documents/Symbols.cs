using System.Globalization;

namespace Zakhid.Documents;

/// <summary>Signs of the private area that the fonts Symbol and Wingdings draw, as the Unicode signs they look like.</summary>
static class Symbols
{
    public static string Bullet(string text) => text.Length == 0 ? "•" : string.Concat(text.Select(Plain)).Trim() is { Length: > 0 } plain ? plain : "•";

    /// <summary><c>w:sym</c>: the code in hexadecimal (17.3.3.30).</summary>
    public static string Of(string? code) =>
        int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value) && value is > 0x1F and < 0xD800 or (>= 0xE000 and < 0xFFFE)
            ? Plain((char)value) : "";

    /// <summary>Bytes set in such a font.</summary>
    public static string OfFont(ReadOnlySpan<byte> bytes)
    {
        var text = new System.Text.StringBuilder(bytes.Length);
        foreach (var code in bytes) text.Append(code <= 0x20 ? " " : Plain((char)(0xF000 + code)));
        return text.ToString();
    }

    static string Plain(char sign) => sign switch
    {
        '\uF0B7' or '\uF06C' or '\uF09F' => "•",
        '\uF0A7' or '\uF06E' => "▪",
        '\uF0A8' or '\uF06F' or '\uF071' => "☐",
        '\uF0FC' or '\uF050' => "✓",
        '\uF0FE' or '\uF052' => "☑",
        '\uF0D8' => "➢",
        '\uF076' => "❖",
        '\uF0E0' => "→",
        '\uF0B0' => "°",
        '\uF02D' => "–",
        >= '\uE000' and <= '\uF8FF' => "•",
        _ => sign.ToString(),
    };
}
