using System.Buffers.Binary;
using System.Text;

namespace Zakhid.Documents.Pictures;

/// <summary>
/// What a camera writes beside a picture (EXIF 2.32, which is a TIFF): which side is up, when it was taken, and that it says
/// where. Only the first two are ever written back.
/// </summary>
/// <param name="Orientation">1 to 8; 1: as it lies in the file.</param>
/// <param name="Taken">«2026:11:21 14:05:09»; null where it does not say.</param>
/// <param name="HasLocation">It holds coordinates.</param>
sealed record ExifBlock(int Orientation = 1, string? Taken = null, bool HasLocation = false)
{
    const ushort OrientationTag = 0x0112, ExifTag = 0x8769, GpsTag = 0x8825, TakenTag = 0x9003;
    const int TakenLength = 20;

    public static ExifBlock None { get; } = new();

    /// <summary>Reads a block that nobody vouches for: what does not fit in it is not there.</summary>
    /// <param name="tiff">From «II» or «MM» on.</param>
    public static ExifBlock Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8 || !(tiff.StartsWith("II"u8) || tiff.StartsWith("MM"u8))) return None;
        var tags = new TiffTags(tiff, tiff[0] == 'I');
        var first = tags.Directory(tags.Number(4, 4));
        var own = first.TryGetValue(ExifTag, out var exif) ? tags.Directory(exif.Value) : [];
        return new(first.TryGetValue(OrientationTag, out var side) && side.Value is >= 1 and <= 8 ? (int)side.Value : 1,
            own.TryGetValue(TakenTag, out var taken) ? Time(tiff, taken) : null,
            first.TryGetValue(GpsTag, out var gps) && tags.Directory(gps.Value).Count > 0);
    }

    /// <summary>A block that says only which side is up and when it was taken; empty where there is nothing to say.</summary>
    public byte[] Write()
    {
        if (Orientation == 1 && Taken is null) return [];
        var block = new byte[Taken is null ? 26 : 76];
        "MM\0*\0\0\0\b"u8.CopyTo(block);
        Short(8, Taken is null ? 1 : 2);
        Entry(10, OrientationTag, kind: 3, count: 1);
        Short(18, Orientation);
        if (Taken is null) return block;
        Entry(22, ExifTag, kind: 4, count: 1);
        Long(30, 38);
        Short(38, 1);
        Entry(40, TakenTag, kind: 2, TakenLength);
        Long(48, 56);
        Encoding.ASCII.GetBytes(Taken, block.AsSpan(56));
        return block;

        void Short(int at, int value) => BinaryPrimitives.WriteUInt16BigEndian(block.AsSpan(at), (ushort)value);
        void Long(int at, int value) => BinaryPrimitives.WriteInt32BigEndian(block.AsSpan(at), value);
        void Entry(int at, int tag, int kind, int count) { Short(at, tag); Short(at + 2, kind); Long(at + 4, count); }
    }

    /// <summary>Nothing but a time: other words may hide in its place.</summary>
    static string? Time(ReadOnlySpan<byte> tiff, TiffTag tag)
    {
        if (tag.Count != TakenLength || tag.Value > tiff.Length - TakenLength) return null;
        var text = Encoding.ASCII.GetString(tiff.Slice((int)tag.Value, TakenLength - 1));
        for (var i = 0; i < text.Length; i++)
            if (i is 4 or 7 or 13 or 16 ? text[i] != ':' : i == 10 ? text[i] != ' ' : !char.IsAsciiDigit(text[i])) return null;
        return text;
    }
}
