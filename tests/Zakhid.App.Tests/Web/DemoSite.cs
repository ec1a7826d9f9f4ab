using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Zakhid.App.Demo;
using Zakhid.App.Web;
using Zakhid.Operations.Storage;

namespace Zakhid.App.Tests.Web;

/// The demonstration, filled once by the product's own deeds and served on a free port; tests sign in over HTTP.
public sealed partial class DemoSite : IAsyncLifetime
{
    readonly string _folder = Directory.CreateTempSubdirectory("zakhid-site-").FullName;
    Store _store = null!;
    internal WebApplication App { get; private set; } = null!;
    public string Address { get; private set; } = "";
    internal Store Store => _store;

    public async ValueTask InitializeAsync()
    {
        _store = await Store.Open(_folder);
        await new FillDemo(_store).Run(CancellationToken.None);
        App = Server.Build(_store, "http://127.0.0.1:0");
        await App.StartAsync();
        Address = App.Urls.First();
    }

    public async Task<Person> SignIn(string login)
    {
        var person = new Person(Address);
        await person.Post("/sign-in", new() { ["login"] = login, ["password"] = FillDemo.Password });
        return person;
    }

    /// As after an hour away from the page.
    public Task EndSessions(string login) => _store.Write(Actor.Program(Store.Installation), Moment.Of(new(2020, 9, 16)), w => w.Do(
        "UPDATE session SET ended_at = started_at WHERE person_id = (SELECT l.person_id FROM login l WHERE l.login_key = @login) AND authority_id = (SELECT l.authority_id FROM login l WHERE l.login_key = @login) AND @authority = 0", new { login }));

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// A browser without a screen: keeps cookies, repeats the form's token.
    public sealed partial class Person(string address) : IDisposable
    {
        readonly HttpClient _http = new(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(address) };
        string _page = "";

        public HttpStatusCode Status { get; private set; }
        public string Path { get; private set; } = "";

        public async Task<string> Open(string path) => await Answer(await _http.GetAsync(path));

        public Task<byte[]> Download(string path) => _http.GetByteArrayAsync(path);

        public async Task<string> Post(string path, Dictionary<string, string> form)
        {
            if (Token().Match(_page) is { Success: true } token) form.TryAdd("csrf", WebUtility.HtmlDecode(token.Groups[1].Value));
            return await Answer(await _http.PostAsync(path, new FormUrlEncodedContent(form)));
        }

        /// The file that a form answers with.
        public async Task<byte[]> Fetch(string path, Dictionary<string, string> form)
        {
            using var answer = await _http.PostAsync(path, new FormUrlEncodedContent(form));
            return await answer.Content.ReadAsByteArrayAsync();
        }

        /// A file chosen in the form of the page that is open.
        public async Task<string> Upload(string path, string fileName, byte[] bytes, Dictionary<string, string>? fields = null)
        {
            using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", fileName } };
            if (Token().Match(_page) is { Success: true } token) form.Add(new StringContent(WebUtility.HtmlDecode(token.Groups[1].Value)), "csrf");
            foreach (var (name, value) in fields ?? []) form.Add(new StringContent(value), name);
            return await Answer(await _http.PostAsync(path, form));
        }

        public void Dispose() => _http.Dispose();

        async Task<string> Answer(HttpResponseMessage answer)
        {
            (Status, Path) = (answer.StatusCode, answer.RequestMessage!.RequestUri!.PathAndQuery);
            return _page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        }

        [GeneratedRegex("name=\"csrf\" value=\"([^\"]+)\"", RegexOptions.None, 1000)]
        private static partial Regex Token();
    }
}

[CollectionDefinition(nameof(DemoSite))]
public sealed class DemoSiteCollection : ICollectionFixture<DemoSite>;
