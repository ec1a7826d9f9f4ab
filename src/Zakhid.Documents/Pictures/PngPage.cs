using System.Buffers.Binary;
using System.IO.Compression;

namespace Zakhid.Documents.Pictures;

/// <summary>
/// A PNG as a page of a PDF: its packing is one of PDF too. What shows through is not; such a picture is unpacked row by row
/// and laid on white paper.
/// </summary>
static class PngPage
{
    const int Grey = 0, Colours = 2, Palette = 3, GreyThrough = 4, ColoursThrough = 6;

    /// <exception cref="FileRefused">Damaged, larger than any page, or saved to be shown while it is loaded.</exception>
    public static PicturePage Of(byte[] png, string file)
    {
        var (head, palette, density) = (Array.Empty<byte>(), Array.Empty<byte>(), 0.0);
        var packed = new MemoryStream(png.Length);
        foreach (var (kind, start, end) in PngChunks.Chunks(png))
        {
            var content = png.AsSpan(start, end - start);
            if (kind == "IHDR" && content.Length == 13) head = content.ToArray();
            else if (kind == "PLTE" && content.Length is > 0 and <= 768) palette = content.ToArray();
            else if (kind == "pHYs" && content.Length == 9 && content[8] == 1) density = BinaryPrimitives.ReadUInt32BigEndian(content) * 0.0254;
            else if (kind == "IDAT") packed.Write(content);
        }
        if (head.Length == 0 || packed.Length == 0) throw Refusal.Damaged(file);
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(head), BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(4)));
        if (!PicturePage.Fits(width, height)) throw Refusal.HugePicture(file);
        if (head[12] != 0) throw Refusal.OtherPicture(file, "PNG");
        var (depth, colour) = (head[8], head[9]);
        var points = new ReadOnlyMemory<byte>(packed.GetBuffer(), 0, (int)packed.Length);
        var part = new PicturePart(0, 0, (int)width, (int)height, "", points);
        part = colour switch
        {
            Grey or Colours => part with { Packed = Packed(colour == Grey ? 1 : 3, depth, (int)width, colour == Grey ? "/DeviceGray" : "/DeviceRGB") },
            Palette when palette.Length >= 3 => part with { Packed = Packed(1, depth, (int)width, $"[/Indexed /DeviceRGB {palette.Length / 3 - 1} <{Convert.ToHexString(palette)}>]") },
            GreyThrough or ColoursThrough when depth is 8 or 16 => part with { Packed = "/Filter /FlateDecode /BitsPerComponent 8 /ColorSpace /DeviceGray", Points = OnPaper(points, (int)width, (int)height, colour == GreyThrough ? 2 : 4, depth / 8) },
            _ => throw Refusal.Damaged(file),
        };
        return new((int)width, (int)height, density, 1, [part]);
    }

    static string Packed(int colours, int depth, int width, string space) => $"/Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors {colours} /BitsPerComponent {depth} /Columns {width} >> /BitsPerComponent {depth} /ColorSpace {space}";

    /// <summary>Grey points of a picture that shows through, as they look on white; packed again.</summary>
    static byte[] OnPaper(ReadOnlyMemory<byte> packed, int width, int height, int colours, int bytes)
    {
        var step = colours * bytes;
        var (row, above, grey) = (new byte[width * step], new byte[width * step], new byte[width]);
        var made = new MemoryStream(packed.Length);
        using var unpacked = new ZLibStream(new MemoryStream(packed.ToArray(), writable: false), CompressionMode.Decompress);
        using (var paper = new ZLibStream(made, CompressionLevel.Fastest, leaveOpen: true))
            for (var y = 0; y < height; y++)
            {
                var filter = unpacked.ReadByte();
                unpacked.ReadExactly(row);
                Unfilter(filter, row, above, step);
                for (var x = 0; x < width; x++)
                {
                    // The high byte of sixteen bits is what eight would be.
                    var at = x * step;
                    var ink = colours == 2 ? row[at] : ((row[at] * 299) + (row[at + bytes] * 587) + (row[at + (2 * bytes)] * 114)) / 1000;
                    var cover = row[at + ((colours - 1) * bytes)];
                    grey[x] = (byte)(((ink * cover) + (255 * (255 - cover))) / 255);
                }
                paper.Write(grey);
                (row, above) = (above, row);
            }
        return made.ToArray();
    }

    /// <summary>Each byte is kept as its difference from its neighbours (W3C PNG, 9.2).</summary>
    static void Unfilter(int filter, byte[] row, byte[] above, int step)
    {
        for (var i = 0; i < row.Length; i++)
        {
            int left = i >= step ? row[i - step] : 0, up = above[i], corner = i >= step ? above[i - step] : 0;
            row[i] += filter switch { 0 => 0, 1 => (byte)left, 2 => (byte)up, 3 => (byte)((left + up) / 2), 4 => (byte)Nearest(left, up, corner), _ => throw new InvalidDataException("no filter") };
        }
    }

    static int Nearest(int left, int up, int corner)
    {
        int guess = left + up - corner, toLeft = Math.Abs(guess - left), toUp = Math.Abs(guess - up), toCorner = Math.Abs(guess - corner);
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
}
