using System.Text;

namespace Zakhid.Documents.Txt;

/// <summary>
/// Which encoding a text file is in: the mark at its start, the shape of its bytes, and where both are silent how much
/// the result looks like Ukrainian.
/// </summary>
static class TextEncoding
{
    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The encodings of one byte a letter that Ukrainian offices used; the first wins a draw.</summary>
    static readonly (string Name, Encoding Encoding)[] OneByte = [.. new[] { ("windows-1251", 1251), ("KOI8-U", 21866), ("CP866", 866), (Ukrainian866, 866), ("ISO 8859-5", 28595) }
        .Select(e => (e.Item1, CodePagesEncodingProvider.Instance.GetEncoding(e.Item2)!))];

    /// <summary>CP866 with the Ukrainian letters of RST 2018-91 where it has others.</summary>
    const string Ukrainian866 = "CP1125";
    const string Of866 = "ЄєЇїЎў°∙", Of1125 = "ҐґЄєІіЇї";

    /// <summary>How often a letter stands in Ukrainian prose, per thousand, «а» to «я» and the four own letters.</summary>
    static readonly Dictionary<char, int> Frequency = Weights("о94а83и72н68і65т55в52р46с42к40у34д33л36м30п28е48я22з23ь19б16г15й13ч13ш8ж8х11ц8ю8ї7щ5ф4є5ґ1ы1ъ1э1ё1");

    /// <summary>No zero bytes and hardly any control characters, or UTF-16.</summary>
    public static bool LooksLikeText(ReadOnlySpan<byte> bytes)
    {
        if (Utf16(bytes) is not null) return true;
        var head = bytes[..Math.Min(bytes.Length, 65536)];
        var controls = 0;
        foreach (var b in head)
        {
            if (b == 0) return false;
            if (b < 0x20 && b is not (9 or 10 or 11 or 12 or 13 or 0x1A)) controls++;
        }
        return controls * 100 <= head.Length;
    }

    /// <summary>The text without its mark, and the name of its encoding.</summary>
    /// <param name="declared">What the file itself calls its encoding: taken where the bytes do not tell.</param>
    public static (string Text, string Name) Decode(ReadOnlySpan<byte> bytes, string? declared = null)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return (Encoding.UTF8.GetString(bytes[3..]), "UTF-8");
        if (Utf16(bytes) is { } wide) return (wide.GetString(bytes).TrimStart('\uFEFF'), "UTF-16");
        try { return (Strict.GetString(bytes), "UTF-8"); }
        catch (DecoderFallbackException) { }

        var damaged = Encoding.UTF8.GetString(bytes);
        if (IsMostlyUtf8(damaged)) return (damaged, "UTF-8");
        if (OneByte.FirstOrDefault(e => e.Encoding.WebName.Equals(declared, StringComparison.OrdinalIgnoreCase)) is { Encoding: not null } known) return (Text(known, bytes), known.Name);
        var letters = bytes[bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF)..];
        var sample = letters[..Math.Min(letters.Length, 65536)].ToArray();
        var best = OneByte.MaxBy(e => Likeness(Text(e, sample)));
        return (Text(best, bytes), best.Name);
    }

    static string Text((string Name, Encoding Encoding) of, ReadOnlySpan<byte> bytes)
    {
        var text = of.Encoding.GetString(bytes);
        return of.Name != Ukrainian866 ? text
            : string.Create(text.Length, text, static (into, from) => { for (var i = 0; i < into.Length; i++) into[i] = Of866.IndexOf(from[i]) is >= 0 and var at ? Of1125[at] : from[i]; });
    }

    /// <summary>UTF-8 with a few broken letters (a copy cut in mid-character) still reads as itself.</summary>
    static bool IsMostlyUtf8(string decoded)
    {
        int broken = 0, cyrillic = 0;
        foreach (var c in decoded)
        {
            if (c == '\uFFFD') broken++;
            else if (c is >= '\u0400' and <= '\u04FF') cyrillic++;
        }
        return broken * 20 < cyrillic;
    }

    static UnicodeEncoding? Utf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return new(bigEndian: false, byteOrderMark: true);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return new(bigEndian: true, byteOrderMark: true);
        if (bytes.Length < 8 || bytes.Length % 2 != 0) return null;

        // Ukrainian without a mark: every second byte is 04 (Cyrillic) or 00 (spaces, digits, line ends).
        int even = 0, odd = 0, pairs = Math.Min(bytes.Length, 4096) / 2;
        for (var i = 0; i < pairs; i++)
        {
            if (bytes[2 * i] is 0 or 4 && bytes[2 * i + 1] is not 0) even++;
            if (bytes[2 * i + 1] is 0 or 4 && bytes[2 * i] is not 0) odd++;
        }
        return odd * 10 >= pairs * 9 ? new(bigEndian: false, byteOrderMark: false)
            : even * 10 >= pairs * 9 ? new(bigEndian: true, byteOrderMark: false) : null;
    }

    /// <summary>Frequent letters count for, a capital inside a word and signs that no office types count against.</summary>
    static double Likeness(string text)
    {
        var score = 0.0;
        var before = ' ';
        foreach (var c in text)
        {
            if (Frequency.TryGetValue(char.ToLowerInvariant(c), out var weight)) score += char.IsUpper(c) && char.IsLower(before) ? -60 : weight;
            else if (c is >= '\u2500' and <= '\u259F') score -= 5;
            else if (c > '\u007F' && c is not ('«' or '»' or '№' or '–' or '—' or '’' or '“' or '”' or '„' or '…' or '\u00A0' or '•')) score -= 60;
            before = c;
        }
        return score;
    }

    static Dictionary<char, int> Weights(string table)
    {
        var weights = new Dictionary<char, int>();
        for (var i = 0; i < table.Length;)
        {
            var letter = table[i++];
            var start = i;
            while (i < table.Length && char.IsAsciiDigit(table[i])) i++;
            weights[letter] = int.Parse(table.AsSpan(start, i - start), System.Globalization.CultureInfo.InvariantCulture);
        }
        return weights;
    }
}
