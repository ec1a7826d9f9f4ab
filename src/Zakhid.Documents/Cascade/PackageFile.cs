using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Zakhid.Documents.Zip;
using Zakhid.Obligations;
using Zakhid.Text;

namespace Zakhid.Documents.Cascade;

/// <summary>A package that was verified, and the digest under which its whole can be printed and signed.</summary>
/// <param name="Digest">SHA-256 of the manifest, lower-case hex; the manifest holds the SHA-256 of every part.</param>
public sealed record CheckedPackage(ExchangePackage Package, string Digest)
{
    /// <summary>«7F3A 91C2 …»: as it is printed in a letter.</summary>
    public string DigestShown => PackageFile.Shown(Digest);
}

/// <summary>
/// The file of an exchange package: a ZIP without compression that holds the manifest, its digest, and the parts that the
/// manifest names with their size and SHA-256. It has one form only: whatever was added, left out or changed, by as little as a
/// byte, is refused. Who made it only a signature can tell, which is kept beside the file.
/// </summary>
public static class PackageFile
{
    /// <summary>Of the manifest and its parts. A file of a later one is refused.</summary>
    public const int Schema = 1;
    const string Format = "zakhid-exchange";
    const string ManifestName = "manifest.json", DigestName = "digest.txt", PlanName = "plan.json", LinksName = "links.json", ReportName = "report.json", EvidenceName = "evidence.json", FilesFolder = "files/";

    /// <summary>100 MB: evidence is papers and photographs. Nothing in a package is compressed.</summary>
    public static Limits Limits { get; } = new() { FileBytes = 100_000_000, UnpackedBytes = 100_000_000, Entries = 2000, Ratio = 20, RatioFromBytes = 0 };

    static readonly JsonSerializerOptions _json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
    };

    /// <exception cref="RuleBroken">«package.too-large».</exception>
    public static (byte[] Bytes, string Digest) Write(ExchangePackage package)
    {
        var parts = new List<(string Name, byte[] Bytes)>
        {
            (PlanName, Bytes(new PlanPart(package.Act, package.Title, package.Sections, package.Measures, package.Above))),
            (LinksName, Bytes(package.Links)),
        };
        if (package.Report is { } report) parts.Add((ReportName, Bytes(report)));
        parts.Add((EvidenceName, Bytes(package.Evidence)));
        parts.AddRange(package.Files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => (FilesFolder + f.Key, f.Value)));

        var manifest = Bytes(new Manifest(Format, Schema, package.Kind, package.Number, package.Edition, package.Day, package.Issuer, package.Addressee, package.IsSample,
            [.. parts.Select(p => new Part(p.Name, p.Bytes.Length, Hash(p.Bytes)))]));
        var digest = Hash(manifest);
        var file = StoredZip.Write([(ManifestName, manifest), (DigestName, DigestText(digest)), .. parts]);
        return file.Length <= Limits.FileBytes ? (file, digest) : throw TooLarge();
    }

    /// <summary>Verifies all of it: the form of the archive, every part against the manifest, the manifest against its digest, and what the parts say.</summary>
    /// <exception cref="RuleBroken">
    /// «package.empty», «package.too-large», «package.damaged», «package.bomb», «package.harmful», «package.none», «package.newer»,
    /// «package.digest», «package.missing», «package.extra», «package.changed», «package.content».
    /// </exception>
    public static CheckedPackage Read(byte[] file)
    {
        if (file.Length == 0) throw new RuleBroken("package.empty");
        if (file.Length > Limits.FileBytes) throw TooLarge();
        if (!file.AsSpan().StartsWith("PK"u8)) throw new RuleBroken("package.none");
        try
        {
            return Read(ZipFile.Open(file, "", Limits), file);
        }
        catch (FileRefused refused)
        {
            throw refused.Code switch
            {
                RefusalCode.Bomb or RefusalCode.TooMany or RefusalCode.TooLarge => new RuleBroken("package.bomb"),
                RefusalCode.Harmful => new RuleBroken("package.harmful"),
                RefusalCode.ForgedSize => new RuleBroken("package.changed", "ZIP"),
                _ => new RuleBroken("package.damaged"),
            };
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            throw new RuleBroken("package.damaged");
        }
    }

    static CheckedPackage Read(ZipFile zip, byte[] file)
    {
        if (PartOf(zip, ManifestName) is not { } manifestBytes) throw new RuleBroken("package.none");
        var manifest = ManifestOf(manifestBytes);
        var digest = Hash(manifestBytes);
        if (PartOf(zip, DigestName) is not { } digestBytes) throw new RuleBroken("package.missing", DigestName);
        if (!digestBytes.AsSpan().SequenceEqual(DigestText(digest))) throw new RuleBroken("package.digest");

        var parts = new List<(string Name, byte[] Bytes)> { (ManifestName, manifestBytes), (DigestName, digestBytes) };
        var named = new HashSet<string>(StringComparer.Ordinal) { ManifestName, DigestName };
        foreach (var part in manifest.Parts)
        {
            if (!named.Add(part.Name)) throw new RuleBroken("package.content", part.Name);
            var bytes = PartOf(zip, part.Name) ?? throw new RuleBroken("package.missing", part.Name);
            if (bytes.Length != part.Size || Hash(bytes) != part.Sha256) throw new RuleBroken("package.changed", part.Name);
            parts.Add((part.Name, bytes));
        }
        if (zip.Names.FirstOrDefault(name => !named.Contains(name)) is { } extra) throw new RuleBroken("package.extra", Refusal.Shown(extra));
        // The archive around the parts has one form too: no comment, no bytes before, between or behind them.
        if (!StoredZip.Write(parts).AsSpan().SequenceEqual(file)) throw new RuleBroken("package.changed", "ZIP");
        return new(PackageParts.Of(manifest, parts.ToDictionary(p => p.Name, p => p.Bytes, StringComparer.Ordinal)), digest);
    }

    static Manifest ManifestOf(byte[] bytes)
    {
        // What is not a manifest at all is no package; one of a later schema may hold what this program does not know.
        try
        {
            using var json = JsonDocument.Parse(bytes);
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("format", out var format) || format.ValueKind != JsonValueKind.String || format.GetString() != Format) throw new RuleBroken("package.none");
            if (json.RootElement.TryGetProperty("schema", out var schema) && schema.ValueKind == JsonValueKind.Number && schema.TryGetInt32(out var number) && number > Schema) throw new RuleBroken("package.newer");
        }
        catch (JsonException)
        {
            throw new RuleBroken("package.none");
        }
        return Of<Manifest>(bytes, ManifestName);
    }

    /// <summary>The digest as papers print it: groups of four, capital letters.</summary>
    public static string Shown(string digest) => string.Join(' ', digest.ToUpperInvariant().Chunk(4).Select(four => new string(four)));

    /// <summary>Whether a person typed this digest, whatever the blanks and the case.</summary>
    public static bool IsSame(string digest, string typed) => string.Concat(typed.Where(char.IsAsciiHexDigit)).Equals(digest, StringComparison.OrdinalIgnoreCase);

    static byte[]? PartOf(ZipFile zip, string name)
    {
        // The archive finds names whatever their case; a part has one name.
        if (!zip.Names.Contains(name, StringComparer.Ordinal)) return null;
        using var part = zip.Read(name)!;
        using var bytes = new MemoryStream();
        part.CopyTo(bytes);
        return bytes.ToArray();
    }

    internal static T Of<T>(byte[] bytes, string part)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(bytes, _json) ?? throw new RuleBroken("package.content", part);
        }
        catch (Exception wrong) when (wrong is JsonException or NotSupportedException or ArgumentException)
        {
            throw new RuleBroken("package.content", part);
        }
    }

    static byte[] Bytes<T>(T value) => [.. JsonSerializer.SerializeToUtf8Bytes(value, _json), (byte)'\n'];
    static byte[] DigestText(string digest) => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{digest}  {ManifestName}\n"));
    static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
    static RuleBroken TooLarge() => new("package.too-large", (int)(Limits.FileBytes / 1_000_000));

    internal sealed record Manifest(
        string Format, int Schema, PackageKind Kind, string Number, int Edition, DateOnly Day, Party Issuer, Party Addressee, bool IsSample, IReadOnlyList<Part> Parts);

    internal sealed record Part(string Name, long Size, string Sha256);

    internal sealed record PlanPart(Act Act, string Title, IReadOnlyList<string> Sections, IReadOnlyList<Measure> Measures, IReadOnlyList<Act> Above);

    /// <summary>What the verified parts say, held to what a package may say.</summary>
    static class PackageParts
    {
        const int MostMeasures = 20_000, LongestText = 100_000;

        public static ExchangePackage Of(Manifest manifest, Dictionary<string, byte[]> parts)
        {
            var plan = Of<PlanPart>(Part(parts, PlanName), PlanName);
            var package = new ExchangePackage
            {
                Kind = manifest.Kind,
                Number = manifest.Number,
                Edition = manifest.Edition,
                Day = manifest.Day,
                Issuer = manifest.Issuer,
                Addressee = manifest.Addressee,
                IsSample = manifest.IsSample,
                Act = plan.Act,
                Title = plan.Title,
                Sections = plan.Sections,
                Measures = plan.Measures,
                Above = plan.Above,
                Links = Of<IReadOnlyList<PackageLink>>(Part(parts, LinksName), LinksName),
                Report = parts.TryGetValue(ReportName, out var report) ? Of<PackageReport>(report, ReportName) : null,
                Evidence = Of<IReadOnlyList<PackageEvidence>>(Part(parts, EvidenceName), EvidenceName),
                Files = parts.Where(p => p.Key.StartsWith(FilesFolder, StringComparison.Ordinal)).ToDictionary(p => p.Key[FilesFolder.Length..], p => p.Value, StringComparer.Ordinal),
            };
            Hold(package, parts);
            return package;
        }

        static byte[] Part(Dictionary<string, byte[]> parts, string name) => parts.GetValueOrDefault(name) ?? throw new RuleBroken("package.missing", name);

        static void Hold(ExchangePackage p, Dictionary<string, byte[]> parts)
        {
            Need(p.Edition > 0 && IsShort(p.Number) && IsShort(p.Issuer.Name) && IsShort(p.Addressee.Name) && p.Number.Length > 0 && p.Issuer.Key.Length > 0 && p.Addressee.Key.Length > 0, ManifestName);
            Need(IsAct(p.Act) && p.Above.All(IsAct) && p.Above.Count <= 20 && p.Title.Length is > 0 and <= LongestText, PlanName);
            Need(p.Measures.Count is > 0 and <= MostMeasures && p.Measures.All(m => m.Text.Length <= LongestText), PlanName);
            Need(p.Links.All(l => Is(p, l.Measure) && l.Position > 0 && IsAct(l.Higher)), LinksName);
            Need(p.Report is null == (p.Kind == PackageKind.Task), ReportName);
            if (p.Report is { } report)
            {
                Need(ReportingPeriod.TryParse(report.Period, out _) && report.Edition > 0 && IsHash(report.DocxSha256) && IsHash(report.RowsSha256) && IsShort(report.Checkpoint), ReportName);
                Need(report.Rows.All(row => Is(p, row.Measure) && row.Text.Length <= LongestText) && report.Rows.Select(row => row.Measure).Distinct().Count() == report.Rows.Count, ReportName);
            }
            Need(p.Evidence.All(e => Is(p, e.Measure) && IsHash(e.Sha256) && e.Size > 0 && IsShort(e.Name)), EvidenceName);
            // Bytes lie under their own hash, and only those that prove something.
            var proving = p.Evidence.ToLookup(e => e.Sha256, StringComparer.Ordinal);
            foreach (var (hash, bytes) in p.Files) Need(proving[hash].Any(e => e.Size == bytes.Length) && Hash(bytes) == hash, FilesFolder + hash);
            foreach (var name in parts.Keys) Need(name is ManifestName or DigestName or PlanName or LinksName or ReportName or EvidenceName || name.StartsWith(FilesFolder, StringComparison.Ordinal), name);
        }

        static void Need(bool holds, string part)
        {
            if (!holds) throw new RuleBroken("package.content", Refusal.Shown(part));
        }

        static bool Is(ExchangePackage p, int measure) => measure >= 1 && measure <= p.Measures.Count;
        static bool IsAct(Act act) => act is { Issuer.Length: > 0, Number.Length: > 0, Date: not null } && IsShort(act.Issuer) && IsShort(act.Number);
        static bool IsShort(string text) => text.Length <= 1000;
        static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);
    }
}
