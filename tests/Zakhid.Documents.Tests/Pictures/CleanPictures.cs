using System.Text;
using Zakhid.Documents.Pictures;
using Zakhid.Documents.Tests.Hostile;

namespace Zakhid.Documents.Tests.Pictures;

/// <summary>
/// Photographs as telephones write them: coordinates in EXIF and XMP, a town in IPTC and XMP, an owner, a number of the
/// device, a small picture inside, a tail behind the end. What must not be published must not be kept.
/// </summary>
public class CleanPictures
{
    static readonly string[] Telling = ["GPS", "51.6783", "photoshop", "Hlukhiv", "Глухів", "Власник", "12345", "Telephone", "MotionPhoto", "http://"];

    static byte[] Photo(string ending) => File.ReadAllBytes(Path.Combine(Cases.Pictures, "photo-with-place." + ending));

    [Theory, InlineData("jpg"), InlineData("png")]
    public void Nothing_that_tells_where_by_whom_or_with_what_is_left(string ending)
    {
        var photo = Photo(ending);
        var clean = CleanPicture.Of(photo, "фото." + ending);
        Assert.Equal(TakenOut.Location, clean.Taken);
        foreach (var word in Telling)
        {
            Assert.True(clean.Bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) < 0, word);
            Assert.True(clean.Bytes.AsSpan().IndexOf(Encoding.BigEndianUnicode.GetBytes(word)) < 0, word);
        }
        Assert.True(photo.AsSpan().IndexOf("GPS"u8) >= 0, "the sample says where");
        Assert.Equal(-1, clean.Bytes.AsSpan(4).IndexOf((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]));
    }

    [Fact]
    public void The_points_of_a_JPEG_stay_as_they_were_packed()
    {
        var (photo, clean) = (Photo("jpg"), CleanPicture.Of(Photo("jpg"), "фото.jpg").Bytes);
        var tables = clean.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xDB]);
        Assert.True(photo.AsSpan().IndexOf(clean.AsSpan(tables)) > 0, "from the tables on to the end it is the same");
        Assert.True(clean.AsSpan().EndsWith((ReadOnlySpan<byte>)[0xFF, 0xD9]));
    }

    [Fact]
    public void The_points_of_a_PNG_stay_as_they_were_packed()
    {
        var (photo, clean) = (Photo("png"), CleanPicture.Of(Photo("png"), "фото.png").Bytes);
        foreach (var kind in new[] { "IHDR", "IDAT", "pHYs", "IEND" })
            Assert.Equal(ChunkOf(photo, kind), ChunkOf(clean, kind));
    }

    /// <summary>From its length to its checksum.</summary>
    static byte[] ChunkOf(byte[] png, string kind)
    {
        var at = png.AsSpan().IndexOf(Encoding.ASCII.GetBytes(kind)) - 4;
        return png[at..(at + 12 + System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at)))];
    }

    /// <summary>A block of EXIF that says: turned by a quarter, taken on 12.09.2020 at 10:15, and no more.</summary>
    static readonly byte[] SideAndTime = [.. Convert.FromHexString("4D4D002A00000008" + "0002" + "011200030000000100060000" + "876900040000000100000026" + "00000000" + "0001" + "900300020000001400000038" + "00000000"), .. "2020:09:12 10:15:00\0"u8];

    [Theory, InlineData("jpg"), InlineData("png")]
    public void Which_side_is_up_and_when_it_was_taken_stay(string ending)
    {
        var clean = CleanPicture.Of(Photo(ending), "фото").Bytes;
        var exif = clean.AsSpan().IndexOf("MM\0*"u8);
        Assert.Equal(SideAndTime, clean[exif..(exif + SideAndTime.Length)]);
    }

    [Theory, InlineData("jpg"), InlineData("png")]
    public void A_clean_picture_comes_out_as_the_same_bytes(string ending)
    {
        var once = CleanPicture.Of(Photo(ending), "фото").Bytes;
        var twice = CleanPicture.Of(once, "фото");
        Assert.Equal(once, twice.Bytes);
        Assert.Null(twice.Taken);
    }

    [Fact]
    public void A_WebP_keeps_its_points_and_says_that_it_says_nothing_more()
    {
        static byte[] Chunk(string kind, params byte[] content) => [.. Encoding.ASCII.GetBytes(kind), .. BitConverter.GetBytes(content.Length), .. content, .. new byte[content.Length % 2]];
        static byte[] Riff(params byte[][] chunks) => [.. "RIFF"u8, .. BitConverter.GetBytes(4 + chunks.Sum(c => c.Length)), .. "WEBP"u8, .. chunks.SelectMany(c => c)];
        var (points, photo) = (Chunk("VP8L", 1, 2, 3), Photo("jpg"));
        var exif = photo[photo.AsSpan().IndexOf("MM\0*"u8)..3000];
        var clean = CleanPicture.Of(Riff(Chunk("VP8X", 0x0C, 0, 0, 0, 9, 0, 0, 9, 0, 0), points, Chunk("EXIF", exif), Chunk("XMP ", 0x47, 0x50, 0x53)), "фото.webp");
        Assert.Equal(TakenOut.Location, clean.Taken);
        Assert.Equal(Riff(Chunk("VP8X", 0x08, 0, 0, 0, 9, 0, 0, 9, 0, 0), points, Chunk("EXIF", SideAndTime)), clean.Bytes);
    }

    [Fact]
    public void A_picture_that_says_nothing_is_kept_as_it_came()
    {
        var plain = CleanPicture.Of(Photo("jpg"), "фото").Bytes;
        var without = CleanPicture.Of([.. plain[..20], .. plain[(plain.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xDB]))..]], "фото");
        Assert.Null(without.Taken);
    }

    public static TheoryData<string, byte[]> Broken() => new()
    {
        { "only its mark", [0xFF, 0xD8, 0xFF] },
        { "without points", [0xFF, 0xD8, 0xFF, 0xD9] },
        { "a segment longer than the file", [0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF, 1, 2] },
        { "a segment of no length", [0xFF, 0xD8, 0xFF, 0xE1, 0, 0, 1, 2] },
        { "words between segments", [0xFF, 0xD8, 0xFF, 0xE0, 0, 2, 0x47, 0x50, 0x53] },
        { "a PNG without end", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0] },
        { "a chunk of four gigabytes", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0xFF, 0xFF, 0xFF, 0xFF, 0x49, 0x44, 0x41, 0x54, 0, 0, 0, 0] },
        { "a WebP of nothing", [.. "RIFF"u8, 4, 0, 0, 0, .. "WEBP"u8] },
        { "a film", [.. "RIFF"u8, 12, 0, 0, 0, .. "WEBPANIM"u8, 0, 0, 0, 0] },
    };

    [Theory, MemberData(nameof(Broken))]
    public void What_cannot_be_told_apart_is_not_kept(string what, byte[] picture) =>
        Assert.Equal($"З файлу «{what}» не вдалося вилучити дані про місце зйомки. Збережіть зображення як JPG або PNG і додайте ще раз", Assert.Throws<FileRefused>(() => CleanPicture.Of(picture, what)).Message);

    [Theory, InlineData("jpg"), InlineData("png")]
    public void A_changed_photograph_is_cleaned_or_refused_and_nothing_else(string ending)
    {
        var photo = Photo(ending);
        var outcomes = new Outcomes();
        for (var i = 0; i < 2000; i++)
        {
            var bytes = FuzzSeed.Bytes(photo, new Random(i));
            if (!CleanPicture.IsOne(bytes)) continue;
            outcomes.Try($"Mutation {i}", () => CleanPicture.Of(bytes, "фото"));
        }
        Assert.True(outcomes.Read > 200 && outcomes.Refused > 200, $"{outcomes.Read} cleaned, {outcomes.Refused} refused");
    }
}
