using System.Security.Cryptography;
using System.Text;

namespace Zakhid.Operations.Backups;

/// <summary>
/// A ZIP whose comment, its last 64 bytes, is the SHA-256 of all bytes before it: one changed or missing byte anywhere shows,
/// and any program that knows ZIP still opens it.
/// </summary>
static class SealedFile
{
    const int Length = 64;
    public static readonly string Open = new('0', Length);

    /// <summary>Writes the hash over the comment that holds its place.</summary>
    public static async Task Seal(FileStream zip, CancellationToken stop)
    {
        var hash = await HashOf(zip, stop);
        zip.Position = zip.Length - Length;
        await zip.WriteAsync(Encoding.ASCII.GetBytes(hash), stop);
        zip.Flush(flushToDisk: true);
    }

    public static async Task<bool> IsWhole(FileStream zip, CancellationToken stop)
    {
        if (zip.Length <= Length) return false;
        var hash = await HashOf(zip, stop);
        var comment = new byte[Length];
        await zip.ReadExactlyAsync(comment, stop);
        zip.Position = 0;
        return Encoding.ASCII.GetString(comment) == hash;
    }

    /// <summary>Leaves the stream where the comment begins.</summary>
    static async Task<string> HashOf(FileStream zip, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 20];
        zip.Position = 0;
        for (var left = zip.Length - Length; left > 0;)
        {
            var count = await zip.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, left)), stop);
            if (count == 0) throw new EndOfStreamException();
            hash.AppendData(buffer.AsSpan(0, count));
            left -= count;
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
