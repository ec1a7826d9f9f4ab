using System.Globalization;
using System.Text;

namespace Zakhid.Documents.Rtf;

enum RtfToken { End, Open, Close, Word, Sign, Text, Hex }

/// <summary>Cuts rich text into groups, control words and text (RTF 1.9.1, «Formal syntax»). Binary data are passed by.</summary>
sealed class RtfTokens(byte[] bytes)
{
    const int LongestWord = 32, MostWords = 4096;
    readonly HashSet<string> _known = new(StringComparer.Ordinal);
    int _at;

    public RtfToken Kind { get; private set; }
    /// <summary>The control word without its number.</summary>
    public string Word { get; private set; } = "";
    public int? Number { get; private set; }
    /// <summary>A control sign («~», «-», «*») or the byte written in hexadecimal.</summary>
    public byte Sign { get; private set; }
    /// <summary>Text up to the next mark, line ends of the source left in.</summary>
    public ReadOnlySpan<byte> Text => bytes.AsSpan(_from, _at - _from);
    int _from;

    public RtfToken Next()
    {
        if (_at >= bytes.Length) return Kind = RtfToken.End;
        switch (bytes[_at])
        {
            case (byte)'{': _at++; return Kind = RtfToken.Open;
            case (byte)'}': _at++; return Kind = RtfToken.Close;
            case (byte)'\\': _at++; return Kind = Control();
            default:
                _from = _at;
                var end = bytes.AsSpan(_at).IndexOfAny((byte)'{', (byte)'}', (byte)'\\');
                _at = end < 0 ? bytes.Length : _at + end;
                return Kind = RtfToken.Text;
        }
    }

    RtfToken Control()
    {
        if (_at >= bytes.Length) return RtfToken.End;
        if (char.IsAsciiLetter((char)bytes[_at])) return ControlWord();
        Sign = bytes[_at++];
        if (Sign != '\'') return RtfToken.Sign;
        if (_at + 2 > bytes.Length || !byte.TryParse(bytes.AsSpan(_at, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)) return RtfToken.Sign;
        _at += 2;
        Sign = code;
        return RtfToken.Hex;
    }

    /// <summary>The same word is one string: a file has millions of words, and hundreds of different ones.</summary>
    string Known(ReadOnlySpan<byte> word)
    {
        Span<char> letters = stackalloc char[LongestWord];
        letters = letters[..Encoding.ASCII.GetChars(word, letters)];
        var known = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(letters, out var found)) return found;
        var written = letters.ToString();
        if (_known.Count < MostWords) _known.Add(written);
        return written;
    }

    RtfToken ControlWord()
    {
        var start = _at;
        while (_at < bytes.Length && _at - start < LongestWord && char.IsAsciiLetter((char)bytes[_at])) _at++;
        Word = Known(bytes.AsSpan(start, _at - start));
        Number = null;
        var sign = _at < bytes.Length && bytes[_at] == '-' ? 1 : 0;
        var digits = _at + sign;
        while (digits < bytes.Length && digits - _at < 12 && char.IsAsciiDigit((char)bytes[digits])) digits++;
        if (digits > _at + sign)
        {
            Number = (int)Math.Clamp(long.Parse(bytes.AsSpan(_at, digits - _at), CultureInfo.InvariantCulture), int.MinValue, int.MaxValue);
            _at = digits;
        }
        if (_at < bytes.Length && bytes[_at] == ' ') _at++;
        if (Word == "bin" && Number > 0) _at = (int)Math.Min(bytes.Length, (long)_at + Number.Value);
        return RtfToken.Word;
    }
}
