namespace Zakhid.App.Tests.Commands;

/// Commands of one folder, each a process of its own.
public abstract class CommandTest : IDisposable
{
    protected string Folder { get; } = Directory.CreateTempSubdirectory("zakhid-").FullName;
    protected string Data => Path.Combine(Folder, "data");

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected (int Status, string Said, string Failed) Run(params string[] arguments) => ZakhidProcess.Run("", [.. arguments, "--data", Data]);

    protected string Done(params string[] arguments)
    {
        var (status, said, failed) = Run(arguments);
        Assert.True(status == 0, failed);
        return said;
    }

    protected string Refused(params string[] arguments)
    {
        var (status, _, failed) = Run(arguments);
        Assert.Equal(1, status);
        return failed.Trim();
    }

    protected string Written(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
