using System.CommandLine;
using Zakhid.App.Web;
using Zakhid.Operations.Authorities;

namespace Zakhid.App.Commands;

static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", CommandLine.Say("Запустити сервер", "Run the server"));
        var data = new DataOptions(command);
        var urls = new Option<string>("--urls") { Description = CommandLine.Say("адреса сервера", "address of the server"), HelpName = "URL", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        command.Options.Add(urls);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            await using var store = await data.Open(parsed);
            await using var app = Server.Build(store, parsed.GetValue(urls)!);
            await app.StartAsync(stop);
            Console.WriteLine(CommandLine.Say($"Захід працює: {string.Join(", ", app.Urls)}", $"Zakhid runs: {string.Join(", ", app.Urls)}"));
            var first = app.Services.GetRequiredService<FirstStart>();
            if (await first.IsOpen(stop)) Console.WriteLine(CommandLine.Say($"Перший запуск. Створіть установу: {app.Urls.First()}/setup/{first.Code}", $"First start. Make the authority: {app.Urls.First()}/setup/{first.Code}"));
            await app.WaitForShutdownAsync(stop);
            return 0;
        }));
        return command;
    }
}
