using System.Runtime.InteropServices;

namespace Zakhid.Bench;

/// A program as its project ships it, compiled ahead of time: its start is measured and not the compiler's.
static class Published
{
    /// The path of the executable, published into a folder of its own under the one given.
    public static string As(string project, string name, string folder)
    {
        var into = Path.Combine(folder, name);
        Machine.Run("dotnet", "publish", Path.Combine(Repository.Root, project), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-p:PublishReadyToRun=true", "-nodeReuse:false", "-o", into);
        return Path.Combine(into, name);
    }
}
