using System.Net;
using System.Text.RegularExpressions;
using Zakhid.App.Tests.Web;

namespace Zakhid.App.Tests.Journeys;

[Collection(nameof(DemoSite))]
public partial class PeopleJourney(DemoSite site)
{
    [Fact]
    public async Task A_new_person_gets_a_password_once_a_forgotten_one_is_replaced_and_who_left_is_kept_out()
    {
        var administrator = await site.SignIn("hlukhiv-admin");
        await administrator.Open("/people");
        var wrong = await administrator.Post("/people", new() { ["login"] = "hlukhiv-nova", ["post"] = "", ["role"] = "Head" });
        Assert.Contains("id=\"post-err\">Напишіть посаду", wrong, StringComparison.Ordinal);
        Assert.Contains("value=\"hlukhiv-nova\"", wrong, StringComparison.Ordinal);
        Assert.Contains("id=\"body-err\">Оберіть орган, за який звітує ця особа", await administrator.Post("/people", new() { ["login"] = "hlukhiv-nova", ["post"] = "перевірка", ["role"] = "Executor" }), StringComparison.Ordinal);

        var first = Temporary().Match(await administrator.Post("/people", new() { ["login"] = "hlukhiv-nova", ["post"] = "заступник голови (зразок)", ["role"] = "Head" })).Value;
        Assert.NotEmpty(first);
        Assert.DoesNotContain(first, await administrator.Open("/people"), StringComparison.Ordinal);

        var address = Regex.Match(await administrator.Open("/people"), "href=\"(/people/[0-9]+)\">заступник голови", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;
        await administrator.Open(address);
        var second = Temporary().Match(await administrator.Post(address + "?handler=Password", [])).Value;
        Assert.NotEqual(first, second);
        using var person = new DemoSite.Person(site.Address);
        Assert.Equal(HttpStatusCode.Unauthorized, await Enter(person, first));
        Assert.Equal(HttpStatusCode.OK, await Enter(person, second));
        Assert.Equal("/password", person.Path);

        await administrator.Open(address);
        Assert.Contains("Заблоковано: увійти не може.", await administrator.Post(address + "?handler=Block", []), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, await Enter(person, second));
        Assert.Contains("Був тут", await administrator.Post(address + "?handler=Unblock", []), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await Enter(person, second));

        await administrator.Open(address);
        Assert.Contains("selected=\"selected\">контролер", await administrator.Post(address + "?handler=Role", new() { ["role"] = "Controller" }), StringComparison.Ordinal);
        var log = await administrator.Open("/audit?what=person");
        foreach (var deed in new[] { "додано особу", "дано тимчасовий пароль", "заблоковано особу", "повернено доступ", "змінено роль" }) Assert.Contains(deed, log, StringComparison.Ordinal);
        Assert.DoesNotContain("подано звіт", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_only_administrator_stays_and_nobody_else_changes_people()
    {
        var administrator = await site.SignIn("zhytomyr-koordynator");
        await administrator.Open("/people/1");
        Assert.Equal(HttpStatusCode.Forbidden, administrator.Status);

        var only = await site.SignIn("hlukhiv-admin");
        var me = Regex.Match(await only.Open("/people"), "href=\"(/people/[0-9]+)\">адміністратор системи", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;
        Assert.DoesNotContain("Заблокувати", await only.Open(me), StringComparison.Ordinal);
        Assert.Contains("Це єдиний адміністратор. Спершу призначте другого", await only.Post(me + "?handler=Role", new() { ["role"] = "Head" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Affairs_are_handed_only_to_who_can_take_them()
    {
        var administrator = await site.SignIn("hlukhiv-admin");
        var sport = Regex.Match(await administrator.Open("/people"), "href=\"(/people/[0-9]+)\">відповідальна особа відділу молоді", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;
        var page = await administrator.Open(sport);
        Assert.Contains("Передати нікому: усі інші звітують за свої органи.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=HandOver", page, StringComparison.Ordinal);
        Assert.Contains("Оберіть, кому передати", await administrator.Post(sport + "?handler=HandOver", new() { ["ground"] = "наказ № 12" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_are_found_whatever_their_capitals_and_only_in_ones_own_authority()
    {
        var executor = await site.SignIn("hlukhiv-kultura");
        var found = await executor.Open("/search?q=" + Uri.EscapeDataString("ІНФОРМАЦІЙНИХ центрів"));
        Assert.Contains("Активізація роботи інформаційних центрів", found, StringComparison.Ordinal);
        Assert.Contains("Знайдено: 1", found, StringComparison.Ordinal);
        Assert.Contains("href=\"/obligations?body=", await executor.Open("/search?q=" + Uri.EscapeDataString("культури")), StringComparison.Ordinal);
        Assert.Contains("нічого не знайдено", await executor.Open("/search?q=" + Uri.EscapeDataString("бердичівський")), StringComparison.Ordinal);
        Assert.Contains("нічого не знайдено", await executor.Open("/search?q=" + Uri.EscapeDataString("щ%_щ")), StringComparison.Ordinal);
    }

    static async Task<HttpStatusCode> Enter(DemoSite.Person person, string password)
    {
        await person.Open("/sign-in");
        await person.Post("/sign-in", new() { ["login"] = "hlukhiv-nova", ["password"] = password });
        return person.Status;
    }

    [GeneratedRegex("[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}", RegexOptions.None, 1000)]
    private static partial Regex Temporary();
}
