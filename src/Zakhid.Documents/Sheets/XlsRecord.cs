using System.Buffers.Binary;
using System.Text;

namespace Zakhid.Documents.Sheets;

/// <summary>
/// Records of a BIFF8 stream ([MS-XLS] 2.1.4), read forward. A record may go on in «Continue» records; texts that cross
/// into one say there again how wide their letters are (2.5.293).
/// </summary>
sealed class XlsRecord(byte[] stream)
{
    const int Continue = 0x3C;

    readonly List<(int From, int To)> _parts = [];
    int _next, _part, _at;

    public int Kind { get; private set; }

    /// <summary>Goes to the record that begins at an offset of the stream.</summary>
    public bool At(uint offset)
    {
        _next = offset <= int.MaxValue ? (int)offset : throw new InvalidDataException("a sheet outside of the file");
        return Next();
    }

    public bool Next()
    {
        if (_next + 4 > stream.Length) return false;
        Kind = Take();
        while (_next + 4 <= stream.Length && BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan(_next)) == Continue) _ = Take(more: true);
        (_part, _at) = (0, _parts[0].From);
        return true;
    }

    int Take(bool more = false)
    {
        if (!more) _parts.Clear();
        var kind = BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan(_next));
        var from = _next + 4;
        var to = from + BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan(_next + 2));
        if (to > stream.Length) throw new InvalidDataException("a record cut short");
        _parts.Add((from, to));
        _next = to;
        return kind;
    }

    /// <summary>Bytes left in the record, those of its continuation too.</summary>
    public int Left => _parts[_part].To - _at + _parts.Skip(_part + 1).Sum(p => p.To - p.From);

    public int U8()
    {
        while (_at >= _parts[_part].To) NextPart();
        return stream[_at++];
    }

    public int U16() => U8() | (U8() << 8);
    public uint U32() => (uint)(U16() | (U16() << 16));

    public double Double()
    {
        Span<byte> eight = stackalloc byte[8];
        for (var i = 0; i < 8; i++) eight[i] = (byte)U8();
        return BinaryPrimitives.ReadDoubleLittleEndian(eight);
    }

    /// <summary>A number of thirty bits: whole or the head of a double, perhaps hundredths ([MS-XLS] 2.5.217).</summary>
    public double Rk()
    {
        var rk = U32();
        var value = (rk & 2) != 0 ? (int)rk >> 2 : BitConverter.Int64BitsToDouble((long)(rk & 0xFFFFFFFC) << 32);
        return (rk & 1) != 0 ? value / 100 : value;
    }

    public void Skip(long count)
    {
        for (; count > 0;)
        {
            while (_at >= _parts[_part].To) NextPart();
            var step = (int)Math.Min(count, _parts[_part].To - _at);
            _at += step;
            count -= step;
        }
    }

    /// <summary>A text with its flags; runs of fonts and phonetic hints behind it are passed.</summary>
    public string Text(int length)
    {
        var flags = U8();
        var (runs, hints) = ((flags & 8) != 0 ? U16() : 0, (flags & 4) != 0 ? U32() : 0);
        var text = new StringBuilder(Math.Min(length, 4096));
        var wide = (flags & 1) != 0;
        while (text.Length < length)
        {
            // Only within a text does a continuation begin with the flags of its letters.
            if (_at >= _parts[_part].To) { NextPart(); wide = (U8() & 1) != 0; continue; }
            text.Append((char)(wide ? U16() : U8()));
        }
        Skip((4L * runs) + hints);
        return CellText.Clean(text.ToString());
    }

    void NextPart()
    {
        if (++_part >= _parts.Count) { _part--; throw new InvalidDataException("a record cut short"); }
        _at = _parts[_part].From;
    }
}
