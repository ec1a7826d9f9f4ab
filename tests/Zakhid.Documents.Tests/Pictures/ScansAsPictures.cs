using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Zakhid.Documents.Reading;
using Zakhid.Documents.Tests.Hostile;

namespace Zakhid.Documents.Tests.Pictures;

/// <summary>Scans that come as pictures: refused with a sentence, or recognised where that is asked for.</summary>
public class ScansAsPictures
{
    static string Refused(byte[] bytes, bool recognise = true) => Assert.Throws<FileRefused>(() => DocumentFile.Open(bytes, "скан.xyz", recognise: recognise)).Message;

    static void SkipWithoutPrograms() => Assert.SkipUnless(DocumentFile.RecognisesScans, "poppler or tesseract with Ukrainian data is not installed");

    static readonly string Plan = Cases.Plan("002_d80e42a410d479c1.pdf");

    /// <summary>The second page of a real plan as a program draws it: a table.</summary>
    static byte[] Drawn(params string[] how)
    {
        var folder = Directory.CreateTempSubdirectory("zakhid-test-");
        try
        {
            using var program = Process.Start(new ProcessStartInfo("pdftoppm", ["-r", "200", "-f", "2", "-l", "2", "-singlefile", .. how, Plan, Path.Combine(folder.FullName, "page")]))!;
            program.WaitForExit();
            return File.ReadAllBytes(Directory.GetFiles(folder.FullName).Single());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static IEnumerable<string> Words(Document document, int page) => document.Tables.SelectMany(t => t.Rows).SelectMany(r => r.Cells).Where(c => c.Place.Page == page).SelectMany(c => c.Collapsed.Split(' ')).Where(w => w.Length > 4).Distinct();

    /// <summary>Grey points of the drawn page.</summary>
    static (int Width, int Height, byte[] Points) Points()
    {
        var pgm = Drawn("-gray");
        var head = Encoding.Latin1.GetString(pgm, 0, 40).Split(['\n', ' '], 5);
        var (width, height) = (int.Parse(head[1]), int.Parse(head[2]));
        return (width, height, pgm[^(width * height)..]);
    }

    static byte[] Png(int width, int height, int colour, byte[] rows, int depth = 8, int interlaced = 0)
    {
        static byte[] Chunk(string kind, byte[] content) => [.. Number(content.Length), .. Encoding.ASCII.GetBytes(kind), .. content, 0, 0, 0, 0];
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zip.Write(rows);
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", [.. Number(width), .. Number(height), (byte)depth, (byte)colour, 0, 0, (byte)interlaced]), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    /// <summary>Black ink on glass: what shows through everywhere else must be taken for paper. Rows are packed as differences from those above.</summary>
    static byte[] OnGlass()
    {
        var (width, height, points) = Points();
        var rows = new byte[height * ((width * 4) + 1)];
        for (var y = 0; y < height; y++)
        {
            rows[y * ((width * 4) + 1)] = 2;
            for (var x = 0; x < width; x++)
                rows[(y * ((width * 4) + 1)) + 4 + (x * 4)] = (byte)((255 - points[(y * width) + x]) - (y > 0 ? 255 - points[((y - 1) * width) + x] : 0));
        }
        return Png(width, height, 6, rows);
    }

    /// <summary>Lies on its side, and says so.</summary>
    static byte[] OnItsSide()
    {
        var (width, height, points) = Points();
        var turned = new byte[points.Length];
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++) turned[((width - 1 - x) * height) + y] = points[(y * width) + x];
        return Tiff([(256, 4, height), (257, 4, width), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, 8), (274, 3, 6), (277, 3, 1), (278, 4, width), (279, 4, turned.Length)], turned);
    }

    /// <summary>One directory behind the points.</summary>
    static byte[] Tiff((int Tag, int Kind, int Value)[] tags, byte[] points, int next = 0)
    {
        var tiff = new MemoryStream();
        using var writer = new BinaryWriter(tiff);
        writer.Write("II*\0"u8);
        writer.Write(8 + points.Length);
        writer.Write(points);
        writer.Write((short)tags.Length);
        foreach (var (tag, kind, value) in tags) { writer.Write((short)tag); writer.Write((short)kind); writer.Write(1); writer.Write(value); }
        writer.Write(next);
        return tiff.ToArray();
    }

    public static TheoryData<string, string> Kinds() => new() { { "png", "png" }, { "jpeg", "jpeg" }, { "tiff", "tiff" }, { "on glass", "png" }, { "on its side", "tiff" } };

    [Theory, MemberData(nameof(Kinds))]
    public void A_scan_that_is_a_picture_is_recognised_and_every_field_is_doubted(string kind, string format)
    {
        SkipWithoutPrograms();
        var picture = kind switch { "png" => Drawn("-png"), "jpeg" => Drawn("-jpeg"), "tiff" => Drawn("-tiff", "-tiffcompression", "lzw"), "on glass" => OnGlass(), _ => OnItsSide() };

        Assert.Equal("Файл «скан.xyz» — зображення без тексту. Прочитайте його командою zakhid read --ocr або додайте DOCX", Refused(picture, recognise: false));
        var document = DocumentFile.Open(picture, "скан.xyz", recognise: true);
        var reading = PlanReader.Read(document);

        Assert.Equal(format, document.Format);
        Assert.Contains("Текст сторінки 1 розпізнано зі скану, у ньому можуть бути помилки", document.Remarks.Select(r => r.Text));
        var size = Assert.Single(document.Pages);
        Assert.InRange(Math.Min(size.Width, size.Height), 594, 597);
        var printed = Words(DocumentFile.Open(Plan), 2).ToList();
        var read = Words(document, 1).ToHashSet();
        Assert.True(printed.Count > 100 && printed.Count(read.Contains) > 0.9 * printed.Count, $"{printed.Count(read.Contains)} words of {printed.Count}");
        Assert.Equal(4, reading.Measures.Count);
        Assert.All(reading.Places.Where(p => p.Value.Page == 1), p => Assert.Contains(p.Key, reading.Unsure));
    }

    [Fact]
    public void A_page_of_a_fax_is_recognised()
    {
        SkipWithoutPrograms();
        var reading = PlanReader.Read(DocumentFile.Open(Path.Combine(Cases.Pictures, "plan-page-fax.tif"), recognise: true));
        Assert.Equal(3, reading.Measures.Count);
        Assert.StartsWith("Організація та проведення регулярних комунікаційних", reading.Measures[0].Text, StringComparison.Ordinal);
    }

    const string Damaged = "Файл «скан.xyz» пошкоджено. Відкрийте його, збережіть як DOCX і додайте ще раз";
    const string Huge = "У зображенні «скан.xyz» понад 40 мегапікселів. Зменште його й додайте ще раз";

    static string Other(string format) => $"Файл «скан.xyz» — зображення, якого не читаємо ({format}). Збережіть його як JPG або PDF і додайте ще раз";

    public static TheoryData<string, byte[], string> Hostile() => new()
    {
        { "fifty thousand by fifty thousand", Png(50_000, 50_000, 0, [0]), Huge },
        { "of no size", Png(0, 10, 0, [0]), Huge },
        { "of a size below zero", Png(-1, -1, 0, [0]), Huge },
        { "saved to be shown while it is loaded", Png(1, 1, 0, [0, 0], interlaced: 1), Other("PNG") },
        { "a palette that is not there", Png(1, 1, 3, [0, 0]), Damaged },
        { "colours nobody knows", Png(1, 1, 77, [0, 0]), Damaged },
        { "on glass, and shorter than it says", Png(1000, 1000, 6, [0, 0]), Damaged },
        { "on glass, with a filter nobody knows", Png(1, 1, 6, [9, 0, 0, 0, 0]), Damaged },
        { "a JPEG of its mark only", [0xFF, 0xD8, 0xFF, 0xE0, 0, 2], Damaged },
        { "a JPEG without a frame", [0xFF, 0xD8, 0xFF, 0xDA, 0, 2, 1, 2, 0xFF, 0xD9], Damaged },
        { "a JPEG of four billion points", [0xFF, 0xD8, 0xFF, 0xC0, 0, 8, 8, 0xFF, 0xFF, 0xFF, 0xFF, 3, 0xFF, 0xDA, 0, 2, 1], Huge },
        { "a TIFF without a directory", "II*\0\0\0\0\0"u8.ToArray(), Damaged },
        { "a TIFF of no size", Tiff([(259, 3, 1)], []), Damaged },
        { "a TIFF larger than any page", Tiff([(256, 4, 60_000), (257, 4, 60_000)], []), Huge },
        { "a TIFF packed as no scanner does", Tiff([(256, 4, 10), (257, 4, 10), (259, 3, 34661)], []), Other("TIFF") },
        { "a TIFF whose points are elsewhere", Tiff([(256, 4, 10), (257, 4, 10), (262, 3, 1), (273, 4, 99999), (279, 4, 100)], []), Damaged },
        { "a TIFF without points", Tiff([(256, 4, 10), (257, 4, 10), (262, 3, 1)], []), Damaged },
        { "a GIF", "GIF89a\u0001\u0000"u8.ToArray(), Other("GIF") },
        { "a WebP", [.. "RIFF"u8, 8, 0, 0, 0, .. "WEBPVP8 "u8], Other("WebP") },
        { "a HEIC", [0, 0, 0, 24, .. "ftypheic\0\0\0\0"u8], Other("HEIC") },
    };

    [Theory, MemberData(nameof(Hostile))]
    public void A_picture_that_is_no_scan_gives_its_sentence(string what, byte[] picture, string sentence)
    {
        SkipWithoutPrograms();
        Assert.True(sentence == Refused(picture), $"{what}: {Refused(picture)}");
    }

    /// <summary>Directories that lead back to the first are one page; there the points are white, and nothing is on them.</summary>
    [Fact]
    public void A_TIFF_that_goes_round_in_a_circle_ends()
    {
        SkipWithoutPrograms();
        var tiff = Tiff([(256, 4, 100), (257, 4, 100), (258, 3, 8), (262, 3, 0), (273, 4, 8), (279, 4, 10_000)], new byte[10_000], next: 10_008);
        Assert.Equal("Файл «скан.xyz» порожній. Збережіть документ ще раз і додайте", Refused(tiff));
    }

    [Fact]
    public void A_changed_picture_is_recognised_or_refused_and_nothing_else()
    {
        SkipWithoutPrograms();
        var seeds = new[] { File.ReadAllBytes(Path.Combine(Cases.Pictures, "plan-page-fax.tif")), File.ReadAllBytes(Path.Combine(Cases.Pictures, "photo-with-place.jpg")), File.ReadAllBytes(Path.Combine(Cases.Pictures, "photo-with-place.png")) };
        var outcomes = new Outcomes();
        for (var i = 0; i < 24; i++)
        {
            var bytes = FuzzSeed.Bytes(seeds[i % seeds.Length], new Random(i));
            outcomes.Try($"Mutation {i}", () => PlanReader.Read(DocumentFile.Open(bytes, "скан", recognise: true)));
        }
        Assert.Equal(24, outcomes.All);
    }
}
