using System.IO.Compression;
using System.Security.Cryptography;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Backups;

/// <summary>
/// Makes a folder of data from a backup. Everything is compared with the manifest's hashes in a folder beside, which takes
/// the name only when all fits: a damaged backup leaves nothing, and data that are there are never written over.
/// </summary>
public static class RestoreBackup
{
    const long LongestManifest = 64_000_000;

    /// <summary>Reads the whole archive and compares; writes nothing.</summary>
    /// <exception cref="RuleBroken">«backup.missing», «backup.damaged».</exception>
    public static Task<BackupManifest> Check(string archive, CancellationToken stop = default) => Unpack(archive, null, new Disk(), stop);

    /// <param name="folder">Missing or empty.</param>
    /// <exception cref="RuleBroken">«backup.missing», «backup.damaged», «backup.folder-not-empty».</exception>
    /// <exception cref="StorageFailed">The data are newer than the program; the disk is full.</exception>
    public static Task<BackupManifest> Run(string archive, string folder, Disk? disk = null, CancellationToken stop = default)
    {
        folder = Path.GetFullPath(folder);
        return Disk.Writing(folder, () => Write(archive, folder, disk ?? new Disk(), stop));
    }

    static async Task<BackupManifest> Write(string archive, string folder, Disk disk, CancellationToken stop)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()) throw new RuleBroken("backup.folder-not-empty", folder);
        var beside = folder.TrimEnd(Path.DirectorySeparatorChar) + ".restoring";
        try
        {
            if (Directory.Exists(beside)) Directory.Delete(beside, recursive: true);
            disk.MakeFolder(beside);
            var manifest = await Unpack(archive, beside, disk, stop);
            foreach (var made in Directory.EnumerateDirectories(beside, "*", SearchOption.AllDirectories).Append(beside)) disk.SyncFolder(made);
            // Opened by this program once: data of a newer version are refused here and not at the next start.
            await using (var store = await Store.Open(beside, disk: disk, stop: stop))
                if (await store.Faults(stop) is { Count: > 0 }) throw new RuleBroken("backup.damaged", archive);
            File.Delete(Path.Combine(beside, "zakhid.lock"));
            if (Directory.Exists(folder)) Directory.Delete(folder);
            Directory.Move(beside, folder);
            disk.SyncFolder(Path.GetDirectoryName(folder)!);
            return manifest;
        }
        finally
        {
            if (Directory.Exists(beside)) Directory.Delete(beside, recursive: true);
        }
    }

    /// <param name="folder">Where the data go; null: they are only compared.</param>
    static async Task<BackupManifest> Unpack(string archive, string? folder, Disk disk, CancellationToken stop)
    {
        if (!File.Exists(archive)) throw new RuleBroken("backup.missing", archive);
        await using var file = new FileStream(archive, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (!await SealedFile.IsWhole(file, stop)) throw new RuleBroken("backup.damaged", archive);
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read);
            var manifest = await ManifestOf(zip, stop);
            await Take("zakhid.db", manifest.DatabaseSha256);
            foreach (var sha256 in manifest.Files)
            {
                if (sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigitLower)) throw new InvalidDataException(sha256);
                await Take($"files/{sha256[..2]}/{sha256}", sha256);
            }
            return manifest;

            async Task Take(string name, string sha256)
            {
                var entry = zip.GetEntry(name) ?? throw new InvalidDataException(name);
                await using var from = await entry.OpenAsync(stop);
                await using var to = folder is null ? null : Create(disk, folder, name);
                using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                var buffer = new byte[1 << 16];
                int count;
                while ((count = await from.ReadAsync(buffer, stop)) > 0)
                {
                    hash.AppendData(buffer.AsSpan(0, count));
                    if (to is not null) await to.WriteAsync(buffer.AsMemory(0, count), stop);
                }
                if (Convert.ToHexStringLower(hash.GetHashAndReset()) != sha256) throw new InvalidDataException(name);
                if (to is not null) disk.SyncFile(to);
            }
        }
        catch (Exception cause) when (cause is InvalidDataException or System.Text.Json.JsonException)
        {
            throw new RuleBroken("backup.damaged", archive);
        }
    }

    static FileStream Create(Disk disk, string folder, string name)
    {
        var parts = name.Split('/');
        foreach (var part in parts[..^1]) disk.MakeFolder(folder = Path.Combine(folder, part));
        return disk.Create(Path.Combine(folder, parts[^1]));
    }

    static async Task<BackupManifest> ManifestOf(ZipArchive zip, CancellationToken stop)
    {
        var entry = zip.GetEntry("manifest.json") is { Length: <= LongestManifest } found ? found : throw new InvalidDataException("manifest.json");
        await using var stream = await entry.OpenAsync(stop);
        using var reader = new StreamReader(stream);
        var manifest = Json.Read<BackupManifest>(await reader.ReadToEndAsync(stop));
        return manifest.Form == 1 ? manifest : throw new StorageFailed(StorageTrouble.NewerData, $"копія форми {manifest.Form}");
    }
}
