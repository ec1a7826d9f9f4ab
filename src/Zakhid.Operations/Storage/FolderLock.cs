using System.Globalization;
using System.Text;

namespace Zakhid.Operations.Storage;

/// <summary>
/// One process writes a folder. The lock is the system's own on an open file, so it is gone with its process however that
/// ends; the text inside only names the process for people.
/// </summary>
sealed class FolderLock : IDisposable
{
    readonly FileStream _file;

    FolderLock(FileStream file) => _file = file;

    /// <exception cref="StorageFailed">Another process has it.</exception>
    public static FolderLock Take(string folder)
    {
        var path = Path.Combine(folder, "zakhid.lock");
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            file.SetLength(0);
            file.Write(Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            file.Flush();
            return new FolderLock(file);
        }
        catch (UnauthorizedAccessException cause)
        {
            throw new StorageFailed(StorageTrouble.NotWritable, folder, cause);
        }
        catch (IOException cause)
        {
            throw Disk.IsFull(path) ? new StorageFailed(StorageTrouble.DiskFull, cause: cause) : new StorageFailed(StorageTrouble.InUse, Holder(path), cause);
        }
    }

    /// <summary>The process that has the lock; «?» where it did not name itself; null: nobody.</summary>
    public static string? WriterOf(string folder)
    {
        var path = Path.Combine(folder, "zakhid.lock");
        if (!File.Exists(path)) return null;
        try
        {
            using var free = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return null;
        }
        catch (IOException)
        {
            return Holder(path) ?? "?";
        }
    }

    // .NET's lock is advisory and the holder opened the file unshared; reading it by other means tells whose it is.
    static string? Holder(string path)
    {
        try
        {
            var text = OperatingSystem.IsWindows() ? "" : Disk.ReadUnlocked(path);
            return text.Length > 0 && text.All(char.IsAsciiDigit) ? text : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
