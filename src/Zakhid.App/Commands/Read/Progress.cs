namespace Zakhid.App.Commands.Read;

/// A line on standard error that is written anew while something runs; nothing where no person looks on.
static class Progress
{
    public static async Task While(Task running, Func<string> line)
    {
        if (!Console.IsErrorRedirected)
        {
            for (var width = 0; await Task.WhenAny(running, Task.Delay(200)) != running;)
            {
                var now = line();
                await Console.Error.WriteAsync("\r" + now.PadRight(width));
                width = Math.Max(width, now.Length);
            }
            await Console.Error.WriteAsync("\r\e[K");
        }
        await running;
    }
}
