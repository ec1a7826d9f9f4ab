using System.Buffers.Binary;

namespace Zakhid.Documents.Pictures;

/// <summary>An entry of a directory: its type, how many values, and the value itself or where they stand.</summary>
readonly record struct TiffTag(int Kind, long Count, long Value, int At);

/// <summary>Directories of a TIFF (revision 6.0, part 1), read with suspicion: whatever points outside is not there.</summary>
readonly ref struct TiffTags(ReadOnlySpan<byte> tiff, bool little)
{
    const int MostTags = 1000;
    readonly ReadOnlySpan<byte> _tiff = tiff;

    public long Number(long at, int bytes)
    {
        if (at < 0 || at + bytes > _tiff.Length) return 0;
        var part = _tiff.Slice((int)at, bytes);
        return bytes switch
        {
            1 => part[0],
            2 => little ? BinaryPrimitives.ReadUInt16LittleEndian(part) : BinaryPrimitives.ReadUInt16BigEndian(part),
            _ => little ? BinaryPrimitives.ReadUInt32LittleEndian(part) : BinaryPrimitives.ReadUInt32BigEndian(part),
        };
    }

    /// <summary>The entries of the directory that stands there; the first of a kind counts.</summary>
    public Dictionary<int, TiffTag> Directory(long at)
    {
        var tags = new Dictionary<int, TiffTag>();
        var count = Math.Min(Number(at, 2), MostTags);
        for (var i = 0; i < count; i++)
        {
            var entry = at + 2 + (i * 12);
            if (at <= 0 || entry + 12 > _tiff.Length) break;
            var (kind, many) = ((int)Number(entry + 2, 2), Number(entry + 4, 4));
            // One short stands in the first half of its place.
            tags.TryAdd((int)Number(entry, 2), new(kind, many, many == 1 && kind is 1 or 3 ? Number(entry + 8, kind == 1 ? 1 : 2) : Number(entry + 8, 4), (int)entry + 8));
        }
        return tags;
    }

    /// <summary>Where the directory behind this one stands; 0: none does.</summary>
    public long Next(long at) => Number(at + 2 + (Number(at, 2) * 12), 4);

    /// <summary>Shorts or longs of an entry, at most as many as asked for.</summary>
    public List<long> Values(TiffTag tag, int most)
    {
        var size = tag.Kind switch { 1 => 1, 3 => 2, _ => 4 };
        var from = tag.Count * size <= 4 ? tag.At : tag.Value;
        var values = new List<long>();
        for (var i = 0; i < Math.Min(tag.Count, most) && from + ((i + 1L) * size) <= _tiff.Length; i++) values.Add(Number(from + ((long)i * size), size));
        return values;
    }
}
