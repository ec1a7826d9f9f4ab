using System.Buffers.Binary;

namespace Zakhid.Documents.Pictures;

/// <summary>A JPEG as a page of a PDF: it is a packing of PDF by itself.</summary>
static class JpegPage
{
    /// <exception cref="FileRefused">Damaged, or larger than any page.</exception>
    public static PicturePage Of(byte[] jpeg, string file)
    {
        var (width, height, colours, density, exif, adobe) = (0, 0, 0, 0.0, ExifBlock.None, false);
        foreach (var segment in JpegSegments.Segments(jpeg))
        {
            var content = jpeg.AsSpan(segment.Start, segment.End - segment.Start);
            if (IsFrame(segment.Marker) && width == 0)
            {
                if (content.Length < 6) throw Refusal.Damaged(file);
                (height, width, colours) = (BinaryPrimitives.ReadUInt16BigEndian(content[1..]), BinaryPrimitives.ReadUInt16BigEndian(content[3..]), content[5]);
            }
            else if (segment.Marker == 0xE0 && content.StartsWith("JFIF\0"u8) && content.Length >= 12) density = content[7] switch { 1 => BinaryPrimitives.ReadUInt16BigEndian(content[8..]), 2 => BinaryPrimitives.ReadUInt16BigEndian(content[8..]) * 2.54, _ => 0 };
            else if (segment.Marker == 0xE1 && content.StartsWith("Exif\0\0"u8)) exif = ExifBlock.Read(content[6..]);
            else if (segment.Marker == 0xEE && content.StartsWith("Adobe"u8)) adobe = true;
        }
        if (width == 0 || height == 0) throw Refusal.Damaged(file);
        if (!PicturePage.Fits(width, height)) throw Refusal.HugePicture(file);
        return new(width, height, density, exif.Orientation, [new(0, 0, width, height, Packed(colours, adobe), jpeg)]);
    }

    /// <summary>Frames of all methods but the tables that share their numbers.</summary>
    public static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    /// <summary>Adobe's programs keep four colours inside out.</summary>
    public static string Packed(int colours, bool inverted) => "/Filter /DCTDecode /BitsPerComponent 8 /ColorSpace " + (colours switch { 1 => "/DeviceGray", 4 => "/DeviceCMYK", _ => "/DeviceRGB" }) + (colours == 4 && inverted ? " /Decode [1 0 1 0 1 0 1 0]" : "");
}
