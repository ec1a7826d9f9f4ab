using System.Buffers.Text;
using System.Text;

namespace Zakhid.Documents.Mht;

/// <summary>A part of a message in many parts (RFC 2045, 2046): its headers and where its content stands in the file.</summary>
sealed class MimePart
{
    const int LongestHeader = 1 << 16;

    readonly byte[] _file;
    readonly int _start, _end;
    readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);

    MimePart(byte[] file, int start, int end)
    {
        (_file, _end) = (file, end);
        _start = ReadHeaders(start);
        (Kind, Parameters) = ContentType(Header("Content-Type") ?? "text/plain");
    }

    public static MimePart Of(byte[] file) => new(file, 0, file.Length);

    /// <summary>«text/html», in small letters.</summary>
    public string Kind { get; }
    /// <summary>What stands behind the kind: «charset», «boundary», «start».</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; }
    public string? Header(string name) => _headers.GetValueOrDefault(name);
    public bool IsMany => Kind.StartsWith("multipart/", StringComparison.Ordinal);

    /// <summary>Whether a file begins as a message does: lines of headers, among them the version of MIME and the kind of a page or of many parts.</summary>
    public static bool Begins(ReadOnlySpan<char> head)
    {
        bool version = false, kind = false;
        foreach (var line in head.EnumerateLines())
        {
            if (line.IsEmpty) break;
            if (line[0] is ' ' or '\t') continue;
            var colon = line.IndexOf(':');
            if (colon < 1 || line[..colon].ContainsAnyExcept(HeaderSigns)) return false;
            version |= line.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase);
            kind |= line.StartsWith("Content-Type:", StringComparison.OrdinalIgnoreCase) && line[13..].TrimStart() is var value && (value.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) || value.StartsWith("text/html", StringComparison.OrdinalIgnoreCase));
        }
        return version && kind;
    }

    static readonly System.Buffers.SearchValues<char> HeaderSigns = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>The parts between the boundaries; what stands before the first is for readers that know no parts.</summary>
    public IEnumerable<MimePart> Parts()
    {
        if (!Parameters.TryGetValue("boundary", out var boundary) || boundary.Length is 0 or > 200) yield break;
        var mark = Encoding.Latin1.GetBytes("--" + boundary);
        for (var at = NextMark(mark, _start); at >= 0;)
        {
            var start = at + mark.Length;
            if (start + 1 < _end && _file[start] == '-' && _file[start + 1] == '-') yield break;
            start = LineAfter(start);
            var next = NextMark(mark, start);
            yield return new(_file, start, next < 0 ? _end : BeforeLine(next, start));
            at = next;
        }
    }

    /// <summary>The content as the bytes that were put in.</summary>
    /// <exception cref="InvalidDataException">It is not what it says it is.</exception>
    public byte[] Content()
    {
        var coded = _file.AsSpan(_start, Math.Max(0, _end - _start));
        return Header("Content-Transfer-Encoding")?.Trim().ToLowerInvariant() switch
        {
            "base64" => OfBase64(coded),
            "quoted-printable" => OfQuotedPrintable(coded),
            _ => coded.ToArray(),
        };
    }

    int NextMark(byte[] mark, int from)
    {
        for (var at = from; at < _end; at++)
        {
            var found = _file.AsSpan(at, _end - at).IndexOf(mark);
            if (found < 0) return -1;
            at += found;
            if (at == 0 || _file[at - 1] is (byte)'\n' or (byte)'\r') return at;
        }
        return -1;
    }

    int LineAfter(int at)
    {
        var found = _file.AsSpan(at, _end - at).IndexOfAny((byte)'\n', (byte)'\r');
        if (found < 0) return _end;
        at += found;
        return at + (_file[at] == '\r' && at + 1 < _end && _file[at + 1] == '\n' ? 2 : 1);
    }

    /// <summary>The end of the line before a boundary belongs to the boundary.</summary>
    int BeforeLine(int at, int notBefore)
    {
        if (at > notBefore && _file[at - 1] == '\n') at--;
        if (at > notBefore && _file[at - 1] == '\r') at--;
        return at;
    }

    int ReadHeaders(int at)
    {
        var (name, value) = ("", new StringBuilder());
        while (at < _end)
        {
            var next = LineAfter(at);
            var line = Encoding.Latin1.GetString(_file, at, Math.Min(next - at, LongestHeader)).TrimEnd('\r', '\n');
            at = next;
            if (line.Length == 0) break;
            if (line[0] is ' ' or '\t') { if (value.Length < LongestHeader) value.Append(' ').Append(line.AsSpan().Trim()); continue; }
            Keep(name, value);
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            name = colon < 1 ? "" : line[..colon].Trim();
            if (colon > 0) value.Append(line.AsSpan(colon + 1).Trim());
        }
        Keep(name, value);
        return at;
    }

    /// <summary>Only what tells of the content is kept.</summary>
    void Keep(string name, StringBuilder value)
    {
        if (name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)) _headers.TryAdd(name, value.ToString());
        value.Clear();
    }

    /// <summary>«text/html; charset="windows-1251"».</summary>
    static (string Kind, Dictionary<string, string> Parameters) ContentType(string header)
    {
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var end = header.IndexOf(';', StringComparison.Ordinal);
        for (var at = end; at >= 0 && at < header.Length;)
        {
            var sign = header.IndexOf('=', at);
            if (sign < 0) break;
            var name = header[(at + 1)..sign].Trim(' ', ';', '\t');
            var value = header.AsSpan(sign + 1).TrimStart();
            var skipped = header.Length - value.Length;
            var quoted = value is ['"', ..];
            var length = quoted ? value[1..].IndexOf('"') : value.IndexOf(';');
            if (length < 0) length = value.Length - (quoted ? 1 : 0);
            parameters.TryAdd(name, value.Slice(quoted ? 1 : 0, length).Trim().ToString());
            at = header.IndexOf(';', Math.Min(header.Length, skipped + length + (quoted ? 2 : 0)));
        }
        return ((end < 0 ? header : header[..end]).Trim().ToLowerInvariant(), parameters);
    }

    static byte[] OfBase64(ReadOnlySpan<byte> coded)
    {
        var plain = new byte[Base64.GetMaxDecodedFromUtf8Length(coded.Length) + 3];
        var tight = new byte[coded.Length];
        var length = 0;
        foreach (var sign in coded)
            if (sign is >= (byte)'A' and <= (byte)'Z' or >= (byte)'a' and <= (byte)'z' or >= (byte)'0' and <= (byte)'9' or (byte)'+' or (byte)'/') tight[length++] = sign;
        // What is missing at the end is filled in: some programs leave the last signs out.
        var whole = length - (length % 4);
        Base64.DecodeFromUtf8(tight.AsSpan(0, whole), plain, out _, out var written);
        if (length % 4 > 1)
        {
            Span<byte> last = [(byte)'=', (byte)'=', (byte)'=', (byte)'='];
            tight.AsSpan(whole, length % 4).CopyTo(last);
            Base64.DecodeFromUtf8(last, plain.AsSpan(written), out _, out var more);
            written += more;
        }
        return plain[..written];
    }

    /// <summary>«=D0» is a byte, «=» at a line's end joins the next; anything else stands for itself (RFC 2045, 6.7).</summary>
    static byte[] OfQuotedPrintable(ReadOnlySpan<byte> coded)
    {
        var plain = new byte[coded.Length];
        var length = 0;
        for (var i = 0; i < coded.Length; i++)
        {
            if (coded[i] != '=') { plain[length++] = coded[i]; continue; }
            var rest = coded[(i + 1)..];
            if (rest is [(byte)'\r', (byte)'\n', ..]) i += 2;
            else if (rest is [(byte)'\n' or (byte)'\r', ..]) i++;
            else if (rest.Length >= 2 && char.IsAsciiHexDigit((char)rest[0]) && char.IsAsciiHexDigit((char)rest[1])) { plain[length++] = (byte)((Nibble(rest[0]) << 4) | Nibble(rest[1])); i += 2; }
            else plain[length++] = coded[i];
        }
        return plain[..length];
    }

    static int Nibble(byte sign) => sign <= '9' ? sign - '0' : (sign | 0x20) - 'a' + 10;
}
