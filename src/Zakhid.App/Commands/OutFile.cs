namespace Zakhid.App.Commands;

/// A file that a command writes: beside and moved, so that a half-written one never stands under the name.
static class OutFile
{
    /// Null: written; else the sentence why not.
    public static async Task<string?> Write(string path, Func<Stream, Task> write)
    {
        var half = path + ".part";
        try
        {
            await using (var into = new FileStream(half, FileMode.Create, FileAccess.ReadWrite)) await write(into);
            File.Move(half, path, overwrite: true);
            return null;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return CommandLine.Say($"Не вдалося записати {path}: {cause.Message}", $"{path} was not written: {cause.Message}");
        }
        finally
        {
            File.Delete(half);
        }
    }

    public static Task<string?> Write(string path, byte[] bytes, CancellationToken stop) => Write(path, into => into.WriteAsync(bytes, stop).AsTask());
}
