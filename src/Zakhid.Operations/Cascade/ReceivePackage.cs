using Zakhid.Documents.Cascade;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Cascade;

/// <summary>
/// Takes the file of a package in to be looked at: verified, for this authority, not older than what it has. Nothing that it says
/// is written until a person takes it.
/// </summary>
public sealed class ReceivePackage(Store store)
{
    /// <returns>SHA-256 of the file, by which it is looked at.</returns>
    /// <exception cref="RuleBroken">Those of <see cref="PackageFile.Read"/> and <see cref="PackagePreview.Of"/>.</exception>
    public async Task<string> Run(Actor by, Moment at, byte[] file, CancellationToken stop = default)
    {
        KeepHigherAct.MustBeCoordinator(by);
        var package = PackageFile.Read(file);
        _ = await store.Read(by.Authority, r => PackagePreview.Of(r, package), stop);
        var kept = await store.Files.Keep(new MemoryStream(file), $"paket-{package.Package.Number}.zip", MakePackage.ZipType, PackageFile.Limits.FileBytes, stop);
        await store.Write(by, at, async w =>
        {
            await kept.Record(w);
            await w.Log("package.received", $"file/{kept.Sha256[..12]}", new { package.Package.Number, from = package.Package.Issuer.Name, package.Digest });
        }, stop);
        return kept.Sha256;
    }

    /// <summary>The bytes of a package that this authority received, made or took.</summary>
    /// <exception cref="RuleBroken">«package.unknown».</exception>
    public async Task<byte[]> Bytes(long authority, string sha256, CancellationToken stop = default)
    {
        var name = await store.Read(authority, r => r.Find<string>("SELECT name FROM file WHERE authority_id = @authority AND sha256 = @sha256 AND media_type = @type", new { sha256, type = MakePackage.ZipType }), stop);
        if (name is null) throw new RuleBroken("package.unknown");
        await using var bytes = store.Files.Open(sha256);
        using var copy = new MemoryStream();
        await bytes.CopyToAsync(copy, stop);
        return copy.ToArray();
    }
}
