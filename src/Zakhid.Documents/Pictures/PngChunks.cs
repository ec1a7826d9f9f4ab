using System.Buffers.Binary;
using System.Text;
using Zakhid.Documents.Zip;

namespace Zakhid.Documents.Pictures;

/// <summary>The chunks of a PNG (W3C, third edition): kept are those that change what is seen.</summary>
static class PngChunks
{
    static readonly HashSet<string> Seen = new(StringComparer.Ordinal) { "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "bKGD", "pHYs", "acTL", "fcTL", "fdAT" };

    internal readonly record struct Chunk(string Kind, int Start, int End);

    /// <returns>The picture up to its end, and whether it said where it was taken.</returns>
    /// <exception cref="InvalidDataException">It is not built of chunks.</exception>
    public static (byte[] Clean, bool Location) Clean(byte[] png)
    {
        var location = false;
        var clean = new MemoryStream(png.Length);
        clean.Write(png.AsSpan(0, 8));
        foreach (var (kind, start, end) in Chunks(png))
        {
            var content = png.AsSpan(start, end - start);
            if (Seen.Contains(kind)) { clean.Write(png.AsSpan(start - 8, end - start + 12)); continue; }
            if (char.IsAsciiLetterUpper(kind[0])) throw new InvalidDataException("a chunk nobody knows");
            if (kind != "eXIf") { location |= CleanPicture.NamesPlace(content); continue; }
            var exif = ExifBlock.Read(content);
            location |= exif.HasLocation;
            if (exif.Write() is { Length: > 0 } kept) Write(clean, kept);
        }
        return (clean.ToArray(), location);
    }

    internal static IEnumerable<Chunk> Chunks(byte[] png)
    {
        for (var at = 8; at + 12 <= png.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at));
            if (length > png.Length - at - 12) throw new InvalidDataException("a chunk that does not end");
            var kind = Encoding.Latin1.GetString(png, at + 4, 4);
            if (!kind.All(char.IsAsciiLetter)) throw new InvalidDataException("no chunk");
            yield return new(kind, at + 8, at + 8 + (int)length);
            if (kind == "IEND") yield break;
            at += 12 + (int)length;
        }
        throw new InvalidDataException("no end");
    }

    static void Write(MemoryStream into, byte[] exif)
    {
        byte[] named = [.. "eXIf"u8, .. exif];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, exif.Length);
        into.Write(number);
        into.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Append(0, named));
        into.Write(number);
    }
}
