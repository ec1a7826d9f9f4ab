using System.Buffers.Binary;

namespace Zakhid.Documents.Pictures;

/// <summary>The segments of a JPEG (ITU-T T.81, annex B): kept are those without which it cannot be shown.</summary>
static class JpegSegments
{
    const byte StartOfImage = 0xD8, EndOfImage = 0xD9, StartOfScan = 0xDA, Jfif = 0xE0, Exif = 0xE1, Colours = 0xE2, Adobe = 0xEE;

    /// <summary>Where a segment stands: its marker, and its content without marker and length.</summary>
    internal readonly record struct Segment(byte Marker, int Start, int End);

    /// <returns>The picture up to its end, and whether it said where it was taken. What stands behind the end (previews, films) is left out.</returns>
    /// <exception cref="InvalidDataException">It is not built of segments.</exception>
    public static (byte[] Clean, bool Location) Clean(byte[] jpeg)
    {
        var exif = ExifBlock.None;
        var location = false;
        var heads = new MemoryStream(jpeg.Length);
        byte[] jfif = [];
        foreach (var segment in Segments(jpeg))
        {
            var content = jpeg.AsSpan(segment.Start, segment.End - segment.Start);
            switch (segment.Marker)
            {
                // A small picture inside may show what was cut off from the large one.
                case Jfif when jfif.Length == 0 && content.StartsWith("JFIF\0"u8) && content.Length >= 14: jfif = [.. content[..12], 0, 0]; break;
                case Exif when content.StartsWith("Exif\0\0"u8): var block = ExifBlock.Read(content[6..]); location |= block.HasLocation; if (exif == ExifBlock.None) exif = block; break;
                case Colours when content.StartsWith("ICC_PROFILE\0"u8): Write(heads, segment.Marker, content); break;
                case Adobe when content.StartsWith("Adobe"u8): Write(heads, segment.Marker, content); break;
                case StartOfScan: Write(heads, segment.Marker, content[..ScanHead(jpeg, segment)]); heads.Write(content[ScanHead(jpeg, segment)..]); break;
                case EndOfImage: heads.Write([0xFF, EndOfImage]); break;
                case >= 0xE0 and <= 0xEF or 0xFE: location |= CleanPicture.NamesPlace(content); break;
                default: Write(heads, segment.Marker, content); break;
            }
        }
        var clean = new MemoryStream((int)heads.Length + 128);
        clean.Write([0xFF, StartOfImage]);
        if (jfif.Length > 0) Write(clean, Jfif, jfif);
        if (exif.Write() is { Length: > 0 } kept) Write(clean, Exif, [.. "Exif\0\0"u8, .. kept]);
        heads.WriteTo(clean);
        return (clean.ToArray(), location);
    }

    /// <summary>The segments one after the other; a scan goes on over its packed points up to the next marker.</summary>
    internal static IEnumerable<Segment> Segments(byte[] jpeg)
    {
        var shown = false;
        for (var at = 2; at < jpeg.Length;)
        {
            if (jpeg[at] != 0xFF) throw new InvalidDataException("no marker");
            while (at < jpeg.Length && jpeg[at] == 0xFF) at++;
            if (at >= jpeg.Length) break;
            var marker = jpeg[at++];
            if (marker == EndOfImage && shown) { yield return new(marker, at, at); yield break; }
            if (marker is 0 or StartOfImage or EndOfImage or >= 0xD0 and <= 0xD7) throw new InvalidDataException("a marker out of place");
            if (at + 2 > jpeg.Length) break;
            var end = at + BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at));
            if (end < at + 2 || end > jpeg.Length) throw new InvalidDataException("a segment that does not end");
            var start = at + 2;
            at = marker == StartOfScan ? AfterScan(jpeg, end) : end;
            shown |= marker == StartOfScan;
            yield return new(marker, start, at);
        }
        if (!shown) throw new InvalidDataException("no picture");
    }

    /// <summary>In packed points no 0xFF stands but before 0 or a mark of restart.</summary>
    static int AfterScan(byte[] jpeg, int at)
    {
        while (at < jpeg.Length)
        {
            var found = jpeg.AsSpan(at).IndexOf((byte)0xFF);
            if (found < 0 || at + found + 1 >= jpeg.Length) return jpeg.Length;
            at += found;
            if (jpeg[at + 1] is not (0 or >= 0xD0 and <= 0xD7)) return at;
            at += 2;
        }
        return jpeg.Length;
    }

    static int ScanHead(byte[] jpeg, Segment scan) => BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(scan.Start - 2)) - 2;

    static void Write(MemoryStream into, byte marker, ReadOnlySpan<byte> content)
    {
        into.Write([0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2)]);
        into.Write(content);
    }
}
