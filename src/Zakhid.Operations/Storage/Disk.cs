using System.Runtime.InteropServices;
using System.Text;

namespace Zakhid.Operations.Storage;

/// <summary>
/// The steps of writing a file so that it outlives a power cut. Virtual so that a test can watch their order or let one fail.
/// </summary>
public partial class Disk
{
    public virtual void MakeFolder(string folder)
    {
        if (Directory.Exists(folder)) return;
        try
        {
            // Passwords' hashes and unpublished reports lie here: nobody else on the machine reads them.
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
            else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception cause) when (cause is UnauthorizedAccessException or IOException)
        {
            throw new StorageFailed(StorageTrouble.NotWritable, folder, cause);
        }
        if (Path.GetDirectoryName(folder) is { } parent) SyncFolder(parent);
    }

    public virtual FileStream Create(string path) => new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);

    /// <summary>The bytes of the file are on the disk when this returns.</summary>
    public virtual void SyncFile(FileStream file) => file.Flush(flushToDisk: true);

    public virtual void Rename(string from, string to) => File.Move(from, to, overwrite: true);

    /// <summary>The names in the folder are on the disk when this returns. .NET has no call for it.</summary>
    /// <exception cref="IOException">The system refused.</exception>
    public virtual void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) return; // NTFS journals names by itself
        var handle = open(folder, 0);
        if (handle < 0) throw new IOException($"open {folder}: errno {Marshal.GetLastPInvokeError()}");
        try
        {
            if (fsync(handle) != 0) throw new IOException($"fsync {folder}: errno {Marshal.GetLastPInvokeError()}");
        }
        finally
        {
            _ = close(handle);
        }
    }

    /// <summary>Less than 64 KiB left where the path lies.</summary>
    public static bool IsFull(string path)
    {
        try
        {
            return new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(path))!).AvailableFreeSpace < 1 << 16;
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Whether the exception is the system's «no space left» or «over quota».</summary>
    public static bool IsFull(IOException cause) => (cause.HResult & 0xFFFF) is 28 or 122 or 112 or 39;

    /// <summary>Does what writes below a folder; that there is no room or no permission is told as such.</summary>
    /// <exception cref="StorageFailed">The disk is full; the folder cannot be written.</exception>
    internal static async Task<T> Writing<T>(string folder, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (IOException cause) when (IsFull(cause))
        {
            throw new StorageFailed(StorageTrouble.DiskFull, cause: cause);
        }
        catch (UnauthorizedAccessException cause)
        {
            throw new StorageFailed(StorageTrouble.NotWritable, folder, cause);
        }
    }

    /// <summary>A short file, read past .NET's own advisory lock.</summary>
    internal static string ReadUnlocked(string path)
    {
        var handle = open(path, 0);
        if (handle < 0) return "";
        try
        {
            Span<byte> bytes = stackalloc byte[64];
            var count = read(handle, bytes, bytes.Length);
            return count > 0 ? Encoding.ASCII.GetString(bytes[..(int)count]) : "";
        }
        finally
        {
            _ = close(handle);
        }
    }

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);
    [LibraryImport("libc", SetLastError = true)]
    private static partial int fsync(int handle);
    [LibraryImport("libc", SetLastError = true)]
    private static partial nint read(int handle, Span<byte> bytes, nint count);
    [LibraryImport("libc", SetLastError = true)]
    private static partial int close(int handle);
}
