using System.Collections.Concurrent;
using Zakhid.Documents;
using Zakhid.Operations.Storage;

namespace Zakhid.App.Pages.Imports;

/// The files behind imports, read again to be shown. The last few stay in memory: a person goes from field to field of one.
static class SourceDocuments
{
    const int Kept = 12;
    static readonly ConcurrentDictionary<string, (Document Document, long Used)> Documents = new(StringComparer.Ordinal);
    static readonly SemaphoreSlim Drawing = new(2);
    static long _clock;

    /// Throws IOException where the bytes are not on this disk, FileRefused where they are no longer read.
    public static async Task<Document> Of(Store store, string sha256, string name)
    {
        if (Documents.TryGetValue(sha256, out var known)) { Documents[sha256] = (known.Document, Interlocked.Increment(ref _clock)); return known.Document; }
        await using var bytes = store.Files.Open(sha256);
        var document = DocumentFile.Open(bytes, name);
        Documents[sha256] = (document, Interlocked.Increment(ref _clock));
        foreach (var (old, _) in Documents.OrderByDescending(d => d.Value.Used).Skip(Kept).ToList()) Documents.TryRemove(old, out _);
        return document;
    }

    /// A page as PNG; drawn once, then kept in a folder that may be emptied at any time.
    public static async Task<Stream> Picture(Store store, string sha256, string name, int page, CancellationToken stop)
    {
        var path = store.Files.PictureOf(sha256, page);
        if (!File.Exists(path))
        {
            await Drawing.WaitAsync(stop);
            try
            {
                var png = await Task.Run(() => PagePictures.Png(store.Files.PathOf(sha256), name, page), stop);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                var temporary = path + "." + Guid.NewGuid().ToString("N");
                await File.WriteAllBytesAsync(temporary, png, stop);
                File.Move(temporary, path, overwrite: true);
            }
            finally
            {
                Drawing.Release();
            }
        }
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, useAsync: true);
    }
}
