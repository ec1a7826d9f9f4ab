using System.IO.Compression;

namespace Zakhid.Documents.Writing;

/// <summary>A ZIP package whose bytes depend on nothing but its parts: no clock, entries in the order they are added.</summary>
sealed class Package(CompressionLevel level) : IDisposable
{
    /// <summary>The earliest time that ZIP can say.</summary>
    static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    readonly MemoryStream _bytes = new();
    ZipArchive? _zip;

    /// <summary>Opens the next part; it must be disposed before another one is opened.</summary>
    public Utf8Xml Part(string name)
    {
        _zip ??= new(_bytes, ZipArchiveMode.Create, leaveOpen: true);
        var entry = _zip.CreateEntry(name, level);
        entry.LastWriteTime = Epoch;
        return new Utf8Xml(entry.Open()).Raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"u8);
    }

    public void CopyTo(Stream into)
    {
        _zip?.Dispose();
        _zip = null;
        _bytes.WriteTo(into);
    }

    public void Dispose()
    {
        _zip?.Dispose();
        _bytes.Dispose();
    }
}
