namespace Zakhid.Documents.Pictures;

/// <summary>What was taken out of a picture before it was kept.</summary>
public enum TakenOut
{
    /// <summary>Data of the camera, the program or the owner; no place.</summary>
    Data,
    /// <summary>Where it was taken, and the rest.</summary>
    Location,
}

/// <summary>
/// A photograph without what tells where, with what and by whom it was taken. Pixels are copied as they are packed; of what
/// stands beside them only what is needed to show them stays, the side that is up and the time of taking. A clean picture
/// comes out as the same bytes.
/// </summary>
public sealed record CleanPicture(byte[] Bytes, TakenOut? Taken)
{
    /// <summary>Whether the bytes begin as a picture that can be cleaned: JPEG, PNG or WebP.</summary>
    public static bool IsOne(ReadOnlySpan<byte> bytes) => IsJpeg(bytes) || IsPng(bytes) || IsWebp(bytes);

    internal static bool IsJpeg(ReadOnlySpan<byte> bytes) => bytes is [0xFF, 0xD8, 0xFF, ..];
    internal static bool IsPng(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
    static bool IsWebp(ReadOnlySpan<byte> bytes) => bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8);

    /// <exception cref="FileRefused">The picture is not built as its kind is, so what stands in it cannot be told.</exception>
    public static CleanPicture Of(byte[] bytes, string file)
    {
        try
        {
            var (clean, location) = IsJpeg(bytes) ? JpegSegments.Clean(bytes) : IsPng(bytes) ? PngChunks.Clean(bytes) : IsWebp(bytes) ? WebpChunks.Clean(bytes) : throw new InvalidDataException("another kind");
            return new(clean, location ? TakenOut.Location : clean.AsSpan().SequenceEqual(bytes) ? null : TakenOut.Data);
        }
        catch (InvalidDataException broken)
        {
            throw Refusal.UncleanPicture(file, broken);
        }
    }

    /// <summary>XMP and other texts beside a picture that name coordinates or a place.</summary>
    internal static bool NamesPlace(ReadOnlySpan<byte> text) => text.IndexOf("GPS"u8) >= 0 || text.IndexOf("Location"u8) >= 0 || text.IndexOf("photoshop:City"u8) >= 0;
}
