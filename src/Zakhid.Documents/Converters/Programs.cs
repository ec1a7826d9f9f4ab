namespace Zakhid.Documents.Converters;

/// <summary>Where the programs stand that read formats which Zakhid does not read itself.</summary>
static class Programs
{
    /// <summary>The first of the names or paths that is there, or null.</summary>
    public static string? Find(params ReadOnlySpan<string> candidates)
    {
        foreach (var candidate in candidates)
            if (OnPath(candidate) is { } found) return found;
        return null;
    }

    static string? OnPath(string program)
    {
        if (Path.IsPathRooted(program)) return File.Exists(program) ? program : null;
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
    }
}
