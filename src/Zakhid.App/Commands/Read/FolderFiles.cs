namespace Zakhid.App.Commands.Read;

/// One file of a folder and where its reading is written.
readonly record struct FolderFile(string Path, string Target);

/// The files that the named paths stand for, in the order of their names.
static class FolderFiles
{
    public const string Refusals = "refusals.csv";

    // What an office leaves beside its documents («~$план.docx»), hidden files and links are no documents.
    static readonly EnumerationOptions _every = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint };

    public static List<string> Of(IEnumerable<string> paths) =>
        [.. paths.SelectMany(path => Directory.Exists(path) ? Directory.GetFiles(path, "*", _every).Where(IsDocument).Order(StringComparer.Ordinal) : (IEnumerable<string>)[path])];

    /// The same with their targets: subfolders are kept; results of an earlier run are not read as documents.
    public static List<FolderFile> Into(string folder, IEnumerable<string> paths)
    {
        var files = new List<FolderFile>();
        foreach (var path in paths)
            files.AddRange(Of([path]).Select(file => new FolderFile(file, Path.Combine(folder, (Directory.Exists(path) ? Path.GetRelativePath(path, file) : Path.GetFileName(file)) + ".json"))));
        var written = files.Select(f => Path.GetFullPath(f.Target)).Append(Path.GetFullPath(Path.Combine(folder, Refusals))).ToHashSet(StringComparer.Ordinal);
        return [.. files.Where(f => !written.Contains(Path.GetFullPath(f.Path)) && !IsUnder(folder, paths, f.Path))];
    }

    /// Two files that would be written into one, or null.
    public static (FolderFile First, FolderFile Second)? Clash(IReadOnlyList<FolderFile> files)
    {
        var seen = new Dictionary<string, FolderFile>(StringComparer.Ordinal);
        foreach (var file in files)
            if (!seen.TryAdd(file.Target, file)) return (seen[file.Target], file);
        return null;
    }

    static bool IsDocument(string path) => !Path.GetFileName(path).StartsWith("~$", StringComparison.Ordinal);

    /// The folder of results may lie inside the one that is read.
    static bool IsUnder(string folder, IEnumerable<string> paths, string file)
    {
        var results = Path.GetFullPath(folder);
        return !paths.Any(p => Path.GetFullPath(p).TrimEnd(Path.DirectorySeparatorChar) == results.TrimEnd(Path.DirectorySeparatorChar))
            && Path.GetFullPath(file).StartsWith(results.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }
}
