using System.IO.Compression;
using System.Text;
using Zakhid.Documents.Cascade;
using Zakhid.Documents.Tests.Hostile;

namespace Zakhid.Documents.Tests.Cascade;

/// <summary>A package that differs from what was made by as little as a byte brings nothing, and says why.</summary>
public class HostilePackageTests
{
    static readonly byte[] Made = Packages.Bytes(Packages.Answer());

    [Fact]
    public void Any_single_byte_changed_anywhere_refuses_the_package()
    {
        var taken = new List<int>();
        Parallel.For(0, Made.Length, at =>
        {
            foreach (var change in (ReadOnlySpan<byte>)[0x01, 0x20, 0x80])
            {
                var changed = (byte[])Made.Clone();
                changed[at] ^= change;
                if (Packages.Said(changed).Length == 0) lock (taken) taken.Add(at);
            }
        });
        Assert.Empty(taken);
    }

    [Fact]
    public void A_package_cut_short_or_grown_by_a_byte_is_refused()
    {
        for (var length = 0; length < Made.Length; length += 7) Assert.NotEqual("", Packages.Said(Made[..length]));
        Assert.Equal("package.changed", Packages.Said([.. Made, 0]));
        Assert.NotEqual("", Packages.Said([0, .. Made]));
        Assert.Equal("package.empty", Packages.Said([]));
    }

    static Dictionary<string, byte[]> Parts()
    {
        using var zip = new ZipArchive(new MemoryStream(Made));
        return zip.Entries.ToDictionary(e => e.FullName, e => { using var part = e.Open(); using var copy = new MemoryStream(); part.CopyTo(copy); return copy.ToArray(); }, StringComparer.Ordinal);
    }

    static byte[] Zip(IEnumerable<KeyValuePair<string, byte[]>> parts)
    {
        var zip = new RawZip();
        foreach (var (name, bytes) in parts) zip.Add(new(name, bytes) { Method = 0, Flags = 0 });
        return zip.Bytes();
    }

    [Theory]
    [InlineData("plan.json", "package.missing")]
    [InlineData("links.json", "package.missing")]
    [InlineData("report.json", "package.missing")]
    [InlineData("evidence.json", "package.missing")]
    [InlineData("digest.txt", "package.missing")]
    [InlineData("manifest.json", "package.none")]
    public void A_missing_part_is_named(string part, string rule) => Assert.Equal(rule, Packages.Said(Zip(Parts().Where(p => p.Key != part))));

    [Fact]
    public void A_part_that_the_issuer_did_not_put_there_is_named()
    {
        var broken = Assert.Throws<RuleBroken>(() => PackageFile.Read(Zip(Parts().Append(new("files/дописано.txt", [1])))));
        Assert.Equal("package.extra", broken.Rule);
    }

    [Fact]
    public void A_part_changed_with_its_checksum_is_told_by_its_hash()
    {
        var parts = Parts();
        parts["report.json"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(parts["report.json"]).Replace("дві", "три", StringComparison.Ordinal));

        var broken = Assert.Throws<RuleBroken>(() => PackageFile.Read(Zip(parts)));
        Assert.Equal(("package.changed", "report.json"), (broken.Rule, broken.Arguments[0]));
    }

    [Fact]
    public void A_manifest_made_anew_without_its_digest_is_refused()
    {
        var parts = Parts();
        parts["manifest.json"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(parts["manifest.json"]).Replace("\"edition\": 1", "\"edition\": 2", StringComparison.Ordinal));
        Assert.Equal("package.digest", Packages.Said(Zip(parts)));
    }

    [Fact]
    public void The_same_parts_packed_by_another_program_are_not_the_package()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, bytes) in Parts()) { using var part = zip.CreateEntry(name).Open(); part.Write(bytes); }
        Assert.Equal("package.changed", Packages.Said(file.ToArray()));
    }

    [Theory]
    [InlineData("../plan.json")]
    [InlineData("/etc/passwd")]
    [InlineData("files\\..\\x")]
    [InlineData("C:x")]
    public void A_part_that_leaves_its_folder_is_harmful(string name) => Assert.Equal("package.harmful", Packages.Said(Zip(Parts().Append(new(name, [1])))));

    [Fact]
    public void Two_parts_of_one_name_or_on_one_place_are_harmful()
    {
        Assert.Equal("package.harmful", Packages.Said(Zip(Parts().Append(new("PLAN.json", [1])))));
        var zip = new RawZip();
        foreach (var (name, bytes) in Parts()) zip.Add(new(name, bytes) { Method = 0, Flags = 0 });
        Assert.Equal("package.harmful", Packages.Said(zip.Add(new("files/x", [1]) { HeaderAt = 0 }).Bytes()));
    }

    [Fact]
    public void A_bomb_is_refused_unopened()
    {
        var zip = new RawZip();
        foreach (var (name, bytes) in Parts()) zip.Add(new(name, bytes) { Method = 0, Flags = 0 });
        Assert.Equal("package.bomb", Packages.Said(zip.Add(new("files/bomb", new byte[1_000_000])).Bytes()));
        Assert.Equal("package.bomb", Packages.Said(new RawZip().Add(new("manifest.json", [1, 2, 3]) { Size = 4_000_000_000 }).Bytes()));
    }

    [Theory]
    [InlineData("{}", "package.none")]
    [InlineData("not json", "package.none")]
    [InlineData("[1]", "package.none")]
    [InlineData("{\"format\": \"zakhid-backup\"}", "package.none")]
    [InlineData("{\"format\": \"zakhid-exchange\", \"schema\": 2}", "package.newer")]
    [InlineData("{\"format\": \"zakhid-exchange\", \"schema\": 1}", "package.content")]
    public void What_is_no_manifest_of_this_program_is_said_so(string manifest, string rule)
    {
        var parts = Parts();
        parts["manifest.json"] = Encoding.UTF8.GetBytes(manifest);
        Assert.Equal(rule, Packages.Said(Zip(parts)));
    }

    [Fact]
    public void Other_files_are_no_packages()
    {
        Assert.Equal("package.none", Packages.Said(new RawZip().Add("word/document.xml", "<w/>").Bytes()));
        Assert.Equal("package.none", Packages.Said("%PDF-1.4"u8.ToArray()));
        Assert.Equal("package.none", Packages.Said(new byte[5000]));
    }

    public static TheoryData<string, ExchangePackage> Lies => new()
    {
        { "a link to a measure that is not there", Packages.Answer() with { Links = [Packages.Answer().Links[0] with { Measure = 2 }] } },
        { "a report in a task", Packages.Answer() with { Kind = PackageKind.Task } },
        { "an answer without a report", Packages.Task() with { Kind = PackageKind.Answer } },
        { "no measures", Packages.Task() with { Measures = [] } },
        { "no such period", Packages.Answer() with { Report = Packages.Answer().Report! with { Period = "2020-Q9" } } },
        { "one measure twice", Packages.Answer() with { Report = Packages.Answer().Report! with { Rows = [.. Packages.Answer().Report!.Rows, .. Packages.Answer().Report!.Rows] } } },
        { "edition zero", Packages.Task() with { Edition = 0 } },
        { "an act without a date", Packages.Task() with { Act = Packages.Task().Act with { Date = null } } },
        { "nobody's package", Packages.Task() with { Issuer = new(" ") } },
        { "bytes that prove nothing", Packages.Answer() with { Evidence = [] } },
        { "a hash that is none", Packages.Answer() with { Report = Packages.Answer().Report! with { DocxSha256 = "../../x" } } },
    };

    [Theory, MemberData(nameof(Lies))]
    public void A_well_formed_package_that_says_what_none_can_is_refused(string lie, ExchangePackage package)
    {
        Assert.NotEmpty(lie);
        Assert.Equal("package.content", Packages.Said(Packages.Bytes(package)));
    }
}
