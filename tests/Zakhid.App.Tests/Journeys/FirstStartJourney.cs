using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Zakhid.App.Tests.Commands;
using Zakhid.App.Tests.Web;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.Storage;

namespace Zakhid.App.Tests.Journeys;

/// From an empty folder to a plan under control, through the program itself and the address that it prints.
public sealed partial class FirstStartJourney : IDisposable
{
    readonly string _folder = Path.Combine(Path.GetTempPath(), $"zakhid-first-{Guid.NewGuid():N}");
    readonly List<Process> _running = [];

    public void Dispose()
    {
        foreach (var process in _running)
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
        }
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Who_has_the_printed_address_makes_the_authority_once_and_puts_its_first_plan_under_control()
    {
        var (address, setup) = await Serve();
        Assert.NotNull(setup);

        using var stranger = new DemoSite.Person(address);
        Assert.Contains("Відкрийте адресу першого запуску: її надруковано там, де працює програма.", await stranger.Open("/sign-in"), StringComparison.Ordinal);
        await stranger.Open("/setup/abcdefghjkmn");
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        await stranger.Post("/setup/abcdefghjkmn", Answers());
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);

        using var coordinator = new DemoSite.Person(address);
        Assert.Contains("Кому адресуєте зведений звіт", await coordinator.Open(setup), StringComparison.Ordinal);
        var wrong = await coordinator.Post(setup, Answers(name: "", post: " ", password: "короткий"));
        Assert.Contains("Потрібно виправити: 3", wrong, StringComparison.Ordinal);
        Assert.Contains("id=\"password-err\">Пароль закороткий: треба щонайменше 10 знаків.", wrong, StringComparison.Ordinal);
        Assert.Contains("value=\"koordynator\"", wrong, StringComparison.Ordinal);
        Assert.DoesNotContain("короткий\"", wrong, StringComparison.Ordinal);

        var done = await coordinator.Post(setup, Answers());
        Assert.Contains("Установу створено", done, StringComparison.Ordinal);
        Assert.Contains("<a class=\"btn\" href=\"/imports/new\">Додати перший план</a>", done, StringComparison.Ordinal);
        var temporary = Temporary().Match(done).Value;

        await stranger.Open(setup);
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        await stranger.Post(setup, Answers(login: "druhyi"));
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);

        await ChoosesHisOwnPassword(address, temporary);

        Assert.Contains("Зразкова міська рада", await coordinator.Open("/imports/new"), StringComparison.Ordinal);
        await coordinator.Upload("/imports/new", "план.txt", ImportJourney.Act("601", "перший"));
        var plan = await coordinator.Post($"{coordinator.Path}?handler=Adopt", new() { ["coordinator"] = "Відділ культури", ["periodicity"] = "Quarter", ["day"] = "25", ["month"] = "LastMonthOfPeriod" });
        Assert.StartsWith("/plans/", coordinator.Path, StringComparison.Ordinal);
        Assert.Contains("Провести перший тренінг для вчителів", plan, StringComparison.Ordinal);
        Assert.Contains("1 план на контролі", (await coordinator.Open("/plans")).Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_authority_added_from_the_shell_gets_its_people_at_the_first_start_and_no_twin()
    {
        Assert.Equal(0, ZakhidProcess.Run("", "authority", "add", "zrazok", "Зразкова міська рада", "--data", _folder).Status);
        var (address, setup) = await Serve();
        using var coordinator = new DemoSite.Person(address);
        Assert.Contains("value=\"Зразкова міська рада\"", await coordinator.Open(setup!), StringComparison.Ordinal);
        Assert.Contains("Установу створено", await coordinator.Post(setup!, Answers()), StringComparison.Ordinal);
        Assert.Contains("Зразкова міська рада", await coordinator.Open("/today"), StringComparison.Ordinal);

        _running[^1].Kill();
        await _running[^1].WaitForExitAsync();
        (_, setup) = await Serve();
        Assert.Null(setup);
        await using var store = await Store.OpenToRead(_folder);
        Assert.Equal("zrazok", Assert.Single(await new AllAuthorities(store).List()).Code);
    }

    static async Task ChoosesHisOwnPassword(string address, string temporary)
    {
        const string own = "берег лівий тихий";
        using var administrator = new DemoSite.Person(address);
        await administrator.Open("/sign-in");
        await administrator.Post("/sign-in", new() { ["login"] = "koordynator-admin", ["password"] = temporary });
        Assert.Equal("/password", administrator.Path);
        await administrator.Open("/people");
        Assert.Equal("/password", administrator.Path);

        Assert.Contains("Паролі різні", await Choose(temporary, own, "берег правий"), StringComparison.Ordinal);
        Assert.Contains("id=\"oldPassword-err\">Теперішній пароль не підходить.", await Choose("не той пароль", own, own), StringComparison.Ordinal);
        Assert.Contains("id=\"newPassword-err\">Новий пароль збігається зі старим.", await Choose(temporary, temporary, temporary), StringComparison.Ordinal);
        Assert.Contains("Пароль змінено", await Choose(temporary, own, own), StringComparison.Ordinal);
        await administrator.Post("/sign-in", new() { ["login"] = "koordynator-admin", ["password"] = temporary });
        Assert.Equal(HttpStatusCode.Unauthorized, administrator.Status);
        await administrator.Post("/sign-in", new() { ["login"] = "koordynator-admin", ["password"] = own });
        Assert.Contains("адміністратор системи", await administrator.Open("/people"), StringComparison.Ordinal);

        Task<string> Choose(string old, string chosen, string again) => administrator.Post("/password", new() { ["oldPassword"] = old, ["newPassword"] = chosen, ["newPasswordAgain"] = again });
    }

    static Dictionary<string, string> Answers(string name = "Зразкова міська рада", string post = "головний спеціаліст", string password = "п’ять кіл на воді", string login = "koordynator") =>
        new() { ["name"] = name, ["head"] = "Міському голові", ["login"] = login, ["post"] = post, ["password"] = password };

    /// The address of the server, and the path of its first start where it prints one.
    async Task<(string Address, string? Setup)> Serve()
    {
        var process = ZakhidProcess.Start("serve", "--data", _folder, "--urls", "http://127.0.0.1:0");
        _running.Add(process);
        var address = Address().Match(await Line()).Value;
        // Printed with the first line; where there is none, the program says nothing more.
        var next = Line();
        var setup = await Task.WhenAny(next, Task.Delay(TimeSpan.FromSeconds(5))) == next ? Setup().Match(await next) : Match.Empty;
        return (address, setup.Success ? setup.Value : null);

        async Task<string> Line() => await process.StandardOutput.ReadLineAsync() ?? await process.StandardError.ReadToEndAsync();
    }

    [GeneratedRegex("http://[0-9.:]+", RegexOptions.None, 1000)]
    private static partial Regex Address();

    [GeneratedRegex("/setup/[a-z0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Setup();

    [GeneratedRegex("[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}", RegexOptions.None, 1000)]
    private static partial Regex Temporary();
}
