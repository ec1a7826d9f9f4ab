using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Zakhid.Operations.Audit;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.Files;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Backups;

/// <summary>
/// One moment of an installation on SQLite as one archive: the database, every file that its rows speak of, and a manifest
/// with hashes. The server may go on writing meanwhile. The archive appears under its name whole or not at all, and is read
/// back before it is called made.
/// </summary>
public sealed class MakeBackup(Store store, Disk? disk = null)
{
    readonly Disk _disk = disk ?? new Disk();

    /// <param name="path">Where the archive goes; its folder is made where missing.</param>
    /// <exception cref="RuleBroken">«backup.exists»: nothing is written over an older backup.</exception>
    /// <exception cref="StorageFailed">On PostgreSQL; the disk is full; the database is damaged.</exception>
    public async Task<BackupManifest> Run(string path, DateTimeOffset now, CancellationToken stop = default)
    {
        path = Path.GetFullPath(path);
        if (File.Exists(path)) throw new RuleBroken("backup.exists", path);
        var folder = Path.GetDirectoryName(path)!;
        _disk.MakeFolder(folder);
        return await Disk.Writing(folder, () => Write(path, folder, now, stop));
    }

    async Task<BackupManifest> Write(string path, string folder, DateTimeOffset now, CancellationToken stop)
    {
        var (database, half) = (path + ".db.part", path + ".part");
        try
        {
            File.Delete(half);
            File.Delete(database);
            await store.CopyDatabase(database, stop);
            var manifest = await Describe(database, now, stop);
            await using (var zip = new FileStream(half, FileMode.CreateNew, FileAccess.ReadWrite))
            {
                await Pack(zip, database, manifest, stop);
                await SealedFile.Seal(zip, stop);
            }
            await RestoreBackup.Check(half, stop);
            _disk.Rename(half, path);
            _disk.SyncFolder(folder);
            return manifest;
        }
        finally
        {
            foreach (var rest in new[] { database, database + "-wal", database + "-shm", half }) File.Delete(rest);
        }
    }

    // Everything is told from the copy, so that what is written meanwhile is in neither the database nor the list of files.
    async Task<BackupManifest> Describe(string database, DateTimeOffset now, CancellationToken stop)
    {
        await using var copy = await Store.OpenCopy(store.Folder, database, stop);
        if (await copy.Faults(stop) is { Count: > 0 } faults) throw new StorageFailed(StorageTrouble.Damaged, string.Join("; ", faults));
        var (whole, lost) = (new SortedSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal));
        var authorities = new List<BackedUpAuthority>();
        foreach (var authority in await new AllAuthorities(copy).List(stop))
        {
            var (files, head) = await copy.Read(authority.Id, async r =>
                (await r.All<string>("SELECT sha256 FROM file WHERE authority_id = @authority"), await AuditLog.Head(r)), stop);
            foreach (var sha256 in files.Where(f => !whole.Contains(f) && !lost.Contains(f)))
                (await store.Files.Inspect(sha256, stop) == KeptState.Whole ? whole : lost).Add(sha256);
            authorities.Add(new(authority.Code, authority.Name, head.Seq, head.Short));
        }
        return new() { MadeAt = now, DatabaseSha256 = await HashOf(database, stop), Files = [.. whole], Lost = [.. lost], Authorities = authorities };
    }

    async Task Pack(FileStream into, string database, BackupManifest manifest, CancellationToken stop)
    {
        using var zip = new ZipArchive(into, ZipArchiveMode.Create, leaveOpen: true);
        await Copy(new MemoryStream(Encoding.UTF8.GetBytes(Json.Write(manifest))), "manifest.json", CompressionLevel.Fastest);
        await Copy(new FileStream(database, FileMode.Open, FileAccess.Read), "zakhid.db", CompressionLevel.Fastest);
        // Evidence is photographs and office files, which are compressed already.
        foreach (var sha256 in manifest.Files) await Copy(store.Files.Open(sha256), $"files/{sha256[..2]}/{sha256}", CompressionLevel.NoCompression);
        zip.Comment = SealedFile.Open;

        async Task Copy(Stream bytes, string name, CompressionLevel level)
        {
            await using var from = bytes;
            var entry = zip.CreateEntry(name, level);
            entry.LastWriteTime = manifest.MadeAt;
            await using var entryBytes = await entry.OpenAsync(stop);
            await from.CopyToAsync(entryBytes, stop);
        }
    }

    static async Task<string> HashOf(string path, CancellationToken stop)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop));
    }
}
