namespace Zakhid.Documents.Pictures;

/// <summary>
/// A TIFF as scanners and fax programs write it (revision 6.0): one directory a page, each in strips or tiles. Their packings
/// (faxes of groups 3 and 4, LZW, PackBits, deflate, JPEG, none) are packings of PDF, so strips are taken over as they are.
/// </summary>
static class TiffPages
{
    const int MostParts = 20_000;
    const int None = 1, Fax3 = 3, Fax4 = 4, Lzw = 5, Jpeg = 7, Deflate = 8, PackBits = 32773, OldDeflate = 32946;
    const int WhiteIsZero = 0, Colours = 2, Palette = 3, FourColours = 5, BrightnessAndColour = 6;

    /// <exception cref="FileRefused">Damaged, larger than any page, or packed as no scanner does.</exception>
    public static IReadOnlyList<PicturePage> Of(byte[] tiff, string file, Limits limits)
    {
        var pages = new List<PicturePage>();
        var seen = new HashSet<long>();
        var tags = new TiffTags(tiff, tiff[0] == 'I');
        var parts = 0;
        for (var at = tags.Number(4, 4); at > 0 && at < tiff.Length && seen.Add(at); at = tags.Next(at))
        {
            if (pages.Count == limits.Pages) throw Refusal.TooMany(file, "сторінок", limits.Pages);
            var page = PageOf(tiff, tags, tags.Directory(at), file);
            if ((parts += page.Parts.Count) > MostParts) throw Refusal.TooMany(file, "частин", MostParts);
            pages.Add(page);
        }
        return pages.Count > 0 ? pages : throw Refusal.Damaged(file);
    }

    static PicturePage PageOf(byte[] tiff, TiffTags tags, Dictionary<int, TiffTag> page, string file)
    {
        long Of(int tag, long otherwise) => page.TryGetValue(tag, out var found) ? found.Value : otherwise;
        var (width, height) = (Of(256, 0), Of(257, 0));
        if (width == 0 || height == 0) throw Refusal.Damaged(file);
        if (!PicturePage.Fits(width, height)) throw Refusal.HugePicture(file);
        var depth = page.TryGetValue(258, out var bits) ? tags.Values(bits, 1) is [var first, ..] ? first : 1 : 1;
        var (packing, meaning, samples) = (Of(259, 1), Of(262, WhiteIsZero), Of(277, 1));
        var packed = Packed(tags, page, (int)packing, (int)meaning, (int)samples, (int)depth) ?? throw Refusal.OtherPicture(file, "TIFF");

        var tiled = page.ContainsKey(322);
        var (partWidth, partHeight) = tiled ? (Of(322, 0), Of(323, 0)) : (width, Math.Min(height, Of(278, height)));
        if (!PicturePage.Fits(partWidth, partHeight) || Of(284, 1) != 1 && samples > 1) throw Refusal.OtherPicture(file, "TIFF");
        if (!page.TryGetValue(tiled ? 324 : 273, out var offsets) || !page.TryGetValue(tiled ? 325 : 279, out var lengths)) throw Refusal.Damaged(file);
        var (starts, sizes) = (tags.Values(offsets, MostParts), tags.Values(lengths, MostParts));
        var across = (width + partWidth - 1) / partWidth;
        ReadOnlyMemory<byte> tables = page.TryGetValue(347, out var found) && found.Value + found.Count <= tiff.Length ? tiff.AsMemory((int)found.Value, (int)found.Count) : default;
        var parts = new List<PicturePart>();
        for (var i = 0; i < Math.Min(starts.Count, sizes.Count); i++)
        {
            var (left, top) = (i % across * partWidth, i / across * partHeight);
            if (top >= height) break;
            if (starts[i] + sizes[i] > tiff.Length) throw Refusal.Damaged(file);
            ReadOnlyMemory<byte> points = tiff.AsMemory((int)starts[i], (int)sizes[i]);
            if (packing == Jpeg) points = WithTables(points, tables);
            else if (Of(266, 1) == 2) points = Reversed(points.Span);
            var high = tiled ? partHeight : Math.Min(partHeight, height - top);
            parts.Add(new((int)left, (int)top, (int)partWidth, (int)high, packed.Replace("ROWS", high.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal), points));
        }
        return new((int)width, (int)height, Density(tags, page, (int)Of(296, 2)), (int)Of(274, 1), Joined(parts, packing, tiled, width, height));
    }

    /// <summary>What is not packed is one part, however many strips it was cut into.</summary>
    static List<PicturePart> Joined(List<PicturePart> parts, long packing, bool tiled, long width, long height)
    {
        if (packing != None || tiled || parts.Count < 2) return parts;
        var whole = new MemoryStream();
        foreach (var part in parts) whole.Write(part.Points.Span);
        return [parts[0] with { Width = (int)width, Height = (int)height, Points = whole.ToArray() }];
    }

    /// <summary>How the points are packed and what they mean, in the words of PDF; null where it has none.</summary>
    static string? Packed(TiffTags tags, Dictionary<int, TiffTag> page, int packing, int meaning, int samples, int depth)
    {
        if (depth is not (1 or 2 or 4 or 8 or 16)) return null;
        var colours = meaning switch { Colours or BrightnessAndColour => 3, FourColours => 4, _ => 1 };
        if (samples != colours || meaning > BrightnessAndColour || meaning == 4 || meaning == BrightnessAndColour && packing != Jpeg) return null;
        var fax = packing is Fax3 or Fax4;
        if (fax && (depth != 1 || colours != 1)) return null;
        var width = page.TryGetValue(322, out var tile) ? tile.Value : page[256].Value;
        var predicted = page.TryGetValue(317, out var predictor) && predictor.Value == 2 ? $"/DecodeParms << /Predictor 2 /Colors {samples} /BitsPerComponent {depth} /Columns {width} >> " : "";
        var options = page.TryGetValue(292, out var fax3) ? fax3.Value : 0;
        var filter = packing switch
        {
            None => "",
            Fax3 => $"/Filter /CCITTFaxDecode /DecodeParms << /K {options & 1} /Columns {width} /Rows ROWS /EncodedByteAlign {((options & 4) > 0 ? "true" : "false")} >> ",
            Fax4 => $"/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns {width} /Rows ROWS >> ",
            Lzw => "/Filter /LZWDecode " + predicted,
            Jpeg => "/Filter /DCTDecode " + (meaning == Colours ? "/DecodeParms << /ColorTransform 0 >> " : ""),
            Deflate or OldDeflate => "/Filter /FlateDecode " + predicted,
            PackBits => "/Filter /RunLengthDecode ",
            _ => null,
        };
        if (filter is null) return null;
        var space = meaning switch { Colours or BrightnessAndColour => "/DeviceRGB", FourColours => "/DeviceCMYK", Palette => PaletteOf(tags, page, depth), _ => "/DeviceGray" };
        // Of a fax black is what was drawn; of other points zero is black unless the picture says white.
        var inverted = colours == 1 && meaning != Palette && (meaning == WhiteIsZero) != fax;
        return space is null ? null : $"{filter}/BitsPerComponent {depth} /ColorSpace {space}{(inverted ? " /Decode [1 0]" : "")}";
    }

    static string? PaletteOf(TiffTags tags, Dictionary<int, TiffTag> page, int depth)
    {
        var size = 1 << depth;
        if (depth > 8 || !page.TryGetValue(320, out var map) || tags.Values(map, 3 * size) is not { } values || values.Count < 3 * size) return null;
        var bytes = new byte[3 * size];
        for (var i = 0; i < size; i++)
            for (var c = 0; c < 3; c++) bytes[(i * 3) + c] = (byte)(values[(c * size) + i] >> 8);
        return $"[/Indexed /DeviceRGB {size - 1} <{Convert.ToHexString(bytes)}>]";
    }

    static double Density(TiffTags tags, Dictionary<int, TiffTag> page, int unit)
    {
        if (!page.TryGetValue(282, out var across) || unit is not (2 or 3)) return 0;
        var (above, below) = (tags.Number(across.Value, 4), tags.Number(across.Value + 4, 4));
        return below == 0 ? 0 : (double)above / below * (unit == 3 ? 2.54 : 1);
    }

    /// <summary>Tables that all strips share stand apart; each strip is given them again.</summary>
    static ReadOnlyMemory<byte> WithTables(ReadOnlyMemory<byte> strip, ReadOnlyMemory<byte> tables) =>
        tables.Length < 4 || strip.Length < 2 ? strip : (byte[])[.. tables.Span[..^2], .. strip.Span[2..]];

    /// <summary>Fax programs may count the bits of a byte from its other end.</summary>
    static byte[] Reversed(ReadOnlySpan<byte> points)
    {
        var turned = new byte[points.Length];
        for (var i = 0; i < points.Length; i++)
        {
            var b = points[i];
            turned[i] = (byte)(((b * 0x80200802UL) & 0x0884422110UL) * 0x0101010101UL >> 32);
        }
        return turned;
    }
}
