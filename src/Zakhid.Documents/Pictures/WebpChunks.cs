using System.Buffers.Binary;
using System.Text;

namespace Zakhid.Documents.Pictures;

/// <summary>The chunks of a WebP (RFC 9649): kept are the points, transparency and colours. Films are not taken.</summary>
static class WebpChunks
{
    const byte HasExif = 0x08, HasXmp = 0x04;

    /// <returns>The picture, and whether it said where it was taken.</returns>
    /// <exception cref="InvalidDataException">It is not built of chunks, or moves.</exception>
    public static (byte[] Clean, bool Location) Clean(byte[] webp)
    {
        var location = false;
        byte[] exif = [];
        var clean = new MemoryStream(webp.Length);
        clean.Write(webp.AsSpan(0, 12));
        var end = Math.Min(webp.Length, BinaryPrimitives.ReadUInt32LittleEndian(webp.AsSpan(4)) + 8L);
        for (var at = 12; at + 8 <= end;)
        {
            var kind = Encoding.Latin1.GetString(webp, at, 4);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(webp.AsSpan(at + 4));
            if (length > end - at - 8) throw new InvalidDataException("a chunk that does not end");
            var content = webp.AsSpan(at + 8, (int)length);
            switch (kind)
            {
                case "VP8X" or "VP8 " or "VP8L" or "ALPH" or "ICCP": Write(clean, webp.AsSpan(at, 4), content); break;
                case "ANIM" or "ANMF": throw new InvalidDataException("a film");
                case "EXIF":
                    var block = ExifBlock.Read(content.StartsWith("Exif\0\0"u8) ? content[6..] : content);
                    location |= block.HasLocation;
                    exif = block.Write();
                    break;
                default: location |= CleanPicture.NamesPlace(content); break;
            }
            at = (int)Math.Min(end, at + 8 + length + (length & 1));
        }
        if (clean.Length == 12) throw new InvalidDataException("no picture");
        var whole = clean.GetBuffer().AsSpan(12).StartsWith("VP8X"u8);
        if (whole && exif.Length > 0) Write(clean, "EXIF"u8, exif);
        var bytes = clean.ToArray();
        if (whole) bytes[20] = (byte)((bytes[20] & ~(HasExif | HasXmp)) | (exif.Length > 0 ? HasExif : 0));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), bytes.Length - 8);
        return (bytes, location);
    }

    static void Write(MemoryStream into, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> content)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, content.Length);
        into.Write(kind);
        into.Write(length);
        into.Write(content);
        if (content.Length % 2 == 1) into.WriteByte(0);
    }
}
