using System.CommandLine;
using Zakhid.App.Demo;
using Zakhid.App.Web;
using Zakhid.Operations.Storage;

namespace Zakhid.App.Commands;

static class DemoCommand
{
    public static Command Create()
    {
        var command = new Command("demo", CommandLine.Say("П’ять органів зі справжніми планами, готові до роботи", "Five authorities with their real plans, ready to use"));
        var data = new DataOptions(command);
        var urls = new Option<string>("--urls") { Description = CommandLine.Say("адреса сервера", "address of the server"), HelpName = "URL", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var only = new Option<bool>("--fill-only") { Description = CommandLine.Say("лише заповнити теку, без сервера", "fill the folder only, no server") };
        command.Options.Add(urls);
        command.Options.Add(only);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            await using var store = await Store.Open(data.Folder(parsed) is "data" ? Path.Combine("data", "demo") : data.Folder(parsed), data.Database(parsed), stop: stop);
            var filling = new FillDemo(store);
            if (await filling.IsEmpty(stop))
            {
                Console.WriteLine(CommandLine.Say("Читаємо п’ять планів…", "Reading five plans…"));
                await filling.Run(stop);
            }
            if (parsed.GetValue(only)) return 0;

            await using var app = Server.Build(store, parsed.GetValue(urls)!);
            await app.StartAsync(stop);
            Console.WriteLine();
            Console.WriteLine(CommandLine.Say($"Відкрийте {app.Urls.First()}", $"Open {app.Urls.First()}"));
            Console.WriteLine(CommandLine.Say($"Пароль в усіх: {FillDemo.Password}", $"Everybody's password: {FillDemo.Password}"));
            foreach (var town in DemoTown.All())
            {
                Console.WriteLine();
                Console.WriteLine($"{town.Name}, {Zakhid.Text.UkrainianDate.Full(town.Day)}");
                foreach (var person in town.People) Console.WriteLine($"  {person.Login,-28} {person.Post}");
            }
            await app.WaitForShutdownAsync(stop);
            return 0;
        }));
        return command;
    }
}
