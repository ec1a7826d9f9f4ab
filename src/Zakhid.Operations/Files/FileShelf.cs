using System.Buffers;
using System.Security.Cryptography;
using Zakhid.Documents;
using Zakhid.Documents.Pictures;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Files;

/// <summary>A file whose bytes are on disk under their own SHA-256 (lower-case hex).</summary>
public sealed record KeptFile(string Sha256, long Size, string Name, string MediaType)
{
    /// <summary>Of a photograph: what was taken out of it before it was kept.</summary>
    public TakenOut? Cleaned { get; init; }

    /// <summary>Makes the file the authority's, in the transaction that needs it. The same bytes twice are one file.</summary>
    public Task Record(WriteScope w) => w.Do("""
        INSERT INTO file (authority_id, sha256, size, media_type, name, cleaned, kept_at, kept_by)
        VALUES (@authority, @Sha256, @Size, @MediaType, @Name, @Cleaned, @at, @person) ON CONFLICT (authority_id, sha256) DO NOTHING
        """, new { Sha256, Size, MediaType, Name, Cleaned, at = w.At.At, person = w.By.Person });
}

/// <summary>What became of the bytes of a kept file.</summary>
public enum KeptState { Whole, Missing, Changed }

/// <summary>
/// Files by their content, in DATA/files/ab/. A file is whole and durable before any row speaks of it: temporary file,
/// sync, rename, sync of the folder, and only then the transaction. A crash between leaves at most a file nobody names.
/// </summary>
public sealed class FileShelf(string folder, Disk disk)
{
    /// <summary>25 MB: evidence is papers and photographs.</summary>
    public const long DefaultLimit = 25_000_000;
    readonly string _root = Path.Combine(folder, "files");

    /// <summary>Takes the bytes in, without holding them in memory.</summary>
    /// <exception cref="FileRefused">Longer than the limit, or empty.</exception>
    /// <exception cref="StorageFailed">The disk is full or away; nothing is left behind.</exception>
    public async Task<KeptFile> Keep(Stream content, string name, string mediaType, long limit = DefaultLimit, CancellationToken stop = default)
    {
        var incoming = Path.Combine(_root, "incoming");
        var temporary = Path.Combine(incoming, Guid.NewGuid().ToString("N"));
        try
        {
            disk.MakeFolder(_root);
            disk.MakeFolder(incoming);
            var (sha256, size) = await Write(content, temporary, name, limit, stop);
            var shelf = Path.Combine(_root, sha256[..2]);
            disk.MakeFolder(shelf);
            disk.Rename(temporary, Path.Combine(shelf, sha256));
            disk.SyncFolder(shelf);
            return new(sha256, size, name, mediaType);
        }
        catch (IOException cause) when (cause is not FileNotFoundException)
        {
            throw new StorageFailed(Disk.IsFull(cause) ? StorageTrouble.DiskFull : StorageTrouble.Away, cause: cause);
        }
        finally
        {
            if (File.Exists(temporary)) File.Delete(temporary);
        }
    }

    async Task<(string Sha256, long Size)> Write(Stream content, string path, string name, long limit, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            await using var file = disk.Create(path);
            long size = 0;
            int count;
            while ((count = await content.ReadAsync(buffer, stop)) > 0)
            {
                size += count;
                if (size > limit) throw TooLarge(name, limit);
                hash.AppendData(buffer.AsSpan(0, count));
                await file.WriteAsync(buffer.AsMemory(0, count), stop);
            }
            if (size == 0) throw new FileRefused(RefusalCode.Empty, $"Файл «{name}» порожній. Перевірте його й додайте ще раз.");
            disk.SyncFile(file);
            return (Convert.ToHexStringLower(hash.GetHashAndReset()), size);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    internal static FileRefused TooLarge(string name, long limit) => new(RefusalCode.TooLarge, $"Файл «{name}» завеликий. Можна до {limit / 1_000_000} МБ: зменште його або надішліть частинами.");

    /// <summary>Reads the bytes again and compares them with their name.</summary>
    public async Task<KeptState> Inspect(string sha256, CancellationToken stop = default)
    {
        try
        {
            await using var bytes = Open(sha256);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, stop)) == sha256 ? KeptState.Whole : KeptState.Changed;
        }
        catch (IOException missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return KeptState.Missing;
        }
    }

    /// <exception cref="FileNotFoundException">No such bytes here.</exception>
    public Stream Open(string sha256) => new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true);

    /// <summary>Where the picture of a page may stand that was drawn of a kept file; the folder may be emptied at any time.</summary>
    public string PictureOf(string sha256, int page) => Path.Combine(folder, "pictures", Path.GetFileName(PathOf(sha256)) + "-" + page.ToString(System.Globalization.CultureInfo.InvariantCulture) + ".png");

    public string PathOf(string sha256) => sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(_root, sha256[..2], sha256)
        : throw new ArgumentException("Not a SHA-256 in lower-case hex", nameof(sha256));
}
