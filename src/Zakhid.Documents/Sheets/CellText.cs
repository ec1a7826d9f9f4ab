using System.Globalization;

namespace Zakhid.Documents.Sheets;

/// <summary>The text of a cell as it is printed: line breaks kept, signs that print nothing left out.</summary>
static class CellText
{
    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\u001F') && !text.AsSpan().ContainsAny("\u007F\u00AD\uFEFF\u200B") && !text.AsSpan().ContainsAnyInRange('\u0300', '\u036F') && !text.Contains("_x", StringComparison.Ordinal)) return text;
        var plain = Unescape(text).ReplaceLineEndings("\n");
        var kept = string.Concat(plain.Where(c => c is not ('\u00AD' or '\uFEFF' or '\u200B')).Select(c => char.IsControl(c) && c is not ('\n' or '\t') ? ' ' : c));
        return kept.AsSpan().ContainsAnyInRange('\u0300', '\u036F') && IsSound(kept) ? kept.Normalize() : kept;
    }

    /// <summary>«_x000D_»: how a workbook writes a sign that XML cannot hold (ECMA-376, 22.9.2.19).</summary>
    static string Unescape(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal)) return text;
        var plain = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '_' && i + 6 < text.Length && text[i + 1] == 'x' && text[i + 6] == '_' && ushort.TryParse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && !char.IsSurrogate((char)code))
            {
                plain.Append((char)code);
                i += 6;
            }
            else plain.Append(text[i]);
        }
        return plain.ToString();
    }

    /// <summary>Half of a surrogate pair cannot be normalised.</summary>
    static bool IsSound(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (char.IsSurrogate(text[i])) return false;
        return true;
    }
}
