using System.Runtime.CompilerServices;

namespace Zakhid.Bench;

/// Where the sources lie: the bench publishes the program and reads the real plans from there.
static class Repository
{
    public static string Root { get; } = Find();

    static string Find([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
