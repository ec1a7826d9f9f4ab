using System.CommandLine;
using Zakhid.App.Web;

namespace Zakhid.App.Commands;

static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", CommandLine.Say("Запустити сервер", "Run the server"));
        var data = new DataOptions(command);
        var urls = new Option<string>("--urls") { DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        command.Options.Add(urls);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            await using var store = await data.Open(parsed);
            await using var app = Server.Build(store, parsed.GetValue(urls)!);
            await app.StartAsync(stop);
            Console.WriteLine(CommandLine.Say($"Захід працює: {string.Join(", ", app.Urls)}", $"Zakhid runs: {string.Join(", ", app.Urls)}"));
            await app.WaitForShutdownAsync(stop);
            return 0;
        }));
        return command;
    }
}
